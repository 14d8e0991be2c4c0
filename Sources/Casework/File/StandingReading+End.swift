import Kernel

extension StandingReading {
    /// The summary to hand somebody back with: from the last weeks of the allotted time, or an exit, until it is written.
    /// As many weeks after the end it is asked for no more, so that a list is not filled by those of long ago (ours).
    func handBack(_ referral: Referral) -> Due? {
        guard referral.handedBack == nil, referral.isNearItsEnd(on: day), let last = referral.supportedUntil,
            day <= last.adding(days: HandBack.days)
        else { return nil }
        return Due(
            .handBack, last, act: .handBack,
            day <= last
                ? "Write the summary to hand back with, and show it to them, by \(last.written)."
                : "Their time ended on \(last.written) and no summary is handed back. Write it, and show it to them.")
    }
}
