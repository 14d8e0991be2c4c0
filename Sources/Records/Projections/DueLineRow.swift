public import Casework
public import Kernel

/// One payment line in a list: what is owed for a customer, to whom and since when.
public struct DueLineRow: Sendable, Equatable {
    public let key: LineKey
    public let group: String
    /// The prime provider; nil when none was ever drawn.
    public let provider: Identifier<Organisation>?
    public let area: Identifier<Area>
    public let attachedOn: CalendarDay
    /// The day it falls due; one after today falls due then if nothing more is recorded.
    public let dueOn: CalendarDay
    /// nil when the attachment is unpriced, which is not the same as nothing.
    public let amount: Money?
    /// How far the amount can be trusted; nil when it is unpriced.
    public let status: FigureStatus?
}

extension DueLineRow {
    private static let unpriced = "unpriced"

    /// The due lines of every programme a case has been attached to.
    static func values(of file: CaseFile, _ programmes: [String: Programme]) -> [[SQLValue]] {
        lines(of: file, programmes).compactMap { values(of: $0, file) }
    }

    /// The lines of every programme a case has been attached to, due or not; none of a case that is part of another.
    static func lines(of file: CaseFile, _ programmes: [String: Programme]) -> [DueLine] {
        guard file.merges.into == nil else { return [] }
        var ids: [String] = []
        for referral in file.referrals where referral.attachment != nil && !ids.contains(referral.programme) {
            ids.append(referral.programme)
        }
        return ids.flatMap { id -> [DueLine] in
            guard let programme = programmes[id], let day = programme.lastDueDay(for: file) else { return [] }
            return PaymentLedger(programme).lines(for: file, until: day)
        }
    }

    private static func values(of line: DueLine, _ file: CaseFile) -> [SQLValue]? {
        guard let dueOn = line.dueOn, let referral = file.referrals.first(where: { $0.id == line.attachment }),
            let attachment = referral.attachment
        else { return nil }
        return [
            .text(of: line.key), .text(of: file.id), .text(line.key.programme), .text(line.key.kind.rawValue),
            .int(line.key.ordinal), .text(line.group), .text(of: line.provider), .text(of: referral.area),
            .text(of: attachment.on), .text(of: dueOn), line.amount.map { .int($0.value.pence) } ?? .null,
            .text(line.amount?.status.rawValue ?? unpriced),
        ]
    }

    /// Whether nothing that a payment rests on differs between two readings of a case.
    static func areAlike(_ before: CaseFile, _ after: CaseFile) -> Bool {
        before.referrals == after.referrals && before.appointments == after.appointments
            && before.employment == after.employment && before.circumstances == after.circumstances
            && before.merges.into == after.merges.into
    }

    /// The columns in the order they are read.
    static let columns = "line, payment_group, provider, area, attached_on, due_on, pence, status"

    init(_ row: any Row) throws {
        key = try LineKey(row.text(0))
        group = try row.text(1)
        provider = try row.optionalText(2).map { try Identifier($0) }
        area = try Identifier(row.text(3))
        attachedOn = try CalendarDay(row.text(4))
        dueOn = try CalendarDay(row.text(5))
        amount = try row.optionalInt(6).map { Money(pence: $0) }
        status = FigureStatus(rawValue: try row.text(7))
    }
}

extension Programme {
    /// A day by which every line that what is on record can earn has fallen due; nil before attachment.
    ///
    /// Work is followed to the end of its last proof, or, where the tariff asks for none, to the end of the last job,
    /// one that goes on being taken to the last payment there can be. Working days are counted as twice as many days and
    /// a month, which no run of bank holidays outlasts.
    fileprivate func lastDueDay(for file: CaseFile) -> CalendarDay? {
        let attached = file.referrals.filter { $0.programme == id && $0.withdrawn == nil }.compactMap { referral in
            referral.attachment.map { (day: $0.on, until: $0.until, id: referral.id, group: referral.group) }
        }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        guard let first = attached.first, let last = attached.last else { return nil }
        guard let terms = tariff.row(group: first.group, attached: first.day) else { return last.day }
        var ends = file.employment.standingProofs.map(\.proof.until)
        if terms.proof.isEmpty {
            let weeks = (terms.sustainment?.everyWeeks ?? 0) * (terms.sustainment?.atMost.value ?? 0)
            let longest = (attached.map(\.until).max() ?? last.until).adding(weeks: weeks)
            ends += file.employment.heldJobs.map { min($0.last ?? longest, longest) }
        }
        guard let end = ends.max() else { return last.day }
        return max(last.day, end.adding(days: 2 * (terms.sustainment?.workingDaysAfter.value ?? 0) + 31))
    }
}

extension ProjectedTable {
    static let dueLines = ProjectedTable(
        "due_lines", key: "line",
        columns: [
            "line", "subject", "programme", "kind", "ordinal", "payment_group", "provider", "area", "attached_on",
            "due_on", "pence", "status",
        ])
}
