import ArgumentParser
import Kernel
import Office
import Records

struct UserCodesOff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes-off",
        abstract: "Turn the sign-in codes of an account off, and end its sessions.",
        discussion: """
            For somebody who lost their authenticator and their recovery codes. They sign in with their password alone, \
            and set codes up anew where they must have them; that it was done is kept with the account. Be sure who asks.

            Example: throughline user codes-off dana
            """)

    @Argument(help: "The user name.")
    var username: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { try await $0.office.turnCodesOff(username, by: Operator.person) }
        try Output.standard.line("The sign-in codes of \(username) are off.")
        try Output.standard.flush()
    }
}
