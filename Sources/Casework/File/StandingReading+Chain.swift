import Kernel

extension StandingReading {
    /// What the way down the chain asks for: an answer, what follows a refusal, a first contact, that the person knows who
    /// has them, and the last meeting they wanted.
    func chainDues(of referral: Referral) -> [Due] {
        guard !referral.isOver(on: day) else { return [] }
        let dues = [
            answer(referral), refused(referral), contact(referral), contactAgain(referral), telling(referral),
            lastMeeting(referral),
        ]
        return dues.compactMap(\.self)
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

    /// A refusal comes back to whoever has the person: it sends them on elsewhere, or says that it keeps them (G-085).
    private func refused(_ referral: Referral) -> Due? {
        guard let hop = referral.refusedHop, case .turnedDown(let event, let reason, _) = hop.answer else { return nil }
        let why = programmes[referral.programme]?.reason(reason, in: .chainRefusal)?.text.inSentence
        return Due(
            .turnedDown, event.recorded.day, act: .passOn, organisation: referral.holder,
            "Turned down on \(event.recorded.day.written) by the organisation they were sent on to"
                + (why.map { ": \($0)" } ?? "") + ". Send them on elsewhere, or say that you keep them.")
    }

    /// When their adviser changed they wanted a last meeting with both, and none is on record (G-125). After four weeks it
    /// is asked for no more (ours).
    private func lastMeeting(_ referral: Referral) -> Due? {
        guard let wanted = referral.meetingWanted, day <= wanted.recorded.day.adding(days: Due.daysSaid) else {
            return nil
        }
        return Due(
            .lastMeeting, wanted.recorded.day, act: .recordHandover, organisation: referral.holder,
            "They want a last meeting with both advisers. Hold it, and record it as a warm handover.")
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
                : "Make first contact by \(first.last.written).") + tried(first.tried))
    }

    /// Whoever has somebody again hears of it, and makes contact as at first: within the limit of the programme where it
    /// sets one (C13).
    private func contactAgain(_ referral: Referral) -> Due? {
        guard let back = referral.unmetReturn(appointments), let left = referral.timeLeft(on: day) else { return nil }
        let heard = back.event.recorded.day
        let last = last(.contactAfterReturn, of: referral, after: heard)
        let late = last.map { $0 < day } ?? false
        let attempts = referral.chain.contacts.filter {
            !$0.attempt.counts && $0.event.sequence > back.event.sequence
        }.map(\.attempt)
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

    /// How often and by which routes somebody was tried (G-119): ` Tried 3 times: by phone (twice), by letter.`
    func tried(_ attempts: [ContactTry]) -> String {
        guard !attempts.isEmpty else { return "" }
        let routes = ContactTry.Route.allCases.compactMap { route -> String? in
            let count = attempts.count { $0.route == route }
            guard count > 0 else { return nil }
            return route.title.inSentence + (count < attempts.count && count > 1 ? " (\(times(count)))" : "")
        }
        return " Tried \(times(attempts.count)): \(routes.joined(separator: ", "))."
    }

    private func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }

    private func telling(_ referral: Referral) -> Due? {
        guard let news = referral.holderNews, !referral.knowsHolder(appointments) else { return nil }
        let asked =
            if referral.returnToHolder != nil {
                "Tell them who has them again, and how long remains."
            } else if referral.isFirstNews() {
                "Tell them who has them now, why, for how long, and what happens next."
            } else {
                "Tell them who has them now, and why."
            }
        let astray = referral.chain.told.last.map { $0.event.sequence > news.sequence && $0.failed != nil }
        return Due(
            .tellOfHolder, news.recorded.day, act: .tellOfHolder, organisation: referral.teller(keepers),
            asked + (astray == true ? " The letter did not reach them." : ""))
    }
}
