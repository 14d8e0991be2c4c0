import Foundation
import Kernel
import TestSupport
import Testing

@testable import ThroughlineCommands

@Suite("Maps on the command line")
struct MapTests {
    private static let table = """
        case,activity,time,cohort
        1,Referral made,2012-01-01,a
        1,Job started,2012-01-09,
        2,Referral made,2012-01-02,b

        """

    private func map(_ words: String...) throws -> BuiltProgram.Outcome {
        let path = "\(try BuiltProgram.folder())/visits.csv"
        try Self.table.write(toFile: path, atomically: true, encoding: .utf8)
        return try BuiltProgram.run(["map", path] + words)
    }

    private func cases(_ outcome: BuiltProgram.Outcome) throws -> Int? {
        try JSON(parsing: outcome.output)["cases"]?.int
    }

    @Test("A filter of a table reads the column it names, though --says does not")
    func column() throws {
        let some = try map("--where", "cohort=a")
        #expect(try some.status == 0 && some.errors.isEmpty && cases(some) == 1, "\(some)")
        let missing = try map("--where", "cohrt=a")
        #expect(missing.status == 1 && missing.isOneSentence && missing.output.isEmpty, "\(missing)")
        #expect(missing.errors.contains("no column “cohrt”") && missing.errors.contains("“cohort”"), "\(missing)")
        let compared = try map("--compare", "cohort=a", "--with", "cohrt=b", "--reaching", "Job started")
        #expect(compared.status == 1 && compared.errors.contains("no column “cohrt”"), "\(compared)")
    }

    @Test("A filter with a mistyped name is refused with the nearest; one that means nobody says so")
    func nobody() throws {
        let mistyped = try map("--where", "activity=Job startd")
        #expect(mistyped.status == 1 && mistyped.isOneSentence && mistyped.output.isEmpty, "\(mistyped)")
        #expect(mistyped.errors.contains("No event is called “Job startd”. The nearest are “Job started”"))
        let turned = try map("--where", "not activity=Job startd")
        #expect(try turned.status == 0 && cases(turned) == 2 && turned.errors.contains("“Job started”"), "\(turned)")
        let empty = try map("--where", "cohort=c")
        #expect(try empty.status == 0 && cases(empty) == 0 && empty.isOneSentence, "\(empty)")
        #expect(empty.errors.contains("None of the cases is meant"))
        let cohort = try map("--compare", "cohort=a", "--with", "cohort=c", "--reaching", "Job started")
        #expect(cohort.status == 0 && cohort.errors.contains("Nobody is in “cohort c”"), "\(cohort)")
        let reaching = try map("--compare", "cohort=a", "--with", "cohort=b", "--reaching", "Job strated")
        #expect(reaching.errors.contains("No event is called “Job strated”"), "\(reaching)")
    }

    @Test(
        "An option that would do nothing is refused with the reason",
        arguments: [
            (["--detail", "50"], "--detail"), (["--detail", "50", "--as", "html"], "--detail"),
            (["--detail", "50", "--as", "dot"], "--detail"), (["--since", "Referral made"], "--compare"),
            (["--within", "30"], "--compare"), (["--nation", "wales"], "--design"),
            (["--design", "work-programme-2011", "--within", "30"], "--compare"),
        ])
    func ignored(words: [String], says: String) throws {
        let outcome = try BuiltProgram.run(["map", "none.csv"] + words)
        #expect(outcome.status == 64 && outcome.errors.contains(says), "\(outcome)")
    }

    @Test("A table is read up to a day, by the clocks of a place and in a form of its own")
    func times() throws {
        let until = try map("--until", "2012-01-01")
        #expect(try until.status == 0 && cases(until) == 1, "\(until)")
        let zone = try map("--zone", "Europe/London", "--where", "begun=2012-01")
        #expect(try zone.status == 0 && cases(zone) == 2, "\(zone)")
        let form = try map("--time-format", "dd/MM/yyyy")
        #expect(form.status == 1 && form.errors.contains("Write it as dd/MM/yyyy."), "\(form)")
        for (words, says) in [
            (["--zone", "Europe/Nowhere"], "no time zone “Europe/Nowhere”"),
            (["--time-format", "dd/mm"], "dd/MM/yyyy"),
            (["--until", "2012-13-01"], "no such day"),
        ] {
            let outcome = try BuiltProgram.run(["map", "none.csv"] + words)
            #expect(outcome.status == 64 && outcome.errors.contains(says), "\(outcome)")
        }
        let path = "\(try BuiltProgram.folder())/log.xes"
        try "<log/>".write(toFile: path, atomically: true, encoding: .utf8)
        let log = try BuiltProgram.run(["map", path, "--zone", "Europe/London"])
        #expect(
            log.status == 1 && log.errors.contains("--zone and --time-format are of the times of a table"), "\(log)")
        let store = try BuiltProgram.run(["map", "--until", "2012-01-01"])
        #expect(store.status == 64 && store.errors.contains("of a log that is named"), "\(store)")
    }

    @Test("A log of OCEL in XML is refused with its line, by the map and by a copy")
    func ocel() throws {
        let path = "\(try BuiltProgram.folder())/log.xml"
        try "<?xml version=\"1.0\"?>\n<log>\n<object-types/>\n</log>\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        for command in [["map", path], ["export", "xes", "--from", path]] {
            let outcome = try BuiltProgram.run(command)
            #expect(outcome.status == 1 && outcome.errors.contains("line 3: <object-types>"), "\(outcome)")
            #expect(outcome.errors.contains("OCEL 2.0 in JSON"), "\(outcome)")
        }
    }

    @Test("The bytes read of a file are shown on a terminal, of all that it has")
    func progress() throws {
        let path = "\(try BuiltProgram.folder())/log.xes"
        try "<log/>".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try FileBytes(path).size == 6)
        #expect(try FileBytes("/dev/null").size == nil)
    }
}
