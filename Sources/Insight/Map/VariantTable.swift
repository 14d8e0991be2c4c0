import Foundation

/// The distinct sequences of activities, each with how many cases went that way.
struct VariantTable: Sendable {
    private(set) var cases: ContiguousArray<Int> = []
    private var activities: ContiguousArray<Int32> = []
    private var ends: ContiguousArray<Int> = [0]
    private var hashes: ContiguousArray<UInt64> = []
    private var slots = ContiguousArray<Int32>(repeating: -1, count: 64)

    var count: Int { cases.count }

    subscript(number: Int) -> ArraySlice<Int32> { ArraySlice(activities[ends[number]..<ends[number + 1]]) }

    /// - Returns: the number of the sequence.
    @discardableResult
    mutating func add(_ sequence: ContiguousArray<Int32>) -> Int {
        let hash = sequence.withUnsafeBytes(NameTable.hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if hashes[known] == hash, holds(known, sequence) {
                cases[known] += 1
                return known
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = cases.count
        slots[slot] = Int32(number)
        cases.append(1)
        hashes.append(hash)
        activities += sequence
        ends.append(activities.count)
        if cases.count * 2 > slots.count { grow() }
        return number
    }

    private func holds(_ known: Int, _ sequence: ContiguousArray<Int32>) -> Bool {
        let (start, length) = (ends[known], ends[known + 1] - ends[known])
        guard length == sequence.count else { return false }
        return activities.withUnsafeBufferPointer { mine in
            sequence.withUnsafeBufferPointer { theirs in
                length == 0 || memcmp(mine.baseAddress! + start, theirs.baseAddress!, length * 4) == 0
            }
        }
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
