import Kernel
import Testing

@testable import Casework

@Suite("What came of an appointment")
struct OutcomeTests {
    private func attend(_ id: Identifier<Appointment>, minutes: Int = 50, late: Int = 0) -> RecordAttendance {
        RecordAttendance(
            appointment: id, attendance: Attendance(mode: .faceToFace, minutes: minutes, late: late))
    }
    private func miss(_ id: Identifier<Appointment>, _ reason: String? = nil, _ words: String? = nil) -> RecordMiss {
        RecordMiss(appointment: id, reason: reason, words: words.map { Words($0) })
    }

    @Test("Coming late is attending; the lengths must be possible")
    func late() throws {
        var (story, id) = try Story.booked()
        story.at("2012-06-14", 10)
        for (minutes, late, code) in [
            (0, 0, "attendance.minutes"), (1, 0, nil), (480, 0, nil), (481, 0, "attendance.minutes"),
            (5, -1, "attendance.late"), (5, 240, nil), (5, 241, "attendance.late"),
        ] as [(Int, Int, String?)] {
            #expect(story.refused(attend(id, minutes: minutes, late: late), by: Story.dana) == code)
        }
        try story.perform(attend(id, late: 25), by: Story.dana)
        #expect(try story.file.appointment(id).state == .attended)
        #expect(story.file.referral?.attachment?.on == day("2012-06-14"))
    }

    @Test("Attendance is recorded from an hour before the start, a miss from the start (M-009)")
    func early() throws {
        var (story, id) = try Story.booked()
        story.at("2012-06-14", 8, 29)
        #expect(story.refused(attend(id), by: Story.dana) == "attendance.early")
        story.at("2012-06-14", 8, 30)
        #expect(story.refused(attend(id), by: Story.dana) == nil)
        story.at("2012-06-14", 9, 29)
        #expect(story.refused(miss(id), by: Story.dana) == "miss.early")
        story.at("2012-06-14", 9, 30)
        #expect(story.refused(miss(id), by: Story.dana) == nil)
    }

    @Test("The first attended contact after acknowledgement attaches, on its own day, once (M-004)")
    func attaches() throws {
        var (story, id) = try Story.booked()
        // Recorded five days late: attachment is the day of the contact.
        story.at("2012-06-19")
        let facts = try story.perform(attend(id), by: Story.dana)
        #expect(facts.map(\.kind) == ["appointment.attended", "referral.attached"])
        let attachment = try #require(story.file.referral?.attachment)
        #expect(attachment.on == day("2012-06-14") && attachment.until == day("2014-06-11"))
        #expect(attachment.on.days(until: attachment.until) + 1 == 104 * 7)
        let review = try story.book(try Story.slot("2012-06-28"), .review)
        story.at("2012-06-28")
        #expect(try story.perform(attend(review), by: Story.dana).map(\.kind) == ["appointment.attended"])
        #expect(story.file.referral?.attachment == attachment)
    }

    @Test("Meeting the jobcentre never attaches, before acknowledgement or after (M-004)")
    func jobcentre() throws {
        var story = try Story.assigned()
        let id = try story.book(try Story.slot("2012-06-06"), .interview, by: Story.jane)
        story.at("2012-06-06", 10)
        #expect(try story.perform(attend(id), by: Story.jane).map(\.kind) == ["appointment.attended"])
        #expect(story.file.referral?.attachment == nil)
    }

    @Test("A contact that began before acknowledgement does not attach, whoever records it (M-004)")
    func beforeAcknowledgement() throws {
        var story = try Story.referred()
        let id = try story.book(try Story.slot("2012-05-31", 9, 0), .first, by: Story.jane)
        story.at("2012-05-31", 12)
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        #expect(try story.perform(attend(id), by: Story.manager).map(\.kind) == ["appointment.attended"])
        #expect(story.file.referral?.attachment == nil)
    }

    @Test("Two appointments attended, in either order, attach only once")
    func onlyOnce() throws {
        for backwards in [false, true] {
            var (story, first) = try Story.booked()
            let second = try story.book(try Story.slot("2012-06-18"), .review)
            story.at("2012-06-18", 12)
            for id in backwards ? [second, first] : [first, second] { try story.perform(attend(id), by: Story.dana) }
            #expect(story.events.count { $0.fact.kind == "referral.attached" } == 1)
        }
    }

    @Test("A miss has no reason yet, or one on the programme's list, with words where it asks for them (F3)")
    func misses() throws {
        var (story, id) = try Story.booked()
        story.at("2012-06-14", 10)
        #expect(story.refused(miss(id, "nonsense"), by: Story.dana) == "miss.reason")
        #expect(story.refused(miss(id, "other"), by: Story.dana) == "miss.words")
        #expect(story.refused(miss(id, "other", "My bus broke down."), by: Story.dana) == nil)
        try story.perform(miss(id, "F-030", "I was sick."), by: Story.dana)
        guard case .missed(_, let reason, let words)? = try story.file.appointment(id).outcome else {
            Issue.record("not missed")
            return
        }
        #expect(reason == "F-030" && words.value?.text == "I was sick.")
        #expect(story.file.referral?.attachment == nil)
        #expect(story.refused(attend(id), by: Story.dana) == "appointment.closed")
    }

    @Test("At the jobcentre, before any referral, a reason is one that some programme has: never free text in clear")
    func missWithoutReferral() throws {
        var story = try Story.registered()
        let id = try story.book(try Story.slot("2012-05-30"), .interview, by: Story.jane)
        story.at("2012-05-30", 10)
        #expect(story.refused(miss(id, "Her father died."), by: Story.jane) == "miss.reason")
        #expect(story.refused(miss(id, "F-030"), by: Story.jane) == nil)
        #expect(story.refused(miss(id), by: Story.jane) == nil)
    }

    @Test("An outcome recorded by mistake is withdrawn, stays in the record, and can be recorded again")
    func withdraws() throws {
        var (story, id) = try Story.booked()
        let why = Words("It was another customer.")
        let withdraw = WithdrawOutcome(appointment: id, why: why)
        #expect(story.refused(withdraw, by: Story.dana) == "outcome.none")
        story.at("2012-06-14", 10)
        try story.perform(miss(id), by: Story.dana)
        let missed = try #require(story.events.last?.id)
        try story.perform(withdraw, by: Story.dana)
        #expect(try story.file.appointment(id).state == .booked)
        #expect(story.events.last?.fact == .appointment(.outcomeWithdrawn(id, missed, .open(why))))
        try story.perform(attend(id), by: Story.dana)
        #expect(story.file.referral?.attachment?.on == day("2012-06-14"))
    }

    @Test("The attendance that attached cannot be withdrawn, a later one can; nor can a cancellation")
    func attached() throws {
        var (story, id) = try Story.attached()
        let why = Words("Wrong day.")
        #expect(story.refused(WithdrawOutcome(appointment: id, why: why), by: Story.dana) == "outcome.attached")
        let review = try story.book(try Story.slot("2012-06-28"), .review)
        let other = try story.book(try Story.slot("2012-06-29"), .review)
        try story.perform(CancelAppointment(appointment: other, asked: .customer, reason: "ill"), by: Story.dana)
        #expect(story.refused(WithdrawOutcome(appointment: other, why: why), by: Story.dana) == "outcome.none")
        story.at("2012-06-28")
        try story.perform(attend(review), by: Story.dana)
        try story.perform(WithdrawOutcome(appointment: review, why: why), by: Story.dana)
        #expect(try story.file.appointment(review).state == .booked)
    }
}
