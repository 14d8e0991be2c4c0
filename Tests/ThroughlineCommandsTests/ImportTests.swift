import Kernel
import Office
import Testing

@Suite("A file of referrals on the command line")
struct ImportTests {
    private static let file = """
        reference,given,family,born,number,benefit,claim_start,explained,in_writing,agreed,phone
        R1,Rosa,Parr,1985-04-21,QQ 12 34 56 C,JSA,2011-01-10,yes,yes,health,01632 960001
        R2,Amir,"Holt, junior",1982-11-02,,JSA,2011-03-28,yes,no,,

        """

    /// A store with an area whose shares are set and whose draws have a key for today.
    private func opened() throws -> String {
        let path = "\(try BuiltProgram.folder())/throughline.sqlite"
        let today = OfficeClock().today
        for arguments in [
            ["simulate", "--customers", "2", "--weeks", "4", "--seed", "7"],
            [
                "area", "commit", "Simulated area", "--period", "now", "--from", today.adding(days: -1).description,
                "--to", today.adding(days: 1).description, "--as", "commissioner",
            ],
        ] {
            let outcome = try BuiltProgram.run(arguments + ["--database", path])
            try #require(outcome.status == 0, "\(outcome)")
        }
        return path
    }

    @Test("A good file is taken in whole, and the same file again adds nothing (design §4.2)")
    func twice() throws {
        let path = try opened()
        func importing() throws -> JSON {
            let outcome = try BuiltProgram.run(
                "import", "referrals", "-", "--as", "jobcentre1", "--area", "Simulated area", "--json", "--database",
                path, input: Self.file)
            #expect(outcome.status == 0, "\(outcome)")
            return try JSON(parsing: outcome.output)
        }
        func events() throws -> String { try BuiltProgram.run("export", "events", "--database", path).output }

        let before = try events()
        let first = try importing()
        #expect(first["rows"]?.int == 2 && first["added"]?.int == 2 && first["repeated"]?.int == 0, "\(first)")
        let taken = try events()
        #expect(taken != before)
        let second = try importing()
        #expect(second["rows"]?.int == 2 && second["added"]?.int == 0 && second["repeated"]?.int == 2, "\(second)")
        #expect(second["rejected"]?.array?.isEmpty == true)
        #expect(try events() == taken)
        #expect(try BuiltProgram.run("verify", "--database", path).status == 0)
    }
}
