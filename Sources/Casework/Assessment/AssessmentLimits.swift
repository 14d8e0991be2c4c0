/// By when somebody on a programme is assessed and has a plan, how long an assessment may stay half done, and what
/// specialists find out besides (C06, C07).
public struct AssessmentLimits: Sendable, Equatable {
    /// The meeting with the provider, the first being 1, by which there is an assessment.
    public let assessedByMeeting: Figure<Int>
    /// From its beginning to its end.
    public let finish: Figure<TimeLimit>
    /// From its end to the adviser's word on what it came to.
    public let settle: Figure<TimeLimit>
    /// The meeting by which there is something on the plan.
    public let plannedByMeeting: Figure<Int>
    public let specialists: SpecialistRules

    public init(
        assessedByMeeting: Figure<Int>, finish: Figure<TimeLimit>, settle: Figure<TimeLimit>,
        plannedByMeeting: Figure<Int>, specialists: SpecialistRules
    ) {
        self.assessedByMeeting = assessedByMeeting
        self.finish = finish
        self.settle = settle
        self.plannedByMeeting = plannedByMeeting
        self.specialists = specialists
    }
}
