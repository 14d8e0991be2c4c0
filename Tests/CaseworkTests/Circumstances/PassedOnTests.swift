import Kernel
import Testing

@testable import Casework

@Suite("What one body records reaches the others (C14, G-003)")
struct PassedOnTests {
    private func say(_ on: Bool, from: String = "2012-06-18", _ certainty: Certainty = .known) -> StateBenefit {
        StateBenefit(
            statement: BenefitStatement(
                benefit: "JSA", on: on, from: day(from), until: nil, certainty: certainty, source: .jobcentre))
    }

    @Test(
        "Off the benefit, recorded by its ordinary form, is due from everybody else whom it concerns, and no one twice")
    func benefit() throws {
        var room = try ChangeRoom()
        #expect(try room.perform(say(true, from: "2012-06-01"), by: Story.jane).count == 1, "it begins the record")
        #expect(try room.perform(say(true, from: "2012-06-04"), by: Story.jane).count == 1, "it says nothing new")
        try room.perform(say(false), by: Story.jane)
        let change = try #require(room.held.changes.last)
        #expect(room.held.changes.count == 1 && change.told == [Story.prime, Story.local])
        #expect(change.detail.value == ChangeDetail(code: "JSA", on: false) && change.terms.certainty == .known)
        #expect(room.held.statements.last?.statement.change == change.id)
        #expect(room.dues(Story.dana).contains { $0.code == .applyChange })
        #expect(!room.dues(Story.jane).contains { $0.code == .applyChange }, "its own word is not due from it")
        #expect(try room.perform(say(false), by: Story.jane).count == 1)
        try room.perform(say(true, .claimed), by: Story.dana)
        #expect(room.held.changes.last?.told == [Story.jobcentre, Story.prime])
    }

    @Test("Of days to come nothing is told; off a benefit is told, though nobody ever said that they were on it")
    func firstWord() throws {
        var room = try ChangeRoom()
        #expect(try room.perform(say(false, from: "2012-06-25", .claimed), by: Story.jane).count == 1)
        room.at("2012-06-25")
        #expect(try room.perform(say(false, from: "2012-06-18"), by: Story.jane).count == 2)
    }

    @Test("That nobody knows of a benefit which was held to begin later than the day given is told (C14)")
    func notKnown() throws {
        var room = try ChangeRoom()
        let unknown = StateBenefit(
            statement: BenefitStatement(
                benefit: "JSA", on: true, from: day("2012-06-01"), until: nil, certainty: .unknown, source: .provider))
        try room.perform(say(true, from: "2012-06-11", .claimed), by: Story.jane)
        #expect(try room.perform(unknown, by: Story.dana).count == 2)
        #expect(try room.perform(unknown, by: Story.dana).count == 1, "it says nothing new")
    }

    @Test("With nobody else to tell, it is recorded and no report is made of it")
    func alone() throws {
        var story = try Story.registered()
        story.sharing = .test
        try story.perform(Story.benefit(true, from: "2012-05-01"), by: Story.jane)
        #expect(try story.perform(Story.benefit(false, from: "2012-05-20"), by: Story.jane).count == 1)
        #expect(story.file.circumstances.changes.isEmpty)
    }

    @Test("The start and the end of a job are told, and taken back with what was recorded in error")
    func work() throws {
        var room = try ChangeRoom()
        try room.perform(
            RecordJobStart(
                started: day("2012-06-18"), kind: .employed, hours: try WeeklyHours(30),
                details: try JobDetails(employer: "The Mill")), by: Story.dana)
        let job = try #require(room.file.employment.jobs.last).id
        let started = try #require(room.held.changes.last)
        #expect(started.kind == .work && started.told == [Story.jobcentre, Story.prime])
        #expect(started.detail.value?.written(.work) == "Starts or started a job")
        #expect(started.terms.source == .provider && started.event.recorded == room.now)
        room.at("2012-06-22")
        try room.perform(RecordJobEnd(job: job, last: day("2012-06-21"), reason: "over", words: nil), by: Story.dana)
        #expect(room.held.changes.last?.detail.value?.written(.work) == "A job ended")
        let why = Words("It was another person.")
        room.at("2012-06-25")
        try room.perform(WithdrawJobEnd(job: job, why: why), by: Story.dana)
        #expect(room.held.changes.map { $0.withdrawn != nil } == [false, true])
        try room.perform(WithdrawJob(job: job, why: why), by: Story.dana)
        #expect(
            room.held.changes.allSatisfy { $0.withdrawn != nil && $0.waitingFor == [Story.jobcentre, Story.prime] })
    }

    @Test("News of a job is no more than news: what is held of work stays the person's own word, and the jobs (C14)")
    func newsAlone() throws {
        var room = try ChangeRoom()
        try room.perform(
            ReportChange(
                .work, ChangeDetail(words: "I want evenings free."), from: day("2012-06-15"), source: .customer,
                route: .online), by: room.customer)
        func start(_ date: String, _ employer: String) throws -> Identifier<Job> {
            try room.perform(
                RecordJobStart(
                    started: day(date), kind: .employed, hours: try WeeklyHours(30),
                    details: try JobDetails(employer: employer)), by: Story.dana)
            return try #require(room.file.employment.jobs.last).id
        }
        let first = try start("2012-06-14", "The Mill")
        _ = try start("2012-06-18", "The Dairy")
        try room.perform(RecordJobEnd(job: first, last: day("2012-06-16"), reason: "over", words: nil), by: Story.dana)
        let status = room.held.status(of: .work, on: room.today)
        #expect(status.detail == ChangeDetail(words: "I want evenings free."))
        #expect(room.held.changes.filter(\.isNewsOfJob).count == 3)
        // It goes with the job, and not by itself.
        let news = try #require(room.held.changes.last)
        let undo = WithdrawChange(event: news.event.id, why: Words("Not so."))
        #expect(room.refused(undo, by: Story.dana) == "change.of-job")
        try room.perform(WithdrawJobEnd(job: first, why: Words("Not so.")), by: Story.dana)
        #expect(room.held.change(news.id)?.withdrawn != nil)
    }

    @Test(
        "An organisation that no longer helps keeps nothing waiting: not the state, the list or what the person reads")
    func left() throws {
        var room = try ChangeRoom()
        let id = try room.tell(.phone, "07700 900123")
        for actor in [Story.jane, Story.manager, Story.dana] {
            room.at("2012-06-21")
            try room.perform(ApplyChange(change: id), by: actor)
        }
        func seen() -> ReportedChange? { room.sight(room.customer).see(room.file).circumstances?.change(id) }
        let before = try #require(room.held.change(id))
        #expect(seen()?.state == .waiting && room.file.waiting(for: before) == [ChangeRoom.college])
        room.fold(.sharing(.withdrawn(Identifier(high: 3, low: 0), .online)), by: room.customer)
        let change = try #require(room.held.change(id))
        #expect(room.file.waiting(for: change) == [])
        #expect(seen()?.state == .applied && seen()?.left == [ChangeRoom.college])
        #expect(seen()?.progress == "Applied in 3 of 3")
        #expect(change.told == before.told, "who was told is kept")
    }

    @Test("A consent that runs out with its day keeps nothing waiting either")
    func ranOut() throws {
        var room = try ChangeRoom()
        let id = try room.tell(.phone, "07700 900123")
        room.at("2013-05-28")
        let seen = try #require(room.sight(room.customer).see(room.file).circumstances?.change(id))
        #expect(seen.left == [ChangeRoom.college])
        #expect(seen.waitingFor == [Story.jobcentre, Story.prime, Story.local])
    }

    @Test("Whoever has the person next in the chain takes up what waited, and nothing that was told by consent (K-007)")
    func chain() throws {
        var room = try ChangeRoom()
        room.agree([.health], with: Story.local)
        let phone = try room.tell(.phone, "07700 900123")
        try room.perform(
            ReportChange(
                .health, ChangeDetail(code: "6-months"), from: day("2012-06-01"), source: .customer, route: .online),
            by: room.customer)
        let health = try #require(room.held.changes.last)
        #expect(health.told == [Story.local])
        let referral = try #require(room.file.referral).id
        room.fold(
            .referral(
                .adviserChanged(
                    referral, Story.rival, Story.omar, reason: "left",
                    .open(Words("Likes to cook.")))), by: Story.manager)
        #expect(
            room.held.change(phone)?.waitingFor
                == [Story.jobcentre, Story.prime, Story.rival, ChangeRoom.college])
        #expect(room.held.change(health.id)?.waitingFor == [Story.local])
        #expect(CaseFile(id: room.file.id, folding: room.events).circumstances == room.held)
    }

    @Test("A number that nobody was sure of for 90 days is asked about once, until it is said to be right (G-098)")
    func stillRight() throws {
        var room = try ChangeRoom()
        func asked(_ actor: Author) -> Due? { room.dues(actor).first { $0.code == .confirmContacts } }
        room.at("2012-08-25")
        #expect(asked(Story.dana) == nil)
        room.at("2012-08-26")
        let due = try #require(asked(Story.dana))
        #expect(due.sentence.contains("the phone number") && due.sentence.contains("from 28 May 2012."))
        #expect(!due.overdue && due.day == room.today && due.act == .reportChange)
        #expect(asked(Story.jane) != nil && asked(ChangeRoom.teacher) == nil)
        #expect(due.organisation == room.file.referral?.holder, "whoever has them asks, and the jobcentre waits")
        try room.perform(RecordContactFailed(kind: .phone, reason: .noAnswer), by: Story.dana)
        try room.perform(ConfirmContacts(), by: Story.dana)
        #expect(room.held.confirmations.map(\.kinds) == [[.address]], "what is doubtful is settled by itself")
        #expect(asked(Story.dana) == nil && asked(Story.jane) == nil)
        room.at("2013-05-30")
        #expect(asked(Story.dana) != nil)
        try room.tell(.address, "2 Low Street, Wakefield", from: "2013-05-30")
        #expect(asked(Story.dana) == nil)
    }
}
