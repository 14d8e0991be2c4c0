import ArgumentParser
import Foundation
import Kernel
import Office
import Records

struct ImportReferrals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Register and refer the customers of a CSV file.",
        discussion: """
            A row is taken in whole or not at all; each row that is not is reported with its line, column and reason, and \
            then the exit status is 1. A file may be sent again: rows already taken in are left as they are. The columns \
            are described in docs/import-referrals.md.

            Example: throughline import referrals monday.csv --as dana --area "Ashcombe and the Vale" \
            --programme work-programme-2011
            """)

    @Argument(help: "The file, in UTF-8; - for standard input.")
    var file: String

    @Option(name: .customLong("as"), help: "The user name of the adviser whose referrals they are.")
    var user: String

    @Option(help: "The name of the contract area.")
    var area: String

    @Option(help: "The id of the programme.")
    var programme = "work-programme-2011"

    @Option(help: "Where the references come from; the same reference from another source is another row.")
    var source = "referrals"

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let bytes = try FileBytes(file)
        let report = try await store.with { store in
            let bar = ProgressBar("rows")
            defer { bar.end() }
            let author = try await author(in: store)
            return try await ReferralImport(as: author, area: area, programme: programme, source: source).run(
                in: store.office, reading: { try bytes.next() }, progress: { bar.show($0) })
        }
        try Output.standard.lines(json ? [report.json.pretty] : report.sentences)
        try Output.standard.flush()
        guard report.rejected.isEmpty else {
            throw Refusal("import.refused", "\(report.rejected.count) of \(report.rows) rows were not taken in.")
        }
    }

    /// The position of a user that may register customers.
    private func author(in store: OpenedStore) async throws -> Author {
        try await store.database.read { [user] connection in
            guard let account = try AccountRegister.account(named: user.lowercased(), in: connection), account.active
            else { throw Refusal("import.user", "There is no account named “\(user)” that may sign in.") }
            let positions = try AccountRegister.positions(of: account.person, in: connection)
            guard let position = positions.first(where: { [.adviser, .teamManager].contains($0.role) }) else {
                throw Refusal(
                    "import.role", "\(account.name) is not an adviser at a jobcentre, so cannot refer. Name one who is."
                )
            }
            return position.author
        }
    }
}

/// A file, or standard input, a piece at a time.
final class FileBytes: Sendable {
    private let name: String
    private let descriptor: Int32

    init(_ path: String) throws(Refusal) {
        name = path == "-" ? "Standard input" : path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.refusal(name) }
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// The next bytes; none at the end.
    func next() throws(Refusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw Self.refusal(name) }
        return Array(bytes.prefix(count))
    }

    /// All of it.
    /// - Refuses: more than a limit of bytes, or what is not UTF-8.
    func text(atMost limit: Int) throws(Refusal) -> String {
        var all: [UInt8] = []
        while true {
            let more = try next()
            if more.isEmpty { break }
            all += more
            guard all.count <= limit else { throw Refusal("file.long", "\(name) is too long to be what is asked for.") }
        }
        guard let text = String(validating: all, as: UTF8.self) else {
            throw Refusal("file.not-text", "\(name) is not text in UTF-8. Check that it is the right file.")
        }
        return text
    }

    private static func refusal(_ name: String) -> Refusal {
        Refusal("file.unreadable", "\(name) cannot be read: \(String(cString: strerror(errno))). Check its name.")
    }
}
