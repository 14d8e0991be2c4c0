import Foundation

/// Gives each distinct name a small number, in the order of first appearance, with no text made for a name met before.
public struct NameTable: Sendable {
    /// The names, each at its number.
    public private(set) var names: [String] = []
    private var bytes: ContiguousArray<UInt8> = []
    private var ends: ContiguousArray<Int> = [0]
    private var hashes: ContiguousArray<UInt64> = []
    /// Open addressing; a power of two, at most half full. -1 is free.
    private var slots = ContiguousArray<Int32>(repeating: -1, count: 64)

    /// No names yet.
    public init() {}

    /// How many different names there are.
    public var count: Int { names.count }

    /// The number of a name, which is new when it was not met before.
    public mutating func number(of name: String) -> Int32 {
        var name = name
        return name.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
    }

    /// - Parameter name: UTF-8.
    public mutating func number(of name: UnsafeRawBufferPointer) -> Int32 {
        let hash = Self.hash(name)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if hashes[known] == hash, holds(known, name) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(names.count)
        names.append(String(decoding: name, as: UTF8.self))
        bytes += name
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = number
        if names.count * 2 > slots.count { grow() }
        return number
    }

    private func holds(_ known: Int, _ name: UnsafeRawBufferPointer) -> Bool {
        let start = ends[known]
        guard ends[known + 1] - start == name.count, let base = name.baseAddress else { return name.isEmpty }
        return bytes.withUnsafeBytes { memcmp($0.baseAddress! + start, base, name.count) == 0 }
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a over words of eight bytes, mixed at the end.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var position = 0
        while position + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            position += 8
        }
        while position < bytes.count {
            hash = (hash ^ UInt64(bytes[position])) &* 0x0000_0100_0000_01B3
            position += 1
        }
        hash ^= hash >> 32
        return hash &* 0xD6E8_FEB8_6659_FD93 ^ (hash >> 28)
    }
}
