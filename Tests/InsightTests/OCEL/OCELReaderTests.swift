import Kernel
import Testing

@testable import Insight

@Suite("Reading and writing event logs in OCEL 2.0")
struct OCELReaderTests {
    static let types = #""eventTypes": [{"name":"a","attributes":[]},{"name":"b","attributes":[]}], "objectTypes": []"#

    private func map(_ text: String, _ mapping: OCELMapping = OCELMapping()) throws -> JourneyMap {
        try JourneyMap(.ocel(HeldBytes(Array(text.utf8), atMost: 7), mapping))
    }

    private static let shared = """
        {"objects": [{"id":"1","type":"customer"},{"id":"2","type":"customer","attributes":[{"name":"n","value":3}]},
          {"id":"w","type":"person"},{"id":"h","type":"household"}],
         "events": [
          {"id":"e2","type":"b","time":"2012-01-02T00:00:00Z","relationships":[{"objectId":"1","qualifier":"x"}]},
          {"id":"e1","type":"a","time":"2012-01-01T00:00:00Z","attributes":[{"name":"k","value":{"deep":[1,"\\u00e9"]}}],
           "relationships":[{"objectId":"1","qualifier":"x"},{"objectId":"2","qualifier":"x"},
           {"objectId":"1","qualifier":"y"},{"objectId":"w","qualifier":"by"},{"objectId":"h","qualifier":"x"}]}],
         \(types)}
        """

    @Test("An event that several share stands in the journey of each, in the order of time")
    func flattened() throws {
        let map = try map(Self.shared)
        #expect(map.variants.map(\.activities) == [["a"], ["a", "b"]])
        let households = try self.map(Self.shared, OCELMapping(caseType: "household"))
        #expect(households.variants.map(\.activities) == [["a"]])
    }

    @Test(
        "What is not OCEL is refused with its line and a reason",
        arguments: [
            ("", 1, "ends too early"), ("[]", 1, "an object"), ("{\n\"events\": [", 2, "ends too early"),
            ("{\n\"events\": 3}", 2, "an array"), ("{}", 1, "no “eventTypes”"), ("{} x", 1, "Something follows"),
            ("{\"a\":\n tru}", 2, "A value was expected"), ("{\"a\":\"x\n\"}", 1, "A line ends inside a text"),
            ("{\"a\":\"x", 1, "inside a text"), ("{\"a\":\"\\x\"}", 1, "escape"), ("{\"a\" 1}", 1, "colon"),
            ("{\"events\":[{}]}", 1, "no “id”"), ("{\"events\":[\n{\"id\":\"1\"}]}", 2, "no “type”"),
            ("{\"events\":[\n{\"id\":\"1\",\"type\":\"a\"}]}", 2, "no “time”"),
            ("{\"events\":[\n{\"time\":\"soon\"}]}", 2, "is not a time"),
            ("{\"events\":[],\n\"events\":[]}", 2, "stands twice"),
            ("{\"objects\":[{\"id\":\"1\"}]}", 1, "no “type”"),
            (
                "{\(OCELReaderTests.types), \"objects\":[],\n\"events\":[{\"id\":\"1\",\"type\":\"c\",\"time\":\"2012-01-01\"}]}",
                2,
                "not among the event types"
            ),
            (
                "{\(OCELReaderTests.types), \"objects\":[],\n\"events\":[{\"id\":\"1\",\"type\":\"a\",\"time\":\"2012-01-01\",\"relationships\":[{\"objectId\":\"9\"}]}]}",
                2, "is not there"
            ),
            (
                "{\(OCELReaderTests.types), \"events\":[], \"objects\":[{\"id\":\"1\",\"type\":\"a\"},{\"id\":\"1\",\"type\":\"a\"}]}",
                1,
                "Two objects have the id"
            ),
            (
                "{\(OCELReaderTests.types), \"events\":[], \"objects\":[\n{\"id\":\"1\",\"type\":\"a\"},\n{\"id\":\"1\",\"type\":\"a\"}]}",
                3, "Two objects have the id"
            ),
            (
                "{\"events\":[\n{\"id\":\"1\",\"type\":\"a\",\"time\":\"2012-01-01\"},\n\n{\"id\":\"1\",\"type\":\"b\",\"time\":\"2012-01-01\"}]}",
                4, "Two events have the id"
            ),
            (
                "{\"events\":[\n{\"id\":\"1\",\"type\":\"a\",\"time\":\"2012-01-01\"},\n{\"id\":\"2\"}]}", 3,
                "no “type”"
            ),
        ])
    func refused(text: String, line: Int, says: String) throws {
        let found = try #require(fault { _ = try map(text) }, "\(text) was read")
        #expect(found.sentence.contains(says) && found.line == line, "\(found)")
    }

    @Test("Values a thousand deep are refused, and bytes that are not UTF-8")
    func bombs() {
        let deep = "{\"a\":" + String(repeating: "[", count: 1000)
        #expect(fault { _ = try map(deep) }?.sentence.contains("deep") == true)
        let bytes = Array("{\n\"a\":\"".utf8) + [0xFF]
        #expect(fault { _ = try JourneyMap(.ocel(HeldBytes(bytes), OCELMapping())) }?.line == 2)
    }

    @Test("What is written as OCEL is read as the same journeys as what is written as XES", arguments: 1...6)
    func written(seed: UInt64) throws {
        let journeys = MadeUpJourneys(seed: seed).journeys
        var text = ""
        var writer = try OCELWriter { text += $0 + "\n" }
        for journey in journeys { try writer.add(journey) }
        try writer.end()
        let ocel = try map(text, OCELMapping(caseType: "customer"))
        let xes = try JourneyMap(.xes(HeldBytes(MadeUpJourneys(seed: seed).xes)))
        #expect(ocel == xes)
        #expect(!ocel.betweenAgencies.isEmpty)
    }
}
