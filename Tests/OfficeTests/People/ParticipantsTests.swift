import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People on the Work Programme whom researchers met (reference J4)")
struct ParticipantsTests {
    @Test("A course and what else is asked are seen to clash before either is missed (J-043)")
    func student() async throws {
        var life = try await ReportedLife.attached()
        try await life.does(
            AddCommitment(
                times: CommitmentTimes(
                    kind: .course, weekday: .tuesday, from: 9 * 60 + 30, until: 16 * 60,
                    runs: DayRange(from: life.today, until: nil)), words: nil))
        let review = try await life.books("2012-06-19", despite: "Her course was not known of when it was agreed.")
        let applying = try await life.plans("Send two applications", due: "2012-06-26")
        func conflicts() -> [PlanConflict.Kind] {
            life.plan.conflicts(with: life.file.appointments, from: life.today).map(\.kind)
        }
        #expect(conflicts() == [.appointment, .dueDay])
        try await life.does(
            MoveAppointment(
                appointment: review,
                slot: Slot(
                    starts: Instant(london: CalendarDay("2012-06-20"), hour: 10, minute: 0), minutes: 45,
                    mode: .faceToFace), asked: .provider, reason: "signing-or-course"))
        try await life.does(
            ChangeAction(
                action: applying, text: Words("Send two applications"),
                terms: PlanActionTerms(owner: .customer, due: CalendarDay("2012-06-27")),
                why: Words("Tuesdays are the course.")))
        #expect(conflicts().isEmpty)
        try await life.close()
    }

    @Test("Somebody ill in the early morning is met later in the day, and the meeting missed costs nothing (J-045)")
    func morning() async throws {
        var life = try await ReportedLife(.workProgramme, aged: 22)
        let early = try await life.books("2012-06-11", .first, hour: 9)
        try life.on("2012-06-11", hour: 11)
        let missed = try await life.does(RecordMiss(appointment: early, reason: "F-039", words: nil))
        #expect(missed.events.count == 1, "no doubt is raised by itself (D-061, K-046)")
        let later = try await life.books("2012-06-13", .first, hour: 14)
        try await life.comes(to: later)
        #expect(life.file.appointments.map(\.state) == [.missed, .attended])
        #expect(life.file.referral?.attachment?.on == (try CalendarDay("2012-06-13")))
        try await life.close()
    }

    @Test("A goal grows with what somebody can do: the one before stays to be read (J-049)")
    func aspiration() async throws {
        var life = try await ReportedLife.attached()
        try await life.wants("Any job like the one I had.")
        let first = try #require(life.plan.openGoals.first)
        try await life.does(SetGoal(words: Words("Use what I know of computers at work."), replaces: first.id))
        try await life.plans("See what the college says of a course in network support")
        #expect(life.plan.openGoals.map(\.replaces) == [first.id])
        #expect(life.plan.goals.count == 2)
        try await life.close()
    }

    @Test("Learning to read is a goal like any other, and what was reached is shown (J-051)")
    func reading() async throws {
        var life = try await ReportedLife.attached()
        try await life.wants("Read to my children, and read what I am sent.")
        let barrier = try await life.stands(inTheWay: "basic-skills", first: true)
        let course = try await life.plans("Go to the reading group on Thursdays", for: barrier)
        try life.on("2012-08-30")
        try await life.done(course, .certificate, "Entry level.")
        try await life.does(CloseBarrier(barrier: barrier, words: nil))
        try await life.does(CloseGoal(goal: #require(life.plan.openGoals.first).id, reached: true, words: nil))
        #expect(life.plan.openBarriers.isEmpty && life.plan.openGoals.isEmpty)
        #expect(life.plan.actions.map(\.state) == [.done])
        try await life.close()
    }

    @Test("After two deaths the plan goes in her order: first the loss, then volunteering, and work after it (J-052)")
    func sequence() async throws {
        var life = try await ReportedLife.attached(agrees: [.household])
        let out = try await life.stands(inTheWay: "time-out")
        let loss = try await life.stands(inTheWay: "loss")
        try await life.does(OrderBarriers(order: [loss, out]))
        let volunteering = try await life.plans("Help at the carers' centre on Fridays", for: out)
        #expect(life.plan.openBarriers.map(\.id) == [loss, out])
        #expect(life.plan.openActions.allSatisfy { !$0.terms.mandatory })
        try life.on("2012-09-14")
        try await life.done(volunteering, .seen)
        try await life.plans("Ask the centre about paid hours", for: out)
        #expect(life.plan.actions.map(\.state) == [.done, .proposed])
        try await life.close()
    }

    @Test("Partners in a joint claim are drawn together, whichever provider it is (J-056)")
    func partners() async throws {
        let first = try await ReportedLife(.workProgramme)
        let desk = first.desk
        let other = Identifier<Organisation>(high: 9, low: 8)
        let now = desk.office.clock.now
        try await desk.store.write { [desk] connection in
            try OrganisationRegister.put(
                .init(id: other, name: "Calder", kind: .provider, address: "2 Street", phone: "01632 960001"),
                by: desk.administrator.person, at: now, in: connection)
        }
        try await desk.office.setShares(
            ShareSetting(
                programme: TestDesk.programme, group: nil, from: CalendarDay("2012-06-07"),
                shares: [
                    Share(provider: desk.manager.organisation, tenThousandths: 5_000),
                    Share(provider: other, tenThousandths: 5_000),
                ]), of: desk.area, as: desk.commissioner)
        try first.on("2012-06-08")
        var drawn: Set<Identifier<Organisation>> = []
        for couple in UInt64(1)...8 {
            let one = try await ReportedLife(.workProgramme, at: desk, number: couple * 10)
            let two = try await ReportedLife(.workProgramme, at: desk, number: couple * 10 + 1, partner: one.subject)
            let prime = try #require(one.file.referral?.prime)
            #expect(two.file.referral?.prime == prime)
            drawn.insert(prime)
        }
        #expect(drawn.count == 2, "and not because there was one provider alone")
        try await first.close()
    }

    @Test("Somebody unseen for years hears what there is and chooses; no benefit is put in her mouth (J-066)")
    func unseen() async throws {
        let desk = try await TestDesk.open(.sqlite)
        var life = try await ReportedLife(.wakefield, at: desk)
        let session = try InformationSession(
            id: Identifier(high: 300, low: 1), host: desk.manager.organisation, programme: TestDesk.programme,
            format: .oneToOne, starts: Instant(london: CalendarDay("2012-06-11"), hour: 10, minute: 0), minutes: 60,
            place: "1 Street", places: 1)
        try await desk.office.hold(session, as: desk.manager)
        try await life.does(InviteToSession(session: session.id))
        #expect(life.file.joining.invitations.map(\.terms.basis) == [.voluntary])
        try life.on("2012-06-11", hour: 12)
        let place = try #require(life.file.joining.invitations.first)
        try await life.does(RecordSession(invitation: place.id, came: true), as: desk.provider)
        // A yes needs that she was told what joining changes, on a claim that is known.
        let yes = DecideToJoin(programme: TestDesk.programme, answer: .joins, signed: true)
        #expect(await life.refused(yes) != nil)
        #expect(life.file.referrals.isEmpty)
        #expect(life.file.circumstances.status(benefit: "ESA", on: life.today).certainty == .unknown)
        try await desk.close()
    }

    @Test("How anxious somebody is stands in her own words, before and after (J-067)")
    func relief() async throws {
        var life = try await ReportedLife.attached(aged: 21)
        try await life.does(
            RateBarriers([BarrierViews("confidence", customer: .much)], words: Words("I was sick with fear of today.")))
        let before = life.file.assessments.barriers.first?.customer?.weight
        try await life.does(
            RateBarriers([BarrierViews("confidence", customer: .some)], words: Words("It was only talking.")))
        let after = try #require(life.file.assessments.barriers.first?.customer?.weight)
        #expect(before == .much && after == .some)
        #expect(try await life.dues().allSatisfy { $0 != .actionOverdue })
        try await life.close()
    }

    @Test("He thinks his disability no limit and his adviser thinks it is: both stand, with a day to come back (J-068)")
    func seenDifferently() async throws {
        var life = try await ReportedLife.attached(agrees: [.health])
        let views = [BarrierViews("disability", customer: .nothing, adviser: .much)]
        let undated = await life.refused(RateBarriers(views, heardInPrivate: true))
        #expect(undated?.code == "barrier.revisit" && undated?.rule == "G-019")
        try await life.does(RateBarriers(views, revisit: CalendarDay("2012-07-09"), heardInPrivate: true))
        let rated = try #require(life.file.assessments.barriers.first)
        #expect(rated.customer?.weight == .nothing && rated.adviser?.weight == .much)
        #expect(rated.revisit == (try CalendarDay("2012-07-09")))
        try await life.close()
    }

    @Test("Somebody ill who asks in time for another day is not held to the first, however late the answer (J-069)")
    func illAndAfraid() async throws {
        var life = try await ReportedLife.attached()
        let review = try await life.books("2012-06-25")
        try life.on("2012-06-25", hour: 8)
        try await life.does(
            AskToMove(appointment: review, words: Words("I have a fever, and I am afraid not to come.")),
            as: life.oneself)
        try life.on("2012-06-25", hour: 13)
        let miss = await life.refused(RecordMiss(appointment: review, reason: "F-030", words: nil))
        #expect(miss?.code == "miss.asked-to-move" && miss?.rule == "decisions, M-009")
        try await life.does(CancelAppointment(appointment: review, asked: .customer, reason: "ill"))
        #expect(try life.file.appointment(review).state == .cancelled)
        try await life.close()
    }

    @Test("A meeting missed for the dentist keeps the reason, and nothing is sent anywhere of itself (J-071)")
    func dentist() async throws {
        var life = try await ReportedLife.attached()
        let review = try await life.books("2012-06-25")
        try life.on("2012-06-25", hour: 13)
        let before = try await life.outgoing()
        #expect(await life.refused(RecordMiss(appointment: review, reason: "other", words: nil))?.code == "miss.words")
        let words = Words("I was at the dentist. The card has the time on it.")
        let missed = try await life.does(RecordMiss(appointment: review, reason: "other", words: words))
        guard case .missed(_, _, .open(let kept))? = try life.file.appointment(review).outcome else {
            Issue.record("The miss and its reason are kept")
            return
        }
        #expect(kept == words && missed.events.count == 1)
        #expect(try await life.outgoing() == before)
        // When a doubt is ever raised, the dentist is a good cause of the programme's own list (F-055).
        let causes = life.desk.office.programmes.values.first?.reasons[.goodCause] ?? []
        #expect(causes.contains { $0.code == "F-055" && !$0.attitude })
        try await life.close()
    }
}
