import Kernel
import Testing

@testable import Casework

@Suite("Where somebody is, who leads and what comes next (G-039)")
struct WhereaboutsTests {
    private let own = Sight(role: .customer, relation: .oneself)

    private func whereabouts(_ story: Story) -> Whereabouts {
        own.see(story.file).whereabouts(on: story.now.day, now: story.now, rules: .madeUp)
    }

    private func next(_ room: PlanRoom) -> Whereabouts.Next? {
        own.see(room.file).whereabouts(on: room.now.day, now: room.now, rules: .madeUp).next
    }

    @Test("They are with their jobcentre, then referred, then on the programme by weeks, then at its end")
    func place() throws {
        #expect(try whereabouts(Story.registered()).place == .helped(by: Story.jobcentre))
        #expect(try whereabouts(Story.assigned()).place == .referred(programme: "made-up", on: day("2012-05-30")))
        var story = try Story.attached(at: "2012-09-06")
        #expect(
            whereabouts(story).place
                == .taking(
                    programme: "made-up", since: day("2012-06-14"), TimeGone(gone: 12, all: 104, unit: .weeks)))
        story.at("2014-06-12")
        #expect(whereabouts(story).place == .ended(programme: "made-up", on: day("2014-06-11")))
    }

    @Test("Their adviser leads, and until there is one it is said who is to name somebody (G-005)")
    func lead() throws {
        let registered = whereabouts(try Story.registered())
        #expect(registered.lead == nil && registered.organisation == Story.jobcentre)
        #expect(registered.next == .contact, "nothing is booked, and somebody is to be in touch all the same")
        let referred = try Story.referred()
        #expect(whereabouts(referred).organisation == referred.file.referral?.holder)
        let assigned = whereabouts(try Story.assigned())
        #expect(assigned.lead?.person == Story.dana.person && assigned.organisation == Story.dana.organisation)
        let (booked, id) = try Story.booked()
        guard case .appointment(let meeting) = whereabouts(booked).next else {
            Issue.record("the meeting comes next")
            return
        }
        #expect(meeting.id == id)
    }

    @Test("The soonest of what was agreed comes next, whoever does it; what is late only where nothing is ahead")
    func soonest() throws {
        var room = try PlanRoom(attached: false)
        let adviser = PlanOwner.adviser(Story.dana.person, at: Story.local)
        let theirs = try room.propose("Ring the college", adviser, due: "2012-06-20")
        guard case .review(let review) = next(room) else {
            Issue.record("what is not agreed to does not come next")
            return
        }
        try room.perform(AgreeAction(action: theirs, forCustomer: true, route: .byPhone))
        let step = try room.action(theirs)
        #expect(next(room)?.day == day("2012-06-20") && next(room) == .step(step))
        room.at("2012-06-21")
        #expect(next(room) == .review(by: review))
        room.now = Instant(london: review.adding(days: 1), hour: 10, minute: 0)
        #expect(next(room) == .step(step))
    }

    @Test("Who sees none of it is told nothing of it")
    func stranger() throws {
        let (story, _) = try Story.booked()
        let seen = Sight(role: .adviser, relation: .none).see(story.file)
        let found = seen.whereabouts(on: story.now.day, now: story.now, rules: .madeUp)
        #expect(found == Whereabouts(place: nil, lead: nil, organisation: nil, next: nil))
    }
}
