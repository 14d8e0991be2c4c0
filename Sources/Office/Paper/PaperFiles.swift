public import Casework
public import Kernel
public import Records

/// One open paper file of an officer's, with the lines entered from it.
public struct PaperFile: Sendable {
    public let entry: PaperRegister.Entry
    public let lines: [ClericalLine]
}

/// A payment line as a named officer enters it from a paper file.
public struct NewClericalLine: Sendable {
    public let reference: PaperReference
    public let programme: String
    public let kind: LineKind
    /// 1 for the first of its kind.
    public let ordinal: Int
    public let group: String
    public let provider: Identifier<Organisation>
    public let dueOn: CalendarDay
    public let amount: Money

    public init(
        reference: PaperReference, programme: String, kind: LineKind, ordinal: Int, group: String,
        provider: Identifier<Organisation>, dueOn: CalendarDay, amount: Money
    ) {
        self.reference = reference
        self.programme = programme
        self.kind = kind
        self.ordinal = ordinal
        self.group = group
        self.provider = provider
        self.dueOn = dueOn
        self.amount = amount
    }
}

extension Office {
    /// The open paper files of whoever asks: theirs alone, by reference.
    public func paperFiles(as actor: Author) async throws -> [PaperFile] {
        try await list(.readPaper, as: actor) { connection in
            try PaperRegister.open(of: actor.person, in: connection).map {
                PaperFile(entry: $0, lines: try ClericalLines.lines(of: $0.reference, in: connection))
            }
        }
    }

    /// Enters a payment line from a paper file. The officer, the area and the day are taken from who asks and when.
    /// - Refuses: by anybody but the named officer, a programme, group or provider that is not there, an amount below
    ///   nothing, a day that has not come, and a line that was entered before.
    @discardableResult
    public func enterClerical(_ new: NewClericalLine, as actor: Author) async throws -> ClericalLine {
        try Powers.require(.enterClerical, of: actor.role, as: .none)
        let today = clock.today
        guard let terms = programmes[new.programme], terms.group(new.group) != nil else {
            throw Refusal("clerical.group", "There is no such payment group. Choose one from the list.", field: "group")
        }
        guard new.dueOn <= today else {
            throw Refusal("clerical.day", "It is due on \(new.dueOn.written), which has not come yet.", field: "due")
        }
        guard (1...99).contains(new.ordinal), new.kind == .sustainment || new.ordinal == 1 else {
            throw Refusal(
                "clerical.ordinal", "There is one attachment and one job outcome; sustainments are numbered from 1.",
                rule: "decisions: once", field: "ordinal")
        }
        guard new.amount >= .zero, new.amount.pence <= 100_000_00 else {
            throw Refusal("clerical.amount", "Write an amount from £0.00 to £100,000.00.", field: "amount")
        }
        return try await telling { [database] in
            try await database.write { connection in
                let entry = try Office.ownPaper(new.reference, of: actor, in: connection)
                guard try OrganisationRegister.find(new.provider, in: connection)?.kind == .provider else {
                    throw Refusal(
                        "clerical.provider", "There is no such provider. Choose one from the list.", field: "provider")
                }
                let line = ClericalLine(
                    reference: new.reference, programme: new.programme, kind: new.kind, ordinal: new.ordinal,
                    group: new.group, provider: new.provider, area: entry.area, dueOn: new.dueOn, amount: new.amount,
                    officer: actor.person, entered: today)
                guard try ClericalLines.add(line, in: connection) else {
                    throw Refusal(
                        "clerical.twice", "This line was entered before. Each can be paid once.",
                        rule: "decisions: once", field: "kind")
                }
                return line
            }
        }
    }

    /// Takes out a line that was a mistake.
    /// - Refuses: one that is not there, or is another officer's.
    public func withdrawClerical(_ key: String, as actor: Author) async throws {
        try Powers.require(.enterClerical, of: actor.role, as: .none)
        let today = clock.today
        try await telling { [database] in
            try await database.write { connection in
                guard let line = try ClericalLines.find(key, in: connection) else {
                    throw Refusal("clerical.none", "There is no such line, or it was withdrawn before.")
                }
                _ = try Office.ownPaper(line.reference, of: actor, in: connection)
                try ClericalLines.withdraw(key, on: today, in: connection)
            }
        }
    }

    /// - Refuses: a paper file that is not there, is closed, or is another officer's. The three are told alike.
    private static func ownPaper(
        _ reference: PaperReference, of actor: Author, in connection: any Connection
    ) throws -> PaperRegister.Entry {
        guard let entry = try PaperRegister.find(reference, in: connection), entry.closed == nil,
            entry.officer == actor.person
        else {
            throw Refusal(
                "paper.none", "You are not the named officer of an open paper file with this reference.",
                rule: "K-001", field: "reference")
        }
        return entry
    }
}
