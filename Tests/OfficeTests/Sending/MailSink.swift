import Foundation

@testable import Office

/// A mail server on a port of this machine that takes letters, but for one step at which it says no.
final class MailSink: Sendable {
    /// When it says no: of the address, of the wish to give a letter over, or of the whole letter.
    enum Step: String, Sendable, CaseIterable { case recipient, data, letter }

    struct Fault: Error {}

    let port: Int
    private let listener: Int32

    /// - Parameter answer: what it says at that step: `550 No such person here`.
    init(refusingAt step: Step, saying answer: String) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 ? getsockname(listener, $0, &length) : -1
            }
        }
        guard code == 0, listen(listener, 4) == 0 else { throw Fault() }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    _ = Foundation.close(listener)
                    return
                }
                Conversation(connection, step, answer).hold()
            }
        }
    }

    /// Whom letters are given to it by.
    var courier: CurlCourier {
        get throws {
            CurlCourier(try MailServer("smtp://127.0.0.1:\(port)"), from: try MailAddress("post@northway.example"))
        }
    }

    /// Takes no more calls; its thread, which waits for one, then ends.
    func close() {
        _ = shutdown(listener, Int32(SHUT_RDWR))
    }
}

/// One call to it (RFC 5321).
private final class Conversation {
    private let connection: Int32
    private let step: MailSink.Step
    private let answer: String
    private var unread: [UInt8] = []

    init(_ connection: Int32, _ step: MailSink.Step, _ answer: String) {
        self.connection = connection
        self.step = step
        self.answer = answer
    }

    func hold() {
        defer { _ = Foundation.close(connection) }
        var isLetter = false
        say("220 sink.example")
        while let line = next() {
            if isLetter {
                guard line == "." else { continue }
                isLetter = false
                say(step == .letter ? answer : "250 Taken")
                continue
            }
            switch line.prefix(4).uppercased() {
            case "EHLO", "HELO": say("250 sink.example")
            case "MAIL": say("250 Yes")
            case "RCPT": say(step == .recipient ? answer : "250 Yes")
            case "DATA":
                isLetter = step != .data
                say(step == .data ? answer : "354 Go on")
            case "QUIT":
                say("221 Goodbye")
                return
            default: say("502 Not known")
            }
        }
    }

    private func say(_ words: String) {
        let bytes = Array("\(words)\r\n".utf8)
        _ = write(connection, bytes, bytes.count)
    }

    /// A line without its end; nil when the caller has hung up.
    private func next() -> String? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = unread[..<end].filter { $0 != 0x0D }
                unread.removeSubrange(...end)
                return String(decoding: line, as: UTF8.self)
            }
            var some = [UInt8](repeating: 0, count: 4096)
            let count = read(connection, &some, 4096)
            guard count > 0 else { return nil }
            unread += some[..<count]
        }
    }
}
