import HTTPTypes
public import Hummingbird
import Kernel
import NIOCore

extension Request {
    /// Reads the form in the body, holding no more of it than the limit.
    /// - Parameter limit: the most bytes that this form can need.
    /// - Throws: `form.too-large`, `form.wrong-type`, `form.unreadable`, `form.too-many-fields`.
    public func form(limit: Int = 64 * 1024) async throws -> FormFields {
        guard headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refusal(
                "form.wrong-type", "What was sent is not a form of this site. Go back, reload the page and try again.")
        }
        let tooLarge = Refusal(
            "form.too-large",
            "What was typed is longer than this form can hold (\(limit / 1024) KB). "
                + "Go back, shorten the longest answer, and send it again. What you typed is still on that page.")
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else { throw tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return try FormFields(urlEncoded: bytes)
    }
}
