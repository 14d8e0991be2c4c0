import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("One plan in the office")
struct OfficePlanTests {
    /// A case referred, with two people at the provider who may work on its plan.
    private func desk(_ engine: Engine) async throws -> (TestDesk, Identifier<CaseFile>) {
        let day = try CalendarDay("2012-06-07")
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let subject = desk.newCase(1)
        try await desk.office.perform(AcknowledgeReferral(), on: subject, as: desk.manager, id: desk.command(10))
        try await desk.office.perform(
            AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person), on: subject,
            as: desk.manager, id: desk.command(11))
        desk.time.with { $0 = Instant(london: day, hour: 9, minute: 0) }
        let slot = try Slot(
            starts: Instant(london: day, hour: 10, minute: 0), minutes: 30,
            mode: .faceToFace)
        let booked = try await desk.office.perform(
            BookAppointment(
                purpose: .first, adviser: desk.provider.person, office: desk.provider.organisation, slot: slot),
            on: subject, as: desk.provider, id: desk.command(12))
        desk.time.with { $0 = Instant(london: day, hour: 11, minute: 0) }
        try await desk.office.perform(
            RecordAttendance(
                appointment: try #require(booked.file.appointments.last).id,
                attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
            on: subject, as: desk.provider, id: desk.command(13))
        return (desk, subject)
    }

    @Test(
        "Two advisers edit one plan: the second is told who changed it, and may then go on (G-005)",
        arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        let proposed = try await desk.office.perform(
            ProposeAction(text: Words("Ring the college"), terms: PlanActionTerms(owner: .customer)), on: subject,
            as: desk.provider, id: desk.command(20))
        let action = try #require(proposed.file.plan.actions.last).id
        let seen = proposed.file.sequence
        let change = ChangeAction(
            action: action, text: Words("Visit the college"), terms: PlanActionTerms(owner: .customer), why: nil)
        try await desk.office.perform(change, on: subject, as: desk.provider, id: desk.command(21), seen: seen)
        let other = ChangeAction(
            action: action, text: Words("Write to the college"), terms: PlanActionTerms(owner: .customer), why: nil)
        let refused = await refusal {
            try await desk.office.perform(other, on: subject, as: desk.manager, id: desk.command(22), seen: seen)
        }
        #expect(refused?.code == "form.stale")
        #expect(refused?.sentence.contains("Pat Provider") == true)
        let after = try await desk.office.perform(
            other, on: subject, as: desk.manager, id: desk.command(22), seen: seen + 1)
        let texts = after.file.plan.actions.last?.changes.compactMap(\.text.value?.text)
        #expect(texts == ["Ring the college", "Visit the college"], "what each wrote is kept")
        // A new line rests on nothing that was seen, so it is not held up.
        try await desk.office.perform(
            ProposeAction(text: Words("Bring the letter"), terms: PlanActionTerms(owner: .customer)), on: subject,
            as: desk.manager, id: desk.command(23), seen: seen)
        try await desk.close()
    }

    @Test(
        "The plan is read back as it was written, and the jobcentre does not see it (A-144)",
        arguments: Engine.allCases)
    func sight(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        let bring = BringInPlan(
            from: desk.adviser.organisation, goals: [Words("I want to cook.")],
            lines: [.init(text: Words("See the tutor"), owner: .customer, objection: Words("Not on Mondays"))])
        let performed = try await desk.office.perform(bring, on: subject, as: desk.provider, id: desk.command(30))
        let opened = try await desk.office.open(subject, as: desk.provider)
        #expect(opened.seen.plan == performed.file.plan)
        #expect(opened.seen.plan?.actions.first?.objections.first?.words.value?.text == "Not on Mondays")
        #expect(opened.names.organisation(desk.adviser.organisation) == "Union Street Jobcentre")
        #expect(try await desk.office.open(subject, as: desk.adviser).seen.plan == nil)
        let refused = await refusal {
            try await desk.office.perform(
                SetGoal(words: Words("Any job")), on: subject, as: desk.adviser, id: desk.command(31))
        }
        #expect(refused?.rule == "K-007")
        try await desk.close()
    }
}
