public import Kernel

/// A clock that a simulation sets: hand an office `OfficeClock { simulationClock.now }`.
public final class SimulationClock: Sendable {
    private let moment: Locked<Instant>

    public init(at moment: Instant = Instant(milliseconds: 0)) { self.moment = Locked(moment) }

    public var now: Instant { moment.with { $0 } }

    func set(_ moment: Instant) { self.moment.with { $0 = moment } }
}
