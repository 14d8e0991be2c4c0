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
    /// A year or less, the longest first.
    private static let days = CohortQuestion.askable.filter { $0 <= 365 }.sorted(by: >)
    /// How many cohorts of one length are looked at: the latest.
    private static let most = 12

    /// One person from the referral on; times in milliseconds.
    private struct Life {
        let begun: Int64
        /// When each of the goals was reached first.
        let reached: [Int64?]
        /// When one organisation first handed them to another: where those stand among the hand-offs of all.
        let handed: Range<Int32>
    }

    private struct Handed {
        /// That of the two organisations.
        let number: Int
        let time: Int64
    }

    private struct HandOff: Hashable {
        let from: String
        let to: String
    }

    private struct Gathered {
        let cohort: JourneyCohort
        /// Those who were referred first come first.
        let lives: [Life]
    }

    private var lives: [JourneyCohort: [Life]] = [:]
    private var handOffs: [HandOff: Int] = [:]
    /// Of everybody, one person's after another's.
    private var allHanded: ContiguousArray<Handed> = []
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
        let life = Life(begun: begun, reached: reached, handed: addHanded(journey.steps, from: begun))
        lives[cohort, default: []].append(life)
    }

    /// - Parameter steps: of one person, in the order of their times.
    private mutating func addHanded(_ steps: [ExportedJourney.Step], from begun: Int64) -> Range<Int32> {
        let first = allHanded.count
        var last: String?
        for step in steps where step.time.milliseconds >= begun {
            guard let agency = step.agency else { continue }
            if let last, last != agency {
                let handOff = HandOff(from: last, to: agency)
                let number = handOffs[handOff] ?? handOffs.count
                handOffs[handOff] = number
                if !allHanded[first...].contains(where: { $0.number == number }) {
                    allHanded.append(Handed(number: number, time: step.time.milliseconds))
                }
            }
            last = agency
        }
        return Int32(first)..<Int32(allHanded.count)
    }

    /// The example that tells most: one that says who hands people to whom, then one in which the cohorts differ, then one
    /// that leaves nobody out as too new, then the one with more people, then the one that asks for what is further along;
    /// nil where there is none.
    var found: ExampleComparison? {
        let joined = classes.joined
        let candidates = JourneyCohort.lengths.flatMap { pairs($0, in: joined) }
        // Whether somebody hands on enough people of either, by the days and the candidate.
        let handed = Self.days.map { within in
            candidates.map { tellsHandOff($0.0.lives, within: within) || tellsHandOff($0.1.lives, within: within) }
        }
        var best: ExampleComparison?
        // Whether hand-offs are told, whether they differ, whether everybody counts, and the people of the smaller.
        var worth = (0, 0, 0, 0)
        for goal in Self.goals.indices {
            for (place, within) in Self.days.enumerated() {
                for (number, (first, second)) in candidates.enumerated() {
                    let one = rate(first.lives, goal, within: within)
                    let other = rate(second.lives, goal, within: within)
                    guard Self.isTold(one), Self.isTold(other) else { continue }
                    let isWhole = one.of == first.lives.count && other.of == second.lives.count
                    let its = (
                        handed[place][number] ? 1 : 0, one.share == other.share ? 0 : 1, isWhole ? 1 : 0,
                        min(one.of, other.of)
                    )
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

    /// Those who were followed for so long; where one to four were not, the five referred last do not count, as in the
    /// comparison itself.
    /// - Parameter lives: those who were referred first come first.
    private func mature(_ lives: [Life], within: Int64) -> ArraySlice<Life> {
        let followed = lives.prefix { $0.begun + within <= until }
        return Proportion.isFew(lives.count - followed.count) ? lives.dropLast(Proportion.least) : followed
    }

    /// Of those who were followed for so many days, how many reached a goal within them.
    private func rate(_ lives: [Life], _ goal: Int, within days: Int) -> Proportion {
        let within = Int64(days) * Self.day
        let mature = mature(lives, within: within)
        let reached = mature.filter { life in life.reached[goal].map { $0 - life.begun <= within } ?? false }
        return Proportion(reached.count, of: mature.count)
    }

    /// Whether one organisation handed so many of them to another within the days that it is told.
    private func tellsHandOff(_ lives: [Life], within days: Int) -> Bool {
        let within = Int64(days) * Self.day
        var people = [Int](repeating: 0, count: handOffs.count)
        for life in mature(lives, within: within) {
            let handed = allHanded[Int(life.handed.lowerBound)..<Int(life.handed.upperBound)]
            for each in handed where each.time - life.begun <= within { people[each.number] += 1 }
        }
        return people.contains { $0 >= Proportion.least }
    }

    private static let day: Int64 = 86_400_000
}
