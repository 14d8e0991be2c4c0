import Casework
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Referrals from a file")
struct ReferralImportTests {
    private let header = "reference,given,family,born,number,benefit,claim_start,explained,in_writing,agreed,phone\n"
    private let rosa = "R1,Rosa,Parr,1985-04-21,QQ 12 34 56 C,JSA,2011-01-10,yes,yes,health,01632 960001\n"
    private let amir = "R2,Amir,\"Holt, junior\",1992-11-02,,JSA,2011-03-28,yes,no,,\n"

    @Test("Rows are registered and referred, and twice is once (design §4.2)", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        let room = try await ReferralRoom(engine)
        let first = try await room.take(header + rosa + amir)
        #expect(first.rejected == [])
        #expect([first.added, first.matched, first.repeated] == [2, 0, 0])
        let counts = try await room.counts()
        #expect(counts[0] == 2)
        let second = try await room.take("\u{FEFF}" + (header + rosa + amir).replacing("\n", with: "\r\n"))
        #expect(second.rejected == [])
        #expect([second.added, second.matched, second.repeated] == [0, 0, 2])
        #expect(try await room.counts() == counts)
        try await room.close()
    }

    @Test("Somebody registered before is found by number and not doubled")
    func matched() async throws {
        let room = try await ReferralRoom(.sqlite)
        let identity = try Identity(
            given: "Rosa", family: "Parr", born: CalendarDay("1985-04-21"),
            nationalInsurance: NationalInsuranceNumber("QQ123456C"), on: room.office.clock.today)
        try await room.office.perform(
            RegisterCustomer(identity: identity), on: Identifier(high: 9, low: 9), as: room.adviser,
            id: room.office.newCommand())
        let report = try await room.take(header + rosa)
        #expect([report.added, report.matched, report.rejected.count] == [0, 1, 0])
        #expect(try await room.counts()[0] == 1)
        try await room.close()
    }

    @Test("Of somebody whom others keep a row says to take the record up first, and goes in once it is (G-004)")
    func keptElsewhere() async throws {
        let room = try await ReferralRoom(.sqlite)
        let identity = try Identity(
            given: "Rosa", family: "Parr", born: CalendarDay("1985-04-21"),
            nationalInsurance: NationalInsuranceNumber("QQ123456C"), on: room.office.clock.today)
        let subject = Identifier<CaseFile>(high: 9, low: 9)
        let other = Author(
            person: Identifier(high: 1, low: 9), organisation: Identifier(high: 2, low: 9), role: .adviser)
        try await room.office.perform(
            RegisterCustomer(identity: identity), on: subject, as: other, id: room.office.newCommand())
        let counts = try await room.counts()
        let refused = try await room.take(header + rosa)
        #expect(refused.rejected.map(\.column) == ["number"])
        #expect(refused.rejected.first?.reason.contains("take the record up first") == true)
        #expect(try await room.counts() == counts)
        let jobcentre = OrganisationRegister.Entry(
            id: room.adviser.organisation, name: "Union Street Jobcentre", kind: .jobcentre, address: "1 Street",
            phone: "01632 960000")
        let (person, now) = (room.adviser.person, room.office.clock.now)
        try await room.store.write { connection in
            try OrganisationRegister.put(jobcentre, by: person, at: now, in: connection)
        }
        try await room.office.perform(
            TakeUpRecord(isHere: true, proof: .document, since: room.office.clock.today), on: subject,
            as: room.adviser, id: room.office.newCommand())
        let taken = try await room.take(header + rosa)
        #expect([taken.added, taken.matched, taken.rejected.count] == [0, 1, 0])
        try await room.close()
    }

    @Test("A row at fault is told with its line, column and reason, leaves nothing, and the others go in")
    func rejected() async throws {
        let room = try await ReferralRoom(.sqlite)
        let rows = [
            "R3,Ann,Lee,1985-06-31,,JSA,2011-01-10,yes,,,\n",
            "R4,Ann,Lee,2031-06-30,,JSA,2011-01-10,yes,,,\n",
            "R5,Ann,Lee,1985-06-30,12345,JSA,2011-01-10,yes,,,\n",
            "R6,Ann,Lee,1985-06-30,,XYZ,2011-01-10,yes,,,\n",
            "R7,Ann,Lee,1985-06-30,,JSA,2012-02-20,yes,,,\n",
            "R8,Ann,Lee,1985-06-30,,JSA,2011-01-10,no,,,\n",
            "R9,Ann,Lee,1985-06-30,,JSA,2011-01-10,yes,perhaps,,\n",
            "R10,Ann,,1985-06-30,,JSA,2011-01-10,yes,,,\n",
            "R11,Ann,Lee,1985-06-30,,JSA,2011-01-10,yes,,handwriting,\n",
            "R12,\(String(repeating: "x", count: 10_000_000)),Lee,1985-06-30,,JSA,2011-01-10,yes,,,\n",
            "R13,Ann,Lee\n",
        ]
        let report = try await room.take(header + rosa + rows.joined() + amir)
        #expect(report.added == 2)
        #expect(report.rejected.map(\.line) == Array(3...13))
        #expect(
            report.rejected.map(\.column) == [
                "born", "born", "number", "benefit", "claim_start", "explained", "in_writing", "family", "agreed",
                "given", nil,
            ])
        #expect(report.rejected[0].reason == "There is no such day as 1985-06-31. Check the day and the month.")
        #expect(report.rejected.allSatisfy { $0.reason.hasSuffix(".") && $0.reason.count < 400 })
        #expect(try await room.counts()[0] == 2)
        try await room.close()
    }

    @Test("Of somebody in no group the column is the claim's start or the benefit, where that can be told")
    func inNoGroup() throws {
        let today = try CalendarDay("2012-03-05")
        func column(_ benefit: String, _ since: String, in programme: Programme) throws -> ReferralColumn? {
            let row = try ReferralRow(
                [
                    .reference: "R1", .given: "Ann", .family: "Lee", .born: "1985-06-30", .benefit: benefit,
                    .claimStart: since, .explained: "yes",
                ], on: today)
            return ReferralColumn.atFault(in: row, programme, nation: .england, on: today)
        }
        var programme = try #require(try Programmes.shipped().programmes[ReferralRoom.programme])
        #expect(try column("JSA", "2012-02-20", in: programme) == .claimStart)
        // An assessment of what somebody can do is what is missing, and no column but theirs would mend it.
        #expect(try column("ESA", "2012-02-20", in: programme) == nil)
        programme.groups.removeAll { $0.id == "8" }
        #expect(try column("IS", "2011-01-10", in: programme) == .benefit)
    }

    @Test("A reference that comes again with other content is refused, and another source's is another row")
    func otherContent() async throws {
        let room = try await ReferralRoom(.sqlite)
        _ = try await room.take(header + amir)
        let changed = try await room.take(
            header + amir.replacing("01632", with: "").replacing("yes,no", with: "yes,yes"))
        #expect(changed.rejected.map(\.line) == [2])
        let other = try await room.take(header + amir.replacing("Amir", with: "Omar"), source: "elsewhere")
        #expect(other.added == 1)
        try await room.close()
    }

    @Test("Invalid UTF-8 and a file cut off in a quoted field cost only what they spoil")
    func damaged() async throws {
        let room = try await ReferralRoom(.sqlite)
        let spoiled = Array("R3,".utf8) + [0xFF, 0xFE] + Array(",Lee,1985-06-30,,JSA,2011-01-10,yes,,,\n".utf8)
        let report = try await room.take(
            Array(header.utf8) + spoiled + Array(rosa.utf8) + Array("R4,Ann,\"Lee,1985".utf8))
        #expect(report.added == 1)
        #expect(report.rejected.map(\.column) == ["given", "family"])
        #expect(report.rejected.map(\.line) == [2, 4])
        try await room.close()
    }

    @Test("A file with no header, an unknown column or a column missing is refused before anything is read")
    func badHeader() async throws {
        let room = try await ReferralRoom(.sqlite)
        for text in ["", rosa, header.replacing("phone", with: "telephone") + rosa, "reference,given\nR1,Ann\n"] {
            await #expect(throws: Refusal.self) { try await room.take(text) }
        }
        #expect(try await room.counts()[0] == 0)
        try await room.close()
    }
}
