import Foundation
import Kernel
import Records
import TestSupport

/// A subject with facts of its own, so that these tests depend on no capability.
enum Probe: EventSubject {
    typealias Fact = ProbeFact
    static let stream = "probe"
}

/// Another kind of stream beside it.
enum OtherProbe: EventSubject {
    typealias Fact = ProbeFact
    static let stream = "other"
}

enum ProbeFact: FactCoding, Equatable {
    case counted(Int)
    case told(String, Sealed<String>, RetentionClass)
    case seen(CalendarDay)

    var kind: String {
        switch self {
        case .counted: "probe.counted"
        case .told: "probe.told"
        case .seen: "probe.seen"
        }
    }

    var version: Int { 1 }
    var occurred: Occurrence? { if case .seen(let day) = self { .day(day) } else { nil } }

    var clear: JSON {
        switch self {
        case .counted(let number): ["number": .int(number)]
        case .told(let code, _, let retention): ["code": .string(code), "class": .string(retention.rawValue)]
        case .seen(let day): ["day": .text(day)]
        }
    }

    var sealed: SealedPart? {
        guard case .told(_, .open(let words), let retention) = self else { return nil }
        return SealedPart(retention, ["words": .string(words)])
    }

    init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch kind {
        case "probe.counted": self = .counted(try clear.int("number"))
        case "probe.told":
            let words = try sealed.map { Sealed.open(try $0.string("words")) } ?? .shut
            self = .told(try clear.string("code"), words, try clear.coded("class"))
        case "probe.seen": self = .seen(try clear.day("day"))
        default: throw JSONFault("an unknown kind \(kind)")
        }
    }

    static func told(_ words: String, _ retention: RetentionClass = .support) -> ProbeFact {
        .told("T1", .open(words), retention)
    }
}

// MARK: What a test needs

extension Instant {
    static let start = Instant(utc: CalendarDay(number: 15_000))
}

extension Author {
    static let tester = Author(
        person: Identifier(high: 1, low: 1), organisation: Identifier(high: 1, low: 2), role: .adviser)
}

extension Identifier {
    static func number(_ number: Int) -> Identifier { Identifier(high: 0x0190_0000_0000_7000, low: UInt64(number)) }
}

extension Keyring {
    /// The keyring of a master key made from one number.
    static func test(_ seed: UInt64 = 1) throws -> Keyring {
        let random = RandomSource.seeded(seed)
        return try Keyring(MasterKey(bytes: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }))
    }
}

extension Streams {
    /// Appends to a stream of probes wherever it ends.
    func add<S: EventSubject>(
        _ facts: [S.Fact], to subject: Identifier<S>, at moment: Instant = .start, in database: any Database
    ) async throws {
        _ = try await database.write { connection in
            try append(
                facts, to: subject, expecting: try head(of: subject, in: connection), by: .tester, at: moment,
                random: .system, in: connection)
        }
    }
}

extension Database {
    /// Changes a row behind the program's back.
    func tamper(_ statement: String, _ values: [SQLValue] = []) async throws {
        try await write { _ = try $0.run(SQL(stringLiteral: statement), values) }
    }

    func facts<S: EventSubject>(of subject: Identifier<S>, keys: Keyring?) async throws -> [S.Fact] {
        try await read { try Streams(keys: keys).read(subject, in: $0).map(\.fact) }
    }

    func count(_ table: String) async throws -> Int {
        try await read { try $0.first(SQL(stringLiteral: "SELECT COUNT(*) FROM \(table)")) { try $0.int(0) } ?? 0 }
    }
}

extension TestStore {
    /// A store with some streams, sealed payloads of every class and a checkpoint in its middle.
    static func populated(_ engine: Engine, _ keys: Keyring, streams count: Int = 3) async throws -> TestStore {
        let store = try await TestStore.fresh(engine)
        let streams = Streams(keys: keys)
        try await store.write { try keys.unlock($0) }
        for round in 0..<2 {
            for number in 0..<count {
                let probe = Identifier<Probe>.number(number)
                try await streams.add(
                    [
                        .counted(round), .told("round \(round)", RetentionClass.allCases[number % 4]),
                        .seen(CalendarDay(number: 15_000)),
                    ],
                    to: probe, in: store)
            }
            if round == 0 { try await Checkpoints(keys: keys).make(in: store, at: .start) }
        }
        try await streams.add([.told("beside", .safety)], to: Identifier<OtherProbe>.number(90), in: store)
        return store
    }
}
