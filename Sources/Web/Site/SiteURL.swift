import Casework
import Kernel
import Records

/// Every address of the site: routes are declared from it and links are printed from it.
enum SiteURL: Sendable {
    case home, signIn(next: String?), signOut, actAs, keys, health, clock
    case api, apiDescription, tokens, endToken(Identifier<AccessToken>)
    case receivers, endReceiver(Identifier<Receiver>)
    case today, caseload([(String, String)]), inbox, search(String?), register
    case customer(Identifier<CaseFile>), looks(Identifier<CaseFile>, before: String? = nil)
    case journey(Identifier<CaseFile>, [(String, String)] = [])
    /// A form about a customer.
    case form(CaseFormName, Identifier<CaseFile>)
    case assessment(Identifier<CaseFile>), assessmentOf(Identifier<CaseFile>, Identifier<Assessment>)
    /// One section of an assessment's questions.
    case assessmentPart(Identifier<CaseFile>, Identifier<Assessment>, String, AssessmentMode)
    /// A form about one thing of a customer's: an appointment, a job, a proof.
    case itemForm(CaseFormName, Identifier<CaseFile>, item: String)
    case sharing(Identifier<CaseFile>)
    case circumstances(Identifier<CaseFile>)
    case chain, advisers, paper
    /// Records that may be of the same person, and those that are part of this one.
    case duplicates(Identifier<CaseFile>, typed: String? = nil)
    case sessions, session(Identifier<InformationSession>)
    /// What people asked about their own records.
    case requests, rights(Identifier<CaseFile>), ask(Identifier<CaseFile>)
    case request(Identifier<CaseFile>, Identifier<RightsRequest>)
    case copyPage(Identifier<CaseFile>, Identifier<RightsRequest>)
    case copyData(Identifier<CaseFile>, Identifier<RightsRequest>)
    case plan(Identifier<CaseFile>), planSheet(Identifier<CaseFile>), planText(Identifier<CaseFile>)
    case document(Identifier<CaseFile>, digest: String)
    case journeys([(String, String)])
    case payments([(String, String)]), line(String), why(Identifier<CaseFile>)
    /// A code for a customer or their supporter, as it is printed.
    case code(Identifier<CaseFile>, Identifier<Invitation>)
    /// Where customers sign in, and what a link in a letter leads to.
    case welcome, welcomeLink(String), welcomeAsk
    /// The customer's own page, and the pages under it.
    case language
    case me, meChanged, mePlan, mePlanSheet, meJourney(from: Int? = nil), mePeople, meSharing, meLooks(
        before: String? = nil),
        meQuestions,
        meTell
    case meForm(OwnFormName), meItemForm(OwnFormName, item: String), meCode(Identifier<Invitation>)
    case areas, draws(Identifier<Area>, after: Int?), shares(Identifier<Area>)

    /// The pattern of each address, with its parameters named.
    enum Route: String, CaseIterable {
        case home = "/"
        case signIn = "/sign-in"
        case signOut = "/sign-out"
        case actAs = "/act-as"
        case keys = "/keys"
        case health = "/healthz"
        case clock = "/demonstration/clock"
        case api = "/api"
        case apiDescription = "/api/v1/openapi.json"
        case tokens = "/tokens"
        case endToken = "/tokens/:token/end"
        case receivers = "/receivers"
        case endReceiver = "/receivers/:receiver/end"
        case today = "/today"
        case caseload = "/caseload"
        case inbox = "/referrals"
        case chain = "/chain"
        case advisers = "/advisers"
        case paper = "/paper"
        case sessions = "/sessions"
        case session = "/sessions/:item"
        case search = "/search"
        case register = "/customers/new"
        case customer = "/customers/:case"
        case looks = "/customers/:case/looks"
        case journey = "/customers/:case/journey"
        case form = "/customers/:case/do/:form"
        case assessment = "/customers/:case/assessment"
        case assessmentOf = "/customers/:case/assessment/:item"
        case assessmentPart = "/customers/:case/assessment/:item/:section"
        case itemForm = "/customers/:case/do/:form/:item"
        case sharing = "/customers/:case/sharing"
        case circumstances = "/customers/:case/circumstances"
        case duplicates = "/customers/:case/duplicates"
        case requests = "/requests"
        case rights = "/customers/:case/requests"
        case ask = "/customers/:case/requests/new"
        case request = "/customers/:case/requests/:item"
        case copyPage = "/customers/:case/requests/:item/copy.html"
        case copyData = "/customers/:case/requests/:item/copy.json"
        case plan = "/customers/:case/plan"
        case planSheet = "/customers/:case/plan/print"
        case planText = "/customers/:case/plan.txt"
        case document = "/customers/:case/documents/:digest"
        case journeys = "/journeys"
        case payments = "/payments"
        case line = "/payments/line"
        case why = "/customers/:case/payments"
        case code = "/customers/:case/code/:item"
        case welcome = "/welcome"
        case welcomeAsk = "/welcome/link"
        case welcomeLink = "/welcome/:link"
        case language = "/language"
        case me = "/me"
        case meChanged = "/me/changed"
        case mePlan = "/me/plan"
        case mePlanSheet = "/me/plan/print"
        case meJourney = "/me/journey"
        case mePeople = "/me/people"
        case meSharing = "/me/sharing"
        case meLooks = "/me/looks"
        case meQuestions = "/me/questions"
        case meTell = "/me/tell"
        case meForm = "/me/do/:form"
        case meItemForm = "/me/do/:form/:item"
        case meCode = "/me/code/:item"
        case areas = "/areas"
        case draws = "/areas/:area/draws"
        case shares = "/areas/:area/shares"

        func filled(_ values: [String] = [], query: [(String, String)] = []) -> String {
            var values = values[...]
            let path = rawValue.split(separator: "/", omittingEmptySubsequences: false).map { part in
                part.hasPrefix(":") ? SiteURL.escape(values.popFirst() ?? "") : String(part)
            }.joined(separator: "/")
            guard !query.isEmpty else { return path }
            return path + "?" + query.map { "\($0.0)=\(SiteURL.escape($0.1))" }.joined(separator: "&")
        }
    }

    /// The address as a link prints it.
    var address: String {
        switch self {
        case .home: Route.home.filled()
        case .signIn(let next): Route.signIn.filled(query: next.map { [("next", $0)] } ?? [])
        case .signOut: Route.signOut.filled()
        case .actAs: Route.actAs.filled()
        case .keys: Route.keys.filled()
        case .health: Route.health.filled()
        case .clock: Route.clock.filled()
        case .api: Route.api.filled()
        case .apiDescription: Route.apiDescription.filled()
        case .tokens: Route.tokens.filled()
        case .endToken(let id): Route.endToken.filled([id.description])
        case .receivers: Route.receivers.filled()
        case .endReceiver(let id): Route.endReceiver.filled([id.description])
        case .today: Route.today.filled()
        case .caseload(let query): Route.caseload.filled(query: query)
        case .inbox: Route.inbox.filled()
        case .chain: Route.chain.filled()
        case .advisers: Route.advisers.filled()
        case .paper: Route.paper.filled()
        case .sessions: Route.sessions.filled()
        case .session(let id): Route.session.filled([id.description])
        case .search(let text): Route.search.filled(query: text.map { [("q", $0)] } ?? [])
        case .register: Route.register.filled()
        case .customer(let id): Route.customer.filled([id.description])
        case .looks(let id, let before):
            Route.looks.filled([id.description], query: before.map { [("before", $0)] } ?? [])
        case .journey(let id, let query): Route.journey.filled([id.description], query: query)
        case .form(let form, let id): Route.form.filled([id.description, form.rawValue])
        case .assessment(let id): Route.assessment.filled([id.description])
        case .assessmentOf(let id, let one): Route.assessmentOf.filled([id.description, one.description])
        case .assessmentPart(let id, let one, let section, let mode):
            Route.assessmentPart.filled([id.description, one.description, section], query: [("mode", mode.rawValue)])
        case .itemForm(let form, let id, let item): Route.itemForm.filled([id.description, form.rawValue, item])
        case .circumstances(let id): Route.circumstances.filled([id.description])
        case .plan(let id): Route.plan.filled([id.description])
        case .sharing(let id): Route.sharing.filled([id.description])
        case .duplicates(let id, let typed):
            Route.duplicates.filled([id.description], query: typed.map { [("other", $0)] } ?? [])
        case .requests: Route.requests.filled()
        case .rights(let id): Route.rights.filled([id.description])
        case .ask(let id): Route.ask.filled([id.description])
        case .request(let id, let item): Route.request.filled([id.description, item.description])
        case .copyPage(let id, let item): Route.copyPage.filled([id.description, item.description])
        case .copyData(let id, let item): Route.copyData.filled([id.description, item.description])
        case .planSheet(let id): Route.planSheet.filled([id.description])
        case .planText(let id): Route.planText.filled([id.description])
        case .document(let id, let digest): Route.document.filled([id.description, digest])
        case .journeys(let query): Route.journeys.filled(query: query)
        case .payments(let query): Route.payments.filled(query: query)
        case .line(let key): Route.line.filled(query: [("key", key)])
        case .why(let id): Route.why.filled([id.description])
        case .code(let id, let invitation): Route.code.filled([id.description, invitation.description])
        case .welcome: Route.welcome.filled()
        case .welcomeAsk: Route.welcomeAsk.filled()
        case .welcomeLink(let link): Route.welcomeLink.filled([link])
        case .language: Route.language.filled()
        case .me: Route.me.filled()
        case .meChanged: Route.meChanged.filled()
        case .mePlan: Route.mePlan.filled()
        case .mePlanSheet: Route.mePlanSheet.filled()
        case .meJourney(let from): Route.meJourney.filled(query: from.map { [("from", String($0))] } ?? [])
        case .mePeople: Route.mePeople.filled()
        case .meSharing: Route.meSharing.filled()
        case .meLooks(let before): Route.meLooks.filled(query: before.map { [("before", $0)] } ?? [])
        case .meQuestions: Route.meQuestions.filled()
        case .meTell: Route.meTell.filled()
        case .meForm(let form): Route.meForm.filled([form.rawValue])
        case .meItemForm(let form, let item): Route.meItemForm.filled([form.rawValue, item])
        case .meCode(let invitation): Route.meCode.filled([invitation.description])
        case .areas: Route.areas.filled()
        case .draws(let id, let after):
            Route.draws.filled([id.description], query: after.map { [("after", String($0))] } ?? [])
        case .shares(let id): Route.shares.filled([id.description])
        }
    }

    /// Whether an address is of the pages on which customers sign in.
    static func isWelcome(_ path: String) -> Bool {
        path == welcome.address || path.hasPrefix(welcome.address + "/")
    }

    /// The address with word of what was just done there.
    func saying(_ said: Said) -> String { address + (address.contains("?") ? "&" : "?") + "said=\(said.rawValue)" }

    static func escape(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.unicodeScalars.append(UnicodeScalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}

/// The forms about a customer, by the word that stands in their address.
enum CaseFormName: String, Sendable, CaseIterable {
    case correct, email, language, benefit, interview, refer, acknowledge, query, answer, assign
    case changeAdviser = "change-adviser"
    case book, notice, remind, attend, move, cancel, miss
    case withdrawOutcome = "withdraw-outcome"
    case job, hours
    case endJob = "end-job"
    case withdrawJob = "withdraw-job"
    case withdrawEnd = "withdraw-end"
    case endReferral = "end-referral"
    case returned = "return"
    case handBack = "hand-back"
    case share
    case askShare = "ask-share"
    case answerShare = "answer-share"
    case withdrawShare = "withdraw-share"
    case raiseSafety = "raise-safety"
    case reviewSafety = "review-safety"
    case hideSafety = "hide-safety"
    case wishForAdviser = "wish-for-adviser"
    case invite, uninvite
    case sessionCame = "session-came"
    case sessionMissed = "session-missed"
    case tellOfJoining = "tell-of-joining"
    case decideToJoin = "decide-to-join"
    case passOn = "pass-on"
    case takeBack = "take-back"
    case takeOn = "take-on"
    case turnDown = "turn-down"
    case handover, contact
    case tellHolder = "tell-holder"
    case refuseRequest = "refuse-request"
    case confirmCorrection = "confirm-correction"
    case statement
    case merge, separate
    case proof
    case withdrawProof = "withdraw-proof"
    case assess
    case finishAssessment = "finish-assessment"
    case stream
    case sayOfAssessment = "say-of-assessment"
    case withdrawAssessment = "withdraw-assessment"
    case barriers, point
    case withdrawPoint = "withdraw-point"
    case reportChange = "tell-change"
    case acknowledgeChange = "acknowledge-change"
    case applyChange = "apply-change"
    case disputeChange = "dispute-change"
    case resolveChange = "resolve-change"
    case withdrawChange = "withdraw-change"
    case contactFailed = "contact-failed"
    case callerCheck = "caller-check"
    case planGoal = "plan-goal"
    case planChangeGoal = "plan-change-goal"
    case planCloseGoal = "plan-close-goal"
    case planBarrier = "plan-barrier"
    case planOrder = "plan-order"
    case planCloseBarrier = "plan-close-barrier"
    case planAction = "plan-action"
    case planSuggested = "plan-suggested"
    case planRefuse = "plan-refuse"
    case planAgree = "plan-agree"
    case planObject = "plan-object"
    case planChange = "plan-change"
    case planDone = "plan-done"
    case planDrop = "plan-drop"
    case planReview = "plan-review"
    case planCopy = "plan-copy"
    case planTime = "plan-time"
    case planEndTime = "plan-end-time"
    case planBringIn = "plan-bring-in"
    case planJoin = "plan-join"
    case letIn = "let-in"
    case shutOut = "shut-out"
    case nameSupporter = "name-supporter"
    case supporterCode = "supporter-code"
    case endSupporter = "end-supporter"
    case keepTime = "keep-time"
    case answerQuestion = "answer-question"
    case acknowledgeComplaint = "acknowledge-complaint"
    case answerComplaint = "answer-complaint"
}

/// What was just done, said once at the top of the page that follows.
enum Said: String, Sendable, CaseIterable {
    case registered, corrected, email, language, benefit, interview, referred, acknowledged, queried, answered, assigned
    case adviserChanged = "adviser-changed"
    case booked, noticed, posted, reminded, attended, attached, moved, cancelled, missed, withdrawn
    case job, hours, ended, proof
    case assessmentBegun = "assessment-begun"
    case assessmentFinished = "assessment-finished"
    case answersSaved = "answers-saved"
    case answersLead = "answers-lead"
    case streamed
    case saidOfAssessment = "said-of-assessment"
    case barriers, point
    case changeTold = "change-told"
    case changeAcknowledged = "change-acknowledged"
    case changeApplied = "change-applied"
    case changeDisputed = "change-disputed"
    case changeResolved = "change-resolved"
    case changeWithdrawn = "change-withdrawn"
    case contactDoubtful = "contact-doubtful"
    case callerChecked = "caller-checked"
    case plan
    case planChanged = "plan-changed"
    case planAgreed = "plan-agreed"
    case planObjected = "plan-objected"
    case planDone = "plan-done"
    case planReviewed = "plan-reviewed"
    case planCopied = "plan-copied"
    case planBroughtIn = "plan-brought-in"
    case safety, wished, offers, clerical
    case clericalWithdrawn = "clerical-withdrawn"
    case invited, uninvited
    case sessionHeld = "session-held"
    case sessionCalledOff = "session-called-off"
    case sessionRecorded = "session-recorded"
    case joiningTold = "joining-told"
    case joiningDecided = "joining-decided"
    case meDecided = "me-decided"
    case passedOn = "passed-on"
    case takenBack = "taken-back"
    case takenOn = "taken-on"
    case turnedDown = "turned-down"
    case handedOver = "handed-over"
    case contact
    case toldOfHolder = "told-of-holder"
    case signedOut = "signed-out"
    case clock, shares, acting
    case shared, returned
    case programmeEnded = "programme-ended"
    case handedBack = "handed-back"
    case askedToShare = "asked-to-share"
    case answeredShare = "answered-share"
    case stoppedSharing = "stopped-sharing"
    case letIn = "let-in"
    case shutOut = "shut-out"
    case supporterNamed = "supporter-named"
    case supporterEnded = "supporter-ended"
    case timeKept = "time-kept"
    case voiceAcknowledged = "voice-acknowledged"
    case voiceAnswered = "voice-answered"
    case linkOnItsWay = "link-on-its-way"
    case meConfirmed = "me-confirmed"
    case meAskedToMove = "me-asked-to-move"
    case mePlan = "me-plan"
    case meAgreed = "me-agreed"
    case meObjected = "me-objected"
    case meDone = "me-done"
    case meAsked = "me-asked"
    case meComplained = "me-complained"
    case meTold = "me-told"
    case meShared = "me-shared"
    case meNotShared = "me-not-shared"
    case meStopped = "me-stopped"
    case meWished = "me-wished"
    case meSupporter = "me-supporter"
    case meSupporterEnded = "me-supporter-ended"
    case askedForRight = "asked-for-right"
    case askedForCopy = "asked-for-copy"
    case copyReviewed = "copy-reviewed"
    case copyGiven = "copy-given"
    case requestRefused = "request-refused"
    case correctionConfirmed = "correction-confirmed"
    case statementAdded = "statement-added"
    case erased
    case merged, separated
    case keysOn = "keys-on"
    case keysOff = "keys-off"
    case tokenEnded = "token-ended"
    case receiverEnded = "receiver-ended"

    var sentence: String {
        switch self {
        case .registered: "Registered. This is their record."
        case .corrected: "The details are corrected. What stood before is kept."
        case .email: "Their answer about e-mail is recorded."
        case .language: "The language they read is recorded. Their pages and letters follow it."
        case .benefit: "The benefit is recorded."
        case .interview: "The referral interview is recorded. You can refer now."
        case .referred: "Referred. The provider has been drawn and told."
        case .acknowledged: "Acknowledged. Assign an adviser next."
        case .queried: "The query has gone to the jobcentre."
        case .answered: "Your answer has gone to the provider."
        case .assigned: "Assigned. The adviser sees this customer now."
        case .adviserChanged: "The adviser is changed, and the reason kept."
        case .booked: "Booked. Send the notice next."
        case .noticed: "The notice is recorded, word for word."
        case .posted: "The notice goes by e-mail now, word for word. This page says when it has gone."
        case .reminded: "The reminder is recorded."
        case .attended: "Attendance is recorded."
        case .attached: "Attendance is recorded, and the customer is attached from that day."
        case .moved: "Moved. A notice of the old time no longer counts: send a new one."
        case .cancelled: "Cancelled. That is not a missed appointment."
        case .missed: "Recorded as missed. Nothing follows by itself; talk to the customer."
        case .withdrawn: "Withdrawn. The mistake and its correction are both kept."
        case .job: "The job is recorded."
        case .assessmentBegun: "Begun. Each part is saved as you go on."
        case .assessmentFinished: "Finished. This is what the answers came to, and why."
        case .answersSaved: "Saved."
        case .answersLead: "Saved. Your answers lead to more questions here."
        case .streamed: "The rating and stream are recorded."
        case .saidOfAssessment: "What they say of it is recorded beside the result."
        case .barriers: "Both views are recorded."
        case .point: "The point is recorded, with what showed it."
        case .hours: "The hours are recorded."
        case .ended: "The end of the job is recorded."
        case .proof: "The proof is recorded."
        case .changeTold: "Recorded, and passed on to everybody whose records it touches."
        case .changeAcknowledged: "Acknowledged. Say when your own records hold it."
        case .changeApplied: "Recorded: your own records hold it."
        case .changeDisputed: "Both versions are kept until somebody decides which stands."
        case .changeResolved: "Decided. The other version is kept, and everybody is told."
        case .changeWithdrawn: "Taken back. What was held before stands again, and everybody is told."
        case .contactDoubtful: "Marked doubtful, and everybody who uses it is told."
        case .callerChecked: "The check is recorded. The answers are not."
        case .plan: "It is on the plan."
        case .planChanged: "The plan is changed. What it said before is kept."
        case .planAgreed: "The agreement is recorded."
        case .planObjected: "The objection is recorded, word for word."
        case .planDone: "Recorded as done."
        case .planReviewed: "The review is recorded."
        case .planCopied: "The copy is recorded."
        case .planBroughtIn: "Every line is here. Look at those that may say the same."
        case .safety: "Recorded. Whoever meets them sees it, and nobody else."
        case .wished: "Their wish is recorded."
        case .offers: "Saved."
        case .clericalWithdrawn: "The line is taken out. That it was entered is kept."
        case .clerical: "The line is entered, with your name and the paper reference."
        case .invited: "They have a place. The session's host sees their name."
        case .uninvited: "The place is taken back."
        case .sessionHeld: "It is on. Jobcentres can invite people now."
        case .sessionCalledOff: "The session is called off."
        case .sessionRecorded: "Recorded. Nothing follows by itself."
        case .joiningTold: "Recorded, with what was said. Give them time to think."
        case .joiningDecided: "What they decide is recorded."
        case .meDecided: OwnJoiningWords.thanks()
        case .passedOn: "Sent on. They stay with whoever has them until the answer comes."
        case .takenBack: "Taken back. They stay with whoever has them."
        case .takenOn: "Taken on. You have them now."
        case .turnedDown: "Your answer has gone to whoever sent them. You see them no more."
        case .handedOver: "The handover is recorded, with its three people."
        case .contact: "The contact is recorded."
        case .toldOfHolder: "It is recorded that they are told who has them now."
        case .signedOut: SaidWords.signedOut()
        case .clock: "The demonstration clock has moved."
        case .shares: "The shares are set."
        case .acting: "You act in this role now."
        case .shared: "Recorded. They can stop it at any time, here or through anybody who helps them."
        case .askedToShare: "Asked. Nothing is opened until they say yes."
        case .answeredShare: "Their answer is recorded."
        case .stoppedSharing: "Stopped. That organisation sees it no more."
        case .returned: "The return is recorded. Their provider sees it."
        case .programmeEnded: "The end of the programme is recorded."
        case .handedBack: "The summary is written. The jobcentre reads it."
        case .letIn: "Done. The e-mail with their link goes now."
        case .shutOut: "Closed. Nobody comes in any more, and whoever was signed in is signed out."
        case .supporterNamed: "Recorded. Give them this code."
        case .supporterEnded: "Ended. They see nothing more."
        case .timeKept: "They are told that it stays as it is."
        case .voiceAcknowledged: "Acknowledged. They can see that you have it."
        case .voiceAnswered: "Your answer stands on their own page."
        case .linkOnItsWay: WelcomeWords.onItsWay()
        case .meConfirmed: SaidWords.confirmed()
        case .meAskedToMove: SaidWords.askedToMove()
        case .mePlan: SaidWords.plan()
        case .meAgreed: SaidWords.agreed()
        case .meObjected: SaidWords.objected()
        case .meDone: SaidWords.done()
        case .meAsked: SaidWords.asked()
        case .meComplained: SaidWords.complained()
        case .meTold: SaidWords.told()
        case .meShared: SaidWords.shared()
        case .meNotShared: SaidWords.notShared()
        case .meStopped: SaidWords.stopped()
        case .meWished: OwnMeetingWords.thanks()
        case .meSupporter: SaidWords.supporter()
        case .meSupporterEnded: SaidWords.supporterEnded()
        case .askedForRight: SaidWords.askedForRight()
        case .askedForCopy: SaidWords.askedForCopy()
        case .copyReviewed: "What was decided is saved."
        case .copyGiven: SaidWords.copyGiven()
        case .requestRefused: "Refused. They read why, and can add a statement or complain."
        case .correctionConfirmed: "Answered: it has been put right. What stood before is kept."
        case .statementAdded: SaidWords.statementAdded()
        case .erased: "Erased. Nothing of it can be brought back."
        case .merged: "The two are one record now. Their appointments, plans and journeys stand together here."
        case .separated: "Taken apart. Each is a record of its own again."
        case .keysOn: "The keyboard shortcuts are on."
        case .keysOff: "The keyboard shortcuts are off."
        case .receiverEnded: "The receiver is ended. It is told of nothing more."
        case .tokenEnded: "The token is ended. A program that shows it is turned away."
        }
    }
}
