import Kernel
import Testing

@testable import Casework

@Suite("An interpreter for a meeting")
struct MeetingInterpreterTests {
    private static let none = MeetingInterpreter(.without, why: Words("Her sister comes, as she asked."))

    private func booking(_ slot: Slot, _ interpreter: MeetingInterpreter? = nil) -> BookAppointment {
        BookAppointment(
            purpose: .review, adviser: Story.dana.person, office: Story.local, slot: slot, interpreter: interpreter)
    }

    private func story(needing interpreter: InterpreterNeed? = .spoken) throws -> Story {
        var story = try Story.attached(at: "2012-06-18")
        try story.perform(
            StateNeeds(try CommunicationNeeds(spokenLanguage: "Punjabi", interpreter: interpreter)), by: Story.dana)
        return story
    }

    @Test(
        "Whoever needs one is booked with one, or for a reason without, in whatever way people meet (G-033)",
        arguments: ContactMode.allCases, InterpreterNeed.allCases)
    func booked(mode: ContactMode, need: InterpreterNeed) throws {
        var story = try story(needing: need)
        let slot = try Story.slot("2012-06-26", mode: mode)
        let refused = refusal { _ = try booking(slot).decide(on: story.file, in: story.context(Story.dana)) }
        #expect(refused?.code == "interpreter.unsaid" && refused?.field == "interpreter" && refused?.rule == "G-033")
        #expect(refused?.sentence.contains("say why there is none") == true)
        let unexplained = MeetingInterpreter(.without)
        #expect(story.refused(booking(slot, unexplained), by: Story.dana) == "interpreter.why")
        try story.perform(booking(slot, Self.none), by: Story.dana)
        #expect(story.file.appointments.last?.interpreter == .open(Self.none))
    }

    @Test("Nothing is asked about somebody who needs none, and nothing is kept")
    func unneeded() throws {
        var story = try story(needing: nil)
        try story.perform(booking(try Story.slot("2012-06-26"), MeetingInterpreter(.booked)), by: Story.dana)
        #expect(story.file.appointments.last?.interpreter == .shut)
    }

    @Test("Another time needs another word of it: one that was booked was booked for the time before")
    func moved() throws {
        var story = try story()
        try story.perform(booking(try Story.slot("2012-06-26"), MeetingInterpreter(.booked)), by: Story.dana)
        let id = try #require(story.file.appointments.last).id
        let later = try Story.slot("2012-06-27")
        func move(_ interpreter: MeetingInterpreter?) -> MoveAppointment {
            MoveAppointment(
                appointment: id, slot: later, asked: .provider, reason: "room", interpreter: interpreter)
        }
        #expect(story.refused(move(nil), by: Story.dana) == "interpreter.unsaid")
        try story.perform(move(Self.none), by: Story.dana)
        #expect(story.file.appointments.last?.interpreter == .open(Self.none))
    }

    @Test("It is sealed beside why a time that is taken is used, and what was stored before it was asked has none")
    func coding() throws {
        let slot = try Story.slot("2012-06-26")
        let id: Identifier<Appointment> = Identifier(high: 1, low: 2)
        for (despite, interpreter) in [
            (Sealed<Words>.shut, Sealed<MeetingInterpreter>.open(Self.none)),
            (.open(Words("The only time.")), .open(MeetingInterpreter(.booked))),
            (.open(Words("The only time.")), .shut),
            (.shut, .shut),
        ] {
            let booked = AppointmentFact.booked(
                id,
                .init(
                    purpose: .review, adviser: Story.dana.person, office: Story.local, slot: slot, despite: despite,
                    interpreter: interpreter))
            let moved = AppointmentFact.moved(
                id, to: slot, asked: .provider, reason: "room", despite: despite, interpreter: interpreter)
            for fact in [booked, moved] {
                let read = try AppointmentFact(
                    kind: fact.kind, version: 1, clear: fact.clear, sealed: fact.sealed?.json)
                #expect(read == fact && !fact.clear.text.contains("nterpreter"))
                #expect(fact.sealed.map { $0.retention == .support } ?? (despite == .shut && interpreter == .shut))
            }
        }
    }

    @Test("Whoever does not read how to reach them reads nothing of it, with the meeting or in its entry (K-007)")
    func unseen() throws {
        var story = try story()
        try story.perform(booking(try Story.slot("2012-06-26"), Self.none), by: Story.dana)
        for (role, relation, reads) in [
            (Role.providerAdviser, Relation.attached, true), (.commissioner, .commissions, false),
        ] {
            let sight = Sight(role: role, relation: relation, matrix: .test, on: story.now.day)
            #expect((sight.see(story.file).appointments.last?.interpreter.value != nil) == reads)
            let entries = Timeline.entries(
                story.events, through: sight, names: Names(organisation: { _ in "Local" }, person: { _ in "Dana" }),
                programmes: [:], tools: .madeUp)
            #expect(entries.contains { "\($0)".contains("Her sister comes") } == reads)
        }
    }
}
