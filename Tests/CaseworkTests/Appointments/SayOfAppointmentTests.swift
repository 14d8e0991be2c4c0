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
