/// Ten letters and digits that somebody reads off paper and types: `KM4R7 PXWHT`.
struct TypedCode: Sendable, Equatable {
    /// Of the letters and digits that are taken for one another, by eye or on a bad line, one each.
    static let alphabet = Array("ACDEFGHJKMNPRTWXY234679")
    static let length = 10

    let characters: String

    /// A code made of bytes that nobody can guess: the first ten of them.
    init(of bytes: some Sequence<UInt8>) {
        characters = String(bytes.prefix(Self.length).map { Self.alphabet[Int($0) % Self.alphabet.count] })
    }

    /// A code as a person types it: in any case, with spaces or dashes or none.
    /// - Returns: nil when it cannot be one.
    init?(typed: String) {
        let characters = typed.uppercased().filter { !$0.isWhitespace && !"-–.".contains($0) }
        guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.characters = characters
    }

    var written: String { "\(characters.prefix(5)) \(characters.dropFirst(5))" }
}
