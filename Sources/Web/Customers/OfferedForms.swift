import Casework
import Kernel

extension CaseFormName {
    /// What the form asks to be done: who is offered it and who may send it are read from the same table.
    var act: Act {
        switch self {
        case .takeUp, .giveBack, .tellKeeper: .takeUpRecord
        case .nameLead: .nameLead
        case .correct, .email: .correctCustomer
        case .language: .setLanguage
        case .needs: .stateNeeds
        case .benefit: .stateBenefit
        case .interview: .recordReferralInterview
        case .reportChange, .withdrawChange, .contactFailed, .confirmContacts: .reportChange
        case .acknowledgeChange, .applyChange, .disputeChange: .answerChange
        case .resolveChange: .resolveChange
        case .callerCheck: .checkCaller
        case .refer: .refer
        case .acknowledge: .acknowledgeReferral
        case .query: .queryReferral
        case .extendQuery: .extendQuery
        case .answer: .answerQuery
        case .askDetails: .askForDetails
        case .answerDetails: .answerDetails
        case .assign: .assign
        case .changeAdviser: .changeAdviser
        case .book: .bookAppointment
        case .notice: .giveNotice
        case .remind: .remind
        case .attend: .recordAttendance
        case .firstMeeting: .recordFirstMeeting
        case .move: .moveAppointment
        case .cancel: .cancelAppointment
        case .miss: .recordMiss
        case .saidAhead: .askToMove
        case .withdrawOutcome, .withdrawJob, .withdrawEnd, .withdrawProof, .withdrawAssessment,
            .withdrawPoint, .withdrawSpecialist:
            .withdrawRecord
        case .job, .hours, .endJob: .recordJob
        case .planGoal, .planChangeGoal, .planCloseGoal, .planBarrier, .planOrder, .planCloseBarrier, .planAction,
            .planSuggested, .planRefuse, .planChange, .planDone, .planMissed, .planDrop, .planTime, .planEndTime:
            .editPlan
        case .planNotice: .mandateAction
        case .planAgree, .planObject: .answerPlan
        case .planReview, .planCopy, .planAnswer: .reviewPlan
        case .planBringIn, .planJoin: .bringInPlan
        case .share, .packet, .answerShare, .withdrawShare: .recordConsent
        case .endReferral, .withdrawExit: .endReferral
        case .returned, .withdrawReturn: .recordReturn
        case .takingPart: .stateStatus
        case .handBack, .withdrawHandBack: .handBack
        case .readHandBack: .readHandBack
        case .tellEnd: .tellOfEnd
        case .invite, .uninvite: .inviteToSession
        case .sessionCame, .sessionMissed, .withdrawSession: .recordSession
        case .tellOfJoining: .tellOfJoining
        case .decideToJoin: .decideToJoin
        case .raiseSafety, .reviewSafety: .raiseSafety
        case .hideSafety: .hideSafety
        case .openUrgent, .handOverUrgent: .openUrgent
        case .wishForAdviser: .wishForAdviser
        case .passOn, .takeBack, .keep: .passOn
        case .takeOn, .turnDown: .answerTransfer
        case .handover, .callOffMeeting: .recordHandover
        case .contact: .recordContact
        case .tellHolder: .tellOfHolder
        case .askShare: .askConsent
        case .letIn, .shutOut: .inviteCustomer
        case .nameSupporter, .supporterCode, .endSupporter: .nameSupporter
        case .keepTime: .moveAppointment
        case .askFor: .askQuestion
        case .complainFor: .complain
        case .answerQuestion: .answerQuestion
        case .acknowledgeComplaint, .answerComplaint: .answerComplaint
        case .refuseRequest, .confirmCorrection: .answerRight
        case .statement: .askRight
        case .merge, .separate: .mergeRecords
        case .proof: .recordProof
        case .assess, .finishAssessment: .assess
        case .stream: .streamCustomer
        case .sayOfAssessment: .sayOfAssessment
        case .barriers: .rateBarriers
        case .point: .seePoint
        case .specialist: .recordSpecialist
        }
    }
}

/// The forms a reader may open about one customer.
struct OfferedForms: Sendable {
    let actor: Author
    let relation: Relation
    let subject: Identifier<CaseFile>
    /// Nothing is offered on a page of the past.
    let isPast: Bool

    func may(_ form: CaseFormName) -> Bool {
        !isPast && Powers.grant(form.act, to: actor.role, as: relation) != nil
    }

    /// A plain link, for what is seldom done.
    /// - Returns: nil when the reader may not send it.
    func plain(_ form: CaseFormName, _ text: String, about object: String, item: String) -> Element<
        Both<String, Element<String>>
    >? {
        guard may(form) else { return nil }
        return a(.href(SiteURL.itemForm(form, subject, item: item).address)) {
            text
            span(.class("unseen")) { " \(object)" }
        }
    }

    /// - Parameters:
    ///   - object: what it is about, for those who hear it.
    ///   - item: the appointment, job or proof it is about.
    /// - Returns: nil when the reader may not send it.
    func link(
        _ form: CaseFormName, _ text: String, about object: String? = nil, item: String? = nil, primary: Bool = false
    ) -> LinkButton? {
        guard may(form) else { return nil }
        let address = item.map { SiteURL.itemForm(form, subject, item: $0) } ?? .form(form, subject)
        return LinkButton(text, to: address.address, about: object, primary: primary)
    }
}

/// The buttons a reader is offered in one place; nothing at all where there are none.
struct OfferedButtons: Component {
    private let offered: Fragment

    init(@HTMLBuilder offered: () -> some HTML) { self.offered = Fragment(offered) }

    var body: some HTML {
        if !offered.isEmpty { Buttons { offered } }
    }
}
