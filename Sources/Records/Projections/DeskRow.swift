public import Casework
public import Kernel

/// One customer on the desk of an organisation of the chain: sent on and not answered, turned down and neither sent on
/// again nor kept, taken on and with no adviser, or back on benefit and not yet in touch.
public struct DeskRow: Sendable, Equatable {
    public enum Wants: String, Sendable, CaseIterable {
        case answer, decision, adviser, contact
    }

    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let name: String?
    public let sender: Identifier<Organisation>
    public let since: Instant
    public let wants: Wants
}

extension DeskRow {
    /// The row of a case; none where nobody of the chain has anything to do.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil, file.customer != nil, let referral = file.referral, referral.exit == nil else {
            return []
        }
        func row(
            _ organisation: Identifier<Organisation>, _ sender: Identifier<Organisation>, _ since: Instant,
            _ wants: Wants
        ) -> [[SQLValue]] {
            [
                [
                    .text(of: file.id), .text(of: organisation), .text(of: sender), .text(of: since),
                    .text(wants.rawValue),
                ]
            ]
        }
        if let hop = referral.chain.waiting {
            return row(hop.to, hop.event.by.organisation, hop.event.recorded, .answer)
        }
        if let hop = referral.refusedHop, case .turnedDown(let event, _, _) = hop.answer, let holder = referral.holder {
            return row(holder, hop.to, event.recorded, .decision)
        }
        guard let holding = referral.holdings.last else { return [] }
        if holding.adviser == nil {
            return row(
                holding.organisation, referral.prime ?? holding.organisation, holding.event.recorded, .adviser)
        }
        return referral.unmetReturn(file.appointments).map { back in
            row(holding.organisation, back.event.by.organisation, back.event.recorded, .contact)
        } ?? []
    }

    init(_ row: any Row) throws {
        guard let wants = Wants(rawValue: try row.text(3)) else {
            throw RecordsFault.fault("A desk has something this program does not know: \(try row.text(3)).")
        }
        subject = try Identifier(row.text(0))
        sender = try Identifier(row.text(1))
        since = try Instant(row.text(2))
        self.wants = wants
        let (given, family) = (try row.optionalText(4), try row.optionalText(5))
        name = given.flatMap { given in family.map { "\(given) \($0)" } }
    }
}

extension ProjectedTable {
    static let desk = ProjectedTable(
        "desk", key: "subject", columns: ["subject", "organisation", "sender", "since", "wants"])
}

/// What waits on the desk of one organisation, the oldest first; 200 at most.
public enum DeskQuery {
    public static func rows(
        of organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [DeskRow] {
        try connection.all(select, [.text(of: organisation)], DeskRow.init)
    }

    static let select: SQL = """
        SELECT d.subject, d.sender, d.since, d.wants, i.given, i.family
        FROM desk d LEFT JOIN identity i ON i.subject = d.subject
        WHERE d.organisation = $1 ORDER BY d.since, d.subject LIMIT 200
        """
}
