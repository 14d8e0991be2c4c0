public import Casework
public import Kernel
import NIOPosix
import Programmes
public import Records

/// The desk between people and the record: it authorises, decides and records, and reads what may be read.
///
/// One for each process. It holds no state but a cache of folded cases, which is checked against the head of the stream
/// in every transaction, and answers about journeys, checked against the heads of all or said to be older, so any number of
/// processes may share a store.
public final class Office: Sendable {
    public let database: any Database
    public let keyring: Keyring
    public let programmes: [String: Programme]
    public let tools: ServiceTools
    public let sharing: SharingMatrix
    public let clock: OfficeClock
    public let random: RandomSource
    /// The address people reach the site by, for links in letters: `https://help.example.org`. Nil where none is served.
    public let address = Locked<String?>(nil)
    /// The folder that letters to made-up people are written to; nil where there is none. An erasure takes theirs away.
    public let letterFolder = Locked<String?>(nil)
    /// What has been erased, in a file beside the key; nil where nothing can be erased from.
    public let erasures: ErasureRegister?
    let streams: Streams
    /// Reads streams with no keys, for those who work from codes and dates alone.
    let sealedStreams = Streams(keys: nil)
    let answers: CommandAnswers
    let documents: Documents
    let cases: CaseCache
    let journeyReadings = JourneyReadings()
    let checkpointer: Checkpointer
    /// Password hashing is slow on purpose; two at a time, away from everything else.
    let hashing = NIOThreadPool(numberOfThreads: 2)

    /// Opens the office on a store whose tables are made.
    /// - Parameters:
    ///   - tools: the instruments, barriers and rules of the service that ship, unless others are given.
    ///   - sharing: the matrix that ships, unless another is given.
    /// - Throws: `Refusal` when the master key is not the store's.
    public init(
        _ database: any Database, keyring: Keyring, programmes: [String: Programme],
        tools: ServiceTools? = nil,
        sharing: SharingMatrix? = nil, clock: OfficeClock = OfficeClock(), random: RandomSource = .system,
        erasures: ErasureRegister? = nil, remembering cases: Int = 2000
    ) async throws {
        self.database = database
        self.keyring = keyring
        self.programmes = programmes
        self.tools = try tools ?? InstrumentReader.shipped()
        self.sharing = try sharing ?? SharingReader.shipped()
        self.clock = clock
        self.random = random
        self.erasures = erasures
        streams = Streams(keys: keyring)
        answers = CommandAnswers(keys: keyring)
        documents = Documents(keys: keyring)
        self.cases = CaseCache(limit: cases)
        checkpointer = Checkpointer(Checkpoints(keys: keyring), of: database)
        hashing.start()
        let offset = try await database.write { [keyring] connection in
            try keyring.unlock(connection)
            return try Settings.value(Settings.clockOffset, in: connection)
        }
        clock.move(toOffset: offset.flatMap { Int64($0) } ?? 0)
    }

    /// Stops the office's own threads, and what it reads beside the requests. The database is closed by whoever opened it.
    public func close() async throws {
        journeyReadings.stop()
        try await hashing.shutdownGracefully()
    }

    /// A new id for a command.
    public func newCommand() -> Identifier<Command> { Identifier(at: clock.now, random: random) }
}

/// The time an office goes by: the machine's, moved on by a demonstration's offset.
public final class OfficeClock: Sendable {
    private let source: @Sendable () -> Instant
    private let offset = Locked<Int64>(0)

    /// - Parameter source: the time of day; the machine's clock unless a test or a simulation gives another.
    public init(_ source: @escaping @Sendable () -> Instant = OfficeClock.machine) { self.source = source }

    public var now: Instant { Instant(milliseconds: source().milliseconds + offset.with { $0 }) }
    public var today: CalendarDay { now.day }
    /// Whether it has been moved from its source.
    public var isMoved: Bool { movedBy != 0 }
    /// Milliseconds ahead of its source.
    var movedBy: Int64 { offset.with { $0 } }

    func move(toOffset milliseconds: Int64) { offset.with { $0 = milliseconds } }

    @Sendable public static func machine() -> Instant {
        Instant(milliseconds: Int64(MachineClock.millisecondsSince1970))
    }
}
