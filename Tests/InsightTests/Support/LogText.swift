@testable import Insight

/// An event log in XES, written in short.
struct LogText {
    /// Each case: its activities with the minute of each, from the first of January 2012 on.
    var cases: [[(activity: String, minute: Int)]]

    var text: String {
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n"
        for (number, events) in cases.enumerated() {
            out += "<trace>\n<string key=\"concept:name\" value=\"case \(number)\"/>\n"
            for event in events {
                out += "<event>\n<string key=\"concept:name\" value=\"\(event.activity)\"/>\n"
                out += "<date key=\"time:timestamp\" value=\"\(Self.time(event.minute))\"/>\n</event>\n"
            }
            out += "</trace>\n"
        }
        return out + "</log>\n"
    }

    static func time(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "2012-01-\(two(1 + minute / 1440))T\(two(minute / 60 % 24)):\(two(minute % 60)):00.000Z"
    }

    /// The map, read in pieces of so many bytes.
    func map(inPieces size: Int = .max) throws -> JourneyMap {
        try JourneyMap(.xes(HeldBytes(Array(text.utf8), atMost: size)))
    }
}

/// What is wrong with a log; nil when nothing is.
func fault(_ text: String, inPieces size: Int = .max) -> LogFault? { fault(Array(text.utf8), inPieces: size) }

func fault(_ bytes: [UInt8], inPieces size: Int = .max) -> LogFault? {
    do {
        _ = try JourneyMap(.xes(HeldBytes(bytes, atMost: size)))
        return nil
    } catch { return error as? LogFault }
}
