import Kernel
import Testing

@testable import Casework

@Suite("Meetings with an adviser who suits")
struct SuitableAdviserTests {
    private func noticed(_ asks: [SafetyAsk]) throws -> Story {
        var story = try Story.assigned()
        story.at("2012-06-01")
        try story.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: asks), review: day("2012-08-31")), by: Story.manager)
        return story
    }

    private func booking(_ mode: ContactMode = .faceToFace) throws -> BookAppointment {
        BookAppointment(
            purpose: .first, adviser: Story.dana.person, office: Story.local,
            slot: try Story.slot("2012-06-14", mode: mode))
    }

    @Test(
        "A meeting is not booked with an adviser who does not offer what a notice asks, whatever way they share a room (K-003, K-017)",
        arguments: [ContactMode.faceToFace, .group])
    func inARoom(mode: ContactMode) throws {
        var story = try noticed([.twoPeople])
        for offers in [Set<AdviserOffer>(), [.privateRoom, .woman]] {
            story.surroundings.adviserOffers = offers
            #expect(try story.refused(booking(mode), by: Story.manager) == "assign.suits")
        }
        story.surroundings.adviserOffers = [.twoPeople]
        #expect(try story.refused(booking(mode), by: Story.manager) == nil)
    }

    @Test("The refusal of a meeting gives away neither what is needed nor why (K-003)")
    func saysNothing() throws {
        var story = try noticed([.twoPeople, .privateRoom])
        story.surroundings.adviserOffers = []
        let meeting = try booking()
        let found = try #require(
            refusal { _ = try meeting.decide(on: story.file, in: story.context(Story.manager)) })
        for word in ["two", "room", "safe", "danger", "notice"] {
            #expect(!found.sentence.lowercased().contains(word), "\(word)")
        }
        #expect(found.field == "adviser")
    }

    @Test("What every adviser can do is asked of none, and a notice past its review day asks nothing (K-018, M-060)")
    func asksNothing() throws {
        var office = try noticed([.atTheOffice])
        office.surroundings.adviserOffers = []
        #expect(try office.refused(booking(), by: Story.manager) == nil)
        var past = try noticed([.twoPeople])
        past.at("2012-09-03")
        past.surroundings.adviserOffers = []
        let later = BookAppointment(
            purpose: .first, adviser: Story.dana.person, office: Story.local, slot: try Story.slot("2012-09-12"))
        #expect(past.refused(later, by: Story.manager) == nil)
    }

    @Test("By phone or video a notice asks nothing; a talk that becomes a meeting is looked at again (K-003, K-017)")
    func moved() throws {
        var story = try noticed([.privateRoom])
        for mode in [ContactMode.phone, .video] {
            story.surroundings.adviserOffers = []
            #expect(try story.refused(booking(mode), by: Story.dana) == nil)
        }
        story.surroundings.adviserOffers = []
        let id = try story.book(try Story.slot("2012-06-14", mode: .phone))
        func move(_ mode: ContactMode) throws -> MoveAppointment {
            MoveAppointment(
                appointment: id, slot: try Story.slot("2012-06-15", mode: mode), asked: .provider, reason: "room")
        }
        story.surroundings.adviserOffers = []
        #expect(try story.refused(move(.faceToFace), by: Story.dana) == "assign.suits")
        #expect(try story.refused(move(.video), by: Story.dana) == nil)
        story.surroundings.adviserOffers = [.privateRoom]
        #expect(try story.refused(move(.faceToFace), by: Story.dana) == nil)
    }

    @Test("A wish counts where somebody at the office could meet it, and never leaves a person with no meeting (ours)")
    func wish() throws {
        var story = try Story.assigned()
        story.at("2012-06-01")
        try story.perform(WishForAdviser(.woman), by: Story.jane)
        story.surroundings.adviserOffers = []
        #expect(try story.refused(booking(), by: Story.dana) == nil)
        story.surroundings.officeOffers = [.man, .woman]
        for mode in [ContactMode.faceToFace, .phone] {
            #expect(try story.refused(booking(mode), by: Story.dana) == "assign.suits")
        }
        story.surroundings.adviserOffers = [.woman]
        #expect(try story.refused(booking(), by: Story.dana) == nil)
    }

    @Test("A wish that nobody at the organisation could meet leaves nobody without an adviser; a notice binds (K-003)")
    func wishForAnAdviser() throws {
        var story = try Story.acknowledged()
        story.at("2012-06-01")
        try story.perform(WishForAdviser(.woman), by: Story.jane)
        let assign = AssignReferral(provider: Story.local, adviser: Story.dana.person)
        story.surroundings.adviserOffers = []
        story.surroundings.officeOffers = [.man, .twoPeople]
        #expect(story.refused(assign, by: Story.manager) == nil)
        story.surroundings.adviserOffers = []
        story.surroundings.officeOffers = [.woman]
        let wished = refusal { _ = try assign.decide(on: story.file, in: story.context(Story.manager)) }
        #expect(wished?.code == "assign.suits")
        try story.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: day("2012-08-31")), by: Story.manager)
        story.surroundings.adviserOffers = []
        story.surroundings.officeOffers = []
        let noticed = refusal { _ = try assign.decide(on: story.file, in: story.context(Story.manager)) }
        #expect(noticed?.sentence == wished?.sentence, "The sentence tells neither from the other")
        for way in ["page about advisers", "safeguarding lead"] {
            #expect(noticed?.sentence.contains(way) == true, "\(way)")
        }
    }

    @Test("Nobody is met at a place that is not on the list of offices (K-018)")
    func place() throws {
        var story = try Story.assigned()
        story.at("2012-06-01")
        story.surroundings.officeIsThere = false
        #expect(try story.refused(booking(), by: Story.dana) == "appointment.office")
        #expect(try story.refused(booking(.phone), by: Story.dana) == nil)
        story.surroundings.officeIsThere = true
        #expect(try story.refused(booking(), by: Story.dana) == nil)
    }
}
