import Casework
import Kernel
import Programmes
import Records
import TestSupport
import Testing

/// A store on which real commands are performed, as the office does: decided, appended and listed in one transaction.
struct ListedStore {
    static let jobcentre = Identifier<Organisation>.number(1)
    static let prime = Identifier<Organisation>.number(2)
    static let provider = Identifier<Organisation>.number(3)
    static let council = Identifier<Organisation>.number(4)
    static let area = Identifier<Area>.number(5)
    static let held = Author(person: .number(11), organisation: jobcentre, role: .adviser)
    static let manager = Author(person: .number(12), organisation: prime, role: .providerManager)
    static let adviser = Author(person: .number(13), organisation: provider, role: .providerAdviser)
    static let referralDay = "2011-06-20"

    let store: TestStore
    let keyring: Keyring
    let streams: Streams
    let programmes: [String: Programme]
    let tools: ServiceTools
    let random = RandomSource.seeded(5)

    init(_ engine: Engine, changing change: (inout Programme) -> Void = { _ in }) async throws {
        store = try await .fresh(engine)
        keyring = try .test()
        streams = Streams(keys: keyring)
        var programmes = try Programmes.shipped().programmes
        for id in programmes.keys { change(&programmes[id]!) }
        self.programmes = programmes
        tools = try InstrumentReader.shipped()
        try await store.write { [keyring] in try keyring.unlock($0) }
        try await record([
            .opened(.init(name: "North East", nation: .england, commissioner: Self.council)),
            .keyCommitted(
                DrawPeriod(
                    id: "2011", from: try CalendarDay("2011-06-01"), until: try CalendarDay("2016-03-31"),
                    commitment: "c")),
            .sharesSet(
                try ShareSetting(
                    programme: "work-programme-2011", group: nil, from: try CalendarDay("2011-06-01"),
                    shares: [Share(provider: Self.prime, tenThousandths: 10_000)])),
        ])
    }

    func record(_ facts: [AreaFact], of area: Identifier<Area> = area) async throws {
        try await store.write { connection in
            let area = try Area.load(area, streams: streams, in: connection)
            for event in try streams.append(
                facts, to: area.id, expecting: area.sequence, by: .tester, at: .start, random: random, in: connection)
            {
                try Projections.update(event, in: connection)
            }
        }
    }

    @discardableResult
    func perform(
        _ command: some CaseCommand, on subject: Identifier<CaseFile>, as actor: Author, at now: Instant
    ) async throws -> CaseFile {
        try await store.write { connection in
            let before = CaseFile(id: subject, folding: try streams.read(subject, in: connection))
            let area = try Area.load(Self.area, streams: streams, in: connection)
            var surroundings = Surroundings()
            surroundings.chain = [Self.prime, Self.provider]
            surroundings.adviserWorksThere = true
            surroundings.draw = DrawSetting(area: area, value: DrawValue(bits: random.next()), earlier: nil)
            let context = Context(
                now: now, random: random, actor: actor, command: Identifier(at: now, random: random),
                programmes: programmes, tools: tools,
                surroundings: surroundings)
            let events = try streams.append(
                try command.decide(on: before, in: context), to: subject, expecting: before.sequence, by: actor,
                at: now, random: random, in: connection)
            var after = before
            for event in events { after.apply(event) }
            try follow(events, after, area, at: now, in: connection)
            try Projections.update(
                after, before: before.sequence == 0 ? nil : before, programmes: programmes, in: connection)
            return after
        }
    }

    private func follow(
        _ events: [Event<CaseFile>], _ file: CaseFile, _ area: Area, at now: Instant, in connection: any Connection
    ) throws {
        for event in events {
            switch event.fact {
            case .customer(.registered(_, .open(let identity))):
                try IdentityRegister.put(
                    identity, for: file.id, by: event.by.person, at: now, keyring: keyring, in: connection)
            case .referral(.allocated(_, let allocated)):
                guard let customer = file.customer, let referral = file.referral else { continue }
                let draw = Draw(
                    number: allocated.draw, programme: referral.programme, group: referral.group,
                    token: customer.drawToken, period: "2011", value: allocated.value, provider: allocated.provider)
                let entered = try streams.append(
                    [.drawn(draw)], to: area.id, expecting: area.sequence, by: event.by, at: now, random: random,
                    in: connection)
                for event in entered { try Projections.update(event, in: connection) }
            default: break
            }
        }
    }
}

// MARK: A customer's way

extension ListedStore {
    /// How far a customer of a test has come.
    enum Stage: Int { case registered, referred, acknowledged, assigned, booked, attached }

    /// Takes somebody new so far, starting on 20 June 2011: referred that day, met on the 27th.
    @discardableResult
    func customer(
        _ number: Int, _ name: String = "Rosa Parr", to stage: Stage, adviser: Author = adviser
    ) async throws -> CaseFile {
        let id = Identifier<CaseFile>.number(number)
        let names = name.split(separator: " ").map(String.init)
        let identity = try Identity(
            given: names[0], family: names[1], born: CalendarDay("1980-02-03"), on: CalendarDay("2011-06-01"))
        func at(_ day: String, _ minute: Int) throws -> Instant {
            Instant(london: try CalendarDay(day), hour: 9, minute: 0).adding(minutes: minute)
        }
        let first = try at(Self.referralDay, number)
        var file = try await perform(RegisterCustomer(identity: identity), on: id, as: Self.held, at: first)
        guard stage.rawValue >= Stage.referred.rawValue else { return file }
        let programme = try #require(programmes["work-programme-2011"])
        try await perform(
            RecordReferralInterview(
                programme: programme.id, explained: programme.referralInterview.map(\.id), inWriting: true, agreed: []),
            on: id, as: Self.held, at: first)
        let claim = ClaimAnswers(benefit: "JSA", since: try CalendarDay("2010-01-04"), circumstances: [])
        file = try await perform(
            ReferCustomer(programme: programme.id, area: Self.area, claim: claim), on: id, as: Self.held, at: first)
        guard stage.rawValue >= Stage.acknowledged.rawValue else { return file }
        let second = try at("2011-06-21", number)
        file = try await perform(AcknowledgeReferral(), on: id, as: Self.manager, at: second)
        guard stage.rawValue >= Stage.assigned.rawValue else { return file }
        file = try await perform(
            AssignReferral(provider: adviser.organisation, adviser: adviser.person), on: id, as: Self.manager,
            at: second)
        guard stage.rawValue >= Stage.booked.rawValue else { return file }
        let slot = try Slot(starts: try at("2011-06-27", number * 30), minutes: 30, mode: .faceToFace)
        file = try await perform(
            BookAppointment(purpose: .first, adviser: adviser.person, office: adviser.organisation, slot: slot),
            on: id, as: adviser, at: second)
        guard stage == .attached else { return file }
        return try await perform(
            RecordAttendance(
                appointment: try #require(file.appointments.last?.id),
                attendance: Attendance(mode: .faceToFace, minutes: 25, late: 0)),
            on: id, as: adviser, at: slot.starts)
    }

    /// Proven work from 4 July 2011 to a day, off benefit all the while.
    @discardableResult
    func works(_ number: Int, until last: String, ending: Bool = false) async throws -> CaseFile {
        let id = Identifier<CaseFile>.number(number)
        let (from, until) = (try CalendarDay("2011-07-04"), try CalendarDay(last))
        let now = Instant(london: until, hour: 17, minute: 0)
        let file = try await perform(
            RecordJobStart(
                started: from, kind: .employed, hours: try WeeklyHours(30),
                details: try JobDetails(employer: "Mill")),
            on: id, as: Self.adviser, at: Instant(london: from, hour: 12, minute: 0))
        let job = try #require(file.employment.jobs.last?.id)
        try await perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: from, until: until, certainty: .known, source: .jobcentre)),
            on: id, as: Self.held, at: now)
        var proven = try await perform(
            RecordProof(job: job, kind: "employer", from: from, until: until, earnings: nil), on: id, as: Self.adviser,
            at: now)
        if ending {
            proven = try await perform(
                RecordJobEnd(job: job, last: until, reason: "F-252", words: nil), on: id, as: Self.adviser, at: now)
        }
        return proven
    }
}

extension ListedStore {
    /// Every row of every table that is read off the streams, as text.
    func dump() async throws -> [String] {
        try await store.read { connection in
            try ListedStore.dumps.flatMap { name, statement in
                try connection.all(statement) { row in "\(name): \(try row.text(0))" }
            }
        }
    }

    private static let dumps: [(String, SQL)] = [
        (
            "caseload", "subject",
            ["jobcentre", "programme", "payment_group", "basis", "area", "prime", "provider"]
                + [
                    "adviser", "state", "registered_on", "referred_on", "inbox_at", "attached_on", "allotted_until",
                    "next_at", "last_contact", "in_work_since", "council", "lead", "their_next_at",
                    "their_last_contact",
                    "their_in_work_since",
                ]
        ),
        (
            "diary", "appointment",
            ["subject", "adviser", "office", "starts", "ends", "purpose", "mode", "state", "notice_served"]
        ),
        (
            "due_lines", "line",
            ["subject", "programme", "kind", "ordinal", "payment_group", "provider", "area", "attached_on", "due_on"]
                + ["pence", "status"]
        ),
        ("areas", "id", ["name", "nation", "commissioner"]),
        (
            "draws", "area",
            ["number", "programme", "payment_group", "token", "period", "value", "provider", "drawn_on"]
        ),
    ].map { table, key, columns in
        let text = ([key] + columns).map { "coalesce(CAST(\($0) AS TEXT), 'null')" }.joined(separator: " || '|' || ")
        return (table, SQL(stringLiteral: "SELECT \(text) AS line FROM \(table) ORDER BY line"))
    }
}
