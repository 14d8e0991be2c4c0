import Kernel
import Testing

@testable import Casework

@Suite("What the customer says of an appointment")
struct SayOfAppointmentTests {
    /// A case with a booked first appointment, and the day and hour before it.
    private func booked() throws -> (Story, Identifier<Appointment>, Author) {
        var story = try Story.assigned()
        let slot = try Slot(
            starts: Instant(london: day("2012-06-14"), hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
        try story.perform(
            BookAppointment(purpose: .first, adviser: Story.dana.person, office: Story.local, slot: slot),
            by: Story.dana)
        let id = try #require(story.file.appointments.last?.id)
        return (story, id, Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer))
    }

    @Test("“I’ll be there” is a fact, once, and holds for the time it was said of")
    func confirms() throws {
        var (story, id, me) = try booked()
        try story.perform(ConfirmAppointment(appointment: id), by: me)
        #expect(story.file.appointments.last?.confirmed?.by == me)
        #expect(story.refused(ConfirmAppointment(appointment: id), by: me) == "appointment.confirmed")
        let later = try Slot(
            starts: Instant(london: day("2012-06-15"), hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
        try story.perform(
            MoveAppointment(appointment: id, slot: later, asked: .provider, reason: "room"), by: Story.dana)
        #expect(story.file.appointments.last?.confirmed == nil)
        story.at("2012-06-15", 10, 1)
        #expect(story.refused(ConfirmAppointment(appointment: id), by: me) == "appointment.begun")
    }

    @Test("Whoever asked in time for another time and had no answer has missed nothing (M-009)")
    func asks() throws {
        var (story, id, me) = try booked()
        try story.perform(AskToMove(appointment: id, words: Words("Mornings are hard.")), by: me)
        #expect(story.refused(AskToMove(appointment: id, words: nil), by: me) == "appointment.move-asked")
        let due = try #require(story.standing().dues.first { $0.code == .answerMove })
        #expect(due.act == .moveAppointment && due.appointment == id)
        story.at("2012-06-14", 11)
        #expect(
            story.refused(RecordMiss(appointment: id, reason: nil, words: nil), by: Story.dana) == "miss.asked-to-move")
        #expect(
            story.refused(KeepAppointment(appointment: id, words: Words("No.")), by: Story.dana)
                == "appointment.started")
        try story.perform(CancelAppointment(appointment: id, asked: .customer, reason: "other"), by: Story.dana)
        #expect(!story.standing().dues.contains { $0.code == .answerMove })
    }

    @Test("A call at nine, written down at eleven, keeps ten o’clock from being a miss (C05, F-045, G-016)")
    func rang() throws {
        var (story, id, me) = try booked()
        func told(_ hour: Int, on date: String = "2012-06-14") -> AskToMove {
            AskToMove(
                appointment: id, words: Words("The bus broke down."),
                taken: SaidAhead(how: .phone, at: Instant(london: day(date), hour: hour, minute: 0)))
        }
        #expect(story.refused(told(9), by: Story.dana) == "ahead.later")
        story.at("2012-06-14", 11)
        #expect(story.refused(AskToMove(appointment: id, words: nil), by: Story.dana) == "ahead.how")
        #expect(story.refused(told(9), by: me) == "ahead.how")
        #expect(story.refused(told(10), by: Story.dana) == "ahead.begun")
        #expect(story.refused(told(9, on: "2012-05-01"), by: Story.dana) == "ahead.early")
        try story.perform(told(9), by: Story.dana)
        #expect(story.refused(told(9), by: Story.dana) == "ahead.waits")
        let asked = try #require(story.file.appointments.last?.waitingMove)
        #expect(asked.written == "They rang on 14 June 2012 at 9:00")
        let miss = refusal {
            _ = try RecordMiss(appointment: id, reason: nil, words: nil)
                .decide(on: story.file, in: story.context(Story.dana))
        }
        #expect(miss?.code == "miss.asked-to-move")
        #expect(miss?.sentence.hasPrefix("They rang on 14 June 2012 at 9:00 to move it") == true)
        let due = try #require(story.standing().dues.first { $0.code == .answerMove })
        #expect(due.act == .cancelAppointment && due.sentence.contains("so cancel it as they asked"))
        try story.perform(CancelAppointment(appointment: id, asked: .customer, reason: "travel"), by: Story.dana)
        #expect(story.refused(told(9), by: Story.dana) == "appointment.closed")
    }

    @Test("A call before the appointment got its time that day spoke of the time before it, and is not taken (G-016)")
    func rangBeforeTheMove() throws {
        var (story, id, _) = try booked()
        story.at("2012-06-13", 11)
        let later = try Slot(
            starts: Instant(london: day("2012-06-15"), hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
        try story.perform(
            MoveAppointment(appointment: id, slot: later, asked: .provider, reason: "room"), by: Story.dana)
        story.at("2012-06-13", 12)
        func told(_ hour: Int) -> AskToMove {
            AskToMove(
                appointment: id, words: nil,
                taken: SaidAhead(how: .phone, at: Instant(london: day("2012-06-13"), hour: hour, minute: 0)))
        }
        #expect(story.refused(told(9), by: Story.dana) == "ahead.early")
        #expect(story.refused(told(11), by: Story.dana) == nil)
        #expect(told(11).staleness == .mustHaveSeen([.appointments]))
    }

    @Test("A call before the way of meeting was changed, at the same time, is taken (G-016)")
    func rangBeforeAnotherMode() throws {
        var (story, id, _) = try booked()
        story.at("2012-06-13", 11)
        let byPhone = try Slot(
            starts: Instant(london: day("2012-06-14"), hour: 10, minute: 0), minutes: 60, mode: .phone)
        try story.perform(
            MoveAppointment(appointment: id, slot: byPhone, asked: .provider, reason: "room"), by: Story.dana)
        story.at("2012-06-13", 12)
        let told = AskToMove(
            appointment: id, words: nil,
            taken: SaidAhead(how: .phone, at: Instant(london: day("2012-06-13"), hour: 9, minute: 0)))
        #expect(story.refused(told, by: Story.dana) == nil)
    }

    @Test("What waits is to be moved or cancelled, and once it has started to be cancelled (G-016)")
    func waits() throws {
        var (story, id, me) = try booked()
        try story.perform(AskToMove(appointment: id, words: nil), by: me)
        let open = try #require(story.file.appointments.last)
        let waiting = try #require(open.waitingMove)
        let ahead = waiting.refusal(of: open, at: open.slot.starts.adding(minutes: -1))
        let begun = waiting.refusal(of: open, at: open.slot.starts)
        #expect(ahead.sentence.contains("Move it, or cancel it") && ahead.code == begun.code)
        #expect(begun.sentence.contains("Cancel it") && !begun.sentence.contains("Move it"))
    }

    @Test("A stored request from before how it came was kept reads as asked online")
    func older() throws {
        let id = Identifier<Appointment>(high: 0x7000, low: 1 << 63 | 0x51)
        let starts = Instant(london: day("2012-06-14"), hour: 10, minute: 0)
        let fact = AppointmentFact.moveAsked(id, starts: starts, .shut)
        #expect(fact.clear == ["appointment": .text(id), "starts": .text(starts)])
        let taken = AppointmentFact.moveAsked(
            id, starts: starts, taken: SaidAhead(how: .letter, at: starts.adding(minutes: -90)), .shut)
        for one in [fact, taken] {
            #expect(try AppointmentFact(kind: one.kind, version: one.version, clear: one.clear, sealed: nil) == one)
        }
    }

    @Test("A request is answered by a move or in words, and may be made again")
    func answered() throws {
        var (story, id, me) = try booked()
        try story.perform(AskToMove(appointment: id, words: nil), by: me)
        try story.perform(
            KeepAppointment(appointment: id, words: Words("There is no other time that week.")), by: Story.dana)
        #expect(story.file.appointments.last?.waitingMove == nil)
        #expect(
            story.refused(KeepAppointment(appointment: id, words: Words("No.")), by: Story.dana)
                == "appointment.no-request")
        try story.perform(AskToMove(appointment: id, words: nil), by: me)
        let later = try Slot(
            starts: Instant(london: day("2012-06-15"), hour: 10, minute: 0), minutes: 60, mode: .faceToFace)
        try story.perform(
            MoveAppointment(appointment: id, slot: later, asked: .customer, reason: "caring"), by: Story.dana)
        #expect(story.file.appointments.last?.waitingMove == nil)
    }
}
