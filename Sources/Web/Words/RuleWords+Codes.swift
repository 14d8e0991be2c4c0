import Kernel

extension RuleWords {
    /// The refusals that a customer, or whoever acts for them, can meet on their own pages.
    static let byCode: [String: RuleWords] = [
        "power.none": .notYours, "power.not-chosen": .notChosen, "assessment.consent": .notChosen,
        "form.stale": .changed,
        "store.unavailable": .notSaved, "store.busy": .busy, "rate.limited": .wait, "command.used-already": .sentBefore,
        "form.too-large": .tooLarge,
        "form.too-many-fields": .tooLarge, "form.wrong-type": .badForm, "form.unreadable": .badForm,
        "identifier.unreadable": .badAddress, "case.none": .notThere, "document.none": .notThere,
        "access.code-gone": .codeGone, "customer.erased": .erased, "words.long": .wordsLong,
        "appointment.confirmed": .confirmed, "appointment.move-asked": .moveAsked, "appointment.begun": .begun,
        "appointment.none": .begun, "plan.goals-many": .goalsMany, "plan.action-twice": .stepTwice,
        "plan.suggestion-unedited": .stepCopied, "plan.action-long": .stepLong, "plan.due": .stepDay,
        "plan.action-none": .stepEnded, "plan.action-ended": .stepEnded, "plan.answered": .answeredStep,
        "plan.mandatory-own-word": .ownWord, "plan.drop-mandatory": .mustStand, "plan.mandatory-unexplained": .unread,
        "plan.no-programme": .notRequired, "plan.not-attached": .notRequired, "plan.voluntary": .notRequired,
        "plan.not-explained": .notRequired, "plan.no-duty": .notRequired, "plan.objected": .objected,
        "plan.done-day": .doneDay, "consent.no-request": .questionGone, "consent.answered": .questionGone,
        "consent.until": .lastDay, "supporter.until": .lastDay, "consent.over": .consentOver,
        "consent.purpose-gone": .purposeGone, "consent.none-chosen": .noneTicked, "consent.not-asked": .askedAlone,
        "supporter.name": .supporterName, "supporter.nothing": .supporterNothing, "supporter.none": .supporterGone,
        "voice.nobody": .nobodyThere, "voice.no-manager": .noManager, "change.own-word": .ownName,
        "change.early": .early, "change.from": .firstDay, "change.same": .sameHeld, "change.code": .oneAnswer,
        "change.hours": .weekHours, "change.words": .workWords, "identity.phone": .phone, "identity.email": .email,
        "identity.empty": .detailEmpty, "identity.long": .detailLong, "benefit.unknown-code": .benefitKind,
        "benefit.ends-first": .benefitDay, "benefit.future-start": .benefitDay, "benefit.future-known": .benefitDay,
        "benefit.already-known": .benefitKnown, "wish.same": .wishSame, "joining.same": .wishSame,
        "joining.untold": .untold, "programme.unknown": .untold, "joining.think": .think,
        "joining.signed": .unsigned, "joining.referred": .joinBegun, "rights.what": .whatWrong,
        "change.none": .changeGone, "change.withdrawn": .changeGone, "change.same-version": .sameHeld,
        "barrier.nothing": .sameViews, "barrier.unknown": .oneAnswer, "assessment.say": .sayWhy,
        "assessment.none": .talkGone, "assessment.withdrawn": .talkGone, "assessment.not-finished": .talkGone,
        "rights.asked": .askedBefore, "rights.later": .askedLater, "rights.none": .noRequest,
        "copy.not-yet": .copyNotYet, "rights.no-refusal": .stated, "rights.stated": .stated,
    ]
}
