import Casework
import Kernel
import Testing

@testable import Office

@Suite("Illness, fear and work under Pathways to Work (reference J3)")
struct PathwaysWorkTests {
    private static let agreed: [Casework.Category] = [.assessment, .plan, .health, .household]

    @Test(
        "Permitted Work has a last day, the benefit goes on beside it, and what follows is asked by then (J-022, D-121)"
    )
    func permittedWork() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.isOnBenefit(from: "2003-10-13")
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .b, "Cannot be in a small room or a lift, and wants help with it.")
        try await life.stands(inTheWay: "mental-health", first: true)
        try await life.meets("2004-02-10", .interview)
        let team = try await life.plans("Go to the condition management team")
        try life.on("2004-03-15")
        try await life.done(team, .seen)
        // The 26 weeks are the report's example (D-121), and no limit of ours.
        let last = life.today.adding(weeks: 26).adding(days: -1)
        let few = "Permitted Work in a shop, 12 hours a week."
        try await life.does(
            ReportChange(
                .work, ChangeDetail(words: few), from: life.today, until: last, source: .customer, route: .inPerson))
        let talk = try await life.plans(
            "Talk about full-time work before the 26 weeks end", by: .organisation(life.helper.organisation),
            due: last.description)

        let during = life.file.circumstances
        #expect(during.status(of: .work, on: last).detail?.words == few)
        #expect(during.status(of: .work, on: last.adding(days: 1)).held == nil, "it is not taken to go on")
        #expect(during.status(benefit: "IB", on: last).on == true, "a few hours change no benefit")
        try life.on(last.description)
        #expect(try await !life.dues().contains(.actionOverdue))
        try life.on(last.adding(days: 1).description)
        #expect(try await life.dues().contains(.actionOverdue))

        try await life.done(talk, .seen)
        try await life.isOnBenefit(false, from: life.today.description)
        try await life.tellsOfWork("Full time in the same shop.")
        let after = life.file.circumstances
        #expect(after.status(of: .work, on: life.today).detail?.words == "Full time in the same shop.")
        #expect(after.status(of: .work, on: last).detail?.words == few, "what was before it stays to be read")
        #expect([last, life.today].map { after.status(benefit: "IB", on: $0).on } == [true, false])
        #expect(try await !life.dues().contains(.actionOverdue))
        try await life.close()
    }

    @Test("Frightened by a call she is asked to no more, and the way back is an invitation to take or leave (J-029)")
    func frightened() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        let call = try await life.books("2004-01-20", .interview, mode: .phone)
        try life.on("2004-01-15")
        try await life.does(
            AskToMove(appointment: call, words: Words("Please do not ring. I am afraid of it.")), as: life.oneself)
        try await life.does(
            CancelAppointment(
                appointment: call, asked: .customer, reason: "other", words: Words("She is asked to no more of them.")))
        // The reason is one of the programme's own, and no attitude of staff (F-002).
        let waivers = try #require(life.desk.office.programmes.values.first?.reasons[.waiver])
        #expect(waivers.first { $0.code == "F-002" }?.attitude == false)
        #expect(try life.file.appointment(call).state == .cancelled)
        let must = ProposeAction(
            text: Words("Come to an interview"),
            terms: PlanActionTerms(owner: .customer, due: life.today.adding(days: 30), mandatory: true),
            explained: true)
        #expect(await life.refused(must) != nil, "nothing is required of her")

        let offer = try await life.plans("Come and talk, when and where it suits you, or not at all")
        let before = try await life.outgoing()
        try life.on("2004-06-14")
        #expect(life.plan.openActions.map(\.state) == [.proposed], "it stays on offer")
        #expect(try await !life.dues().contains(.actionOverdue))
        #expect(try await life.outgoing() == before, "and nobody writes to her of it")

        try await life.does(AgreeAction(action: offer, forCustomer: false, route: .online), as: life.oneself)
        let meeting = try await life.books("2004-06-21", .interview)
        let letter = try letter(inviting: life, to: meeting)
        #expect(letter.contains("An invitation: your work-focused interview") && letter.contains("you lose nothing"))
        #expect(!letter.contains("required") && !letter.contains("must"), "the tone of the letter")
        try await life.comes(to: meeting)
        try await life.done(offer, .seen)
        #expect(life.file.appointments.map(\.state) == [.cancelled, .attended])
        try await life.close()
    }

    /// The letter about a meeting that is hers to choose, on one line.
    private func letter(inviting life: ReportedLife, to meeting: Identifier<Appointment>) throws -> String {
        NoticeText(
            customer: "Somebody Reported", sender: "Union Street Jobcentre", senderAddress: ["1 Street"],
            adviser: "Dana Adviser", programme: "Pathways to Work", purpose: .interview,
            slot: try life.file.appointment(meeting).slot, place: ["1 Street"], phone: "01632 960000", mandatory: false,
            sent: life.today
        ).text.replacing("\n", with: " ")
    }

    @Test("Seriously hurt, he wants to work: how employers take it is heard in private and named to few (J-031)")
    func brainInjury() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        let centre = life.desk.provider
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .c, "Wants to work, since the injury too.")
        try await life.does(
            ReportChange(
                .health,
                ChangeDetail(code: HealthPrognosis.notSaid.rawValue, words: "His brain was hurt, and he tires."),
                from: life.today, source: .customer, route: .inPerson, heardInPrivate: true))
        let health = try await life.stands(inTheWay: "physical-health", first: true)
        let aloud = await life.refused(AddBarrier(code: "employers-health", first: false, words: nil))
        #expect(aloud?.code == "barrier.private" && aloud?.rule == "G-018, K-005")
        let employers = try await life.stands(inTheWay: "employers-health")
        // His order: what employers make of it matters more to him than the injury.
        try await life.does(OrderBarriers(order: [employers, health]))
        #expect(life.plan.openBarriers.map(\.named.code) == ["employers-health", "physical-health"])
        let psychologist = try await life.plans("See the work psychologist about what he can do now", for: health)
        let ringing = try await life.plans(
            "Ring the garden centre before he applies", by: .organisation(life.helper.organisation), for: employers)
        #expect(life.plan.openActions.last?.waitingFor == [.customer], "his yes first (K-014)")

        try await life.does(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: centre.organisation, categories: [.identity, .plan], purpose: "training"),
                until: CalendarDay("2004-12-31"), how: .inPerson))
        let seen = try await life.desk.office.open(life.subject, as: centre).seen
        #expect(seen.plan?.openBarriers.map(\.isPrivate) == [true, true], "a helper he told of the plan alone")
        #expect(seen.circumstances?.entries(of: .health).isEmpty != false)

        try await life.does(AgreeAction(action: ringing, forCustomer: false, route: .online), as: life.oneself)
        try life.on("2004-02-24")
        try await life.done(psychologist, .seen, "Short days, one task at a time.")
        try await life.done(ringing, .seen, "They will see him.")
        try await life.does(CloseBarrier(barrier: employers, words: nil))
        #expect(life.plan.openBarriers.map(\.named.code) == ["physical-health"], "the injury is still there")
        #expect(life.plan.actions.allSatisfy { $0.state == .done && !$0.terms.mandatory })
        #expect(life.points == [.c], "and how near work he is was never lowered for it")
        try await life.close()
    }
}

extension ReportedLife {
    /// Incapacity Benefit, as the jobcentre that pays it knows it.
    fileprivate mutating func isOnBenefit(_ isOn: Bool = true, from day: String) async throws {
        try await does(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "IB", on: isOn, from: CalendarDay(day), until: nil, certainty: .known, source: .jobcentre))
        )
    }
}
