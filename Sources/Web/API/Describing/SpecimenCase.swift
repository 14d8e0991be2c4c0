import Casework
import Kernel

/// A made-up record with one of everything that a form may be about, so that every form can be shown without a
/// customer. Whoever adds a form about a new kind of thing adds one of it here; a test says when it is missing.
enum SpecimenCase {
    static let id: Identifier<CaseFile> = named(1)
    static let jobcentre: Identifier<Organisation> = named(2)
    static let provider: Identifier<Organisation> = named(3)
    static let person: Identifier<Person> = named(4)
    static let programme = "work-programme-2011"

    static let events: [Event<CaseFile>] = facts.enumerated().map { place, fact in
        let moment = start.adding(minutes: place)
        return Event(
            id: named(0x1000 + UInt64(place)), subject: id, sequence: place + 1,
            occurred: fact.occurred ?? .instant(moment), recorded: moment,
            by: Author(person: person, organisation: jobcentre, role: .adviser), fact: fact)
    }

    private static let start = Instant(london: CalendarDay(number: 15_490), hour: 9, minute: 0)
    private static let today = start.day

    private static func named<Named>(_ number: UInt64) -> Identifier<Named> {
        Identifier(high: 0x0137_0000_0000_7000, low: 1 << 63 | number)
    }

    private static let words = Sealed.open(Words("Words."))

    private static let facts: [Fact] =
        customer + changes + referral + appointments + work.map { .employment($0) } + sharing.map { .sharing($0) }
        + assessment.map { .assessment($0) } + plan.map { .plan($0) } + access.map { .access($0) }
        + voice.map { .voice($0) } + chain.map { .chain($0) } + rights.map { .rights($0) }
        + merges.map { .merge($0) } + safety.map { .safety($0) } + joining.map { .joining($0) }

    private static var customer: [Fact] {
        guard
            let identity = try? Identity(
                given: "Specimen", family: "Person", born: today.adding(years: -30), address: "1 High Street",
                phone: "01632 960001", email: "specimen@example.org", on: today)
        else { return [] }
        let registration = CustomerFact.Registration(
            jobcentre: jobcentre, drawToken: DrawToken(random: .seeded(1)), jointClaim: nil)
        let benefit = BenefitStatement(
            benefit: "JSA", on: true, from: today.adding(years: -1), until: nil, certainty: .known, source: .jobcentre)
        return [
            .customer(.registered(registration, .open(identity))), .customer(.emailChosen(true)),
            .circumstance(.benefitStated(benefit)),
        ]
    }

    private static var changes: [Fact] {
        let id: Identifier<ReportedChange> = named(0x71)
        let terms = ReportedChange.Terms(
            kind: .phone, from: today, source: .customer, route: .inPerson, basis: .publicTask)
        let detail = HeldDetail(ChangeDetail(words: "01632 960002"))
        return [
            .circumstance(.reported(id, terms, detail, told: [provider])),
            .circumstance(.disputed(id, .phone, named(0x72), other: detail, words)),
            .circumstance(.contactsConfirmed([.address])),
        ]
    }

    private static var referral: [Fact] {
        let id: Identifier<Referral> = named(0x11)
        let answers = ClaimAnswers(benefit: "JSA", since: today.adding(years: -1), circumstances: [])
        let facts: [ReferralFact] = [
            .interviewRecorded(programme: programme, explained: [], inWriting: true, withheld: [], words),
            .made(
                .init(
                    referral: id, programme: programme, group: "2", basis: .mandatory, on: today, area: named(0x12),
                    nation: .england), .open(answers)),
            .allocated(id, .init(draw: 1, value: DrawValue(bits: 1), provider: provider, followed: false)),
            .transmitted(id, items: [], withheld: []), .acknowledged(id),
            .queried(id, reason: "query-moved", words), .assigned(id, provider, person),
            .attached(id, on: today, until: today.adding(years: 2)),
        ]
        return facts.map { .referral($0) }
    }

    private static var appointments: [Fact] {
        guard let slot = try? Slot(starts: start.adding(minutes: 60 * 24 * 7), minutes: 60, mode: .faceToFace) else {
            return []
        }
        return [
            .appointment(
                .booked(named(0x21), .init(purpose: .review, adviser: person, office: provider, slot: slot))),
            .appointment(
                .moveAsked(
                    named(0x21), starts: slot.starts,
                    taken: SaidAhead(how: .phone, at: slot.starts.adding(minutes: -60)), words)),
        ]
    }

    private static var work: [EmploymentFact] {
        let job: Identifier<Job> = named(0x31)
        guard let hours = try? WeeklyHours(quarters: 120), let details = try? JobDetails(employer: "A bakery") else {
            return []
        }
        return [
            .jobStarted(.init(job: job, started: today, kind: .employed, hours: hours), .open(details)),
            .proofRecorded(
                Proof(id: named(0x32), job: job, kind: "payslip", from: today, until: today.adding(days: 6))),
        ]
    }

    private static var sharing: [SharingFact] {
        let terms = ConsentTerms(recipient: named(5), categories: [.plan], purpose: "training")
        return [
            .asked(named(0x41), terms, words),
            .consented(named(0x42), terms, until: today.adding(years: 1), .signed, request: nil),
        ]
    }

    private static var access: [AccessFact] {
        [
            .invited(named(0x71), supporter: nil, .paper),
            .supporterNamed(
                named(0x72), SupporterTerms(rights: SupporterRight.allCases, until: today.adding(months: 6)),
                how: .signed, .open(SupporterDetails(name: "Specimen Supporter", relationship: "a friend"))),
        ]
    }

    private static var rights: [RightsFact] {
        [.requested(named(0x7a), RightsAsked(kind: .correction, on: today, how: .signed), words)]
    }

    private static var merges: [MergeFact] {
        [.absorbed(.init(other: named(0x7b), drawToken: DrawToken(random: .seeded(1)), dueBack: []))]
    }

    private static var voice: [VoiceFact] {
        VoiceKind.allCases.enumerated().map { place, kind in
            .raised(named(0x73 + UInt64(place)), kind, to: jobcentre, nil, words)
        }
    }

    private static var assessment: [AssessmentFact] {
        let id: Identifier<Assessment> = named(0x51)
        return [
            .begun(id, AssessmentStart(instrument: "five-section", version: 1, mode: .inPrivate)),
            .finished(id, AssessmentOutcome(sections: [], rating: "amber", stream: "skills")),
            .pointSeen(.b, from: nil, words),
            .specialistAssessed(
                .assessment,
                .open(
                    SpecialistFinding(
                        kind: "literacy", by: "A tutor at the college", result: Words("Reads a bus timetable."),
                        level: "Entry 3"))),
        ]
    }

    private static var safety: [SafetyFact] {
        [.raised(named(0x81), review: today, hidden: false, .open(SafetyTerms(asks: [.privateRoom])))]
    }

    private static var joining: [JoiningFact] {
        guard
            let session = try? InformationSession(
                id: named(0x82), host: provider, programme: programme, format: .oneToOne,
                starts: start.adding(minutes: 2 * 24 * 60), minutes: 45,
                place: "1 High Street", places: 1)
        else { return [] }
        return [
            .invited(named(0x83), SessionInvitation.Terms(session, basis: .voluntary), .shut),
            .told(programme: programme, sheet: nil, .open(JoiningTerms(row: nil, duties: "volunteer"))),
        ]
    }

    private static var chain: [ChainFact] {
        [
            .passedOn(
                named(0x11), named(0x71),
                .init(from: provider, to: named(6), part: .specialist, reason: "chain-need", items: []), words)
        ]
    }

    private static var plan: [PlanFact] {
        var facts: [PlanFact] = [.goalSet(named(0x61), replaces: nil, source: nil, words)]
        for (place, code) in ["debt", "transport"].enumerated() {
            facts.append(
                .barrierAdded(
                    named(0x62 + UInt64(place)), NamedBarrier(code: code, category: .plan, first: false, source: nil),
                    words))
        }
        for place in UInt64(0)..<2 {
            facts.append(
                .actionProposed(
                    named(0x64 + place), PlanActionTerms(owner: .organisation(provider), mandatory: place == 0),
                    PlanOrigin(source: nil, suggestion: nil), words))
        }
        if let times = try? CommitmentTimes(
            kind: .course, weekday: .tuesday, from: 540, until: 690, runs: DayRange(from: today, until: nil))
        {
            facts.append(.commitmentAdded(named(0x66), times, .shut))
        }
        return facts
    }
}
