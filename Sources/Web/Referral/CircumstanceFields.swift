import Casework
import Kernel

/// What a programme's rules ask about a claim: boxes to tick, numbers of months, and days, grouped by the benefit they
/// matter for.
struct CircumstanceFields: Component {
    let programme: Programme
    let state: FormState
    /// What the record holds for them already.
    var held = HeldForClaim()

    var body: some HTML {
        p(.class("hint")) {
            "Answer what the customer has told you, or the record shows. What is not answered counts as not so."
        }
        for group in CircumstanceGroup.all(of: programme) {
            if !group.ticked.isEmpty {
                Checkboxes(
                    group.field, label: group.title, optional: true,
                    group.ticked.map { Choice($0.code, $0.asks, hint: held.hint($0.code)) }, in: state)
            }
            for kind in group.kinds {
                switch kind.answer {
                case .yes: Nothing()
                case .months:
                    TextField(
                        kind.field, label: kind.asks, hint: held.hint(kind.code), kind: .wholeNumber, characters: 3,
                        optional: true, in: state)
                case .day:
                    DayField(
                        kind.field, label: kind.asks, hint: held.hint(kind.code), .typed, optional: true, in: state)
                }
            }
        }
    }
}

/// The circumstances that matter for one benefit alone, or for several.
private struct CircumstanceGroup {
    let title: String
    let field: String
    let kinds: [CircumstanceKind]

    var ticked: [CircumstanceKind] { kinds.filter { $0.answer == .yes } }

    /// Those that matter whatever the benefit come first, then those of each benefit in the programme's order.
    static func all(of programme: Programme) -> [CircumstanceGroup] {
        var asked: [String: Set<String>] = [:]
        for group in programme.groups {
            for code in (group.entry + group.basis.flatMap(\.when)).flatMap(\.circumstances) {
                asked[code, default: []].formUnion(group.benefits)
            }
        }
        func kinds(_ wanted: (Set<String>) -> Bool) -> [CircumstanceKind] {
            programme.circumstances.filter { wanted(asked[$0.code] ?? []) }
        }
        let shared = CircumstanceGroup(
            title: "Whatever the benefit", field: "circumstances", kinds: kinds { $0.count != 1 })
        return
            ([shared]
            + programme.benefits.map { benefit in
                CircumstanceGroup(
                    title: "On \(benefit.title)", field: "circumstances-\(benefit.code.lowercased())",
                    kinds: kinds { $0 == [benefit.code] })
            }).filter { !$0.kinds.isEmpty }
    }
}

extension EntryCondition {
    /// The codes of the circumstances it asks about.
    fileprivate var circumstances: [String] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.circumstances)
        case .has(let code), .lacks(let code), .months(let code, _), .since(let code): [code]
        case .benefit, .age, .monthsOnBenefit, .nation: []
        }
    }
}

extension CircumstanceKind {
    fileprivate var field: String { "circumstance-\(code)" }
}

extension Programme {
    /// What is held for its questions, as it stands in their fields.
    func typed(_ answers: [RecordedAnswer]) -> [(String, String)] {
        let groups = CircumstanceGroup.all(of: self)
        return answers.compactMap { one in
            guard let answer = one.answer, let kind = circumstance(one.circumstance) else { return nil }
            switch answer {
            case .yes:
                return groups.first { group in group.ticked.contains { $0.code == kind.code } }.map {
                    ($0.field, kind.code)
                }
            case .months(let months): return (kind.field, String(months))
            case .day(let day): return (kind.field, day.written)
            }
        }
    }
}

extension FormReader {
    /// The circumstances that were answered, as they are stored: `wrag`, `prognosis=6`, `prison-leaver=2012-03-01`.
    func circumstances(of programme: Programme) -> [String] {
        let groups = CircumstanceGroup.all(of: programme)
        let ticked = Set(groups.flatMap { choices($0.field, label: $0.title, of: $0.ticked.map(\.code)) })
        let kinds = programme.circumstances
        return kinds.map(\.code).filter(ticked.contains)
            + kinds.compactMap { kind in
                switch kind.answer {
                case .yes: nil
                case .months:
                    optionalWholeNumber(kind.field, label: kind.asks, in: 0...600).map { "\(kind.code)=\($0)" }
                case .day: optionalDay(kind.field, label: kind.asks).map { "\(kind.code)=\($0)" }
                }
            }
    }
}
