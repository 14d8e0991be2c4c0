import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore

extension Router {
    /// Serves the style sheet and the script, each under the hash of what is in it, to be kept for a year.
    public func addAssets(_ assets: [Asset] = Asset.all) {
        for asset in assets {
            get(RouterPath(asset.address)) { _, _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable",
                    ],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }

    /// Adds what stands around every route, in the order in which it works: the log sees the final status, the headers
    /// are on error pages too, and whatever a route throws becomes a page.
    public func addFrame(https: Bool, accessLog: Logger, errors: ErrorPages<Context>) {
        add(middleware: AccessLog(accessLog))
        add(middleware: SecurityHeaders(https: https))
        add(middleware: errors)
    }
}
