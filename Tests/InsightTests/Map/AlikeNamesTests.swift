import Foundation
import Kernel
import Testing

@testable import Insight

/// “é” written as one character and as two: one to Unicode, as `String` compares, and two to whoever reads the bytes.
@Suite("Names that are alike to Unicode, and two in a log")
struct AlikeNamesTests {
    private static let (one, other) = ("caf\u{E9}", "cafe\u{301}")

    private func bytes(_ name: String) -> [UInt8] { Array(name.utf8) }

    private func map() throws -> JourneyMap {
        try LogText(cases: [[(Self.one, 0), (Self.other, 5), (Self.one, 9)], [(Self.other, 0)]]).map(inPieces: 7)
    }

    @Test("Each is an activity of its own, in its steps, loops, dead ends and ways")
    func apart() throws {
        let map = try map()
        #expect(map.activities.map { bytes($0.name) } == [bytes(Self.other), bytes(Self.one)])
        #expect(map.activities.map(\.count) == [2, 2] && map.activities.map(\.cases) == [2, 1])
        #expect(map.edges.map { bytes($0.from) } == [bytes(Self.other), bytes(Self.one)])
        #expect(map.loops.map(\.again) == [1] && map.loops.map { bytes($0.activity) } == [bytes(Self.one)])
        #expect(map.deadEnds.isEmpty)
        #expect(try ExactName(Self.one) != ExactName(Self.other) && map == self.map())
    }

    @Test("Every form of the map has both")
    func forms() throws {
        let map = try map()
        let shown = ShownMap(map)
        #expect(shown.activities.count == 2 && shown.edges.map { [$0.from, $0.to] } == [[0, 1], [1, 0]])
        #expect(shown.starts.count == 2 && shown.ends.count == 2 && shown.hiddenCases == 0)
        let svg = try #require(MapDrawing(shown)).svg
        #expect(svg.components(separatedBy: "class=\"activity\"").count == 3)
        #expect(map.dot().contains("a0 -> a1") && map.dot().contains("a1 -> a0"))
        #expect(map.json["start"]?.members?.count == 2)
        #expect(MapPage(map, title: "Both").html.contains("Both"))
        let designed = DesignedPathway(title: "A", steps: [.init(title: "Begin", activity: Self.one)])
        let lived = try LivedPathway(.xes(HeldBytes(Array(LogText(cases: [[(Self.one, 0)]]).text.utf8))), designed)
        #expect(PathwayMarks(lived, on: shown.activities).lines.map(\.isEmpty) == [true, false])
    }

    @Test("Two cohorts differ in the one and not in the other")
    func cohorts() throws {
        let journeys = (0..<20).map { number in
            MadeUpCohort.journey(
                number, cohort: number < 10 ? "one" : "two",
                [(Self.one, 0)] + (number < 10 ? [(Self.other, 1)] : []))
        }
        let last = MadeUpCohort.journey(100, cohort: "none", [("end", 100)])
        let comparison = try CohortComparison(
            .journeys { take in for journey in journeys + [last] { try take(journey) } },
            ("One", .says("cohort", "one")), ("Two", .says("cohort", "two")),
            CohortQuestion(reaching: "end", within: 30))
        func counts(_ name: String) throws -> [Int] {
            let found = try #require(
                comparison.differences.first { bytes($0.from) == bytes(name) && $0.to == nil })
            return [found.first.count, found.second.count]
        }
        #expect(try counts(Self.one) == [10, 10] && counts(Self.other) == [10, 0])
    }

    @Test("A filter means the one that it names, and says so where the log has only the other")
    func filters() throws {
        let text = LogText(cases: [[(Self.other, 0)]]).text
        var tables = LogTables()
        let filter = TraceFilter.activity(Self.one)
        let filtered = FilteredLog(MapDiscovery(), filter, naming: &tables)
        var sink = NamesSought(filtered, filter.names, naming: &tables)
        try EventLog.xes(HeldBytes(Array(text.utf8))).read(into: &sink, naming: &tables)
        #expect(try JourneyMap(sink.next.next, naming: tables).cases == 0)
        #expect(sink.unknown(naming: tables).count == 1)
    }

    @Test("Events and objects of OCEL whose ids are alike are two, and what is written of both is read again")
    func ocel() throws {
        func object(_ id: String) -> String { #"{"id":"\#(id)","type":"customer"}"# }
        func event(_ id: String) -> String {
            #"{"id":"\#(id)","type":"\#(id)","time":"2012-01-01","relationships":[{"objectId":"\#(id)"}]}"#
        }
        let (one, other) = (Self.one, Self.other)
        let text = """
            {"eventTypes":[{"name":"\(one)"},{"name":"\(other)"}],"objectTypes":[],
            "objects":[\(object(one)),\(object(other))],"events":[\(event(one)),\(event(other))]}
            """
        let map = try JourneyMap(.ocel(HeldBytes(bytes(text)), OCELMapping()))
        #expect(map.cases == 2 && map.activities.map(\.count) == [1, 1])
        var copy = ""
        try OCELCopy.write(HeldBytes(bytes(text))) { copy += $0 + "\n" }
        #expect(try JourneyMap(.ocel(HeldBytes(bytes(copy)), OCELMapping())) == map)
    }

    @Test("What is written of two organisations that are alike is read again as two")
    func written() throws {
        let journey = MadeUpCohort.journey(1, cohort: "a", [("begin", 0), ("middle", 1), ("end", 2)])
        let steps = zip(journey.steps, [Self.one, Self.other, Self.one]).map { step, agency in
            ExportedJourney.Step(
                activity: step.activity, kind: step.kind, time: step.time, person: nil, agency: agency,
                role: step.role)
        }
        let journeys = [ExportedJourney(id: "1", attributes: [], steps: steps)]
        for form in WrittenLog.allCases {
            let map = try JourneyMap(form.log(of: journeys))
            #expect(map.betweenAgencies.map { bytes($0.from) } == [bytes(Self.other), bytes(Self.one)], "\(form)")
        }
    }
}
