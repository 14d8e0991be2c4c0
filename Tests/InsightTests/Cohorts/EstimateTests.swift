import Kernel
import Testing

@testable import Insight

@Suite("What a number may be in truth")
struct EstimateTests {
    @Test(
        "Wilson's interval is the one Newcombe published (1998, table I, method 3)",
        arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
    func wilson(count: Int, of: Int, low: Double, high: Double) {
        let interval = Proportion(count, of: of).interval
        #expect(abs(interval.lowerBound - low) < 0.0001 && abs(interval.upperBound - high) < 0.0001)
    }

    @Test("The interval of a difference is the one Newcombe published (1998, table II, method 10)")
    func newcombe() {
        let more = Proportion(56, of: 70).more(than: Proportion(48, of: 80))
        #expect(abs(more.difference - 0.2) < 1e-9)
        #expect(abs(more.interval.lowerBound - 0.0524) < 0.0001 && abs(more.interval.upperBound - 0.3339) < 0.0001)
    }

    @Test("Every interval holds its share and lies between 0 and 1; of nobody anything may be true")
    func holds() {
        for of in 1...30 {
            for count in 0...of {
                let proportion = Proportion(count, of: of)
                #expect(proportion.interval.contains(proportion.share))
                #expect(proportion.interval.lowerBound >= 0 && proportion.interval.upperBound <= 1)
            }
        }
        #expect(Proportion(0, of: 0).interval == 0...1)
    }

    @Test("A count is withheld when it, or what is left of it, tells of one to four people")
    func withheld() {
        let shown = (0...12).filter { !Proportion($0, of: 12).isWithheld }
        #expect(shown == [0, 5, 6, 7, 12])
        #expect(Proportion(0, of: 4).isWithheld)
        #expect(Proportion(3, of: 40).json == .null)
    }

    /// Remission with 6-mercaptopurine, weeks (Freireich et al., Blood 21, 1963), the textbook example.
    @Test("Kaplan and Meier's share and Greenwood's error are those of the textbook")
    func remission() throws {
        let reached = [6, 6, 6, 7, 10, 13, 16, 22, 23]
        let left = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
        let curve = KaplanMeier(
            reached.map { KaplanMeier.Life(Int64($0), reached: true) }
                + left.map { KaplanMeier.Life(Int64($0), reached: false) })
        let known = [
            (6, 21, 0.857, 0.0764), (7, 17, 0.807, 0.0869), (10, 15, 0.753, 0.0963), (13, 12, 0.690, 0.1068),
            (16, 11, 0.627, 0.1141), (22, 7, 0.538, 0.1282), (23, 6, 0.448, 0.1346),
        ]
        #expect(curve.steps.count == known.count)
        for (step, (time, atRisk, share, error)) in zip(curve.steps, known) {
            #expect(step.time == Int64(time) && step.atRisk == atRisk)
            #expect(abs(step.remaining - share) < 0.0006 && abs(step.variance.squareRoot() - error) < 0.00006)
        }
        #expect(curve.median == 23 && curve.at(5) == nil && curve.at(21)?.time == 16)
        #expect(curve.followed(to: 22) == 7)
        #expect(curve.reached(by: 6) == 3 && curve.waiting(at: 6) == 18)
        // Greenwood's band falls below one half at 13 weeks at the earliest, and never for certain.
        #expect(curve.medianInterval.low == 13 && curve.medianInterval.high == nil)
    }

    /// Remission on placebo, weeks, from the same trial: of 21 none is left, so the variance is that of a share.
    @Test("The interval of a median is where Greenwood's band crosses one half")
    func median() {
        let weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
        let curve = KaplanMeier(weeks.map { KaplanMeier.Life(Int64($0), reached: true) })
        #expect(curve.median == 8)
        #expect(curve.medianInterval.low == 4 && curve.medianInterval.high == 11)
        #expect(KaplanMeier([]).medianInterval.low == nil)
    }

    @Test("Half is half, though it is the product of many shares")
    func half() {
        for people in stride(from: 2, through: 400, by: 2) {
            let lives = (1...people).map { KaplanMeier.Life(Int64($0), reached: $0 * 2 <= people) }
            #expect(KaplanMeier(lives).median == Int64(people / 2))
        }
    }

    @Test("When all have got there nothing is left, and nothing is unsure about it")
    func all() {
        let curve = KaplanMeier([KaplanMeier.Life(1, reached: true), KaplanMeier.Life(2, reached: true)])
        #expect(curve.steps.map(\.remaining) == [0.5, 0] && curve.steps.last?.variance == 0)
        #expect(KaplanMeier([]).median == nil)
    }
}
