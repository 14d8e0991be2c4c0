import Foundation
public import Kernel

/// One letter by e-mail, in plain text.
public struct MailMessage: Sendable, Equatable {
    /// What it is known by: made of the event it follows from, so that a letter given over twice is seen to be one.
    public let id: String
    public let from: MailAddress
    public let to: MailAddress
    public let subject: String
    public let text: String
    public let written: Instant

    public init(
        id: String, from: MailAddress, to: MailAddress, subject: String, text: String, written: Instant
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.written = written
    }

    /// The message as it goes (RFC 5322), lines ended by CR LF. The same letter is the same bytes each time.
    public var bytes: [UInt8] {
        let headers = [
            "Date: \(written.mailDate)",
            "From: \(MailHeader.written(from))",
            "To: \(MailHeader.written(to))",
            "Message-ID: <\(id)@\(from.domain)>",
            "Subject: \(MailHeader.encoded(subject))",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + QuotedPrintable.encoded(text)).utf8)
    }
}

/// Words in a header: as they are where they are plain, else encoded (RFC 2047), so that none can begin a line.
enum MailHeader {
    static func written(_ address: MailAddress) -> String {
        guard let name = address.name else { return "<\(address.address)>" }
        return "\(encoded(name, asName: true)) <\(address.address)>"
    }

    /// - Parameter asName: whether it is a name before an address, which has punctuation of its own.
    static func encoded(_ text: String, asName: Bool = false) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x20...0x7E).contains(byte) && (!asName || byte.isLetterOrDigit || byte == 0x20)
        }
        if isPlain, text.utf8.count <= 60, !text.contains("=?") { return text }
        var words: [String] = []
        var piece = ""
        for character in text {
            // An encoded word has 75 characters at most: 45 bytes of text, a whole number of threes.
            if piece.utf8.count + character.utf8.count > 45, !piece.isEmpty {
                words.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        words.append(piece)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

/// Text as lines of at most 76 plain characters (RFC 2045 §6.7), readable where the text is.
enum QuotedPrintable {
    static func encoded(_ text: String) -> String {
        var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { encoded(line: $0) + "\r\n" }.joined()
    }

    private static func encoded(line: Substring) -> String {
        var out = ""
        var length = 0
        let bytes = Array(line.utf8)
        for (place, byte) in bytes.enumerated() {
            let isSpaceAtEnd = (byte == 0x20 || byte == 0x09) && place == bytes.count - 1
            let isPlain = (byte == 0x09 || (0x20...0x7E).contains(byte)) && byte != 0x3D && !isSpaceAtEnd
            let piece =
                isPlain
                ? String(UnicodeScalar(byte))
                : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            if length + piece.utf8.count > 75 {
                out += "=\r\n"
                length = 0
            }
            out += piece
            length += piece.utf8.count
        }
        return out
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}

extension Instant {
    /// `Tue, 14 Aug 2012 08:30:00 +0000` (RFC 5322 §3.3).
    fileprivate var mailDate: String {
        let text = description
        guard let day = try? CalendarDay(text.prefix(10)) else { return text }
        let month = CalendarDay.monthNames[day.month - 1].prefix(3)
        return "\(day.weekday.name.prefix(3)), \(day.day) \(month) \(day.year) \(text.dropFirst(11).prefix(8)) +0000"
    }
}
