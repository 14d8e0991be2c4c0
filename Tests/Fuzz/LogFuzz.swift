import Insight
import Kernel

/// What libFuzzer calls with bytes it made up: the first says how they are read, the rest is the log.
///
/// A log may be refused; it must never crash, hang or leak.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLog(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    // Pieces of odd sizes, so that what is read stands across the edge of a buffer.
    let source = HeldBytes(bytes, atMost: 1 + Int(start[0] >> 3) * 14)
    do { try read(source, as: start[0] & 7) } catch {}
    return 0
}

private func read(_ source: HeldBytes, as kind: UInt8) throws {
    switch kind {
    case 0: _ = MapPage(try JourneyMap(.xes(source)), title: "fuzz").html
    case 1: draw(try JourneyMap(.csv(source, CSVMapping(person: "who", attributes: ["what"])), filter: .all([])))
    case 2: draw(try JourneyMap(.ocel(source, OCELMapping())))
    case 3:
        var writer = XESWriter { _ in }
        try XESElements.read(source) {
            writer.begin($0)
        } each: {
            try writer.add($0)
        }
        try writer.end()
    case 4: try OCELCopy.write(source) { _ in }
    case 5: try CSVRows.read(source) { _ in }
    case 6: _ = try JourneyMap(.xes(AtMost(of: GzipBytes(source))))
    default: _ = try JourneyMap(.csv(source, CSVMapping()), filter: .says("what", "y"))
    }
}

/// Writes a map in each form that a program or a drawing is made of.
private func draw(_ map: JourneyMap) {
    _ = map.json.text
    _ = map.dot()
    _ = MapDrawing(.readable(map), title: "fuzz")?.svg
}

/// No more than a megabyte of what a source has: a few packed bytes may stand for very many, which is slow and no fault.
private struct AtMost: ByteReader {
    private var source: any ByteReader
    private var left = 1 << 20

    init(of source: any ByteReader) { self.source = source }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(left))
        guard !room.isEmpty else { return 0 }
        let count = try source.read(into: room)
        left -= count
        return count
    }
}
