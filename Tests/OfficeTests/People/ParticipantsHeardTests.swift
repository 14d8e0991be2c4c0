import Casework
import Kernel
import Records
import Testing

@testable import Office

@Suite("What people were heard to say, and what was done about it (reference J3 and J4)")
struct ParticipantsHeardTests {
    @Test("Voluntary work while she waits for an operation is a step done, and is counted as no job (J-020)")
    func volunteering() async throws {
        var life = try await ReportedLife(.pathways, aged: 22, agrees: [.assessment, .plan, .health])
        let waiting = try await life.stands(inTheWay: "waiting-list", first: true)
        let shop = try await life.plans("Help in the charity shop on Wednesdays", for: waiting)
        try life.on("2004-03-10")
        try await life.done(shop, .seen, "Eight Wednesdays of eight.")
        try await life.seen(at: .b, "Likes the shop, and is bored no longer.")
        #expect(life.plan.actions.map(\.state) == [.done])
        #expect(life.points == [.b])
        #expect(life.file.employment.heldJobs.isEmpty, "an outcome that is no job")
        #expect(life.plan.openBarriers.map(\.id) == [waiting])
        try await life.close()
    }

    @Test("Who is told to leave complains, is answered by whoever settles complaints, and loses nothing by it (J-041)")
    func complaint() async throws {
        var life = try await ReportedLife.attached()
        let placement = try await life.plans("A placement of 60 hours a week")
        try await life.does(
            ObjectToAction(
                action: placement, forCustomer: false, route: .online, words: Words("Sixty hours is too many.")),
            as: life.oneself)
        #expect(life.plan.openActions.map(\.state) == [.objected])
        try await life.does(DropAction(action: placement, reason: .objected, words: nil), as: life.oneself)
        try await life.does(
            Complain(to: life.desk.provider.organisation, words: Words("I said no, and was told to leave.")),
            as: life.oneself)
        let voice = try #require(life.file.voices.waiting.first?.id)
        let adviser = try await life.desk.office.open(life.subject, as: life.desk.provider)
        #expect(adviser.seen.voices?.all.isEmpty == true, "the one it may be about does not read it")
        try await life.does(
            AnswerComplaint(voice: voice, words: Words("You should not have been told so. We are sorry.")),
            as: life.desk.manager)
        let own = try await life.desk.office.open(life.subject, as: life.oneself)
        #expect(
            own.seen.voices?.all.first?.answer?.words.value?.text == "You should not have been told so. We are sorry.")
        // Then there was a job.
        try await life.does(
            RecordJobStart(
                started: life.today, kind: .employed, hours: WeeklyHours(30),
                details: JobDetails(employer: "Not named in the report")))
        #expect(life.file.employment.heldJobs.count == 1)
        try await life.close()
    }

    @Test("A winter morning on which no bus runs is said before, and is no miss; weather is a good cause (J-055)")
    func weather() async throws {
        var life = try await ReportedLife.attached()
        let review = try await life.books("2012-11-26")
        try life.on("2012-11-26", hour: 8)
        try await life.does(
            AskToMove(appointment: review, words: Words("Snow, and no bus from the village.")), as: life.oneself)
        try life.on("2012-11-26", hour: 13)
        #expect(
            await life.refused(RecordMiss(appointment: review, reason: nil, words: nil))?.code == "miss.asked-to-move")
        try await life.does(CancelAppointment(appointment: review, asked: .customer, reason: "travel"))
        #expect(try life.file.appointment(review).state == .cancelled)
        let causes = life.desk.office.programmes.values.first?.reasons[.goodCause] ?? []
        #expect(causes.contains { $0.code == "F-052" && !$0.attitude })
        try await life.close()
    }

    @Test("In a job he does not want he is helped to another: the plan goes on beside the work (J-060)")
    func inWork() async throws {
        var life = try await ReportedLife.attached()
        try await life.does(
            RecordJobStart(
                started: life.today, kind: .employed, hours: WeeklyHours(30),
                details: JobDetails(employer: "Not named in the report")))
        try await life.wants("Other work, in an office.")
        let search = try await life.plans("See the careers adviser about office work", due: "2012-07-09")
        let meeting = try await life.books("2012-07-02", .inWork)
        try await life.comes(to: meeting)
        try await life.done(search, .word)
        #expect(life.file.employment.heldJobs.count == 1, "the job is kept while another is looked for")
        #expect(life.plan.openGoals.count == 1 && life.plan.actions.map(\.state) == [.done])
        #expect(try life.file.appointment(meeting).purpose == .inWork)
        try await life.close()
    }

    @Test("He goes back to the employer he had, which is written down with the work (J-019)")
    func formerEmployer() async throws {
        var life = try await ReportedLife(.pathways, aged: 27, agrees: [.assessment, .plan, .health])
        let low = try await life.stands(inTheWay: "mental-health", first: true)
        let team = try await life.plans("Go to the condition management team for ten weeks", for: low)
        try life.on("2004-04-05")
        try await life.done(team, .seen)
        let ask = try await life.plans("Ask the old employer about shorter days")
        try await life.done(ask, .letter, "They will have him back in May.")
        try await life.tellsOfWork("Back at the old job, from May.")
        #expect(life.plan.actions.map(\.state) == [.done, .done])
        #expect(
            life.file.circumstances.status(of: .work, on: life.today).detail?.words == "Back at the old job, from May.")
        try await life.close()
    }

    @Test("What to tell an employer is written down, and the document is what shows that it was done (J-054)")
    func statement() async throws {
        var life = try await ReportedLife.attached(aged: 20, agrees: [.convictions])
        let record = try await life.stands(inTheWay: "record")
        let written = try await life.plans("Write down with us what to say to an employer", for: record)
        try await life.done(written, .document, "A page, in his own words.")
        guard case .done(_, _, .document, _)? = life.plan.actions.first?.end else {
            Issue.record("The statement is what shows it")
            return
        }
        #expect(life.file.circumstances.entries(of: .convictions).isEmpty, "what he did is recorded nowhere (K-004)")
        try await life.close()
    }

    @Test("Five vacancies and two places to go are each a line, with what came of it (J-077)")
    func signposts() async throws {
        var life = try await ReportedLife(.wakefield, agrees: [.plan])
        for number in 1...5 { try await life.plans("Apply for vacancy \(number) of the five") }
        try await life.plans("Go to the Enterprise Club")
        try await life.plans("See Nextstep about skills")
        let lines = life.plan.actions.map(\.id)
        try life.on("2011-09-19")
        for line in lines { try await life.done(line, .word, "Went, and was heard.") }
        #expect(life.plan.actions.count == 7 && life.plan.openActions.isEmpty)
        let seen = try await life.desk.office.open(life.subject, as: life.helper).seen
        #expect(seen.plan?.actions.allSatisfy { $0.state == .done } == true)
        try await life.close()
    }

    @Test("A provider that says it knows of no standard is shown the day it sets, on every case (J-092)")
    func standard() async throws {
        let life = try await ReportedLife(.workProgramme)
        let referral = try #require(life.file.referral)
        let contact = try #require(
            FirstContact(referral, life.file.appointments, in: life.desk.office.programmes[TestDesk.programme]))
        let dues = try await life.desk.office.open(life.subject, as: life.desk.provider).standing.dues
        let due = try #require(dues.first { $0.code == .firstContact })
        #expect(due.sentence.contains(contact.last.written))
        try await life.close()
    }
}
