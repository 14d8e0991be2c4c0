import Insight

/// What libFuzzer calls with bytes it made up: the first says how they are read, the rest is the log.
///
/// A log may be refused; it must never crash, hang or leak.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLog(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    // Pieces of odd sizes, so that what is read stands across the edge of a buffer.
    let source = HeldBytes(bytes, atMost: 1 + Int(start[0] >> 2) * 7)
    do {
        switch start[0] & 3 {
        case 0: _ = MapPage(try JourneyMap(.xes(source)), title: "fuzz").html
        case 1: _ = try JourneyMap(.csv(source, CSVMapping(person: "who", attributes: ["what"])), filter: .all([]))
        case 2: _ = try JourneyMap(.ocel(source, OCELMapping()))
        default:
            var writer = XESWriter { _ in }
            try XESElements.read(source) {
                writer.begin($0)
            } each: {
                try writer.add($0)
            }
            try writer.end()
        }
    } catch {}
    return 0
}
