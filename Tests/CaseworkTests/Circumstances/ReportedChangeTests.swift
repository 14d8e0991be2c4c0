import Kernel
import Testing

@testable import Casework

@Suite("A change told once (C14, G-003)")
struct ReportedChangeTests {
    private let why = Words("They showed me a letter.")

    @Test("A new phone number told once goes to everybody who uses it, and each applies it in their own records")
    func toldOnce() throws {
        var room = try ChangeRoom()
        let change = try room.tell(.phone, "07700 900123")
        #expect(room.held.changes[0].told == [Story.jobcentre, Story.prime, Story.local, ChangeRoom.college])
        #expect(room.file.customer?.identity.value?.phone == "07700 900123")
        #expect(room.held.changes[0].state == .waiting)
        try room.perform(AcknowledgeChange(change: change), by: Story.jane)
        try room.perform(ApplyChange(change: change), by: Story.dana)
        #expect(room.held.changes[0].progress == "Applied in 1 of 4")
        let due = try #require(room.dues(ChangeRoom.teacher).first { $0.code == .applyChange })
        #expect(
            due.sentence
                == "Told us: new phone number (customer → all), applied in 1 of 4. Acknowledge it by 22 June 2012.")
        #expect(!room.dues(Story.dana).contains { $0.code == .applyChange })
        for actor in [Story.jane, Story.manager, ChangeRoom.teacher] {
            try room.perform(ApplyChange(change: change), by: actor)
        }
        #expect(room.held.changes[0].state == .applied && room.held.changes[0].acknowledged.count == 4)
        #expect(room.refused(ApplyChange(change: change), by: Story.jane) == "change.applied")
        #expect(room.refused(AcknowledgeChange(change: change), by: Story.jane) == "change.acknowledged")
    }

    @Test("What is due says what was acknowledged, and is late after its limit")
    func limits() throws {
        var room = try ChangeRoom()
        let change = try room.tell(.phone, "07700 900123")
        try room.perform(AcknowledgeChange(change: change), by: Story.jane)
        room.at("2012-06-27")
        let due = try #require(room.dues(Story.jane).first { $0.code == .applyChange })
        #expect(due.sentence.hasSuffix("Apply it by 27 June 2012.") && !due.overdue)
        #expect(room.dues(Story.dana).first { $0.code == .applyChange }?.overdue == true)
    }

    @Test("Whoever tells is not told, and nobody is told what they may not see")
    func routing() throws {
        var room = try ChangeRoom()
        let phone = try room.tell(.phone, "07700 900123", by: Story.dana)
        #expect(room.held.change(phone)?.told == [Story.jobcentre, Story.prime, ChangeRoom.college])
        room.agree([.household], with: Story.local)
        let home = ReportChange(
            .household, ChangeDetail(code: "lone-parent"), from: day("2012-05-01"), source: .customer, route: .online)
        try room.perform(home, by: room.customer)
        let told = try #require(room.held.changes.last)
        #expect(told.told == [Story.local] && told.terms.basis == .ownRecord)
        #expect(room.refused(AcknowledgeChange(change: told.id), by: Story.jane) == "change.not-told")
        let seen = try #require(room.sight(Story.jane).see(room.file).circumstances)
        #expect(!seen.changes.contains { $0.kind == .household })
        #expect(room.sight(Story.dana).see(room.file).circumstances?.home(on: room.today) == "lone-parent")
    }

    @Test(
        "Whoever is agreed to later sees a change told before, with who was told then, and is told of the next (K-007)")
    func agreedLater() throws {
        var room = try ChangeRoom()
        room.agree([.household], with: Story.local)
        func household(_ code: String, from: String) -> ReportChange {
            ReportChange(
                .household, ChangeDetail(code: code), from: day(from), source: .customer, route: .online)
        }
        try room.perform(household("lone-parent", from: "2012-05-01"), by: room.customer)
        let change = try #require(room.held.changes.last?.id)
        let before = try #require(room.sight(ChangeRoom.teacher).see(room.file).circumstances)
        #expect(!before.changes.contains { $0.id == change } && before.home(on: room.today) == nil)
        room.at("2012-07-02")
        room.agree([.household], with: ChangeRoom.college)
        let seen = try #require(room.sight(ChangeRoom.teacher).see(room.file).circumstances)
        #expect(seen.home(on: room.today) == "lone-parent")
        #expect(seen.changes.first { $0.id == change }?.told == [Story.local], "It says who was told at the time")
        #expect(!room.dues(ChangeRoom.teacher).contains { $0.code == .applyChange })
        #expect(room.refused(AcknowledgeChange(change: change), by: ChangeRoom.teacher) == "change.not-told")
        try room.perform(household("couple", from: "2012-07-01"), by: room.customer)
        #expect(room.held.changes.last?.told == [Story.local, ChangeRoom.college])
    }

    @Test("A dispute keeps both versions; somebody else decides, with a reason, and neither is lost")
    func dispute() throws {
        var room = try ChangeRoom()
        let change = try room.tell(.address, "2 Low Street, Wakefield")
        let dispute = DisputeChange(change: change, other: ChangeDetail(words: "3 Mill Lane, Wakefield"), why: why)
        try room.perform(dispute, by: Story.dana)
        let status = room.held.status(of: .address, on: room.today)
        #expect(status.disputed?.openDisputes.count == 1 && status.detail?.words == "2 Low Street, Wakefield")
        #expect(room.refused(ApplyChange(change: change), by: Story.jane) == "change.disputed")
        #expect(room.dues(Story.jane).contains { $0.code == .resolveChange })
        #expect(!room.dues(Story.dana).contains { $0.code == .resolveChange })
        let version = try #require(room.held.changes[0].disputes.first?.id)
        let resolve = ResolveChange(change: change, stands: .dispute(version), why: why)
        try room.perform(resolve, by: Story.jane)
        let held = try #require(room.held.change(change))
        #expect(held.detail.open.words == "2 Low Street, Wakefield")
        #expect(held.disputes[0].other?.open.words == "3 Mill Lane, Wakefield" && held.openDisputes.isEmpty)
        #expect(room.file.customer?.identity.value?.address == "3 Mill Lane, Wakefield")
        #expect(held.told == [Story.prime, ChangeRoom.college] && held.applied.isEmpty)
        #expect(room.refused(resolve, by: Story.jane) == "change.undisputed")
    }

    @Test("Whoever gave one of the versions does not decide between them")
    func ownDispute() throws {
        var room = try ChangeRoom()
        let change = try room.tell(.address, "2 Low Street")
        try room.perform(DisputeChange(change: change, other: nil, why: why), by: Story.jane)
        let back = ResolveChange(change: change, stands: .before, why: why)
        #expect(room.refused(back, by: Story.jane) == "change.own-dispute")
        let before = try ChangeRoom().file.customer?.identity.value?.address
        try room.perform(back, by: ChangeRoom.colleague)
        #expect(room.file.customer?.identity.value?.address == before)
    }

    @Test("Whoever told it from their own records does not decide, unless nobody else at their organisation could")
    func ownReport() throws {
        var room = try ChangeRoom()
        let address = ReportChange(
            .address, ChangeDetail(words: "2 Low Street"), from: room.today, source: .jobcentre, route: .ownRecords)
        try room.perform(address, by: Story.jane)
        let change = try #require(room.held.changes.last?.id)
        try room.perform(DisputeChange(change: change, other: nil, why: why), by: room.customer)
        let keep = ResolveChange(change: change, stands: .reported, why: why)
        #expect(room.refused(keep, by: Story.jane) == "change.own-report")
        room.surroundings.deciders = [Story.jane.person, ChangeRoom.colleague.person]
        #expect(room.refused(keep, by: Story.jane) == "change.own-report")
        #expect(room.refused(keep, by: ChangeRoom.colleague) == nil)
        room.surroundings.deciders = [Story.jane.person]
        #expect(room.refused(keep, by: Story.jane) == nil)
    }

    @Test("The person may dispute what others say of them")
    func customerDisputes() throws {
        var room = try ChangeRoom()
        let change = try room.tell(.phone, "01924 555000", by: Story.dana)
        try room.perform(
            DisputeChange(change: change, other: ChangeDetail(words: "01924 555001"), why: why), by: room.customer)
        #expect(room.held.change(change)?.state == .disputed)
    }

    @Test("What was told in error is taken back by naming it; what stood before stands again, and everybody is told")
    func withdrawal() throws {
        var room = try ChangeRoom()
        let before = room.file.customer?.identity.value
        let change = try room.tell(.phone, "07700 900123", by: Story.jane)
        try room.perform(ApplyChange(change: change), by: Story.dana)
        let event = try #require(room.held.change(change)?.event.id)
        let undo = WithdrawChange(event: event, why: why)
        #expect(room.refused(undo, by: Story.dana) == "change.not-yours")
        try room.perform(undo, by: Story.jane)
        #expect(room.file.customer?.identity.value == before)
        let held = try #require(room.held.change(change))
        #expect(held.waitingFor == [Story.prime, Story.local, ChangeRoom.college])
        #expect(held.detail.open.words == "07700 900123")
        #expect(
            room.dues(Story.dana).contains { $0.sentence.hasPrefix("Told us: new phone number was taken back") })
        #expect(room.refused(undo, by: Story.jane) == "change.withdrawn")
    }

    @Test("What was known on a day is a fold of what was recorded by then (design §4.3)")
    func knownOn() throws {
        var room = try ChangeRoom()
        try room.tell(.phone, "07700 900123", from: "2012-06-15")
        room.at("2012-06-25")
        try room.tell(.phone, "07700 900999", from: "2012-06-18")
        let then = CaseFile(id: room.file.id, folding: room.events.filter { $0.recorded.day <= day("2012-06-22") })
        func phone(_ file: CaseFile, _ on: String) -> String? {
            file.circumstances.status(on: day(on))[.phone]?.detail?.words
        }
        #expect(phone(then, "2012-06-19") == "07700 900123")
        #expect(phone(room.file, "2012-06-19") == "07700 900999")
        #expect(phone(room.file, "2012-06-16") == "07700 900123")
        #expect(phone(room.file, "2012-06-14") != "07700 900123")
    }

    @Test("An e-mail address that changes ends the agreement that was given for the other")
    func emailAgreement() throws {
        var room = try ChangeRoom()
        try room.tell(.email, "rosa@example.org")
        room.fold(.customer(.emailChosen(true)), by: Story.jane)
        #expect(room.file.customer?.agreedEmail == "rosa@example.org")
        try room.tell(.email, "parr@example.org")
        #expect(room.file.customer?.agreedEmail == nil)
    }

    @Test("A contact put right by anybody is told to everybody who uses it")
    func correction() throws {
        var room = try ChangeRoom()
        var identity = try #require(room.file.customer?.identity.value)
        identity.phone = "07700 900555"
        try room.perform(CorrectCustomer(identity: identity), by: Story.jane)
        #expect(room.held.changes.last?.told == [Story.prime, Story.local, ChangeRoom.college])
        #expect(room.held.status(of: .phone, on: room.today).detail?.words == "07700 900555")
    }

    @Test("With the keys gone the days and codes are held and the words are not")
    func shut() throws {
        var room = try ChangeRoom()
        room.agree([.health], with: Story.local)
        try room.tell(.phone, "07700 900123")
        try room.perform(
            ReportChange(
                .health, ChangeDetail(code: "6-months", words: "A bad back"), from: day("2012-06-01"),
                source: .customer,
                route: .online), by: room.customer)
        let bare = try room.events.map { event in
            Event<CaseFile>(
                id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                recorded: event.recorded, by: event.by,
                fact: try Fact(
                    kind: event.fact.kind, version: event.fact.version, clear: event.fact.clear, sealed: nil))
        }
        let held = CaseFile(id: room.file.id, folding: bare).circumstances
        #expect(held.changes.map(\.told) == room.held.changes.map(\.told))
        #expect(held.changes.allSatisfy { $0.detail.isShut && $0.detail.open == ChangeDetail() })
        #expect(held.status(of: .phone, on: room.today).detail == nil)
    }
}

extension Circumstances {
    /// The code of whom they live with, where nobody disputes it.
    fileprivate func home(on day: CalendarDay) -> String? { undisputed(.household, on: day)?.detail.open.code }
}
