import Kernel
import Testing

@testable import Casework

@Suite("A gap between a benefit and pay is noticed, and nothing is decided by it (G-036)")
struct MoneyGapTests {
    private func say(_ on: Bool, from: String, _ certainty: Certainty = .known) -> StateBenefit {
        StateBenefit(
            statement: BenefitStatement(
                benefit: "JSA", on: on, from: day(from), until: nil, certainty: certainty, source: .jobcentre))
    }

    private func asked(_ room: ChangeRoom, _ actor: Author = Story.dana) -> Due? {
        room.sight(actor).see(room.file).standing(
            on: room.today, now: room.now, programmes: [Programme.madeUp.id: .madeUp], rules: .madeUp
        ).dues.first { $0.code == .moneyGap }
    }

    @Test("Fourteen days with no benefit and no job are asked about, for four weeks, and a job ends the asking")
    func gap() throws {
        var room = try ChangeRoom()
        try room.perform(say(true, from: "2012-06-01"), by: Story.jane)
        try room.perform(say(false, from: "2012-06-18"), by: Story.jane)
        room.at("2012-07-01")
        #expect(asked(room) == nil)
        room.at("2012-07-02")
        let due = try #require(asked(room))
        #expect(due.sentence == "No benefit and no pay on record since 18 June 2012. Ask how they manage.")
        #expect(!due.overdue && due.act == .reportChange && asked(room, Story.jane) != nil)
        #expect(asked(room, ChangeRoom.teacher) == nil, "who sees neither")
        room.at("2012-07-31")
        #expect(asked(room) == nil)
        room.at("2012-07-20")
        try room.perform(
            RecordJobStart(
                started: room.today, kind: .employed, hours: try WeeklyHours(30),
                details: try JobDetails(employer: "The Mill")), by: Story.dana)
        #expect(asked(room) == nil)
    }

    @Test("What nobody knows is said to be not known; with no word of any benefit, nothing is asked")
    func unknown() throws {
        var room = try ChangeRoom()
        room.at("2012-08-20")
        #expect(asked(room) == nil)
        try room.perform(say(true, from: "2012-06-01", .claimed), by: Story.jane)
        #expect(asked(room) == nil)
        try room.perform(say(true, from: "2012-08-01", .unknown), by: Story.jane)
        #expect(asked(room)?.sentence.contains("It is not known whether they are on JSA.") == true)
    }
}
