import Kernel

extension Telling {
    func told(_ fact: RightsFact) -> Told {
        switch fact {
        case .requested(_, let asked, let words):
            Told(
                .sent, "Asked: \(asked.kind.title.inSentence)", said(words), asked.how.title,
                "To be answered by \(asked.on.adding(months: 1).written)")
        case .reviewed(_, let decisions, let words):
            Told(
                .done, "A copy of the record was read through before it is given out",
                "\(decisions.count { $0.isCovered }) of \(decisions.count) texts covered", said(words))
        case .released(_, let release):
            Told(
                .done, "A copy of the record was given out",
                release.covered == 0 ? "Nothing is covered" : "Texts covered: \(release.covered)")
        case .corrected: Told(.done, "What was asked to be put right was put right")
        case .refused(let id, let reason, let words):
            Told(
                .done, "Not done: \(asked(id).inSentence)", reason.title, said(words),
                "The person may add a statement, and complain")
        case .stated(_, let words): Told(.done, "Their own statement stands beside it", said(words))
        }
    }

    private func asked(_ id: Identifier<RightsRequest>) -> String {
        file.rights.find(id)?.asked.kind.title ?? "what was asked"
    }

    func told(_ fact: MergeFact) -> Told {
        switch fact {
        case .absorbed(let absorbed):
            Told(
                .done, "Two records of this person were made one",
                absorbed.dueBack.isEmpty
                    ? nil
                    : absorbed.dueBack.count == 1
                        ? "1 payment is due back" : "\(absorbed.dueBack.count) payments are due back")
        case .mergedInto: Told(.done, "This record became part of another of the same person")
        case .gaveBack(_, let events, let words):
            Told(
                .done, "The two records were taken apart again",
                events.isEmpty ? nil : "\(Self.later(events.count)) went with the other", due, said(words))
        case .tookBack(_, let events):
            Told(
                .done, "This record stands alone again",
                events.isEmpty ? nil : "\(Self.later(events.count)) came with it", due)
        }
    }

    private static func later(_ count: Int) -> String { count == 1 ? "1 later entry" : "\(count) later entries" }

    /// The payments that are due on the record as it stands alone: what it kept, and what came back to it.
    private var due: String? {
        guard let paidUntil else { return nil }
        let lines = file.fallenDue(in: programmes, until: paidUntil).map { $0.paid(names) }
        guard !lines.isEmpty else { return "No payment is due on this record" }
        return "Due on this record: \(lines.joined(separator: "; "))"
    }
}
