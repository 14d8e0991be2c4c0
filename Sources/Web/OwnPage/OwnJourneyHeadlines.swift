import Casework
import Kernel

extension OwnJourneyWords {
    /// What one event is to the customer, whatever its kind: nothing here is said in the words that staff read.
    /// - Parameter appointments: the record’s, for whom a meeting was with.
    static func headline(_ fact: Fact, names: Names, appointments: [Appointment]) -> String {
        switch fact {
        case .customer(let fact): headline(fact, names)
        case .referral(let fact): headline(fact, names)
        case .appointment(let fact): headline(fact, names, appointments)
        case .circumstance(let fact): OwnLifeWords.headline(fact)
        case .employment(let fact): OwnLifeWords.headline(fact)
        case .assessment(let fact): OwnLifeWords.headline(fact)
        case .sharing(let fact): headline(fact, names)
        case .plan(let fact): headline(fact, names)
        case .rights(let fact): OwnLifeWords.headline(fact)
        case .merge(let fact): OwnLifeWords.headline(fact)
        case .access(let fact): headline(fact)
        case .voice(let fact): headline(fact, names)
        case .chain(let fact): OwnLifeWords.headline(fact, names)
        case .safety(let fact): OwnLifeWords.headline(fact)
        case .joining(let fact): OwnLifeWords.headline(fact, names)
        }
    }

    private static func headline(_ fact: CustomerFact, _ names: Names) -> String {
        switch fact {
        case .registered(let registration, _): came(names.organisation(registration.jobcentre))
        case .emailChosen(let agreed): agreed ? emailAgreed() : emailEnded()
        case .languageChosen: OwnJourneyWords.languageChosen()
        case .needsStated: OwnJourneyWords.needsStated()
        case .corrected: OwnJourneyWords.corrected()
        case .erased: OwnJourneyWords.erased()
        case .takenUp(let taken):
            taken.home == .jobcentre
                ? claimAt(names.organisation(taken.organisation)) : helpedBy(names.organisation(taken.organisation))
        case .givenBack(let given): keptNoLonger(names.organisation(given.organisation))
        case .toldOfKeeper: toldKeeper()
        case .untoldOfKeeper: untoldKeeper()
        case .ledBy(let organisation, let person): led(names.person(person), names.organisation(organisation))
        }
    }

    private static func headline(_ fact: VoiceFact, _ names: Names) -> String {
        switch fact {
        case .raised(_, .question, let to, _, _): asked(names.organisation(to))
        case .raised(_, .complaint, let to, _, _): complained(names.organisation(to))
        case .acknowledged: acknowledgedVoice()
        case .answered: OwnJourneyWords.answered()
        }
    }

    private static func headline(_ fact: ReferralFact, _ names: Names) -> String {
        switch fact {
        case .interviewRecorded: talked()
        case .made: putForward()
        case .allocated(_, let allocated): drawn(names.organisation(allocated.provider))
        case .transmitted: OwnJourneyWords.told()
        case .acknowledged: acknowledged()
        case .queryExtended: OwnJourneyWords.queryExtended()
        case .queried: queried()
        case .queryAnswered(_, let upheld, _): upheld ? notForYou() : goOn()
        case .detailsAsked: OwnJourneyWords.detailsAsked()
        case .detailsAnswered: OwnJourneyWords.detailsAnswered()
        case .detailsEnough: OwnJourneyWords.detailsEnough()
        case .statusStated(_, let basis, _, _):
            basis == .mandatory ? OwnJourneyWords.mustTakePart() : OwnJourneyWords.mayTakePart()
        case .assigned(_, let provider, let adviser): becameAdviser(names.person(adviser), names.organisation(provider))
        case .adviserChanged(_, let provider, let adviser, _, _):
            adviserNow(names.person(adviser), names.organisation(provider))
        case .attached: joined()
        case .exited: left()
        case .returned: cameBack()
        case .handedBack: OwnJourneyWords.handedBack()
        case .handBackRead: OwnJourneyWords.handBackRead()
        case .toldOfEnd: OwnJourneyWords.toldOfEnd()
        case .untoldOfEnd: OwnJourneyWords.untoldOfEnd()
        case .entryWithdrawn(_, .exit, _, _): exitMistake()
        case .entryWithdrawn(_, .returned, _, _): returnMistake()
        case .entryWithdrawn(_, .handBack, _, _): handBackMistake()
        }
    }

    private static func headline(_ fact: AppointmentFact, _ names: Names, _ appointments: [Appointment]) -> String {
        let found = appointments.last { $0.id == fact.appointment }
        let who = found.map { names.person($0.adviser) } ?? yourAdviser()
        func written(_ starts: Instant) -> String { at(starts.day, starts.saidClock) }
        switch fact {
        case .booked(_, let booking): return OwnJourneyWords.booked(who, written(booking.slot.starts))
        case .noticeGiven: return OwnJourneyWords.noticeGiven()
        case .reminded: return OwnJourneyWords.reminded()
        case .undelivered: return OwnJourneyWords.undelivered()
        case .moved(_, let slot, _, _, _, _, _): return OwnJourneyWords.moved(written(slot.starts))
        case .cancelled: return OwnJourneyWords.cancelled()
        case .confirmed: return OwnJourneyWords.confirmed()
        case .moveAsked: return OwnJourneyWords.moveAsked()
        case .moveAnswered: return OwnJourneyWords.moveAnswered()
        case .attended: return met(who)
        case .missed: return notMet(who)
        case .firstToldOf: return OwnJourneyWords.firstTold()
        case .outcomeWithdrawn: return OwnJourneyWords.outcomeWithdrawn()
        }
    }

    private static func headline(_ fact: PlanFact, _ names: Names) -> String {
        switch fact {
        case .goalSet: OwnJourneyWords.goalSet()
        case .goalClosed(_, let isReached, _): isReached ? OwnLifeWords.goalReached() : OwnLifeWords.goalClosed()
        case .barrierAdded: OwnLifeWords.barrierAdded()
        case .barrierShared(_, let source, _): OwnLifeWords.barrierShared(names.organisation(source))
        case .barriersOrdered: OwnLifeWords.barriersOrdered()
        case .barrierClosed: OwnLifeWords.barrierClosed()
        case .actionProposed: stepProposed()
        case .actionAgreed(_, .customer, _): stepAgreed()
        case .actionAgreed(_, .organisation(let by), _): OwnLifeWords.stepAgreedBy(names.organisation(by))
        case .actionObjected(_, .customer, _, _): stepObjected()
        case .actionObjected(_, .organisation(let by), _, _): OwnLifeWords.stepObjectedBy(names.organisation(by))
        case .objectionAnswered: OwnLifeWords.stepStands()
        case .actionChanged: OwnLifeWords.stepChanged()
        case .actionDone: stepDone()
        case .actionMissed: OwnLifeWords.stepMissed()
        case .actionNoticed: OwnLifeWords.stepNoticed()
        case .actionDropped: stepDropped()
        case .actionJoined: OwnLifeWords.stepsJoined()
        case .suggestionRefused: OwnLifeWords.ideaRefused()
        case .reviewed: OwnJourneyWords.reviewed()
        case .commitmentAdded: OwnLifeWords.timeKept()
        case .commitmentEnded: OwnLifeWords.timeEnded()
        case .broughtIn(let from, _): OwnLifeWords.broughtIn(names.organisation(from))
        case .copyGiven(.email): OwnJourneyWords.planMailed()
        case .copyGiven: OwnJourneyWords.copyGiven()
        }
    }

    private static func headline(_ fact: SharingFact, _ names: Names) -> String {
        switch fact {
        case .asked(_, let terms, _): sharingAsked(names.organisation(terms.recipient))
        case .consented(_, let terms, _, _, _, let packet):
            packet == nil
                ? sharingAgreed(names.organisation(terms.recipient)) : applied(names.organisation(terms.recipient))
        case .refused: sharingRefused()
        case .withdrawn: sharingStopped()
        }
    }

    private static func headline(_ fact: AccessFact) -> String {
        switch fact {
        case .invited(_, nil, _): letIn()
        case .invited: supporterLetIn()
        case .linkAsked: OwnJourneyWords.linkAsked()
        case .closed: OwnJourneyWords.closed()
        case .supporterNamed(_, _, _, let details):
            details.value.map { OwnJourneyWords.supporterNamed($0.name) } ?? somebodyNamed()
        case .supporterEnded: OwnJourneyWords.supporterEnded()
        }
    }
}
