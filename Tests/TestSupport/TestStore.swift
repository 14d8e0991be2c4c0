import Foundation
import Kernel
public import Records

/// A store for one test, on either engine. It is dropped when it is closed, or when nothing holds it any more.
///
/// `@Test(arguments: Engine.allCases) func behaviour(engine: Engine) async throws { let store = try await TestStore.fresh(engine) … }`
public final class TestStore: Database {
    public let engine: Engine
    /// Where the store is, to open it a second time.
    public let location: DatabaseLocation
    private let database: any Database
    private let name: String
    private let isClosed = Locked(false)

    /// A fresh store. With the tables of `Schema.migrations`, unless `migrated` is false: then it is wholly empty.
    public static func fresh(_ engine: Engine, migrated: Bool = true) async throws -> TestStore {
        let name = try await engine.makeStore(copying: migrated ? Templates.shared.name(for: engine) : nil)
        return try await TestStore(engine, name: name)
    }

    private init(_ engine: Engine, name: String) async throws {
        self.engine = engine
        self.name = name
        location = try await engine.location(of: name)
        database = try await openDatabase(location, connections: 8)
    }

    deinit {
        if isClosed.with({ $0 }) { return }
        Task { [engine, name, database] in
            try? await database.close()
            switch engine {
            case .postgres: await PostgresServer.shared.dropLater(name)
            case .sqlite: try? await engine.dropStore(name)
            }
        }
    }

    /// A fresh store on each engine in turn, dropped afterwards.
    public static func each(migrated: Bool = true, _ body: (TestStore) async throws -> Void) async throws {
        for engine in Engine.allCases {
            let store = try await TestStore.fresh(engine, migrated: migrated)
            try await body(store)
            try await store.close()
        }
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer { try await database.read(body) }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer { try await database.write(body) }

    public func writeAlone<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer { try await database.writeAlone(body) }

    public func writeOver() async throws { try await database.writeOver() }

    public func close() async throws {
        isClosed.with { $0 = true }
        try await database.close()
        try await engine.dropStore(name)
    }
}

/// A migrated store of each engine, made once in a process and copied for each test.
private actor Templates {
    static let shared = Templates()
    private var making: [Engine: Task<String, any Error>] = [:]

    func name(for engine: Engine) async throws -> String {
        let task =
            making[engine]
            ?? Task {
                let name = try await engine.makeStore(copying: nil)
                let database = try await openDatabase(try await engine.location(of: name), connections: 1)
                try await Migrator.migrate(database)
                try await database.close()
                return name
            }
        making[engine] = task
        return try await task.value
    }
}

extension Engine {
    /// The engine of tests that name none: SQLite, or what `TEST_ENGINE` names (`sqlite` or `postgresql`).
    public static let ofTests: Engine = {
        switch ProcessInfo.processInfo.environment["TEST_ENGINE"] {
        case nil, "", "sqlite": return .sqlite
        case "postgresql": return .postgres
        case let other?: preconditionFailure("TEST_ENGINE is “\(other)”: make it sqlite or postgresql.")
        }
    }()
}

/// A store's name is its file's path, or its database's name.
extension Engine {
    fileprivate func makeStore(copying template: String?) async throws -> String {
        switch self {
        case .postgres: return try await PostgresServer.shared.makeDatabase(copying: template ?? "template0")
        case .sqlite:
            let path = TestFolder.newPath(".sqlite")
            if let template { try FileManager.default.copyItem(atPath: template, toPath: path) }
            return path
        }
    }

    fileprivate func location(of name: String) async throws -> DatabaseLocation {
        switch self {
        case .postgres: try DatabaseLocation(try await PostgresServer.shared.address(of: name))
        case .sqlite: .sqlite(path: name)
        }
    }

    fileprivate func dropStore(_ name: String) async throws {
        switch self {
        case .postgres: try await PostgresServer.shared.dropDatabase(name)
        case .sqlite:
            for suffix in ["", "-wal", "-shm"] where access(name + suffix, F_OK) == 0 {
                try FileManager.default.removeItem(atPath: name + suffix)
            }
        }
    }
}

extension TestStore {
    /// A path in the process's own folder that nothing is at yet; gone when the process is.
    public static func newPath(_ suffix: String = "") -> String { TestFolder.newPath(suffix) }

    /// Has a shell command run when the process ends, however it ends: for what the folder cannot hold.
    public static func atEnd(_ command: String) throws { try TestFolder.atEnd(command) }
}
