/// The values and rows of a comma-separated file, quoted where RFC 4180 asks for it.
///
/// It looks at scalars: a comma or a quotation mark is one to whoever reads the bytes, whatever accent follows it.
public enum CSVText {
    private static let lineEnds: Set<Unicode.Scalar> = [
        "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    /// What a spreadsheet takes the rest of a cell for a formula after.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

    /// A value as it stands, quoted where it has to be.
    static func quoted(_ text: String) -> String {
        let needsIt = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || lineEnds.contains($0) }
        return needsIt ? inQuotes(text) : text
    }

    private static func inQuotes(_ text: String) -> String {
        var out: String.UnicodeScalarView = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "\"" { out.append(scalar) }
            out.append(scalar)
        }
        out.append("\"")
        return String(out)
    }

    /// The same for a table that people open: what a spreadsheet would take for a formula is kept from being one, by an
    /// apostrophe before it. A number with a sign is no formula.
    static func inTable(_ text: String) -> String { quoted(isFormula(text) ? "'\(text)" : text) }

    /// The values of a row, each as in a table, with its end: a carriage return and a line feed.
    public static func row(_ values: [String]) -> String { values.map(inTable).joined(separator: ",") + "\r\n" }

    /// The values of a row, each as it stands, with its end.
    static func exactRow(_ values: [String]) -> String { values.map { quoted($0) }.joined(separator: ",") + "\r\n" }

    /// The same of a heading. Whoever reads it may take a semicolon or a tab for what stands between the names, so a name
    /// that holds one is quoted.
    static func exactHeading(_ names: [String]) -> String {
        names.map { $0.unicodeScalars.contains { $0 == ";" || $0 == "\t" } ? inQuotes($0) : quoted($0) }
            .joined(separator: ",") + "\r\n"
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return false }
        return !isSignedNumber(text)
    }

    /// `-3`, `+12.50`
    private static func isSignedNumber(_ text: String) -> Bool {
        guard text.hasPrefix("-") || text.hasPrefix("+") else { return false }
        let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
