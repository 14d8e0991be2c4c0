import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open and shut the accounts people sign in with.",
        subcommands: [
            UserAdd.self, UserPassword.self, UserList.self, UserShut.self, UserCodesOff.self, UserToken.self,
        ])
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Open an account.",
        discussion: """
            The password is read from a file, or from standard input; it is never an argument. An organisation that is \
            not there yet is made when its kind is given.

            Example: throughline user add dana --name "Dana Whitlock" --role adviser \
            --organisation "Union Street Jobcentre" --kind jobcentre --password-file dana.txt
            """)

    @Argument(help: "The user name to sign in with.")
    var username: String

    @Option(help: "The person's name.")
    var name: String

    @Option(
        help: "What the person is there; may be given more than once.",
        transform: { text in
            guard let role = Role(rawValue: text), role != .system else {
                let roles = Role.allCases.filter { $0 != .system }.map(\.rawValue).joined(separator: ", ")
                throw Refusal("user.role", "There is no such role. Use one of: \(roles).")
            }
            return role
        })
    var role: [Role]

    @Option(help: "The name of the organisation.")
    var organisation: String

    @Option(
        help: "What an organisation that is not there yet is: jobcentre, council, provider or department.",
        transform: { text in
            guard let kind = OrganisationRegister.Kind(rawValue: text) else {
                let kinds = OrganisationRegister.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal("user.kind", "There is no such kind. Use one of: \(kinds).")
            }
            return kind
        })
    var kind: OrganisationRegister.Kind?

    @Option(help: ArgumentHelp("A file whose first line is the password.", valueName: "file"))
    var passwordFile: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let password = try Terminal.password(file: passwordFile)
        try await store.with(creating: true) { store in
            let now = store.office.clock.now
            let (named, kind) = (organisation.trimmed, kind)
            let found = try await store.database.read { connection in
                try OrganisationRegister.all(in: connection).first { $0.name.lowercased() == named.lowercased() }
            }
            let person = Identifier<Person>(at: now, random: .system)
            let workplace = try found?.id ?? newOrganisation(kind, at: now)
            if found == nil, let kind {
                try await store.database.write { connection in
                    try OrganisationRegister.put(
                        .init(id: workplace, name: named, kind: kind, address: "", phone: ""), by: Operator.person,
                        at: now, in: connection)
                }
            }
            try await store.office.openAccount(
                person, name: name.trimmed, username: username, password: password,
                positions: role.map { .init(person: person, organisation: workplace, role: $0) }, by: Operator.person)
        }
        try Output.standard.line("\(name) can sign in as \(username).")
        try Output.standard.flush()
    }

    private func newOrganisation(
        _ kind: OrganisationRegister.Kind?, at now: Instant
    ) throws(Refusal) -> Identifier<Organisation> {
        guard kind != nil else {
            throw Refusal(
                "user.organisation",
                "There is no organisation “\(organisation)”. Check its name, or say with --kind what it is, to make it."
            )
        }
        return Identifier(at: now, random: .system)
    }
}

struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set a new password, and let a locked account in again.",
        discussion: """
            The password is read from a file, or from standard input. Every session of the person ends.

            Example: throughline user password dana --password-file dana.txt
            """)

    @Argument(help: "The user name.")
    var username: String

    @Option(help: ArgumentHelp("A file whose first line is the password.", valueName: "file"))
    var passwordFile: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let password = try Terminal.password(file: passwordFile)
        try await store.with { try await $0.office.setPassword(password, of: username, by: Operator.person) }
        try Output.standard.line("The password of \(username) is set.")
        try Output.standard.flush()
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the accounts.",
        discussion: "Example: throughline user list --json")

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    private struct Row: Sendable {
        let account: AccountRegister.Account
        /// Since when they sign in with codes, where they do.
        let codes: Instant?
        let positions: [(role: Role, organisation: String)]
    }

    func run() async throws {
        let rows = try await store.with { store in
            try await store.database.read { connection in
                var accounts: [AccountRegister.Account] = []
                while true {
                    let page = try AccountRegister.accounts(after: accounts.last?.username ?? "", in: connection)
                    accounts += page
                    if page.isEmpty { break }
                }
                return try accounts.map { account in
                    Row(
                        account: account,
                        codes: try CodeRegister.codes(of: account.person, in: connection)?.since,
                        positions: try AccountRegister.positions(of: account.person, in: connection).map {
                            ($0.role, try OrganisationRegister.find($0.organisation, in: connection)?.name ?? "")
                        })
                }
            }
        }
        if json {
            try Output.standard.line(JSON.array(rows.map(Self.json)).pretty)
        } else {
            let table = rows.map { row in
                [
                    row.account.username, row.account.active ? "open" : "shut", row.account.name,
                    row.codes?.day.description ?? "none",
                    row.positions.map { "\($0.role.title.lowercased()) at \($0.organisation)" }.joined(separator: "; "),
                ]
            }
            try Output.standard.lines(Table.lines([["User", "State", "Name", "Codes", "Roles"]] + table))
        }
        try Output.standard.flush()
    }

    private static func json(_ row: Row) -> JSON {
        [
            "user": .string(row.account.username), "name": .string(row.account.name),
            "open": .bool(row.account.active), "codes_since": row.codes.map { JSON.text($0) } ?? .null,
            "positions": .array(
                row.positions.map { ["role": .string($0.role.rawValue), "organisation": .string($0.organisation)] }),
        ]
    }
}

struct UserShut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shut",
        abstract: "Shut an account, and end its sessions.",
        discussion: """
            What the person did stays in the record under their name.

            Example: throughline user shut dana
            """)

    @Argument(help: "The user name.")
    var username: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let left = try await store.with { try await $0.office.shutAccount(username, by: Operator.person) }
        try Output.standard.line("The account \(username) is shut.")
        for (organisation, led) in left {
            try Output.standard.line(
                "At \(organisation) they were named to lead \(led). The team manager names somebody else.")
        }
        try Output.standard.flush()
    }
}
