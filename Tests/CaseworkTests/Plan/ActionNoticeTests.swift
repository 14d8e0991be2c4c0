import Kernel
import Testing

@testable import Casework

@Suite("The notice of a required action")
struct ActionNoticeTests {
    private static let digest = String(repeating: "ab", count: 32)

    private func notice(_ action: Identifier<PlanAction>, _ route: NoticeRoute) -> GiveActionNotice {
        GiveActionNotice(action: action, route: route, digest: Self.digest)
    }

    private func due(_ room: PlanRoom) -> Due? { room.standing().dues.first { $0.code == .serveRequired } }

    @Test("An action is required only from the day on which its notice is served, and a due asks for it (C07, D-062)")
    func served() throws {
        var room = try PlanRoom(attached: false)
        let action = try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        #expect(try !room.action(action).isRequired(on: day("2012-07-02")))
        let asked = try #require(due(room))
        #expect(asked.day == day("2012-06-25") && !asked.overdue && asked.act == .mandateAction)
        #expect(room.refused(notice(action, .email)) == "plan.notice-email")
        let facts = try room.perform(notice(action, .post))
        #expect(facts.first?.document == Self.digest)
        #expect(try !room.action(action).isRequired(on: day("2012-06-19")))
        #expect(try room.action(action).isRequired(on: day("2012-06-20")), "posted on the 18th, served on the 20th")
        #expect(due(room) == nil && room.refused(notice(action, .byHand)) == "plan.notice-given")
    }

    @Test("A changed action needs a notice of its own, served in time; too late, it is a choice (D-062)")
    func changed() throws {
        var room = try PlanRoom(attached: false)
        let action = try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        try room.perform(notice(action, .byHand))
        try room.perform(
            ChangeAction(
                action: action, text: Words("Come to the club"),
                terms: PlanActionTerms(owner: .customer, due: day("2012-07-16"), mandatory: true), why: nil,
                explained: true))
        #expect(try !room.action(action).isRequired(on: room.now.day) && room.action(action).lacksNotice)
        #expect(due(room)?.day == day("2012-07-09"))
        room.at("2012-07-09")
        #expect(room.refused(notice(action, .post)) == "plan.notice-short")
        #expect(room.refused(notice(action, .byHand)) == nil)
        room.at("2012-07-10")
        #expect(due(room)?.overdue == true && room.refused(notice(action, .byHand)) == "plan.notice-short")
    }

    @Test("One action that is too late hides no other whose notice is still in time (C07, D-062)")
    func several() throws {
        var room = try PlanRoom(attached: false)
        try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        try room.propose("Bring a letter", due: "2012-07-16", mandatory: true, explained: true)
        func dues() -> [Due] { room.standing().dues.filter { $0.code == .serveRequired } }
        #expect(dues().map(\.day) == [day("2012-06-25")])
        room.at("2012-06-26")
        #expect(dues().map(\.day) == [day("2012-06-25"), day("2012-07-09")] && dues().map(\.overdue) == [true, false])
        room.at("2012-07-03")
        #expect(dues().map(\.day) == [day("2012-07-09")], "the first is late, as any action is")
    }

    @Test("A choice has no notice, and where nothing can be required none is asked for (M-010)")
    func choice() throws {
        var room = try PlanRoom(attached: false)
        let choice = try room.propose("Ring the college", due: "2012-07-02")
        #expect(room.refused(notice(choice, .byHand)) == "plan.notice-choice")
        try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        room.programme.duties = []
        #expect(due(room) == nil)
        let last = try #require(room.plan.openActions.last).id
        #expect(room.refused(notice(last, .byHand)) == "plan.no-duty")
    }

    @Test(
        "It names what, by when, why and what can follow, is short and narrow, and is Welsh for who reads Welsh (K-027)"
    )
    func text() {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Northern Works", adviser: "Dana Firth", place: ["12 Union Street"],
            phone: "01924 555010", programme: "the Work Programme", sent: day("2012-06-06"))
        var notice = ActionNoticeText(
            head, customerAddress: ["1 High Street"], action: "Come to the job club\non Friday.",
            due: day("2012-06-22"), whyRequired: "The last two\nwere missed.")
        let text = notice.text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 } && text.hasSuffix("Northern Works\n"))
        #expect(text.split(whereSeparator: \.isWhitespace).count < 250)
        let words = text.replacing("\n", with: " ")
        for part in [
            "1 High Street", "What: Come to the job club on Friday.", "By: Friday 22 June 2012",
            "it is part of the Work Programme", "Why it is not left as your choice: “The last two were missed.”",
            "You are required to do this", "decision maker", "A good reason counts",
            "Ring us on 01924 555010",
        ] {
            #expect(words.contains(part), "\(part)")
        }
        notice.whyRequired = nil
        #expect(!notice.text.contains("left as your choice"))
        notice.customerAddress = []
        #expect(!notice.text.contains("High Street"))
        let welsh = Language.welsh.write { notice.text }
        #expect(welsh.contains("Annwyl Rosa Parr") && welsh.contains("ofynnol") && welsh.hasSuffix("Northern Works\n"))
    }

    @Test("Not done by its day is recorded with why, by the person or an adviser, and ends nothing else (C07)")
    func missed() throws {
        var room = try PlanRoom()
        let action = try room.propose("Ring the college", due: "2012-06-20")
        let undated = try room.propose("Visit the shop")
        func missed(_ id: Identifier<PlanAction>) -> MissAction {
            MissAction(action: id, why: Words("No credit left."))
        }
        room.at("2012-06-20")
        #expect(room.refused(missed(action)) == "plan.missed-early", "the day is not over")
        room.at("2012-06-21")
        #expect(room.refused(missed(undated)) == "plan.missed-early", "it has no day to be missed")
        #expect(room.refused(missed(action)) == nil)
        try room.perform(
            ObjectToAction(action: action, forCustomer: false, route: .online, words: Words("I have no phone.")),
            by: room.customer)
        #expect(room.refused(missed(action)) == "plan.missed-unanswered", "what they said is answered first")
        #expect(try !room.action(action).canBeMissed(on: room.now.day, by: .organisation(Story.local)))
        #expect(try room.action(action).canBeMissed(on: day("2012-06-20"), by: .customer))
        try room.perform(missed(action), by: room.customer)
        #expect(try room.action(action).state == .missed)
        guard case .missed(_, let why) = try room.action(action).end else {
            Issue.record("it has why")
            return
        }
        #expect(why == .open(Words("No credit left.")))
        #expect(room.plan.openActions.map(\.id) == [undated])
        #expect(!room.standing().dues.contains { $0.code == .actionOverdue })
        #expect(room.refused(missed(action)) == "plan.action-ended")
        #expect(room.refused(ProposeAction(text: Words("Ring the college"), terms: .init(owner: .customer))) == nil)
    }
}
