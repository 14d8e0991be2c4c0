import Kernel
import Logging

/// A log that keeps its lines for a test to read.
struct LogLines: Sendable {
    private let kept = Locked<[String]>([])

    var lines: [String] { kept.with { $0 } }
    var logger: Logger { Logger(label: "test") { _ in Handler(kept: kept) } }

    private struct Handler: LogHandler {
        let kept: Locked<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(kept: Locked<[String]>) { self.kept = kept }

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            kept.with { $0.append("\(event.level) \(event.message) \(fields.map { "\($0.key)=\($0.value)" })") }
        }
    }
}
