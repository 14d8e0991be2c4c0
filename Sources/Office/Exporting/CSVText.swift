/// One value of a comma-separated file, quoted where RFC 4180 asks for it.
public enum CSVText {
    static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }

    /// The same for a table that people open: what a spreadsheet would take for a formula is kept from being one.
    public static func inTable(_ text: String) -> String {
        quoted(text.first.map { "=+-@\t".contains($0) } == true ? "'\(text)" : text)
    }
}
