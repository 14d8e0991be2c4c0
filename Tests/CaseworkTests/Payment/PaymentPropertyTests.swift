import Kernel
import Testing

@testable import Casework

@Suite("Whatever happened, payment keeps its promises")
struct PaymentPropertyTests {
    static let programmes: [Programme] = [
        .workProgramme, .earningsProgramme,
        .workProgramme.changed { $0.hoursAtLeast = Figure(16, .ours, source: "test") },
        .workProgramme.changed { row in
            guard case .weeks(let terms)? = row.outcome else { return }
            row.outcome = .weeks(
                WeeksOutcome(fee: terms.fee, weeks: Figure(6, .ours, source: "test"), counted: .continuous))
        },
        .workProgramme.changed { row in
            let terms = row.sustainment!
            row.sustainment = SustainmentTerms(
                fee: terms.fee, everyWeeks: 2, atMost: terms.atMost, workingDaysAfter: terms.workingDaysAfter,
                afterAllottedTime: .stops)
        },
    ]

    /// Facts by threads: those of one thread keep their order, and threads have nothing to do with one another.
    private struct Life {
        let ledger: PaymentLedger
        let start: CaseFile
        var threads: [[Event<CaseFile>]] = []

        func folded(_ events: some Sequence<Event<CaseFile>>) -> CaseFile {
            var file = start
            for event in events {
                file.apply(
                    Event(
                        id: event.id, subject: event.subject, sequence: file.sequence + 1, occurred: event.occurred,
                        recorded: event.recorded, by: event.by, fact: event.fact))
            }
            return file
        }

        var file: CaseFile { folded(threads.joined()) }

        /// The threads run together in some other order.
        func shuffled(_ random: RandomSource) -> CaseFile {
            var rest = threads.map { $0[...] }
            var mixed: [Event<CaseFile>] = []
            while !rest.isEmpty {
                let chosen = random.below(rest.count)
                if let next = rest[chosen].popFirst() { mixed.append(next) } else { rest.remove(at: chosen) }
            }
            return folded(mixed)
        }

        func lines(_ file: CaseFile, until day: CalendarDay) -> [DueLine] { ledger.lines(for: file, until: day) }
    }

    private static func life(_ seed: UInt64) throws -> (Life, RandomSource) {
        let random = RandomSource.seeded(seed)
        let group = ["1", "2", "3", "7"][random.below(4)]
        let programme = programmes[random.below(programmes.count)]
        let story = try WorkStory(
            programme, group: programme.id == "work-and-health" ? "2" : group,
            attached: day("2011-07-04").adding(days: random.below(30)), nation: Nation.allCases[random.below(4)])
        var life = Life(ledger: story.ledger, start: story.file)
        var number: UInt64 = 1000
        func event(_ fact: Fact) -> Event<CaseFile> {
            number += 1
            return Event(
                id: Identifier(high: 0x0197_0000_0003_7000, low: 1 << 63 | number), subject: story.file.id, sequence: 0,
                occurred: fact.occurred ?? .day(day("2014-01-01")), recorded: Instant(utc: day("2014-01-01")),
                by: WorkStory.inWork, fact: fact)
        }
        for _ in 0...random.below(3) {
            let started = day("2011-06-10").adding(days: random.below(800))
            let last = random.below(4) == 0 ? nil : started.adding(days: random.below(700))
            let job = Identifier<Job>(high: 0x7000, low: 1 << 63 | number)
            var thread = [
                event(
                    .employment(
                        .jobStarted(
                            .init(
                                job: job, started: started, kind: .employed,
                                hours: try WeeklyHours(10 + random.below(20))),
                            .shut)))
            ]
            if let last { thread.append(event(.employment(.jobEnded(job, last: last, reason: "F-252", .shut)))) }
            var from = started
            while from < last ?? day("2014-06-30") {
                let until = from.adding(days: random.below(90))
                let proof = Proof(
                    id: Identifier(high: 0x7000, low: 1 << 63 | number), job: job,
                    kind: ["payslip", "employer-letter", "payslip", "hearsay"][random.below(4)], from: from,
                    until: until,
                    earnings: Money(pence: random.below(100_000)))
                thread.append(event(.employment(.proofRecorded(proof))))
                from = until.adding(days: 1 + random.below(8))
            }
            life.threads.append(thread)
        }
        for benefit in ["JSA", "ESA"] {
            var from = day("2011-06-01")
            while from < day("2014-06-30") {
                let doubt = random.below(3) == 0
                let until = from.adding(days: random.below(doubt ? 12 : 300))
                let statement = BenefitStatement(
                    benefit: benefit, on: doubt && random.below(2) == 0, from: from, until: until,
                    certainty: doubt && random.below(2) == 0 ? .claimed : .known, source: .jobcentre)
                life.threads.append([event(.circumstance(.benefitStated(statement)))])
                from = until.adding(days: 1)
            }
        }
        return (life, random)
    }

    /// Each key that is due, with its day.
    private func due(_ lines: [DueLine]) -> [LineKey: CalendarDay] {
        Dictionary(uniqueKeysWithValues: lines.compactMap { line in line.dueOn.map { (line.key, $0) } })
    }

    @Test("A later day never takes a due line away, and no line is due after the day asked about")
    func laterKeeps() throws {
        var seen: Set<LineKind> = []
        for seed in 1...60 as ClosedRange<UInt64> {
            let (life, random) = try Self.life(seed)
            let file = life.file
            var before: [LineKey: CalendarDay] = [:]
            var date = day("2011-06-25")
            while date < day("2014-12-31") {
                let now = due(life.lines(file, until: date))
                #expect(before.allSatisfy { now[$0.key] == $0.value }, "seed \(seed), \(date)")
                #expect(now.values.allSatisfy { $0 <= date }, "seed \(seed), \(date)")
                seen.formUnion(now.keys.map(\.kind))
                before = now
                date = date.adding(days: 1 + random.below(40))
            }
        }
        #expect(seen == Set(LineKind.allCases))
    }

    @Test("More proof never takes a due line away")
    func proofKeeps() throws {
        var gained = 0
        for seed in 1...150 as ClosedRange<UInt64> {
            let (life, random) = try Self.life(seed)
            let date = day("2012-01-01").adding(days: random.below(900))
            let events = Array(life.threads.joined())
            let fewer = events.filter {
                guard case .employment(.proofRecorded) = $0.fact else { return true }
                return random.below(2) == 0
            }
            let (less, more) = (
                due(life.lines(life.folded(fewer), until: date)), due(life.lines(life.file, until: date))
            )
            #expect(less.keys.allSatisfy { more[$0] != nil }, "seed \(seed)")
            gained += more.count - less.count
        }
        #expect(gained > 0)
    }

    @Test("The order in which independent facts were recorded changes nothing")
    func orderIsNothing() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            let (life, random) = try Self.life(seed)
            let date = day("2012-01-01").adding(days: random.below(900))
            #expect(
                life.lines(life.shuffled(random), until: date) == life.lines(life.file, until: date), "seed \(seed)")
        }
    }

    @Test("Keys are unique, ordinals run from 1, and no week pays twice")
    func onceOnly() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            let (life, random) = try Self.life(seed)
            let date = day("2012-01-01").adding(days: random.below(900))
            let account = life.ledger.account(for: life.file, until: date)
            let lines = account.lines
            #expect(Set(lines.map(\.key)).count == lines.count)
            #expect(lines.map(\.key) == lines.map(\.key).sorted())
            for kind in LineKind.allCases {
                let ordinals = lines.filter { $0.key.kind == kind }.map(\.key.ordinal)
                #expect(ordinals == Array(1..<(ordinals.count + 1)))
                #expect(kind == .sustainment || ordinals.count <= 1)
            }
            let used = lines.flatMap(\.weeks)
            #expect(Set(used).count == used.count, "seed \(seed)")
            #expect(used.allSatisfy { account.weeks[$0 - 1].counted && account.weeks[$0 - 1].number == $0 })
            for line in lines where line.key.kind == .sustainment && !line.weeks.isEmpty {
                let weeks = line.weeks.map { account.weeks[$0 - 1] }
                #expect(weeks.count == account.terms?.sustainment?.everyWeeks)
                #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.to.adding(days: 1) == $1.from })
            }
        }
    }

    @Test(
        "A counted week is seven days, each in work, known off and inside the attachment or running on from it (M-002)")
    func countedWeeks() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            let (life, _) = try Self.life(seed)
            let file = life.file
            let account = life.ledger.account(for: file, until: day("2014-12-31"))
            guard let terms = account.terms, let attachment = file.referrals[0].attachment else { continue }
            for week in account.weeks where week.counted {
                #expect(week.from.days(until: week.to) == 6)
                #expect(week.from >= attachment.on)
                for date in week.from...week.to {
                    #expect(file.employment.jobs.contains { $0.isOpen(on: date) })
                    #expect(file.circumstances.knownOff.isOff(terms.offBenefit, on: date))
                }
                if week.to > attachment.until {
                    #expect(
                        (min(attachment.until, week.from)...week.to).allSatisfy { date in
                            file.employment.jobs.contains { $0.isOpen(on: date) }
                        })
                }
            }
            let days = account.weeks.map { ($0.from, $0.to) }
            #expect(zip(days, days.dropFirst()).allSatisfy { $0.1 < $1.0 })
        }
    }

    @Test("With no keys at all the lines are the same (design §3.4)")
    func noKeys() throws {
        var story = try WorkStory(group: "3", attached: day("2011-07-04"))
        for benefit in ["JSA", "ESA"] { try story.off(benefit, "2011-07-01") }
        let job = try story.job("2011-08-01", "2011-12-18", employer: "A sealed name")
        try story.prove(job, "2011-08-01", "2011-12-18")
        try story.job("2012-02-06", employer: "Another")
        var shut = CaseFile(id: story.file.id)
        for event in story.events {
            let fact = try Fact(
                kind: event.fact.kind, version: event.fact.version, clear: JSON(parsing: event.fact.clear.text),
                sealed: nil)
            shut.apply(
                Event(
                    id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                    recorded: event.recorded, by: event.by, fact: fact))
        }
        #expect(shut.employment.jobs.allSatisfy { $0.details == .shut })
        #expect(story.file.employment.jobs.allSatisfy { $0.details != .shut })
        for date in ["2011-08-15", "2011-10-30", "2012-01-12", "2012-03-01"] {
            #expect(story.ledger.account(for: shut, until: day(date)) == story.account(date))
        }
    }
}
