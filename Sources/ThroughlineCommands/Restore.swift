import ArgumentParser
import Kernel
import Office
import Programmes
import Records

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a backup back into a new, empty store.",
        discussion: """
            The store may be of the other kind than the one the backup was made from. It needs the master key of that \
            one; the register of erasures, FILE.erasures beside the key file, is applied before anything can be read. Where \
            there is none, or it is older than the backup or cut, nothing is restored: put its newest copy beside the key \
            file, or say with --no-erasures-since that nothing has been erased since the backup was made. The store is \
            then verified, and its lists are made again.

            Example: throughline restore monday.backup --database sqlite:new/throughline.sqlite --key-file master.key
            """)

    @Argument(help: "The file that `throughline backup` made.")
    var file: String

    @Option(help: "The seed of a backup whose people are made up; it has no key file.")
    var seed: UInt64?

    @Flag(
        name: .customLong("no-erasures-since"),
        help: "Say that nothing has been erased since the backup was made, where no register can show it.")
    var nothingErasedSince = false

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        var request = store.request(creating: true)
        request.seed = seed
        let (database, custody) = try await OpenStore.openEmpty(request)
        let restored: Restoration
        do {
            let bar = ProgressBar("rows")
            defer { bar.end() }
            restored = try await custody.restore(from: file, nothingErasedSince: nothingErasedSince) { bar.show($0) }
            try await Rebuild.rebuild(database, OpenStore.catalogue(adding: store.programmes).programmes)
            try await database.close()
        } catch {
            try? await database.close()
            throw error
        }
        if json {
            let report: JSON = [
                "rows": .int(restored.rows), "erasures": restored.erasures.map { .int($0) } ?? .null,
                "verification": restored.verification.json(anchored: false),
            ]
            try Output.standard.line(report.pretty)
        } else {
            try Output.standard.lines(restored.sentences)
        }
        try Output.standard.flush()
        guard restored.verification.isSound else {
            throw Refusal("restore.unsound", "The backup was restored, and is not as it was recorded.")
        }
    }
}
