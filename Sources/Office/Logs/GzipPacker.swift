import CZlib
public import Kernel

/// Packs bytes with gzip (RFC 1952) as they come. What goes in alike comes out alike, byte for byte: no time and no name is
/// in it.
///
/// One caller at a time may use it; whoever shares it holds a lock meanwhile, as `Output` does. zlib keeps a pointer to its
/// own state, so that must not move.
public final class GzipPacker: @unchecked Sendable {
    private var zlib = z_stream()
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// - Refuses: when there is no memory for it.
    public init() throws(Refusal) {
        // 15 bits of window, and 16 to write gzip's heading, in which zlib leaves the time at nought.
        let status = deflateInit2_(
            &zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            throw Refusal("gzip.memory", "There is no memory to pack the file with. Write it unpacked.")
        }
    }

    deinit { deflateEnd(&zlib) }

    /// - Returns: what of the packed file is ready; the rest comes later.
    public func pack(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        return bytes.withUnsafeMutableBufferPointer { run($0, Z_NO_FLUSH) }
    }

    /// - Returns: the end of the packed file; nothing can be packed after it.
    public func end() -> [UInt8] { run(UnsafeMutableBufferPointer(start: nil, count: 0), Z_FINISH) }

    /// Of a stream that was made, and whose end was not asked for before, zlib has no fault to tell.
    private func run(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ flush: Int32) -> [UInt8] {
        var packed: [UInt8] = []
        zlib.next_in = bytes.baseAddress
        zlib.avail_in = UInt32(bytes.count)
        var isFull = true
        while isFull {
            let left = room.withUnsafeMutableBufferPointer { room in
                zlib.next_out = room.baseAddress
                zlib.avail_out = UInt32(room.count)
                deflate(&zlib, flush)
                return Int(zlib.avail_out)
            }
            packed += room[..<(room.count - left)]
            isFull = left == 0
        }
        zlib.next_in = nil
        return packed
    }
}
