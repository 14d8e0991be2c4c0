import Casework
import Kernel
import Records

/// The advisers' days, filled from half past ten so that a demonstration at ten finds the day's appointments ahead.
struct DemonstrationDiary: MadeUpDiary {
    private struct Time: Hashable {
        let adviser: Identifier<Person>
        let starts: Instant
    }

    private var taken: Set<Time> = []
    private var assigned: [Identifier<Organisation>: Int] = [:]

    /// One after another, so that whichever way the draws fall nobody is without customers.
    mutating func turn(at prime: Identifier<Organisation>, for customer: MadeUpCustomer) -> Int {
        let turn = assigned[prime, default: 0]
        assigned[prime] = turn + 1
        return turn
    }

    mutating func slot(
        of adviser: Identifier<Person>, for customer: MadeUpCustomer, on day: CalendarDay, _ mode: ContactMode
    ) throws -> Slot {
        for third in 0..<24 {
            let minutes = 10 * 60 + 30 + third * 20
            let starts = Instant(london: day, hour: minutes / 60, minute: minutes % 60)
            if taken.insert(Time(adviser: adviser, starts: starts)).inserted {
                return try Slot(starts: starts, minutes: 20, mode: mode)
            }
        }
        throw RecordsFault.fault("An adviser of the demonstration has no time left on \(day).")
    }
}
