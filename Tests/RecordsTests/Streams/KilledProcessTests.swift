import Foundation
import Kernel
import TestSupport
import Testing

@testable import Records

/// What becomes of events when the process that appends them is killed. The process is this test program again, told by
/// its environment to run one of these tests alone.
@Suite("A killed process", .serialized)
struct KilledProcessTests {
    static let variable = "THROUGHLINE_TEST_APPENDS_TO"
    static let address = ProcessInfo.processInfo.environment[variable]
    /// `make check-all` kills it 200 times on each engine.
    static let isThorough = ProcessInfo.processInfo.environment["CHECK_ALL"] == "1"

    @Test(
        "Every acknowledged event is found and the chain is whole, however often it is killed",
        arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let times = Self.isThorough ? 200 : engine == .sqlite ? 25 : 20
        let random = RandomSource.seeded(UInt64(times))
        var acknowledged = 0
        for round in 1...times {
            let (appends, microseconds) = (random.below(4), UInt32(random.below(6000)))
            let heard = try await onAThreadOfItsOwn { [location = store.location] in
                let appender = try Appender(to: location)
                // Killed somewhere in the first few appends, or before any.
                for _ in 0..<appends { try appender.awaitAcknowledgement() }
                usleep(microseconds)
                return try appender.kill()
            }
            acknowledged = max(acknowledged, heard)
            let numbers = try await store.numbers()
            #expect(numbers.count >= acknowledged, "round \(round)")
            #expect(numbers == Array(0..<numbers.count), "round \(round)")
            if round.isMultiple(of: 10) || round == times {
                #expect(try await Verification.verify(store, .test()).findings == [], "round \(round)")
            }
        }
        #expect(acknowledged > times / 2, "It was killed at work and not before")
        try await store.close()
    }

    @Test("Appends without end, for the test above", .enabled(if: address != nil))
    func append() async throws {
        let location = try DatabaseLocation(try #require(Self.address))
        let database = try await openDatabase(location, connections: 1, creating: false)
        let streams = Streams(keys: try .test())
        let parent = getppid()
        while getppid() == parent {
            let number = try await database.write { connection in
                let head = try streams.head(of: Identifier<Probe>.number(1), in: connection)
                try streams.append(
                    [.told("\(head)", .evidence), .counted(head / 2)], to: Identifier<Probe>.number(1), expecting: head,
                    by: .tester, at: .start, random: .system, in: connection)
                return head / 2
            }
            FileHandle.standardOutput.write(Data("acknowledged \(number)\n".utf8))
        }
    }
}

/// A process that appends to a store without end and says which numbers were kept.
private final class Appender {
    private let program: StartedProgram
    private let output = Pipe()
    private var text = ""

    init(to location: DatabaseLocation) throws {
        program = try StartedProgram(
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path,
            ["--testing-library", "swift-testing", "--filter", "KilledProcessTests/append"],
            environment: ProcessInfo.processInfo.environment.merging(
                [KilledProcessTests.variable: location.address]) { $1 },
            output: output.fileHandleForWriting)
        try output.fileHandleForWriting.close()
    }

    /// Waits until one more number than before has been acknowledged.
    func awaitAcknowledgement() throws {
        let before = acknowledged
        while acknowledged == before {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw POSIXError(.EPIPE) }
            text += String(decoding: more, as: UTF8.self)
        }
    }

    /// Kills the process with no warning.
    /// - Returns: how many events had been acknowledged.
    func kill() throws -> Int {
        program.kill()
        _ = program.end()
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return acknowledged
    }

    /// How many numbers had been acknowledged, in whole lines, by the last one.
    private var acknowledged: Int {
        text[..<(text.lastIndex(of: "\n") ?? text.startIndex)].split(separator: "\n").compactMap { line in
            line.hasPrefix("acknowledged ") ? Int(line.dropFirst("acknowledged ".count)) : nil
        }.last.map { $0 + 1 } ?? 0
    }
}

/// Waits for what blocks without keeping other tests from their threads.
private func onAThreadOfItsOwn<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer
{
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
}

extension DatabaseLocation {
    /// The text it is opened by, password and all.
    fileprivate var address: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let address): address.url
        }
    }
}

extension Database {
    /// The numbers that were counted in the first stream.
    fileprivate func numbers() async throws -> [Int] {
        try await facts(of: Identifier<Probe>.number(1), keys: nil).compactMap {
            if case .counted(let number) = $0 { number } else { nil }
        }
    }
}
