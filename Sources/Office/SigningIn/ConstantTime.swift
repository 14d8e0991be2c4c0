extension StringProtocol {
    /// Whether two texts are the same, in a time that says nothing of where they differ.
    func isSame(inConstantTimeAs other: some StringProtocol) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}
