import Insight
import Kernel
import Testing

@testable import Office

@Suite("Packing with gzip")
struct GzipPackerTests {
    private func packed(_ bytes: [UInt8], by size: Int) throws -> [UInt8] {
        let packer = try GzipPacker()
        var out: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            out += packer.pack(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return out + packer.end()
    }

    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        var reader = GzipBytes(HeldBytes(bytes, atMost: 1000))
        var (found, buffer): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 4096))
        while true {
            let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
            if count == 0 { return found }
            found += buffer.prefix(count)
        }
    }

    @Test("What was packed comes out as it went in, however much of it there is", arguments: [0, 1, 100, 1_000_000])
    func back(count: Int) throws {
        let random = RandomSource.seeded(UInt64(count))
        // A part that does not pack, and one that packs to almost nothing.
        let bytes = (0..<count).map { $0 < count / 2 ? UInt8(random.below(256)) : 7 }
        for size in [1 << 16, 999_999] { #expect(try unpacked(packed(bytes, by: size)) == bytes) }
    }

    @Test("The same bytes are packed alike whenever it is done: the time in its heading is nought (RFC 1952)")
    func same() throws {
        let bytes = Array(repeating: UInt8(ascii: "a"), count: 10_000)
        let (first, second) = (try packed(bytes, by: 100), try packed(bytes, by: 100))
        #expect(first == second)
        #expect(GzipBytes.isGzip(first) && first[4..<8].allSatisfy { $0 == 0 })
    }
}
