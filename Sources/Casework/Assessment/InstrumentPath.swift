/// The questions that some answers lead to, in the order in which they are asked.
public struct InstrumentPath: Sendable, Equatable {
    /// Asked, or to be asked next.
    public let reached: [Question]
    /// On the way and not asked: private where others may hear, or about what this reader may not hold.
    public let withheld: [Question]
    /// The unanswered question that decides how it goes on; nil when the end is in sight.
    public let waitsFor: Question?

    /// What of a section is on the way.
    public func reached(in section: Instrument.Section) -> [Question] {
        reached.filter { one in section.questions.contains { $0.id == one.id } }
    }

    /// Those that must be answered, or put off, before the assessment is finished.
    public func open(_ answers: [String: Answer]) -> [Question] {
        reached.filter { $0.isNeeded && answers[$0.id] == nil }
    }
}

extension Instrument {
    /// - Parameter asks: whether a question may be asked here and now. One that may not is passed over the way an
    ///   unanswered one is, by where the question itself leads.
    public func path(_ answers: [String: Answer], asks: (Question) -> Bool = { _ in true }) -> InstrumentPath {
        let questions = questions
        let places = Dictionary(questions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var reached: [Question] = []
        var withheld: [Question] = []
        var place: Int? = questions.isEmpty ? nil : 0
        // A file with a loop is refused when it is read; the count only makes this end whatever it is given.
        for _ in questions {
            guard let here = place else { break }
            let question = questions[here]
            func follow(_ target: Question.Target?) -> Int? {
                switch target {
                case .end: nil
                case .question(let id): places[id]
                case nil: here + 1 < questions.count ? here + 1 : nil
                }
            }
            guard asks(question) else {
                withheld.append(question)
                place = follow(question.next)
                continue
            }
            reached.append(question)
            if question.branches, answers[question.id] == nil {
                return InstrumentPath(reached: reached, withheld: withheld, waitsFor: question)
            }
            place = follow(question.target(of: answers[question.id]))
        }
        return InstrumentPath(reached: reached, withheld: withheld, waitsFor: nil)
    }
}

extension Question {
    fileprivate func target(of answer: Answer?) -> Target? {
        guard case .chosen(let codes) = answer, case .one(let choices) = kind else { return next }
        return choices.first { codes.contains($0.code) }?.next ?? next
    }
}
