import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

/// Somebody a report describes, entered by commands through the office, under the service they came to, as their story
/// goes on. Days and hours are ours; the reports give none.
struct ReportedLife {
    enum Service {
        /// A customer of the jobcentre under Pathways to Work (report 004).
        case pathways
        /// On the Work Programme, and with an adviser of a provider (report 002).
        case workProgramme
        /// A claimant at Wakefield (report 001).
        case wakefield

        fileprivate var start: String {
            switch self {
            case .pathways: "2004-01-12"
            case .workProgramme: "2012-06-06"
            case .wakefield: "2011-09-05"
            }
        }

        fileprivate var programme: String {
            switch self {
            case .pathways: "pathways-to-work-2003"
            case .workProgramme: "work-programme-2011"
            case .wakefield: "wakefield-2011"
            }
        }
    }

    let desk: TestDesk
    let service: Service
    let subject: Identifier<CaseFile>
    private(set) var file: CaseFile
    private var made: UInt64

    /// Registers somebody on the first day; on the Work Programme, with an adviser too.
    /// - Parameters:
    ///   - agrees: what they let whoever helps them hold, beyond what the law lets them.
    ///   - number: which of several people at one desk.
    init(
        _ service: Service, aged age: Int = 34, agrees categories: [Casework.Category] = [], at desk: TestDesk? = nil,
        number: UInt64 = 1, partner: Identifier<CaseFile>? = nil
    ) async throws {
        self.desk =
            if let desk { desk } else {
                try await TestDesk.open(
                    .sqlite, at: "\(service.start)T09:00:00.000Z", programmes: [service.programme])
            }
        self.service = service
        subject = Identifier(high: 100, low: number)
        file = CaseFile(id: subject)
        made = number * 1000
        let today = self.desk.office.clock.today
        try await does(
            RegisterCustomer(
                identity: Identity(
                    given: "Somebody", family: "Reported", born: today.adding(years: -age).adding(days: -40), on: today),
                partner: partner), as: self.desk.adviser)
        if service == .workProgramme { try await refer() }
        if !categories.isEmpty {
            try await does(
                GiveConsent(
                    terms: ConsentTerms(recipient: helper.organisation, categories: categories, purpose: "support"),
                    until: today.adding(months: 12), how: .inPerson), as: self.desk.adviser)
        }
    }

    /// Somebody on the Work Programme who has come to a first appointment, and so is attached.
    static func attached(
        aged age: Int = 34, agrees categories: [Casework.Category] = []
    ) async throws -> ReportedLife {
        var life = try await ReportedLife(.workProgramme, aged: age, agrees: categories)
        try await life.meets("2012-06-11", .first)
        #expect(life.file.referral?.attachment != nil)
        return life
    }

    /// On jobseeker's allowance for two years: referred, taken on and given an adviser.
    private mutating func refer() async throws {
        let programme = service.programme
        let topics = desk.office.programmes[programme]?.referralInterview.map(\.id) ?? []
        try await does(
            RecordReferralInterview(programme: programme, explained: topics, inWriting: true, agreed: []),
            as: desk.adviser)
        try await does(
            ReferCustomer(
                programme: programme, area: desk.area,
                claim: ClaimAnswers(
                    benefit: "JSA", since: desk.office.clock.today.adding(years: -2), circumstances: [])),
            as: desk.adviser)
        guard file.referral?.prime == desk.manager.organisation else { return }
        try await does(AcknowledgeReferral(), as: desk.manager)
        try await does(
            AssignReferral(provider: desk.provider.organisation, adviser: desk.provider.person), as: desk.manager)
    }

    /// Whoever helps them: the provider's adviser on the Work Programme, the jobcentre's before and elsewhere.
    var helper: Author { service == .workProgramme ? desk.provider : desk.adviser }
    /// The person, on their own page.
    var oneself: Author {
        Author(person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
    }
    var plan: Plan { file.plan }
    var points: [ProgressPoint] { file.assessments.points.map(\.point) }

    func close() async throws { try await desk.close() }

    // MARK: Days

    /// Moves the clock to a day.
    func on(_ text: String, hour: Int = 9) throws {
        let day = try CalendarDay(text)
        desk.time.with { $0 = Instant(london: day, hour: hour, minute: 0) }
    }

    var today: CalendarDay { desk.office.clock.today }

    // MARK: Doing

    @discardableResult
    mutating func does(_ command: some CaseCommand, as author: Author? = nil) async throws -> Performed {
        made += 1
        let performed = try await desk.office.perform(
            command, on: subject, as: author ?? helper, id: desk.command(made))
        file = performed.file
        return performed
    }

    /// The refusal that a command ends in; nil when it is done after all.
    mutating func refused(_ command: some CaseCommand, as author: Author? = nil) async -> Refusal? {
        made += 1
        do {
            file = try await desk.office.perform(
                command, on: subject, as: author ?? helper, id: desk.command(made)
            ).file
            return nil
        } catch { return error as? Refusal }
    }

    /// What is due, as whoever helps them sees it.
    func dues() async throws -> [DueCode] {
        try await desk.office.open(subject, as: helper).standing.dues.map(\.code)
    }

    /// What would go out to anybody.
    func outgoing() async throws -> Int {
        try await desk.store.read { try $0.first("SELECT count(*) FROM outbox", []) { try $0.int(0) } ?? 0 }
    }

    // MARK: What most are told of

    @discardableResult
    mutating func books(
        _ day: String, _ purpose: AppointmentPurpose = .review, hour: Int = 10, mode: ContactMode = .faceToFace,
        despite: String? = nil, interpreter: MeetingInterpreter? = nil
    ) async throws -> Identifier<Appointment> {
        try await does(
            booking(day, purpose, hour: hour, mode: mode, despite: despite, interpreter: interpreter))
        return try #require(file.appointments.last).id
    }

    func booking(
        _ day: String, _ purpose: AppointmentPurpose = .review, hour: Int = 10, mode: ContactMode = .faceToFace,
        despite: String? = nil, interpreter: MeetingInterpreter? = nil
    ) throws -> BookAppointment {
        let slot = try Slot(
            starts: Instant(london: CalendarDay(day), hour: hour, minute: 0), minutes: 45, mode: mode)
        return BookAppointment(
            purpose: purpose, adviser: helper.person, office: helper.organisation, slot: slot,
            despite: despite.map { Words($0) }, interpreter: interpreter)
    }

    /// Says that she needs an interpreter; no meeting is booked without one from then on.
    mutating func needsInterpreter(of language: String) async throws {
        try await does(StateNeeds(try CommunicationNeeds(spokenLanguage: language, interpreter: .spoken)))
    }

    /// Comes to something that was booked, and it is recorded an hour after it began.
    mutating func comes(to appointment: Identifier<Appointment>, with company: MeetingCompany? = nil) async throws {
        let slot = try file.appointment(appointment).slot
        desk.time.with { $0 = slot.starts.adding(minutes: 60) }
        try await does(
            RecordAttendance(
                appointment: appointment,
                attendance: Attendance(
                    mode: .faceToFace, minutes: 45, late: 0, company: company.map { .open($0) } ?? .shut)))
    }

    /// Comes to a meeting booked the same morning.
    mutating func meets(
        _ day: String, _ purpose: AppointmentPurpose = .review, interpreter: MeetingInterpreter? = nil
    ) async throws {
        try on(day)
        try await comes(to: books(day, purpose, interpreter: interpreter))
    }

    mutating func wants(_ words: String) async throws { try await does(SetGoal(words: Words(words))) }

    mutating func seen(at point: ProgressPoint, _ evidence: String) async throws {
        try await does(SeeProgressPoint(point, evidence: Words(evidence)))
    }

    @discardableResult
    mutating func stands(inTheWay code: String, first: Bool = false) async throws -> Identifier<PlanBarrier> {
        try await does(AddBarrier(code: code, first: first, words: nil, heardInPrivate: true))
        return try #require(file.plan.openBarriers.first { $0.named.code == code }).id
    }

    @discardableResult
    mutating func plans(
        _ text: String, by owner: PlanOwner = .customer, for barrier: Identifier<PlanBarrier>? = nil, due: String? = nil
    ) async throws -> Identifier<PlanAction> {
        try await does(
            ProposeAction(
                text: Words(text),
                terms: PlanActionTerms(owner: owner, barrier: barrier, due: due.map { try CalendarDay($0) })))
        return try #require(file.plan.actions.last).id
    }

    mutating func done(
        _ action: Identifier<PlanAction>, _ evidence: PlanEvidence = .word, _ words: String? = nil
    ) async throws {
        try await does(
            CompleteAction(action: action, on: today, evidence: evidence, words: words.map { Words($0) }))
    }

    /// News of work, as the person told it.
    mutating func tellsOfWork(_ words: String) async throws {
        try await does(
            ReportChange(
                .work, ChangeDetail(words: words), from: today, source: .customer, route: .inPerson))
    }
}
