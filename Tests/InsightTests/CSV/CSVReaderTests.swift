import Kernel
import Testing

@testable import Insight

@Suite("Reading an event log from a table")
struct CSVReaderTests {
    private func map(
        _ text: String, _ mapping: CSVMapping = CSVMapping(), filter: TraceFilter? = nil, inPieces size: Int = .max
    ) throws -> JourneyMap {
        try JourneyMap(.csv(HeldBytes(Array(text.utf8), atMost: size), mapping), filter: filter)
    }

    @Test("Rows of a case come together in the order of time, ties as they stand, whatever the separator and line ends")
    func order() throws {
        let rows = [
            ["case", "activity", "time", "who"], ["1", "b", "2012-01-02", "x"], ["2", "a", "2012-01-01", ""],
            ["1", "a", "2012-01-01T10:00:00Z", "y"], ["1", "c", "2012-01-02", "y"],
        ]
        for separator in [",", ";", "\t"] {
            for end in ["\n", "\r\n"] {
                let text = rows.map { $0.joined(separator: separator) }.joined(separator: end)
                for (whole, size) in [(text, 1), (text + end, 3), ("\u{FEFF}" + text, .max)] {
                    let map = try map(whole, CSVMapping(person: "who"), inPieces: size)
                    #expect(map.variants.map(\.activities) == [["a"], ["a", "b", "c"]])
                    #expect(map.betweenPeople.map { "\($0.from)\($0.to)" } == ["xy", "yx"])
                }
            }
        }
    }

    @Test("A field between quotation marks may hold separators, line ends and quotation marks")
    func quoted() throws {
        let text = "time,\"case\",activity\n2012-01-01,1,\"a, \"\"b\"\"\nc\"\n\n2012-01-02,1,\"\"\"\"\n"
        let map = try map(text)
        #expect(map.variants.first?.activities == ["a, \"b\"\nc", "\""])
    }

    @Test(
        "What is no table of events is refused with its line and a reason",
        arguments: [
            ("", 1, "nothing in this file"), ("\n\n", 1, "nothing in this file"),
            ("case,activity\n1,a\n", 1, "no column “time”"), ("case,case,activity,time\n", 1, "2 columns “case”"),
            ("case,activity,time\n1,a\n", 2, "2 fields where the heading has 3"),
            ("case,activity,time\n1,a,2012-01-01,x\n", 2, "4 fields"),
            ("case,activity,time\n\n,a,2012-01-01\n", 3, "belongs to no case"),
            ("case,activity,time\n1,,2012-01-01\n", 2, "nothing happened"),
            ("case,activity,time\n1,a,01/02/2012\n", 2, "is not a time"),
            ("case,activity,time\n1,\"a\nb\",2012-01-01\n1,\"a,2012\n", 4, "ends inside quotation marks"),
            ("case,activity,time\n1,\"a\"b,2012-01-01\n", 2, "follows a closing quotation mark"),
            ("case,activity,time\n1,a\"b,2012-01-01\n", 2, "has none around it"),
        ])
    func refused(text: String, line: Int, says: String) throws {
        for size in [1, 5, .max] {
            let found = try #require(fault { _ = try map(text, inPieces: size) }, "\(text) was read")
            #expect(found.sentence.contains(says) && found.line == line, "\(found)")
        }
    }

    @Test("Bytes that are not UTF-8 are refused where they stand")
    func encoding() {
        let bytes = Array("case,activity,time\n1,".utf8) + [0xE9, 0x2C]
        #expect(fault { _ = try JourneyMap(.csv(HeldBytes(bytes), CSVMapping())) }?.line == 2)
    }

    /// Takes down what a reader gives, in words.
    private struct Notes: EventLogSink {
        var lines: [String] = []
        private var waiting: [String] = []
        var takesAttributes: Bool { true }
        mutating func event(_ event: LoggedEvent) { waiting.append("\(event.activity) \(event.time)") }
        mutating func attribute(_ name: String, _ value: String) { waiting.append("\(name) \(value)") }
        mutating func endTrace() {
            lines.append(waiting.joined(separator: ", "))
            waiting = []
        }
    }

    @Test("Sorted in runs outside memory, the log is the one that memory gives", arguments: 1...8)
    func spilled(seed: UInt64) throws {
        let random = RandomSource.seeded(seed)
        let text =
            "case,activity,time,cohort\n"
            + (0..<400).map { _ in
                let cohort = random.below(3) == 0 ? "" : "c\(random.below(4))"
                return "person \(random.below(40)),step \(random.below(4)),2012-01-0\(1 + random.below(9)),\(cohort)\n"
            }.joined()
        func notes(_ store: HeldSpill?, _ memory: Int) throws -> [String] {
            var (tables, notes) = (LogTables(), Notes())
            let mapping = CSVMapping(attributes: ["cohort"])
            try EventLog.csv(HeldBytes(Array(text.utf8)), mapping).read(
                into: &notes, naming: &tables, spillingTo: store, beyond: memory)
            return notes.lines
        }
        let whole = try notes(nil, .max)
        #expect(whole.count == 40)
        for memory in [0, 1000, 20_000] {
            let store = HeldSpill()
            #expect(try notes(store, memory) == whole)
            #expect(!store.bytes.isEmpty)
        }
    }

    @Test("What a column says of a case can choose cases")
    func said() throws {
        let text = "case,activity,time,cohort\n1,a,2012-01-01,x\n1,b,2012-01-02,\n2,a,2012-01-01,y\n"
        let mapping = CSVMapping(attributes: ["cohort"])
        #expect(try map(text, mapping, filter: .says("cohort", "x")).variants.map(\.activities) == [["a", "b"]])
        #expect(try map(text, mapping, filter: .not(.says("cohort", "x"))).cases == 1)
        #expect(try map(text, mapping, filter: .says("concept:name", "2")).events == 1)
    }

    @Test(
        "A filter reads the column it names though no mapping does, and one that is not there is refused with those that are"
    )
    func saidByFilter() throws {
        let text = "case,activity,time,cohort\n1,a,2012-01-01,x\n1,b,2012-01-02,\n2,a,2012-01-01,y\n"
        #expect(try map(text, filter: .says("cohort", "x")).variants.map(\.activities) == [["a", "b"]])
        #expect(try map(text, filter: .not(.any([.says("cohort", "x"), .activity("b")]))).cases == 1)
        #expect(try map(text, filter: .says("concept:name", "2")).cases == 1)
        let found = try #require(fault { _ = try map(text, filter: .not(.says("cohrt", "x"))) })
        #expect(found.line == 1 && found.sentence.contains("no column “cohrt”") && found.sentence.contains("“cohort”"))
    }
}
