import Kernel
import Testing

@testable import Insight

@Suite("How long people waited, those still waiting too")
struct WaitTallyTests {
    private static let names = ["a", "b"]

    /// One case: what happened, by its number, and after how many days.
    private typealias Told = [(activity: Int32, day: Double)]

    private static func time(_ day: Double) -> Int64 { Int64((day * Double(Cohort.day)).rounded()) }

    private func tally(_ cases: [Told], over days: Int = 10, within: Double? = nil) -> WaitTally {
        var tally = WaitTally(over: days)
        for told in cases {
            let end = within.map { Self.time((told.first?.day ?? 0) + $0) }
            tally.add(
                ContiguousArray(told.map(\.activity)), at: ContiguousArray(told.map { Self.time($0.day) }),
                followedTo: end)
        }
        return tally
    }

    private func waits(_ cases: [Told], over days: Int = 10, until day: Double) -> [ActivityWait] {
        tally(cases, over: days).waits(until: Self.time(day), naming: Self.names)
    }

    // MARK: By hand

    /// Remission with 6-mercaptopurine, here in days (Freireich et al., Blood 21, 1963): who relapsed went on, the others
    /// were followed for so long.
    @Test("Who still waits counts for as long as they were followed, and the share and its error are the textbook's")
    func textbook() throws {
        let wentOn = [6, 6, 6, 7, 10, 13, 16, 22, 23].map { [(Int32(0), 0.0), (1, Double($0))] as Told }
        let wait = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { [(Int32(0), 35 - Double($0))] as Told }
        let found = waits(wentOn + wait, until: 35)
        let after = try #require(found.first)
        #expect(found.map(\.activity) == ["a", "b"] && after.people == 21)
        let known = [
            (6, 21, 0.857, 0.0764), (7, 17, 0.807, 0.0869), (10, 15, 0.753, 0.0963), (13, 12, 0.690, 0.1068),
            (16, 11, 0.627, 0.1141), (22, 7, 0.538, 0.1282), (23, 6, 0.448, 0.1346),
        ]
        #expect(after.times.steps.count == known.count)
        for (step, (days, atRisk, share, error)) in zip(after.times.steps, known) {
            #expect(step.time == Int64(days) * Cohort.day && step.atRisk == atRisk)
            #expect(abs(step.remaining - share) < 0.0006 && abs(step.variance.squareRoot() - error) < 0.00006)
        }
        #expect(after.median == Cohort.Median(days: 23, low: 13, high: nil))
        // All but two came ten days or more before the end; four went on later than that, and ten had not by then.
        #expect(after.longer == Proportion(14, of: 19))
        // Nothing follows the second activity, so it is where a journey ends.
        #expect(found.last?.people == 9 && found.last?.times.steps.isEmpty == true)
        #expect(after.goesOn && found.last?.goesOn == false)
    }

    @Test("Each counts once, with the first time that they came to it")
    func first() throws {
        let back: Told = [(0, 0), (1, 3), (0, 4), (1, 30)]
        let wait = try #require(waits([back], until: 60).first)
        #expect(wait.people == 1 && wait.longer == Proportion(0, of: 1))
        #expect(wait.times.steps.map(\.time) == [3 * Cohort.day])
    }

    @Test("A day that is not whole counts of a wait, and not of those who are followed")
    func partial() {
        func longer(came: Double, next: Double? = nil, until: Double) -> Proportion? {
            var told: Told = [(0, came)]
            if let next { told.append((1, next)) }
            return waits([told], until: until).first?.longer
        }
        #expect(longer(came: 0, next: 10, until: 60) == Proportion(0, of: 1))
        #expect(longer(came: 0, next: 10.01, until: 60) == Proportion(1, of: 1))
        #expect(longer(came: 0, until: 10) == Proportion(1, of: 1))
        #expect(longer(came: 0.5, until: 10.5) == Proportion(0, of: 0))
        #expect(longer(came: 0.5, until: 11) == Proportion(1, of: 1))
    }

    @Test("Nobody who still waits drops out before others who came with them go on, so half is not reached by a few")
    func stillWaiting() throws {
        let nextDays = (1...10).map { Double($0 * 2) } + [90.5]
        let wentOn = nextDays.map { [(1, 0.0), (0, 1.0 / 24), (1, $0)] as Told }
        let stayed = (0..<89).map { _ in [(1, 0.0), (0, 1.0 / 24)] as Told }
        let cases = wentOn + stayed
        for found in [
            tally(cases, over: 28, within: 91).waits(until: 0, naming: Self.names),
            waits(cases, over: 28, until: 91.3),
        ] {
            let wait = try #require(found.first)
            let last = try #require(wait.times.steps.last)
            #expect(last.time == 91 * Cohort.day && last.atRisk == 90 && last.reached == 1)
            #expect(abs(last.remaining - 0.89) < 1e-9 && wait.median == nil)
            #expect(wait.longer == Proportion(90, of: 100))
        }
    }

    // MARK: Properties

    /// - Parameter ends: whether for some nothing comes next.
    private func made(_ random: RandomSource, _ count: Int, ends: Bool) -> [Told] {
        (0..<count).map { _ -> Told in
            let came = Double(random.below(20_000)) / 1000
            var told: Told = [(0, came)]
            if !ends || random.below(4) > 0 { told.append((1, came + Double(random.below(60_000)) / 1000)) }
            return told
        }
    }

    @Test("With nobody still waiting it is the plain share of those who waited longer", arguments: 1...20)
    func plain(seed: UInt64) throws {
        let cases = made(.seeded(seed), 40, ends: false)
        let waited = cases.map { Self.time($0[1].day) - Self.time($0[0].day) }
        let wait = try #require(waits(cases, until: 200).first)
        func longer(than time: Int64) -> Int { waited.count(where: { $0 > time }) }
        for step in wait.times.steps {
            let share = Double(longer(than: step.time)) / 40
            #expect(abs(step.remaining - share) < 1e-9)
            #expect(abs(step.variance - share * (1 - share) / 40) < 1e-9)
        }
        #expect(wait.longer == Proportion(longer(than: 10 * Cohort.day), of: 40))
    }

    @Test("The counts of two logs one after the other are the sums of theirs", arguments: 1...20)
    func concatenated(seed: UInt64) {
        func sums(_ cases: [Told]...) -> [String: Int] {
            var sums: [String: Int] = [:]
            for wait in cases.flatMap({ waits($0, until: 90) }) {
                let parts = [wait.people, wait.longer.count, wait.longer.of, wait.times.followed(to: 0)]
                for (place, part) in parts.enumerated() { sums["\(wait.activity) \(place)", default: 0] += part }
                for step in wait.times.steps {
                    sums["\(wait.activity) after \(step.time)", default: 0] += step.reached
                }
            }
            return sums
        }
        let random = RandomSource.seeded(seed)
        let (one, other) = (made(random, 30, ends: true), made(random, 20, ends: true))
        #expect(sums(one + other) == sums(one, other))
    }

    @Test("Cases with an end of their own count alike whenever they began", arguments: 1...20)
    func ownEnd(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        let cases = made(random, 30, ends: true).map { told -> Told in
            let came = told[0].day
            return told.map { (activity: $0.activity, day: $0.day - came) }.filter { $0.day <= 30 }
        }
        let later = cases.map { told -> Told in
            let days = Double(random.below(400_000)) / 1000
            return told.map { (activity: $0.activity, day: $0.day + days) }
        }
        let known = tally(cases, within: 30).waits(until: 0, naming: Self.names).first
        #expect(tally(later, within: 30).waits(until: 0, naming: Self.names).first == known)
        #expect(waits(cases, until: 30).first == known)
    }
}
