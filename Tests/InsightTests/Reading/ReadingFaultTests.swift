import Testing

@testable import Insight

@Suite("A source that is cut off")
struct ReadingFaultTests {
    private struct CutOff: ReadingFault {
        let sentence = "The packed file ends too early."
    }

    /// Gives what there is, a few bytes at a time, and then not an end but a fault.
    private struct CutBytes: ByteReader {
        private var held: HeldBytes

        init(_ text: String, atMost most: Int) { held = HeldBytes(Array(text.utf8), atMost: most) }

        mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = held.read(into: buffer)
            guard count > 0 else { throw CutOff() }
            return count
        }
    }

    @Test("What a source finds wrong is told with the line reached, in each form of log", arguments: [1, 5, Int.max])
    func line(size: Int) {
        func cut(_ text: String) -> CutBytes { CutBytes(text, atMost: size) }
        let found = [
            fault { _ = try JourneyMap(.xes(cut("<log>\n<trace>\n<event"))) },
            fault { _ = try JourneyMap(.xes(cut("<log>\n<trace/>\n</log>\n\n"))) },
            fault { _ = try JourneyMap(.csv(cut("case,activity,time\n1,a,2012-01-01\n2,b"), CSVMapping())) },
            fault { _ = try JourneyMap(.ocel(cut("{\n\"events\": ["), OCELMapping())) },
        ]
        #expect(found.map { $0?.line } == [3, 5, 3, 2])
        #expect(found.allSatisfy { $0?.sentence == "The packed file ends too early." })
    }
}
