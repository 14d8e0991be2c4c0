/// A name that a log gave, told from others by its bytes, as `NameTable` tells them.
///
/// As `String` two names are equal when Unicode takes them for one: “é” written as one character and as two. In a log
/// they are two, so whatever is looked up by a name is looked up by this.
struct ExactName: Sendable, Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: ExactName, other: ExactName) -> Bool {
        one.withBytes { one in other.withBytes { one.count == $0.count && one.elementsEqual($0) } }
    }

    static func < (one: ExactName, other: ExactName) -> Bool {
        one.withBytes { one in other.withBytes { one.lexicographicallyPrecedes($0) } }
    }

    func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }

    @inline(__always)
    private func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        var text = text
        return text.withUTF8(body)
    }
}
