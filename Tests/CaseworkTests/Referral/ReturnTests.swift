import Kernel
import Testing

@testable import Casework

@Suite("Coming back inside the allotted time")
struct ReturnTests {
    /// Off the benefit from August 2012, and back on it on Monday 5 November, which is recorded that day.
    private func back(within limit: TimeLimit? = TimeLimit(2, .workingDays), email: String? = nil) throws -> Story {
        var story = try Story.attached(at: "2012-11-05")
        if let limit {
            story.programme.limits[.contactAfterReturn] = Dated(always: Figure(limit, .ours, source: "test"))
        }
        if let email {
            try story.perform(CorrectCustomer(identity: Story.identity(email: email)), by: Story.jane)
            try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        }
        try story.perform(Story.benefit(false, from: "2012-08-01", until: "2012-11-04"), by: Story.jane)
        try story.perform(RecordReturn(on: day("2012-11-05")), by: Story.jane)
        return story
    }

    private func due(_ code: DueCode, in story: Story) -> Due? { story.standing().dues.first { $0.code == code } }

    private func tried(reached: Bool, on text: String) -> RecordContact {
        RecordContact(ContactTry(route: .phone, reached: reached, on: day(text)))
    }

    @Test("Whoever has them again makes contact within the limit of the programme, until somebody was reached (C13)")
    func contact() throws {
        var story = try back()
        let first = try #require(due(.firstContact, in: story))
        #expect(
            first.sentence
                == "Returned: back on benefit since 5 November 2012, with 19 months left of the programme’s time. Make contact by 7 November 2012."
        )
        #expect(first.act == .recordContact && first.day == day("2012-11-07") && !first.overdue)
        story.at("2012-11-08")
        #expect(due(.firstContact, in: story)?.overdue == true)
        try story.perform(tried(reached: true, on: "2012-11-02"), by: Story.dana)
        #expect(due(.firstContact, in: story) != nil, "They were reached before they came back")
        try story.perform(tried(reached: false, on: "2012-11-08"), by: Story.dana)
        let late = due(.firstContact, in: story)?.sentence
        #expect(late?.hasSuffix("Contact was to be made by 7 November 2012. Tried once: by phone.") == true)
        try story.perform(tried(reached: true, on: "2012-11-08"), by: Story.dana)
        #expect(due(.firstContact, in: story) == nil)
    }

    @Test("A meeting is contact too, where the programme sets no limit as where it sets one (C13)")
    func meeting() throws {
        var story = try back(within: nil)
        let first = try #require(due(.firstContact, in: story))
        #expect(first.sentence.hasSuffix(" Make contact.") && first.day == day("2012-11-05"))
        story.at("2012-11-30")
        #expect(due(.firstContact, in: story)?.overdue == false)
        let meeting = try story.book(Story.slot("2012-12-03"), .review)
        #expect(due(.firstContact, in: story) != nil)
        story.at("2012-12-03", 10, 30)
        try story.perform(RecordAttendance(appointment: meeting, attendance: Story.came), by: Story.dana)
        #expect(due(.firstContact, in: story) == nil)
    }

    @Test("They are told who has them again and how long remains, by e-mail at once where they agreed (C04, C13)")
    func told() throws {
        var story = try back()
        #expect(due(.tellOfHolder, in: story)?.sentence == "Tell them who has them again, and how long remains.")
        try story.perform(TellOfHolder(ToldOfHolder(route: .spoken)), by: Story.dana)
        #expect(due(.tellOfHolder, in: story) == nil)
        #expect(story.refused(TellOfHolder(ToldOfHolder(route: .post)), by: Story.dana) == "told.twice")

        var mailed = try back(email: "rosa@example.org")
        #expect(mailed.events.suffix(2).map(\.fact.kind) == ["referral.returned", "chain.told"])
        #expect(due(.tellOfHolder, in: mailed) == nil)
        let letter = try #require(mailed.file.referral?.chain.told.last?.event.id)
        try mailed.perform(RecordUntold(told: letter, reason: .refused), by: Story.jane)
        #expect(due(.tellOfHolder, in: mailed)?.sentence.hasSuffix("The letter did not reach them.") == true)
    }

    @Test("Silence is counted from the return, and after the end nothing of it is due (D-085, C13)")
    func after() throws {
        var story = try back()
        #expect(due(.silence, in: story) == nil)
        story.at("2012-11-20")
        #expect(due(.silence, in: story) != nil)
        try story.perform(EndReferral(reason: .workChoice, on: day("2012-11-20")), by: Story.jane)
        #expect(due(.firstContact, in: story) == nil && due(.tellOfHolder, in: story) == nil)
    }

    @Test("How long is left is said in months, and in days in the last one")
    func left() throws {
        let referral = try #require(try Story.attached(at: "2012-11-05").file.referral)
        let cases = [
            ("2012-11-05", "19 months"), ("2014-05-11", "1 month"), ("2014-05-13", "30 days"), ("2014-06-11", "1 day"),
        ]
        for (text, left) in cases { #expect(referral.timeLeft(on: day(text)) == left, "\(text)") }
        #expect(referral.timeLeft(on: day("2014-06-12")) == nil)
    }
}
