public import Kernel
import Records

extension Office {
    /// Moves the clock of a demonstration, for this office and for whoever opens the store later.
    /// - Throws: `Refusal` when the store's people are real: their clock is the machine's.
    public func moveClock(to moment: Instant) async throws {
        let offset = clock.movedBy + moment.milliseconds - clock.now.milliseconds
        try await database.write { connection in
            guard try MadeUpMark.stands(in: connection) else {
                throw Refusal(
                    "clock.real",
                    "The clock can be moved only where every person is made up, and this store is not marked so. Use a demonstration's store."
                )
            }
            try Settings.set(Settings.clockOffset, to: String(offset), in: connection)
        }
        clock.move(toOffset: offset)
    }

    /// Moves the clock of a demonstration on by whole days.
    /// - Throws: `Refusal` for no days or more than ten years, and where the people are real.
    public func moveClock(byDays days: Int) async throws {
        guard (1...3660).contains(days) else {
            throw Refusal(
                "clock.days", "Give a number of days from 1 to 3660: the clock only goes forward.", field: "days")
        }
        try await moveClock(to: clock.now.adding(minutes: days * 24 * 60))
    }
}
