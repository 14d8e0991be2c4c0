import Kernel

extension StandingReading {
    /// A change of benefit that is known, on a referral that binds somebody, asks whether taking part is still required
    /// (C14, G-128). A change is one off a benefit by which their group is entered, or on to another. While they are on
    /// none, nothing can be required and nothing is asked (ours).
    func statusDues(of referral: Referral) -> [Due] {
        guard !referral.isOver(on: day), referral.basis(on: day) == .mandatory, let circumstances,
            let group = programmes[referral.programme]?.group(referral.group), !circumstances.isOffBenefit(on: day)
        else { return [] }
        let since = referral.statuses.last?.event.sequence ?? referral.made.sequence
        let news = circumstances.statements.last {
            $0.event.sequence > since && $0.statement.certainty == .known
                && $0.statement.on != group.benefits.contains($0.statement.benefit)
        }
        guard let told = news?.event.recorded.day else { return [] }
        return [
            Due(
                .stateStatus, told, act: .stateStatus,
                "A change of benefit was recorded on \(told.written). Say whether taking part is still required.")
        ]
    }
}
