import Kernel
import Testing

@testable import Casework

/// One made-up customer, taken through attachment, on whom commands are performed on chosen days.
struct WorkStory {
    static let jobcentre = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 1)
    static let provider = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 2)
    static let adviser = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 3), organisation: jobcentre, role: .adviser)
    static let inWork = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 4), organisation: provider, role: .providerAdviser)

    let programme: Programme
    let ledger: PaymentLedger
    private(set) var file: CaseFile
    private(set) var events: [Event<CaseFile>] = []
    private let random = RandomSource.seeded(11)
    private var nextID: UInt64 = 1

    /// - Parameter attached: nil for somebody referred and acknowledged, and not attached.
    init(
        _ programme: Programme = .workProgramme, group: String = "2", attached: CalendarDay?,
        referred: CalendarDay = day("2011-06-20"), nation: Nation = .england, number: UInt64 = 1
    ) throws {
        self.programme = programme
        ledger = PaymentLedger(programme)
        file = CaseFile(id: Identifier(high: 0x0197_0000_0000_7000, low: 1 << 63 | number))
        let identity = try Identity(given: "Made", family: "Up", born: day("1980-02-03"), on: day("2011-06-01"))
        record(
            .customer(
                .registered(
                    .init(jobcentre: Self.jobcentre, drawToken: DrawToken(random: random), jointClaim: nil),
                    .open(identity))),
            on: referred)
        try refer(group: group, on: referred, attached: attached, until: nil, nation: nation)
    }

    /// A referral, its acknowledgement two days later, and the attended contact that attaches.
    mutating func refer(
        group: String = "2", on referred: CalendarDay, attached: CalendarDay?, until: CalendarDay?,
        nation: Nation = .england
    ) throws {
        let id = Identifier<Referral>(high: 0x7000, low: 1 << 63 | 100 + nextID)
        record(
            .referral(
                .made(
                    .init(
                        referral: id, programme: programme.id, group: group, basis: .mandatory, on: referred,
                        area: Identifier(high: 0x7000, low: 1 << 63 | 9), nation: nation), .shut)), on: referred)
        record(
            .referral(
                .allocated(id, .init(draw: 1, value: DrawValue(bits: 7), provider: Self.provider, followed: false))),
            on: referred)
        record(.referral(.acknowledged(id)), on: referred.adding(days: 2))
        guard let attached else { return }
        let appointment = Identifier<Appointment>(high: 0x7000, low: 1 << 63 | 200 + nextID)
        let slot = try Slot(starts: Instant(london: attached, hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
        record(
            .appointment(
                .booked(
                    appointment,
                    .init(purpose: .first, adviser: Self.inWork.person, office: Self.provider, slot: slot))),
            on: referred.adding(days: 3))
        record(.appointment(.attended(appointment, Attendance(mode: .faceToFace, minutes: 50, late: 0))), on: attached)
        let last = until ?? programme.allottedTime!.value.lastDay(attached: attached)
        record(.referral(.attached(id, on: attached, until: last)), on: attached)
    }

    /// Folds a fact in, as recorded at noon of a day.
    @discardableResult
    mutating func record(_ fact: Fact, on day: CalendarDay, by author: Author = WorkStory.inWork) -> Event<CaseFile> {
        let recorded = Instant(london: day, hour: 12, minute: 0)
        let event = Event<CaseFile>(
            id: Identifier(high: 0x0197_0000_0001_7000, low: 1 << 63 | nextID), subject: file.id,
            sequence: file.sequence + 1, occurred: fact.occurred ?? .instant(recorded), recorded: recorded, by: author,
            fact: fact)
        nextID += 1
        events.append(event)
        file.apply(event)
        return event
    }

    /// Decides a command on a day and folds in what follows.
    @discardableResult
    mutating func perform(_ command: some CaseCommand, on day: CalendarDay, by author: Author = WorkStory.inWork) throws
        -> Event<CaseFile>
    {
        var last: Event<CaseFile>?
        for fact in try command.decide(on: file, in: context(on: day, by: author)) {
            last = record(fact, on: day, by: author)
        }
        return try #require(last)
    }

    func context(on day: CalendarDay, by author: Author, sharing: SharingMatrix = SharingMatrix()) -> Context {
        Context(
            now: Instant(london: day, hour: 12, minute: 0), random: random, actor: author,
            command: Identifier(high: 0x0197_0000_0002_7000, low: 1 << 63 | nextID),
            programmes: [programme.id: programme], tools: .madeUp, sharing: sharing)
    }

    // MARK: In short

    /// A job from one day to another, recorded as it happened.
    @discardableResult
    mutating func job(_ from: String, _ last: String? = nil, employer: String = "Mill", hours: Int = 30) throws
        -> Identifier<Job>
    {
        let start = try perform(
            RecordJobStart(
                started: day(from), kind: .employed, hours: try WeeklyHours(hours),
                details: try JobDetails(employer: employer)),
            on: day(from))
        let id = try #require(file.employment.jobs.last?.id)
        #expect(file.employment.jobs.last?.recorded.id == start.id)
        if let last { try perform(RecordJobEnd(job: id, last: day(last), reason: "F-252", words: nil), on: day(last)) }
        return id
    }

    /// Known off a benefit from a day on.
    mutating func off(
        _ benefit: String = "JSA", _ from: String, _ until: String? = nil, _ certainty: Certainty = .known
    ) throws {
        try state(benefit, on: false, from, until, certainty)
    }

    mutating func state(
        _ benefit: String = "JSA", on: Bool, _ from: String, _ until: String? = nil, _ certainty: Certainty = .known
    ) throws {
        let statement = BenefitStatement(
            benefit: benefit, on: on, from: day(from), until: until.map(day), certainty: certainty,
            source: certainty == .known ? .jobcentre : .customer)
        try perform(
            StateBenefit(statement: statement), on: max(statement.from, statement.until ?? statement.from),
            by: certainty == .known ? Self.adviser : Self.inWork)
    }

    @discardableResult
    mutating func prove(
        _ job: Identifier<Job>, _ from: String, _ until: String, kind: String = "employer-letter",
        earnings: Money? = nil
    ) throws -> Identifier<Proof> {
        try perform(
            RecordProof(job: job, kind: kind, from: day(from), until: day(until), earnings: earnings), on: day(until))
        return try #require(file.employment.proofs.last?.proof.id)
    }

    // MARK: Reading

    func account(_ until: String) -> PaymentAccount { ledger.account(for: file, until: day(until)) }

    func line(_ kind: LineKind, _ ordinal: Int = 1, until: String) -> DueLine? {
        account(until).lines.first { $0.key.kind == kind && $0.key.ordinal == ordinal }
    }
}

/// A day written as `2012-06-30`.
func day(_ text: String) -> CalendarDay { CalendarDay(test: text) }

extension CalendarDay {
    fileprivate init(test text: String) {
        guard let day = try? CalendarDay(text) else { preconditionFailure("no such day as \(text)") }
        self = day
    }
}

/// The refusal that something ends in, or nil when it does not.
func refusal(_ body: () throws -> Void) -> Refusal? {
    do { try body() } catch { return error as? Refusal }
    return nil
}
