import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

/// A copy of a record as a file to keep, a page or data: never shown by a browser as a page of this site.
struct CopyFile: Sendable {
    private let bytes: [UInt8]
    private let name: String
    private let type: String

    init(_ copy: AccessCopy, asPage: Bool) {
        bytes = asPage ? CopyDocument.writing.html(copy) : CopyDocument.writing.json(copy)
        name = "record-\(copy.made.day).\(asPage ? "html" : "json")"
        type = asPage ? "text/html; charset=utf-8" : "application/json"
    }

    var response: Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
