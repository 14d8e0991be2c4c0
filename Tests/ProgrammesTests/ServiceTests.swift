import Casework
import Foundation
import Kernel
import Testing

@testable import Programmes

@Suite("The rules of the service")
struct ServiceTests {
    @Test("Those that ship review a plan by stream and never later than six months on (D-092), and say what is ours")
    func shipped() throws {
        let tools = try InstrumentReader.shipped()
        let reviews = tools.rules.planReviews
        let day = try CalendarDay("2012-06-18")
        #expect(reviews.due(after: day, stream: PlanStream("skills")) == day.adding(weeks: 2))
        #expect(reviews.due(after: day, stream: PlanStream("step-by-step")) == day.adding(months: 1))
        #expect(reviews.atMost.value == TimeLimit(6, .months) && reviews.atMost.status == .published)
        #expect(tools.rules.changes.apply.status == .ours && tools.rules.answers.complaint.status == .ours)
        let retention = tools.rules.retention
        #expect(retention.support.value == 2 && retention.evidence.value == 6 && retention.evidence.status == .ours)
        #expect(tools.rules.safetyReviewSaidBefore.value == TimeLimit(14, .days))
        #expect(tools.rules.safetyReviewSaidBefore.status == .ours)
        #expect(tools.rules.referralIsThinBelow.value == 50 && tools.rules.referralIsThinBelow.status == .ours)
        #expect(tools.rules.changes.confirm.value == TimeLimit(90, .days))
        #expect(tools.rules.changes.confirm.status == .ours)
        #expect(tools.rules.moneyGap?.value == TimeLimit(14, .days) && tools.rules.moneyGap?.status == .ours)
        let assessing = tools.rules.assessing
        #expect(assessing.assessedByMeeting.value == 2 && assessing.assessedByMeeting.status == .published)
        #expect(assessing.plannedByMeeting.value == 2 && assessing.settle.status == .ours)
        let specialists = assessing.specialists
        #expect(specialists.daysBeforeCourse.value == 3 && specialists.daysBeforeCourse.status == .ours)
        #expect(specialists.kinds.filter(\.isForCourses).map(\.code) == ["literacy", "numeracy"])
        #expect(specialists.kind("health")?.category == .health && specialists.kind("other")?.asksWhat == true)
        #expect(specialists.kind("literacy")?.levels.count == 5)
        // What was ever recorded under a code can still be read.
        #expect(tools.rules.appointmentChanges.contains { $0.code == "signing-or-course" })
        #expect(tools.rules.appointmentChanges.last?.code == "other")
        // None of what the reference marks as an attitude is offered as a reason (F11).
        #expect(tools.rules.setbacks.map(\.source) == (160...169).map { "F-\($0)" })
        let told = tools.rules.firstMeeting
        #expect(told.map(\.code).contains("expenses") && told.contains { $0.source.contains("G-023") })
        #expect(told.filter { GivenWords(rawValue: $0.text) == nil }.map(\.code) == [], "each has Welsh")
        let suggestions = tools.barriers.suggestions
        #expect(suggestions.count == 21 && suggestions.allSatisfy { $0.source.hasPrefix("E-") })
        #expect(suggestions.allSatisfy { tools.barriers.barrier($0.barrier) != nil })
        let programme = try #require(try Programmes.shipped().programmes["work-programme-2011"])
        #expect(programme.limit(.contactEvery, on: day)?.source == "D-085")
    }

    private static let sound = """
        plan_reviews:
          streams:
            search: { weeks: 2, status: ours, source: a test }
          otherwise: { months: 1, status: ours, source: a test }
          at_most: { months: 6, status: published, source: D-092 }
          said_before: { days: 7, status: ours, source: a test }
          overwritten_told: { days: 5, status: ours, source: a test }
        changes:
          acknowledge: { working_days: 2, status: ours, source: a test }
          apply: { working_days: 5, status: ours, source: a test }
          resolve: { working_days: 10, status: ours, source: a test }
          confirm: { months: 6, status: ours, source: a test }
        answers:
          question: { working_days: 5, status: ours, source: a test }
          complaint: { working_days: 15, status: ours, source: a test }
          complaint_acknowledged: { working_days: 2, status: ours, source: a test }
        retention:
          evidence: { years: 6, status: ours, source: a test }
          identity: { years: 6, status: ours, source: a test }
          support: { years: 2, status: ours, source: a test }
          safety: { years: 6, status: ours, source: a test }
        appointment_changes:
          - { code: ill, text: Ill, source: ours }
          - { code: other, text: Another reason, source: ours }
        safety:
          review_said_before: { days: 14, status: ours, source: a test }
        assessments:
          assessed_by: { meeting: 2, status: published, source: C06 }
          finish: { working_days: 3, status: ours, source: a test }
          settle: { working_days: 4, status: ours, source: a test }
          planned_by: { meeting: 3, status: published, source: C07 }
          results_before_course: { days: 2, status: ours, source: a test }
          specialists:
            - { code: sight, text: Sight, about: health, source: a test }
        referrals:
          thin_below: { percent: 40, status: ours, source: a test }
        """

    private func problems(_ text: String) -> [String] {
        do {
            _ = try ServiceReader.read(text: text, file: "service.yaml")
            return []
        } catch { return error.problems.map { "\($0.line ?? 0): \($0.sentence)" } }
    }

    /// What is replaced, by what, and how the one sentence begins.
    private static let spoilt: [(String, String, String)] = [
        ("{ weeks: 2, status", "{ weeks: 30, status", "2: A plan would be gone through after 30 weeks"),
        ("{ months: 1, status", "{ months: 9, status", "4: A plan would be gone through after 9 months"),
        ("{ days: 7, status: ours, ", "{ days: 7, ", "6: “said_before” of “said_before” has no status."),
        ("{ days: 7, status: ours, source: a test }", "{ days: 7, status: ours }", "6: “said_before” of"),
        ("working_days: 5, status: ours", "fortnights: 1, status: ours", "10: “fortnights” means nothing in “apply”."),
        ("  resolve:", "  resolved:", "9: “changes” has no “resolve”. Add a line “resolve: …”."),
        ("code: other", "code: ill", "24: There are two"),
        ("{ years: 2, status", "{ years: 0, status", "20: 0 is out of range for “years”"),
        ("support: { years: 2, ", "support: { months: 24, ", "20: “months” means nothing in “support”."),
        ("{ meeting: 3, ", "{ meeting: 0, ", "31: 0 is out of range for “meeting”"),
        ("{ meeting: 2, ", "{ meetings: 2, ", "28: “meetings” means nothing in “assessed_by”."),
        ("about: health", "about: safety", "34: “about: safety” is recorded elsewhere."),
        ("{ days: 2, status", "{ days: 0, status", "32: 0 is out of range for “days”"),
        ("{ percent: 40", "{ percent: 0", "36: 0 is out of range for “percent”"),
        ("working_days: 15", "working_days: soon", "15: “soon” is not a whole number for “working_days”."),
    ]

    @Test("A mistake is told with its line and what to do about it", arguments: spoilt.indices)
    func tells(_ index: Int) throws {
        #expect(problems(Self.sound) == [])
        let (found, spoilt, told) = Self.spoilt[index]
        try #require(Self.sound.contains(found), "\(found)")
        let problems = problems(Self.sound.replacing(found, with: spoilt, maxReplacements: 1))
        #expect(problems.contains { $0.hasPrefix(told) }, "\(problems)")
    }

    @Test("A file with no list for first meetings asks nothing of them, and two of one code are told (C05)")
    func firstMeeting() throws {
        #expect(try ServiceReader.read(text: Self.sound, file: "service.yaml").firstMeeting == [])
        let line = "  - { code: help, text: What help there is, source: C05 }\n"
        let one = Self.sound + "\nfirst_meeting:\n" + line
        #expect(
            try ServiceReader.read(text: one, file: "service.yaml").firstMeeting.map(\.text) == ["What help there is"])
        #expect(problems(one + line).contains { $0.contains("There are two of “help”") })
    }

    @Test("A part that is missing is one sentence, and a list with no reason would let nobody move an appointment")
    func missing() throws {
        let start = try #require(Self.sound.range(of: "answers:"))
        let end = try #require(Self.sound.range(of: "retention:"))
        let list = try #require(Self.sound.range(of: "appointment_changes:"))
        var without = Self.sound
        without.removeSubrange(start.lowerBound..<end.lowerBound)
        #expect(problems(without) == ["1: The service has no “answers”. Add a line “answers: …”."])
        let none = Self.sound.prefix(upTo: list.lowerBound) + "appointment_changes: []\n"
        #expect(problems(String(none)).contains { $0.contains("No appointment could be moved or cancelled.") })
    }

    @Test("Whom to ring is in both languages, each with its source, and as shipped where a file has no list (K-019)")
    func urgent() throws {
        let shipped = try ServiceReader.shipped().urgent
        #expect(shipped.map(\.phone.english) == ["999", "111, then choose 2", "116 123"])
        for contact in shipped {
            #expect(contact.trust.status == .ours && !contact.trust.source.isEmpty, "\(contact.code)")
            for said in [contact.name, contact.phone, contact.hours, contact.use] {
                #expect(!said.english.isEmpty && !said.welsh.isEmpty, "\(contact.code)")
            }
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "urgent-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "service"), withIntermediateDirectories: true)
        let file = folder.appending(path: "service/service.yaml")
        try Data(Self.sound.utf8).write(to: file)
        #expect(try ServiceReader.shipped(adding: folder.path).urgent == shipped)
        let own = """

            urgent:
              - code: team
                name: { english: The crisis team, welsh: Y tîm argyfwng }
                phone: { english: 01924 000000, welsh: 01924 000000 }
                hours: { english: At any time., welsh: Ar unrhyw adeg. }
                for: { english: Somebody needs help today., welsh: Mae angen help heddiw. }
                status: ours
                source: a test
            """
        try Data((Self.sound + own).utf8).write(to: file)
        #expect(try ServiceReader.shipped(adding: folder.path).urgent.map(\.code) == ["team"])
        let half = own.replacing(", welsh: Y tîm argyfwng", with: "")
        #expect(problems(Self.sound + half).contains { $0.contains("“name” has no “welsh”") })
    }

    @Test("A suggestion is for a barrier of the list, and an operator's own rules stand in place of those that ship")
    func own() throws {
        let barriers = """
            version: 1
            barriers:
              - { code: debt, title: Debt, source: a test }
            suggestions:
              - { code: list, barrier: dept, text: List what is owed, source: a test }
            """
        #expect(throws: ProgrammeFault.self) { try InstrumentReader.readBarriers(text: barriers, file: "b.yaml") }
        let right = barriers.replacing("dept", with: "debt")
        #expect(try InstrumentReader.readBarriers(text: right, file: "b.yaml").suggestions(for: "debt").count == 1)

        let folder = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "service"), withIntermediateDirectories: true)
        let file = folder.appending(path: "service/service.yaml")
        try Data(Self.sound.utf8).write(to: file)
        #expect(try InstrumentReader.shipped(adding: folder.path).rules.appointmentChanges.count == 2)
        try Data(Self.sound.replacing("search:", with: "resting:").utf8).write(to: file)
        #expect(throws: ProgrammeFault.self) { try InstrumentReader.shipped(adding: folder.path) }
    }
}
