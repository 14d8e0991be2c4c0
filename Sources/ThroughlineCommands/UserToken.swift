import ArgumentParser
import Kernel
import Office
import Records

struct UserToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and end the tokens of programs that act as somebody.",
        subcommands: [UserTokenAdd.self, UserTokenList.self, UserTokenEnd.self])
}

struct UserTokenAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a token, and print it once.",
        discussion: """
            The token is the only line on standard output. It is not kept, only a hash of it.

            Example: throughline user token add dana --name "Case system" --scope read --scope write --days 90
            """)

    @Argument(help: "The user name of whom the program acts as.")
    var username: String

    @Option(help: "What uses the token.")
    var name: String

    @Option(
        help: "What it may be used for: read, write, or one act, as book-appointment; may be given more than once.",
        transform: { try TokenScope($0) })
    var scope: [TokenScope]

    @Option(help: "For how many days it is good.")
    var days = 90

    @Option(
        help: "The role it acts in, where the person has several.",
        transform: { text in
            guard let role = Role(rawValue: text), role != .system else {
                throw Refusal("user.role", "There is no such role. `user list` says which the person has.")
            }
            return role
        })
    var role: Role?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let secret = try await store.with { store in
            let account = try await store.account(username)
            let held = try await store.office.positions(of: account.person).map(\.0)
            guard let position = held.first(where: { role == nil || $0.role == role }) else {
                throw Refusal("token.position", "\(account.name) does not have that role. `user list` says which.")
            }
            return try await store.office.issueToken(named: name, for: position, scopes: Set(scope), days: days).secret
        }
        try Output.standard.line(secret)
        try Output.standard.flush()
    }
}

struct UserTokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List a person's tokens.",
        discussion: "Example: throughline user token list dana --json")

    @Argument(help: "The user name.")
    var username: String

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let (tokens, now) = try await store.with { store in
            (
                try await store.office.tokens(of: try await store.account(username).person), store.office.clock.now
            )
        }
        func state(_ token: TokenRegister.Token) -> String {
            token.revoked != nil ? "ended" : token.isGood(at: now) ? "good" : "run out"
        }
        if json {
            let rows = tokens.map { token in
                JSON.fields([
                    "id": .text(token.id), "name": .string(token.name), "state": .string(state(token)),
                    "role": .string(token.position.role.rawValue),
                    "scopes": .array(token.scopes.map { .string($0) }), "expires": .text(token.expires),
                    "used": token.used.map { .text($0) },
                ])
            }
            try Output.standard.line(JSON.array(rows).pretty)
        } else {
            let rows = tokens.map { token in
                [
                    token.id.description, state(token), token.expires.day.description,
                    token.used?.description ?? "never", token.scopes.joined(separator: ","), token.name,
                ]
            }
            try Output.standard.lines(Table.lines([["Token", "State", "Until", "Used", "For", "Name"]] + rows))
        }
        try Output.standard.flush()
    }
}

struct UserTokenEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End a token at once.",
        discussion: "Example: throughline user token end dana 0190a5c2-0000-7000-8000-000000000001")

    @Argument(help: "The user name.")
    var username: String

    @Argument(help: "The token, as `user token list` names it.", transform: { try Identifier<AccessToken>($0) })
    var token: Identifier<AccessToken>

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            try await store.office.revokeToken(token, of: try await store.account(username).person)
        }
        try Output.standard.line("The token is ended.")
        try Output.standard.flush()
    }
}

extension OpenedStore {
    /// - Refuses: when nobody has the user name.
    fileprivate func account(_ username: String) async throws -> AccountRegister.Account {
        let name = username.lowercased()
        guard let found = try await database.read({ try AccountRegister.account(named: name, in: $0) }) else {
            throw Refusal("account.none", "There is no account named “\(username.prefix(60))”.", field: "username")
        }
        return found
    }
}
