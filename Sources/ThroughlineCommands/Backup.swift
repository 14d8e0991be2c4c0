import ArgumentParser
import Kernel
import Office
import Records

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole store, as it stands at one moment, to one file.",
        discussion: """
            Work goes on meanwhile. The master key and the register of erasures are not in the file: keep copies of them \
            elsewhere, the register (FILE.erasures, with FILE.erasures.head) always its newest. Where the register ended \
            when the backup was made is in the backup. Notes and names in the events are sealed and need the key; the register of identities, which people \
            are found by, is not, so keep the file as safe as the database.

            Example: throughline backup monday.backup --database sqlite:data/throughline.sqlite
            """)

    @Argument(help: "The file to make. One that is there is left alone.")
    var file: String

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let rows = try await store.with { store in
            let bar = ProgressBar("rows")
            defer { bar.end() }
            return try await Custody(store.database, keys: store.keyring, register: store.erasures)
                .backup(to: file, at: store.office.clock.now) { bar.show($0) }
        }
        let report: JSON = ["file": .string(file), "rows": .int(rows)]
        try Output.standard.line(json ? report.pretty : "\(rows) rows are in \(file).")
        try Output.standard.flush()
    }
}
