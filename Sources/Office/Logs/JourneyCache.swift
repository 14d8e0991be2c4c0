import Casework
import Insight
import Kernel

/// All that an answer about journeys rests on but what has been recorded.
struct JourneyAsking: Sendable, Equatable {
    let question: JourneyQuestion
    /// Whose journeys the reader may see.
    let areas: Set<Identifier<Area>>
    /// The names that organisations go by.
    let agencies: [Identifier<Organisation>: String]
    /// The day whose rows of the sharing matrix hold.
    let day: CalendarDay
    /// What was erased last: nothing that was read before is told any more, though it may be held.
    var lastErasure: String?
}

/// The last answers about journeys, so that a page that is put in another order, or taken away as a file, does not read
/// the store again. Bounded by a number of answers and by their bytes, about, both ours; the last of all is kept whatever it
/// takes, as whoever waited for it has yet to come for it.
struct JourneyCache: Sendable {
    struct Kept: Sendable {
        let asking: JourneyAsking
        let answer: SeenJourneys
        /// The reading that it came of.
        let reading: Int
        /// How many entries of cases had been recorded. Erasing records one too.
        let entries: Int
        /// When the reading began.
        let stoodAt: Instant
        /// Until when it is given though more has been recorded since; nil where it is not.
        let heldUntil: ContinuousClock.Instant?

        fileprivate func isHeld(at now: ContinuousClock.Instant) -> Bool { heldUntil.map { now < $0 } ?? false }

        /// As somebody is told it who found so many entries, which may be fewer than the reading met a moment later.
        func told(with entries: Int) -> JourneysAnswer {
            .seen(answer, stoodAt: self.entries >= entries ? nil : stoodAt)
        }
    }

    private var kept: [Kept] = []
    private let answers: Int
    private let bytes: Int

    /// - Parameters:
    ///   - answers: the most that are kept.
    ///   - bytes: the most that they may take together, about: enough for the map of ten million events and a comparison
    ///     of two cohorts of it to stay beside one another. Ours.
    init(answers: Int = 8, bytes: Int = 256 << 20) {
        self.answers = answers
        self.bytes = bytes
    }

    /// What is known of a question where so many entries have been recorded.
    func known(_ asking: JourneyAsking, with entries: Int, at now: ContinuousClock.Instant) -> Kept? {
        kept.last { $0.asking == asking && ($0.entries == entries || $0.isHeld(at: now)) }
    }

    /// What came of a reading.
    func answer(ofReading number: Int) -> Kept? { kept.last { $0.reading == number } }

    /// Lets go of all of them.
    mutating func forget() { kept = [] }

    mutating func keep(_ new: Kept, at now: ContinuousClock.Instant) {
        // Nobody asks any more of the store as it was before, unless it is held.
        kept.removeAll { $0.asking == new.asking || ($0.entries < new.entries && !$0.isHeld(at: now)) }
        // An answer that began to be read before an erasure puts out none that began after it.
        kept.removeAll { $0.asking.lastErasure != new.asking.lastErasure && $0.reading < new.reading }
        kept.append(new)
        while kept.count > 1, kept.count > answers || kept.reduce(0, { $0 + $1.answer.bytes }) > bytes {
            kept.remove(at: kept.dropLast().firstIndex { !$0.isHeld(at: now) } ?? 0)
        }
    }
}

extension SeenJourneys {
    /// About how much memory it takes.
    fileprivate var bytes: Int {
        let cohorts = comparison.map { [$0.first, $0.second] } ?? []
        return map.bytes + cohorts.reduce(0) { $0 + $1.map.bytes + $1.compared.bytes + 64 * $1.counted }
    }
}

extension JourneyMap {
    /// A name is 16 bytes wherever it stands.
    fileprivate var bytes: Int {
        let ways = variants.reduce(0) { $0 + 64 + 16 * $1.activities.count }
        let waited = waits.reduce(0) { $0 + 128 + 64 * $1.times.steps.count }
        return ways + waited + 128 * (edges.count + betweenPeople.count + betweenAgencies.count) + 64 * activities.count
    }
}
