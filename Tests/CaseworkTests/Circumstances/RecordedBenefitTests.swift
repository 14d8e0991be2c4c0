import Kernel
import Testing

@testable import Casework

@Suite("A benefit recorded by itself is disputed like a change that was told (C14, G-246)")
struct RecordedBenefitTests {
    private let why = Words("I came off it in May.")

    /// On Jobseeker's Allowance from 4 June 2012, known and recorded by the jobcentre with no report.
    private func room() throws -> (ChangeRoom, Identifier<ReportedChange>) {
        var room = try ChangeRoom()
        try room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: true, from: day("2012-06-04"), until: nil, certainty: .known,
                    source: .jobcentre)), by: Story.jane)
        let stated = try #require(room.held.statements.last)
        #expect(stated.statement.change == nil && room.held.changes.isEmpty)
        return (room, Identifier(stated.event.id))
    }

    private func status(_ room: ChangeRoom) -> [Bool?] {
        (0..<40).map { room.held.status(benefit: "JSA", on: day("2012-05-20").adding(days: $0)).on }
    }

    @Test("Both versions are kept, it still stands meanwhile, and whoever decides is asked to")
    func disputed() throws {
        var (room, id) = try room()
        let before = status(room)
        try room.tell(.phone, "07700 900111")
        try room.perform(DisputeChange(change: id, other: nil, why: why), by: room.customer)
        let change = try #require(room.held.change(id))
        #expect(change.event.by == Story.jane && change.detail.value == ChangeDetail(code: "JSA", on: true))
        #expect(change.openDisputes.map(\.why.value) == [why] && change.state == .disputed)
        #expect(status(room) == before)
        #expect(room.held.changes.map(\.event.sequence) == room.held.changes.map(\.event.sequence).sorted())
        #expect(room.dues(Story.jane).contains { $0.code == .resolveChange })
        let spell = try #require(room.held.spells(of: "JSA").last)
        #expect(room.held.change(saying: spell) == change)
        // Folded again from what is stored it is the same.
        #expect(CaseFile(id: room.file.id, folding: room.events).circumstances == room.held)
    }

    @Test(
        "Decided, what was recorded stands as it was or nothing does, and what lost is kept",
        arguments: [ReportedChange.Standing.reported, .before])
    func decided(stands: ReportedChange.Standing) throws {
        var (room, id) = try room()
        let before = status(room)
        try room.perform(DisputeChange(change: id, other: nil, why: why), by: room.customer)
        try room.perform(
            ResolveChange(change: id, stands: stands, why: Words("The payments were looked at.")),
            by: ChangeRoom.colleague)
        let change = try #require(room.held.change(id))
        #expect(change.openDisputes.isEmpty && change.disputes.count == 1)
        #expect(change.detail.value == ChangeDetail(code: "JSA", on: true))
        #expect(status(room) == (stands == .reported ? before : [Bool?](repeating: nil, count: before.count)))
    }

    @Test(
        "Another version that stands is on the word of whoever gave it, and known on no word but a payer’s (M-002)",
        arguments: [Role.customer, .adviser])
    func otherVersion(role: Role) throws {
        var (room, id) = try room()
        // A helper of the person's choice has advisers too.
        let teller = role == .customer ? room.customer : ChangeRoom.teacher
        let other = ChangeDetail(code: "JSA", on: false)
        room.fold(
            .circumstance(
                .disputed(id, .benefit, Identifier(high: 5, low: 5), other: HeldDetail(other), .open(why))), by: teller)
        let version = try #require(room.held.change(id)?.disputes.first).id
        try room.perform(ResolveChange(change: id, stands: .dispute(version), why: why), by: ChangeRoom.colleague)
        let stated = try #require(room.held.statements.last).statement
        #expect(!stated.on && stated.certainty == .claimed)
        #expect(stated.source == (role == .customer ? .customer : .provider))
    }

    @Test("Nobody else can answer it so, nor the person what was taken back or is not there")
    func refused() throws {
        var (room, id) = try room()
        let dispute = DisputeChange(change: id, other: nil, why: why)
        #expect(room.refused(dispute, by: Story.dana) == "change.not-told")
        #expect(
            room.refused(ResolveChange(change: id, stands: .before, why: why), by: ChangeRoom.colleague)
                == "change.undisputed")
        let event = try #require(room.held.statements.last).event.id
        try room.perform(WithdrawChange(event: event, why: why), by: Story.jane)
        #expect(room.refused(dispute, by: room.customer) == "change.none")
    }

    @Test("Disputed and then taken back by whoever recorded it, it stands on no day")
    func takenBack() throws {
        var (room, id) = try room()
        try room.perform(DisputeChange(change: id, other: nil, why: why), by: room.customer)
        let event = try #require(room.held.change(id)).event.id
        try room.perform(WithdrawChange(event: event, why: why), by: Story.jane)
        #expect(status(room).allSatisfy { $0 == nil })
        #expect(room.held.change(id)?.withdrawn != nil)
    }
}
