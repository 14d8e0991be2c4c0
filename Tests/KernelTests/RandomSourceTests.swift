import Kernel
import Testing

@Suite("Random numbers")
struct RandomSourceTests {
    @Test(
        "A seed gives SplitMix64's numbers, on every machine and for good",
        arguments: [
            (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC]),
            (1_234_567, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]),
        ] as [(UInt64, [UInt64])])
    func goldenValues(seed: UInt64, numbers: [UInt64]) {
        let source = RandomSource.seeded(seed)
        #expect(numbers.map { _ in source.next() } == numbers)
    }

    @Test("A number below a limit is from nought up to it, and all of them come up", arguments: [1, 2, 3, 7, 100])
    func belowStaysInRange(limit: Int) {
        let source = RandomSource.seeded(7)
        let drawn = Set((0..<limit * 100).map { _ in source.below(limit) })
        #expect(drawn == Set(0..<limit))
    }

    @Test("The ends of the range are reached at the ends of the source")
    func belowAtTheEnds() {
        #expect(RandomSource { .min }.below(10) == 0)
        #expect(RandomSource { .max }.below(10) == 9)
        #expect(RandomSource { .max }.below(.max) == .max - 1)
        #expect(RandomSource { .max }.fraction() < 1)
        #expect(RandomSource { .min }.fraction() == 0)
    }

    @Test("Fractions are spread evenly enough: ten tenths each hold a tenth, within a fiftieth")
    func fractionsAreEven() {
        let source = RandomSource.seeded(8)
        var tenths = [Int](repeating: 0, count: 10)
        for _ in 0..<20_000 { tenths[Int(source.fraction() * 10)] += 1 }
        #expect(tenths.allSatisfy { abs($0 - 2_000) < 400 })
    }

    @Test("A seeded source asked from many tasks at once gives each number to one of them")
    func sharedBetweenTasks() async {
        let source = RandomSource.seeded(9)
        let together = await withTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<8 { group.addTask { (0..<500).map { _ in source.next() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let alone = RandomSource.seeded(9)
        #expect(Set(together) == Set((0..<4_000).map { _ in alone.next() }))
    }
}
