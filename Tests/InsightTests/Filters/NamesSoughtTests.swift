import Testing

@testable import Insight

@Suite("Names that a log does not know")
struct NamesSoughtTests {
    private static let table = """
        case,activity,time,person,agency,cohort
        1,Referral made,2012-01-01,staff 1,North,2012-01
        1,Job started,2012-01-09,staff 2,South,
        2,Job ended,2012-01-02,staff 1,North,2012-02
        """

    /// What is said of the names of a filter, besides how many cases it means.
    private func read(_ text: String, in table: String = Self.table) throws -> (cases: Int, unknown: [String]) {
        let filter = try TraceFilter(text)
        var tables = LogTables()
        let filtered = FilteredLog(MapDiscovery(), filter, naming: &tables)
        var sink = NamesSought(filtered, filter.names, naming: &tables)
        let log = EventLog.csv(HeldBytes(Array(table.utf8)), CSVMapping())
        try log.telling(what: [filter]).read(into: &sink, naming: &tables)
        return (try JourneyMap(sink.next.next, naming: tables).cases, sink.unknown(naming: tables))
    }

    @Test(
        "Names that the log knows are answered with nothing said, whether or not anybody is meant",
        arguments: [
            ("activity=Job started", 1), ("path=Job started -> Referral made", 0), ("not begins=Job ended", 1),
            ("agency=North|South", 2), ("person=staff 2", 1), ("cohort=2012-02", 1), ("cohort=1999-01", 0),
            ("concept:name=2", 1), ("begun=1999-01", 0),
        ])
    func known(filter: String, cases: Int) throws {
        let found = try read(filter)
        #expect(found.cases == cases && found.unknown.isEmpty, "\(found)")
    }

    @Test(
        "One that it does not know is told with those nearest to it",
        arguments: [
            ("activity=job startd", "No event is called “job startd”. The nearest are “Job started”, “Job ended” and"),
            ("not ends=Job startd", "No event is called “Job startd”. The nearest are “Job started”"),
            ("path=Job started -> Jobs ended", "No event is called “Jobs ended”. The nearest are “Job ended”"),
            ("agency=Norht", "No agency is called “Norht”. The nearest are “North” and “South”."),
            ("person=staff1", "Nobody who acts is called “staff1”. The nearest are “staff 1” and “staff 2”."),
        ])
    func unknown(filter: String, says: String) throws {
        let found = try read(filter)
        #expect(found.unknown.count == 1 && found.unknown[0].hasPrefix(says), "\(found)")
    }

    @Test("Of what cases say of themselves the names that they do use are told; a log of nobody tells nothing")
    func said() throws {
        var tables = LogTables()
        var sink = NamesSought(MapDiscovery(), [.said("cohrt"), .said("cohort")], naming: &tables)
        let log = EventLog.journeys { try $0(MadeUpCohort.journey(1, cohort: "a", [("begin", 0)])) }
        try log.read(into: &sink, naming: &tables)
        #expect(
            sink.unknown(naming: tables)
                == ["No case says anything of “cohrt”. The nearest are “cohort” and “concept:name”."])
        #expect(try read("activity=none", in: "case,activity,time\n").unknown.isEmpty)
    }

    @Test("Nearness is how many letters must be changed")
    func distance() {
        for (one, other, expected) in [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0), ("ab", "ba", 2)] {
            #expect(NearNames.distance(Array(one), Array(other)) == expected)
        }
    }
}
