import ArgumentParser
import Insight
import Kernel
import Office

/// What log is written and where to: the journeys of the store, or somebody else's log again.
struct LogExport: ParsableArguments {
    @Option(help: ArgumentHelp("Write this log again instead of the store's; - is standard input.", valueName: "log"))
    var from: String?

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    /// Writes the log; the file appears when it is whole.
    /// - Parameters:
    ///   - form: how it is written, and so how a log of somebody else's has to be.
    ///   - copy: writes that one again.
    ///   - write: writes the journeys of the store.
    /// - Refuses: a log of another form.
    func write(
        as form: LogFile.Form, copying copy: (any ByteReader, Output) throws -> Void,
        writing write: @escaping @Sendable (EventLog, Output) throws -> Void
    ) async throws {
        try await file.writing { output in
            if let from {
                let log = try LogFile(from)
                // What looks like nothing else is taken for a table; the reader says what is wrong with it, and where.
                guard [form, .csv].contains(log.likelyForm) else { throw Self.refusal(log.likelyForm, as: form) }
                try log.reading { bytes in try copy(bytes, output) }
            } else {
                try await store.with { store in
                    let bar = ProgressBar("events")
                    defer { bar.end() }
                    try await store.office.readingLog(progress: { bar.show($0) }) { try write($0, output) }
                }
            }
        }
    }

    private static func refusal(_ found: LogFile.Form, as form: LogFile.Form) -> Refusal {
        Refusal(
            "export.form",
            "This log is not \(form.title) but looks like \(found.title). Write it again with export \(found.rawValue) --from."
        )
    }
}

extension LogFile.Form {
    fileprivate var title: String {
        switch self {
        case .xes: "XES"
        case .csv: "a table"
        case .ocel: "OCEL"
        }
    }
}
