import Casework
import Kernel
import Records
import Testing
import TestSupport

@testable import Office

@Suite("Assessing through the office")
struct AssessmentOfficeTests {
    @Test(
        "An assessment is saved in parts, finished, settled and reported; health opens with consent and shuts without",
        arguments: Engine.allCases)
    func wholeWay(_ engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let helper = Author(
            person: .init(high: 1, low: 7), organisation: desk.administrator.organisation, role: .adviser)
        let subject = desk.newCase(1)
        func perform(_ number: UInt64, _ command: some CaseCommand) async throws -> Performed {
            try await desk.office.perform(command, on: subject, as: helper, id: desk.command(number))
        }
        _ = try await perform(1, RegisterCustomer(identity: try desk.identity()))
        _ = try await perform(2, BeginAssessment(instrument: "five-section", version: 1, mode: .inPrivate))
        let id = Identifier<Assessment>(desk.command(2))
        let five = try #require(desk.office.tools.instrument("five-section", version: 1))
        var answers: [String: Answer?] = ["wanted": .words("Cooking")]
        for question in five.questions where question.isNeeded && !question.isPrivate {
            answers.updateValue(.chosen([question.choices[0].code]), forKey: question.id)
        }
        let save = SaveAnswers(assessment: id, mode: .inPrivate, answers: answers)
        #expect(try await perform(3, save).events.count == 1)
        // Sent twice under another id, it says nothing new and records nothing.
        #expect(try await perform(4, save).events.isEmpty)
        let health = SaveAnswers(assessment: id, mode: .inPrivate, answers: ["health": .chosen(["lot"])])
        await #expect(throws: Refusal.self) { _ = try await perform(5, health) }
        let terms = ConsentTerms(
            recipient: helper.organisation, categories: [.health, .household], purpose: "support")
        _ = try await perform(
            6, GiveConsent(terms: terms, until: try CalendarDay("2012-12-31"), how: .inPerson))
        _ = try await perform(7, health)
        let rest: [String: Answer?] = [
            "substances": .putOff, "home": .chosen(["settled"]), "caring": .chosen(["no"]),
        ]
        _ = try await perform(8, SaveAnswers(assessment: id, mode: .inPrivate, answers: rest))
        _ = try await perform(9, FinishAssessment(assessment: id, mode: .inPrivate))
        let settled = try await perform(
            10, StreamCustomer(assessment: id, rating: "amber", stream: "skills", why: Words("Pain on most days")))
        #expect(settled.file.assessments.finished.last?.rating == "amber")
        #expect(settled.file.assessments.finished.last?.finished?.outcome.rating == "green")

        let open = try await desk.office.open(subject, as: helper)
        #expect(open.seen.assessments?.all[0].answers["health"] == .chosen(["lot"]))
        let consent = try #require(open.seen.consents?.given.first)
        _ = try await perform(11, WithdrawConsent(consent: consent.id, how: .inPerson))
        let shut = try await desk.office.open(subject, as: helper)
        #expect(shut.seen.assessments?.all[0].answers["health"] == nil)
        #expect(shut.seen.assessments?.all[0].answers["wanted"] == .words("Cooking"))

        let report = try await desk.office.assessmentReport()
        #expect(report.parts.map(\.instrument) == ["five-section"])
        #expect(report.parts[0].ratings == ["green"])
        #expect(report.parts[0].agreement.cells == [[nil, nil, nil]])
        try await desk.close()
    }
}
