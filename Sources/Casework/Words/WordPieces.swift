extension String {
    /// With its first letter small, for a title inside a sentence: `moved to Work Choice`.
    public var inSentence: String { prefix(1).lowercased() + dropFirst() }

    /// With its first letter large, at the head of a line or a sentence.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Without white space at either end.
    public var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The lines of an address, which are parted by commas or line ends.
    public var addressLines: [String] {
        split { $0 == "," || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The same words on lines of so many columns at most; a longer word has a line to itself.
    func wrapped(at columns: Int) -> String {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension [[String]] {
    /// A letter of these blocks, an empty line between two: no line over 72 columns unless one word is, and a line feed
    /// at its end.
    var laidOut: String {
        filter { !$0.isEmpty }.map { $0.map { $0.wrapped(at: 72) }.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }
}
