import Crypto
import Foundation
import Kernel

/// The form of a backup, one for both engines.
///
/// It is a line of words, then records: a letter, the length of the body in four bytes, highest first, and the body. `H` is
/// the header, JSON; `T` begins a table by its name; `R` is a row; `E` ends the file with SHA-256 of all that stands
/// before it. A file without its end, or that does not agree with it, is refused whole.
enum BackupFile {
    static let firstLine = Array("THROUGHLINE BACKUP 1\n".utf8)
    /// Longer than any record: a row holds at most one piece of a document, or one event.
    static let longest = 64 * 1024 * 1024

    enum Tag: UInt8 {
        case header = 0x48
        case table = 0x54
        case row = 0x52
        case end = 0x45
    }

    static let damaged = Refusal(
        "backup.damaged", "This backup is damaged or not whole, so nothing was restored. Use another copy of it.")
}

// MARK: Rows

/// A row is its values in the order of the header's columns: a letter, then nothing for null (`n`), eight bytes for a
/// whole number (`i`), one for a yes or no (`b`), or a length in four bytes and so many bytes of text (`t`) or bytes (`x`).
extension [SQLValue] {
    func write(to body: inout [UInt8]) {
        for value in self {
            switch value {
            case .null: body.append(UInt8(ascii: "n"))
            case .int(let number):
                body.append(UInt8(ascii: "i"))
                body.append(bigEndian: UInt64(bitPattern: Int64(number)))
            case .bool(let isTrue):
                body.append(UInt8(ascii: "b"))
                body.append(isTrue ? 1 : 0)
            case .text(let text):
                body.append(UInt8(ascii: "t"))
                body.append(bigEndian: UInt32(text.utf8.count))
                body.append(contentsOf: text.utf8)
            case .bytes(let bytes):
                body.append(UInt8(ascii: "x"))
                body.append(bigEndian: UInt32(bytes.count))
                body.append(contentsOf: bytes)
            }
        }
    }

    init(readingRow body: [UInt8]) throws(Refusal) {
        self = []
        var place = 0
        func take(_ count: Int) throws(Refusal) -> ArraySlice<UInt8> {
            guard count <= body.count - place else { throw BackupFile.damaged }
            defer { place += count }
            return body[place..<place + count]
        }
        func number(_ count: Int) throws(Refusal) -> UInt64 { try take(count).reduce(0) { $0 << 8 | UInt64($1) } }
        while place < body.count {
            switch try take(1).first {
            case UInt8(ascii: "n"): append(.null)
            case UInt8(ascii: "i"): append(.int(Int(Int64(bitPattern: try number(8)))))
            case UInt8(ascii: "b"): append(.bool(try number(1) == 1))
            case UInt8(ascii: "t"):
                guard let text = String(validating: try take(Int(try number(4))), as: UTF8.self) else {
                    throw BackupFile.damaged
                }
                append(.text(text))
            case UInt8(ascii: "x"): append(.bytes(Array<UInt8>(try take(Int(try number(4))))))
            default: throw BackupFile.damaged
            }
        }
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: some FixedWidthInteger & UnsignedInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
