/// Everything a person can do here. Authorisation, the audit and the powers table read this one list.
public enum Act: String, Sendable, Hashable, CaseIterable {
    // Finding and reading
    case findCustomer = "find-customer"
    case readCase = "read-case"
    case readCaseload = "read-caseload"
    case readInbox = "read-inbox"
    case readPayments = "read-payments"
    case readJourneys = "read-journeys"
    case readProof = "read-proof"
    case readDraws = "read-draws"
    case readLooks = "read-looks"
    // Customer
    case registerCustomer = "register-customer"
    case takeUpRecord = "take-up-record"
    case correctCustomer = "correct-customer"
    case setLanguage = "set-language"
    case stateNeeds = "state-needs"
    case stateBenefit = "state-benefit"
    // Circumstances
    case reportChange = "report-change"
    case answerChange = "answer-change"
    case resolveChange = "resolve-change"
    case checkCaller = "check-caller"
    // Sharing
    case askConsent = "ask-consent"
    case recordConsent = "record-consent"
    // Referral
    case recordReferralInterview = "record-referral-interview"
    case refer
    case acknowledgeReferral = "acknowledge-referral"
    case queryReferral = "query-referral"
    case answerQuery = "answer-query"
    case assign
    case changeAdviser = "change-adviser"
    case endReferral = "end-referral"
    case recordReturn = "record-return"
    case handBack = "hand-back"
    case readHandBack = "read-hand-back"
    case tellOfEnd = "tell-of-end"
    // The chain
    case passOn = "pass-on"
    case answerTransfer = "answer-transfer"
    case recordHandover = "record-handover"
    case recordContact = "record-contact"
    case tellOfHolder = "tell-of-holder"
    // Safety
    case raiseSafety = "raise-safety"
    case hideSafety = "hide-safety"
    case wishForAdviser = "wish-for-adviser"
    case setOffers = "set-offers"
    case readSafety = "read-safety"
    // Joining
    case holdSession = "hold-session"
    case readSessions = "read-sessions"
    case inviteToSession = "invite-to-session"
    case recordSession = "record-session"
    case declineSession = "decline-session"
    case tellOfJoining = "tell-of-joining"
    case decideToJoin = "decide-to-join"
    // Paper
    case readPaper = "read-paper"
    case enterClerical = "enter-clerical"
    // Appointments
    case bookAppointment = "book-appointment"
    case giveNotice = "give-notice"
    case remind
    case recordUndelivered = "record-undelivered"
    case recordAttendance = "record-attendance"
    case moveAppointment = "move-appointment"
    case cancelAppointment = "cancel-appointment"
    case recordMiss = "record-miss"
    case withdrawRecord = "withdraw-record"
    // Work
    case recordJob = "record-job"
    case recordProof = "record-proof"
    // Assessment
    case assess
    case streamCustomer = "stream-customer"
    case sayOfAssessment = "say-of-assessment"
    case rateBarriers = "rate-barriers"
    case seePoint = "see-point"
    // The plan
    case editPlan = "edit-plan"
    case answerPlan = "answer-plan"
    case reviewPlan = "review-plan"
    case bringInPlan = "bring-in-plan"
    case mandateAction = "mandate-action"
    // The person's rights over their record
    case askRight = "ask-right"
    case answerRight = "answer-right"
    case readRequests = "read-requests"
    case readCopy = "read-copy"
    case eraseRecord = "erase-record"
    case mergeRecords = "merge-records"
    // The customer's own page
    case inviteCustomer = "invite-customer"
    case askForLink = "ask-for-link"
    case nameSupporter = "name-supporter"
    case confirmAppointment = "confirm-appointment"
    case askToMove = "ask-to-move"
    case askQuestion = "ask-question"
    case answerQuestion = "answer-question"
    case complain
    case answerComplaint = "answer-complaint"
    // The system
    case setShares = "set-shares"
    case administer
    case manageReceivers = "manage-receivers"

    /// What it is, in words that follow “may” or “cannot”: `book an appointment`.
    public var words: String {
        switch self {
        case .findCustomer: "search for customers"
        case .readCase: "open this record"
        case .readCaseload: "see a caseload"
        case .readInbox: "see the referrals that wait"
        case .readPayments: "see payments"
        case .readJourneys: "see journey maps and how assessments serve"
        case .readProof: "open the proof of a payment"
        case .readDraws: "see the register of draws"
        case .readLooks: "see who looked"
        case .registerCustomer: "register a customer"
        case .takeUpRecord: "take up a record that others keep"
        case .correctCustomer: "correct a customer's details"
        case .setLanguage: "record the language a customer reads"
        case .stateNeeds: "record how to talk with a customer and write to them"
        case .stateBenefit: "record a benefit"
        case .reportChange: "tell a change"
        case .answerChange: "answer a change that was told"
        case .resolveChange: "decide which version stands"
        case .checkCaller: "record a caller check"
        case .askConsent: "ask to share"
        case .recordConsent: "record what a person agreed to share"
        case .recordReferralInterview: "record a referral interview"
        case .refer: "refer a customer to a programme"
        case .acknowledgeReferral: "acknowledge a referral"
        case .queryReferral: "query a referral"
        case .answerQuery: "answer a query about a referral"
        case .assign: "assign a referral to a provider and adviser"
        case .changeAdviser: "change a customer's adviser"
        case .endReferral: "end a customer's time on a programme"
        case .recordReturn: "record a return inside the allotted time"
        case .handBack: "write a summary to hand back with"
        case .readHandBack: "record that a summary was read"
        case .tellOfEnd: "tell a customer that a programme ended"
        case .passOn: "send a customer on in the supply chain"
        case .answerTransfer: "take on a customer who was sent"
        case .recordHandover: "record a warm handover"
        case .recordContact: "record a contact"
        case .tellOfHolder: "tell a customer who has them now"
        case .raiseSafety: "record how to meet a customer safely"
        case .hideSafety: "keep a safety notice from the person it is about"
        case .wishForAdviser: "record whom a customer would rather see"
        case .setOffers: "say what advisers can offer"
        case .readSafety: "see which safety notices are to be looked at again"
        case .holdSession: "hold an information session"
        case .readSessions: "see information sessions"
        case .inviteToSession: "invite a customer to an information session"
        case .recordSession: "record who came to an information session"
        case .declineSession: "say that a customer cannot go to an information session"
        case .tellOfJoining: "tell a customer what joining changes"
        case .decideToJoin: "record what a customer decides about joining"
        case .readPaper: "see paper files"
        case .enterClerical: "enter a clerical line"
        case .bookAppointment: "book an appointment"
        case .giveNotice: "send a notice"
        case .remind: "record a reminder"
        case .recordUndelivered: "record that a letter did not arrive"
        case .recordAttendance: "record attendance"
        case .moveAppointment: "move an appointment"
        case .cancelAppointment: "cancel an appointment"
        case .recordMiss: "record a missed appointment"
        case .withdrawRecord: "withdraw a record made in error"
        case .recordJob: "record a job"
        case .recordProof: "record proof of work"
        case .assess: "assess a customer"
        case .streamCustomer: "settle a customer's rating and stream"
        case .sayOfAssessment: "record what a customer says of an assessment"
        case .rateBarriers: "record what stands in the way"
        case .seePoint: "record the point a customer is at"
        case .editPlan: "change the action plan"
        case .answerPlan: "answer for an action in the plan"
        case .reviewPlan: "review the action plan"
        case .bringInPlan: "bring another plan into this one"
        case .mandateAction: "require an action"
        case .askRight: "record what a person asks about their record"
        case .answerRight: "answer what a person asked about their record"
        case .readRequests: "see what people asked about their records"
        case .readCopy: "open a copy of a whole record"
        case .eraseRecord: "erase a person from their record"
        case .mergeRecords: "make two records of one person one, or take them apart"
        case .inviteCustomer: "let a customer in to their own page"
        case .askForLink: "send a customer a new link"
        case .nameSupporter: "name a supporter"
        case .confirmAppointment: "confirm an appointment"
        case .askToMove: "ask to move an appointment"
        case .askQuestion: "ask a question"
        case .answerQuestion: "answer a question"
        case .complain: "complain"
        case .answerComplaint: "answer a complaint"
        case .setShares: "set the shares of an area"
        case .administer: "manage accounts"
        case .manageReceivers: "have a program told of events"
        }
    }
}

extension Act {
    /// What somebody must see to do it, where a reader may see some of a case and not the rest.
    public var category: Category? {
        switch self {
        case .editPlan, .answerPlan, .reviewPlan, .bringInPlan, .mandateAction: .plan
        case .askQuestion, .answerQuestion, .complain, .answerComplaint: .voice
        case .confirmAppointment, .askToMove: .appointments
        case .stateNeeds: .contact
        case .assess, .streamCustomer, .sayOfAssessment, .rateBarriers, .seePoint: .assessment
        default: nil
        }
    }
}
