import Kernel

extension StandingReading {
    /// What the way down the chain asks for: an answer, a first contact, and that the person knows who has them.
    func chainDues(of referral: Referral) -> [Due] {
        guard !referral.isOver(on: day) else { return [] }
        return [answer(referral), contact(referral), telling(referral)].compactMap(\.self)
    }

    private func answer(_ referral: Referral) -> Due? {
        guard let hop = referral.chain.waiting else { return nil }
        let sent = hop.event.recorded.day
        guard let last = last(.answerTransfer, of: referral, after: sent) else {
            return Due(
                .answerTransfer, sent, act: .answerTransfer,
                "Sent on to another organisation on \(sent.written), which has not answered yet.")
        }
        let late = last < day
        return Due(
            .answerTransfer, last, overdue: late, act: .answerTransfer,
            late
                ? "Sent on to another organisation, which was to answer by \(last.written)."
                : "Sent on to another organisation, which is to answer by \(last.written).")
    }

    private func contact(_ referral: Referral) -> Due? {
        guard referral.attachment == nil,
            let first = FirstContact(referral, appointments, in: programmes[referral.programme]), first.made == nil
        else { return nil }
        let late = first.last < day
        let tried =
            switch first.attempts {
            case 0: ""
            case 1: " Tried once."
            default: " Tried \(first.attempts) times."
            }
        return Due(
            .firstContact, first.last, overdue: late, act: .recordContact,
            (late
                ? "First contact was to be made by \(first.last.written)."
                : "Make first contact by \(first.last.written).") + tried)
    }

    private func telling(_ referral: Referral) -> Due? {
        let holdings = referral.holdings
        // Of the first adviser the notice of the first meeting tells.
        guard let holding = holdings.last, holdings.count > 1 || holding.list == .chainMove,
            !referral.told(of: holding, appointments)
        else { return nil }
        let astray = referral.chain.told.last.map {
            $0.event.sequence > holding.event.sequence && $0.failed != nil
        }
        return Due(
            .tellOfHolder, holding.event.recorded.day, act: .tellOfHolder,
            "Tell them who has them now, and why." + (astray == true ? " The letter did not reach them." : ""))
    }
}
