public import Kernel

/// Where somebody is and what needs doing, worked out from the record alone: what a customer's page says now, and what
/// brings somebody on to the list of today.
public struct Standing: Sendable, Equatable {
    /// `Attached since 4 June 2012; 12 of 104 weeks; in work since 1 August 2012.`
    public let whereTheyAre: String
    /// The most urgent first: what is overdue, then in the order in which things are done.
    public let dues: [Due]

    /// What to do next; nil when nothing waits.
    public var nextStep: Due? { dues.first { $0.code != .allottedTimeEnds } }
}

/// One thing that waits to be done, or that is about to happen.
public struct Due: Sendable, Equatable {
    public let code: DueCode
    /// What and by when, in a sentence.
    public let sentence: String
    /// The last day for it; where no limit is set, the day since which it waits.
    public let day: CalendarDay
    /// Whether a limit has passed; never so where none is set.
    public let overdue: Bool
    /// What would settle it; nil when nobody has to do anything yet.
    public let act: Act?
    public let appointment: Identifier<Appointment>?
    /// The organisation it falls to, where it falls to one alone.
    public let organisation: Identifier<Organisation>?
    /// The programme it is about, where that is one the person may join.
    public let programme: String?
    /// Whose promise it is, where it is of the plan and another's than the reader's own: said with their name.
    public let owner: PlanOwner?

    /// Danger first, then what is late.
    public var rank: Int { code == .handOverUrgent ? 0 : overdue ? 1 : 2 }

    /// For how many days after something happened it is said that it waits, where nothing else ends it: so that a list is
    /// not filled by what is long ago. Ours.
    public static let daysSaid = 28

    init(
        _ code: DueCode, _ day: CalendarDay, overdue: Bool = false, act: Act? = nil,
        appointment: Identifier<Appointment>? = nil, organisation: Identifier<Organisation>? = nil,
        programme: String? = nil, owner: PlanOwner? = nil, _ sentence: String
    ) {
        self.code = code
        self.sentence = sentence
        self.day = day
        self.overdue = overdue
        self.act = act
        self.appointment = appointment
        self.organisation = organisation
        self.programme = programme
        self.owner = owner
    }
}

/// What may be due, in the order of urgency among things that are not overdue.
public enum DueCode: String, Sendable, CaseIterable {
    case handOverUrgent = "hand-over-urgent"
    case recordOutcome = "record-outcome"
    case appointmentToday = "appointment-today"
    case leftBehind = "left-behind"
    case acknowledge
    case answerMove = "answer-move"
    case answerComplaint = "answer-complaint"
    case answerQuestion = "answer-question"
    case answerRequest = "answer-request"
    case answerQuery = "answer-query"
    case assign
    case applyChange = "apply-change"
    case resolveChange = "resolve-change"
    case answerTransfer = "answer-transfer"
    case turnedDown = "turned-down"
    case recordReturn = "record-return"
    case firstContact = "first-contact"
    case tellOfHolder = "tell-of-holder"
    case tellOfKeeper = "tell-of-keeper"
    case nameLead = "name-lead"
    case lastMeeting = "last-meeting"
    case askToShare = "ask-to-share"
    case shareAnswered = "share-answered"
    case rebook
    case serveNotice = "serve-notice"
    case serveRequired = "serve-required"
    case bookFirst = "book-first"
    case holdFirst = "hold-first"
    case askForDetails = "ask-for-details"
    case answerDetails = "answer-details"
    case stateStatus = "state-status"
    case askToJoin = "ask-to-join"
    case inviteAgain = "invite-again"
    case chooseAdviser = "choose-adviser"
    case safetyReview = "safety-review"
    case assess
    case finishAssessment = "finish-assessment"
    case settleAssessment = "settle-assessment"
    case makePlan = "make-plan"
    case planReview = "plan-review"
    case actionOverdue = "action-overdue"
    case answerProposal = "answer-proposal"
    case unseenDoer = "unseen-doer"
    case actionOverwritten = "action-overwritten"
    case revisitBarriers = "revisit-barriers"
    case firstMeetingTold = "first-meeting-told"
    case contactDoubtful = "contact-doubtful"
    case moneyGap = "money-gap"
    case silence
    case proof
    case handBack = "hand-back"
    case tellOfEnd = "tell-of-end"
    case readHandBack = "read-hand-back"
    case madeOne = "made-one"
    case takenApart = "taken-apart"
    case confirmContacts = "confirm-contacts"
    case allottedTimeEnds = "allotted-time-ends"
}

extension CaseFile {
    /// What the whole record says on a day.
    /// - Parameters:
    ///   - instruments: what assessments were made with.
    ///   - unsuited: who does not suit them any longer, by what each can offer now.
    public func standing(
        on day: CalendarDay, now: Instant, programmes: [String: Programme], rules: ServiceRules,
        instruments: [Instrument] = [], unsuited: Unsuited = Unsuited()
    ) -> Standing {
        StandingReading(
            day: day, now: now, programmes: programmes, rules: rules, registered: customer?.registered,
            interview: referralInterview,
            referrals: referrals, appointments: appointments, employment: employment, payable: self,
            plan: plan, planStream: planStream, assessments: assessments, instruments: instruments,
            rated: assessments.barriers, circumstances: circumstances, knownOff: circumstances.knownOff,
            organisation: nil, decides: false,
            voices: voices(on: day).waiting, joining: joining, safety: safety,
            urgent: safety.urgent.filter(\.isOpen), unsuited: unsuited,
            keepers: customer?.keepers, untold: untoldKeepers,
            unput: unputQuestions(matrix: SharingMatrix(), on: day)
        ).standing
    }
}

extension SeenCase {
    /// What the part of the record that its reader sees says on a day: of what they do not see, nothing is said.
    /// - Parameters:
    ///   - instruments: what assessments were made with.
    ///   - reader: who is told besides what became of what they wrote themselves; nil for nobody in particular.
    ///   - unsuited: who does not suit them any longer, by what each can offer now.
    ///   - leadLeft: whether the account of whoever a keeper named to lead is shut.
    public func standing(
        on day: CalendarDay, now: Instant, programmes: [String: Programme], rules: ServiceRules,
        instruments: [Instrument] = [], for reader: Identifier<Person>? = nil, unsuited: Unsuited = Unsuited(),
        leadLeft: Bool = false
    ) -> Standing {
        StandingReading(
            day: day, now: now, programmes: programmes, rules: rules, registered: registered, interview: interview,
            referrals: referrals, appointments: appointments, employment: employment, payable: payable,
            plan: plan, planStream: planStream, assessments: assessments, instruments: instruments,
            shut: Set(Category.allCases.filter { !sight.sees($0) }), rated: assessments?.barriers ?? [],
            circumstances: circumstances, knownOff: knownOff,
            organisation: sight.organisation,
            decides: sight.relation == .jobcentre || sight.relation == .council,
            voices: voices?.waiting ?? [], seesReferrals: sight.sees(.referral),
            seesEveryReferral: !sight.isForItsOwn(.referral), seesAllWork: !sight.isForItsOwn(.work), joining: joining,
            safety: sight.organisation == nil ? nil : safety, urgent: urgent, unsuited: unsuited,
            reader: reader, keepers: keepers,
            isUnled: sight.role == .teamManager && [.jobcentre, .council].contains(sight.relation) && identity != nil
                && seesWhoLeads && (leadLeft || lead(on: day) == nil),
            leadLeft: leadLeft,
            untold: untoldKeepers, unput: unput, planReaders: planReaders, unseenDoers: unseenDoers,
            ownQuestions: ownQuestions,
            requests: rights?.open ?? [], parted: parted, completeness: completeness
        ).standing
    }
}
