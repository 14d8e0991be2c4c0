import Kernel
import Testing

@testable import Casework

@Suite("Timeline")
struct TimelineTests {
    private static let names = Names(
        organisation: {
            [Story.jobcentre: "Union Street Jobcentre", Story.prime: "Northern Prime", Story.local: "Works Local"][$0]
                ?? "somebody"
        },
        person: { [Story.dana.person: "Dana Firth", Story.omar: "Omar Khan"][$0] ?? "somebody" })

    private func entries(_ story: Story, _ relation: Relation = .oneself) -> [TimelineEntry] {
        Timeline.entries(
            story.events, through: Sight(role: .adviser, relation: relation), names: Self.names,
            programmes: ["made-up": story.programme], tools: .madeUp)
    }

    private func told(_ entries: [TimelineEntry]) -> [String] {
        entries.map {
            "\($0.day) \($0.mark == .done ? "●" : "○") \($0.headline)" + ($0.detail.map { " | \($0)" } ?? "")
        }
    }

    /// Registered to the first job, with a miss, a move, a withdrawal and a proof.
    private func life() throws -> Story {
        var (story, id) = try Story.booked()
        try story.perform(
            GiveNotice(appointment: id, route: .post, mandatory: true, digest: "ab"), by: Story.dana)
        story.at("2012-06-12")
        try story.perform(
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-15"), asked: .customer, reason: "travel"),
            by: Story.dana)
        try story.perform(RemindOfAppointment(appointment: id), by: Story.dana)
        story.at("2012-06-16")
        try story.perform(
            RecordMiss(appointment: id, reason: "F-030", words: Words("I was sick.")), by: Story.dana)
        try story.perform(WithdrawOutcome(appointment: id, why: Words("She came.")), by: Story.dana)
        try story.perform(
            RecordAttendance(
                appointment: id, attendance: Attendance(mode: .faceToFace, minutes: 50, late: 10)), by: Story.dana)
        let review = try story.book(try Story.slot("2012-06-29", mode: .phone), .review)
        try story.perform(
            CancelAppointment(appointment: review, asked: .provider, reason: "room", words: Words("Flooded.")),
            by: Story.dana)
        try story.perform(CorrectCustomer(identity: try Story.identity(phone: "01924 111111")), by: Story.dana)
        try story.perform(
            ChangeAdviser(
                provider: Story.local, adviser: Story.omar, reason: "left", handover: Words("Likes to cook.")),
            by: Story.manager)
        story.at("2012-07-02")
        try story.perform(
            RecordJobStart(
                started: day("2012-06-18"), kind: .employed, hours: try WeeklyHours(30),
                details: try JobDetails(employer: "The Mill", title: "Cook")),
            by: Story.dana)
        try story.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: day("2012-06-18"), until: nil, certainty: .known,
                    source: .jobcentre)),
            by: Story.jane)
        let job = try #require(story.file.employment.jobs.first?.id)
        try story.perform(
            RecordProof(
                job: job, kind: "letter", from: day("2012-06-18"), until: day("2012-07-01"), earnings: nil),
            by: Story.dana)
        return story
    }

    @Test("A life on a programme reads, to the person it is about, in the field's words, the latest day first")
    func whole() throws {
        #expect(
            told(entries(try life())) == [
                "2012-07-02 ● Proof of work recorded: employer’s letter | Covers 18 June 2012 to 1 July 2012",
                "2012-06-18 ● Off Jobseeker’s Allowance from 18 June 2012 on | Known, from the jobcentre",
                "2012-06-18 ● Job started at The Mill | Employed, 30 hours a week · Cook",
                "2012-06-16 ● Adviser changed to Omar Khan at Works Local | The adviser left · “Likes to cook.”",
                "2012-06-16 ● Details put right | Changed: phone number",
                "2012-06-16 ● Review on 29 June 2012 cancelled | Asked by the provider: Room or equipment · “Flooded.”",
                "2012-06-16 ○ Review booked for 29 June 2012 at 9:30 | By phone, with Dana Firth at Works Local",
                "2012-06-16 ● What was recorded of the first appointment on 15 June 2012 withdrawn as a mistake | “She came.”",
                "2012-06-15 ● Attached to the programme | The allotted time runs until 12 June 2014",
                "2012-06-15 ● First appointment held, 50 min, with Dana Firth | Face to face, 10 min late",
                "2012-06-15 ○ First appointment missed | Ill on the day · “I was sick.”",
                "2012-06-12 ○ Reminder of the first appointment sent",
                "2012-06-12 ○ First appointment moved to 15 June 2012 at 9:30 | Asked by the customer: Travel or weather",
                "2012-06-01 ○ Notice of the first appointment sent | By post, served on 7 June 2012",
                "2012-06-01 ○ First appointment booked for 14 June 2012 at 9:30 | Face to face, with Dana Firth at Works Local",
                "2012-05-31 ● Assigned to Dana Firth at Works Local",
                "2012-05-31 ● Referral acknowledged by the provider",
                "2012-05-30 ○ Referral sent to Northern Prime | Sent: name, health",
                "2012-05-30 ● Provider drawn: Northern Prime | Draw 1",
                "2012-05-30 ○ Referred to Made Up Programme, group told | Taking part is required",
                "2012-05-29 ● Referral interview held for Made Up Programme | 2 topics explained, also in writing · “Wants to cook.”",
                "2012-05-28 ● Registered at Union Street Jobcentre",
            ])
    }

    /// One that had the person before reads by whose the entry is, which has its own tests.
    @Test(
        "An entry is left out when its category is not seen",
        arguments: Relation.allCases.filter { $0 != .past && $0 != .former })
    func filtered(_ relation: Relation) throws {
        let story = try life()
        let sight = Sight(role: .adviser, relation: relation)
        let expected = story.events.filter { sight.sees($0.fact.category) }.map(\.id)
        #expect(Set(entries(story, relation).map(\.event)) == Set(expected))
    }

    @Test("Sealed words are shown to nobody who may not open them, even when they are open")
    func sealed() throws {
        let text = told(entries(try life(), .commissions)).joined(separator: "\n")
        #expect(text.contains("First appointment missed | Ill on the day\n"))
        for word in ["“", "Mill", "Cook", "sick", "Flooded"] { #expect(!text.contains(word)) }
    }

    @Test("With the keys gone every entry still stands, without the words")
    func shut() throws {
        var story = try life()
        let whole = entries(story)
        let events = try story.events.map { event in
            Event<CaseFile>(
                id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                recorded: event.recorded, by: event.by,
                fact: try Fact(kind: event.fact.kind, version: 1, clear: event.fact.clear, sealed: nil))
        }
        let shut = Timeline.entries(
            events, through: Sight(role: .customer, relation: .oneself), names: Self.names,
            programmes: ["made-up": .madeUp], tools: .madeUp)
        #expect(shut.map(\.event) == whole.map(\.event))
        #expect(!told(shut).joined().contains("“"))
        story.programme.reasons = [:]
        #expect(told(entries(story)).contains { $0.contains("First appointment missed | F-030") })
    }

    @Test("Every kind of fact is told in a sentence of its own")
    func everyKind() throws {
        for fact in OneOfEach.facts {
            let event = Event<CaseFile>(
                id: Identifier(high: 1, low: 1), subject: Identifier(high: 1, low: 2), sequence: 1,
                occurred: .day(day("2012-06-14")), recorded: Instant(utc: day("2012-06-14")), by: Story.jane,
                fact: fact)
            let entries = Timeline.entries(
                [event], through: Sight(role: .customer, relation: .oneself), names: Self.names, programmes: [:],
                tools: .madeUp)
            #expect(entries.count == 1 && entries[0].category == fact.category)
            #expect(entries.first?.headline.isEmpty == false, "\(fact.kind)")
        }
    }
}
