import ArgumentParser
import Casework
import Kernel
import Office
import Web

struct ExportSar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sar",
        abstract: "Write the subject access copy: everything held about one person, for them to have.",
        discussion: """
            The request and the copy go on record, the copy with its digests. Words that may speak of somebody else are \
            read through first, by an information governance lead on the page of the request; where none do, or all have \
            been decided on, the copy is given out at once. --cover covers those nobody has decided on, so that nothing \
            has to wait; --draft writes the copy as it stands, with those covered, and gives nothing out.

            The page stands alone: no script, nothing fetched, ready to print. Pictures and files that were kept are \
            part of it, and of the JSON; --papers writes them to a folder as well. Those that may speak of somebody else \
            are decided on as words are. The reference of the case is the last part of the address of the customer's page.

            Example: throughline export sar 01390a9c-a2bc-72b0-8a24-ab95f3383180 --as html --output record.html
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case html, json
    }

    @Argument(help: ArgumentHelp("The reference of the case.", valueName: "case"))
    var subject: String

    @Option(name: .customLong("as"), help: "How it is written: html or json.")
    var form = Form.html

    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Write the pictures and files in it to this folder as well.", valueName: "folder"))
    var papers: String?

    @Flag(help: "Cover every text that may speak of somebody else and that nobody has decided on.")
    var cover = false

    @Flag(help: "Write the draft and give nothing out.")
    var draft = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        guard let subject = try? Identifier<CaseFile>(subject) else {
            throw Refusal(
                "sar.reference",
                "“\(subject.prefix(60))” is not the reference of a case. It is the last part of the address of the customer's page."
            )
        }
        let writing = CopyDocument.writing
        let copy = try await store.with { store in
            draft
                ? try await store.office.draftCopy(of: subject)
                : try await store.office.copyInOneStep(of: subject, covering: cover, writing: writing)
        }
        let bytes = form == .html ? writing.html(copy) : writing.json(copy)
        try await Output.writing(to: output) { output in
            // Every copy ends with a line feed of its own.
            try output.line(String(decoding: bytes.dropLast(), as: UTF8.self))
        }
        guard let papers else { return }
        for paper in copy.papers {
            try await Output.writing(to: "\(papers)/\(paper.file)") { try $0.bytes(paper.content) }
        }
    }
}
