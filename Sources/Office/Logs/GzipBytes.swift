import CZlib
public import Insight

/// What gzip (RFC 1952) packed, unpacked as it is read; several packed one after another are read as one, as `gunzip` does.
public struct GzipBytes: ByteReader {
    private let stream: InflateStream

    public init(_ packed: any ByteReader) { stream = InflateStream(packed) }

    /// Whether bytes begin as gzip does.
    public static func isGzip(_ beginning: some Sequence<UInt8>) -> Bool { Array(beginning.prefix(2)) == [0x1F, 0x8B] }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try stream.read(into: buffer)
    }
}

/// A gzip file that cannot be unpacked. Everything before the fault has been handed over.
public struct GzipFault: ReadingFault, Sendable, CustomStringConvertible {
    public let description: String

    public var sentence: String { description }

    fileprivate static let damaged = GzipFault(
        description: "The packed file is damaged, or is not gzip. Fetch it again.")
}

/// zlib keeps a pointer to its own state, so it must not move.
private final class InflateStream {
    private var source: any ByteReader
    private var zlib = z_stream()
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    private var isReady = false
    private var isAtEnd = false
    /// Whether one packed member is over and nothing of another was seen.
    private var isBetween = true
    /// Whether there is nothing more to be had, though some of what came out before may wait to be read.
    private var isDamaged = false

    init(_ source: any ByteReader) { self.source = source }

    deinit {
        if isReady { inflateEnd(&zlib) }
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if !isReady {
            // 15 bits of window, and 16 to take gzip's heading and nothing else.
            guard inflateInit2_(&zlib, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                throw GzipFault(description: "There is no memory to unpack the file with.")
            }
            isReady = true
        }
        zlib.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        zlib.avail_out = UInt32(clamping: buffer.count)
        let room = Int(zlib.avail_out)
        while zlib.avail_out == room, room > 0 {
            if isDamaged { throw GzipFault.damaged }
            if zlib.avail_in == 0, !isAtEnd {
                let count = try source.read(into: input)
                isAtEnd = count == 0
                zlib.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                zlib.avail_in = UInt32(count)
            }
            guard zlib.avail_in > 0 else {
                guard isBetween else {
                    throw GzipFault(description: "The packed file ends too early. It was cut off: fetch it again.")
                }
                return 0
            }
            isBetween = false
            switch inflate(&zlib, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: continue
            case Z_STREAM_END:
                isBetween = true
                inflateReset(&zlib)
            default:
                isDamaged = true
                // What came out before the damage is handed over first.
                if zlib.avail_out == room { throw GzipFault.damaged }
            }
        }
        return room - Int(zlib.avail_out)
    }
}
