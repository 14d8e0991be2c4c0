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

    @Flag(help: "Add what no other store has: digests of the last checkpoint and of the store, to be kept elsewhere.")
    var anchor = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let report = try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            return try await Verification.verify(store.database, store.keyring) { bar.show($0, of: $1) }
        }
        try Output.standard.lines(json ? [report.json(anchored: anchor).pretty] : report.sentences)
        try Output.standard.flush()
        guard report.isSound else {
            throw Refusal("verify.unsound", "The store is not as it was recorded: \(report.found) things are wrong.")
        }
    }
}

extension VerificationReport {
    /// - Parameter anchored: whether with the digests of this store alone; without, the same events give the same report.
    func json(anchored: Bool) -> JSON {
        .fields([
            "sound": .bool(isSound), "streams": .int(streams), "events": .int(events), "erased": .int(erased),
            "checkpoints": .int(checkpoints), "contents": .string(contents),
            "last_checkpoint": anchored ? lastCheckpoint.map { .string($0) } ?? .null : nil,
            "digest": anchored ? .string(digest) : nil, "found": .int(found),
            "findings": .array(findings.map { .string($0.sentence) }),
        ])
    }
}
