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
        /// Those who were referred first come first.
        let lives: [Life]
    }

    private var lives: [JourneyCohort: [Life]] = [:]
    private var until = Int64.min
    private var classes = JourneyClasses(AskedJourneys())

    mutating func add(_ journey: ExportedJourney) {
        classes.add(journey)
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

    /// The example that tells most: one in which the cohorts differ, then one that leaves nobody out as too new, then the
    /// one with more people, then the one that asks for what is further along; nil where there is none.
    var found: ExampleComparison? {
        let joined = classes.joined
        let candidates = JourneyCohort.lengths.flatMap { pairs($0, in: joined) }
        var best: ExampleComparison?
        // Whether they differ, whether everybody counts, and the people of the smaller.
        var worth = (0, 0, 0)
        for goal in Self.goals.indices {
            for within in Self.days {
                for (first, second) in candidates {
                    let one = rate(first.lives, goal, within: within)
                    let other = rate(second.lives, goal, within: within)
                    guard Self.isTold(one), Self.isTold(other) else { continue }
                    let isWhole = one.of == first.lives.count && other.of == second.lives.count
                    let its = (one.share == other.share ? 0 : 1, isWhole ? 1 : 0, min(one.of, other.of))
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

    /// Cohorts of one length that have five people or more and can be told of by themselves, each with the next.
    private func pairs(_ length: Int, in joined: JoinedMonths) -> [(Gathered, Gathered)] {
        let cohorts = Dictionary(grouping: lives.keys) { $0.around(length) }
            .map { cohort, months in
                let all = months.flatMap { lives[$0] ?? [] }
                return Gathered(cohort: cohort, lives: all.sorted { $0.begun < $1.begun })
            }
            .filter { $0.lives.count >= Proportion.least && joined.tells(AskedJourneys(cohort: $0.cohort)) }
            .sorted { $0.cohort.months.lowerBound < $1.cohort.months.lowerBound }
            .suffix(Self.most)
        return Array(zip(cohorts, cohorts.dropFirst()))
    }

    /// Of those who were followed for so many days, how many reached a goal within them; where one to four were not, the
    /// five referred last do not count, as in the comparison itself.
    /// - Parameter lives: those who were referred first come first.
    private func rate(_ lives: [Life], _ goal: Int, within days: Int) -> Proportion {
        let within = Int64(days) * 86_400_000
        let followed = lives.prefix { $0.begun + within <= until }
        let leavesOutFew = Proportion.isFew(lives.count - followed.count)
        let mature = leavesOutFew ? lives.dropLast(Proportion.least) : followed
        let reached = mature.filter { life in life.reached[goal].map { $0 - life.begun <= within } ?? false }
        return Proportion(reached.count, of: mature.count)
    }
}
