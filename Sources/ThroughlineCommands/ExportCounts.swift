import ArgumentParser
import Office
import Records

struct ExportCounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counts",
        abstract: "Write how often everything happened in each month, what has been erased included.",
        discussion: """
            Comma-separated values: the month, the kind of event (due. and its kind for a payment that fell due), the \
            programme, the group and the provider by its reference, how often, and the pence. It names nobody, and is the \
            same after an erasure as before it.

            Example: throughline export counts --output counts.csv
            """)

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            let office = store.office
            let counts = try await store.database.read { connection in
                try MonthCounts.all(programmes: office.programmes, keyring: office.keyring, in: connection)
            }
            try await file.writing { output in
                let heading = ["month", "kind", "programme", "group", "provider", "number", "pence"]
                try output.bytes(Array(CSVText.row(heading).utf8))
                for (count, counted) in counts {
                    let row = [
                        count.month, count.kind, count.programme, count.group, count.provider,
                        String(counted.number), String(counted.pence),
                    ]
                    try output.bytes(Array(CSVText.row(row).utf8))
                }
            }
        }
    }
}
