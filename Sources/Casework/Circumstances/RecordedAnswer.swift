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
        programme.circumstances.compactMap { asked in
            guard let meaning = asked.held, let held = undisputed(meaning.kind, on: day),
                let code = held.detail.open.code, meaning.answers[code] != nil || meaning.leftToAsk.contains(code)
            else { return nil }
            guard let least = meaning.hours?.value else {
                return RecordedAnswer(circumstance: asked.code, answer: meaning.answers[code], held: held)
            }
            guard let hours = held.detail.open.hours else {
                return RecordedAnswer(circumstance: asked.code, answer: nil, held: held)
            }
            return hours < least
                ? nil : RecordedAnswer(circumstance: asked.code, answer: meaning.answers[code], held: held)
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
