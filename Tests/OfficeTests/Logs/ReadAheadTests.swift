import Foundation
import Insight
import Kernel
import Testing

@testable import Office

@Suite("Reading ahead on another thread")
struct ReadAheadTests {
    /// Gives bytes a few at a time; then its end, a fault, or never an end.
    private struct Source: ByteReader {
        enum End { case end, fault, never }

        var left: Int
        let end: End
        let asked: Locked<Int>

        mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            asked.with { $0 += 1 }
            guard left > 0 || end == .never else {
                if end == .fault { throw GzipFault(description: "Cut off.") }
                return 0
            }
            let count = end == .never ? buffer.count : min(left, buffer.count, 70_001)
            for place in 0..<count { buffer[place] = UInt8(truncatingIfNeeded: left &- place) }
            left -= count
            return count
        }
    }

    private func read(_ reader: any ByteReader, by size: Int) throws -> [UInt8] {
        var reader = reader
        var found: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: size)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
            if count == 0 { return found }
            found += buffer.prefix(count)
        }
    }

    @Test("The bytes are those of the source, in order, however they are asked for", arguments: [1 << 20, 4096, 999])
    func same(size: Int) throws {
        let source = Source(left: 3_000_017, end: .end, asked: Locked(0))
        #expect(try read(ReadAhead(source), by: size) == read(source, by: 1 << 16))
    }

    @Test("What is wrong is told once everything before it has been read")
    func fault() throws {
        var reader = ReadAhead(Source(left: 500_000, end: .fault, asked: Locked(0)))
        var read = 0
        var buffer = [UInt8](repeating: 0, count: 100_000)
        #expect(throws: GzipFault.self) {
            while true { read += try buffer.withUnsafeMutableBytes { try reader.read(into: $0) } }
        }
        #expect(read == 500_000)
    }

    @Test("Nobody left to read, it stops, and before that it is never far ahead")
    func stops() async throws {
        let asked = Locked(0)
        do {
            var reader = ReadAhead(Source(left: 0, end: .never, asked: asked))
            var buffer = [UInt8](repeating: 0, count: 10)
            _ = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
            try await Task.sleep(for: .milliseconds(50))
            #expect(asked.with { $0 } <= 6)
        }
        try await Task.sleep(for: .milliseconds(50))
        let last = asked.with { $0 }
        try await Task.sleep(for: .milliseconds(50))
        #expect(asked.with { $0 } == last)
    }
}
