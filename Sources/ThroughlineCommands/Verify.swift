import ArgumentParser
import Kernel
import Office
import Records

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every chain, payload, key and checkpoint of a store.",
        discussion: """
            The exit status is 1 when anything is not as it was recorded.

            Example: throughline verify --database sqlite:data/throughline.sqlite
            """)

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let report = try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            return try await Verification.verify(store.database, store.keyring) { bar.show($0, of: $1) }
        }
        try Output.standard.lines(json ? [report.json.pretty] : report.sentences)
        try Output.standard.flush()
        guard report.isSound else {
            throw Refusal("verify.unsound", "The store is not as it was recorded: \(report.found) things are wrong.")
        }
    }
}

extension VerificationReport {
    var json: JSON {
        [
            "sound": .bool(isSound), "streams": .int(streams), "events": .int(events), "erased": .int(erased),
            "checkpoints": .int(checkpoints), "last_checkpoint": lastCheckpoint.map { .string($0) } ?? .null,
            "digest": .string(digest), "found": .int(found),
            "findings": .array(findings.map { .string($0.sentence) }),
        ]
    }
}
