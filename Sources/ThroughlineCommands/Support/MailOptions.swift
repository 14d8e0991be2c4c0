import ArgumentParser
import Foundation
import Kernel
import Office

/// How letters go by e-mail.
struct MailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The mail server: smtp://HOST:PORT (STARTTLS), or smtps://HOST:PORT. Without one nothing goes by e-mail.",
            valueName: "url"),
        transform: { try MailServer($0) })
    var mailServer: MailServer?

    @Option(
        help: ArgumentHelp(
            "Whom letters are from: post@example.org, or \"Name <post@example.org>\".", valueName: "address"),
        transform: { try MailAddress($0) })
    var mailFrom: MailAddress?

    @Option(help: ArgumentHelp("The user the mail server knows this site by.", valueName: "user"))
    var mailUser: String?

    @Option(
        help: ArgumentHelp(
            "A file whose first line is the mail server's password; else THROUGHLINE_MAIL_PASSWORD.", valueName: "file")
    )
    var mailPasswordFile: String?

    func validate() throws {
        guard mailServer == nil || mailFrom != nil else {
            throw ValidationError("Say whom letters are from: --mail-from post@example.org.")
        }
        guard mailServer != nil || (mailFrom == nil && mailUser == nil && mailPasswordFile == nil) else {
            throw ValidationError("Give the mail server too: --mail-server smtp://mail.example.org:587.")
        }
        guard mailUser != nil || mailPasswordFile == nil else {
            throw ValidationError("Say which user the password is of: --mail-user NAME.")
        }
    }

    /// What letters go by; nil when no mail server was named.
    /// - Parameter isMadeUp: whether the store's people are made up: their letters leave the machine for nobody.
    /// - Refuses: a user without a password, a machine without curl, and made-up people with a server elsewhere.
    func courier(isMadeUp: Bool) throws -> (any Courier)? {
        guard var server = mailServer, let from = mailFrom else { return nil }
        guard !isMadeUp || server.isOnThisMachine else {
            throw Refusal(
                "mail.made-up",
                "The people of this store are made up, so they are not written to through a mail server elsewhere. "
                    + "Leave --mail-server out, or name one on this machine.")
        }
        try CurlCourier.requireCurl()
        server.user = mailUser
        if mailUser != nil { server.password = try password() }
        return CurlCourier(server, from: from)
    }

    private func password() throws -> String {
        if let file = mailPasswordFile { return try Terminal.password(file: file) }
        if let text = ProcessInfo.processInfo.environment["THROUGHLINE_MAIL_PASSWORD"], !text.isEmpty { return text }
        throw Refusal(
            "mail.password",
            "The mail server's user needs a password. Give --mail-password-file FILE, or set THROUGHLINE_MAIL_PASSWORD."
        )
    }
}

extension MailOptions {
    /// The folder that a store's made-up people are written to in, beside its SQLite file.
    static func fileCourier(in folder: String) throws -> FileCourier {
        FileCourier(folder: "\(folder)/\(FileCourier.folderName)", from: try MailAddress("post@demonstration.example"))
    }
}
