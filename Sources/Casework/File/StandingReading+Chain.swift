import Kernel

extension StandingReading {
    /// What the way down the chain asks for: an answer, a first contact, and that the person knows who has them.
    func chainDues(of referral: Referral) -> [Due] {
        guard !referral.isOver(on: day) else { return [] }
        return [answer(referral), contact(referral), contactAgain(referral), telling(referral)].compactMap(\.self)
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
        return Due(
            .firstContact, first.last, overdue: late, act: .recordContact,
            (late
                ? "First contact was to be made by \(first.last.written)."
                : "Make first contact by \(first.last.written).") + tried(first.attempts))
    }

    /// Whoever has somebody again hears of it, and makes contact as at first: within the limit of the programme where it
    /// sets one (C13).
    private func contactAgain(_ referral: Referral) -> Due? {
        guard let back = referral.unmetReturn(appointments), let left = referral.timeLeft(on: day) else { return nil }
        let heard = back.event.recorded.day
        let last = last(.contactAfterReturn, of: referral, after: heard)
        let late = last.map { $0 < day } ?? false
        let attempts = referral.chain.contacts.count {
            !$0.attempt.counts && $0.event.sequence > back.event.sequence
        }
        let asked =
            switch last {
            case nil: "Make contact."
            case let last? where late: "Contact was to be made by \(last.written)."
            case let last?: "Make contact by \(last.written)."
            }
        return Due(
            .firstContact, last ?? heard, overdue: late, act: .recordContact,
            "Returned: back on benefit since \(back.on.written), with \(left) left of the programme’s time. \(asked)"
                + tried(attempts))
    }

    private func tried(_ attempts: Int) -> String {
        switch attempts {
        case 0: ""
        case 1: " Tried once."
        default: " Tried \(attempts) times."
        }
    }

    private func telling(_ referral: Referral) -> Due? {
        let holdings = referral.holdings
        guard let holding = holdings.last, let news = referral.holderNews else { return nil }
        let isBack = referral.returnToHolder != nil
        let isKnown =
            if isBack {
                referral.chain.isTold(since: news)
            } else {
                // Of the first adviser the notice of the first meeting tells.
                holdings.count == 1 && holding.list != .chainMove || referral.told(of: holding, appointments)
            }
        guard !isKnown else { return nil }
        let astray = referral.chain.told.last.map { $0.event.sequence > news.sequence && $0.failed != nil }
        return Due(
            .tellOfHolder, news.recorded.day, act: .tellOfHolder,
            (isBack ? "Tell them who has them again, and how long remains." : "Tell them who has them now, and why.")
                + (astray == true ? " The letter did not reach them." : ""))
    }
}
