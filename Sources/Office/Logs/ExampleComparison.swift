import Insight
import Kernel

/// Two cohorts of which something can be told when one is laid beside the other: each has five people or more, five or
/// more of each reached what is asked, and no number below five has to be withheld.
public struct ExampleComparison: Sendable, Equatable {
    /// The earlier of the two.
    public let first: JourneyCohort
    /// The next of the same length that has five people or more.
    public let second: JourneyCohort
    /// What both are asked to have reached, as the log calls it.
    public let reaching: String
    /// Days from the referral.
    public let within: Int
}

/// Finds an example in the journeys that pass by, of which it keeps a few numbers each.
struct ExampleSearch {
    /// What is worth asking of a programme, the furthest along first.
    private static let goals = [
        "employment.jobStarted", "referral.attached", "referral.assigned", "referral.acknowledged",
        "referral.allocated",
    ]
    private static let days = [365, 182, 91, 28, 14, 7, 2]
    /// How many cohorts of one length are looked at: the latest.
    private static let most = 12

    /// One person from the referral on; times in milliseconds.
    private struct Life {
        let begun: Int64
        /// When each of the goals was reached first.
        let reached: [Int64?]
    }

    private struct Gathered {
        let cohort: JourneyCohort
        let lives: [Life]
    }

    private var lives: [JourneyCohort: [Life]] = [:]
    private var until = Int64.min
    private var everybody = 0

    mutating func add(_ journey: ExportedJourney) {
        everybody += 1
        var referred: Int64?
        for step in journey.steps {
            until = max(until, step.time.milliseconds)
            if step.kind == "referral.made" { referred = min(referred ?? .max, step.time.milliseconds) }
        }
        let said = journey.attributes.first { $0.name == "cohort" }
        guard let begun = referred, let cohort = said.flatMap({ JourneyCohort($0.value) }) else { return }
        var reached = [Int64?](repeating: nil, count: Self.goals.count)
        for step in journey.steps where step.time.milliseconds >= begun {
            guard let goal = Self.goals.firstIndex(of: step.kind) else { continue }
            reached[goal] = min(reached[goal] ?? .max, step.time.milliseconds)
        }
        lives[cohort, default: []].append(Life(begun: begun, reached: reached))
    }

    /// The example that tells most: one in which the cohorts differ, then the one with more people, then the one that
    /// asks for what is further along; nil where there is none.
    var found: ExampleComparison? {
        let candidates = JourneyCohort.lengths.flatMap { pairs($0) }
        var best: ExampleComparison?
        // Whether they differ, and the people of the smaller.
        var worth = (0, 0)
        for goal in Self.goals.indices {
            for within in Self.days {
                for (first, second) in candidates {
                    let one = rate(first.lives, goal, within: within)
                    let other = rate(second.lives, goal, within: within)
                    guard Self.isTold(one), Self.isTold(other) else { continue }
                    let its = (one.share == other.share ? 0 : 1, min(one.of, other.of))
                    guard its > worth else { continue }
                    worth = its
                    best = ExampleComparison(
                        first: first.cohort, second: second.cohort, reaching: StoreLog.activity(Self.goals[goal]),
                        within: within)
                }
            }
        }
        return best
    }

    private static func isTold(_ rate: Proportion) -> Bool { !rate.isWithheld && rate.count >= Proportion.least }

    /// Cohorts of one length that have five people or more, each with the next.
    private func pairs(_ length: Int) -> [(Gathered, Gathered)] {
        let cohorts = Dictionary(grouping: lives.keys) { $0.around(length) }
            .map { cohort, months in Gathered(cohort: cohort, lives: months.flatMap { lives[$0] ?? [] }) }
            .filter { stands($0) }
            .sorted { $0.cohort.months.lowerBound < $1.cohort.months.lowerBound }
            .suffix(Self.most)
        return Array(zip(cohorts, cohorts.dropFirst()))
    }

    /// Whether it is of five people or more, and what it leaves of its quarter, its year and everybody is nobody or five
    /// (`AskedJourneys.near`).
    private func stands(_ gathered: Gathered) -> Bool {
        let own = gathered.lives.count
        let wider = [3, 12].map { length in
            let months = gathered.cohort.whole(length).months
            return lives.reduce(0) { $0 + (months.overlaps($1.key.months) ? $1.value.count : 0) }
        }
        return (wider + [everybody]).allSatisfy { own >= Proportion.least && !isFewer(own, than: $0) }
    }

    /// Whether it is fewer by one to four.
    private func isFewer(_ own: Int, than all: Int) -> Bool { (1..<Proportion.least).contains(all - own) }

    /// Of those who were followed for so many days, how many reached a goal within them.
    private func rate(_ lives: [Life], _ goal: Int, within days: Int) -> Proportion {
        let within = Int64(days) * 86_400_000
        let mature = lives.filter { $0.begun + within <= until }
        let reached = mature.filter { life in life.reached[goal].map { $0 - life.begun <= within } ?? false }
        return Proportion(reached.count, of: mature.count)
    }
}
