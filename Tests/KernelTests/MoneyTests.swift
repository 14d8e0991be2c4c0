import Kernel
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "Pounds are read as people write them",
        arguments: [
            ("1200", 120_000), ("1200.5", 120_050), ("1200.50", 120_050), ("£1,200.00", 120_000), ("-5.50", -550),
            ("-£5.50", -550), ("0", 0), ("0.01", 1), (".50", 50), ("1,234,567.89", 123_456_789), ("007", 700),
            ("£2,995.20", 299_520),
        ])
    func reads(text: String, pence: Int) throws {
        #expect(try Money(text).pence == pence)
    }

    @Test("Part of a penny is refused", arguments: ["7.200", "0.001", "-1.0000", "£1,200.005"])
    func refusesPartOfAPenny(text: String) {
        #expect(refusal { () throws(Refusal) in try Money(text) } == "money.part-penny")
    }

    @Test(
        "What is not an amount is refused: a comma that parts no thousands above all",
        arguments: [
            "", "-", "£", "£-5", "--5", "5-", "1.2.3", "5.", "12a", "twelve", " 5", "££5", "1,50", "12,00", "1234,567",
            ",500", "1,,000", "1,000,00", "1.000,00", "1,00.00", "١٢", "1e3", "NaN", "12345678901234567",
        ])
    func refusesTheUnreadable(text: String) {
        #expect(refusal { () throws(Refusal) in try Money(text) } == "money.unreadable")
    }

    @Test("A refusal quotes no more than forty characters of what was written")
    func refusalIsShort() {
        let long = String(repeating: "x", count: 10_000_000)
        do throws(Refusal) {
            _ = try Money(long)
            Issue.record("ten million letters were read as money")
        } catch {
            #expect(error.sentence.count < 120)
        }
    }

    @Test(
        "An amount is written with its thousands parted",
        arguments: [
            (0, "£0.00"), (5, "£0.05"), (-5, "-£0.05"), (99_999, "£999.99"), (120_000, "£1,200.00"),
            (-123_456_789, "-£1,234,567.89"), (Int.min, "-£92,233,720,368,547,758.08"),
        ])
    func writes(pence: Int, text: String) {
        #expect(Money(pence: pence).description == text)
    }

    @Test("What is written is read back as the same amount")
    func roundTrip() {
        let samples = Samples(seed: 1)
        let amounts = (0..<5_000).map { _ in Money(pence: samples.int(-1_000_000_000...1_000_000_000)) }
        let changed = amounts.filter { amount in (try? Money(amount.description)) != amount }
        #expect(changed.isEmpty)
    }

    @Test("Amounts add, take away, multiply and compare in pence")
    func arithmetic() {
        var sum = Money(pence: 40_000) + Money(pence: 120_000)
        sum += Money(pence: 17_000) * 13
        #expect(sum.pence == 381_000)
        #expect((Money.zero - sum).pence == -381_000)
        #expect(Money(pence: -1) < .zero)
    }
}
