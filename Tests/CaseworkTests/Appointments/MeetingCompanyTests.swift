import Kernel
import Testing

@testable import Casework

@Suite("Who was with somebody at a meeting")
struct MeetingCompanyTests {
    @Test("What is said is kept sealed, and what was stored before it was asked has none (K-043, J-036)")
    func stored() throws {
        let id = Identifier<Appointment>(high: 0x7000, low: 1 << 63 | 0x61)
        let company = try #require(MeetingCompany(with: .somebodyElse, timeAlone: .notOffered))
        let said = AppointmentFact.attended(
            id, Attendance(mode: .faceToFace, minutes: 40, late: 0, company: .open(company)))
        let unsaid = AppointmentFact.attended(id, Attendance(mode: .faceToFace, minutes: 40, late: 0))
        #expect(said.clear == unsaid.clear && unsaid.sealed == nil)
        for fact in [said, unsaid] {
            let read = try AppointmentFact(
                kind: fact.kind, version: fact.version, clear: fact.clear, sealed: fact.sealed?.json)
            #expect(read == fact)
        }
        #expect(
            try AppointmentFact(kind: said.kind, version: said.version, clear: said.clear, sealed: nil) == unsaid)
    }

    @Test("A copy of the record has it once somebody has looked through it, as it says something of who was there")
    func reviewed() throws {
        let id = Identifier<Appointment>(high: 0x7000, low: 1 << 63 | 0x61)
        let company = try #require(MeetingCompany(with: .somebodyElse, timeAlone: .notOffered))
        let event = Event<CaseFile>(
            id: Identifier(high: 1, low: 1), subject: Identifier(high: 2, low: 2), sequence: 1,
            occurred: .day(day("2012-06-01")), recorded: try Instant("2012-06-01T09:00:00Z"), by: Story.dana,
            fact: .appointment(
                .attended(id, Attendance(mode: .faceToFace, minutes: 40, late: 0, company: .open(company)))))
        #expect(event.copyTexts.count == 2 && event.copyTexts.allSatisfy(\.mayConcernOthers))
    }

    @Test("Of somebody who came alone no time alone is kept, and nothing said is nothing kept (K-043)")
    func alone() {
        #expect(MeetingCompany(with: .alone, timeAlone: .offered)?.timeAlone == nil)
        #expect(MeetingCompany(with: nil, timeAlone: nil) == nil)
        #expect(MeetingCompany(with: .supporter, timeAlone: .notOffered)?.leavesTimeAlone == false)
    }

    @Test("Staff who hold meetings read it; the person’s own pages, a supporter and whoever pays do not (K-043)")
    func read() throws {
        var (story, id) = try Story.booked()
        let slot = try story.file.appointment(id).slot
        story.now = slot.starts.adding(minutes: 60)
        let company = try #require(MeetingCompany(with: .somebodyElse, timeAlone: .taken))
        try story.perform(
            RecordAttendance(
                appointment: id,
                attendance: Attendance(mode: .faceToFace, minutes: 50, late: 0, company: .open(company))),
            by: Story.dana)
        let held = try story.file.appointment(id)
        let adviser = Sight(role: .providerAdviser, relation: .attached)
        #expect(held.seen(through: adviser).attendance?.company.value == company)
        for (role, relation) in [
            (Role.customer, Relation.oneself), (.supporter, .supporter), (.commissioner, .commissions),
        ] {
            let seen = held.seen(through: Sight(role: role, relation: relation))
            #expect(seen.attendance?.company == .shut && seen.attendance?.minutes == 50)
        }
    }
}
