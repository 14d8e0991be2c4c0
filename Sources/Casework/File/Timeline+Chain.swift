import Kernel

extension Telling {
    func told(_ fact: ChainFact) -> Told {
        switch fact {
        case .passedOn(_, _, let passing, let words):
            return Told(
                .sent, "Sent on to \(names.organisation(passing.to))", passing.part.title,
                self.reason(passing.reason, .chainMove),
                passing.items.isEmpty ? nil : "With everything the jobcentre sent", said(words))
        case .takenOn(_, let hop, let adviser):
            let organisation = hopTo(hop)
            return Told(
                .done,
                adviser.map { "Taken on by \(names.person($0)) at \(organisation)" }
                    ?? "Taken on by \(organisation)")
        case .turnedDown(_, let hop, let reason, let words):
            return Told(
                .done, "\(hopTo(hop)) could not take them on", self.reason(reason, .chainRefusal),
                "They stay with whoever had them", said(words))
        case .takenBack(_, let hop): return Told(.done, "Taken back from \(hopTo(hop)) before it answered")
        case .handedOver(_, let meeting, let words):
            return Told(
                .done, "Handed over in a meeting of three",
                "\(names.person(meeting.from.person)) of \(names.organisation(meeting.from.organisation)), "
                    + "\(names.person(meeting.to.person)) of \(names.organisation(meeting.to.organisation)), and the customer",
                meeting.mode.title, said(words), on: meeting.on)
        case .contactTried(_, let attempt):
            let headline =
                attempt.reached ? "In touch" : attempt.route == .letter ? "Written to" : "Could not be reached"
            return Told(attempt.counts ? .done : .sent, headline, attempt.route.title, on: attempt.on)
        case .told(_, let how): return Told(.sent, "Told who has them now", how.route.title)
        case .untold(_, _, let reason): return Told(.done, "The letter did not reach them", "Why: \(reason.words)")
        case .kept(_, let hop): return Told(.done, "Kept, after \(hopTo(hop)) could not take them on")
        case .handoverOffered(_, let offer):
            return Told(
                .done, "A last meeting with both advisers offered", offer.answer.title,
                offer.agreed ? "They agreed to what the next adviser is told" : nil)
        }
    }

    private func hopTo(_ id: Identifier<Hop>) -> String {
        file.referrals.lazy.flatMap(\.chain.hops).last { $0.id == id }.map { names.organisation($0.to) }
            ?? "an organisation"
    }
}
