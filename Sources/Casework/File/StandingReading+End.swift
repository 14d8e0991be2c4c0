import Kernel

extension StandingReading {
    /// What the end of a programme asks for: the summary, that whoever keeps the record reads it, and that the person is
    /// told; and before it, that a return inside its time is recorded.
    func endDues(of referral: Referral) -> [Due] {
        [recordReturn(referral), handBack(referral), readHandBack(referral), tellingOfEnd(referral)].compactMap(\.self)
    }

    /// Back on a benefit inside the allotted time, where no return is recorded since they were off it: whoever has them
    /// hears of it by that record alone (C13, D-032). Said to whoever reads of their benefits, while they are on one: there
    /// is nothing to come back from where they are off it again.
    private func recordReturn(_ referral: Referral) -> Due? {
        guard let attachment = referral.attachment, referral.takesReturns, day <= attachment.until,
            let circumstances, !circumstances.isOffBenefit(on: day),
            let back = circumstances.lastReturn(after: attachment.on, until: day),
            !referral.returns.contains(where: { $0.on > back.offSince })
        else { return nil }
        return Due(
            .recordReturn, back.on, act: .recordReturn,
            back.isKnown
                ? "Back on benefit since \(back.on.written), inside the programme’s time. Record the return."
                : "Said to be back on benefit since \(back.on.written), inside the programme’s time. Check it, and record the return."
        )
    }

    /// The summary to hand somebody back with: from the last weeks of the allotted time, or an exit, until it is written.
    /// As many weeks after the end it is asked for no more, so that a list is not filled by those of long ago (ours).
    private func handBack(_ referral: Referral) -> Due? {
        guard referral.handedBack == nil, referral.isNearItsEnd(on: day), let last = referral.supportedUntil,
            day <= last.adding(days: HandBack.days)
        else { return nil }
        return Due(
            .handBack, last, act: .handBack,
            day <= last
                ? "Write the summary to hand back with, and show it to them, by \(last.written)."
                : "Their time ended on \(last.written) and no summary is handed back. Write it, and show it to them.")
    }

    /// For as many weeks after it came (ours).
    private func readHandBack(_ referral: Referral) -> Due? {
        guard let handedBack = referral.handedBack, handedBack.read == nil else { return nil }
        let came = handedBack.event.recorded.day
        guard day <= came.adding(days: Due.daysSaid) else { return nil }
        return Due(
            .readHandBack, came, act: .readHandBack,
            "Read the hand-back: the provider’s summary came on \(came.written).")
    }

    /// For as many weeks after it was recorded (ours).
    private func tellingOfEnd(_ referral: Referral) -> Due? {
        guard let news = referral.endNews, !referral.knowsOfEnd else { return nil }
        let since = news.event.recorded.day
        guard day <= since.adding(days: Due.daysSaid) else { return nil }
        let asked =
            switch news {
            case .ended: "Tell them the programme has ended, and why."
            case .mistake(let taken): "Tell them that \(taken.entry.words) was recorded in error."
            }
        let astray = referral.toldOfEnd.last.map { $0.event.sequence > news.event.sequence && $0.failed != nil }
        return Due(
            .tellOfEnd, since, act: .tellOfEnd, asked + (astray == true ? " The letter did not reach them." : ""))
    }

    /// Whoever had the person by a referral that counts as withdrawn, since an earlier one of the same person stands: said
    /// to it alone, for as many weeks after the two records were made one (ours).
    var madeOneDues: [Due] {
        referrals.compactMap { referral -> Due? in
            guard referral.duplicateOf != nil, let made = referral.withdrawn?.recorded.day,
                made <= day, day <= made.adding(days: Due.daysSaid), let organisation,
                referral.providers.contains(organisation)
            else { return nil }
            return Due(
                .madeOne, made, act: .readCase, organisation: organisation,
                "This person’s record is now part of another, where an earlier referral stands. Yours counts as withdrawn from \(made.written)."
            )
        }
    }

    /// That two records which were one were taken apart again, after which what is due on this one may be other than it
    /// was: said to each provider of a referral made before then, for as many weeks (C12; the weeks are ours). Payments are
    /// spoken of to whoever sees them alone.
    var partedDues: [Due] {
        guard let parted, let organisation, referrals.contains(where: { $0.isParted(parted, by: organisation) })
        else { return [] }
        let on = parted.recorded.day
        guard on <= day, day <= on.adding(days: Due.daysSaid) else { return [] }
        let look = payable == nil ? "Look at what is on this record now." : "See what is due on this record now."
        return [
            Due(
                .takenApart, on, act: .readCase, organisation: organisation,
                "Two records were taken apart on \(on.written), and this is one of them. \(look)")
        ]
    }
}

extension Referral {
    /// Whether an organisation had the person by it when two records were taken apart.
    func isParted(_ parted: EventStamp, by organisation: Identifier<Organisation>) -> Bool {
        made.recorded <= parted.recorded && providers.contains(organisation)
    }
}
