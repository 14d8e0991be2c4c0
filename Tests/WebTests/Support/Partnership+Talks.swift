import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

extension Partnership {
    /// Somebody attached with whom the five sections were gone through twice a month apart, the heaviest answers first and
    /// the lightest then; who was seen at B and at C, wants something, and has two things in the way on the plan.
    func talkedThrough() async throws -> Identifier<CaseFile> {
        let subject = try await attached()
        try await goThrough(heaviest: true, with: subject)
        try await perform(
            SeeProgressPoint(.b, evidence: Words("Asked what a course would cost.")), on: subject, as: adviser)
        move(to: now.day.adding(days: 30))
        try await goThrough(heaviest: false, with: subject)
        try await perform(
            SeeProgressPoint(.c, evidence: Words("Came with a list of shops.")), on: subject, as: adviser)
        try await perform(
            RateBarriers(
                [BarrierViews("debt", customer: .much, adviser: .some)], revisit: now.day.adding(days: 14)),
            on: subject, as: adviser)
        try await perform(SetGoal(words: Words("To work in a bakery.")), on: subject, as: adviser)
        for code in ["debt", "transport"] {
            try await perform(
                AddBarrier(code: code, first: code == "transport", words: nil), on: subject, as: adviser)
        }
        return subject
    }

    /// Goes through the five sections where others may hear, so that what is private is left out, and finishes.
    private func goThrough(heaviest: Bool, with subject: Identifier<CaseFile>) async throws {
        let begun = try await perform(
            BeginAssessment(instrument: "five-section", version: 1, mode: .open), on: subject, as: adviser)
        let id = try #require(begun.file.assessments.all.last).id
        let instrument = try #require(office.tools.instrument("five-section", version: 1))
        var answers: [String: Answer?] = [:]
        for question in instrument.questions where question.isNeeded && !question.isPrivate {
            let choice = try #require(heaviest ? question.choices.last : question.choices.first)
            answers.updateValue(Answer.chosen([choice.code]), forKey: question.id)
        }
        answers.updateValue(Answer.words(heaviest ? "Anything at all." : "A bakery."), forKey: "wanted")
        try await perform(SaveAnswers(assessment: id, mode: .open, answers: answers), on: subject, as: adviser)
        try await perform(FinishAssessment(assessment: id, mode: .open), on: subject, as: adviser)
    }
}
