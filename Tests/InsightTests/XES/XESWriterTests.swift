import Foundation
import Testing

@testable import Insight

@Suite("Writing an event log in XES")
struct XESWriterTests {
    private func copied(_ bytes: [UInt8], inPieces size: Int = .max) throws -> [UInt8] {
        var out: [UInt8] = []
        var writer = XESWriter { out += $0 }
        try XESElements.read(HeldBytes(bytes, atMost: size)) {
            writer.begin($0)
        } each: {
            try writer.add($0)
        }
        try writer.end()
        return out
    }

    @Test("Written, read and written again it is the same bytes", arguments: 1...6)
    func again(seed: UInt64) throws {
        let bytes = MadeUpJourneys(seed: seed).xes
        for size in [1, 100, .max] { #expect(try copied(bytes, inPieces: size) == bytes) }
    }

    @Test("A log of somebody else's keeps every attribute, nested ones and lists too, and every character")
    func foreign() throws {
        let log = """
            <?xml version='1.0'?><!-- made elsewhere --><log xes.version='2.0' openxes.version="1.0RC7" xmlns='http://www.xes-standard.org/'>
            <trace><string key="concept:name" value="1 &lt;&amp;&#10;&quot;'"/><list key="l"><values><int key="n" value="3"/></values></list>
            <event><float key="x" value="1E3"><id key="i" value="9"/></float></event></trace><event><date key="d" value="2012"/></event></log>
            """
        let once = try copied(Array(log.utf8))
        #expect(try copied(once) == once)
        let text = String(decoding: once, as: UTF8.self)
        for part in [
            "xes.version=\"2.0\" openxes.version=\"1.0RC7\" xmlns=\"http://www.xes-standard.org/\"",
            "value=\"1 &lt;&amp;&#10;&quot;'\"", "<values>\n        <int key=\"n\" value=\"3\"/>",
            "<float key=\"x\" value=\"1E3\">\n        <id key=\"i\" value=\"9\"/>", "<date key=\"d\" value=\"2012\"/>",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(try copied(Array("<log/>".utf8)) == Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log/>\n".utf8))
    }

    @Test("A log of OCEL in XML is refused, though its outermost element is that of XES")
    func ocel() throws {
        let log = "<log>\n<event-types><event-type name='a'/></event-types>\n</log>"
        let found = try #require(fault { _ = try copied(Array(log.utf8)) })
        #expect(found.line == 2 && found.sentence.contains("OCEL 2.0 in JSON"))
    }

    @Test(
        "The published example logs are copied whole",
        .enabled(if: ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"] != nil, "THIRD_PARTY_DATA is not set"),
        arguments: ["running-example", "roadtraffic100traces"])
    func published(log: String) throws {
        let folder = try #require(ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"])
        let bytes = Array(try Data(contentsOf: URL(filePath: folder).appending(path: "logs/\(log).xes")))
        let once = try copied(bytes)
        #expect(try copied(once) == once)
        func count(_ bytes: [UInt8]) -> Int {
            String(decoding: bytes, as: UTF8.self).components(separatedBy: " key=").count
        }
        #expect(count(once) == count(bytes))
        #expect(try JourneyMap(.xes(HeldBytes(once))) == JourneyMap(.xes(HeldBytes(bytes))))
    }
}
