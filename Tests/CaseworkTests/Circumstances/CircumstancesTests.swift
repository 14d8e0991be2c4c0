import Kernel
import Testing

@testable import Casework

@Suite("Benefits, day by day")
struct CircumstancesTests {
    @Test("A statement recorded later wins over the days it covers, and leaves the others (design §4.3, C14)")
    func laterWins() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.off("JSA", "2011-08-01")
        try story.state("JSA", on: true, "2011-09-05", "2011-09-11")
        let held = story.file.circumstances
        #expect(held.status(benefit: "JSA", on: day("2011-09-04")).on == false)
        #expect(held.status(benefit: "JSA", on: day("2011-09-05")).on == true)
        #expect(held.status(benefit: "JSA", on: day("2011-09-11")).on == true)
        #expect(held.status(benefit: "JSA", on: day("2011-09-12")).on == false)
        #expect(held.spells(of: "JSA").map(\.from) == [day("2011-08-01"), day("2011-09-05"), day("2011-09-12")])
        #expect(held.statements.count == 2)
    }

    @Test("A day nobody spoke of is not known, and has no statement behind it (M-002)")
    func neverStated() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.off("JSA", "2011-08-01")
        let before = story.file.circumstances.status(benefit: "JSA", on: day("2011-07-31"))
        #expect(before == BenefitStatus(on: nil, certainty: .unknown, stamp: nil))
        #expect(story.file.circumstances.notKnownOff(["JSA"], on: day("2011-07-31"))?.why == .neverStated)
    }

    @Test(
        "Only known is off: claimed, unknown and on it each say why (M-002)",
        arguments: [
            (false, Certainty.known, nil), (false, .claimed, .claimedOnly), (false, .unknown, .unknown),
            (true, .known, .onIt), (true, .claimed, .onIt), (true, .unknown, .unknown),
        ] as [(Bool, Certainty, NotKnownOff.Why?)])
    func onlyKnown(on: Bool, certainty: Certainty, why: NotKnownOff.Why?) throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.state("JSA", on: on, "2011-08-01", nil, certainty)
        #expect(story.file.circumstances.notKnownOff(["JSA"], on: day("2011-08-02"))?.why == why)
        #expect(story.file.circumstances.knownOff.isOff(["JSA"], on: day("2011-08-02")) == (why == nil))
    }

    @Test("The range question finds the same first day as asking day by day")
    func rangeAgreesWithDays() {
        let random = RandomSource.seeded(5)
        for _ in 0..<300 {
            var held = Circumstances()
            for number in 0..<random.below(8) {
                let from = day("2012-01-01").adding(days: random.below(60))
                held.apply(
                    .benefitStated(
                        BenefitStatement(
                            benefit: ["JSA", "ESA"][random.below(2)], on: random.below(4) == 0, from: from,
                            until: random.below(2) == 0 ? nil : from.adding(days: random.below(30)),
                            certainty: random.below(5) == 0 ? .claimed : .known, source: .jobcentre)),
                    .made(UInt64(number)))
            }
            let from = day("2012-01-01").adding(days: random.below(40))
            let last = from.adding(days: random.below(40))
            let slow = (from...last).lazy.compactMap { held.notKnownOff(["JSA", "ESA"], on: $0) }.first
            #expect(held.notKnownOff(["JSA", "ESA"], from: from, through: last) == slow)
            for benefit in ["JSA", "ESA"] {
                let spells = held.spells(of: benefit)
                #expect(zip(spells, spells.dropFirst()).allSatisfy { $0.until! < $1.from })
                for date in from...last {
                    let latest = held.statements.last {
                        $0.statement.benefit == benefit && $0.statement.from <= date
                            && $0.statement.until.map { date <= $0 } ?? true
                    }
                    #expect(held.status(benefit: benefit, on: date).stamp == latest?.event)
                }
            }
        }
    }

    @Test("An unknown benefit code is refused with the codes there are")
    func unknownCode() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let refused = refusal { try story.off("JSSA", "2011-08-01") }
        #expect(refused?.code == "benefit.unknown-code")
        #expect(refused?.sentence.contains("ESA, JSA") == true)
        #expect(refused?.field == "benefit")
    }

    @Test("An end before the start is refused")
    func endFirst() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        #expect(refusal { try story.off("JSA", "2011-08-02", "2011-08-01") }?.code == "benefit.ends-first")
    }

    @Test("A provider may pass on what was said, and cannot make it known; nor can the customer's word (M-002, ours)")
    func whoMayKnow() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        func said(_ certainty: Certainty, _ source: BenefitSource, from: String = "2011-08-01", until: String? = nil)
            -> StateBenefit
        {
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: day(from), until: until.map(day), certainty: certainty,
                    source: source))
        }
        let today = day("2011-08-10")
        #expect(
            refusal { try story.perform(said(.known, .benefitOffice), on: today) }?.code == "benefit.cannot-know")
        #expect(
            refusal { try story.perform(said(.known, .customer), on: today, by: WorkStory.adviser) }?.code
                == "benefit.whose-word")
        #expect(
            refusal {
                try story.perform(said(.known, .jobcentre, from: "2011-08-11"), on: today, by: WorkStory.adviser)
            }?
            .code == "benefit.future-start")
        #expect(
            refusal {
                try story.perform(said(.known, .jobcentre, until: "2011-08-11"), on: today, by: WorkStory.adviser)
            }?.field == "until")
        try story.perform(said(.claimed, .customer, from: "2011-08-20"), on: today)
        try story.perform(said(.known, .jobcentre), on: today, by: WorkStory.adviser)
        #expect(refusal { try story.perform(said(.claimed, .customer), on: today) }?.code == "benefit.already-known")
        #expect(refusal { try story.perform(said(.unknown, .provider), on: today) }?.code == "benefit.already-known")
    }

    @Test("A word against what is known is taken, and the days wait again (evidence before consequence)")
    func doubtIsTaken() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.off("JSA", "2011-08-01")
        try story.state("JSA", on: true, "2011-09-01", nil, .claimed)
        #expect(story.file.circumstances.notKnownOff(["JSA"], on: day("2011-09-01"))?.why == .onIt)
    }
}

extension EventStamp {
    /// The envelope of some event, for a fold that is tested by itself.
    static func made(_ number: UInt64) -> EventStamp {
        let start = CalendarDay(number: 15_340)
        return EventStamp(
            Event<CaseFile>(
                id: Identifier(high: 1, low: number), subject: Identifier(high: 1, low: 1), sequence: Int(number) + 1,
                occurred: .day(start), recorded: Instant(utc: start), by: WorkStory.adviser,
                fact: .employment(.proofWithdrawn(Identifier(high: 1, low: 1), Identifier(high: 1, low: 1), .shut))))
    }
}
