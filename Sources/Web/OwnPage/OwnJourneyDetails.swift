import Casework
import Kernel
import Office

extension OwnJourneyWords {
    /// What stands under an entry: what was said, and why it was done where there are words of that for the person.
    ///
    /// What the next adviser was told, and any other note between staff, is left to the copy of the record.
    static func detail(_ fact: Fact, on own: OwnVisit) -> String? {
        let parts: [String?] =
            switch fact {
            case .referral(let fact): under(fact, own)
            case .appointment(.moveAsked(_, _, let taken, let words)):
                [taken.map { OwnAppointmentWords.said($0) }, said(words)]
            case .appointment(.moveAnswered(_, let words)),
                .voice(.raised(_, _, _, _, let words)), .voice(.answered(_, let words)),
                .sharing(.asked(_, _, let words)), .merge(.gaveBack(_, _, let words)):
                [said(words)]
            case .sharing(.consented(_, let terms, let until, _, _, _)):
                [OwnLifeWords.seesUntil(terms.categories.said, until)]
            case .circumstance(let fact): under(fact, own)
            case .employment(let fact): under(fact)
            case .assessment(let fact): under(fact)
            case .plan(let fact): under(fact, own)
            case .rights(let fact): under(fact)
            case .chain(let fact): under(fact, own)
            case .joining(.missed(_, let words)), .joining(.cannotGo(_, let words)),
                .joining(.decided(_, _, _, let words)):
                [said(words)]
            case .joining(.invited(_, _, let grounds)): [grounds.value?.why.map(said)]
            default: []
            }
        let told = parts.compactMap { $0 }.filter { !$0.isEmpty }
        return told.isEmpty ? nil : told.joined(separator: " ")
    }

    /// Between quotation marks; nil when they are shut.
    private static func said(_ words: Sealed<Words>) -> String? { words.value.map(said) }

    private static func said(_ words: Words) -> String { "“\(words.text)”" }

    private static func days(_ from: CalendarDay, _ until: CalendarDay?) -> String {
        until.map { OwnLifeWords.fromUntil(from, $0) } ?? OwnLifeWords.from(from)
    }

    private static func under(_ fact: ReferralFact, _ own: OwnVisit) -> [String?] {
        switch fact {
        case .adviserChanged(_, _, _, let reason, _): [own.why(reason, .adviserChange)]
        case .handedBack(_, let summary): [said(summary)]
        case .statusStated(_, _, _, let words): [said(words)]
        case .exited(_, let reason, _, let words): [reason.saidToThem, said(words)]
        case .entryWithdrawn(_, _, _, let words): [said(words)]
        default: []
        }
    }

    private static func under(_ fact: ChainFact, _ own: OwnVisit) -> [String?] {
        switch fact {
        case .passedOn(_, _, let passing, let words): [own.why(passing.reason, .chainMove), said(words)]
        case .takenOn(_, let id, _):
            [own.seen.referral?.chain.hops.last { $0.id == id }.flatMap { own.why($0.reason, .chainMove) }]
        case .turnedDown(_, _, _, let words), .handedOver(_, _, let words): [said(words)]
        default: []
        }
    }

    private static func under(_ fact: CircumstanceFact, _ own: OwnVisit) -> [String?] {
        func shown(_ held: HeldDetail?, _ kind: ChangeKind) -> String? {
            let text = held?.value.map { OwnTellWords.detail($0, kind, own.benefits) } ?? ""
            return text.isEmpty ? nil : text + "."
        }
        switch fact {
        case .benefitStated(let statement):
            guard statement.certainty != .unknown else { return [] }
            let stated = HeldDetail(ChangeDetail(code: statement.benefit, on: statement.on))
            return [shown(stated, .benefit), days(statement.from, statement.until)]
        case .reported(let id, let terms, let held, let told):
            let others = told.map(own.names.organisation).joined(separator: ", ")
            let effect = own.seen.effect(of: id, on: own.today, programmes: own.visit.office.programmes)
            return [
                shown(held, terms.kind), days(terms.from, terms.until),
                others.isEmpty ? nil : OwnLifeWords.tellsOn(others),
                effect?.takes == true ? OwnTellWords.owesNothing() : nil,
            ]
        case .disputed(_, let kind, _, let other, let words): return [shown(other, kind), said(words)]
        case .resolved(_, _, _, _, let words), .withdrawn(_, _, _, let words): return [said(words)]
        default: return []
        }
    }

    private static func under(_ fact: EmploymentFact) -> [String?] {
        switch fact {
        case .jobStarted(let start, let details): [details.value?.title, OwnTellWords.weekly(start.hours.description)]
        case .jobEnded(_, _, _, let words), .endWithdrawn(_, _, let words), .jobWithdrawn(_, _, let words),
            .proofWithdrawn(_, _, let words):
            [said(words)]
        case .proofRecorded(let proof): [days(proof.from, proof.until)]
        case .hoursChanged: []
        }
    }

    private static func under(_ fact: AssessmentFact) -> [String?] {
        switch fact {
        case .streamed(_, _, let words), .customerSaid(_, _, let words), .withdrawn(_, _, let words),
            .pointWithdrawn(_, let words), .specialistWithdrawn(_, _, let words):
            [said(words)]
        case .specialistAssessed(_, let finding, _):
            [
                finding.value.map { OwnSpecialistWords.foundBy($0.by) },
                finding.value.flatMap { said(.open($0.result)) },
            ]
        case .pointSeen(let point, _, let words, _): [OwnTalkWords.point(point), said(words)]
        case .begun, .answered, .finished, .barriersRated: []
        }
    }

    private static func under(_ fact: PlanFact, _ own: OwnVisit) -> [String?] {
        func step(_ id: Identifier<PlanAction>) -> String? {
            own.seen.plan?.actions.first { $0.id == id }?.text.value?.text
        }
        return switch fact {
        case .goalSet(_, _, _, let words), .goalClosed(_, _, let words), .actionProposed(_, _, _, let words),
            .suggestionRefused(_, _, let words):
            [said(words)]
        case .actionAgreed(let id, _, _), .actionDone(let id, _, _, _, _), .actionDropped(let id, _, _),
            .actionNoticed(let id, _):
            [step(id)]
        case .actionObjected(let id, _, _, let words), .objectionAnswered(let id, let words),
            .actionMissed(let id, let words):
            [step(id), said(words)]
        case .actionChanged(let id, _, let change): [step(id), said(change.why)]
        case .actionJoined(let id, let kept): [step(id), step(kept)]
        // Which barrier it is, and why a time is taken, are left to the plan's own page, where each reader sees what is
        // theirs to see.
        default: []
        }
    }

    private static func under(_ fact: RightsFact) -> [String?] {
        switch fact {
        case .requested(_, _, let words), .refused(_, _, let words), .stated(_, let words): [said(words)]
        case .reviewed, .released, .corrected: []
        }
    }
}

extension OwnVisit {
    /// What the person is told of a reason, in their language; nil where the programme’s list has no words for them.
    func why(_ reason: String, _ list: ReasonList) -> String? {
        seen.referral.flatMap { visit.office.programmes[$0.programme] }?.reason(reason, in: list)?.saidToThem
    }
}
