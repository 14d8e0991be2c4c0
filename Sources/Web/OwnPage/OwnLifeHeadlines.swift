import Casework
import Kernel

extension OwnLifeWords {
    /// What a change is about, inside a sentence.
    static func about(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: aboutAddress()
        case .phone: aboutPhone()
        case .email: aboutEmail()
        case .household: aboutHousehold()
        case .caring: aboutCaring()
        case .health: aboutHealth()
        case .convictions: aboutConvictions()
        case .benefit: aboutBenefit()
        case .work: aboutWork()
        case .volunteering: aboutVolunteering()
        }
    }

    static func headline(_ fact: EmploymentFact) -> String {
        switch fact {
        case .jobStarted(_, let details):
            details.value.map { OwnLifeWords.jobStartedAt($0.employer) } ?? OwnLifeWords.jobStarted()
        case .hoursChanged(_, _, let hours): OwnLifeWords.hoursChanged(hours.description)
        case .jobEnded: OwnLifeWords.jobEnded()
        case .endWithdrawn: OwnLifeWords.endWithdrawn()
        case .jobWithdrawn: OwnLifeWords.jobWithdrawn()
        case .proofRecorded: proofKept()
        case .proofWithdrawn: OwnLifeWords.proofWithdrawn()
        }
    }

    static func headline(_ fact: CircumstanceFact) -> String {
        switch fact {
        case .benefitStated: benefit()
        case .reported(_, let terms, _, _):
            terms.source == .customer ? youTold(about(terms.kind)) : weWereTold(about(terms.kind))
        case .acknowledged(_, let kind): OwnLifeWords.acknowledged(about(kind))
        case .applied(_, let kind): OwnLifeWords.applied(about(kind))
        case .disputed(_, let kind, _, _, _): OwnLifeWords.disputed(about(kind))
        case .resolved(_, let kind, _, _, _): OwnLifeWords.resolved(about(kind))
        case .withdrawn(_, let kind, _, _): OwnLifeWords.withdrawn(about(kind))
        case .contactFailed(let kind, _, _): notReached(about(kind))
        case .contactsConfirmed: stillReached()
        case .callerChecked(_, _, passed: false): callerUnsure()
        case .callerChecked(.customer, _, passed: true): callerYou()
        case .callerChecked(_, _, passed: true): OwnLifeWords.callerChecked()
        }
    }

    static func headline(_ fact: AssessmentFact) -> String {
        switch fact {
        case .begun: talkBegun()
        case .answered: talkAnswered()
        case .finished: talkFinished()
        case .streamed(_, let streaming, _): streaming.overrules ? helpChosenOtherwise() : helpChosen()
        case .customerSaid(_, let isRight, _): isRight ? agrees() : disagrees()
        case .withdrawn: talkWithdrawn()
        case .barriersRated: inTheWay()
        case .pointSeen: nearWork()
        case .pointWithdrawn: nearWorkWithdrawn()
        case .specialistAssessed: specialist()
        case .specialistWithdrawn: specialistWithdrawn()
        }
    }

    static func headline(_ fact: RightsFact) -> String {
        switch fact {
        case .requested(_, let asked, _): headline(asked.kind)
        case .reviewed: copyRead()
        case .released: copyGiven()
        case .corrected: putRight()
        case .refused: notDone()
        case .stated: OwnLifeWords.stated()
        }
    }

    private static func headline(_ asked: RightsKind) -> String {
        switch asked {
        case .access: askedCopy()
        case .correction: askedCorrection()
        case .erasure: askedErasure()
        }
    }

    static func headline(_ fact: MergeFact) -> String {
        switch fact {
        case .absorbed: madeOne()
        case .mergedInto: partOfAnother()
        case .gaveBack: takenApart()
        case .tookBack: byItself()
        }
    }

    static func headline(_ fact: ChainFact, _ names: Names) -> String {
        switch fact {
        case .passedOn(_, _, let passing, _): othersAsked(names.organisation(passing.to))
        case .takenOn(_, _, let adviser): adviser.map { helps(names.person($0)) } ?? choosing()
        case .turnedDown: OwnLifeWords.turnedDown()
        case .takenBack: askedNoMore()
        case .handedOver(_, let meeting, _):
            OwnLifeWords.handedOver(names.person(meeting.from.person), names.person(meeting.to.person))
        case .contactTried(_, let attempt):
            attempt.reached ? inTouch() : attempt.route == .letter ? wrote() : tried()
        case .told: toldWho()
        case .untold: OwnLifeWords.untold()
        case .kept: stayed()
        case .handoverOffered(_, let offer): offer.answer == .impossible ? noMeeting() : meetingOffered()
        }
    }

    static func headline(_ fact: SafetyFact) -> String {
        switch fact {
        case .raised: meeting()
        case .reviewed: meetingReviewed()
        case .hidden(_, let isHidden): isHidden ? meetingKept() : meetingShown()
        case .ended: meetingEnded()
        case .wished: OwnLifeWords.wished()
        case .urgentOpened: urgentHelp()
        case .urgentHandedOver: urgentTakenOver()
        }
    }

    static func headline(_ fact: JoiningFact, _ names: Names) -> String {
        switch fact {
        case .invited(_, let terms, _):
            terms.basis == .mandatory
                ? required(names.organisation(terms.host), terms.starts.day)
                : OwnLifeWords.invited(names.organisation(terms.host), terms.starts.day)
        case .uninvited: OwnLifeWords.uninvited()
        case .cannotGo: cannotGo()
        case .attended: came()
        case .missed: OwnLifeWords.missed()
        case .outcomeWithdrawn: talkPutRight()
        case .told: toldJoining()
        case .decided(_, .joins, _, _): joins()
        case .decided(_, .declines, _, _): declines()
        case .decided(_, .undecided, _, _): undecided()
        }
    }
}
