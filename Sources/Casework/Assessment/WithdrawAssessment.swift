public import Kernel

/// Takes back an assessment made in error, as one of the wrong person. It stays in the record and counts for nothing.
/// - Refuses: an assessment that is not there or was withdrawn already.
public struct WithdrawAssessment: CaseCommand {
    public let assessment: Identifier<Assessment>
    public let why: Words

    public init(assessment: Identifier<Assessment>, why: Words) {
        self.assessment = assessment
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = try file.assessments.assessment(assessment)
        return [.assessment(.withdrawn(held.id, held.begun.id, .open(why)))]
    }
}

/// Takes back a point recorded in error; where the person was before is where they are.
/// - Refuses: a point that is not there or was withdrawn already.
public struct WithdrawPoint: CaseCommand {
    public let event: Identifier<Event<CaseFile>>
    public let why: Words

    public init(event: Identifier<Event<CaseFile>>, why: Words) {
        self.event = event
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard file.assessments.standingPoints.contains(where: { $0.event.id == event }) else {
            throw Refusal(
                "point.none", "There is no such point to withdraw. Choose one from the assessment page.")
        }
        return [.assessment(.pointWithdrawn(event, .open(why)))]
    }
}
