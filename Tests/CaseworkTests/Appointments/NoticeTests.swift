import Kernel
import Testing

@testable import Casework

@Suite("Serving a notice")
struct NoticeTests {
    private func notice(
        _ id: Identifier<Appointment>, _ route: NoticeRoute = .byHand, mandatory: Bool = true
    ) -> GiveNotice {
        GiveNotice(appointment: id, route: route, mandatory: mandatory, digest: String(repeating: "ab", count: 32))
    }

    @Test("A notice that requires attendance gives five working days from the day it is served (D-062, F-070)")
    func enough() throws {
        var (story, id) = try Story.booked()
        for (on, route, code) in [
            // 8, 11, 12, 13 and 14 June follow 7 June; post takes two working days past the Jubilee.
            ("2012-06-07", .byHand, nil), ("2012-06-08", .byHand, "notice.short"),
            ("2012-06-01", .post, nil), ("2012-06-06", .post, "notice.short"), ("2012-06-02", .byHand, nil),
        ] as [(String, NoticeRoute, String?)] {
            story.at(on, 8)
            #expect(story.refused(notice(id, route), by: Story.dana) == code, "\(on) \(route)")
            #expect(story.refused(notice(id, route, mandatory: false), by: Story.dana) == nil)
        }
        story.at("2012-06-14", 9, 30)
        #expect(story.refused(notice(id, mandatory: false), by: Story.dana) == "notice.late")
    }

    @Test("Post is served two working days after it is sent, in the nation of the area; by hand on the day")
    func served() {
        for (route, nation, expected) in [
            (.post, .england, "2012-06-07"), (.byHand, .england, "2012-06-01"), (.email, .england, "2012-06-01"),
        ] as [(NoticeRoute, Nation, String)] {
            #expect(GiveNotice.served(route, sent: day("2012-06-01"), nation: nation) == day(expected))
        }
        #expect(GiveNotice.served(.post, sent: day("2012-08-03"), nation: .scotland) == day("2012-08-08"))
        #expect(GiveNotice.served(.post, sent: day("2012-08-03"), nation: .england) == day("2012-08-07"))
    }

    @Test("Somebody who takes part by choice cannot be sent a notice that requires them to come (K-026)")
    func voluntary() throws {
        let (story, id) = try Story.booked(byChoice: true)
        #expect(story.refused(notice(id), by: Story.dana) == "notice.voluntary")
        #expect(story.refused(notice(id, mandatory: false), by: Story.dana) == nil)
    }

    @Test("E-mail needs an address, and agreement to that very address (E-017)")
    func email() throws {
        var (story, id) = try Story.booked()
        #expect(story.refused(notice(id, .email), by: Story.dana) == "notice.no-email")
        try story.perform(CorrectCustomer(identity: try Story.identity(email: "rosa@example.org")), by: Story.dana)
        #expect(story.refused(notice(id, .email), by: Story.dana) == "notice.email-not-agreed")
        try story.perform(ChooseEmail(agreed: true), by: Story.dana)
        #expect(story.refused(notice(id, .email), by: Story.dana) == nil)
        #expect(story.refused(ChooseEmail(agreed: true), by: Story.dana) == "email.unchanged")
        try story.perform(CorrectCustomer(identity: try Story.identity(email: "parr@example.org")), by: Story.dana)
        #expect(story.refused(notice(id, .email), by: Story.dana) == "notice.email-not-agreed", "another address")
        try story.perform(ChooseEmail(agreed: true), by: Story.dana)
        try story.perform(ChooseEmail(agreed: false), by: Story.dana)
        #expect(story.refused(notice(id, .email), by: Story.dana) == "notice.email-not-agreed")
        try story.perform(CorrectCustomer(identity: try Story.identity()), by: Story.dana)
        #expect(story.refused(ChooseEmail(agreed: true), by: Story.dana) == "email.no-address")
    }

    @Test("A notice that did not arrive is not served, and another is asked for (design §1.4)")
    func undelivered() throws {
        var (story, id) = try Story.booked()
        try story.perform(notice(id), by: Story.dana)
        let told = try #require(story.file.appointment(id).notices.first).event.id
        let record = RecordUndelivered(appointment: id, told: told, reason: .refused)
        try story.perform(record, by: Story.dana)
        #expect(try story.file.appointment(id).servedNotices.isEmpty)
        let due = try #require(story.standing().dues.first { $0.code == .serveNotice })
        #expect(due.sentence.hasSuffix("The one sent did not reach them."))
        #expect(story.refused(record, by: Story.dana) == "undelivered.twice")
        let other = RecordUndelivered(appointment: id, told: story.events[0].id, reason: .late)
        #expect(story.refused(other, by: Story.dana) == "undelivered.none")
        try story.perform(notice(id), by: Story.dana)
        #expect(!story.standing().dues.contains { $0.code == .serveNotice })
    }

    @Test("A move makes the notice stale: it names a time the appointment no longer has")
    func stale() throws {
        var (story, id) = try Story.booked()
        try story.perform(notice(id), by: Story.dana)
        let given = try #require(story.file.appointment(id).notices.first)
        #expect(given.notice.names == story.file.appointments[0].slot.starts)
        #expect(!story.standing().dues.contains { $0.code == .serveNotice })
        try story.perform(
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-15"), asked: .customer, reason: "travel"),
            by: Story.dana)
        #expect(given.notice.names != story.file.appointments[0].slot.starts)
        let due = try #require(story.standing().dues.first { $0.code == .serveNotice })
        #expect(due.day == day("2012-06-08"))
        #expect(due.sentence.hasSuffix("The one sent names an earlier time."))
        story.at("2012-06-07")
        try story.perform(notice(id), by: Story.dana)
        #expect(!story.standing().dues.contains { $0.code == .serveNotice })
    }
}
