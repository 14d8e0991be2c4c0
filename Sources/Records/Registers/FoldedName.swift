import Foundation

/// A name as it is searched and ordered by: no case, no accents, one space between words, the same on both engines.
public enum FoldedName {
    public static func fold(_ name: String) -> String {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .lowercased()
        var folded = ""
        for character in plain {
            if character.isLetter || character.isNumber {
                folded.append(character)
            } else if character != "'", character != "’", !folded.isEmpty, folded.last != " " {
                folded.append(" ")
            }
        }
        if folded.last == " " { folded.removeLast() }
        return folded
    }

    /// The end of the range of texts that start with a prefix.
    static func end(ofPrefix prefix: String) -> String { prefix + "\u{10FFFF}" }
}
