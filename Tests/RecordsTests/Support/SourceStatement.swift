import Foundation
import Records
import Testing

/// A `static let … : SQL` found in the sources of Records.
struct SourceStatement {
    /// `File.constant`.
    let key: String
    /// Its text; nil when it is put together from parts, which the sources alone do not tell.
    let sql: SQL?

    func isFor(_ engine: Engine) -> Bool {
        switch engine {
        case .sqlite: !key.hasSuffix("OnPostgres")
        case .postgres: !key.hasSuffix("OnSQLite")
        }
    }

    static func all() throws -> [SourceStatement] {
        try sources().flatMap { try found(in: $0.text, of: $0.file) }
    }

    static func sources() throws -> [(file: String, text: String)] {
        // Tests/RecordsTests/Support/this file
        let root = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let folder = root.appendingPathComponent("Sources/Records").resolvingSymlinksInPath()
        let files = try folders(in: folder).filter { $0.pathExtension == "swift" }
        try #require(!files.isEmpty, "The sources of Records are read from \(folder.path).")
        return try files.map {
            ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
        }
    }

    private static func folders(in folder: URL) throws -> [URL] {
        let entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try entries.sorted { $0.path < $1.path }.flatMap { entry in
            let entry = entry.resolvingSymlinksInPath()
            return entry.hasDirectoryPath || entry.pathExtension.isEmpty ? try folders(in: entry) : [entry]
        }
    }

    private static func found(in text: String, of file: String) throws -> [SourceStatement] {
        // Functions that put a statement together: a constant made by one of them is a statement too.
        let makers = text.matches(of: /func (\w+)\([^)]*\) -> SQL\b/).map { String($0.1) } + ["SQL"]
        let constant = try Regex(
            #"static let (\w+)(?:: SQL = (?:"""\n([\s\S]*?)\n *"""|"((?:[^"\\]|\\.)*)")|(?:: SQL)? = (?:MAKERS)\()"#
                .replacing("MAKERS", with: makers.joined(separator: "|")),
            as: (Substring, Substring, Substring?, Substring?).self)
        return text.matches(of: constant).map { match in
            let literal = match.output.2 ?? match.output.3
            let whole = literal.flatMap { $0.contains(#"\("#) ? nil : $0 }
            let statement = whole.map { $0.replacing(#"\\"#, with: #"\"#).replacing(#"\"# + "\n", with: "\n") }
            return SourceStatement(
                key: "\(file).\(match.output.1)", sql: statement.map { SQL(stringLiteral: String($0)) })
        }
    }
}
