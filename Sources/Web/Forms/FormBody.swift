import Casework
import HTTPTypes
public import Hummingbird
import Kernel
import NIOCore

extension Request {
    /// Reads the form in the body, holding no more of it than the limit.
    /// - Parameters:
    ///   - limit: the most bytes that this form can need.
    ///   - files: the most bytes of files that may come besides; nil where a form takes none.
    /// - Throws: `form.too-large`, `form.wrong-type`, `form.unreadable`, `form.too-many-fields`.
    public func form(limit: Int = 64 * 1024, files: Int? = nil) async throws -> FormFields {
        if let files, let boundary {
            let most = files / 1024 / 1024
            return try FormFields(
                multipart: try await bytes(
                    limit: limit + files,
                    tooLarge: Refusal(
                        "form.too-large",
                        "The file is larger than \(most) MB, so nothing was saved. Make it smaller, as by a photograph of fewer dots, go back and send it again."
                    )), boundary: boundary)
        }
        guard headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refusal(
                "form.wrong-type", "What was sent is not a form of this site. Go back, reload the page and try again.")
        }
        let tooLarge = Refusal(
            "form.too-large",
            "What was typed is longer than this form can hold (\(limit / 1024) KB). "
                + "Go back, shorten the longest answer, and send it again. What you typed is still on that page.")
        return try FormFields(urlEncoded: try await bytes(limit: limit, tooLarge: tooLarge))
    }

    private func bytes(limit: Int, tooLarge: Refusal) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else { throw tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    /// What parts a form with files in it; nil for any other body.
    private var boundary: String? {
        guard let type = headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let parts = type.split(separator: ";").map { String($0).trimmed }
        guard let found = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })?.dropFirst(9) else {
            return nil
        }
        let plain = found.hasPrefix("\"") && found.hasSuffix("\"") ? found.dropFirst().dropLast() : found[...]
        return (1...70).contains(plain.utf8.count) ? String(plain) : nil
    }
}
