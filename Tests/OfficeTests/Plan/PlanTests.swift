import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("One plan in the office")
struct OfficePlanTests {
    @Test(
        "Two advisers edit one plan: the second is told who changed it, and may then go on (G-005)",
        arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
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
        "A meeting in a course is booked for a reason, which the customer and the adviser read with it (G-017)",
        arguments: Engine.allCases)
    func taken(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        let course = try CommitmentTimes(
            kind: .course, weekday: .tuesday, from: 540, until: 960, runs: DayRange(until: CalendarDay("2012-12-31")))
        try await desk.office.perform(
            AddCommitment(times: course, words: nil), on: subject, as: desk.provider, id: desk.command(40))
        let slot = try Slot(
            starts: Instant(london: CalendarDay("2012-06-19"), hour: 10, minute: 0), minutes: 30, mode: .phone)
        func booking(_ despite: Words?) -> BookAppointment {
            BookAppointment(
                purpose: .review, adviser: desk.provider.person, office: desk.provider.organisation, slot: slot,
                despite: despite)
        }
        let refused = await refusal {
            try await desk.office.perform(booking(nil), on: subject, as: desk.provider, id: desk.command(41))
        }
        #expect(refused?.code == "slot.taken" && refused?.field == "despite")
        try await desk.office.perform(
            booking(Words("The tutor lets them out.")), on: subject, as: desk.provider, id: desk.command(41))
        let oneself = Author(
            person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        for reader in [desk.provider, oneself] {
            let seen = try await desk.office.open(subject, as: reader).seen
            #expect(seen.appointments.last?.despite.value?.text == "The tutor lets them out.", "\(reader.role)")
        }
        try await desk.close()
    }

    @Test(
        "A course like one in a plan that was brought in is refused with who sent them and when (G-010, J-009)",
        arguments: Engine.allCases)
    func again(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        try await desk.office.perform(
            BringInPlan(
                from: desk.adviser.organisation, lines: [.init(text: Words("Go on a CV course"), owner: .customer)]),
            on: subject, as: desk.provider, id: desk.command(50))
        func second(_ again: Words?) -> ProposeAction {
            ProposeAction(
                text: Words("Take the CV writing course"), terms: PlanActionTerms(owner: .customer), again: again)
        }
        let refused = await refusal {
            try await desk.office.perform(second(nil), on: subject, as: desk.provider, id: desk.command(51))
        }
        #expect(refused?.code == "plan.course-again" && refused?.field == "again")
        #expect(
            refused?.sentence.contains("“Go on a CV course”, from Union Street Jobcentre on 7 June 2012, not done yet")
                == true)
        try await desk.office.perform(
            second(Words("The first was only an hour.")), on: subject, as: desk.provider, id: desk.command(51))
        let read = try await desk.office.open(subject, as: desk.provider).seen.plan?.actions.last
        #expect(read?.again.value?.text == "The first was only an hour.")
        try await desk.close()
    }

    @Test(
        "A copy by e-mail goes with its record, as a link and nothing of the plan, to somebody it can reach (G-007)",
        arguments: Engine.allCases)
    func copied(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        let (office, copy) = (desk.office, GiveCopy(route: .email))
        try await office.perform(
            SetGoal(words: Words("I want to cook.")), on: subject, as: desk.provider, id: desk.command(60))
        func refused() async -> String? {
            await refusal { try await office.perform(copy, on: subject, as: desk.provider, id: desk.command(61)) }?.code
        }
        #expect(await refused() == "plan.no-email")
        var identity = try desk.identity()
        identity.email = "rosa@example.org"
        try await office.perform(
            CorrectCustomer(identity: identity), on: subject, as: desk.adviser, id: desk.command(62))
        #expect(await refused() == "plan.email-not-agreed")
        try await office.perform(ChooseEmail(agreed: true), on: subject, as: desk.adviser, id: desk.command(63))
        #expect(await refused() == "plan.no-own-page")
        try await office.perform(InviteCustomer(route: .paper), on: subject, as: desk.adviser, id: desk.command(64))
        try await office.perform(
            ChooseLanguage(.welsh), on: subject, as: desk.adviser, id: desk.command(65))
        try await office.perform(
            GiveCopy(route: .byHand), on: subject, as: desk.provider, id: desk.command(66))
        #expect(try await desk.letterStates().isEmpty)
        let given = try await office.perform(copy, on: subject, as: desk.provider, id: desk.command(61))
        try await office.perform(copy, on: subject, as: desk.provider, id: desk.command(61))
        #expect(try await desk.letterStates() == ["waiting"], "once, however often it is sent")
        office.address.with { $0 = "https://own.example" }
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        let mail = try #require(courier.messages.first)
        #expect(courier.messages.count == 1 && mail.to.address == "rosa@example.org")
        #expect(mail.subject == "Eich cynllun" && mail.text.contains("Helo Rosa,"))
        #expect(mail.text.contains("https://own.example/me/plan") && !mail.text.contains("cook"))
        let event = try #require(given.events.last).id
        #expect(try await office.open(subject, as: desk.provider).letters[event]?.stage == .sent)
        try await desk.close()
    }

    @Test(
        "The plan is read back as it was written, and the jobcentre does not see it (A-144)",
        arguments: Engine.allCases)
    func sight(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
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
