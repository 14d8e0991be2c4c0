import Kernel
import Testing

@testable import Office

@Suite("A letter as it goes")
struct MailMessageTests {
    private func message(subject: String = "Your appointment", text: String, name: String = "Northway") throws -> String
    {
        let message = MailMessage(
            id: "0137.notice", from: try MailAddress("post@northway.example").named(name),
            to: try MailAddress("rosa@example.org"), subject: subject, text: text,
            written: try Instant("2012-06-01T09:05:00.000Z"))
        return String(decoding: message.bytes, as: UTF8.self)
    }

    @Test("Plain words stay readable, and the same letter is known again by its Message-ID")
    func plain() throws {
        let text = try message(text: "Dear Rosa\n\nCome at 9.\n")
        #expect(text.contains("Date: Fri, 1 Jun 2012 09:05:00 +0000\r\n"))
        #expect(text.contains("From: Northway <post@northway.example>\r\nTo: <rosa@example.org>\r\n"))
        #expect(text.contains("Message-ID: <0137.notice@northway.example>\r\n"))
        #expect(text.hasSuffix("\r\n\r\nDear Rosa\r\n\r\nCome at 9.\r\n"))
    }

    @Test(
        "No words can begin a header of their own",
        arguments: ["Hello\r\nBcc: all@example.org", "Hello\nBcc: x@example.org", "a\u{0}b", "=?utf-8?B?eA==?="])
    func injection(words: String) throws {
        let text = try message(subject: words, text: "x", name: words)
        let head = text.components(upTo: "\r\n\r\n")
        #expect(!head.contains("Bcc:"))
        #expect(head.split(separator: "\r\n").filter { $0.hasPrefix("Subject: =?utf-8?B?") }.count == 1)
        #expect(head.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 0x20 } })
    }

    @Test("Every line is plain and short, whatever the text")
    func lines() throws {
        let long = String(repeating: "Llanfairpwllgwyngyll £100 – ‘é’ = ", count: 20)
        let text = try message(text: "\(long)\nend \n.\n\n")
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
        #expect(text.hasSuffix("end=20\r\n.\r\n\r\n"))
    }

    @Test(
        "An address that could be read as anything else is refused",
        arguments: [
            "a@b\r\nRCPT TO:<c@d>", "a b@example.org", "a@example.org>,<b@example.org", "\"a\"@example.org",
            "a@@example.org",
            "a@-example.org", "a@example..org", ".a@example.org", "a@", "@example.org", "é@example.org",
            "a@example.org\u{0}",
        ])
    func addresses(text: String) {
        #expect(throws: Refusal.self) { try MailAddress(text) }
    }

    @Test("A mail server is a name and a port, and never holds a password")
    func servers() throws {
        #expect(try MailServer("smtp://mail.example.org").port == 587)
        #expect(try MailServer("smtps://mail.example.org").port == 465)
        #expect(try MailServer("smtp://mail.example.org").needsTLS)
        #expect(try !MailServer("smtp://127.0.0.1:2525").needsTLS)
        #expect(try MailServer("smtp://127.0.0.1.example.org").needsTLS)
        var here = try MailServer("smtp://localhost:25")
        here.password = "secret"
        #expect(here.needsTLS)
        for text in [
            "smtp://a:b@c", "smtp://user:secret@host:25", "http://a", "smtp://a\nb", "smtp://", "smtp://a:99999",
        ] {
            let refused = #expect(throws: Refusal.self) { try MailServer(text) }
            #expect(refused?.sentence.contains("secret") == false)
        }
    }

    @Test("What curl says of a refused address or letter is told from what may pass")
    func outcomes() {
        #expect(CurlCourier.delivery(status: 0, said: "answered 250") == .taken)
        for (status, said) in [
            (55, "RCPT failed: 550\nanswered 550"), (55, "DATA failed: 554\nanswered 554"),
            (8, "Weird server reply\nanswered 550"), (56, "Failure when receiving data from the peer\nanswered 554"),
        ] {
            #expect(CurlCourier.delivery(status: Int32(status), said: "curl: (\(status)) \(said)\n") == .refused)
        }
        for (status, said) in [
            (55, "RCPT failed: 451\nanswered 451"), (55, "MAIL failed: 550\nanswered 550"),
            (67, "Login denied\nanswered 535"), (8, "Got unexpected smtp-server response: 554\nanswered 554"),
            (8, "Weird server reply\nanswered 451"), (56, "Recv failure: Connection reset by peer\nanswered 354"),
        ] {
            #expect(CurlCourier.delivery(status: Int32(status), said: "curl: (\(status)) \(said)\n") != .refused)
        }
        #expect(CurlCourier.delivery(status: 28, said: "") == .notNow("The mail server did not answer in time."))
    }
}

extension String {
    fileprivate func components(upTo end: String) -> String { split(separator: end).first.map(String.init) ?? self }
}
