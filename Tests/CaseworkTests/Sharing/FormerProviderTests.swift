import Kernel
import Testing

@testable import Casework

@Suite("What a provider still reads of somebody who has left it (design §5)")
struct FormerProviderTests {
    /// With Works Local from 14 June 2012 to 11 June 2014, in work on the last day; then in other work, which the jobcentre
    /// told of, and seen by the jobcentre.
    private func left() throws -> Story {
        var story = try Story.attached().0
        story.sharing = .test
        let jobs: [(String, String?, String)] = [
            ("2014-05-05", "2014-08-01", "2014-08-04"), ("2014-08-02", "2014-09-12", "2014-09-15"),
            ("2014-10-20", nil, "2014-11-03"),
        ]
        for (from, to, next) in jobs {
            story.at(next)
            let worker = to == nil ? Story.jane : Story.dana
            let job = Identifier<Job>(high: 0x7000, low: 1 << 63 | UInt64(story.events.count))
            story.record(
                [
                    .employment(
                        .jobStarted(
                            EmploymentFact.JobStart(
                                job: job, started: day(from), kind: .employed, hours: try WeeklyHours(30)),
                            .open(try JobDetails(employer: "The Mill", title: "Cook"))))
                ], by: worker)
            guard let to else { continue }
            story.record([.employment(.jobEnded(job, last: day(to), reason: "ended", .shut))], by: Story.dana)
        }
        try story.book(try Story.slot("2014-11-10"), .review, by: Story.jane)
        try story.perform(CorrectCustomer(identity: try Story.identity(phone: "01924 111111")), by: Story.jane)
        return story
    }

    private func sight(_ story: Story, of actor: Author = Story.dana) -> Sight {
        story.file.sight(
            of: actor, as: story.file.relation(of: actor, on: story.now.day), matrix: .test, on: story.now.day)
    }

    @Test("Lists, which go by the last day alone, end on the same day as the record does")
    func lists() {
        for months in [1, 30, 72] {
            let matrix = SharingMatrix(formerMonths: months)
            for today in ["2012-02-29", "2012-03-30", "2012-03-31", "2013-02-28", "2013-03-01", "2018-12-31"].map(day) {
                let first = matrix.firstKeptOpen(on: today)
                for last in (-3...3).map({ first.adding(days: $0) }) {
                    #expect(matrix.keepsOpen(after: last, on: today) == (first <= last), "\(months) \(today) \(last)")
                }
            }
        }
    }

    @Test("Its own referral, its appointments, and the work that began in its time or went on from it")
    func things() throws {
        let story = try left()
        let seen = sight(story).see(story.file)
        #expect(seen.sight.relation == .former)
        #expect(seen.referrals.map(\.id) == story.file.referrals.map(\.id) && seen.interview != nil)
        #expect(seen.appointments.map(\.office) == [Story.local] && story.file.appointments.count == 2)
        #expect(seen.employment?.jobs.map(\.started) == [day("2014-05-05"), day("2014-08-02")])
        #expect(seen.identity?.name == "Rosa Parr" && seen.identity?.phone == nil)
        #expect(seen.joining == nil && seen.plan == nil && seen.consents == nil)
    }

    @Test("No entry of anybody else's but of these")
    func entries() throws {
        let story = try left()
        let sight = sight(story)
        let read = story.events.filter(sight.reads)
        let others = read.filter { $0.by.organisation != Story.local }
        #expect(
            others.map(\.fact.kind) == [
                "referral.interviewRecorded", "referral.made", "referral.allocated", "referral.transmitted",
                "referral.acknowledged", "referral.assigned",
            ])
        let own = story.events.filter { $0.by.organisation == Story.local }
        #expect(own.allSatisfy { event in read.contains { $0.id == event.id } })
        #expect(read.allSatisfy { $0.recorded < story.now })
    }

    @Test("Of what it cannot see it says nothing, rather than that there is none")
    func silence() throws {
        let story = try left()
        #expect(story.standing().whereTheyAre.hasSuffix("in work since 20 October 2014."))
        #expect(
            story.standing(sight(story)).whereTheyAre
                == "Attached from 14 June 2012; the allotted time ended on 11 June 2014.")
    }

    @Test("What the person agreed to show it, it sees whole")
    func agreed() throws {
        var story = try left()
        let terms = ConsentTerms(recipient: Story.local, categories: [.work], purpose: "support")
        story.record(
            [.sharing(.consented(.init(high: 7, low: 7), terms, until: day("2015-06-01"), .inPerson, request: nil))],
            by: Story.jane)
        let seen = sight(story).see(story.file)
        #expect(seen.employment?.jobs.count == 3 && seen.appointments.count == 1)
    }

    @Test("A referral that was withdrawn leaves what it wrote and the referral, and no work")
    func withdrawn() throws {
        var story = try Story.acknowledged()
        let referral = try #require(story.file.referral?.id)
        story.record([.referral(.queryAnswered(referral, upheld: true, .shut))], by: Story.jane)
        let seen = sight(story, of: Story.manager).see(story.file)
        #expect(seen.sight.relation == .former)
        #expect(seen.referrals.count == 1 && seen.employment?.jobs.isEmpty == true)
        #expect(story.standing(seen.sight).whereTheyAre == "Referral withdrawn on 31 May 2012.")
    }
}
