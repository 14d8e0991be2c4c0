import Casework
import Kernel

/// The time that the providers of a referral have somebody, of which alone their lists tell (design §5).
///
/// It is over at its last day, and nothing is told of what came after. Once an end is on record no moment is told at all:
/// a meeting may have been any keeper's, and they read their own entries on the person's page. Providers that keep the
/// record themselves have no such end; where one of two does, the list that both are read from tells the least (ours).
struct ProvidersTime {
    private let isOver: Bool
    private let last: CalendarDay?

    init(_ referral: Referral?, keepers: Keepers) {
        let providers = referral?.providers ?? []
        let keepThem = !providers.isEmpty && providers.allSatisfy { keepers.contains($0) }
        isOver = !keepThem && referral?.exit != nil
        last = keepThem ? nil : referral?.supportedUntil
    }

    /// Whether their lists tell of an appointment that starts then.
    func holds(_ start: Instant) -> Bool { !isOver && holds(start.day) }

    /// Whether a day is in their time.
    func holds(_ day: CalendarDay) -> Bool { last.map { day <= $0 } ?? true }
}
