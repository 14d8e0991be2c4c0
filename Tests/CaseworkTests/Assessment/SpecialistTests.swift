import Kernel
import Testing

@testable import Casework

@Suite("What specialists and trainers find out")
struct SpecialistTests {
    private func room() throws -> AssessmentRoom {
        var room = try AssessmentRoom()
        room.now = Instant(london: day("2012-06-11"), hour: 10, minute: 0)
        return room
    }

    private func record(
        _ kind: String = "literacy", by: String = "A tutor at the college", _ result: String = "Reads a timetable.",
        level: String? = nil, about: String? = nil, on: String? = nil
    ) -> RecordSpecialistResult {
        RecordSpecialistResult(
            SpecialistFinding(
                kind: kind, by: by, result: Words(result), level: level, about: about.map { Words($0) }),
            on: on.map { day($0) })
    }

    @Test("A result has its kind, who found it, the day and a level, and is read as it was written (C06)")
    func recorded() throws {
        var room = try room()
        try room.perform(record(level: "Entry 3", on: "2012-06-04"))
        let held = try #require(room.seen.assessments?.standingSpecialists.first)
        #expect(held.event.day == day("2012-06-04") && held.event.recorded.day == day("2012-06-11"))
        #expect(held.finding.value?.level == "Entry 3" && held.category == .assessment)
        let fact = try #require(room.events.last?.fact)
        #expect(fact.clear["kind"] == nil, "what was looked into is sealed")
        #expect(
            try Fact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: fact.sealed?.json) == fact)
    }

    @Test("A result says enough to go by, of a kind and level that there are, and is of no day ahead (C06)")
    func refused() throws {
        let room = try room()
        #expect(room.refused(record("palmistry")) == "specialist.kind")
        #expect(room.refused(record(by: " ")) == "specialist.by")
        #expect(room.refused(record(by: String(repeating: "x", count: 201))) == "specialist.by")
        #expect(room.refused(record("literacy", "")) == "specialist.result")
        #expect(room.refused(record("literacy", String(repeating: "x", count: 4001))) == "specialist.result")
        #expect(room.refused(record(level: "Level 9")) == "specialist.level")
        #expect(room.refused(record("numeracy", level: "Level 1")) == "specialist.level", "it has none")
        #expect(room.refused(record("other")) == "specialist.about")
        #expect(room.refused(record("other", about: "Driving")) == nil)
        #expect(room.refused(record(on: "2012-06-12")) == "assessment.day")
        #expect(room.refused(record(on: "2012-05-27")) == "assessment.day")
    }

    @Test("A result about health is recorded and read by whoever sees health, and by nobody else (C06, K-007)")
    func health() throws {
        var room = try room()
        #expect(room.refused(record("health")) == "assessment.consent")
        room.agree()
        try room.perform(record("health", "Should not lift."))
        #expect(room.events.last?.fact.category == .health)
        #expect(room.seen.assessments?.specialists.count == 1)
        let event = try #require(room.file.assessments.specialists.first).event.id
        room.withdrawConsent()
        #expect(room.seen.assessments?.specialists.isEmpty == true)
        let wrong = WithdrawSpecialistResult(event: event, why: Words("Of another person"))
        #expect(room.refused(wrong) == "assessment.consent")
    }

    @Test("A result recorded in error is taken back once, and stays in the record (C06)")
    func withdrawn() throws {
        var room = try room()
        try room.perform(record())
        let event = try #require(room.file.assessments.standingSpecialists.first).event.id
        let wrong = WithdrawSpecialistResult(event: event, why: Words("Of another person"))
        try room.perform(wrong)
        #expect(room.file.assessments.standingSpecialists.isEmpty && room.file.assessments.specialists.count == 1)
        #expect(room.refused(wrong) == "specialist.none")
    }
}
