public import Kernel
public import Records

/// Which store to open, and with what.
public struct StoreRequest: Sendable {
    public var location: DatabaseLocation
    /// The file that holds the master key; nil for the one in the environment, or the one beside a SQLite file.
    public var keyFile: String?
    /// The master key as the environment gives it: the value of `THROUGHLINE_MASTER_KEY`.
    public var keyText: String?
    /// Whether a store that is not there is made.
    public var creating = false
    /// Makes a store of made-up people, whose keys come from this number.
    public var seed: UInt64?
    /// A folder of an operator's own programmes, laid over those that ship.
    public var programmes: String?
    public var clock: OfficeClock
    public var random: RandomSource

    public init(_ location: DatabaseLocation, clock: OfficeClock = OfficeClock(), random: RandomSource = .system) {
        self.location = location
        self.clock = clock
        self.random = random
    }

    /// The name of the environment variable that may hold the master key.
    public static let keyVariable = "THROUGHLINE_MASTER_KEY"
}

/// A store that is open, and the office on it.
public struct OpenedStore: Sendable {
    public let database: any Database
    public let keyring: Keyring
    public let office: Office
    /// The seed of a store whose people are all made up; nil for a store of real ones.
    public let seed: UInt64?
    /// What has been erased, in a file beside the key.
    public let erasures: ErasureRegister

    /// Stops the office and closes the database.
    public func close() async throws {
        try await office.close()
        try await database.close()
    }
}
