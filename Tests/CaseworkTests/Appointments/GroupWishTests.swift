import Kernel
import Testing

@testable import Casework

@Suite("A group against a wish")
struct GroupWishTests {
    private static let assessment = Identifier<Assessment>(high: 7, low: 1)

    /// Somebody attached who answered so at a meeting on Monday 18 June 2012.
    private func story(saying code: String?) throws -> Story {
        var story = try Story.attached(at: "2012-06-18")
        story.sharing = .test
        guard let code else { return story }
        story.record(Self.answered(code), by: Story.dana)
        return story
    }

    private static func answered(_ code: String) -> [Fact] {
        let part = AnsweredPart(category: .assessment, mode: .open, questions: [Question.oneOrGroup])
        return [
            .assessment(.begun(assessment, AssessmentStart(instrument: "made-up", version: 1, mode: .open))),
            .assessment(.answered(assessment, part, .open(GivenAnswers([Question.oneOrGroup: .chosen([code])])))),
        ]
    }

    private func booking(_ mode: ContactMode, why: String? = nil) throws -> BookAppointment {
        BookAppointment(
            purpose: .review, adviser: Story.dana.person, office: Story.local,
            slot: try Story.slot("2012-06-26", mode: mode), againstWish: why.map { Words($0) })
    }

    @Test(
        "A group is booked for a reason alone for whoever would rather be seen one to one (G-037, G-124)",
        arguments: ["one", "group", "either", nil])
    func table(code: String?) throws {
        var story = try story(saying: code)
        for mode in ContactMode.allCases {
            let isAgainst = code == "one" && mode == .group
            #expect(story.refused(try booking(mode), by: Story.dana) == (isAgainst ? "slot.wish" : nil), "\(mode)")
        }
        // A reason that nothing asks for is not kept.
        try story.perform(booking(.group, why: "A friend goes with her."), by: Story.dana)
        #expect(
            story.file.appointments.last?.againstWish.value?.text
                == (code == "one" ? "A friend goes with her." : nil))
    }

    @Test("The refusal says what they said and when, and names the field of the reason")
    func named() throws {
        let story = try story(saying: "one")
        let refused = try #require(
            refusal { _ = try booking(.group).decide(on: story.file, in: story.context(Story.dana)) })
        #expect(refused.sentence.hasPrefix("They said on 18 June 2012 that they would rather be seen one to one."))
        #expect(refused.field == "against-wish" && refused.rule == "G-037, G-124")
    }

    @Test("Moved into a group it takes a reason too, and moved out of it keeps none")
    func moved() throws {
        var story = try story(saying: "one")
        try story.perform(booking(.phone), by: Story.dana)
        let id = try #require(story.file.appointments.last).id
        func move(_ mode: ContactMode, _ why: String?) throws -> MoveAppointment {
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-27", mode: mode), asked: .provider, reason: "room",
                againstWish: why.map { Words($0) })
        }
        #expect(story.refused(try move(.group, nil), by: Story.dana) == "slot.wish")
        try story.perform(move(.group, "A friend goes with her."), by: Story.dana)
        #expect(story.file.appointments.last?.againstWish.value?.text == "A friend goes with her.")
        try story.perform(move(.phone, nil), by: Story.dana)
        #expect(story.file.appointments.last?.againstWish == .shut)
    }

    @Test("Whoever moves it from group to group and does not read the wish leaves the reason as it is (K-007)")
    func movedUnseen() throws {
        var story = try story(saying: "one")
        try story.perform(booking(.group, why: "A friend goes with her."), by: Story.dana)
        let id = try #require(story.file.appointments.last).id
        story.sharing = SharingMatrix()
        try story.perform(
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-27", mode: .group), asked: .provider, reason: "room"),
            by: Story.dana)
        #expect(story.file.appointments.last?.againstWish.value?.text == "A friend goes with her.")
        try story.perform(
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-28", mode: .phone), asked: .provider, reason: "room"),
            by: Story.dana)
        #expect(story.file.appointments.last?.againstWish == .shut)
    }

    @Test("A session for a group waits for a reason too, and what they say now of hearing of it comes first (C02)")
    func session() throws {
        var story = try Story.interviewed()
        story.sharing = SharingMatrix(
            rows: [
                .init(
                    relation: .jobcentre, categories: [.identity, .referral, .assessment], purpose: "support",
                    basis: .publicTask, source: "a test")
            ], purposes: [SharingPurpose(code: "support", words: "help")])
        story.record(Self.answered("one"), by: Story.jane)
        let session = try InformationSession(
            id: Identifier(high: 0x7000, low: 1 << 63 | 0x62), host: Story.rival, programme: "made-up", format: .group,
            starts: Instant(london: day("2012-06-11"), hour: 10, minute: 0), minutes: 60, place: "2 High Street",
            places: 2)
        story.surroundings.session = (session, 0)
        func invite(_ wish: SessionFormat?, _ why: String? = nil) -> InviteToSession {
            InviteToSession(session: session.id, wish: wish, why: why.map { Words($0) })
        }
        #expect(story.refused(invite(nil), by: Story.jane) == "session.wish")
        #expect(story.refused(invite(nil, "No other is near, and they agree."), by: Story.jane) == nil)
        #expect(story.refused(invite(.group), by: Story.jane) == nil)
    }

    @Test("Whoever does not read what they said is asked for nothing, and reads no reason (K-007)")
    func unseen() throws {
        var story = try story(saying: "one")
        try story.perform(booking(.group, why: "A friend goes with her."), by: Story.dana)
        for (role, relation, reads) in [
            (Role.providerAdviser, Relation.attached, true), (.commissioner, .commissions, false),
        ] {
            let sight = Sight(role: role, relation: relation, matrix: .test, on: story.now.day)
            #expect((sight.see(story.file).appointments.last?.againstWish.value != nil) == reads)
            let entries = Timeline.entries(
                story.events, through: sight, names: Names(organisation: { _ in "Local" }, person: { _ in "Dana" }),
                programmes: [:], tools: .madeUp)
            #expect(entries.contains { "\($0)".contains("A friend goes") } == reads)
        }
        story.sharing = SharingMatrix()
        #expect(story.refused(try booking(.group), by: Story.dana) != "slot.wish")
    }

    @Test("The reason is sealed beside the others of a meeting, and what was stored before it was asked has none")
    func coding() throws {
        let slot = try Story.slot("2012-06-26", mode: .group)
        let id: Identifier<Appointment> = Identifier(high: 1, low: 2)
        for despite in [Sealed<Words>.shut, .open(Words("The only time."))] {
            let booked = AppointmentFact.booked(
                id,
                .init(
                    purpose: .review, adviser: Story.dana.person, office: Story.local, slot: slot, despite: despite,
                    againstWish: .open(Words("secret"))))
            let moved = AppointmentFact.moved(
                id, to: slot, asked: .provider, reason: "room", despite: despite, againstWish: .open(Words("secret")))
            for fact in [booked, moved] {
                let read = try AppointmentFact(
                    kind: fact.kind, version: 1, clear: fact.clear, sealed: fact.sealed?.json)
                #expect(read == fact && !fact.clear.text.contains("secret"))
                let shut = try AppointmentFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: nil)
                #expect(shut.sealed == nil)
            }
        }
    }
}
