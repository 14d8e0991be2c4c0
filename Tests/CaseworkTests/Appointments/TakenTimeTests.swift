import Kernel
import Testing

@testable import Casework

@Suite("A meeting in a time that is taken")
struct TakenTimeTests {
    /// Somebody with a course on Tuesdays from 9:00 to 16:00.
    private func room() throws -> PlanRoom {
        var room = try PlanRoom(attached: true)
        let course = try CommitmentTimes(
            kind: .course, weekday: .tuesday, from: 540, until: 960, runs: DayRange(until: day("2012-12-31")))
        try room.perform(AddCommitment(times: course, words: nil))
        return room
    }

    private func slot(_ hour: Int, _ minute: Int = 0, on text: String = "2012-06-26") throws -> Slot {
        try Slot(starts: Instant(london: day(text), hour: hour, minute: minute), minutes: 60, mode: .phone)
    }

    private func booking(_ slot: Slot, despite: String? = nil) -> BookAppointment {
        BookAppointment(
            purpose: .review, adviser: Story.dana.person, office: Story.local, slot: slot,
            despite: despite.map { Words($0) })
    }

    @Test(
        "It is booked for a reason alone, as far as its time shares any of the time that is taken (G-017)",
        arguments: [(7, 59, false), (8, 0, false), (8, 1, true), (12, 0, true), (15, 59, true), (16, 0, false)])
    func table(hour: Int, minute: Int, isTaken: Bool) throws {
        var room = try room()
        let asked = try slot(hour, minute)
        #expect(room.refused(booking(asked)) == (isTaken ? "slot.taken" : nil))
        #expect(room.refused(booking(try slot(hour, minute, on: "2012-06-27"))) == nil)
        // A reason that nothing asks for is not kept.
        try room.perform(booking(asked, despite: "The only time."))
        #expect(room.file.appointments.last?.despite.value?.text == (isTaken ? "The only time." : nil))
    }

    @Test("The refusal names the time that is taken, and the field of the reason")
    func named() throws {
        let room = try room()
        let refused = try #require(
            refusal { _ = try booking(try slot(10)).decide(on: room.file, in: room.context(Story.dana)) })
        #expect(refused.sentence.contains("a course, Tuesdays, 9:00 to 16:00"))
        #expect(refused.field == "despite" && refused.rule == "G-017")
    }

    @Test("Moved into such a time it takes a reason too, and moved out of it keeps none")
    func moved() throws {
        var room = try room()
        try room.perform(booking(try slot(17)))
        let id = try #require(room.file.appointments.last).id
        func move(_ slot: Slot, _ despite: String?) -> MoveAppointment {
            MoveAppointment(
                appointment: id, slot: slot, asked: .provider, reason: "room", despite: despite.map { Words($0) })
        }
        #expect(room.refused(move(try slot(10), nil)) == "slot.taken")
        try room.perform(move(try slot(10), "The tutor agreed."))
        #expect(room.file.appointments.last?.despite.value?.text == "The tutor agreed.")
        try room.perform(move(try slot(17, 15), nil))
        #expect(room.file.appointments.last?.despite == .shut)
    }

    @Test("Whoever does not read the plan is asked for nothing, and so learns nothing of it (A-144)")
    func unseen() throws {
        let room = try room()
        #expect(!room.file.sight(in: room.context(Story.jane)).sees(.plan))
        let facts = try booking(try slot(10)).decide(on: room.file, in: room.context(Story.jane))
        #expect(facts.count == 1)
    }

    @Test("Nor do they read the reason, with the meeting or in its entry")
    func reasonUnseen() throws {
        var room = try room()
        try room.perform(booking(try slot(17)))
        let id = try #require(room.file.appointments.last).id
        try room.perform(
            MoveAppointment(
                appointment: id, slot: try slot(10), asked: .provider, reason: "room",
                despite: Words("The tutor agreed.")))
        for (reader, reads) in [(Story.dana, true), (Story.jane, false)] {
            let today = room.now.day
            let sight = room.file.sight(
                of: reader, as: room.file.relation(of: reader, on: today), matrix: .test, on: today)
            let meeting = try #require(sight.see(room.file).appointments.last)
            #expect(meeting.id == id && (meeting.despite.value != nil) == reads)
            let entries = Timeline.entries(
                room.events, through: sight, names: Names(organisation: { _ in "Local" }, person: { _ in "Dana" }),
                programmes: [:], tools: .madeUp)
            #expect(entries.contains { "\($0)".contains("The tutor agreed.") } == reads)
        }
    }

    @Test("The reason is sealed, and what was stored before there were reasons is read as having none")
    func coding() throws {
        let booked = AppointmentFact.booked(
            Identifier(high: 1, low: 2),
            .init(
                purpose: .review, adviser: Story.dana.person, office: Story.local, slot: try slot(10),
                despite: .open(Words("secret"))))
        #expect(booked.sealed?.retention == .support && !booked.clear.text.contains("secret"))
        let shut = try AppointmentFact(kind: booked.kind, version: 1, clear: booked.clear, sealed: nil)
        guard case .booked(_, let read) = shut else { throw JSONFault("not a booking") }
        #expect(read.despite == .shut)
    }
}
