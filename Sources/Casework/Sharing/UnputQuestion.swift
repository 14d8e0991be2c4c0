import Kernel

/// A question about sharing that waits for somebody who has no page of their own to read it on, so that one of those who
/// help them has to put it to them (K-007).
struct UnputQuestion: Sendable, Equatable {
    let asked: CalendarDay
    /// Who puts it: whoever asked, where they may record the answer, and otherwise whoever keeps the record. Ours.
    let organisation: Identifier<Organisation>
}

extension CaseFile {
    /// The questions that wait and that the person cannot have read, in the order in which they were asked.
    func unputQuestions(matrix: SharingMatrix, on day: CalendarDay) -> [UnputQuestion] {
        guard let customer, customer.identity.value != nil, !access.isOpen else { return [] }
        return consents.waiting.map { request in
            let asker = request.asked.by
            let asks = relation(of: asker, on: day, by: matrix)
            let records = Powers.grant(.recordConsent, to: asker.role, as: asks) != nil
            return UnputQuestion(
                asked: request.asked.recorded.day,
                organisation: records ? asker.organisation : customer.keepers.leading)
        }
    }
}

extension StandingReading {
    /// The questions about sharing that have to be put to the person, and what became of those that the reader asked.
    var sharingDues: [Due] { putting + heard }

    /// A line for each organisation that puts some: the page about sharing shows which.
    private var putting: [Due] {
        Dictionary(grouping: unput, by: \.organisation).sorted { $0.key < $1.key }.compactMap {
            asker, questions -> Due? in
            guard let first = questions.map(\.asked).min() else { return nil }
            return Due(
                .askToShare, first, act: .recordConsent, organisation: asker,
                questions.count == 1
                    ? "A question about sharing waits since \(first.written), and they have no page of their own to read it on. Ask them, and record the answer."
                    : "\(questions.count) questions about sharing wait, the first since \(first.written), and they have no page of their own to read them on. Ask them, and record the answers."
            )
        }
    }

    /// Told to whoever asked, for some days after the answer.
    private var heard: [Due] {
        guard let reader, organisation != nil else { return [] }
        return ownQuestions.compactMap { question -> Due? in
            guard question.asked.by.person == reader, let answered = question.answered?.recorded.day,
                rules.planReviews.isTold(answered, on: day)
            else { return nil }
            return Due(
                .shareAnswered, answered, act: .askConsent, organisation: question.asked.by.organisation,
                "You asked on \(question.asked.recorded.day.written) whether something may be shared. On "
                    + "\(answered.written) they said \(question.said).")
        }
    }
}

extension ConsentRequest {
    /// What the answer was, inside a sentence.
    fileprivate var said: String {
        let no = declined.map(\.title).joined(separator: ", ")
        if agreed.isEmpty { return "no to \(no)" }
        let yes = agreed.map(\.title).joined(separator: ", ")
        return no.isEmpty ? "yes to \(yes)" : "yes to \(yes), and no to \(no)"
    }
}
