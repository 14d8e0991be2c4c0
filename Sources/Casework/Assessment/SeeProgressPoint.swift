public import Kernel

/// Records the point a person was seen at, with what showed it; back as well as on (C32).
/// - Refuses: no evidence, the point they are at already, and D for somebody who must attend a pathway's interviews, who
///   by the pathway's own account is not found there.
public struct SeeProgressPoint: CaseCommand {
    public let point: ProgressPoint
    public let evidence: Words?

    public init(_ point: ProgressPoint, evidence: Words?) {
        self.point = point
        self.evidence = evidence
    }

    public static let act = Act.seePoint
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try file.requireSight(.assessment, in: context)
        let now = file.assessments.point?.point
        guard point != now else {
            throw Refusal(
                "point.same", "Point \(point.rawValue) is recorded already. Choose another when they move.",
                field: "point")
        }
        guard let evidence else {
            throw Refusal(
                "point.evidence", "Say what showed it: what the customer did or said.", rule: "C32", field: "words")
        }
        if point == .d, let referral = file.referral, referral.basis == .mandatory,
            context.programmes[referral.programme]?.interviews != nil
        {
            throw Refusal(
                "point.mandatory",
                "Point D is for those who come by choice or were screened out. For somebody who must attend, record C.",
                rule: "C32", field: "point")
        }
        return [.assessment(.pointSeen(point, from: now, .open(evidence)))]
    }
}
