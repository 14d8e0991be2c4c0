import Casework
import Insight
import Kernel

/// All that an answer about journeys rests on: where this is the same, so is the answer.
struct JourneyBasis: Sendable, Equatable {
    let question: JourneyQuestion
    /// Whose journeys the reader may see.
    let areas: Set<Identifier<Area>>
    /// The names that organisations go by.
    let agencies: [Identifier<Organisation>: String]
    /// The day whose rows of the sharing matrix hold.
    let day: CalendarDay
    /// How many events of cases have been recorded. Erasing records one too.
    let events: Int
}

/// The last answers about journeys, so that a page that is put in another order, or taken away as a file, does not read
/// the store again. Bounded by a number of answers and by their bytes, about; both are ours.
final class JourneyCache: Sendable {
    private struct Kept {
        let basis: JourneyBasis
        let answer: SeenJourneys
        let bytes: Int
    }

    private struct State {
        var kept: [Kept] = []
        var readings = 0
    }

    private let state = Locked(State())
    private let answers: Int
    private let bytes: Int

    /// - Parameters:
    ///   - answers: the most that are kept.
    ///   - bytes: the most that they may take together, about.
    init(answers: Int = 8, bytes: Int = 64 << 20) {
        self.answers = answers
        self.bytes = bytes
    }

    /// How often an answer was not known and had to be read.
    var readings: Int { state.with { $0.readings } }

    /// The answer, read if it is not known.
    func answer(_ basis: JourneyBasis, reading: () throws -> SeenJourneys) rethrows -> SeenJourneys {
        if let known = state.with({ $0.kept.first { $0.basis == basis }?.answer }) { return known }
        let answer = try reading()
        keep(Kept(basis: basis, answer: answer, bytes: answer.bytes))
        return answer
    }

    private func keep(_ new: Kept) {
        state.with { state in
            state.readings += 1
            // Nobody asks any more of the store as it was before.
            state.kept.removeAll { $0.basis == new.basis || $0.basis.events < new.basis.events }
            state.kept.append(new)
            while state.kept.count > answers || state.kept.reduce(0, { $0 + $1.bytes }) > bytes {
                state.kept.removeFirst()
            }
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
        return ways + 128 * (edges.count + betweenPeople.count + betweenAgencies.count) + 64 * activities.count
    }
}
