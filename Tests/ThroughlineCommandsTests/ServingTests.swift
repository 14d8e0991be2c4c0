import Foundation
import Kernel
import Testing

@Suite("Serving from the command line")
struct ServingTests {
    /// Starts a program, waits until it listens, runs a line of the shell with `$U` its address, then ends it by TERM and
    /// prints its status.
    private func whileServing(_ arguments: [String], _ line: String) throws -> BuiltProgram.Outcome {
        let folder = try BuiltProgram.folder()
        return try BuiltProgram.shell(
            """
            P0=$0; "$0" "$@" >\(folder)/out 2>&1 & P=$!
            for i in $(seq 600); do grep -qs '^Listening on' \(folder)/out && break; kill -0 $P || break; sleep 0.1; done
            U=$(sed -n 's/^Listening on //p' \(folder)/out); \(line); cat \(folder)/out
            kill -TERM $P; wait $P; echo "status $?"
            """, [BuiltProgram.path] + arguments)
    }

    @Test("A demonstration tells who may sign in and where, answers /healthz, and is there again the next time")
    func demo() throws {
        let data = "\(try BuiltProgram.folder())/data"
        let arguments = ["demo", "--customers", "3", "--port", "0", "--data", data]
        let first = try whileServing(arguments, "curl -s -o /dev/null -w 'health %{http_code}\\n' $U/healthz")
        #expect(first.output.contains("health 200") && first.output.contains("status 0"), "\(first)")
        let lines = first.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = try #require(lines.firstIndex { $0.hasPrefix("User  ") })
        let end = try #require(lines[header...].firstIndex(of: ""))
        let rows = lines[header..<end].map { $0.components(separatedBy: "  ").filter { !$0.isEmpty } }
        #expect(rows.count > 5 && rows.allSatisfy { $0.count == 3 })
        let again = try whileServing(arguments, "curl -s -o /dev/null -w 'health %{http_code}\\n' $U/healthz")
        #expect(again.output.contains("health 200") && again.output.contains("status 0"), "\(again)")
    }

    @Test("A port that is taken is told, and nothing is served")
    func taken() throws {
        let folder = try BuiltProgram.folder()
        let outcome = try whileServing(
            ["serve", "--database", "\(folder)/one.sqlite", "--port", "0"],
            "$P0 serve --database \(folder)/two.sqlite --port ${U##*:} || echo second $?")
        #expect(outcome.output.contains("second 1"), "\(outcome)")
        #expect(outcome.errors.hasPrefix("Another program is listening on port"), "\(outcome)")
    }

    @Test(
        "A new store is set up from nothing: accounts, an area with its key, and then its referrals say what is missing"
    )
    func fromNothing() throws {
        let folder = try BuiltProgram.folder()
        let database = ["--database", "\(folder)/throughline.sqlite"]
        func add(_ user: String, _ role: String, _ organisation: String, _ kind: String) throws {
            let outcome = try BuiltProgram.run(
                ["user", "add", user, "--name", user, "--role", role, "--organisation", organisation, "--kind", kind]
                    + database, input: "three quiet words\n")
            #expect(outcome.status == 0, "\(outcome)")
        }
        try add("dana", "adviser", "Union Street", "jobcentre")
        try add("grace", "commissioner", "The Department", "department")
        let open = ["area", "open", "Ashcombe", "--nation", "england"]
        #expect(try BuiltProgram.run(open + ["--as", "dana"] + database).errors.contains("not a commissioner"))
        #expect(try BuiltProgram.run(open + ["--as", "grace"] + database).status == 0)
        #expect(try BuiltProgram.run(open + ["--as", "grace"] + database).errors.contains("already"))
        let commit = try BuiltProgram.run(
            [
                "area", "commit", "ashcombe", "--period", "all", "--from", "2020-01-01", "--to", "2090-12-31", "--as",
                "grace",
            ]
                + database)
        #expect(commit.status == 0, "\(commit)")
        let list = try JSON(parsing: try BuiltProgram.run(["area", "list", "--json"] + database).output)
        #expect(list.array?.first?["name"]?.string == "Ashcombe")
        #expect(try BuiltProgram.run(["area", "publish", "--as", "grace"] + database).output == "Keys published: 0.\n")

        try "reference,given,family,born,benefit,claim_start,explained\nA1,Ann,Lee,1985-06-30,JSA,2011-01-10,yes\n"
            .write(
                toFile: "\(folder)/r.csv", atomically: true, encoding: .utf8)
        let take = ["import", "referrals", "\(folder)/r.csv", "--as", "dana", "--json"]
        let none = try BuiltProgram.run(take + ["--area", "Nowhere"] + database)
        #expect(none.status == 1 && none.isOneSentence && none.errors.contains("Ashcombe"))
        let refused = try BuiltProgram.run(take + ["--area", "Ashcombe"] + database)
        #expect(refused.status == 1 && refused.errors == "1 of 1 rows were not taken in.\n")
        #expect(try JSON(parsing: refused.output)["rejected"]?.array?.first?["line"]?.int == 2)
    }
}
