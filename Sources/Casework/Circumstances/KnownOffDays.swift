import Kernel

/// The days known to be off each benefit, and nothing else of what is held of benefits: enough to say whether somebody may
/// be told that they must come (M-010).
public struct KnownOffDays: Sendable, Equatable {
    private struct Span: Sendable, Equatable {
        let from: CalendarDay
        let until: CalendarDay?
    }

    private var spans: [String: [Span]] = [:]

    init(_ circumstances: Circumstances) {
        for benefit in circumstances.benefits {
            let off = circumstances.spells(of: benefit).filter(\.isKnownOff)
            guard !off.isEmpty else { continue }
            spans[benefit] = off.map { Span(from: $0.from, until: $0.until) }
        }
    }

    /// Whether a day is known to be off every one of these benefits.
    func isOff(_ benefits: some Sequence<String>, on day: CalendarDay) -> Bool {
        benefits.allSatisfy { benefit in
            spans[benefit, default: []].contains { span in
                span.from <= day && span.until.map { day <= $0 } ?? true
            }
        }
    }
}

extension Circumstances {
    /// The days known to be off each benefit.
    public var knownOff: KnownOffDays { KnownOffDays(self) }
}
