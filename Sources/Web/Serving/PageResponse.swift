public import HTTPTypes
public import Hummingbird
import NIOCore

extension Response {
    /// A page.
    public static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What follows a form that was answered: the browser asks for a page, so that a reload sends nothing again.
    public static func afterForm(to address: String) -> Response { .redirect(to: address, type: .normal) }
}
