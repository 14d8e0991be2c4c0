import Kernel
import Testing

@testable import Casework

@Suite("The draw")
struct DrawTests {
    private func provider(_ number: Int) -> Identifier<Organisation> {
        Identifier(high: 0x7000, low: 1 << 63 | UInt64(0x100 + number))
    }

    @Test("A value falls to the first provider whose cumulative share exceeds it, at the very edges (design §4.8)")
    func edges() throws {
        let shares = [(1, 0), (2, 2500), (3, 5000), (4, 0), (5, 2500)]
            .map { Share(provider: provider($0.0), tenThousandths: $0.1) }
        let quarter = UInt64(1) << 62
        for (bits, expected) in [
            (0, 2), (quarter - 1, 2), (quarter, 3), (3 * quarter - 1, 3), (3 * quarter, 5), (.max, 5),
        ] as [(UInt64, Int)] {
            #expect(DrawValue(bits: bits).choose(from: shares) == provider(expected), "\(bits)")
        }
        #expect(DrawValue(bits: 0).choose(from: []) == nil)
    }

    @Test("Over random values each provider comes as often as its share, and every value chooses one (A-131)")
    func frequency() {
        let random = RandomSource.seeded(2012)
        for _ in 0..<20 {
            let cuts = ([0, 10_000] + (0..<3).map { _ in random.below(10_001) }).sorted()
            let shares = zip(cuts, cuts.dropFirst()).enumerated().map {
                Share(provider: provider($0.offset), tenThousandths: $0.element.1 - $0.element.0)
            }
            let draws = 20_000
            var chosen: [Identifier<Organisation>: Int] = [:]
            for _ in 0..<draws {
                if let one = DrawValue(bits: random.next()).choose(from: shares) { chosen[one, default: 0] += 1 }
            }
            #expect(chosen.values.reduce(0, +) == draws)
            for share in shares {
                let expected = Double(share.tenThousandths) / 10_000
                let spread = (expected * (1 - expected) / Double(draws)).squareRoot()
                let found = Double(chosen[share.provider] ?? 0) / Double(draws)
                // Five standard deviations: one draw in two million strays further, and the seed is fixed.
                #expect(abs(found - expected) <= 5 * spread)
            }
        }
    }

    @Test("Every value is on the side of a share's edge that whole-number arithmetic puts it")
    func exact() {
        let random = RandomSource.seeded(5)
        for _ in 0..<2000 {
            let share = random.below(10_001)
            let value = DrawValue(bits: random.next())
            let shares = [
                Share(provider: provider(1), tenThousandths: share),
                Share(provider: provider(2), tenThousandths: 10_000 - share),
            ]
            // value / 2^64 < share / 10,000, multiplied out.
            let below = UInt128(value.bits) * 10_000 < UInt128(share) << 64
            #expect(value.choose(from: shares) == provider(below ? 1 : 2))
        }
    }

    @Test("Shares that do not add up to 100%, are negative, or name a provider twice are refused")
    func shares() {
        func set(_ shares: [(Int, Int)]) -> String? {
            refusal {
                _ = try ShareSetting(
                    programme: "made-up", group: nil, from: day("2012-01-01"),
                    shares: shares.map { Share(provider: provider($0.0), tenThousandths: $0.1) })
            }?.code
        }
        #expect(set([(1, 4000), (2, 6000)]) == nil)
        #expect(set([(1, 10_000)]) == nil)
        #expect(set([(1, 4000), (2, 5999)]) == "area.shares")
        #expect(set([(1, 4000), (2, 6001)]) == "area.shares")
        #expect(set([(1, 11_000), (2, -1000)]) == "area.shares")
        #expect(set([]) == "area.shares")
        #expect(set([(1, 5000), (1, 5000)]) == "area.provider-twice")
    }

    @Test("A group's own shares come before those for all, and the latest by its first day holds")
    func inForce() throws {
        var area = try Area(id: Story.areaID, [.opening])
        func set(_ group: String?, _ from: String, _ number: Int) throws {
            area.add(
                .sharesSet(
                    try ShareSetting(
                        programme: "made-up", group: group, from: day(from),
                        shares: [Share(provider: provider(number), tenThousandths: 10_000)])))
        }
        func inForce(_ group: String, _ on: String) -> Identifier<Organisation>? {
            area.shares(programme: "made-up", group: group, on: day(on)).first?.provider
        }
        try set(nil, "2012-07-01", 1)
        try set("told", "2012-08-01", 2)
        // Recorded last, though it was in force before the first.
        try set(nil, "2012-05-01", 3)
        #expect(inForce("told", "2012-04-30") == nil)
        #expect(inForce("told", "2012-05-01") == provider(3))
        #expect(inForce("told", "2012-07-01") == provider(1))
        #expect(inForce("told", "2012-08-01") == provider(2))
        #expect(inForce("chose", "2012-08-01") == provider(1))
        // Of two from one day, what was recorded later holds.
        try set(nil, "2012-07-01", 4)
        #expect(inForce("chose", "2012-07-01") == provider(4))
        #expect(area.shares(programme: "other", group: "told", on: day("2012-08-01")) == [])
    }

    @Test("The next draw takes the number after the last, under the period of the day")
    func numbers() throws {
        var area = try Area(id: Story.areaID, [.opening, .key, .shares])
        let token = DrawToken(random: .seeded(1))
        func next(_ on: String) throws -> Draw {
            try DrawSetting(area: area, value: DrawValue(bits: .max), earlier: nil)
                .draw(programme: "made-up", group: "told", token: token, on: day(on))
        }
        let first = try next("2012-01-01")
        #expect(first.number == 1 && first.period == "2012" && first.provider == Story.rival)
        area.add(.drawn(first))
        #expect(try next("2012-12-31").number == 2)
        #expect(refusal { _ = try next("2013-01-01") }?.code == "draw.no-key")
        area.advance(toDraw: 7, sequence: 30)
        #expect(try next("2012-02-01").number == 8 && area.sequence == 30)
        area.advance(toDraw: 5, sequence: 2)
        #expect(try next("2012-02-01").number == 8 && area.sequence == 30)
    }

    @Test("A draw's value and token are read back as they are written, and nothing else is read")
    func forms() throws {
        for bits in [0, 1, 0xABC, .max] as [UInt64] {
            #expect(try DrawValue(DrawValue(bits: bits).description) == DrawValue(bits: bits))
        }
        #expect(throws: JSONFault.self) { try DrawValue("+00000000000000a") }
        #expect(throws: JSONFault.self) { try DrawValue("00000000000000ag") }
        #expect(throws: JSONFault.self) { try DrawToken("00") }
        #expect(throws: JSONFault.self) { try DrawToken(String(repeating: "A", count: 32)) }
    }
}
