import ArgumentParser
import Foundation
import Kernel
import Office
import Records
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site on a store of your own.",
        discussion: """
            The store is made when it is not there. A SQLite store's master key is made beside it, in keys/master.key: \
            keep a copy of that file away from the machine.

            With a mail server, notices and reminders go by e-mail to customers who agreed to that; docs/operating.md says \
            more. The daily round is made at seven in the morning, or when the site is next up.

            Example: throughline serve --database sqlite:data/throughline.sqlite --port 8080 \
            --mail-server smtp://mail.example.org:587 --mail-from post@example.org
            """)

    @Option(
        help: "Who must sign in with codes: all, or a role; may be given more than once.",
        transform: { text -> Set<Role> in
            if text == "all" { return Set(Role.allCases) }
            guard let role = Role(rawValue: text), role != .system else {
                throw Refusal("serve.codes", "There is no role “\(text)”. Use all, or a role that `user list` names.")
            }
            return [role]
        })
    var requireCodes: [Set<Role>] = []

    @OptionGroup var store: StoreOptions
    @OptionGroup var site: SiteOptions

    func run() async throws {
        try await store.with(creating: true) { opened in
            var folder: String?
            if case .sqlite(let path) = store.database {
                folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
            }
            var signIn = SignInSettings()
            signIn.codesRequiredOf = requireCodes.reduce([]) { $0.union($1) }
            try await site.serve(opened, folder: folder, signIn: signIn)
        }
    }
}

/// Where the site is served.
struct SiteOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @OptionGroup var mail: MailOptions

    @Option(
        help: ArgumentHelp(
            "The address people reach the site by, for links in letters: https://help.example.org.", valueName: "url"))
    var address: String?

    @Flag(help: "A proxy in front speaks https, so cookies may be bound to it.")
    var https = false

    @Option(
        help: ArgumentHelp(
            "The header in which that proxy writes where a request came from, as X-Forwarded-For; it has to write it itself.",
            valueName: "name"))
    var proxyHeader: String?

    func validate() throws {
        if let proxyHeader, proxyHeader.isEmpty || !proxyHeader.allSatisfy(Self.isOfHeaders) {
            throw ValidationError("The name of a header is letters, digits and hyphens, as X-Forwarded-For.")
        }
        if let address, !address.hasPrefix("http://"), !address.hasPrefix("https://") {
            throw ValidationError("The address begins with https:// or http://, as https://help.example.org.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    private static func isOfHeaders(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }

    /// Serves until the process is told to stop, and prints the address once requests are answered.
    /// - Parameter folder: where the store is kept; letters to made-up people are written to files in it.
    func serve(_ store: OpenedStore, folder: String?, signIn: SignInSettings = SignInSettings()) async throws {
        var options = ServeOptions()
        options.signIn = signIn
        options.host = host
        options.port = port
        options.https = https
        options.proxyHeader = proxyHeader
        options.address = address?.trimmingSlash
        options.isDemonstration = try await store.database.read { try MadeUpMark.stands(in: $0) }
        guard signIn.codesRequiredOf.isEmpty || !options.isDemonstration else {
            throw Refusal(
                "serve.codes",
                "The people of this store are made up and everybody knows their passwords, so their accounts have no sign-in codes. Leave out --require-codes."
            )
        }
        options.courier = try mail.courier(isMadeUp: options.isDemonstration)
        if options.courier == nil, options.isDemonstration, let folder {
            options.courier = try MailOptions.fileCourier(in: folder)
        }
        options.onListening = { [host] port in
            try? Output.standard.line("Listening on http://\(host):\(port)")
            try? Output.standard.flush()
        }
        do {
            try await Web.serve(store.office, options: options)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            let isTaken = "\(error)".contains("Address already in use")
            throw Refusal(
                "serve.failed",
                isTaken
                    ? "Another program is listening on port \(port) of \(host). Choose another port with --port."
                    : "The site cannot be served on port \(port) of \(host). Check both. The system says: \(error)")
        }
    }
}

extension String {
    /// Without a slash at its end.
    fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
