import Kernel

/// Every number of the simulation's model, with where it comes from. What is ours was chosen so that the published
/// figures come out, or to keep a case near thirty events.
enum SimulationParameters {
    // MARK: Attendance

    /// First appointments kept, of those booked: 65% at one provider's office (DWP RR 821, section 5.2.3).
    static let firstKept = 0.65
    /// After so many first appointments missed no more are booked (ours).
    static let firstAttempts = 6
    /// Later appointments missed: 20% failed to attend (DWP RR 278, footnote 22, of Pathways in seven districts).
    static let laterMissed = 0.20
    /// Those who come but late (ours).
    static let late = 0.08
    /// Weeks between later appointments (ours; D-085's fortnight would make a case of a hundred events).
    static let weeksBetweenMeetings = 8

    // MARK: Starting work

    /// The chance of starting work in four weeks in which the profile stands at 1, by the month of referral.
    ///
    /// Ours: set so that 8.5% of those referred in June 2011 and 13.0% of those referred in June 2012 have a job outcome
    /// within 12 months (House of Commons Library SN/EP/6340). Months between are interpolated; before and after, the
    /// nearest holds.
    static let jobEntry: [(month: (year: Int, month: Int), chance: Double)] = [
        ((2011, 6), 0.0241), ((2012, 6), 0.0401),
    ]

    /// How that chance changes with each four weeks since attachment; the last holds on.
    ///
    /// Ours: little at first, most from the third month to the tenth and little afterwards, so that the median numbers of
    /// sustainment payments by 31 March 2013 are those of written answer 164391.
    static let profile = [0.02, 0.06, 0.6, 1.3, 1.3, 1, 0.9, 0.85, 0.8, 0.7, 0.4, 0.15, 0.06, 0.05]
    /// How much likelier a next job is for somebody who has had one (ours).
    static let nextJob = 2.0
    /// Days without work after a job ends, at least (ours).
    static let daysBetweenJobs = 28

    // MARK: Staying in work

    /// The chance that a job ends in a week, in its first weeks and afterwards.
    ///
    /// Ours: breaks are rare enough that the medians of written answer 164391 stand.
    static let endsEarly = 0.012
    static let earlyWeeks = 13.0
    static let endsLater = 0.001

    // MARK: Who

    /// The nine groups: their share of referrals, and their chance of starting work beside group 2's.
    ///
    /// The shares are ours: the job outcomes paid for each group by 31 March 2014 (written answer of 13 October 2014, the
    /// money divided by the group's fee) divided by the chance beside it. The chances are ours: no source gives a rate for
    /// the smaller groups.
    static let groups: [Group] = {
        let paid: [(id: String, outcomes: Double, chance: Double)] = [
            ("1", 80_280_000 / 1200, 1), ("2", 151_468_000 / 1200, 1), ("3", 74_377_000 / 1200, 1),
            ("4", 3_537_000 / 1200, 1), ("5", 3_254_000 / 1000, 0.35), ("6", 12_030_000 / 1200, 0.35),
            ("7", 3_254_000 / 3500, 0.25), ("8", 521_000 / 1000, 0.35), ("9", 3_068_000 / 1200, 0.8),
        ]
        let all = paid.reduce(0) { $0 + $1.outcomes / $1.chance }
        return paid.map { Group(id: $0.id, share: $0.outcomes / $0.chance / all, chance: $0.chance) }
    }()

    struct Group: Sendable {
        let id: String
        let share: Double
        let chance: Double
    }

    // MARK: Paper

    /// Days after the end of four weeks' work when their proof is recorded, and after a change of benefit when it is known
    /// (ours).
    static let proofAfter = 4
    static let benefitKnownAfter = 6
}
