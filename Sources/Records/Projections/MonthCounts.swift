public import Casework
public import Kernel

/// How often something happened in a month: what is left of cases whose evidence has been erased (M-060). It says nothing
/// of whose they were; a case's counts are added to those of all before it.
public struct MonthCount: Sendable, Hashable {
    /// `2012-06`.
    public let month: String
    /// The kind of event; for a payment that fell due, `due.` and its kind.
    public let kind: String
    /// The programme and group of the referral in force; empty without one.
    public let programme: String
    public let group: String
    /// The prime provider, by its reference; empty without one.
    public let provider: String
}

/// How often, and how much money where it is about money.
public struct Counted: Sendable, Hashable {
    public var number = 0
    public var pence = 0

    mutating func add(_ other: Counted) {
        number += other.number
        pence += other.pence
    }
}

public enum MonthCounts {
    /// What one case adds to the counts.
    /// - Parameter events: of its own stream, in order; those of streams it absorbed count with theirs.
    public static func of(
        _ file: CaseFile, events: [Event<CaseFile>], programmes: [String: Programme]
    ) -> [MonthCount: Counted] {
        var counts: [MonthCount: Counted] = [:]
        var then = CaseFile(id: file.id)
        for event in events where event.subject == file.id {
            then.apply(event)
            let referral = then.referral
            let count = MonthCount(
                month: event.occurred.day.month(), kind: event.fact.kind, programme: referral?.programme ?? "",
                group: referral?.group ?? "", provider: referral?.prime?.description ?? "")
            counts[count, default: Counted()].add(Counted(number: 1))
        }
        guard file.merges.into == nil else { return counts }
        for line in DueLineRow.lines(of: file, programmes) {
            guard let due = line.dueOn else { continue }
            let count = MonthCount(
                month: due.month(), kind: "due.\(line.key.kind.rawValue)", programme: line.key.programme,
                group: line.group, provider: line.provider?.description ?? "")
            counts[count, default: Counted()].add(Counted(number: 1, pence: line.amount?.value.pence ?? 0))
        }
        return counts
    }

    /// Adds a case's counts to those that are kept.
    static func add(_ counts: [MonthCount: Counted], in connection: any Connection) throws {
        for (count, counted) in counts {
            try connection.run(
                upsert,
                [
                    .text(count.month), .text(count.kind), .text(count.programme), .text(count.group),
                    .text(count.provider), .int(counted.number), .int(counted.pence),
                ])
        }
    }

    /// The counts kept of what has been erased, in order.
    public static func kept(in connection: any Connection) throws -> [(count: MonthCount, counted: Counted)] {
        try connection.all(select) { row in
            (
                MonthCount(
                    month: try row.text(0), kind: try row.text(1), programme: try row.text(2), group: try row.text(3),
                    provider: try row.text(4)), Counted(number: try row.int(5), pence: try row.int(6))
            )
        }
    }

    /// The counts of everything, in order: what is kept of what has been erased, and what is still on record. An erasure
    /// changes none of them.
    public static func all(
        programmes: [String: Programme], keyring: Keyring, in connection: any Connection
    ) throws -> [(count: MonthCount, counted: Counted)] {
        var counts = Dictionary(try kept(in: connection).map { ($0.count, $0.counted) }) { first, _ in first }
        let streams = Streams(keys: nil)
        var last: Identifier<CaseFile>?
        while true {
            let page = try streams.activities(after: last, in: connection)
            guard let end = page.last?.subject else { break }
            for (subject, _) in page {
                guard try !keyring.erasedClasses(of: subject, in: connection).contains(.evidence) else { continue }
                let events = try streams.read(subject, in: connection).filter { $0.fact.kind != Custody.keptKind }
                let own = of(try streams.file(subject, in: connection), events: events, programmes: programmes)
                for (count, counted) in own { counts[count, default: Counted()].add(counted) }
            }
            last = end
        }
        return counts.sorted { $0.key < $1.key }.map { (count: $0.key, counted: $0.value) }
    }

    static let upsert: SQL = """
        INSERT INTO month_counts (month, kind, programme, payment_group, provider, number, pence)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (month, kind, programme, payment_group, provider) DO UPDATE
        SET number = month_counts.number + excluded.number, pence = month_counts.pence + excluded.pence
        """
    static let select: SQL = """
        SELECT month, kind, programme, payment_group, provider, number, pence FROM month_counts
        ORDER BY month, kind, programme, payment_group, provider
        """
}

extension MonthCount: Comparable {
    public static func < (one: MonthCount, other: MonthCount) -> Bool {
        (one.month, one.kind, one.programme, one.group, one.provider)
            < (other.month, other.kind, other.programme, other.group, other.provider)
    }
}

extension CalendarDay {
    /// `2012-06`.
    fileprivate func month() -> String { String(description.prefix(7)) }
}
