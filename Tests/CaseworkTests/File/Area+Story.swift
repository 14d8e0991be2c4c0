import Kernel

@testable import Casework

extension Area {
    enum Setup { case opening, key, shares }

    /// An area of 40% and 60%, with a key for 2012.
    init(id: Identifier<Area>, _ setup: [Setup], in nation: Nation = .england) throws {
        self.init(id: id)
        for step in setup {
            switch step {
            case .opening:
                add(.opened(.init(name: "West Yorkshire", nation: nation, commissioner: Story.council)))
            case .key:
                add(
                    .keyCommitted(
                        DrawPeriod(id: "2012", from: day("2012-01-01"), until: day("2012-12-31"), commitment: "c0")))
            case .shares:
                add(
                    .sharesSet(
                        try ShareSetting(
                            programme: "made-up", group: nil, from: day("2012-01-01"),
                            shares: [
                                Share(provider: Story.prime, tenThousandths: 4000),
                                Share(provider: Story.rival, tenThousandths: 6000),
                            ])))
            }
        }
    }

    /// Folds a fact in, as recorded on 1 January 2012.
    mutating func add(_ fact: AreaFact) {
        apply(
            Event<Area>(
                id: Identifier(high: 0x7000, low: 1 << 63 | UInt64(sequence + 1)), subject: id,
                sequence: sequence + 1,
                occurred: .day(day("2012-01-01")), recorded: Instant(utc: day("2012-01-01")), by: Story.jane, fact: fact
            ))
    }
}
