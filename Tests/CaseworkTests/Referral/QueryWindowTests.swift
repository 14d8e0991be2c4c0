import Kernel
import Testing

@testable import Casework

@Suite("Until when a referral can be queried (M-006, G-101)")
struct QueryWindowTests {
    private let query = QueryReferral(reason: "unfit", words: nil)
    private let longer = ExtendQuery(words: Words("Three calls and a letter. She is away until Monday."))

    /// Acknowledged on 31 May 2012, so that the fourteenth day is 14 June, with a fortnight more to be had.
    private func story() throws -> Story {
        var story = try Story.acknowledged()
        let limit = TimeLimit(14, .days)
        story.programme.limits[.queryExtension] = Dated(always: Figure(limit, .ours, source: "test"))
        return story
    }

    private func contact(_ on: String, reached: Bool) -> RecordContact {
        RecordContact(ContactTry(route: .phone, reached: reached, on: day(on)))
    }

    private func last(_ story: Story) throws -> CalendarDay {
        let referral = try #require(story.file.referral)
        return try #require(QueryWindow(referral, story.file.appointments, in: story.programme)).last
    }

    @Test("Longer is asked for from the last day on, by who reached nobody, once and with a reason (G-101)")
    func extends() throws {
        var story = try story()
        story.at("2012-06-13")
        #expect(story.refused(longer, by: Story.manager) == "query.extend-early")
        story.at("2012-06-14")
        #expect(story.refused(query, by: Story.manager) == nil)
        #expect(story.refused(ExtendQuery(words: nil), by: Story.manager) == "query.extend-words")
        story.at("2012-06-15")
        #expect(story.refused(query, by: Story.manager) == "query.late")
        try story.perform(contact("2012-06-12", reached: false), by: Story.manager)
        try story.perform(longer, by: Story.manager)
        #expect(try last(story) == day("2012-06-28"))
        #expect(story.refused(query, by: Story.manager) == nil)
        #expect(story.refused(longer, by: Story.manager) == "query.extended")
        story.at("2012-06-29")
        #expect(story.refused(query, by: Story.manager) == "query.late")
    }

    @Test("It runs from the first contact, and never past the longest time (G-101, ours)")
    func fromContact() throws {
        var story = try story()
        story.at("2012-06-15")
        var late = story
        try late.perform(contact("2012-06-15", reached: true), by: Story.manager)
        #expect(try last(late) == day("2012-06-28"))
        #expect(late.refused(query, by: Story.manager) == nil, "first reached on the fifteenth day")
        #expect(late.refused(longer, by: Story.manager) == "query.not-extended")
        try story.perform(contact("2012-06-07", reached: true), by: Story.manager)
        #expect(try last(story) == day("2012-06-21"))
        #expect(story.refused(query, by: Story.manager) == nil)
        story.at("2012-06-22")
        #expect(story.refused(query, by: Story.manager) == "query.late")
    }

    @Test("A letter and a served notice are no answer: longer may be asked for after them (G-101)")
    func unanswered() throws {
        var story = try story()
        story.at("2012-06-01")
        try story.perform(
            RecordContact(ContactTry(route: .letter, reached: false, on: day("2012-06-01"))), by: Story.manager)
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        let meeting = try story.book(Story.slot("2012-06-14"))
        try story.perform(
            GiveNotice(appointment: meeting, route: .byHand, mandatory: false, digest: "ab"), by: Story.dana)
        #expect(try last(story) == day("2012-06-14"))
        story.at("2012-06-15")
        #expect(story.refused(longer, by: Story.manager) == nil)
        let referral = try #require(story.file.referral)
        #expect(referral.firstContact(among: story.file.appointments) == day("2012-06-01"), "the standard counts both")
        try story.perform(contact("2012-06-15", reached: true), by: Story.manager)
        #expect(story.refused(longer, by: Story.manager) == "query.not-extended")
    }

    @Test("Nothing is asked for after the longest time, before acknowledgement, or where the programme adds none")
    func refusals() throws {
        var late = try story()
        late.at("2012-06-29")
        #expect(late.refused(longer, by: Story.manager) == "query.extend-late")
        #expect(try Story.referred().refused(longer, by: Story.manager) == "query.not-extended")
        var fixed = try Story.acknowledged()
        fixed.at("2012-06-14")
        #expect(fixed.refused(longer, by: Story.manager) == "query.not-extended")
        #expect(try Story.attached().0.refused(longer, by: Story.manager) == "query.no-longer")
    }
}
