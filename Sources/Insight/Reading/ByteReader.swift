/// Where a log's bytes come from: a file, standard input, what a decompressor gives. Insight opens nothing itself.
public protocol ByteReader {
    /// Fills as much of the buffer as there is to be had.
    /// - Returns: how many bytes were written; 0 at the end, and only there.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are in memory already.
public struct HeldBytes: ByteReader {
    private let bytes: [UInt8]
    private var position = 0
    private let most: Int

    /// - Parameters:
    ///   - bytes: all there are.
    ///   - most: the most that one reading gives.
    public init(_ bytes: [UInt8], atMost most: Int = .max) {
        self.bytes = bytes
        self.most = most
    }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position, most)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}

/// What a source finds wrong with its own bytes, as with a packed file that was cut off. A source knows no lines: whoever
/// reads a log from it tells the line that was reached, as a `LogFault`.
public protocol ReadingFault: Error {
    /// What is wrong and what to do about it, in a sentence.
    var sentence: String { get }
}

/// Why a log cannot be read, and where.
public struct LogFault: Error, Sendable, Equatable {
    /// The line, the first being 1.
    public let line: Int
    /// What is wrong and what to do about it, in a sentence.
    public let sentence: String

    /// - Parameters:
    ///   - line: the line, the first being 1.
    ///   - sentence: what is wrong and what to do about it.
    public init(line: Int, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}

extension LogFault: CustomStringConvertible {
    public var description: String { "Line \(line): \(sentence)" }
}
