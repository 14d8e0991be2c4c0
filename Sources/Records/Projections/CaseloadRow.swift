public import Casework
public import Kernel

/// One customer in a list: where they stand and whose they are.
public struct CaseloadRow: Sendable, Equatable {
    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let given: String?
    public let family: String?
    /// The jobcentre that keeps the record, or the council service where no jobcentre does.
    public let jobcentre: Identifier<Organisation>
    /// The council service that keeps the record, or the jobcentre where no council service does.
    public let council: Identifier<Organisation>
    public let programme: String?
    public let group: String?
    /// Whether taking part is required, as was said last.
    public let basis: String?
    public let area: Identifier<Area>?
    public let prime: Identifier<Organisation>?
    public let provider: Identifier<Organisation>?
    public let adviser: Identifier<Person>?
    /// In a provider's list nobody is in work by a job that began after its time with them, as with the three moments
    /// further down.
    public let state: CaseloadState
    public let registeredOn: CalendarDay
    public let referredOn: CalendarDay?
    public let attachedOn: CalendarDay?
    /// The last day of support: of the allotted time, or of an end before it.
    public let supportedUntil: CalendarDay?
    /// The start of the earliest appointment that has no outcome yet; it may have passed. This and the two that follow are
    /// what a list's reader may know: a provider's list has none that came after its time with the person (design §5).
    public let nextAt: Instant?
    /// The start of the last appointment that was attended.
    public let lastContact: Instant?
    /// The first day of the spell of work that goes on.
    public let inWorkSince: CalendarDay?
    /// When the referral was made, while it still waits for the prime provider to acknowledge or assign it.
    public let inboxAt: Instant?
    /// Who leads the help they get, in a list of whoever keeps the record: somebody whom a keeper named, or their adviser;
    /// nil where nobody does (G-005).
    public let lead: Identifier<Person>?
    /// What stands in the column of leads.
    let leadKey: String?
    /// What the list that was asked for orders it by.
    let orderedBy: String

    /// `Rosa Parr`; nil once the person's details have been erased.
    public var name: String? { given.flatMap { given in family.map { "\(given) \($0)" } } }
}

extension CaseloadRow {
    /// Stands where nothing is booked, after every moment.
    static let never = "9999"

    /// The row of a case; none before it is registered, when its facts have been
    /// erased, or when it is part of another.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil, let customer = file.customer else { return [] }
        let referral = file.referral
        let open = file.appointments.filter { $0.outcome == nil }.map(\.slot.starts)
        let met = file.appointments.filter { $0.attendance != nil }.map(\.slot.starts)
        let working = file.employment.openSpell
        let time = ProvidersTime(referral, keepers: customer.keepers)
        let theirNext = open.filter { time.holds($0) }.min()
        let theirContact = met.filter { time.holds($0) }.max()
        let theirWork = working.flatMap { time.holds($0.from) ? $0.from : nil }
        let state = CaseloadState(referral, working: working != nil)
        let theirState = CaseloadState(referral, working: theirWork != nil)
        let waits = state == .waiting || state == .acknowledged
        return [
            [
                .text(of: file.id), .text(of: customer.keepers.leading), .text(of: referral?.programme),
                .text(of: referral?.group), .text(of: referral?.basisNow.rawValue), .text(of: referral?.area),
                .text(of: referral?.prime), .text(of: referral?.holdings.last?.organisation),
                .text(of: referral?.holdings.last?.adviser), .text(state.rawValue), .text(of: customer.registered.day),
                .text(of: referral?.on), waits ? .text(of: referral?.made.recorded) : .null,
                .text(of: referral?.attachment?.on), .text(of: referral?.supportedUntil),
                .text(open.min()?.description ?? never), .text(met.max()?.description ?? ""), .text(of: working?.from),
                .text(of: customer.keepers.council), .text(of: leadKey(of: customer, referral)),
                .text(theirNext?.description ?? never), .text(theirContact?.description ?? ""), .text(of: theirWork),
                .text(theirState.rawValue),
            ]
        ]
    }

    /// - Parameter column: the place of what the list is ordered by.
    init(_ row: any Row, orderedBy column: Int) throws {
        func day(_ column: Int) throws -> CalendarDay? { try row.optionalText(column).map { try CalendarDay($0) } }
        func id<Named>(_ column: Int) throws -> Identifier<Named>? {
            try row.optionalText(column).map { try Identifier($0) }
        }
        guard let state = CaseloadState(rawValue: try row.text(9)) else {
            throw RecordsFault.fault("A list has a state this program does not know: \(try row.text(9)).")
        }
        subject = try Identifier(row.text(0))
        jobcentre = try Identifier(row.text(1))
        programme = try row.optionalText(2)
        group = try row.optionalText(3)
        basis = try row.optionalText(4)
        area = try id(5)
        prime = try id(6)
        provider = try id(7)
        adviser = try id(8)
        self.state = state
        registeredOn = try CalendarDay(row.text(10))
        referredOn = try day(11)
        inboxAt = try row.optionalText(12).map { try Instant($0) }
        attachedOn = try day(13)
        supportedUntil = try day(14)
        nextAt = try row.text(15) == Self.never ? nil : Instant(row.text(15))
        lastContact = try row.text(16).isEmpty ? nil : Instant(row.text(16))
        inWorkSince = try day(17)
        council = try Identifier(row.text(18))
        leadKey = try row.optionalText(19)
        lead = try Self.lead(leadKey, else: adviser)
        given = try row.optionalText(20)
        family = try row.optionalText(21)
        orderedBy = try row.text(column)
    }
}

extension CaseloadRow {
    /// The columns of a row as whoever keeps the record reads it.
    private static let shown = [
        "subject", "jobcentre", "programme", "payment_group", "basis", "area", "prime", "provider", "adviser", "state",
        "registered_on", "referred_on", "inbox_at", "attached_on", "allotted_until", "next_at", "last_contact",
        "in_work_since", "council", "lead",
    ]
    /// Those in place of which a provider's list has columns of its own (`ProvidersTime`).
    private static let masked = ["next_at", "last_contact", "in_work_since", "state"]

    /// The column that a list has for one of a row.
    /// - Parameter isKeepers: whether the list is of whoever keeps the record.
    static func column(_ name: String, isKeepers: Bool) -> String {
        isKeepers || !masked.contains(name) ? name : "their_\(name)"
    }

    /// The columns of `caseload AS c` and `identity AS i`, in the order they are read.
    static func columns(isKeepers: Bool) -> String {
        (shown.map { "c.\(column($0, isKeepers: isKeepers))" } + ["i.given", "i.family"]).joined(separator: ", ")
    }

    /// Every column of the table.
    static let stored = shown + masked.map { CaseloadRow.column($0, isKeepers: false) }
}

extension ProjectedTable {
    static let caseload = ProjectedTable("caseload", key: "subject", columns: CaseloadRow.stored)
}

extension Keepers {
    /// Whoever stands in the column by which a council service's lists are read: it, or the jobcentre where there is none.
    var council: Identifier<Organisation> { organisation(.council) ?? leading }
}

extension Employment {
    /// The spell of work that goes on; a job whose end is on record has ended, whatever the day.
    fileprivate var openSpell: WorkSpell? {
        CalendarDay(year: 9999, month: 12, day: 31).flatMap { spells(until: $0).last { $0.last == nil } }
    }
}
