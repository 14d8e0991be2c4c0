public import Kernel

/// An employment programme as data: who it is for, what happens, what is paid and what may be required.
///
/// Read from a dated YAML file by the Programmes room. Nothing a ministry or a council can change is a constant in code.
public struct Programme: Sendable, Equatable {
    /// As the file writes it: `work-programme-2011`.
    public let id: String
    public let title: String
    /// What it is, in a paragraph for a reader who has never met it.
    public var summary = ""
    public var nations: [Nation] = []
    /// The days on which customers may be referred.
    public var runs: DayRange = .always
    /// How long support lasts from attachment; nil when nothing fixes it.
    public var allottedTime: Figure<AllottedTime>?
    /// Whether support ends when the last payment falls due (C13); nil where the file says nothing, which is no.
    public var finalPaymentEnds: Figure<Bool>?
    public var benefits: [BenefitKind] = []
    public var circumstances: [CircumstanceKind] = []
    /// The order in which groups are tried; the first met decides.
    public var groupsTried: [String] = []
    public var groups: [PaymentGroup] = []
    /// What joining means, said to everyone: how long, and what changes.
    public var joining: [String] = []
    public var duties: [Duties] = []
    public var participation: [ParticipationRow] = []
    /// The duties of somebody for whom no participation row answers.
    public var dutiesOtherwise: String?
    public var tariff = Tariff([])
    public var conditionality: [Conditionality] = []
    public var missedAppointments: MissedAppointmentPolicy = .automatic
    /// Whether an undecided doubt lapses in the customer's favour after the decision limit.
    public var undecidedDoubtLapses = false
    public var limits: [LimitKind: Dated<Figure<TimeLimit>>] = [:]
    public var standards: [ServiceStandard] = []
    public var interviews: InterviewPathway?
    public var stages: [JourneyStage] = []
    public var menu: [MenuItem] = []
    public var funds: [FundTerms] = []
    public var reasons: [ReasonList: [ProgrammeReason]] = [:]
    public var referralInterview: [ReferralTopic] = []
    public var sharing: [SharedItem] = []
    public var proofs: [ProofKind] = []

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

extension Programme {
    public func group(_ id: String) -> PaymentGroup? { groups.first { $0.id == id } }
    public func benefit(_ code: String) -> BenefitKind? { benefits.first { $0.code == code } }
    public func circumstance(_ code: String) -> CircumstanceKind? { circumstances.first { $0.code == code } }
    public func duties(_ id: String) -> Duties? { duties.first { $0.id == id } }
    public func fund(_ id: String) -> FundTerms? { funds.first { $0.id == id } }
    public func proof(_ code: String) -> ProofKind? { proofs.first { $0.code == code } }

    /// A reason by its code, or nil when the programme's list does not have it.
    public func reason(_ code: String, in list: ReasonList) -> ProgrammeReason? {
        reasons[list]?.first { $0.code == code }
    }

    /// A time limit in force on a day, or nil when the programme sets none.
    public func limit(_ kind: LimitKind, on day: CalendarDay) -> Figure<TimeLimit>? { limits[kind]?.on(day) }

    /// The ladder for a failure on a day, or nil when no amounts are known for that benefit: then refuse, never guess.
    public func ladder(benefit: String, failure day: CalendarDay) -> SanctionLadder? {
        conditionality.first { $0.benefit == benefit }?.ladders.on(day)
    }
}
