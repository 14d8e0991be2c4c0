import Casework
import Kernel
import Testing

@testable import Office

@Suite("What a case says of itself, and what of it was recorded in error")
struct RecordedInErrorTests {
    private let words = Sealed.open(Words("A mistake."))
    private let job = Identifier<Job>(high: 3, low: 1)
    private let another = Identifier<Job>(high: 3, low: 2)

    private func recorded(_ facts: [Fact]) throws -> [Event<CaseFile>] {
        let now = try Instant("2012-06-01T09:00:00.000Z")
        return facts.enumerated().map { number, fact in
            Event<CaseFile>(
                id: event(number), subject: .init(high: 2, low: 1), sequence: number + 1, occurred: .instant(now),
                recorded: now,
                by: Author(person: .init(high: 4, low: 1), organisation: .init(high: 9, low: 1), role: .adviser),
                fact: fact)
        }
    }

    private func event(_ number: Int) -> Identifier<Event<CaseFile>> { .init(high: 1, low: UInt64(number)) }

    /// The kinds of those that happened.
    private func happened(_ facts: [Fact]) throws -> [String] {
        let events = try recorded(facts)
        let errors = RecordedInError(events)
        return events.filter { !errors.holds($0) }.map(\.fact.kind)
    }

    private func started(_ job: Identifier<Job>, _ text: String = "2012-06-01") throws -> Fact {
        .employment(
            .jobStarted(
                .init(job: job, started: try CalendarDay(text), kind: .employed, hours: try WeeklyHours(30)), .shut))
    }

    private func proof(_ id: Identifier<Proof>, of job: Identifier<Job>) throws -> Fact {
        let day = try CalendarDay("2012-06-01")
        return .employment(
            .proofRecorded(
                Proof(id: id, job: job, kind: "payslip", from: day, until: day, earnings: nil, document: nil)))
    }

    @Test("A job that was recorded in error goes with all that was recorded of it, and another stays (C10)")
    func jobs() throws {
        let proof = Identifier<Proof>(high: 3, low: 9)
        let facts = [
            try started(job), .employment(.hoursChanged(job, from: try CalendarDay("2012-06-04"), try WeeklyHours(20))),
            try self.proof(proof, of: job), .employment(.proofWithdrawn(proof, event(2), words)), try started(another),
            .employment(.jobWithdrawn(job, event(0), words)),
        ]
        #expect(try happened(facts) == ["employment.jobStarted"])
        #expect(try happened(Array(facts[..<3])).count == 3)
    }

    @Test(
        "An end, a proof or an attendance that was withdrawn did not happen, nor did its withdrawal; what came instead did"
    )
    func events() throws {
        let (meeting, session) = (
            Identifier<Appointment>(high: 5, low: 1), Identifier<SessionInvitation>(high: 5, low: 2)
        )
        let proof = Identifier<Proof>(high: 3, low: 9)
        let came = Attendance(mode: .faceToFace, minutes: 30, late: 0)
        #expect(
            try happened([
                try started(job),
                .employment(.jobEnded(job, last: try CalendarDay("2012-06-08"), reason: "F-252", words)),
                .employment(.endWithdrawn(job, event(1), words)),
            ]) == ["employment.jobStarted"])
        #expect(
            try happened([
                try started(job), try self.proof(proof, of: job), .employment(.proofWithdrawn(proof, event(1), words)),
            ]) == ["employment.jobStarted"])
        #expect(
            try happened([
                .appointment(.attended(meeting, came)), .appointment(.outcomeWithdrawn(meeting, event(0), words)),
                .appointment(.missed(meeting, reason: nil, words)),
            ]) == ["appointment.missed"])
        #expect(
            try happened([
                .joining(.attended(session)), .joining(.outcomeWithdrawn(session, event(0), words)),
                .joining(.missed(session, words)),
            ]) == ["joining.missed"])
    }

    @Test("What was told of an end, or read of a summary, goes with it when it is withdrawn; of another it stays (C13)")
    func ends() throws {
        let referral = Identifier<Referral>(high: 8, low: 1)
        let day = try CalendarDay("2012-06-01")
        let told = Fact.referral(.toldOfEnd(referral, ToldOfHolder(route: .email)))
        let exited = Fact.referral(.exited(referral, .offBenefit, on: day, words))
        func untold(_ number: Int) -> Fact { .referral(.untoldOfEnd(referral, event(number), .noAnswer)) }
        func withdrawn(_ entry: EndEntry, _ number: Int) -> Fact {
            .referral(.entryWithdrawn(referral, entry, event(number), words))
        }
        #expect(
            try happened([
                exited, told, withdrawn(.exit, 0), told, untold(3), exited, told, untold(6),
            ]) == ["referral.exited", "referral.toldOfEnd", "referral.untoldOfEnd"])
        #expect(try happened([exited, told, untold(1), withdrawn(.exit, 0)]).isEmpty)
        #expect(
            try happened([
                exited, told, .referral(.returned(referral, on: day)), withdrawn(.returned, 2), told,
            ]) == ["referral.exited", "referral.toldOfEnd"])
        let handedBack = Fact.referral(.handedBack(referral, words))
        let read = Fact.referral(.handBackRead(referral))
        #expect(
            try happened([handedBack, read, withdrawn(.handBack, 0), handedBack, read])
                == ["referral.handedBack", "referral.handBackRead"])
    }

    @Test("An assessment, a point of it and a change of circumstances go with what they brought with them")
    func things() throws {
        let (one, other) = (Identifier<Assessment>(high: 6, low: 1), Identifier<Assessment>(high: 6, low: 2))
        let begun = AssessmentStart(instrument: "first", version: 1, mode: .open)
        #expect(
            try happened([
                .assessment(.begun(one, begun)), .assessment(.customerSaid(one, agrees: true, words)),
                .assessment(.begun(other, begun)), .assessment(.withdrawn(one, event(0), words)),
                .assessment(.pointSeen(.b, from: nil, words)), .assessment(.pointWithdrawn(event(4), words)),
                .assessment(.specialistAssessed(.assessment, .shut)),
                .assessment(.specialistWithdrawn(event(6), .assessment, words)),
            ]) == ["assessment.begun"])
        let change = Identifier<ReportedChange>(high: 7, low: 1)
        let day = try CalendarDay("2012-06-01")
        let terms = ReportedChange.Terms(
            kind: .benefit, from: day, source: .customer, route: .byPhone, basis: .publicTask)
        func stated(_ change: Identifier<ReportedChange>?) -> Fact {
            .circumstance(
                .benefitStated(
                    BenefitStatement(
                        benefit: "JSA", on: false, from: day, until: nil, certainty: .claimed, source: .customer,
                        change: change)))
        }
        #expect(
            try happened([
                .circumstance(.reported(change, terms, HeldDetail(ChangeDetail(code: "JSA", on: false)), told: [])),
                stated(change), .circumstance(.applied(change, .benefit)), stated(nil),
                .circumstance(.withdrawn(event(0), .benefit, told: [], words)),
            ]) == ["circumstance.benefitStated"])
        // A statement that was wrong goes by itself: that the change was reported happened.
        #expect(
            try happened([
                .circumstance(.reported(change, terms, HeldDetail(ChangeDetail(code: "JSA", on: false)), told: [])),
                stated(change), .circumstance(.applied(change, .benefit)),
                .circumstance(.withdrawn(event(1), .benefit, told: [], words)),
            ]) == ["circumstance.reported", "circumstance.applied"])
    }

    // MARK: What a case says of itself

    private func traits(_ facts: [Fact], sees categories: [Casework.Category]) throws -> [String: String] {
        let row = SharingMatrix.Row(
            relation: .commissions, categories: categories, purpose: "account", basis: .legalObligation,
            source: "a test")
        let sight = Sight(
            role: .commissioner, relation: .commissions, matrix: SharingMatrix(rows: [row]),
            on: try CalendarDay("2012-06-01"))
        let said = JourneyTraits(try recorded(facts).filter { sight.sees($0.fact.category) }, through: sight).attributes
        return Dictionary(uniqueKeysWithValues: said.map { ($0.name, $0.value) })
    }

    private func referred(_ programme: String, on text: String) throws -> Fact {
        .referral(
            .made(
                .init(
                    referral: .init(high: 8, low: 1), programme: programme, group: "2", basis: .mandatory,
                    on: try CalendarDay(text), area: .init(high: 7, low: 7), nation: .england), .shut))
    }

    @Test("Work counts from the day of the first referral on, whose programme the case is told under")
    func work() throws {
        let referrals = [try referred("one", on: "2012-06-01"), try referred("two", on: "2014-06-01")]
        func said(_ more: [Fact]) throws -> [String: String] { try traits(more + referrals, sees: [.referral, .work]) }
        #expect(try said([])["outcome"] == "under-way" && said([])["programme"] == "one")
        #expect(try said([try started(job, "2009-05-04")])["outcome"] == "under-way")
        #expect(try said([try started(job, "2012-06-01")])["outcome"] == "work")
        #expect(try said([try started(job, "2013-01-07"), try started(another, "2009-05-04")])["outcome"] == "work")
        let exited = Fact.referral(
            .exited(.init(high: 8, low: 1), .completedTime, on: try CalendarDay("2014-05-30"), words))
        #expect(try said([exited])["outcome"] == "no-work")
        #expect(try said([exited, try started(job, "2009-05-04")])["outcome"] == "no-work")
    }

    @Test("What the matrix does not open to whoever commissions is in nothing that a case says of itself (K-007)")
    func sight() throws {
        let facts = [try referred("one", on: "2012-06-01"), try started(job)]
        #expect(try traits(facts, sees: [.referral, .work])["outcome"] == "work")
        let noWork = try traits(facts, sees: [.referral])
        #expect(noWork["outcome"] == nil && noWork["group"] == "2")
        #expect(try traits(facts, sees: [.work, .appointments]).isEmpty)
    }
}
