import Insight
import Kernel
import Office

/// An event log in a file or on standard input, plain or packed with gzip.
struct LogFile {
    enum Form: String, CaseIterable {
        case xes, csv, ocel
    }

    private let name: String
    private let bytes: BegunBytes
    private let bar = ProgressBar("kB")

    /// - Parameter path: `-` for standard input.
    init(_ path: String) throws {
        let name = path == "-" ? "Standard input" : path
        self.name = name
        let bar = self.bar
        bytes = try Self.telling(name) {
            let begun = try BegunBytes(WatchedBytes(FileBytes(path), bar), looking: 2)
            return try BegunBytes(GzipBytes.isGzip(begun.beginning) ? ReadAhead(GzipBytes(begun)) : begun, looking: 512)
        }
    }

    /// What it looks like: XML begins with `<`, JSON with a brace; anything else is taken for a table.
    var likelyForm: Form {
        let blank: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        return switch bytes.beginning.first(where: { !blank.contains($0) }) {
        case UInt8(ascii: "<"): .xes
        case UInt8(ascii: "{"): .ocel
        default: .csv
        }
    }

    /// Does something with its bytes, unpacked; what is wrong with them is told with the name of the file. How much of the
    /// file has been read is shown meanwhile.
    func reading<Answer>(_ body: (any ByteReader) throws -> Answer) throws -> Answer {
        defer { bar.end() }
        return try Self.telling(name) { try body(bytes) }
    }

    private static func telling<Answer>(_ name: String, _ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let fault as LogFault {
            throw Refusal("map.unreadable", "\(name), line \(fault.line): \(fault.sentence)")
        } catch let fault as any ReadingFault {
            // Of what is wrong before anything was read.
            throw Refusal("map.unreadable", "\(name), line 1: \(fault.sentence)")
        }
    }
}

/// The bytes of a file, which show on a terminal how much of it has been read.
private struct WatchedBytes: ByteReader {
    private let file: FileBytes
    private let bar: ProgressBar
    private let total: Int?
    private var count = 0

    init(_ file: FileBytes, _ bar: ProgressBar) {
        self.file = file
        self.bar = bar
        total = file.size.map { $0 / 1000 }
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let more = try file.read(into: buffer)
        count += more
        bar.show(count / 1000, of: total)
        return more
    }
}
