import Testing

@testable import Insight

@Suite("Reading an event log in XES")
struct XESReaderTests {
    private static let event = """
        <event><string key="concept:name" value="a"/><date key="time:timestamp" value="2012-01-01T00:00:00Z"/></event>
        """

    @Test(
        "What is not an event log is refused with its line and a reason",
        arguments: [
            ("", 1, "no element"),
            ("   \n  ", 2, "no element"),
            ("hello", 1, "text outside"),
            ("<html></html>", 1, "outermost element is not <log>"),
            ("<log>\n<trace>\n", 3, "ends inside <trace>"),
            ("<log>\n<trace", 2, "ends inside a tag"),
            ("<log>\n<trace></log>", 2, "closes <trace>"),
            ("<log/><log/>", 1, "second outermost"),
            ("<log></log></log>", 1, "nothing to close"),
            ("<log>\n\n<a b='1' b='2'/></log>", 3, "same attribute twice"),
            ("<log><a b=1/></log>", 1, "quotation marks"),
            ("<log><a b/></log>", 1, "no “=”"),
            ("<log><a b='<'/></log>", 1, "&lt;"),
            ("<log><a b='1'c='2'/></log>", 1, "nothing between"),
            ("<log>< a/></log>", 1, "no name"),
            ("<log>\n<!-- not over", 2, "ends inside a comment"),
            ("<!DOCTYPE log [<!ENTITY a 'aa'>]>\n<log/>", 1, "document type"),
            ("<?xml version='1.0' encoding='UTF-16'?><log/>", 1, "Save it as UTF-8"),
            ("<?xml version='1.0' encoding='ISO-8859-1'?><log/>", 1, "Save it as UTF-8"),
            ("<log><trace><event/></trace></log>", 1, "neither a name nor a time"),
            ("<log>\n<event><string key='concept:name' value='a'/></event></log>", 2, "outside of every <trace>"),
            ("<log>\n<trace></trace>\n<event/></log>", 3, "outside of every <trace>"),
            (
                "<log><trace><event>\n<date key='time:timestamp' value='2012-01-01'/></event></trace></log>", 2,
                "concept:name"
            ),
            ("<log><trace><event>\n<string key='concept:name' value='a'/></event></trace></log>", 2, "time:timestamp"),
            (
                "<log><trace><event><date key='time:timestamp' value='31/12/2012'/></event></trace></log>", 1,
                "is not a time"
            ),
            ("<log><trace><event><string key='concept:name' value='&nbsp;'/></event></trace></log>", 1, "&nbsp;"),
            ("<log><trace><event><string key='concept:name' value='a & b'/></event></trace></log>", 1, "&amp;"),
            ("<log>\n<trace><event>\n<string key='other' value='&bomb;'/></event></trace></log>", 3, "&bomb;"),
            ("<log>\n<global scope='\n&bomb;'/></log>", 3, "&bomb;"),
            ("<log>\n\n<trace>&bomb;</trace></log>", 3, "&bomb;"),
            ("<log>\n &#65; &#0; <trace/></log>", 2, "&#0;"),
            ("<log><trace/>\n a & b\n</log>", 2, "&amp;"),
            ("<log>\n<!-- a -- b --></log>", 2, "“--” stands inside a comment"),
            ("<log>\n<!-- a ---></log>", 2, "“--” stands inside a comment"),
            ("<?xml version='1.0'?>\n<x:log/>", 2, "the prefix “x” is not bound to XES"),
            ("\n<x:log xmlns:x='http://example.org/'/>", 2, "the prefix “x” is not bound to XES"),
            ("<x:html xmlns:x='http://www.xes-standard.org/'/>", 1, "outermost element is not <log>"),
            (
                "<x:log xmlns:x='http://www.xes-standard.org/'>\n<x:event/></x:log>", 2,
                "outside of every <trace>"
            ),
            ("<log>\n<x:trace></x:trace></log>", 2, "<x:trace> does not begin as the outermost element does"),
            ("<log xmlns:x='http://www.xes-standard.org/'>\n<x:trace/></log>", 2, "<x:trace> does not begin"),
            ("<log>\n<x:trace xmlns:x='http://www.xes-standard.org/'/></log>", 2, "<x:trace> does not begin"),
            ("<log><trace/>\n<a:b:trace/></log>", 2, "<a:b:trace> does not begin"),
            ("<x:log xmlns:x='http://www.xes-standard.org/'>\n\n<trace/></x:log>", 3, "<trace> does not begin"),
            ("<x:log xmlns:x='http://www.xes-standard.org/'>\n<trace xmlns=''/></x:log>", 2, "<trace> does not begin"),
            ("<log>\n<objects></objects></log>", 2, "OCEL 2.0 in JSON"),
            ("<log>\n<object-types/></log>", 2, "OCEL 2.0 in JSON"),
        ])
    func refused(text: String, line: Int, says: String) throws {
        for size in [1, 7, Int.max] {
            let found = try #require(fault(text, inPieces: size), "\(text) was read")
            #expect(found.sentence.contains(says), "\(found)")
            #expect(found.line == line, "\(found)")
        }
    }

    @Test("Bytes that are not UTF-8, and control characters, are refused where they stand")
    func encoding() {
        for wrong: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0x00], [0x1B], [0xE2, 0x82]] {
            let bytes = Array("<log>\n<!-- ".utf8) + wrong + Array(" --></log>".utf8)
            for size in [1, Int.max] { #expect(fault(bytes, inPieces: size)?.line == 2, "\(wrong)") }
        }
        #expect(fault("<log><!-- Ŵythnos, £, 🌱 --></log>", inPieces: 1) == nil)
    }

    @Test("Elements a thousand deep are refused, and an attribute over 16 MB")
    func bombs() {
        #expect(fault("<log>" + String(repeating: "<a>", count: 1000))?.sentence.contains("deep") == true)
        let long = "<log><a b='" + String(repeating: "x", count: 17 << 20) + "'/></log>"
        #expect(fault(long)?.sentence.contains("16 MB") == true)
    }

    @Test("Comments, sections, instructions, nested attributes and an empty trace are passed over")
    func passedOver() throws {
        let text = """
            \u{FEFF}<?xml version='1.0'?><!-- <trace> -->
            <log><string key="creator" value="x"><string key="concept:name" value="no"/></string>
            <global scope="event"><string key="concept:name" value="no"/></global>
            <![CDATA[ <trace> ]]><trace/><trace><event><list key="l"><values><string key="concept:name" value="no"/></values></list>
            <string key="concept:name" value="caf&#233; &amp; Co"/><date key="time:timestamp" value="2012-01-01T00:00:00Z"/></event></trace></log>
            """
        for size in [1, 5, Int.max] {
            let map = try JourneyMap(.xes(HeldBytes(Array(text.utf8), atMost: size)))
            #expect(map.cases == 2 && map.events == 1)
            #expect(map.activities == [.init(name: "café & Co", count: 1)])
        }
    }

    @Test("Where the log has a prefix that is bound to XES, what has it too is of the log, and nothing else is")
    func prefixed() throws {
        let event = Self.event.replacing("<", with: "<x:").replacing("<x:/", with: "</x:")
        let text = """
            <x:log xmlns:x="http://www.xes-standard.org/" xmlns="http://example.org/"><trace><event/></trace>
            <x:trace>\(event)</x:trace><xx:trace xmlns:xx="http://example.org/"/></x:log>
            """
        let plain = try JourneyMap(.xes(HeldBytes(Array("<log><trace>\(Self.event)</trace></log>".utf8))))
        for size in [1, 11, Int.max] {
            #expect(try JourneyMap(.xes(HeldBytes(Array(text.utf8), atMost: size))) == plain)
        }
        var copy: [UInt8] = []
        var writer = XESWriter { copy += $0 }
        try XESElements.read(HeldBytes(Array(text.utf8))) {
            writer.begin($0)
        } each: {
            try writer.add($0)
        }
        try writer.end()
        #expect(try JourneyMap(.xes(HeldBytes(copy))) == plain)
        #expect(String(decoding: copy, as: UTF8.self).hasSuffix("</x:log>\n"))
    }

    @Test("A log with a trace that would be passed over is not written again without it")
    func copied() throws {
        let found = #expect(throws: LogFault.self) {
            try XESElements.read(HeldBytes(Array("<log>\n<x:trace/></log>".utf8)), begin: { _ in }, each: { _ in })
        }
        #expect(found?.line == 2 && found?.sentence.contains("<x:trace> does not begin") == true)
    }

    @Test("An “&” in a comment, a section or an instruction is no reference, and in text those that XML has may stand")
    func references() throws {
        let text = "<log><!-- a & b --><?x &y; ?><![CDATA[ &bomb; ]]> &lt;&#x41;&#66; &amp;\n<trace/></log>"
        for size in [1, 3, Int.max] { #expect(fault(text, inPieces: size) == nil) }
    }

    @Test(
        "A line's end or a tab in a value is a space, as XML 1.0 §3.3.3 says, by number it is itself; so is it written again"
    )
    func whiteSpace() throws {
        let names = ["a\nb", "a\r\nb", "a\tb", "a&#10;b"]
        let events = names.enumerated().map { place, name in
            "<event><string key='concept:name' value='\(name)'/><string key='org:group' value='\(name)'/>"
                + "<date key='time:timestamp' value='2012-01-0\(place + 1)'/></event>"
        }
        let text = "<log><trace>\(events.joined())</trace></log>"
        let map = try JourneyMap(.xes(HeldBytes(Array(text.utf8))))
        #expect(map.variants.map(\.activities) == [["a b", "a b", "a b", "a\nb"]])
        #expect(map.betweenAgencies.map(\.to) == ["a\nb"])
        var copy: [UInt8] = []
        var writer = XESWriter { copy += $0 }
        try XESElements.read(HeldBytes(Array(text.utf8))) {
            writer.begin($0)
        } each: {
            try writer.add($0)
        }
        try writer.end()
        #expect(try JourneyMap(.xes(HeldBytes(copy))) == map)
    }

    @Test("Every lifecycle transition is an event: that something begins, and that it is done")
    func lifecycle() throws {
        let events = [("a", "start", 1), ("a", "complete", 2), ("b", "start", 3), ("b", "complete", 4)].map {
            "<event><string key='concept:name' value='\($0)'/><string key='lifecycle:transition' value='\($1)'/>"
                + "<date key='time:timestamp' value='2012-01-0\($2)'/></event>"
        }
        let text = "<log><trace>\(events.joined())</trace></log>"
        let map = try JourneyMap(.xes(HeldBytes(Array(text.utf8))))
        #expect(map.events == 4 && map.variants.map(\.activities) == [["a", "a", "b", "b"]])
        #expect(map.edges.map { "\($0.from)\($0.to)" } == ["aa", "ab", "bb"])
    }

    @Test("Within a millisecond events stay in the order of the file, as finer parts of a time are cut off")
    func finer() throws {
        let events = ["c 00:00:00.0009", "b 00:00:00.0001", "a 00:00:00.0000"].map { event in
            let (name, time) = (event.prefix(1), event.dropFirst(2))
            return "<event><string key='concept:name' value='\(name)'/>"
                + "<date key='time:timestamp' value='2012-01-01T\(time)Z'/></event>"
        }
        let text = "<log><trace>\(events.joined())</trace></log>"
        let map = try JourneyMap(.xes(HeldBytes(Array(text.utf8))))
        #expect(map.variants.map(\.activities) == [["c", "b", "a"]])
    }

    private func read(_ time: String) -> Int64? { Array(time.utf8).withUnsafeBytes { LoggedTime.milliseconds($0) } }

    @Test(
        "A time is read as it is written, zone and all",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01T01:00:00.5+01:00", 500), ("1969-12-31T23:59:59.999-00:00", -1),
            ("2012-02-29", 1_330_473_600_000), ("2012-08-09 08:30", 1_344_501_000_000),
            ("2000-03-01T00:00:00.123456789Z", 951_868_800_123),
            // The next midnight (XML Schema Part 2, §3.2.7).
            ("2011-12-31T24:00:00Z", 1_325_376_000_000), ("2011-12-31T24:00", 1_325_376_000_000),
        ])
    func times(text: String, milliseconds: Int64) {
        #expect(read(text) == milliseconds)
    }

    @Test(
        "What is no time is not read as one",
        arguments: [
            "", "2012", "2012-13-01", "2011-02-29", "2012-01-01T24:01", "2012-01-01T24:00:00.5", "2012-01-01T25:00",
            "2012-01-01T10:60", "2012-01-01T10:00:00.Z",
            "2012-01-01T10:00:00Zx", "2012-01-01T10:00:00+15:00", "x012-01-01",
        ])
    func noTimes(text: String) {
        #expect(read(text) == nil)
    }
}
