import Kernel
import Testing

@testable import Casework

@Suite("What is private and seen differently")
struct PrivateTopicTests {
    private func rate(_ customer: BarrierWeight, in story: inout Story) {
        let said = BarrierSaid([BarrierViews("pain", customer: customer, adviser: .much)], heardInPrivate: true)
        let rated = AssessmentFact.barriersRated(
            .health, revisit: customer == .much ? nil : day("2012-09-03"), .open(said))
        story.record([.assessment(rated)], by: Story.dana)
    }

    private func due(in story: Story) -> Due? {
        story.file.standing(
            on: story.now.day, now: story.now, programmes: [story.programme.id: story.programme], rules: .madeUp
        ).dues.first { $0.code == .revisitBarriers }
    }

    @Test("It comes back at the next two meetings one to one, unnamed, and never at one in a group (G-108, G-018)")
    func nextTwoMeetings() throws {
        var (story, _) = try Story.attached()
        rate(.nothing, in: &story)
        try story.book(try Story.slot("2012-06-18", mode: .group), .review)
        let first = try story.book(try Story.slot("2012-06-20"), .review)
        let second = try story.book(try Story.slot("2012-06-25"), .review)
        try story.book(try Story.slot("2012-07-02"), .review)
        for (text, meeting) in [
            ("2012-06-18", nil), ("2012-06-19", nil), ("2012-06-20", first), ("2012-06-25", second),
            ("2012-07-02", nil),
        ] as [(String, Identifier<Appointment>?)] {
            story.at(text, 9)
            let found = due(in: story)
            #expect(found?.appointment == meeting && (found == nil) == (meeting == nil), "\(text)")
            #expect(found?.sentence.lowercased().contains("pain") != true)
            #expect(found?.sentence.lowercased().contains("health") != true)
        }
        story.at("2012-06-20", 9)
        rate(.much, in: &story)
        #expect(due(in: story) == nil, "the two see it alike now")
    }

    @Test("A meeting they did not come to is none of the two (G-108)")
    func missed() throws {
        var (story, _) = try Story.attached()
        rate(.nothing, in: &story)
        let first = try story.book(try Story.slot("2012-06-18"), .review)
        try story.book(try Story.slot("2012-06-20"), .review)
        let third = try story.book(try Story.slot("2012-06-25"), .review)
        story.at("2012-06-25", 9)
        #expect(due(in: story) == nil)
        story.record([.appointment(.missed(first, reason: nil, .shut))], by: Story.dana)
        #expect(due(in: story)?.appointment == third)
    }
}
