import Crypto
public import Kernel

/// A document as the store knows it, without its content.
public struct StoredDocument: Sendable, Hashable {
    /// SHA-256 of the content, in hexadecimal: its address within its case.
    public let digest: String
    public let retention: RetentionClass
    public let type: DocumentType
    /// In bytes.
    public let length: Int
}

/// The documents of each case, sealed in pieces with the key of their class and erased with it (design §3.7).
public struct Documents: Sendable {
    /// Ten megabytes.
    public static let largest = 10 * 1024 * 1024
    static let chunk = 64 * 1024

    private let keys: Keyring

    public init(keys: Keyring) { self.keys = keys }

    /// The address that content has, whether or not it is kept.
    public static func digest(of content: [UInt8]) -> String { Array(SHA256.hash(data: content)).hexadecimal }

    /// Keeps a document. The same content kept twice in one class is kept once.
    /// - Throws: `Refusal` when it is empty, larger than ten megabytes, or neither PDF, PNG, JPEG nor plain text; or when
    ///   the class has been erased.
    @discardableResult
    public func add<S>(
        _ content: [UInt8], to subject: Identifier<S>, _ retention: RetentionClass, at moment: Instant,
        in connection: any Connection
    ) throws -> StoredDocument {
        let document = try Self.document(content, retention)
        let name = subject.description
        var held = try SubjectKeys(of: name, keys, in: connection)
        let key = try held.key(toSeal: retention, in: connection)
        let chunks = (content.count + Self.chunk - 1) / Self.chunk
        let added = try connection.run(
            Self.insert,
            [
                .text(name), .text(document.digest), .text(retention.rawValue), .text(document.type.rawValue),
                .int(document.length), .int(chunks), .text(of: moment),
            ])
        guard added > 0 else { return document }
        for number in 0..<chunks {
            let piece = Array(content[number * Self.chunk..<min((number + 1) * Self.chunk, content.count)])
            let sealed = try key.seal(piece, of: name, Self.context(document.digest, number, of: chunks))
            try connection.run(
                Self.insertChunk,
                [.text(name), .text(document.digest), .text(retention.rawValue), .int(number), .bytes(sealed)])
        }
        return document
    }

    /// A document and its content; nil when the case has none at this address, or it has been erased.
    /// - Throws: `RecordsFault.unreadable` when what is stored is not what was added.
    public func read<S>(
        _ digest: String, of subject: Identifier<S>, in connection: any Connection
    ) throws -> (document: StoredDocument, content: [UInt8])? {
        let name = subject.description
        let found = try connection.first(Self.select, [.text(name), .text(digest)]) {
            (try $0.text(0), try $0.text(1), try $0.int(2), try $0.int(3))
        }
        guard let (retention, type, length, chunks) = found, let retention = RetentionClass(rawValue: retention),
            let type = DocumentType(rawValue: type),
            let key = try SubjectKeys(of: name, keys, in: connection).key(toOpen: retention.rawValue)
        else { return nil }
        var content: [UInt8] = []
        content.reserveCapacity(length)
        do {
            for number in 0..<chunks {
                let values: [SQLValue] = [.text(name), .text(digest), .text(retention.rawValue), .int(number)]
                guard let sealed = try connection.first(Self.selectChunk, values, { try $0.bytes(0) }) else { break }
                content += try key.open(sealed, of: name, Self.context(digest, number, of: chunks))
            }
        } catch is SealBroken {
            content = []
        }
        guard Self.digest(of: content) == digest else {
            throw RecordsFault.unreadable("Document \(digest) of \(name) is damaged. Restore it from a backup.")
        }
        return (StoredDocument(digest: digest, retention: retention, type: type, length: length), content)
    }

    /// Gives a document to another case, whose entry names it now.
    /// - Parameter keeping: whether an entry of the first names it, too.
    public func give<S>(
        _ digest: String, of subject: Identifier<S>, to other: Identifier<S>, keeping: Bool,
        in connection: any Connection
    ) throws {
        guard let (document, content) = try read(digest, of: subject, in: connection) else { return }
        let row: [SQLValue] = [.text(of: subject), .text(digest), .text(document.retention.rawValue)]
        guard let added = try connection.first(Self.selectAdded, row, { try $0.text(0) }) else { return }
        try add(content, to: other, document.retention, at: Instant(added), in: connection)
        guard !keeping else { return }
        try Self.remove(digest, of: subject.description, document.retention, in: connection)
    }

    /// Takes one document away for good, by its address within its case and its class.
    static func remove(
        _ digest: String, of subject: String, _ retention: RetentionClass, in connection: any Connection
    ) throws {
        let row: [SQLValue] = [.text(subject), .text(digest), .text(retention.rawValue)]
        try connection.run(deleteChunks, row)
        try connection.run(delete, row)
    }

    static let selectAdded: SQL = "SELECT added FROM documents WHERE subject = $1 AND digest = $2 AND retention = $3"
    static let deleteChunks: SQL = "DELETE FROM document_chunks WHERE subject = $1 AND digest = $2 AND retention = $3"
    static let delete: SQL = "DELETE FROM documents WHERE subject = $1 AND digest = $2 AND retention = $3"

    /// - Throws: `Refusal` for content that cannot be kept: empty, too large, or of another type.
    public static func check(_ content: [UInt8]) throws(Refusal) { _ = try document(content, .evidence) }

    private static func document(
        _ content: [UInt8], _ retention: RetentionClass
    ) throws(Refusal) -> StoredDocument {
        guard content.count <= largest else {
            throw Refusal(
                "document.too-large", "This document is larger than 10 megabytes. Send a smaller copy, or part of it.",
                rule: "design §3.7", field: "document")
        }
        guard !content.isEmpty else {
            throw Refusal("document.empty", "This document is empty. Choose another file.", field: "document")
        }
        guard let type = DocumentType(content: content) else {
            throw Refusal(
                "document.type",
                "This is not a PDF, a PNG or JPEG picture, or plain text. Save it as one of these, then send it again.",
                rule: "design §3.7", field: "document")
        }
        return StoredDocument(digest: digest(of: content), retention: retention, type: type, length: content.count)
    }

    private static func context(_ digest: String, _ number: Int, of chunks: Int) -> [String] {
        ["document", digest, String(number), String(chunks)]
    }

    static let insert: SQL = """
        INSERT INTO documents (subject, digest, retention, type, length, chunks, added)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (subject, digest, retention) DO NOTHING
        """
    static let insertChunk: SQL = """
        INSERT INTO document_chunks (subject, digest, retention, number, sealed) VALUES ($1, $2, $3, $4, $5)
        """
    static let select: SQL = """
        SELECT retention, type, length, chunks FROM documents WHERE subject = $1 AND digest = $2
        ORDER BY retention LIMIT 1
        """
    static let selectChunk: SQL = """
        SELECT sealed FROM document_chunks WHERE subject = $1 AND digest = $2 AND retention = $3 AND number = $4
        """
}

extension Documents {
    /// The documents of a case, in the order in which they were added, without their content.
    public static func all<S>(
        of subject: Identifier<S>, in connection: any Connection
    ) throws -> [(document: StoredDocument, added: Instant)] {
        try connection.all(selectAll, [.text(of: subject)]) { row in
            guard let retention = RetentionClass(rawValue: try row.text(1)),
                let type = DocumentType(rawValue: try row.text(2))
            else { throw RecordsFault.fault("A document is of a kind this program does not know.") }
            return (
                StoredDocument(digest: try row.text(0), retention: retention, type: type, length: try row.int(3)),
                try Instant(row.text(4))
            )
        }
    }

    static let selectAll: SQL = """
        SELECT digest, retention, type, length, added FROM documents WHERE subject = $1 ORDER BY added, digest, retention
        """
}
