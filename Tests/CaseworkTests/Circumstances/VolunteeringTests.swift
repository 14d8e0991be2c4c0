import Kernel
import Testing

@testable import Casework

@Suite("Volunteering is activity and progress, and no job (G-030, E-073)")
struct VolunteeringTests {
    private func told(_ code: String, hours: Int?, from day: CalendarDay) -> ReportChange {
        ReportChange(
            .volunteering, ChangeDetail(code: code, hours: hours), from: day, source: .customer, route: .inPerson)
    }

    @Test("Its hours are held with whose word they are, and told to whoever sees work, until it stops (C14, G-030)")
    func held() throws {
        var room = try ChangeRoom()
        #expect(room.refused(told("volunteers", hours: 169, from: room.today), by: Story.jane) == "change.hours")
        #expect(room.refused(told("works", hours: 6, from: room.today), by: Story.jane) == "change.code")
        try room.perform(told("volunteers", hours: 6, from: room.today), by: Story.jane)
        #expect(room.held.changes.last?.told == [Story.prime, Story.local])
        func seen(_ actor: Author) -> HeldCircumstance? {
            room.sight(actor).see(room.file).volunteering(on: room.today)
        }
        let held = try #require(seen(Story.dana))
        #expect(held.detail.value?.written(.volunteering) == "Volunteers, 6 hours a week")
        #expect(held.source == .customer && held.from == room.today)
        #expect(seen(ChangeRoom.teacher) == nil, "who sees no work")
        #expect(CaseFile(id: room.file.id, folding: room.events).circumstances == room.held)
        room.at("2012-07-20")
        try room.perform(told("stopped", hours: nil, from: room.today), by: Story.jane)
        #expect(seen(Story.dana) == nil)
    }

    @Test("Weeks in work and what is paid for them stay as they were (G-030)", arguments: [true, false])
    func unpaid(isInWork: Bool) throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.off("JSA", "2011-07-01")
        if isInWork { try story.job("2011-08-01", "2011-09-30") }
        let (before, jobs) = (story.account("2012-06-01"), story.file.employment.jobs)
        let terms = ReportedChange.Terms(
            kind: .volunteering, from: day("2011-08-01"), source: .customer, route: .inPerson, basis: .publicTask)
        let detail = HeldDetail(ChangeDetail(code: "volunteers", hours: 30))
        story.record(
            .circumstance(.reported(Identifier(high: 0x7000, low: 1 << 63 | 900), terms, detail, told: [])),
            on: day("2011-10-03"))
        #expect(story.account("2012-06-01") == before && story.file.employment.jobs == jobs)
    }
}
