/// What a document is, told by its content and never by its name (design §3.7).
public enum DocumentType: String, Sendable, CaseIterable {
    case pdf, png, jpeg, text

    /// The type it is served as, always as an attachment and with `nosniff`.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// What the name of a file of it ends with.
    public var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .text: "txt"
        }
    }

    /// - Returns: nil for content of any other type.
    public init?(content: [UInt8]) {
        if content.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if content.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if Self.isPlainText(content) {
            self = .text
        } else {
            return nil
        }
    }

    /// UTF-8 with no control characters but tabs, line ends and page ends.
    private static func isPlainText(_ content: [UInt8]) -> Bool {
        content.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
            && String(validating: content, as: UTF8.self) != nil
    }
}
