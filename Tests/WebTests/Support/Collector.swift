import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Gathers the body of a response.
struct Collector: ResponseBodyWriter {
    let bytes = Locked<[UInt8]>([])

    mutating func write(_ buffer: ByteBuffer) async throws {
        bytes.with { $0.append(contentsOf: buffer.readableBytesView) }
    }

    func finish(_: HTTPFields?) async throws {}
}
