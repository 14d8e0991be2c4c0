import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct PaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Keep the references of people who are on paper alone.",
        discussion: """
            Of such a person this store holds a reference, the named officer and the area: no name, no reason, no case. \
            What else there is to know is in a locked file, and what else there is to decide is decided away from here.
            """,
        subcommands: [PaperAdd.self, PaperMove.self, PaperOfficer.self, PaperClose.self, PaperList.self])
}

/// The reference and the officer that several of these commands take.
struct PaperOptions: ParsableArguments {
    @Option(
        help: "The reference of the paper file: capital letters, digits, - and /.",
        transform: { try PaperReference($0) })
    var reference: PaperReference

    @Option(help: "The user name of the named officer.")
    var officer: String
}

struct PaperAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter a paper file with its named officer.",
        discussion: """
            For somebody of whom nothing was ever recorded here.

            Example: throughline paper add --reference P-2012/14 --officer omar --area "Ashcombe and the Vale"
            """)

    @OptionGroup var paper: PaperOptions

    @Option(help: "The name of the area.")
    var area: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            try await store.office.openPaper(store.paperFile(paper, area), by: Operator.person)
        }
        try Output.standard.line("\(paper.reference) is entered.")
        try Output.standard.flush()
    }
}

struct PaperMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Erase a record for good and keep a paper reference in its place.",
        discussion: """
            Every class of the record goes at once, the proof of what was earned too; no row ties the reference to the \
            record that was, and why is asked nowhere. Logs, backups and the history of your shell may: see \
            docs/operating.md. Give the officer what the paper file needs before you do it.

            Example: throughline paper move 01390a9c-a2bc-72b0-8a24-ab95f3383180 --reference P-2012/14 --officer omar \
            --area "Ashcombe and the Vale" --yes
            """)

    @Argument(help: ArgumentHelp("The reference of the case.", valueName: "case"))
    var subject: String

    @OptionGroup var paper: PaperOptions

    @Option(help: "The name of the area.")
    var area: String

    @Flag(help: "Say that it is meant: nothing brings back what is erased.")
    var yes = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        guard let subject = try? Identifier<CaseFile>(subject) else {
            throw Refusal(
                "erase.reference",
                "“\(subject.prefix(60))” is not the reference of a case. It is the last part of the address of the customer's page."
            )
        }
        guard yes else {
            throw Refusal(
                "erase.sure",
                "Nothing brings back what is erased. Add --yes when you are sure it is this case: \(subject).")
        }
        _ = try await store.with { store in
            try await store.office.moveToPaper(subject, store.paperFile(paper, area), by: Operator.person)
        }
        try Output.standard.line("The record is erased. \(paper.reference) stands in the register of paper files.")
        try Output.standard.flush()
    }
}

struct PaperOfficer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer",
        abstract: "Name another officer for a paper file.",
        discussion: "Example: throughline paper officer --reference P-2012/14 --officer nell")

    @OptionGroup var paper: PaperOptions

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            try await store.office.namePaperOfficer(
                paper.reference, officer: store.officer(paper.officer), by: Operator.person)
        }
        try Output.standard.line("\(paper.officer) is the named officer of \(paper.reference).")
        try Output.standard.flush()
    }
}

struct PaperClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a paper file, so that no line is entered from it.",
        discussion: "Example: throughline paper close P-2012/14")

    @Argument(help: "The reference of the paper file.", transform: { try PaperReference($0) })
    var reference: PaperReference

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { try await $0.office.closePaper(reference, by: Operator.person) }
        try Output.standard.line("\(reference) is closed.")
        try Output.standard.flush()
    }
}

struct PaperList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the paper files: reference, officer, area, days.",
        discussion: "Example: throughline paper list --json")

    @Flag(help: "Write JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let (entries, officers, areas) = try await store.with { store in
            try await store.database.read { connection in
                let entries = try PaperRegister.all(in: connection)
                return (
                    entries,
                    try entries.reduce(into: [Identifier<Person>: String]()) {
                        $0[$1.officer] = try AccountRegister.name(of: $1.officer, in: connection)
                    },
                    Dictionary(try AreaQuery.all(in: connection).map { ($0.id, $0.name) }) { first, _ in first }
                )
            }
        }
        let written = entries.map { entry -> JSON in
            .fields([
                "reference": .text(entry.reference), "officer": .string(officers[entry.officer] ?? ""),
                "area": .string(areas[entry.area] ?? ""), "opened": .text(entry.opened),
                "closed": entry.closed.map { .text($0) },
            ])
        }
        try Output.standard.lines(
            json
                ? [JSON.array(written).pretty]
                : entries.map {
                    "\($0.reference)  \(officers[$0.officer] ?? "")  \(areas[$0.area] ?? "")  since \($0.opened)"
                        + ($0.closed.map { ", closed \($0)" } ?? "")
                })
        try Output.standard.flush()
    }
}

extension OpenedStore {
    /// The person behind a user name, whatever their role.
    fileprivate func officer(_ user: String) async throws -> Identifier<Person> {
        try await author(user, anyOf: Set(Role.allCases)).person
    }

    fileprivate func paperFile(_ paper: PaperOptions, _ area: String) async throws -> NewPaperFile {
        NewPaperFile(
            reference: paper.reference, officer: try await officer(paper.officer),
            area: try await self.area(named: area).id)
    }
}
