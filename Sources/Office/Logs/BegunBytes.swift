public import Insight

/// Bytes of which the first have been looked at already.
public struct BegunBytes: ByteReader {
    public let beginning: [UInt8]
    private var given = 0
    private var rest: any ByteReader
    /// What the source threw after the first of them.
    private var fault: (any Error)?

    /// Looks at so many bytes, or as many as there are; what is wrong after them is thrown where they have been read.
    public init(_ source: any ByteReader, looking count: Int) throws {
        var source = source
        var beginning = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count, fault == nil {
            do {
                let read = try beginning.withUnsafeMutableBytes {
                    try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                }
                if read == 0 { break }
                filled += read
            } catch  where filled > 0 {
                fault = error
            }
        }
        self.beginning = Array(beginning.prefix(filled))
        rest = source
    }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard given < beginning.count else {
            if let fault { throw fault }
            return try rest.read(into: buffer)
        }
        let count = min(buffer.count, beginning.count - given)
        beginning.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count]))
        }
        given += count
        return count
    }
}
