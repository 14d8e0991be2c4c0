import Casework
import Kernel
import Records
import TestSupport

@testable import Office

/// A real record on which an organisation, or a person, stands in one relation, made by the commands that lead there.
struct RealTie: Sendable {
    let relation: Relation
    let subject: Identifier<CaseFile>
    let organisation: Identifier<Organisation>
    /// Who acts, where that makes the tie: the person themselves, or a supporter.
    var person: Identifier<Person>?
    /// Whoever keeps the record.
    let keeper: Author
    /// What the person agreed that this organisation sees, or asked this supporter to help with.
    var chosen: Set<Casework.Category> = []

    /// Somebody of a role there whom the record names nowhere.
    func actor(_ role: Role) -> Author {
        let number = Role.allCases.firstIndex(of: role).map { UInt64($0) } ?? 0
        return Author(
            person: person ?? Identifier(high: 6, low: 1 + number), organisation: organisation, role: role)
    }
}

/// A partnership with a record for every relation, and a second where the person agreed to share everything they can.
struct RealTies: Sendable {
    let desk: TestDesk
    private(set) var all: [RealTie] = []
    private var cases: UInt64 = 0
    private var commands: UInt64 = 10_000

    private static let lights = Identifier<Organisation>(high: 9, low: 41)
    private static let stella = Author(person: .init(high: 1, low: 41), organisation: lights, role: .providerManager)
    private static let kit = Author(person: .init(high: 1, low: 42), organisation: lights, role: .providerAdviser)
    /// Everything that can be agreed to: a safety notice never goes by consent (K-016).
    static let shareable = Set(Casework.Category.allCases).subtracting([.safety])

    private init(_ desk: TestDesk) { self.desk = desk }

    /// Makes them all, with something planted in every category of each record some minutes after.
    static func make() async throws -> RealTies {
        var ties = RealTies(try await TestDesk.open(.sqlite))
        try await ties.addSpecialist()
        try await ties.addUntied()
        let answers: [Set<Casework.Category>] = [[], shareable]
        for agreed in answers {
            try await ties.addKept(agreed)
            try await ties.addReferred(agreed)
            try await ties.addPassedOn(agreed)
            try await ties.addChosen(agreed.isEmpty ? [.conditionality] : agreed)
        }
        try await ties.addSupporters()
        ties.move(to: CalendarDay(ymd: (2012, 6, 7)), hour: 9)
        try await ties.addAttached([], meeting: 10)
        try await ties.addAttached(shareable, meeting: 12)
        ties.move(to: CalendarDay(ymd: (2012, 6, 7)), hour: 14)
        for tie in ties.all { try await ties.plant(in: tie) }
        return ties
    }

    private func move(to day: CalendarDay, hour: Int) {
        desk.time.with { $0 = Instant(london: day, hour: hour, minute: 0) }
    }

    // MARK: Steps

    @discardableResult
    private mutating func perform(
        _ command: some CaseCommand, on subject: Identifier<CaseFile>, as actor: Author
    ) async throws -> CaseFile {
        commands += 1
        return try await desk.office.perform(command, on: subject, as: actor, id: desk.command(commands)).file
    }

    private mutating func registered() async throws -> Identifier<CaseFile> {
        cases += 1
        try await desk.register(cases)
        return desk.newCase(cases)
    }

    private mutating func referred() async throws -> Identifier<CaseFile> {
        cases += 1
        try await desk.refer(cases)
        return desk.newCase(cases)
    }

    private mutating func assigned() async throws -> Identifier<CaseFile> {
        let subject = try await referred()
        try await perform(AcknowledgeReferral(), on: subject, as: desk.manager)
        try await perform(
            AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person), on: subject,
            as: desk.manager)
        return subject
    }

    /// Keeps the tie, with what the person agreed to.
    private mutating func add(
        _ relation: Relation, _ subject: Identifier<CaseFile>, at organisation: Identifier<Organisation>,
        keptBy keeper: Author? = nil, agreeing chosen: Set<Casework.Category> = []
    ) async throws {
        let keeper = keeper ?? desk.adviser
        // Ethnic group is shared for equality monitoring alone (K-038).
        let purposes = ["support": chosen.subtracting([.equality]), "equality": chosen.intersection([.equality])]
        for (purpose, categories) in purposes.sorted(by: { $0.key > $1.key }) where !categories.isEmpty {
            let terms = ConsentTerms(recipient: organisation, categories: categories, purpose: purpose)
            try await perform(
                GiveConsent(terms: terms, until: CalendarDay(ymd: (2013, 6, 1)), how: .inPerson), on: subject,
                as: keeper)
        }
        all.append(
            RealTie(relation: relation, subject: subject, organisation: organisation, keeper: keeper, chosen: chosen))
    }

    /// Records something in every category.
    private func plant(in tie: RealTie) async throws {
        let now = desk.office.clock.now
        let facts = try PlantedFact.all(on: now.day, by: tie.keeper.organisation).map(\.fact)
        try await desk.store.write { [office = desk.office] connection in
            let file = try office.file(tie.subject, in: connection)
            _ = try office.streams.append(
                facts, to: tie.subject, expecting: file.sequence, by: tie.keeper, at: now, random: office.random,
                in: connection)
        }
    }

    // MARK: Relations

    private func addSpecialist() async throws {
        let now = desk.office.clock.now
        try await desk.store.write { [desk] connection in
            try OrganisationRegister.put(
                .init(
                    id: Self.lights, name: "Harbour Lights", kind: .provider, address: "9 Quay Street, Ashcombe",
                    phone: "01632 960280"), by: Self.stella.person, at: now, in: connection)
            for (author, name) in [(Self.stella, "Stella Marsh"), (Self.kit, "Kit Bell")] {
                try AccountRegister.open(
                    .init(
                        person: author.person, name: name, username: name.lowercased().replacing(" ", with: "."),
                        password: "none"), by: Self.stella.person, at: now, in: connection)
                try AccountRegister.appoint(
                    .init(person: author.person, organisation: author.organisation, role: author.role), in: connection)
            }
            try SupplyChainRegister.put(
                SupplyChain(
                    prime: desk.manager.organisation,
                    partners: [ChainPartner(organisation: Self.lights, part: .specialist)]), by: Self.stella.person,
                at: now, in: connection)
        }
    }

    /// Those with no tie, the host of a session, whoever commissions, one that had them before, and the person.
    private mutating func addUntied() async throws {
        let unknown = try await registered()
        try await add(.none, unknown, at: desk.otherAdviser.organisation)
        let paidFor = try await referred()
        try await add(.commissions, paidFor, at: desk.commissioner.organisation)

        let session = try InformationSession(
            id: Identifier(high: 300, low: 1), host: desk.manager.organisation, programme: TestDesk.programme,
            format: .group, starts: Instant(london: CalendarDay(ymd: (2012, 6, 11)), hour: 10, minute: 0), minutes: 60,
            place: "2 High Street", places: 5)
        try await desk.office.hold(session, as: desk.manager)
        let invited = try await registered()
        try await perform(InviteToSession(session: session.id), on: invited, as: desk.adviser)
        try await add(.host, invited, at: desk.manager.organisation)

        let returned = try await sentToSpecialist()
        try await perform(TakeOn(adviser: Self.kit.person), on: returned, as: Self.stella)
        try await perform(
            PassOn(to: desk.manager.organisation, reason: "chain-ready", words: nil), on: returned, as: Self.stella)
        try await perform(TakeOn(adviser: desk.provider.person), on: returned, as: desk.manager)
        try await add(.past, returned, at: Self.lights)

        let own = try await registered()
        all.append(
            RealTie(
                relation: .oneself, subject: own, organisation: desk.adviser.organisation, person: Identifier(own),
                keeper: desk.adviser))
    }

    /// The jobcentre and the council that keep a record.
    private mutating func addKept(_ agreed: Set<Casework.Category>) async throws {
        let claimed = try await registered()
        try await add(.jobcentre, claimed, at: desk.adviser.organisation, agreeing: agreed)
        let council = Author(
            person: .init(high: 1, low: 51), organisation: desk.administrator.organisation, role: .adviser)
        cases += 1
        let subject = desk.newCase(cases)
        try await perform(RegisterCustomer(identity: desk.identity()), on: subject, as: council)
        try await add(.council, subject, at: council.organisation, keptBy: council, agreeing: agreed)
    }

    /// The prime that was drawn, before the person starts, and after the referral was withdrawn.
    private mutating func addReferred(_ agreed: Set<Casework.Category>) async throws {
        let waiting = try await referred()
        try await add(.referred, waiting, at: desk.manager.organisation, agreeing: agreed)
        let withdrawn = try await referred()
        try await perform(AcknowledgeReferral(), on: withdrawn, as: desk.manager)
        try await perform(QueryReferral(reason: "query-moved", words: nil), on: withdrawn, as: desk.manager)
        try await perform(
            AnswerQuery(upheld: true, words: Words("They have moved.")), on: withdrawn, as: desk.adviser)
        try await add(.former, withdrawn, at: desk.manager.organisation, agreeing: agreed)
    }

    private mutating func addAttached(_ agreed: Set<Casework.Category>, meeting hour: Int) async throws {
        let day = CalendarDay(ymd: (2012, 6, 7))
        let subject = try await assigned()
        let slot = try Slot(starts: Instant(london: day, hour: hour, minute: 0), minutes: 30, mode: .faceToFace)
        let booked = try await perform(
            BookAppointment(
                purpose: .first, adviser: desk.provider.person, office: desk.provider.organisation, slot: slot),
            on: subject, as: desk.provider)
        move(to: day, hour: hour + 1)
        for appointment in booked.appointments {
            try await perform(
                RecordAttendance(
                    appointment: appointment.id, attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
                on: subject, as: desk.provider)
        }
        try await add(.attached, subject, at: desk.manager.organisation, agreeing: agreed)
    }

    private mutating func sentToSpecialist() async throws -> Identifier<CaseFile> {
        let subject = try await assigned()
        try await perform(PassOn(to: Self.lights, reason: "chain-need", words: nil), on: subject, as: desk.manager)
        return subject
    }

    /// One of the chain that is asked to take the person on.
    private mutating func addPassedOn(_ agreed: Set<Casework.Category>) async throws {
        let subject = try await sentToSpecialist()
        try await add(.offered, subject, at: Self.lights, agreeing: agreed)
    }

    private mutating func addChosen(_ agreed: Set<Casework.Category>) async throws {
        let subject = try await registered()
        try await add(.partner, subject, at: desk.otherAdviser.organisation, agreeing: agreed)
    }

    /// A supporter who helps with appointments, and one who helps with all they may.
    private mutating func addSupporters() async throws {
        let choices: [([SupporterRight], Set<Casework.Category>)] = [
            ([.appointments], [.appointments]),
            (SupporterRight.allCases, [.appointments, .plan, .voice, .contact]),
        ]
        for (rights, chosen) in choices {
            let subject = try await registered()
            let file = try await perform(
                NameSupporter(
                    details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                    terms: SupporterTerms(rights: rights, until: CalendarDay(ymd: (2012, 9, 1))), how: .inPerson),
                on: subject, as: desk.adviser)
            all.append(
                RealTie(
                    relation: .supporter, subject: subject, organisation: desk.adviser.organisation,
                    person: file.access.supporters.last?.person, keeper: desk.adviser, chosen: chosen))
        }
    }
}
