import ArgumentParser
import Foundation
import Kernel
import Office

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
            let author = try await store.author(user, anyOf: [.adviser, .teamManager])
            return try await ReferralImport(as: author, area: area, programme: programme, source: source).run(
                in: store.office, reading: { try bytes.next() }, progress: { bar.show($0) })
        }
        try Output.standard.lines(json ? [report.json.pretty] : report.sentences)
        try Output.standard.flush()
        guard report.rejected.isEmpty else {
            throw Refusal("import.refused", "\(report.rejected.count) of \(report.rows) rows were not taken in.")
        }
    }
}
