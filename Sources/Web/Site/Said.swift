import Casework

/// What was just done, said once at the top of the page that follows.
enum Said: String, Sendable, CaseIterable {
    case registered, corrected, email, language, benefit, interview, referred, acknowledged, queried, answered, assigned
    case needs
    case takenUp = "taken-up"
    case givenBack = "given-back"
    case toldOfKeeper = "told-of-keeper"
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
    case contactsConfirmed = "contacts-confirmed"
    case callerChecked = "caller-checked"
    case plan
    case planChanged = "plan-changed"
    case planAgreed = "plan-agreed"
    case planObjected = "plan-objected"
    case planAnswered = "plan-answered"
    case planDone = "plan-done"
    case planMissed = "plan-missed"
    case planNoticed = "plan-noticed"
    case planReviewed = "plan-reviewed"
    case planCopied = "plan-copied"
    case planSent = "plan-sent"
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
    case meCannotGo = "me-cannot-go"
    case passedOn = "passed-on"
    case takenBack = "taken-back"
    case takenOn = "taken-on"
    case turnedDown = "turned-down"
    case kept
    case handedOver = "handed-over"
    case meetingCalledOff = "meeting-called-off"
    case contact
    case toldOfHolder = "told-of-holder"
    case signedOut = "signed-out"
    case clock, shares, acting
    case shared, returned
    case programmeEnded = "programme-ended"
    case handedBack = "handed-back"
    case handBackRead = "hand-back-read"
    case toldOfEnd = "told-of-end"
    case askedToShare = "asked-to-share"
    case answeredShare = "answered-share"
    case stoppedSharing = "stopped-sharing"
    case letIn = "let-in"
    case shutOut = "shut-out"
    case supporterNamed = "supporter-named"
    case supporterEnded = "supporter-ended"
    case timeKept = "time-kept"
    case voiceAcknowledged = "voice-acknowledged"
    case voiceTaken = "voice-taken"
    case voiceAnswered = "voice-answered"
    case linkOnItsWay = "link-on-its-way"
    case meConfirmed = "me-confirmed"
    case meAskedToMove = "me-asked-to-move"
    case mePlan = "me-plan"
    case meAgreed = "me-agreed"
    case meObjected = "me-objected"
    case meDone = "me-done"
    case meMissed = "me-missed"
    case meAsked = "me-asked"
    case meComplained = "me-complained"
    case meTold = "me-told"
    case meSaidSo = "me-said-so"
    case meStillRight = "me-still-right"
    case meShared = "me-shared"
    case meNotShared = "me-not-shared"
    case meStopped = "me-stopped"
    case meWished = "me-wished"
    case meNeeds = "me-needs"
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
    case signInAgain = "sign-in-again"
    case codesBegun = "codes-begun"
    case codesOff = "codes-off"

    var sentence: String {
        switch self {
        case .registered: "Registered. This is their record."
        case .takenUp: "Their record is kept here now. This is it."
        case .givenBack: "Their record is given back. It is not kept here any longer."
        case .toldOfKeeper: "It is recorded that they were told who keeps their record."
        case .corrected: "The details are corrected. What stood before is kept."
        case .email: "Their answer about e-mail is recorded."
        case .language: "The language they read is recorded. Their pages and letters follow it."
        case .needs: "What they need is recorded. Whoever books a meeting is held to it."
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
        case .contactsConfirmed: "Recorded that they are still right."
        case .callerChecked: "The check is recorded. The answers are not."
        case .plan: "It is on the plan."
        case .planChanged: "The plan is changed. What it said before is kept."
        case .planAgreed: "The agreement is recorded."
        case .planObjected: "The objection is recorded, word for word."
        case .planAnswered: "Answered. The objection stays beside the action, and they read your words."
        case .planDone: "Recorded as done."
        case .planMissed: "Recorded as not done, with why."
        case .planNoticed: "The notice is on record. Print it from the plan, and post it or hand it over today."
        case .planReviewed: "The review is recorded."
        case .planCopied: "The copy is recorded."
        case .planSent: "The link to the plan goes by e-mail now. This page says if it does not arrive."
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
        case .meCannotGo: OwnJoiningWords.cannotGoThanks()
        case .passedOn: "Sent on. They stay with whoever has them until the answer comes."
        case .takenBack: "Taken back. They stay with whoever has them."
        case .takenOn: "Taken on. You have them now."
        case .turnedDown: "Your answer has gone to whoever sent them. You see them no more."
        case .kept: "Recorded. They stay where they are."
        case .handedOver: "The handover is recorded, with its three people."
        case .meetingCalledOff: "It is recorded that the last meeting will not be held."
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
        case .handedBack: "The summary is written. The jobcentre is asked to read it."
        case .handBackRead: "It is recorded that the summary was read."
        case .toldOfEnd: "It is recorded that they were told."
        case .letIn: "Done. The e-mail with their link goes now."
        case .shutOut: "Closed. Nobody comes in any more, and whoever was signed in is signed out."
        case .supporterNamed: "Recorded. Give them this code."
        case .supporterEnded: "Ended. They see nothing more."
        case .timeKept: "They are told that it stays as it is."
        case .voiceAcknowledged: "Acknowledged. They can see that you have it."
        case .voiceTaken: "Taken down. It waits for their answer, with its last day."
        case .voiceAnswered: "Your answer stands on their own page. Where they have none, give them the letter."
        case .linkOnItsWay: WelcomeWords.onItsWay()
        case .meConfirmed: SaidWords.confirmed()
        case .meAskedToMove: SaidWords.askedToMove()
        case .mePlan: SaidWords.plan()
        case .meAgreed: SaidWords.agreed()
        case .meObjected: SaidWords.objected()
        case .meDone: SaidWords.done()
        case .meMissed: SaidWords.missed()
        case .meAsked: SaidWords.asked()
        case .meComplained: SaidWords.complained()
        case .meTold: SaidWords.told()
        case .meSaidSo: SaidWords.saidSo()
        case .meStillRight: SaidWords.stillRight()
        case .meShared: SaidWords.shared()
        case .meNotShared: SaidWords.notShared()
        case .meStopped: SaidWords.stopped()
        case .meWished: OwnMeetingWords.thanks()
        case .meNeeds: NeedsWords.thanks()
        case .meSupporter: SaidWords.supporter()
        case .meSupporterEnded: SaidWords.supporterEnded()
        case .askedForRight: SaidWords.askedForRight()
        case .askedForCopy: SaidWords.askedForCopy()
        case .copyReviewed: "What was decided is saved."
        case .copyGiven: SaidWords.copyGiven()
        case .requestRefused:
            "Refused. They read why on their own page, and can add a statement or complain; where they have none, give them the letter."
        case .correctionConfirmed:
            "Answered: it has been put right. What stood before is kept. Where they have no page of their own, give them the letter."
        case .statementAdded: SaidWords.statementAdded()
        case .erased: "Erased. Nothing of it can be brought back."
        case .merged: "The two are one record now. Their appointments, plans and journeys stand together here."
        case .separated: "Taken apart. Each is a record of its own again."
        case .keysOn: "The keyboard shortcuts are on."
        case .keysOff: "The keyboard shortcuts are off."
        case .receiverEnded: "The receiver is ended. It is told of nothing more."
        case .signInAgain: "That sign-in took too long, or was ended. Sign in again."
        case .codesBegun: "A key is made for you. It counts once you have typed a code of it."
        case .codesOff: "The sign-in codes are off, and you are signed out everywhere. Sign in with your password."
        case .tokenEnded: "The token is ended. A program that shows it is turned away."
        }
    }
}
