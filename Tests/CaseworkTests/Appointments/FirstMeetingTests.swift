import Kernel
import Testing

@testable import Casework

@Suite("What a first meeting told")
struct FirstMeetingTests {
    private static let rules: ServiceRules = {
        let made = ServiceRules.madeUp
        return ServiceRules(
            planReviews: made.planReviews, assessing: made.assessing, changes: made.changes, answers: made.answers,
            retention: made.retention, safetyReviewSaidBefore: made.safetyReviewSaidBefore,
            referralIsThinBelow: made.referralIsThinBelow, appointmentChanges: made.appointmentChanges,
            setbacks: made.setbacks,
            firstMeeting: [("expenses", "What you can claim back"), ("complain", "How to complain")].map {
                FirstMeetingTopic(code: $0.0, text: $0.1, source: "C05")
            })
    }()

    private func decide(
        _ command: RecordFirstMeeting, on story: Story, rules: ServiceRules = FirstMeetingTests.rules
    ) throws(Refusal) -> [Fact] {
        let context = Context(
            now: story.now, random: .seeded(3), actor: Story.dana, command: Identifier(high: 9, low: 9),
            programmes: [story.programme.id: story.programme], tools: ServiceTools(rules: rules))
        return try command.decide(on: story.file, in: context)
    }

    private func refused(_ command: RecordFirstMeeting, on story: Story) -> String? {
        refusal { _ = try decide(command, on: story) }?.code
    }

    private func due(_ story: Story, rules: ServiceRules = FirstMeetingTests.rules) -> Due? {
        story.file.standing(
            on: story.now.day, now: story.now, programmes: [story.programme.id: story.programme], rules: rules
        ).dues.first { $0.code == .firstMeetingTold }
    }

    @Test("What was told, what was left and whether the list was signed is on record, and asked for till then (C05)")
    func recorded() throws {
        var (story, id) = try Story.attached()
        let asked = try #require(due(story))
        #expect(asked.appointment == id && asked.act == .recordFirstMeeting && !asked.overdue)
        #expect(due(story, rules: .madeUp) == nil, "a service with no list asks nothing")
        let facts = try decide(RecordFirstMeeting(appointment: id, told: ["complain"], signed: true), on: story)
        let list = FirstMeetingList(told: ["complain"], left: ["expenses"], signed: true)
        #expect(facts == [.appointment(.firstToldOf(id, list))])
        story.record(facts, by: Story.dana)
        #expect(try story.file.appointment(id).firstTold?.list == list && due(story) == nil)
        #expect(
            refused(RecordFirstMeeting(appointment: id, told: ["complain"], signed: true), on: story)
                == "first-meeting.same")
        let rest = RecordFirstMeeting(appointment: id, told: ["expenses", "complain"], signed: true)
        #expect(refused(rest, on: story) == nil, "what was left can be told later")
    }

    @Test("It is asked for four weeks, and of no meeting that is withdrawn (C05, ours)")
    func until() throws {
        var (story, id) = try Story.attached()
        story.at("2012-07-12")
        #expect(due(story) != nil)
        story.at("2012-07-13")
        #expect(due(story) == nil)
        let facts = try decide(RecordFirstMeeting(appointment: id, told: ["complain"], signed: false), on: story)
        story.record(facts, by: Story.dana)
        let outcome = try #require(try story.file.appointment(id).outcome).event.id
        story.record([.appointment(.outcomeWithdrawn(id, outcome, .shut))], by: Story.dana)
        #expect(try story.file.appointment(id).firstTold == nil)
    }

    @Test("It is asked of nobody where whoever held it has the person no longer (C05)")
    func passedOn() throws {
        var (story, _) = try Story.attached()
        story = try ChainTests.sent(story, by: ChainTests.localManager)
        #expect(due(story) != nil)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        #expect(due(story) == nil)
    }

    @Test("Nothing told, what is not on the list, and a meeting that was not held are refused (C05)")
    func refuses() throws {
        let (story, id) = try Story.attached()
        #expect(
            refused(RecordFirstMeeting(appointment: id, told: [], signed: true), on: story) == "first-meeting.nothing")
        #expect(
            refused(RecordFirstMeeting(appointment: id, told: ["weather"], signed: true), on: story)
                == "first-meeting.topic")
        let (open, booked) = try Story.booked()
        #expect(
            refused(RecordFirstMeeting(appointment: booked, told: ["complain"], signed: true), on: open)
                == "first-meeting.none")
    }
}
