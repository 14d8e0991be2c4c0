import Foundation
import Kernel
import Testing

@Suite("Accounts on the command line")
struct AccountTests {
    @Test("An account is opened, listed, given a new password and shut; no password is an argument")
    func accounts() throws {
        let folder = try BuiltProgram.folder()
        let database = ["--database", "\(folder)/throughline.sqlite"]
        let add = [
            "user", "add", "dana", "--name", "Dana Whitlock", "--role", "adviser", "--role", "team-manager",
            "--organisation", "Union Street",
        ]
        let noKind = try BuiltProgram.run(add + database, input: "three quiet words\n")
        #expect(noKind.status == 1 && noKind.isOneSentence && noKind.errors.contains("--kind"))
        let made = try BuiltProgram.run(add + ["--kind", "jobcentre"] + database, input: "three quiet words\n")
        #expect(made.status == 0, "\(made)")
        let key = try FileManager.default.attributesOfItem(atPath: "\(folder)/keys/master.key")
        #expect(key[.posixPermissions] as? Int == 0o600)
        let again = try BuiltProgram.run(add + database, input: "three quiet words\n")
        #expect(again.status == 1 && again.isOneSentence && again.errors.contains("dana"))

        let list = try JSON(parsing: try BuiltProgram.run(["user", "list", "--json"] + database).output)
        #expect(list.array?.count == 1)
        #expect(
            list.array?.first?["positions"]?.array?.compactMap { $0["role"]?.string } == ["adviser", "team-manager"])
        #expect(list.array?.first?["codes_since"] == JSON.null)
        for user in ["dana", "nobody"] {
            let none = try BuiltProgram.run(["user", "codes-off", user] + database)
            #expect(none.status == 1 && none.isOneSentence && none.errors.contains(user), "\(none)")
        }

        try "another three words\n".write(toFile: "\(folder)/word", atomically: true, encoding: .utf8)
        let set = try BuiltProgram.run(["user", "password", "dana", "--password-file", "\(folder)/word"] + database)
        #expect(set.status == 0)
        #expect(try BuiltProgram.run(["user", "shut", "dana"] + database).status == 0)
        #expect(try BuiltProgram.run(["user", "list"] + database).output.contains("dana  shut   Dana Whitlock"))
        let nobody = try BuiltProgram.run(["user", "shut", "nobody"] + database)
        #expect(nobody.status == 1 && nobody.isOneSentence)
    }
}
