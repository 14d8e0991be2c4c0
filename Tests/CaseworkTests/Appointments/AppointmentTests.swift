import Kernel
import Testing

@testable import Casework

@Suite("Booking, moving and cancelling")
struct AppointmentTests {
    private func booking(
        _ slot: Slot, _ purpose: AppointmentPurpose = .review, by actor: Author = Story.dana
    ) -> BookAppointment {
        BookAppointment(purpose: purpose, adviser: actor.person, office: actor.organisation, slot: slot)
    }

    @Test("A provider books after acknowledgement; the jobcentre may book at any time (C05)")
    func afterAcknowledgement() throws {
        let story = try Story.referred()
        let booking = booking(try Story.slot("2012-06-14"))
        #expect(story.refused(booking, by: Story.manager) == "appointment.before-acknowledgement")
        #expect(story.refused(booking, by: Story.jane) == nil)
        #expect(try Story.registered().refused(booking, by: Story.dana) == "referral.none")
        #expect(try Story().refused(booking, by: Story.jane) == "case.none")
    }

    @Test(
        "A slot is on a working day of the area's nation, from now on, within six months",
        arguments: [
            ("2012-06-01", "england", nil), ("2012-06-02", "england", "slot.closed"),
            ("2012-06-04", "england", "slot.closed"), ("2012-06-05", "scotland", "slot.closed"),
            ("2012-08-06", "england", nil), ("2012-08-06", "scotland", "slot.closed"),
            ("2012-08-27", "england", "slot.closed"), ("2012-08-27", "scotland", nil),
            ("2012-05-31", "england", "slot.past"), ("2012-11-30", "england", nil),
            ("2012-12-03", "england", "slot.far"),
        ] as [(String, String, String?)])
    func days(_ on: String, _ nation: String, _ code: String?) throws {
        var story = try Story.assigned(nation: #require(Nation(rawValue: nation)))
        story.at("2012-05-31", 10)
        #expect(story.refused(booking(try Story.slot(on, 9, 30)), by: Story.dana) == code)
    }

    @Test("A bank holiday is named in the refusal")
    func named() throws {
        let story = try Story.assigned()
        let found = refusal {
            _ = try booking(try Story.slot("2012-06-05")).decide(on: story.file, in: story.context(Story.dana))
        }
        #expect(found?.sentence == "5 June 2012 is Queen’s Diamond Jubilee. Choose a working day.")
    }

    @Test("Neither the customer nor the adviser has two appointments at once (G-017)")
    func clashes() throws {
        var (story, id) = try Story.booked()
        #expect(story.refused(booking(try Story.slot("2012-06-14", 10, 29)), by: Story.dana) == "slot.customer-busy")
        #expect(
            story.refused(booking(try Story.slot("2012-06-14", 9, 0, minutes: 31)), by: Story.dana)
                == "slot.customer-busy")
        #expect(story.refused(booking(try Story.slot("2012-06-14", 10, 30)), by: Story.dana) == nil)
        #expect(story.refused(booking(try Story.slot("2012-06-14", 9, 0, minutes: 30)), by: Story.dana) == nil)
        story.surroundings.slotTaken = true
        #expect(story.refused(booking(try Story.slot("2012-06-15")), by: Story.dana) == "slot.adviser-busy")
        story.surroundings.slotTaken = false
        try story.perform(CancelAppointment(appointment: id, asked: .customer, reason: "ill"), by: Story.dana)
        #expect(story.refused(booking(try Story.slot("2012-06-14", 10, 0)), by: Story.dana) == nil)
    }

    @Test("A second first appointment is refused while the first is open, with its day (C05)")
    func secondFirst() throws {
        var (story, id) = try Story.booked()
        let another = booking(try Story.slot("2012-06-15"), .first)
        let found = refusal { _ = try another.decide(on: story.file, in: story.context(Story.dana)) }
        #expect(found?.code == "appointment.first-open" && found?.field == "purpose")
        #expect(found?.sentence.contains("booked, for 14 June 2012. Move that one") == true)
        try story.perform(CancelAppointment(appointment: id, asked: .customer, reason: "ill"), by: Story.dana)
        #expect(story.refused(another, by: Story.dana) == nil)
    }

    @Test("Two slots overlap when they share any time, whichever is first, and never when one ends as the other starts")
    func overlaps() throws {
        let random = RandomSource.seeded(17)
        for _ in 0..<500 {
            let start = Instant(london: day("2012-06-14"), hour: 9, minute: 0)
            let (a, b) = (random.below(120), random.below(120))
            let (long, short) = (5 + random.below(60), 5 + random.below(60))
            let first = try Slot(starts: start.adding(minutes: a), minutes: long, mode: .phone)
            let second = try Slot(starts: start.adding(minutes: b), minutes: short, mode: .phone)
            let shared = Set(a..<a + long).intersection(b..<b + short)
            #expect(first.overlaps(second) == !shared.isEmpty)
            #expect(second.overlaps(first) == !shared.isEmpty)
        }
    }

    @Test("An appointment is moved and cancelled only before it starts, for a listed reason (M-009)")
    func beforeItStarts() throws {
        var (story, id) = try Story.booked()
        func move(_ slot: Slot, _ reason: String = "travel") -> MoveAppointment {
            MoveAppointment(appointment: id, slot: slot, asked: .customer, reason: reason)
        }
        func cancel(_ reason: String = "ill") -> CancelAppointment {
            CancelAppointment(appointment: id, asked: .provider, reason: reason)
        }
        let later = try Story.slot("2012-06-15")
        #expect(story.refused(move(later, "because"), by: Story.dana) == "appointment.reason")
        #expect(story.refused(cancel("because"), by: Story.dana) == "appointment.reason")
        #expect(story.refused(move(try Story.slot("2012-06-14")), by: Story.dana) == "appointment.same-slot")
        #expect(story.refused(move(try Story.slot("2012-06-16")), by: Story.dana) == "slot.closed")
        // Half an hour later overlaps only itself.
        #expect(story.refused(move(try Story.slot("2012-06-14", 10, 0)), by: Story.dana) == nil)
        story.at("2012-06-14", 9, 29)
        #expect(story.refused(move(later), by: Story.dana) == nil)
        #expect(story.refused(cancel(), by: Story.dana) == nil)
        story.at("2012-06-14", 9, 30)
        #expect(story.refused(move(later), by: Story.dana) == "appointment.started")
        #expect(story.refused(cancel(), by: Story.dana) == "appointment.started")
        story.at("2012-06-13")
        try story.perform(move(later), by: Story.dana)
        let moved = try story.file.appointment(id)
        #expect(moved.slot == later && moved.moves.map(\.from.day) == [day("2012-06-14")] && moved.state == .booked)
        try story.perform(cancel(), by: Story.dana)
        #expect(try story.file.appointment(id).state == .cancelled)
        #expect(story.refused(cancel(), by: Story.dana) == "appointment.closed")
        #expect(
            story.refused(
                CancelAppointment(appointment: Identifier(high: 1, low: 1), asked: .customer, reason: "ill"),
                by: Story.dana) == "appointment.none")
    }

    @Test("A reminder goes once a day at most, and not once the appointment has started (B-014)")
    func reminders() throws {
        var (story, id) = try Story.booked()
        let remind = RemindOfAppointment(appointment: id)
        try story.perform(remind, by: Story.dana)
        #expect(story.refused(remind, by: Story.dana) == "reminder.twice")
        story.at("2012-06-13")
        try story.perform(remind, by: Story.dana)
        story.at("2012-06-14", 9, 30)
        #expect(story.refused(remind, by: Story.dana) == "reminder.late")
        #expect(try story.file.appointment(id).reminders.count == 2)
    }

    @Test("An appointment lasts from 5 minutes to 8 hours")
    func lengths() throws {
        for (minutes, code) in [(4, "slot.length"), (5, nil), (480, nil), (481, "slot.length")] as [(Int, String?)] {
            #expect(refusal { _ = try Story.slot("2012-06-14", minutes: minutes) }?.code == code)
        }
    }
}
