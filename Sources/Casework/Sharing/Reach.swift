/// What doing something can add to a record. With `Powers` and the sharing matrix it makes the whole table of who may do
/// what with which part of a record (A6, K-007).
extension Act {
    /// The kinds of information that are ever recorded under this act. `Office.perform` refuses to record any other.
    public var records: Set<Category> {
        switch self {
        case .findCustomer, .readCase, .readCaseload, .readInbox, .readPayments, .readProof, .readDraws, .readLooks,
            .readRequests, .readCopy, .readJourneys, .readPaper, .readSafety, .readSessions, .setShares, .setOffers,
            .administer,
            .manageReceivers, .enterClerical, .holdSession, .eraseRecord:
            []
        case .registerCustomer, .takeUpRecord, .nameLead, .setLanguage: [.identity]
        case .correctCustomer: [.identity, .contact]
        case .stateNeeds: [.contact]
        case .stateBenefit: [.money]
        case .reportChange, .answerChange, .resolveChange:
            [.contact, .household, .health, .convictions, .money, .work]
        case .checkCaller: [.contact]
        case .askConsent, .recordConsent, .inviteCustomer, .askForLink, .nameSupporter, .askRight, .answerRight:
            [.sharing]
        // Taken apart again, who the person is is written again without what came from the other record.
        case .mergeRecords: [.sharing, .identity]
        case .recordReferralInterview, .refer, .acknowledgeReferral, .queryReferral, .answerQuery,
            .askForDetails, .answerDetails, .assign, .changeAdviser, .endReferral, .recordReturn,
            .stateStatus, .extendQuery, .handBack,
            .readHandBack, .tellOfEnd, .passOn,
            .answerTransfer, .recordHandover, .recordContact, .tellOfHolder, .inviteToSession, .recordSession,
            .declineSession, .tellOfJoining, .decideToJoin:
            [.referral]
        case .bookAppointment, .giveNotice, .remind, .moveAppointment, .cancelAppointment, .recordMiss,
            .confirmAppointment, .askToMove, .recordFirstMeeting:
            [.appointments]
        case .recordUndelivered: [.appointments, .contact, .referral, .identity]
        // The first attended contact attaches somebody (C05).
        case .recordAttendance: [.appointments, .referral]
        case .withdrawRecord: [.appointments, .work, .assessment, .health, .convictions, .household]
        case .recordJob, .recordProof: [.work]
        case .assess: [.assessment, .health, .convictions, .household, .equality]
        case .streamCustomer, .sayOfAssessment, .rateBarriers:
            [.assessment, .health, .convictions, .household]
        case .raiseSafety, .openUrgent, .hideSafety, .wishForAdviser: [.safety]
        case .seePoint: [.assessment]
        case .recordSpecialist: [.assessment, .health]
        case .editPlan, .answerPlan, .reviewPlan, .bringInPlan, .mandateAction: [.plan]
        case .askQuestion, .answerQuestion, .complain, .answerComplaint: [.voice]
        }
    }

    /// Whether it may be told by somebody who does not read what others told of the same kind: whoever meets a danger says
    /// so (K-003), whoever holds a session says who came (C02), and whoever a person claims with now says that (K-010).
    public var isToldUnread: Bool {
        switch self {
        case .raiseSafety, .openUrgent, .wishForAdviser, .recordSession, .takeUpRecord: true
        default: false
        }
    }
}
