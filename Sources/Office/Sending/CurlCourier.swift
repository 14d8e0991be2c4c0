public import Kernel
import NIOPosix

/// A mail server that letters are given to.
public struct MailServer: Sendable {
    public let host: String
    public let port: Int
    /// Whether TLS is spoken from the first byte; else it is asked for with STARTTLS.
    public let isWrapped: Bool
    public var user: String?
    public var password: String?

    /// Reads `smtp://HOST[:PORT]` (port 587 unless given) or `smtps://HOST[:PORT]` (port 465).
    /// - Refuses: any other address, and one with a password in it: secrets do not stand in arguments.
    public init(_ text: String) throws(Refusal) {
        let (scheme, wrapped) = text.hasPrefix("smtps://") ? ("smtps://", true) : ("smtp://", false)
        let rest = text.dropFirst(scheme.count)
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        let port = parts.count == 2 ? Int(parts[1]) : wrapped ? 465 : 587
        guard text.hasPrefix(scheme), parts.count <= 2, let host = parts.first, !host.isEmpty,
            host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }),
            !host.hasPrefix("-"), let port, (1...65_535).contains(port)
        else {
            throw Refusal(
                "mail.server",
                "“\(text.contains("@") ? "That" : String(text.prefix(60)))” is not a mail server. Write it as "
                    + "smtp://mail.example.org:587, or smtps:// where it speaks TLS from the start. A user and password "
                    + "have options of their own.")
        }
        self.host = String(host)
        self.port = port
        isWrapped = wrapped
    }

    /// A server on this machine may be spoken to without TLS, so long as no password goes with it.
    public var isOnThisMachine: Bool { host == "localhost" || host.hasPrefix("127.") && host.hasOnlyDigitsAndDots }
    var needsTLS: Bool { !isWrapped && (!isOnThisMachine || password != nil) }
}

/// Gives letters to a mail server through the `curl` program, which speaks SMTP, TLS and every way of logging in.
///
/// Its configuration, with the password and the address, comes to it on standard input and the letter through a pipe of
/// its own: neither stands in arguments, in the environment or on the disk.
public final class CurlCourier: Courier {
    public let server: MailServer
    public let from: MailAddress
    /// Seconds that one letter may take in all.
    let seconds: Int
    private let threads: NIOThreadPool

    public init(_ server: MailServer, from: MailAddress, seconds: Int = 30, atOnce: Int = 4) {
        self.server = server
        self.from = from
        self.seconds = seconds
        threads = NIOThreadPool(numberOfThreads: atOnce)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    public var insteadOfSending: String? { nil }

    /// - Refuses: when this machine has no `curl`.
    public static func requireCurl() throws(Refusal) {
        guard ChildProgram.find("curl") != nil else {
            throw Refusal(
                "mail.no-curl", "Mail is sent through the curl program, which is not here. Install the package curl.")
        }
    }

    public func deliver(_ message: MailMessage) async -> Delivery {
        let child = ChildProgram("curl", ["--disable", "--config", "-"])
        let configuration = Array(configuration(to: message.to).utf8)
        let ended = await withTaskCancellationHandler {
            try? await threads.runIfActive {
                try child.run(input: configuration, document: message.bytes)
            }
        } onCancel: {
            child.stop()
        }
        guard let ended else { return .notNow("The curl program could not be run.") }
        return Self.delivery(status: ended.status, said: ended.errors)
    }

    private func configuration(to address: MailAddress) -> String {
        var lines = [
            #"url = "\#(server.isWrapped ? "smtps" : "smtp")://\#(server.host):\#(server.port)""#,
            #"mail-from = "<\#(from.address)>""#,
            #"mail-rcpt = "<\#(address.address)>""#,
            #"upload-file = "\#(ChildProgram.document)""#,
            "silent", "show-error", "connect-timeout = 10", "max-time = \(seconds)",
            #"write-out = "%{stderr}answered %{response_code}\n""#,
        ]
        if server.needsTLS { lines.append("ssl-reqd") }
        if let user = server.user { lines.append(#"user = "\#(quoted("\(user):\(server.password ?? "")"))""#) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// As curl reads what stands between quotation marks.
    private func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    }

    /// What curl's exit status means (curl's manual, EXIT CODES). It says `RCPT failed: 550` when the server refuses the
    /// address, and `DATA failed: 554` when it will not have the letter; a 4xx there asks for another try (RFC 5321
    /// §4.2.1). Where the server refuses once it has the whole letter, curl has no words of its own: its number is told by
    /// the server's last answer, which curl is asked to write.
    static func delivery(status: Int32, said: String) -> Delivery {
        if status == 0 { return .taken }
        if said.contains("RCPT failed: 5") || said.contains("DATA failed: 5") { return .refused }
        let wordless = ["Weird server reply", "Failure when receiving data from the peer"]
        if wordless.contains(where: { said.contains($0) }), said.contains("answered 5") { return .refused }
        return switch status {
        case 6: .notNow("The mail server's name was not found.")
        case 7: .notNow("The mail server could not be reached.")
        case 28: .notNow("The mail server did not answer in time.")
        case 35, 51, 53, 54, 58, 59, 60, 64, 77, 80, 83, 90, 91: .notNow("No safe connection to the mail server.")
        case 67: .notNow("The mail server did not take the user and password.")
        default: .notNow("The mail server did not take it (curl \(status)).")
        }
    }
}

extension String {
    /// Whether it is written as an address of the network is, so that `127.example.org` is not taken for one.
    fileprivate var hasOnlyDigitsAndDots: Bool { allSatisfy { $0 == "." || $0.isNumber } }
}
