import Casework
import Foundation
import Kernel
import Programmes
import Testing

/// One case of the programme in Fixtures/earnings-outcome.yaml, whose terms are all in that file.
@Suite("Paying by a programme read from a file")
struct EarningsPaymentTests {
    /// Somebody attached on 15 January 2018 who has had a job since 1 February.
    private struct Story {
        static let attached = day("2018-01-15")
        /// The last of 456 days of support and 182 of tracking, the day of the attachment being the first.
        static let last = day("2019-10-14")
        private static let job = Identifier<Job>(high: 1, low: 6)

        private let subject = Identifier<CaseFile>(high: 1, low: 1)
        private let provider = Identifier<Organisation>(high: 1, low: 2)
        private var events: [Event<CaseFile>] = []

        init() throws {
            let worker = Identifier<Person>(high: 1, low: 3)
            let referral = Identifier<Referral>(high: 1, low: 4)
            let appointment = Identifier<Appointment>(high: 1, low: 5)
            let referred = Self.attached.adding(days: -14)
            let identity = try Identity(given: "Made", family: "Up", born: day("1980-02-03"), on: referred)
            let token = DrawToken(random: .seeded(1))
            let slot = try Slot(
                starts: Instant(london: Self.attached, hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
            let hours = try WeeklyHours(30)
            let details = try JobDetails(employer: "Mill")
            add(
                .customer(
                    .registered(.init(jobcentre: provider, drawToken: token, jointClaim: nil), .open(identity))),
                on: referred)
            add(
                .referral(
                    .made(
                        .init(
                            referral: referral, programme: "earnings-outcome", group: "all", basis: .voluntary,
                            on: referred, area: Identifier(high: 1, low: 7), nation: .england), .shut)),
                on: referred)
            add(
                .referral(
                    .allocated(
                        referral, .init(draw: 1, value: DrawValue(bits: 7), provider: provider, followed: false))),
                on: referred)
            add(.referral(.acknowledged(referral)), on: referred)
            add(
                .appointment(
                    .booked(appointment, .init(purpose: .first, adviser: worker, office: provider, slot: slot))),
                on: referred)
            add(
                .appointment(.attended(appointment, Attendance(mode: .faceToFace, minutes: 60, late: 0))),
                on: Self.attached)
            add(
                .referral(.attached(referral, on: Self.attached, until: Self.attached.adding(days: 455))),
                on: Self.attached)
            add(
                .employment(
                    .jobStarted(
                        .init(job: Self.job, started: day("2018-02-01"), kind: .employed, hours: hours), .open(details))
                ), on: day("2018-02-01"))
        }

        private mutating func add(_ fact: Fact, on day: CalendarDay) {
            let place = events.count + 1
            let recorded = Instant(london: day, hour: 12, minute: 0)
            events.append(
                Event(
                    id: Identifier(high: 2, low: UInt64(place)), subject: subject, sequence: place,
                    occurred: .instant(recorded), recorded: recorded,
                    by: Author(person: Identifier(high: 1, low: 3), organisation: provider, role: .providerAdviser),
                    fact: fact))
        }

        /// What the tax office's payroll record shows as earned over some days, recorded on the last of them.
        mutating func prove(_ pence: Int, _ from: String, _ until: CalendarDay) {
            let proof = Proof(
                id: Identifier(high: 3, low: UInt64(events.count)), job: Self.job, kind: "payroll", from: day(from),
                until: until, earnings: Money(pence: pence))
            add(.employment(.proofRecorded(proof)), on: until)
        }

        /// The lines of the case by a day.
        func lines(until day: CalendarDay) throws -> [DueLine] {
            PaymentLedger(try earningsProgramme()).lines(for: CaseFile(id: subject, folding: events), until: day)
        }
    }

    @Test("£2,500 falls due on the day £2,995.20 is proven as earned, and a penny less is not due (C12)")
    func penny() throws {
        var story = try Story()
        story.prove(299_519, "2018-02-01", day("2018-07-31"))
        story.prove(1, "2018-08-01", day("2018-08-31"))
        let short = try story.lines(until: day("2018-08-30"))
        #expect(short.map(\.key.kind) == [.jobOutcome], "no fee for an attachment, and no sustainment")
        #expect(
            short.first?.state
                == .notYet(
                    [.earnings(Money(pence: 299_519), of: Money(pence: 299_520), until: Story.last)],
                    earliest: day("2018-08-31")))
        for until in ["2018-08-31", "2020-01-01"] {
            let reached = try story.lines(until: day(until))
            #expect(reached.map(\.dueOn) == [day("2018-08-31")])
            #expect(reached.map(\.amount?.value) == [Money(pence: 250_000)])
        }
    }

    @Test("Earnings count to the last of 456 and 182 days, and those of a day later never do")
    func inTime() throws {
        var story = try Story()
        story.prove(299_520, "2019-10-01", Story.last)
        #expect(try story.lines(until: Story.last).map(\.dueOn) == [Story.last])
        let after = Story.last.adding(days: 1)
        var late = try Story()
        late.prove(299_520, "2019-10-01", after)
        #expect(try late.lines(until: after).map(\.state) == [.never(.earningsTimeOver(Story.last))])
    }
}

/// The made-up programme of Fixtures/earnings-outcome.yaml.
func earningsProgramme() throws -> Programme {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures/earnings-outcome.yaml")
    return try ProgrammeReader.read(path: fixture.path)
}
