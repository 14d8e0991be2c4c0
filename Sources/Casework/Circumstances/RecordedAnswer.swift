public import Kernel

/// What the record holds that answers, or bears on, a question of a programme's rules, so that nobody is asked as if for
/// the first time what they told before (C14).
public struct RecordedAnswer: Sendable, Equatable {
    /// The code of the circumstance, as the programme's file declares it.
    public let circumstance: String
    /// The answer as a claim stores it; nil where what is held does not settle it.
    public let answer: CircumstanceAnswer?
    /// What was told, with its day and whose word it is.
    public let held: HeldCircumstance
}

extension Circumstances {
    /// What is held on a day for the questions of a programme, in its order. What is disputed, erased or not known answers
    /// none.
    public func answers(to programme: Programme, on day: CalendarDay) -> [RecordedAnswer] {
        programme.circumstances.compactMap { kind in
            guard let (found, held) = answer(to: kind.code, on: day), found.map({ $0.kind == kind.answer }) ?? true
            else { return nil }
            return RecordedAnswer(circumstance: kind.code, answer: found, held: held)
        }
    }

    private func answer(
        to circumstance: String, on day: CalendarDay
    ) -> (CircumstanceAnswer?, HeldCircumstance)? {
        switch circumstance {
        case "full-time-carer":
            guard let caring = caring(on: day), caring.kind.isForAnother,
                let held = status(of: .caring, on: day).held
            else { return nil }
            guard let hours = caring.hours else { return (nil, held) }
            return hours < CaringKind.fullTime ? nil : (.yes, held)
        case "carer-now-or-before":
            guard let caring = caring(on: day), caring.kind.isForAnother,
                let held = status(of: .caring, on: day).held
            else { return nil }
            return (.yes, held)
        case "child-under-5":
            // Nobody's age is held, so it is shown and left to be asked.
            guard let household = household(on: day), household.hasChildren,
                let held = status(of: .household, on: day).held
            else { return nil }
            return (nil, held)
        case "homeless":
            guard household(on: day) == .noSettledHome, let held = status(of: .household, on: day).held else {
                return nil
            }
            return (.yes, held)
        case "prognosis":
            guard let prognosis = prognosis(on: day), let held = status(of: .health, on: day).held else { return nil }
            return (prognosis.months.map { .months($0) }, held)
        default: return nil
        }
    }

    /// When the person is expected to be fit for work, as it is held on a day and nobody disputes it.
    public func prognosis(on day: CalendarDay) -> HealthPrognosis? {
        let status = status(of: .health, on: day)
        guard status.disputed == nil, status.certainty != .unknown else { return nil }
        return status.held?.detail.open.code.flatMap(HealthPrognosis.init(rawValue:))
    }
}

extension CaringKind {
    /// The hours a week from which caring is full time (ours, after the 35 hours a week that Carer's Allowance asks:
    /// Social Security (Invalid Care Allowance) Regulations 1976, regulation 4).
    static let fullTime = 35

    /// Whether it is care that another needs: bringing up a child is asked about by itself.
    var isForAnother: Bool {
        switch self {
        case .disabledChild, .adult, .several: true
        case .child, .nobody: false
        }
    }
}

extension HouseholdKind {
    fileprivate var hasChildren: Bool { self == .loneParent || self == .coupleWithChildren }
}

extension HealthPrognosis {
    /// The months it speaks of; nil where it gives no number.
    fileprivate var months: Int? {
        switch self {
        case .threeMonths: 3
        case .sixMonths: 6
        case .twelveMonths: 12
        case .now, .longer, .notSaid: nil
        }
    }
}

extension ClaimAnswers {
    /// The same with what the record says that is answered by a yes, as that somebody cares full time, where it was left
    /// out.
    func adding(_ recorded: [RecordedAnswer]) -> ClaimAnswers {
        let left = recorded.filter { $0.answer == .yes }.map(\.circumstance).filter { !circumstances.contains($0) }
        return ClaimAnswers(benefit: benefit, since: since, circumstances: circumstances + left)
    }
}
