import ArgumentParser
import Foundation
import Kernel
import Office
import Records

/// The options of every command that opens a store.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the store is: sqlite:PATH, a path that ends in .sqlite, or postgres://USER@HOST/NAME.",
            valueName: "url"),
        transform: { try DatabaseLocation($0) })
    var database: DatabaseLocation = .sqlite(path: "data/throughline.sqlite")

    @Option(
        help: ArgumentHelp(
            "The file that holds the master key; else THROUGHLINE_MASTER_KEY, or keys/master.key beside a SQLite file.",
            valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("A folder of your own programmes, laid over those that ship.", valueName: "folder"))
    var programmes: String?

    /// What to open.
    func request(creating: Bool = false) -> StoreRequest {
        var request = StoreRequest(database)
        request.keyFile = keyFile
        request.keyText = ProcessInfo.processInfo.environment[StoreRequest.keyVariable]
        request.programmes = programmes
        request.creating = creating
        return request
    }

    /// Opens the store, does something with it, and closes it.
    func with<Answer>(creating: Bool = false, _ body: (OpenedStore) async throws -> Answer) async throws -> Answer {
        try await OpenedStore.using(request(creating: creating), body)
    }
}

extension OpenedStore {
    static func using<Answer>(
        _ request: StoreRequest, _ body: (OpenedStore) async throws -> Answer
    ) async throws -> Answer {
        let store = try await OpenStore.open(request)
        do {
            let answer = try await body(store)
            try await store.close()
            return answer
        } catch {
            try? await store.close()
            throw error
        }
    }
}

/// What whoever has the machine does there, with no account: the acts are under this id.
enum Operator {
    static let person = Identifier<Person>(high: 0, low: 1)
}
