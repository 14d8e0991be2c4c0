import Casework
import Kernel
import Office

extension OwnJourneyWords {
    /// What one event is to the customer; nil where the record’s own words will do, which are in English alone.
    /// - Parameter appointments: the record’s, for whom a meeting was with.
    static func headline(_ fact: Fact, names: Names, appointments: [Appointment]) -> String? {
        switch fact {
        case .customer(.registered(let registration, _)): return came(names.organisation(registration.jobcentre))
        case .customer(.emailChosen(let agreed)): return agreed ? emailAgreed() : emailEnded()
        case .customer(.languageChosen): return languageChosen()
        case .customer(.corrected): return corrected()
        case .customer(.erased): return erased()
        case .referral(let fact): return headline(fact, names)
        case .appointment(let fact): return headline(fact, names, appointments)
        case .plan(let fact): return headline(fact)
        case .sharing(let fact): return headline(fact, names: names)
        case .access(let fact): return headline(fact)
        case .voice(.raised(_, .question, let to, _)): return asked(names.organisation(to))
        case .voice(.raised(_, .complaint, let to, _)): return complained(names.organisation(to))
        case .voice(.acknowledged): return acknowledgedVoice()
        case .voice(.answered): return answered()
        default: return Speech.language == .english ? nil : inShort(fact)
        }
    }

    /// What kind of thing it was, where the record’s own words would tell more in English.
    private static func inShort(_ fact: Fact) -> String? {
        switch fact {
        case .employment: work()
        case .circumstance: change()
        case .assessment: assessment()
        case .rights: rights()
        case .merge: records()
        case .chain: chain()
        case .safety: safety()
        case .joining: joining()
        default: other()
        }
    }

    /// What was said, under it; the rest of the record’s own words are left out where the headline is ours.
    static func detail(_ fact: Fact, on own: OwnVisit) -> String? {
        func said(_ words: Sealed<Words>) -> String? { words.value.map { "“\($0.text)”" } }
        func step(_ id: Identifier<PlanAction>) -> String? {
            own.seen.plan?.actions.first { $0.id == id }?.text.value?.text
        }
        return switch fact {
        case .plan(.goalSet(_, _, _, let words)), .plan(.actionProposed(_, _, _, let words)): said(words)
        case .plan(.actionAgreed(let id, _, _)), .plan(.actionDone(let id, _, _, _)),
            .plan(.actionDropped(let id, _, _)):
            step(id)
        case .plan(.actionObjected(let id, _, _, let words)):
            [step(id), said(words)].compactMap { $0 }.joined(separator: " ")
        case .appointment(.moveAsked(_, _, let words)), .appointment(.moveAnswered(_, let words)),
            .voice(.raised(_, _, _, let words)), .voice(.answered(_, let words)), .sharing(.asked(_, _, let words)),
            .referral(.handedBack(_, let words)):
            said(words)
        default: nil
        }
    }

    private static func headline(_ fact: ReferralFact, _ names: Names) -> String? {
        switch fact {
        case .interviewRecorded: talked()
        case .made: putForward()
        case .allocated(_, let allocated): drawn(names.organisation(allocated.provider))
        case .transmitted: OwnJourneyWords.told()
        case .acknowledged: acknowledged()
        case .queried: queried()
        case .queryAnswered(_, let upheld, _): upheld ? notForYou() : goOn()
        case .assigned(_, let provider, let adviser): becameAdviser(names.person(adviser), names.organisation(provider))
        case .adviserChanged(_, let provider, let adviser, _, _):
            adviserNow(names.person(adviser), names.organisation(provider))
        case .attached: joined()
        case .exited: left()
        case .returned: cameBack()
        case .handedBack: OwnJourneyWords.handedBack()
        }
    }

    private static func headline(_ fact: AppointmentFact, _ names: Names, _ appointments: [Appointment]) -> String? {
        let found = appointments.last { $0.id == fact.appointment }
        let who = found.map { names.person($0.adviser) } ?? yourAdviser()
        func written(_ starts: Instant) -> String { at(starts.day, starts.saidClock) }
        switch fact {
        case .booked(_, let booking): return OwnJourneyWords.booked(who, written(booking.slot.starts))
        case .noticeGiven: return OwnJourneyWords.noticeGiven()
        case .reminded: return OwnJourneyWords.reminded()
        case .undelivered: return OwnJourneyWords.undelivered()
        case .moved(_, let slot, _, _): return OwnJourneyWords.moved(written(slot.starts))
        case .cancelled: return OwnJourneyWords.cancelled()
        case .confirmed: return OwnJourneyWords.confirmed()
        case .moveAsked: return OwnJourneyWords.moveAsked()
        case .moveAnswered: return OwnJourneyWords.moveAnswered()
        case .attended: return met(who)
        case .missed: return notMet(who)
        case .outcomeWithdrawn: return OwnJourneyWords.outcomeWithdrawn()
        }
    }

    private static func headline(_ fact: PlanFact) -> String? {
        switch fact {
        case .goalSet: OwnJourneyWords.goalSet()
        case .actionProposed: stepProposed()
        case .actionAgreed(_, .customer, _): stepAgreed()
        case .actionObjected(_, .customer, _, _): stepObjected()
        case .actionDone: stepDone()
        case .actionDropped: stepDropped()
        case .reviewed: OwnJourneyWords.reviewed()
        case .copyGiven: OwnJourneyWords.copyGiven()
        default: Speech.language == .english ? nil : planChanged()
        }
    }

    private static func headline(_ fact: SharingFact, names: Names) -> String? {
        switch fact {
        case .asked(_, let terms, _): sharingAsked(names.organisation(terms.recipient))
        case .consented(_, let terms, _, _, _): sharingAgreed(names.organisation(terms.recipient))
        case .refused: sharingRefused()
        case .withdrawn: sharingStopped()
        }
    }

    private static func headline(_ fact: AccessFact) -> String? {
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
