import Testing

@testable import Insight

@Suite("Writing a log in OCEL 2.0 again")
struct OCELCopyTests {
    private func copied(_ text: String) throws -> String {
        var out = ""
        try OCELCopy.write(HeldBytes(Array(text.utf8), atMost: 7)) { out += $0 + "\n" }
        return out
    }

    @Test("Written, read and written again it is the same bytes", arguments: 1...6)
    func again(seed: UInt64) throws {
        var text = ""
        var writer = try OCELWriter { text += $0 + "\n" }
        for journey in MadeUpJourneys(seed: seed).journeys { try writer.add(journey) }
        try writer.end()
        #expect(try copied(text) == text)
    }

    @Test("A log of somebody else's keeps every member and every value as it is written, an element a line")
    func foreign() throws {
        let log = """
            { "note": "a \\" b\\\\" , "objects": [ {"id":"1","type":"t","x":[1E3, -0.10, 12345678901234567890123]} ,
              { "id" : "2 é\\u00e9", "type":"t" } ],
              "made": { "by": [ null, true ] }, "objectTypes": [], "eventTypes": [], "events": [ ] }
            """
        let once = try copied(log)
        #expect(
            once == #"""
                {"note":"a \" b\\"
                ,"objects":[
                {"id":"1","type":"t","x":[1E3,-0.10,12345678901234567890123]}
                ,{"id":"2 é\u00e9","type":"t"}
                ],"made":{"by":[null,true]}
                ,"objectTypes":[
                ],"eventTypes":[
                ],"events":[
                ]}

                """#)
        #expect(try copied(once) == once)
    }

    @Test(
        "What is not OCEL is refused with its line and a reason",
        arguments: [
            ("{}", 1, "no “eventTypes”"), ("{\n\"events\": [", 2, "ends too early"), ("[]", 1, "an object"),
            ("{\"a\":1,\n\"a\":2}", 2, "stands twice"),
            ("{\"events\": [\n{\"type\":\"a\",\"time\":\"2012-01-01\"}]}", 2, "no “id”"),
            ("{\"events\": [\n{\"id\":\"1\",\"time\":\"2012-01-01\"}]}", 2, "no “type”"),
            ("{\"events\": [\n{\"id\":\"1\",\"type\":\"a\"}]}", 2, "no “time”"),
            ("{\"events\": [{\"id\":\"1\",\"type\":\"a\",\n\"time\":\"soon\"}]}", 2, "is not a time"),
            (
                "{\"events\": [\n{\"id\":\"1\",\"type\":\"a\",\"time\":\"2012-01-01\"},\n{\"id\":\"1\",\"type\":\"a\",\"time\":\"2012-01-01\"}]}",
                3, "Two events have the id"
            ),
            ("{\"objects\": [\n{\"id\":\"1\"}]}", 2, "no “type”"),
            (
                "{\"objects\": [\n{\"id\":\"1\",\"type\":\"a\"},\n{\"id\":\"1\",\"type\":\"a\"}]}", 3,
                "Two objects have the id"
            ),
        ])
    func refused(text: String, line: Int, says: String) throws {
        let found = try #require(fault { _ = try copied(text) })
        #expect(found.sentence.contains(says) && found.line == line, "\(found)")
    }
}
