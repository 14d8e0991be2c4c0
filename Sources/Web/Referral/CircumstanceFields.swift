import Casework
import Kernel

/// What a programme's rules ask about a claim: boxes to tick, numbers of months, and days.
struct CircumstanceFields: Component {
    let kinds: [CircumstanceKind]
    let state: FormState

    var body: some HTML {
        Checkboxes(
            "circumstances", label: "Which of these are so?",
            hint: "Tick what the customer has told you, or the record shows. What is not ticked counts as not so.",
            optional: true, kinds.filter { $0.answer == .yes }.map { Choice($0.code, $0.asks) }, in: state)
        Disclosure("Questions with a day or a number of months", open: hasAnswers) {
            for kind in kinds {
                switch kind.answer {
                case .yes: Nothing()
                case .months:
                    TextField(
                        kind.field, label: kind.asks, kind: .wholeNumber, characters: 3, optional: true, in: state)
                case .day: DayField(kind.field, label: kind.asks, .typed, optional: true, in: state)
                }
            }
        }
    }

    private var hasAnswers: Bool {
        kinds.contains { $0.answer != .yes && !(state.value($0.field) ?? "").isEmpty || state.error($0.field) != nil }
    }
}

extension CircumstanceKind {
    fileprivate var field: String { "circumstance-\(code)" }
}

extension FormReader {
    /// The circumstances that were answered, as they are stored: `wrag`, `prognosis=6`, `prison-leaver=2012-03-01`.
    func circumstances(_ kinds: [CircumstanceKind]) -> [String] {
        let ticked = choices(
            "circumstances", label: "Which of these are so?", of: kinds.filter { $0.answer == .yes }.map(\.code))
        return ticked
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
