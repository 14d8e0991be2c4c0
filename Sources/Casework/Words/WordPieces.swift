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

/// The columns of a letter in plain text.
private let columnsOfLetter = 72

extension [[String]] {
    /// A letter of these blocks, an empty line between two: no line over 72 columns unless one word is, and a line feed
    /// at its end.
    var laidOut: String {
        filter { !$0.isEmpty }.map { $0.map { $0.wrapped(at: columnsOfLetter) }.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }
}

/// A line of a letter as it was laid out.
public struct LaidLine: Sendable, Equatable {
    public let text: String
    /// Whether the next line goes on in the same sentence, and began anew only for want of room: in larger print the two
    /// are set as one. It is told by the first word of the next, which would not have fitted; a line that ended there by
    /// itself, and just as full, is taken for one too.
    public let goesOn: Bool
}

extension String {
    /// The lines of a letter that was laid out; joined by line feeds they are the letter.
    public var laidLines: [LaidLine] {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        return lines.enumerated().map { place, line in
            let next = place + 1 < lines.count ? lines[place + 1].prefix { $0 != " " } : ""
            return LaidLine(
                text: line,
                goesOn: !line.isEmpty && !next.isEmpty && line.count + 1 + next.count > columnsOfLetter)
        }
    }
}
