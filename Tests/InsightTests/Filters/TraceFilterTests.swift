import Kernel
import Testing

@testable import Insight

@Suite("Which cases a map is of")
struct TraceFilterTests {
    private func map(_ filter: TraceFilter?, seed: UInt64, as form: WrittenLog = .xes) throws -> JourneyMap {
        try JourneyMap(form.log(of: MadeUpJourneys(seed: seed).journeys), filter: filter)
    }

    private static let name = "Step 1 <&\"'> é"
    static let filters: [TraceFilter] = [
        .activity(name), .begins(name), .ends(name), .path(name, "Step 2 <&\"'> é"), .agency("Agency 1"),
        .person("person 2"), .says("cohort", "2012-02"), .says("nothing", "x"), .activity("never"),
        .begun(0..<1_326_000_000_000), .active(1_326_000_000_000..<1_327_000_000_000),
        .all([.activity(name), .not(.agency("Agency 2"))]), .any([.begins(name), .says("outcome", "work")]),
    ]

    @Test(
        "A filter and its complement add up to everybody, in every number, whatever form the log is in",
        arguments: TraceFilterTests.filters.indices, WrittenLog.allCases)
    func complement(place: Int, form: WrittenLog) throws {
        let filter = Self.filters[place]
        for seed: UInt64 in 1...4 {
            let one = try map(filter, seed: seed, as: form)
            let other = try map(.not(filter), seed: seed, as: form)
            let whole = try map(nil, seed: seed, as: form)
            #expect(MapSums(one, other) == MapSums(whole))
            #expect(try map(filter, seed: seed) == one)
        }
    }

    @Test("All of none means everybody, any of none nobody")
    func none() throws {
        let whole = try map(nil, seed: 1)
        #expect(try map(.all([]), seed: 1) == whole)
        #expect(try map(.any([]), seed: 1).cases == 0)
    }

    @Test("Each kind of filter means the cases it says")
    func meant() throws {
        let map = LogText(cases: [[("b", 10), ("a", 0)], [("a", 0), ("c", 1), ("b", 3000)]])
        func ways(_ filter: TraceFilter) throws -> [String] {
            try JourneyMap(.xes(HeldBytes(Array(map.text.utf8))), filter: filter).variants.map {
                $0.activities.joined()
            }
        }
        #expect(try ways(.path("a", "b")) == ["ab"])
        #expect(try ways(.activity("c")) == ["acb"])
        #expect(try ways(.begins("b")) == [])
        #expect(try ways(.ends("b")).count == 2)
        #expect(try ways(.says("concept:name", "case 1")) == ["acb"])
        #expect(try ways(TraceFilter("active=2012-01-03")) == ["acb"])
        #expect(try ways(TraceFilter("begun=2012-01")).count == 2)
    }

    @Test("By who acted, for which agency, and where a case begins and ends, those are meant who did")
    func actors() throws {
        let rows = """
            case,activity,time,person,agency
            1,a,2012-01-01,x,North
            1,b,2012-01-02,y,South
            2,b,2012-01-01,x,East
            2,a,2012-01-02,,
            2,c,2012-01-03,,South
            """
        func ways(_ filter: String) throws -> [String] {
            let log = EventLog.csv(HeldBytes(Array(rows.utf8)), CSVMapping())
            return try JourneyMap(log, filter: TraceFilter(filter)).variants.map { $0.activities.joined() }
        }
        #expect(try ways("agency=North") == ["ab"])
        #expect(try ways("agency=South").count == 2)
        #expect(try ways("not agency=East") == ["ab"])
        #expect(try ways("person=y") == ["ab"])
        #expect(try ways("person=x").count == 2)
        #expect(try ways("begins=b") == ["bac"])
        #expect(try ways("ends=b") == ["ab"])
        #expect(try ways("ends=c") == ["bac"])
        #expect(try ways("begins=c") == [])
    }

    @Test("A filter is read as people write it")
    func written() throws {
        #expect(try TraceFilter("agency=North | South") == .any([.agency("North"), .agency("South")]))
        #expect(try TraceFilter("person = staff 7") == .person("staff 7"))
        #expect(try TraceFilter("begins=Referral made") == .begins("Referral made"))
        #expect(try TraceFilter("not ends=Job ended") == .not(.ends("Job ended")))
        #expect(try TraceFilter("activity = Job started") == .activity("Job started"))
        #expect(try TraceFilter("not path=A -> B") == .not(.path("A", "B")))
        #expect(
            try TraceFilter("cohort=2011-06|2011-07") == .any([.says("cohort", "2011-06"), .says("cohort", "2011-07")]))
        let day: Int64 = 86_400_000
        #expect(try TraceFilter("begun=1970-01-02..1970-01-03") == .begun(day..<3 * day))
        #expect(try TraceFilter("active=1970-01") == .active(0..<31 * day))
        for wrong in ["", "x", "=x", "activity=", "path=A", "begun=2011", "begun=2011-06-02..2011-06-01", "not", "a=|"]
        {
            #expect(throws: Refusal.self, "\(wrong)") { try TraceFilter(wrong) }
        }
    }
}
