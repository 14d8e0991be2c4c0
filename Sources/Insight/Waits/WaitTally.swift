/// Gathers how long people waited after they first came to each activity, until whatever came next of their case.
///
/// Nothing is kept of a case once it is over, but counts by days alone: of each activity, how many waits were over within
/// so many days, and what became of those who came to it on each day. So it takes as much memory as there are days and
/// activities, however many cases there are.
struct WaitTally {
    /// What became of those who came to an activity on one day.
    private struct Arrived {
        var people = 0
        /// Who waited no longer than is asked about.
        var onInTime = 0
    }

    /// One activity.
    private struct Place {
        /// How many waits were over, by the days within which they were.
        var over: [Int64: Int] = [:]
        /// By the day at the beginning of which, at the latest, they had come.
        var arrived: [Int64: Arrived] = [:]
        /// To whom nothing more happened, by the day at the beginning of which, at the earliest, they had come.
        var stayed: [Int64: Int] = [:]
        var lastCase = -1
    }

    /// The last moment of the cases that were followed to the end of the log; nil when there are none.
    private(set) var until: Int64?
    private let days: Int
    private var places: ContiguousArray<Place> = []
    private var cases = 0

    /// - Parameter days: after how many somebody is told of as still waiting.
    init(over days: Int) { self.days = days }

    /// - Parameters:
    ///   - activities: of a case, in the order of time.
    ///   - times: when each was; milliseconds.
    ///   - end: up to when the case was followed, from which its days are then counted back; nil for the end of the log.
    mutating func add(
        _ activities: ContiguousArray<Int32>, at times: ContiguousArray<Int64>, followedTo end: Int64?
    ) {
        if end == nil, let last = times.last { until = max(until ?? last, last) }
        for index in activities.indices {
            let number = Int(activities[index])
            while places.count <= number { places.append(Place()) }
            guard places[number].lastCase != cases else { continue }
            places[number].lastCase = cases
            let day = Self.up(times[index] - (end ?? 0))
            places[number].arrived[day, default: Arrived()].people += 1
            guard index + 1 < times.count else {
                places[number].stayed[Self.down(times[index] - (end ?? 0)), default: 0] += 1
                continue
            }
            let waited = Self.up(times[index + 1] - times[index])
            places[number].over[waited, default: 0] += 1
            if waited <= Int64(days) { places[number].arrived[day, default: Arrived()].onInTime += 1 }
        }
        cases += 1
    }

    /// In the order of their names.
    /// - Parameters:
    ///   - end: the last moment of the log, or of all that is followed where that is longer; milliseconds. Of cases with
    ///     an end of their own it is 0, from which their days are counted.
    ///   - names: of the activities, by their numbers.
    func waits(until end: Int64, naming names: [String]) -> [ActivityWait] {
        zip(names, places).filter { !$1.arrived.isEmpty }
            .map { wait($0, $1, until: end) }.sorted { ExactName($0.activity) < ExactName($1.activity) }
    }

    private func wait(_ name: String, _ place: Place, until end: Int64) -> ActivityWait {
        var lives: [KaplanMeier.Life: Int] = [:]
        for (waited, count) in place.over { lives[KaplanMeier.Life(waited * Cohort.day, reached: true)] = count }
        // A wait that was over by the end is no longer than that of whoever came no later and still waits.
        for (day, count) in place.stayed {
            lives[KaplanMeier.Life(max(0, Self.up(end) - day) * Cohort.day, reached: false), default: 0] += count
        }
        var (people, followed, longer) = (0, 0, 0)
        for (day, arrived) in place.arrived {
            people += arrived.people
            guard Self.down(end) - day >= Int64(days) else { continue }
            followed += arrived.people
            longer += arrived.people - arrived.onInTime
        }
        return ActivityWait(
            activity: name, people: people, days: days, longer: Proportion(longer, of: followed),
            times: KaplanMeier(counting: lives))
    }

    /// So many milliseconds in days, the last begun counted whole.
    private static func up(_ time: Int64) -> Int64 { time / Cohort.day + (time % Cohort.day > 0 ? 1 : 0) }

    /// So many milliseconds in days, the last begun not counted.
    private static func down(_ time: Int64) -> Int64 { time / Cohort.day - (time % Cohort.day < 0 ? 1 : 0) }
}
