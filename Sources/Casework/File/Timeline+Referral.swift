import Kernel

extension Telling {
    func told(_ fact: ReferralFact) -> Told {
        switch fact {
        case .interviewRecorded(let programme, let explained, let inWriting, let withheld, let words):
            return Told(
                .done, "Referral interview held for \(self.programme(programme))",
                "\(explained.count) \(explained.count == 1 ? "topic" : "topics") explained"
                    + (inWriting ? ", also in writing" : ""),
                withheld.isEmpty ? nil : "Not to be sent: \(items(withheld, programme))", said(words))
        case .made(let made, _):
            return Told(
                .sent, "Referred to \(programme(made.programme)), group \(made.group)",
                made.basis == .mandatory ? "Taking part is required" : "Taking part is by choice")
        case .allocated(_, let allocated):
            return Told(
                .done, "Provider drawn: \(names.organisation(allocated.provider))",
                allocated.followed ? "Follows draw \(allocated.draw), made earlier" : "Draw \(allocated.draw)")
        case .transmitted(let id, let items, let withheld, let score):
            let programme = file.referrals.last { $0.id == id }?.programme ?? ""
            let prime = file.referrals.last { $0.id == id }?.prime.map(names.organisation) ?? "the provider"
            return Told(
                .sent, "Referral sent to \(prime)",
                items.isEmpty ? nil : "Sent: \(self.items(items, programme))",
                withheld.isEmpty ? nil : "Kept back: \(self.items(withheld, programme))",
                score.map { "With \($0.written) of what a provider needs to begin" })
        case .acknowledged: return Told(.done, "Referral acknowledged by the provider")
        case .queryExtended(_, let words): return Told(.done, "Longer to query the referral was asked for", said(words))
        case .queried(_, let reason, let words):
            return Told(.sent, "Referral queried by the provider", self.reason(reason, .queryUnsuitable), said(words))
        case .queryAnswered(_, let upheld, let words):
            return Told(
                .done, upheld ? "Query upheld: the referral is withdrawn" : "Query answered: the referral stands",
                said(words))
        case .detailsAsked(_, let items, let words):
            return Told(
                .sent, "Asked the sender for what is missing",
                "\(items.count) \(items.count == 1 ? "thing" : "things") asked for", said(words))
        case .detailsAnswered(_, let words):
            return Told(.done, "The sender answered what was missing", said(words))
        case .detailsEnough: return Told(.done, "What came with the referral is enough to begin with")
        case .statusStated(_, let basis, let from, let words):
            return Told(
                .done, basis == .mandatory ? "Taking part is required" : "Taking part is by choice", said(words),
                on: from)
        case .assigned(_, let provider, let adviser):
            return Told(.done, "Assigned to \(names.person(adviser)) at \(names.organisation(provider))")
        case .adviserChanged(_, let provider, let adviser, let reason, let words):
            return Told(
                .done, "Adviser changed to \(names.person(adviser)) at \(names.organisation(provider))",
                self.reason(reason, .adviserChange), said(words))
        case .attached(_, let day, let until):
            return Told(
                .done, "Attached to the programme", "The allotted time runs until \(until.written)", on: day)
        case .exited(_, let reason, let day, let words):
            return Told(.done, "Left the programme: \(reason.title.inSentence)", said(words), on: day)
        case .returned(let id, let day):
            let left = file.referrals.last { $0.id == id }?.attachment?.until
            return Told(
                .done, "Came back to the same provider", left.map { "The time that remains runs until \($0.written)" },
                on: day)
        case .handedBack(_, let summary):
            return Told(.sent, "Handed back with a summary they have seen", said(summary))
        case .handBackRead: return Told(.done, "The summary handed back was read")
        case .toldOfEnd(_, let how): return Told(.sent, "Told of the end of the programme", how.route.title)
        case .untoldOfEnd(_, _, let reason):
            return Told(
                .done, "The letter about the end of the programme did not reach them", "Why: \(reason.words)")
        case .entryWithdrawn(_, let entry, _, let words):
            return Told(.done, "Withdrawn as recorded in error: \(entry.words)", said(words))
        }
    }

    /// The titles of items that go with a referral: `name, phone number`.
    private func items(_ codes: [String], _ programme: String) -> String {
        let shared = programmes[programme]?.sharing ?? []
        return codes.map { code in shared.first { $0.code == code }?.title.lowercased() ?? code }
            .joined(separator: ", ")
    }
}
