import Casework
import Crypto
import Hummingbird
import Kernel
import Logging
import Office
import Programmes
import Records
import TestSupport

@testable import Web

/// A small partnership in a fresh store: a department that commissions one area, a jobcentre, and two prime providers of
/// which the second has next to no chance in a draw, so that customers go to the first.
///
/// Its clock stands still, at nine on a Monday morning, until it is moved.
final class Partnership: Sendable {
    /// Somebody who works in it.
    struct Worker: Sendable {
        let name: String
        let author: Author
    }

    static let programme = "work-programme-2011"
    static let monday = day("2012-09-10")

    let store: TestStore
    let office: Office
    let site: Site
    private let moment: Locked<Instant>
    private let random = RandomSource.seeded(11)

    let area = Identifier<Area>(high: 3, low: 1)
    let commissioner = Worker("Grace Adeyemi", 1, at: 1, .commissioner)
    let jobcentreAdviser = Worker("Dana Whitlock", 2, at: 2, .adviser)
    let teamManager = Worker("Omar Haddad", 3, at: 2, .teamManager)
    let manager = Worker("Priya Raman", 4, at: 3, .providerManager)
    let adviser = Worker("Ben Okoro", 5, at: 3, .providerAdviser)
    let otherManager = Worker("Marcus Hale", 6, at: 4, .providerManager)
    let otherAdviser = Worker("Ruth Garside", 7, at: 4, .providerAdviser)

    private static let organisations: [(UInt64, String, OrganisationRegister.Kind, String)] = [
        (1, "Department for Work and Skills", .department, "1 Admiral Row, Ashcombe AB1 1AA"),
        (2, "Union Street Jobcentre", .jobcentre, "40 Union Street, Ashcombe AB1 2CD"),
        (3, "Northway Futures", .provider, "Mill House, Ashcombe AB1 3GH"),
        (4, "Calder Bridge Works", .provider, "22 Bridge Street, Ashcombe AB2 5JK"),
    ]

    var workers: [Worker] {
        [commissioner, jobcentreAdviser, teamManager, manager, adviser, otherManager, otherAdviser]
    }

    /// - Parameter programmes: those the office works with; the ones that ship unless others are given.
    init(
        _ engine: Engine = .ofTests, demonstration: Bool = false, programmes: [String: Programme]? = nil
    ) async throws {
        let moment = Locked(Instant(london: Self.monday, hour: 9, minute: 0))
        self.moment = moment
        store = try await TestStore.fresh(engine)
        if demonstration { try await store.write { try Settings.set(Settings.simulated, to: "yes", in: $0) } }
        office = try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))),
            programmes: programmes ?? Programmes.shipped().programmes, clock: OfficeClock { moment.with { $0 } },
            random: .seeded(7))
        // However busy the machine is, a map is waited for until it is there.
        office.journeySettings.with { $0.patience = .seconds(3600) }
        var options = ServeOptions()
        options.isDemonstration = demonstration
        site = Site(office, options: options)
        try await openRegisters()
        try await openArea()
    }

    private func openRegisters() async throws {
        let (workers, now, by) = (workers, now, commissioner.author.person)
        try await store.write { connection in
            for (number, name, kind, address) in Self.organisations {
                try OrganisationRegister.put(
                    .init(
                        id: Identifier(high: 2, low: number), name: name, kind: kind, address: address,
                        phone: "01632 96010\(number)"), by: by, at: now, in: connection)
            }
            for worker in workers {
                let person = worker.author.person
                try AccountRegister.open(
                    .init(
                        person: person, name: worker.name,
                        username: worker.name.lowercased().replacing(" ", with: "."), password: "none"),
                    by: by, at: now, in: connection)
                try AccountRegister.appoint(
                    .init(person: person, organisation: worker.author.organisation, role: worker.author.role),
                    in: connection)
            }
        }
    }

    private func openArea() async throws {
        try await office.openArea(
            .init(name: "Ashcombe and the Vale", nation: .england, commissioner: commissioner.author.organisation),
            id: area, as: commissioner.author)
        try await office.commitKey(
            of: area, period: "2012-13", from: day("2012-01-01"), until: day("2013-12-31"), as: commissioner.author)
        try await office.setShares(
            ShareSetting(
                programme: Self.programme, group: nil, from: day("2012-01-01"),
                shares: [
                    Share(provider: manager.author.organisation, tenThousandths: 9_999),
                    Share(provider: otherManager.author.organisation, tenThousandths: 1),
                ]), of: area, as: commissioner.author)
    }

    func close() async throws {
        try await office.close()
        try await store.close()
    }

    // MARK: The clock

    var now: Instant { moment.with { $0 } }

    /// Moves the clock to a time on the clock in London.
    func move(to day: CalendarDay, hour: Int = 9, minute: Int = 0) {
        moment.with { $0 = Instant(london: day, hour: hour, minute: minute) }
    }

    // MARK: Browsers

    /// A browser in which somebody is signed in; nobody, when no worker is given.
    func browser(_ worker: Worker? = nil) async throws -> WebClient<SiteContext> {
        let client = WebClient(site.router(logger: LogLines().logger)) {
            SiteContext(source: LoggerSource(logger: $0))
        }
        guard let worker else { return client }
        let token = "token-\(random.next())"
        let hash = SHA256.hash(data: Array(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let now = now
        try await store.write { connection in
            try SessionRegister.open(
                .init(
                    position: .init(
                        person: worker.author.person, organisation: worker.author.organisation,
                        role: worker.author.role), made: now, seen: now), tokenHash: hash, in: connection)
        }
        await client.keep("throughline", token)
        return client
    }

    // MARK: Customers

    @discardableResult
    func perform(
        _ command: some CaseCommand, on subject: Identifier<CaseFile>, as worker: Worker,
        documents: [AttachedDocument] = []
    ) async throws -> Performed {
        try await office.perform(
            command, on: subject, as: worker.author, id: Identifier(at: now, random: random), documents: documents)
    }

    /// Somebody new, 32 years old, on jobseeker's allowance for two years.
    func register(_ given: String = "Rosa", _ family: String = "Parr") async throws -> Identifier<CaseFile> {
        let subject = Identifier<CaseFile>(at: now, random: random)
        try await perform(
            RegisterCustomer(
                identity: Identity(
                    given: given, family: family, born: day("1980-02-14"), address: "12 Canal Walk, Ashcombe AB1 9ZZ",
                    phone: "07700 900123", email: "\(given).\(family)@example.org".lowercased(), on: now.day)),
            on: subject, as: jobcentreAdviser)
        return subject
    }

    /// Somebody registered, interviewed and referred today.
    func referred(_ given: String = "Rosa", _ family: String = "Parr") async throws -> Identifier<CaseFile> {
        let subject = try await register(given, family)
        let topics = office.programmes[Self.programme]?.referralInterview.map(\.id) ?? []
        try await perform(
            RecordReferralInterview(programme: Self.programme, explained: topics, inWriting: true, agreed: []),
            on: subject, as: jobcentreAdviser)
        try await perform(
            ReferCustomer(
                programme: Self.programme, area: area,
                claim: ClaimAnswers(benefit: "JSA", since: now.day.adding(years: -2), circumstances: [])),
            on: subject, as: jobcentreAdviser)
        return subject
    }

    /// Somebody referred, acknowledged and with the adviser.
    func assigned(_ given: String = "Rosa", _ family: String = "Parr") async throws -> Identifier<CaseFile> {
        let subject = try await referred(given, family)
        try await perform(AcknowledgeReferral(), on: subject, as: manager)
        try await perform(
            AssignReferral(provider: adviser.author.organisation, adviser: adviser.author.person), on: subject,
            as: manager)
        return subject
    }

    /// Books an appointment with the adviser.
    @discardableResult
    func book(
        _ subject: Identifier<CaseFile>, on day: CalendarDay, hour: Int = 10, minute: Int = 0,
        purpose: AppointmentPurpose = .first
    ) async throws -> Identifier<Appointment> {
        let booked = try await perform(
            BookAppointment(
                purpose: purpose, adviser: adviser.author.person, office: adviser.author.organisation,
                slot: Slot(
                    starts: Instant(london: day, hour: hour, minute: minute), minutes: 30, mode: .faceToFace)),
            on: subject, as: adviser)
        return booked.file.appointments[booked.file.appointments.count - 1].id
    }

    /// Somebody who has come to a first appointment today, and so is attached. The clock ends an hour later.
    func attached(
        _ given: String = "Rosa", _ family: String = "Parr", hour: Int = 10
    ) async throws -> Identifier<CaseFile> {
        let today = now.day
        let subject = try await assigned(given, family)
        let appointment = try await book(subject, on: today, hour: hour)
        move(to: today, hour: hour + 1)
        try await perform(
            RecordAttendance(
                appointment: appointment, attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
            on: subject, as: adviser)
        return subject
    }

    /// How many looks are on record.
    func looks() async throws -> Int {
        try await store.read { try $0.first("SELECT count(*) FROM looks", []) { try $0.int(0) } ?? 0 }
    }

    /// The newest file of a case.
    func file(_ subject: Identifier<CaseFile>) async throws -> CaseFile {
        let keyring = office.keyring
        return try await store.read { connection in
            CaseFile(id: subject, folding: try Streams(keys: keyring).read(subject, in: connection))
        }
    }
}

extension Partnership.Worker {
    fileprivate init(_ name: String, _ person: UInt64, at organisation: UInt64, _ role: Role) {
        self.name = name
        author = Author(
            person: Identifier(high: 1, low: person), organisation: Identifier(high: 2, low: organisation), role: role)
    }
}

/// A day that is known to exist.
func day(_ text: String) -> CalendarDay {
    guard let day = try? CalendarDay(text) else { preconditionFailure("There is no such day as \(text)") }
    return day
}
