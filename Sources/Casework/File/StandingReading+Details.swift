import Kernel

extension StandingReading {
    /// What a thin referral asks for: that whoever has the person asks the sender, once, and that the sender answers. It
    /// ends when nothing that was asked is missing, with an answer, once what came is enough, or when the person starts.
    func detailsDues(of referral: Referral) -> [Due] {
        guard let completeness, let acknowledged = referral.acknowledged, referral.details.enough == nil else {
            return []
        }
        guard let asked = referral.details.asked else {
            let score = completeness.score
            guard score.isBelow(rules.referralIsThinBelow.value) else { return [] }
            return [
                Due(
                    .askForDetails, acknowledged.recorded.day, act: .askForDetails,
                    "The referral came with \(score.written) of what is needed to begin. Ask the sender for the rest: "
                        + "\(completeness.missing.written).")
            ]
        }
        let waiting = referral.details.waiting(completeness)
        guard !waiting.isEmpty else { return [] }
        let day = asked.event.recorded.day
        return [
            Due(
                .answerDetails, day, act: .answerDetails,
                "The provider asked on \(day.written) for what the referral came without: \(waiting.written). "
                    + "Record it, or say what you know.")
        ]
    }
}
