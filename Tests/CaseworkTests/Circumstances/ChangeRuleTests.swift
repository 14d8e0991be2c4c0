import Kernel
import Testing

@testable import Casework

@Suite("What may be told, and by whom (C14, K-004 to K-008)")
struct ChangeRuleTests {
    private func report(
        _ kind: ChangeKind, _ detail: ChangeDetail, from: String = "2012-06-20", until: String? = nil,
        _ certainty: Certainty = .claimed, _ source: ChangeSource = .customer, _ route: ChangeRoute = .inPerson,
        private heard: Bool = false
    ) -> ReportChange {
        ReportChange(
            kind, detail, from: day(from), until: until.map { day($0) }, certainty: certainty, source: source,
            route: route, heardInPrivate: heard)
    }

    @Test("Convictions and health are held only with a ground in law, and asked only in private (K-004, K-005)")
    func sensitive() throws {
        var room = try ChangeRoom()
        let unspent = ChangeDetail(code: "unspent", words: "Theft, 2011")
        let told = report(.convictions, unspent, private: true)
        let refused = refusal { _ = try told.decide(on: room.file, in: room.context(Story.dana)) }
        #expect(refused?.code == "change.not-shared" && refused?.rule == "K-004, K-006")
        room.agree([.convictions], with: Story.local)
        #expect(room.refused(report(.convictions, unspent), by: Story.dana) == "change.private")
        try room.perform(told, by: Story.dana)
        #expect(room.held.changes.last?.terms.basis == .consent)
        #expect(room.sight(Story.jane).see(room.file).circumstances?.changes.isEmpty == true)
        let health = report(.health, ChangeDetail(code: "now"), private: true)
        #expect(room.refused(health, by: Story.dana) == "change.not-shared")
    }

    @Test("A spent conviction is protected: it goes to nobody, whoever may see such things (K-004)")
    func spent() throws {
        var room = try ChangeRoom()
        room.agree([.convictions], with: Story.local)
        room.agree([.convictions], with: Story.prime)
        try room.perform(
            report(.convictions, ChangeDetail(code: "spent"), .claimed, .customer, .online), by: room.customer)
        #expect(room.held.changes.last?.told == [])
        try room.perform(report(.convictions, ChangeDetail(code: "unspent"), private: true), by: Story.dana)
        #expect(room.held.changes.last?.told == [Story.prime])
    }

    @Test("A spent conviction is read by the person alone, and what it was before it was spent with it (K-004)")
    func spentIsUnread() throws {
        var room = try ChangeRoom()
        room.agree([.convictions], with: Story.local)
        let unspent = ChangeDetail(code: "unspent", words: "a fine for a heron")
        try room.perform(report(.convictions, unspent, .claimed, .customer, .online), by: room.customer)
        func shown(_ actor: Author) -> [String] {
            let sight = room.sight(actor)
            let names = Names(organisation: { _ in "Somewhere" }, person: { _ in "Somebody" })
            let told = Timeline.entries(
                room.events, through: sight, names: names, programmes: [:], tools: .madeUp
            ).filter { $0.category == .convictions }
            let held = sight.see(room.file).circumstances?.changes.filter { $0.kind == .convictions } ?? []
            return held.map { $0.detail.open.words ?? "" } + told.map { "\($0.headline) \($0.detail ?? "")" }
        }
        #expect(shown(Story.dana).count == 2)
        let spent = ChangeDetail(code: "spent", words: "a caution for a goshawk")
        try room.perform(report(.convictions, spent, .claimed, .customer, .online), by: room.customer)
        #expect(shown(Story.dana) == [])
        #expect(shown(room.customer).count == 4)
        // Taken back as a mistake, it hides nothing else, and stays hidden itself.
        let event = try #require(room.held.changes.last?.event.id)
        try room.perform(WithdrawChange(event: event, why: Words("Mine is not spent")), by: room.customer)
        #expect(shown(Story.dana).count == 2)
        #expect(!shown(Story.dana).joined().contains("goshawk"))
    }

    @Test("A change by phone is taken after a caller check that passed today, and the answers are never kept (K-008)")
    func phone() throws {
        var room = try ChangeRoom()
        let call = report(.phone, ChangeDetail(words: "07700 900123"), .claimed, .customer, .byPhone)
        #expect(room.refused(call, by: Story.jane) == "change.caller")
        let failed = RecordCallerCheck(caller: .customer, questions: [.birthDate, .address], passed: false)
        try room.perform(failed, by: Story.jane)
        #expect(room.refused(call, by: Story.jane) == "change.caller")
        let passed = RecordCallerCheck(caller: .customer, questions: [.birthDate, .lastAppointment], passed: true)
        try room.perform(passed, by: Story.jane)
        #expect(room.refused(call, by: Story.jane) == nil && room.refused(call, by: Story.dana) == "change.caller")
        room.at("2012-06-21")
        #expect(room.refused(call, by: Story.jane) == "change.caller")
        #expect(room.held.checks.map(\.passed) == [false, true])
        let weak = RecordCallerCheck(caller: .customer, questions: [.birthDate], passed: true)
        #expect(room.refused(weak, by: Story.jane) == "caller.weak")
        let nothing = RecordCallerCheck(caller: .customer, questions: [], passed: false)
        #expect(room.refused(nothing, by: Story.jane) == "caller.nothing")
    }

    @Test("A word agreed with them, which is held nowhere, counts as nothing; called back passes alone (K-008)")
    func agreedWord() throws {
        var room = try ChangeRoom()
        let word = RecordCallerCheck(caller: .customer, questions: [.agreedWord], passed: true)
        #expect(room.refused(word, by: Story.jane) == "caller.nothing")
        let weak = RecordCallerCheck(caller: .customer, questions: [.agreedWord, .birthDate], passed: true)
        #expect(room.refused(weak, by: Story.jane) == "caller.weak")
        let called = RecordCallerCheck(caller: .customer, questions: [.calledBack], passed: true)
        try room.perform(called, by: Story.jane)
        let stored = CircumstanceFact.callerChecked(.customer, [.agreedWord], passed: true)
        room.fold(.circumstance(stored), by: Story.jane)
        #expect(room.held.checks.map(\.questions) == [[.calledBack], [.agreedWord]], "as it was stored")
    }

    @Test("A check that somebody else passed does not let a change in as the customer's own word (K-008)")
    func phoneOfAnother() throws {
        var room = try ChangeRoom()
        let call = report(.phone, ChangeDetail(words: "07700 900123"), .claimed, .customer, .byPhone)
        for caller in [CallerCheck.Caller.somebodyElse, .supporter] {
            try room.perform(
                RecordCallerCheck(caller: caller, questions: [.birthDate, .calledBack], passed: true), by: Story.jane)
            #expect(room.refused(call, by: Story.jane) == "change.caller")
        }
        let supporter = report(.phone, ChangeDetail(words: "07700 900123"), .claimed, .supporter, .byPhone)
        #expect(room.refused(supporter, by: Story.jane) == nil)
    }

    @Test("A contact that came back is doubtful for everybody until another is told, or it is said to be right")
    func doubtful() throws {
        var room = try ChangeRoom()
        try room.tell(.phone, "07700 900123")
        let wrong = RecordContactFailed(kind: .phone, reason: .returned)
        #expect(room.refused(wrong, by: Story.dana) == "contact.reason")
        try room.perform(RecordContactFailed(kind: .phone, reason: .notInService), by: Story.dana)
        #expect(room.held.status(of: .phone, on: room.today).failed?.reason == .notInService)
        for actor in [Story.jane, Story.dana, ChangeRoom.teacher] {
            #expect(room.dues(actor).contains { $0.code == .contactDoubtful })
        }
        try room.tell(.phone, "07700 900123")
        #expect(room.held.status(of: .phone, on: room.today).failed == nil)
        let again = report(.phone, ChangeDetail(words: "07700 900123"), .claimed, .customer, .online)
        #expect(room.refused(again, by: room.customer) == "change.same")
    }

    @Test("Days, codes, words and whose word are checked, with what to change")
    func refusals() throws {
        let room = try ChangeRoom()
        func refused(_ command: ReportChange, by actor: Author = Story.jane) -> String? {
            room.refused(command, by: actor)
        }
        let phone = ChangeDetail(words: "07700 900123")
        #expect(refused(report(.phone, phone)) == nil)
        #expect(refused(report(.phone, ChangeDetail(words: "12"))) == "identity.phone")
        #expect(refused(report(.phone, phone, from: "2012-06-21")) == "change.early")
        #expect(refused(report(.phone, phone, until: "2012-07-01")) == "change.contact-ends")
        #expect(refused(report(.work, ChangeDetail(words: "A job"), until: "2012-06-01")) == "change.ends-first")
        #expect(refused(report(.work, ChangeDetail())) == "change.words")
        #expect(refused(report(.phone, phone, .claimed, .customer, .online)) == "change.route")
        #expect(refused(report(.phone, phone, .claimed, .provider, .ownRecords)) == "change.source")
        #expect(refused(report(.phone, phone, .claimed, .jobcentre, .inPerson)) == "change.route-of")
        #expect(refused(report(.phone, phone, .known, .customer, .online), by: room.customer) == "change.own-word")
        #expect(refused(report(.phone, phone), by: room.customer) == "change.own-word")
        #expect(refused(report(.benefit, ChangeDetail(code: "JSA"))) == "change.code")
        #expect(refused(report(.benefit, ChangeDetail(code: "XYZ", on: true))) == "benefit.unknown-code")
        let house = report(.household, ChangeDetail(code: "palace"), .claimed, .customer, .online)
        #expect(refused(house, by: room.customer) == "change.code")
        let hours = report(.caring, ChangeDetail(code: "child", hours: 200), .claimed, .customer, .online)
        #expect(refused(hours, by: room.customer) == "change.hours")
        let stranger = Author(person: .init(high: 8, low: 8), organisation: Story.rival, role: .adviser)
        #expect(refused(report(.phone, phone), by: stranger) == "change.not-shared")
    }

    @Test("A benefit told by the customer is said, not known, and reaches those who see benefits")
    func benefit() throws {
        var room = try ChangeRoom()
        let off = report(.benefit, ChangeDetail(code: "JSA", on: false), .claimed, .customer, .online)
        try room.perform(off, by: room.customer)
        #expect(room.held.notKnownOff(["JSA"], on: room.today)?.why == .claimedOnly)
        #expect(room.held.changes.last?.told == [Story.jobcentre, Story.prime, Story.local])
        let event = try #require(room.held.changes.last?.event.id)
        try room.perform(WithdrawChange(event: event, why: Words("Wrong person.")), by: room.customer)
        #expect(room.held.statements.isEmpty && room.held.notKnownOff(["JSA"], on: room.today)?.why == .neverStated)
    }
}
