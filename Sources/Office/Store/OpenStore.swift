import Foundation
import Kernel
public import Programmes
public import Records

/// Opens a store: its database brought up to date, its key, its programmes and the office on it.
public enum OpenStore {
    /// - Throws: `Refusal`, `RecordsFault` or `ProgrammeFault`, each with a sentence for whoever asked.
    public static func open(_ request: StoreRequest) async throws -> OpenedStore {
        let programmes = try catalogue(adding: request.programmes)
        if request.creating, case .sqlite(let path) = request.location {
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        let database = try await openDatabase(request.location, creating: request.creating)
        do {
            return try await open(request, database, programmes)
        } catch {
            try? await database.close()
            throw error
        }
    }

    private static func open(
        _ request: StoreRequest, _ database: any Database, _ programmes: ProgrammeCatalogue
    ) async throws -> OpenedStore {
        let keys = StoreKeys(request: request)
        let isNew = try await Migrator.version(of: database) == 0
        // The key comes before the tables, so that a store never stands without one.
        var master = isNew && request.creating && request.seed == nil ? try keys.key(isNew: true) : nil
        try await Migrator.migrate(database, creating: request.creating)
        if isNew, let seed = request.seed {
            try await database.write { try Settings.set(Settings.simulated, to: String(seed), in: $0) }
        }
        let seed = try await database.read { try Settings.value(Settings.simulated, in: $0) }.flatMap { UInt64($0) }
        if let asked = request.seed, asked != seed { throw notThatSeed(seed) }
        if let seed { master = try StoreKeys.key(seed: seed) }
        let keyring = try Keyring(try master ?? keys.key(isNew: false))
        let erasures = keys.erasures(keyring)
        let office = try await Office(
            database, keyring: keyring, programmes: programmes.programmes,
            tools: InstrumentReader.shipped(adding: request.programmes),
            sharing: SharingReader.shipped(adding: request.programmes), clock: request.clock, random: request.random,
            erasures: erasures)
        if case .sqlite(let path) = request.location {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            office.letterFolder.with { $0 = folder.appending(path: FileCourier.folderName).path }
        }
        return OpenedStore(database: database, keyring: keyring, office: office, seed: seed, erasures: erasures)
    }

    /// The custody of a store that holds nothing yet, for a backup to be restored into; its tables are not made.
    /// - Parameter request: `seed` is that of the backup, when its people are made up.
    public static func openEmpty(
        _ request: StoreRequest
    ) async throws -> (database: any Database, custody: Custody) {
        if case .sqlite(let path) = request.location {
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        let keys = StoreKeys(request: request)
        let keyring = try Keyring(try request.seed.map { try StoreKeys.key(seed: $0) } ?? keys.key(isNew: false))
        let database = try await openDatabase(request.location)
        let programmes = try catalogue(adding: request.programmes).programmes
        return (
            database, Custody(database, keys: keyring, register: keys.erasures(keyring), programmes: programmes)
        )
    }

    /// The programmes that ship, and a folder of an operator's own laid over them; it may have none, and rules alone.
    public static func catalogue(adding folder: String?) throws(ProgrammeFault) -> ProgrammeCatalogue {
        let shipped = try Programmes.shipped()
        guard let folder else { return shipped }
        return shipped.adding(try Programmes.read(folder: folder, orRulesAlone: true))
    }

    private static func notThatSeed(_ seed: UInt64?) -> Refusal {
        guard let seed else {
            return Refusal(
                "store.not-simulated",
                "This store was not made by a simulation, so none may be run in it. Give the address of a new one.",
                rule: "design §10")
        }
        return Refusal(
            "store.other-seed",
            "This store was made with the seed \(seed). Use that seed, or give the address of a new store.",
            rule: "design §10")
    }
}
