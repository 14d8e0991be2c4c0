public import Casework
public import Kernel
import Records

extension Office {
    /// Takes a person off the computer (K-001, J-063): their record is erased, every class of it and whatever its age, and
    /// what stays is a reference to a paper file, its named officer and the area.
    ///
    /// No row of the store ties the reference to the record that was, and why is stored nowhere: this makes no look, the
    /// erasure has the reason and the author of any other, and the register says the month alone. What could still tie
    /// them: in the store, that the proof of what was earned went before its time, the day of the erasure beside the
    /// month, the area and the order of rows; and besides, logs of whoever runs the machine, backups made before and
    /// after, and a journal of the database. What is still to be paid for them goes on as clerical lines that the officer
    /// enters.
    /// - Refuses: a case that is not there, an officer or area that is not, a reference in use, something that came to the
    ///   record meanwhile; then nothing is erased and no reference is entered.
    /// - Returns: the erasure with its proof, which says nothing of the reference.
    @discardableResult
    public func moveToPaper(
        _ subject: Identifier<CaseFile>, _ paper: NewPaperFile, by person: Identifier<Person>
    ) async throws -> Erased {
        try await moveToPaper(subject, paper, seen: nil, by: person, acting: nil)
    }

    /// - Parameters:
    ///   - seen: the sequence of the record that whoever decided it had before them; nil for a program.
    ///   - actor: who acts, as their erasures are signed; nil for whoever runs the machine.
    func moveToPaper(
        _ subject: Identifier<CaseFile>, _ paper: NewPaperFile, seen: Int?, by person: Identifier<Person>,
        acting actor: Author?
    ) async throws -> Erased {
        let found = try await database.read { [self] connection in
            try Office.require(paper, in: connection)
            return try erasable(subject, in: connection)
        }
        guard let found else {
            throw Refusal("erase.none", "There is no case \(subject) in this store. Check its reference.")
        }
        guard found.isAsSeen(seen, of: subject) else { throw Self.changedSinceSeen }
        let classes = Set(RetentionClass.allCases).subtracting(found.erased)
        guard !classes.isEmpty else {
            throw Refusal("erase.already", "That has been erased already. Add the reference on its own: `paper add`.")
        }
        let plan = ErasurePlan(
            found: found, classes: classes, why: .asked,
            by: actor ?? Author(person: person, organisation: found.keeper, role: .system), evidenceUntil: nil)
        return try await move(plan, to: paper, by: person)
    }

    /// Erases as planned and enters the reference: both, or neither.
    func move(
        _ plan: ErasurePlan, to paper: NewPaperFile, by person: Identifier<Person>
    ) async throws -> Erased {
        let now = clock.now
        let erased = try await erase(
            [plan], at: now,
            requires: { current, connection in
                guard !current.isEmpty else { throw Self.changedSinceSeen }
                try Office.require(paper, in: connection)
            },
            besides: { connection in
                try PaperRegister.put(paper.entry(on: now.day), by: person, at: now, in: connection)
            })
        guard let one = erased.first else { throw Self.changedSinceSeen }
        return one
    }

    /// Enters the reference of a paper file with its named officer.
    /// - Refuses: a reference that is in use, an officer with no account, an area that is not there.
    public func openPaper(_ paper: NewPaperFile, by person: Identifier<Person>) async throws {
        let now = clock.now
        try await telling { [database] in
            try await database.write { connection in
                try Office.require(paper, in: connection)
                try PaperRegister.put(paper.entry(on: now.day), by: person, at: now, in: connection)
            }
        }
    }

    /// Names another officer for a paper file.
    /// - Refuses: a reference that is not there or is closed, an officer with no account.
    public func namePaperOfficer(
        _ reference: PaperReference, officer: Identifier<Person>, by person: Identifier<Person>
    ) async throws {
        try await change(reference, by: person) { entry, connection in
            try Office.requireOfficer(officer, in: connection)
            return PaperRegister.Entry(
                reference: reference, officer: officer, area: entry.area, opened: entry.opened)
        }
    }

    /// Closes a paper file: no line is entered from it any longer.
    /// - Refuses: a reference that is not there or is closed.
    public func closePaper(_ reference: PaperReference, by person: Identifier<Person>) async throws {
        let today = clock.today
        try await change(reference, by: person) { entry, _ in
            PaperRegister.Entry(
                reference: reference, officer: entry.officer, area: entry.area, opened: entry.opened, closed: today)
        }
    }

    private func change(
        _ reference: PaperReference, by person: Identifier<Person>,
        _ body: @escaping @Sendable (PaperRegister.Entry, any Connection) throws -> PaperRegister.Entry
    ) async throws {
        let now = clock.now
        try await telling { [database] in
            try await database.write { connection in
                guard let entry = try PaperRegister.find(reference, in: connection), entry.closed == nil else {
                    throw Refusal("paper.none", "There is no open paper file \(reference).", field: "reference")
                }
                try PaperRegister.put(try body(entry, connection), by: person, at: now, in: connection)
            }
        }
    }

    private static func require(_ paper: NewPaperFile, in connection: any Connection) throws {
        guard try PaperRegister.find(paper.reference, in: connection) == nil else {
            throw Refusal(
                "paper.used", "The reference \(paper.reference) is in use. Choose another.", field: "reference")
        }
        try requireOfficer(paper.officer, in: connection)
        guard try AreaQuery.all(in: connection).contains(where: { $0.id == paper.area }) else {
            throw Refusal("paper.area", "There is no such area. Choose one of those that are open.", field: "area")
        }
    }

    private static func requireOfficer(_ officer: Identifier<Person>, in connection: any Connection) throws {
        let positions = try AccountRegister.positions(of: officer, in: connection)
        guard positions.contains(where: { Powers.grant(.readPaper, to: $0.role, as: .none) != nil }) else {
            throw Refusal(
                "paper.officer",
                "The named officer has no account here that may open paper files. Name an adviser, a manager or the safeguarding lead.",
                field: "officer")
        }
    }
}

/// A paper file that is about to be entered.
public struct NewPaperFile: Sendable {
    public let reference: PaperReference
    public let officer: Identifier<Person>
    public let area: Identifier<Area>

    public init(reference: PaperReference, officer: Identifier<Person>, area: Identifier<Area>) {
        self.reference = reference
        self.officer = officer
        self.area = area
    }

    /// The register says the first of the month for everybody, so that the day does not lead to an erasure, nor to who
    /// had a record before (ours).
    func entry(on day: CalendarDay) -> PaperRegister.Entry {
        PaperRegister.Entry(
            reference: reference, officer: officer, area: area, opened: day.adding(days: 1 - day.day))
    }
}
