import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("What is asked of somebody, on their own page")
struct OwnDutiesTests {
    /// Somebody of a claim who has met the adviser; who may choose was told what joining changes, and signed.
    private func attached(
        _ room: Partnership, _ given: String, born: String, claim: ClaimAnswers, byChoice: Bool
    ) async throws -> Identifier<CaseFile> {
        let (staff, programme) = (room.jobcentreAdviser, Partnership.programme)
        let subject = Identifier<CaseFile>(at: room.now, random: .seeded(31))
        try await room.perform(
            RegisterCustomer(
                identity: Identity(given: given, family: "Parr", born: day(born), on: room.now.day)),
            on: subject, as: staff)
        if byChoice {
            let sheet = Array("What joining changes for \(given).\n".utf8)
            try await room.perform(
                TellOfJoining(programme: programme, claim: claim, sheet: Documents.digest(of: sheet)), on: subject,
                as: staff, documents: [AttachedDocument(sheet, .identity)])
            room.move(to: room.now.day.adding(days: 7))
            try await room.perform(
                DecideToJoin(programme: programme, answer: .joins, signed: true), on: subject, as: staff)
        }
        let topics = room.office.programmes[programme]?.referralInterview.map(\.id) ?? []
        try await room.perform(
            RecordReferralInterview(programme: programme, explained: topics, inWriting: true, agreed: []),
            on: subject, as: staff)
        try await room.perform(
            ReferCustomer(programme: programme, area: room.area, claim: claim), on: subject, as: staff)
        try await room.perform(AcknowledgeReferral(), on: subject, as: room.manager)
        try await room.perform(
            AssignReferral(provider: room.adviser.author.organisation, adviser: room.adviser.author.person),
            on: subject, as: room.manager)
        let today = room.now.day
        let appointment = try await room.book(subject, on: today)
        room.move(to: today, hour: 11)
        try await room.perform(
            RecordAttendance(
                appointment: appointment, attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
            on: subject, as: room.adviser)
        return subject
    }

    private func duties(_ id: String, in room: Partnership) throws -> String {
        try #require(room.office.programmes[Partnership.programme]?.duties(id)).says
    }

    private func page(_ subject: Identifier<CaseFile>, in room: Partnership) async throws -> String {
        let phone = try await room.phone(of: subject)
        return try await phone.get(SiteURL.meDuties.address).page().root.text
    }

    @Test("Somebody told to take part reads what can follow, who decides, good reasons and whom to ring (G-014, D-001)")
    func mandatory() async throws {
        let room = try await Partnership()
        let claim = ClaimAnswers(benefit: "JSA", since: room.now.day.adding(years: -1), circumstances: [])
        let rosa = try await attached(room, "Rosa", born: "1990-02-14", claim: claim, byChoice: false)
        #expect(try await room.file(rosa).referral?.group == "1")
        let page = try await page(rosa, in: room)
        #expect(try page.contains(duties("mandatory", in: room)))
        #expect(page.contains(OwnDutiesWords.mayFollow.english) && page.contains("because the rules of your benefit"))
        for reason in ["Medical appointment", "Sick child", "Bereavement"] { #expect(page.contains(reason)) }
        #expect(!page.contains("Another reason"), "it is for staff to write")
        #expect(page.contains("Ring Northway Futures on 01632 960103."))
        let program = try await room.ownProgram(of: rosa, by: room.adviser)
        let asked = try await program.get("/customers/\(rosa)/duties").json
        #expect(asked["can-follow"] == true && asked["basis"] == "mandatory" && asked["duties"] == "mandatory")
        #expect(page.contains(asked["says"]?.string ?? "It says nothing"))
        try await room.close()
    }

    @Test("Somebody who signed and joined reads what they signed to, and what can follow (G-014, D-015)")
    func joined() async throws {
        let room = try await Partnership()
        let claim = ClaimAnswers(
            benefit: "ESA", since: day("2011-10-01"),
            circumstances: ["wca-decided=2012-05-01", "wrag", "income-related", "prognosis=12"])
        let amir = try await attached(room, "Amir", born: "1970-06-01", claim: claim, byChoice: true)
        #expect(try await room.file(amir).referral?.group == "5")
        let page = try await page(amir, in: room)
        #expect(try page.contains(duties("joined-by-choice", in: room)))
        #expect(page.contains("Taking part in this is your choice") && page.contains(OwnDutiesWords.mayFollow.english))
        #expect(page.contains("Sick child") && !page.contains(OwnDutiesWords.unsigned.english))
        try await room.close()
    }

    @Test("Of a volunteer nothing is asked, and nothing is said of what can follow (G-014, D-008, M-010)")
    func volunteer() async throws {
        let room = try await Partnership()
        let claim = ClaimAnswers(benefit: "IB", since: day("2008-10-01"), circumstances: [])
        let wyn = try await attached(room, "Wyn", born: "1965-06-01", claim: claim, byChoice: true)
        #expect(try await room.file(wyn).referral?.group == "8")
        let page = try await page(wyn, in: room)
        #expect(try page.contains(duties("volunteer", in: room)))
        #expect(!page.contains(OwnDutiesWords.follows.english) && !page.contains("Sick child"))
        #expect(page.contains("Tell Northway Futures before it starts"), "they can still say that they cannot come")
        let program = try await room.ownProgram(of: wyn, by: room.adviser)
        #expect(try await program.get("/customers/\(wyn)/duties").json["can-follow"] == false)
        let home = try await room.phone(of: wyn).get(SiteURL.me.address).page().root
        #expect(home.all("a").contains { $0["href"] == SiteURL.meDuties.address })
        try await room.close()
    }

    @Test("Somebody who signed to what binds them no longer is not told that they never signed (G-014, G-128)")
    func released() async throws {
        let room = try await Partnership()
        let claim = ClaimAnswers(
            benefit: "JSA", since: day("2012-04-02"), circumstances: ["early-access", "homeless"])
        let ada = try await attached(room, "Ada", born: "1970-06-01", claim: claim, byChoice: true)
        #expect(try await room.file(ada).referral?.group == "3")
        let bound = try await page(ada, in: room)
        #expect(try bound.contains(duties("early-access-volunteer", in: room)))
        try await room.perform(
            StateStatus(basis: .voluntary, from: room.now.day, words: Words("Her health changed.")), on: ada,
            as: room.jobcentreAdviser)
        let page = try await page(ada, in: room)
        #expect(try page.contains(duties("volunteer", in: room)))
        #expect(!page.contains(OwnDutiesWords.unsigned.english) && !page.contains(OwnDutiesWords.follows.english))
        try await room.close()
    }

    @Test("Whoever the rules put forward, and bind no longer, reads the duties of a volunteer (G-014, G-128)")
    func putForward() async throws {
        let room = try await Partnership()
        let claim = ClaimAnswers(
            benefit: "JSA", since: day("2012-04-02"), circumstances: ["early-access", "repeat-claims"])
        let ada = try await attached(room, "Ada", born: "1970-06-01", claim: claim, byChoice: false)
        #expect(try await room.file(ada).referral?.basis == .mandatory)
        try await room.perform(
            StateStatus(basis: .voluntary, from: room.now.day, words: Words("Her health changed.")), on: ada,
            as: room.jobcentreAdviser)
        let page = try await page(ada, in: room)
        #expect(try page.contains(duties("volunteer", in: room)))
        #expect(try !page.contains(duties("early-access-volunteer", in: room)))
        #expect(!page.contains(OwnDutiesWords.unsigned.english))
        try await room.close()
    }

    @Test("Somebody on no programme who was told to go to a talk reads that they must go (G-014, D-015)")
    func talk() async throws {
        let room = try await Partnership()
        let amir = try await room.register("Amir", "Zell")
        let session = try await room.heldSession()
        let letter = Array("Dear Amir\nYou must come on 12 September 2012.\n".utf8)
        try await room.perform(
            InviteToSession(
                session: session, told: ToldOfHolder(route: .byHand, digest: Documents.digest(of: letter)),
                mandate: .init(
                    claim: ClaimAnswers(
                        benefit: "ESA", since: day("2011-01-01"),
                        circumstances: ["wrag", "income-related", "prognosis=12"]), considered: true)),
            on: amir, as: room.jobcentreAdviser, documents: [AttachedDocument(letter, .identity)])
        let page = try await page(amir, in: room)
        #expect(page.contains(OwnDutiesWords.mustGo(day("2012-09-12"))))
        #expect(!page.contains(OwnDutiesWords.noProgramme.english))
        let program = try await room.ownProgram(of: amir, by: room.jobcentreAdviser)
        let asked = try await program.get("/customers/\(amir)/duties")
        #expect(asked.misfits("readDuties") == [])
        #expect(asked.json["talks"] == ["2012-09-12"] && asked.json["can-follow"] == true)
        room.move(to: day("2012-09-13"))
        #expect(try await self.page(amir, in: room).contains(OwnDutiesWords.noProgramme.english))
        try await room.close()
    }

    @Test("Of somebody on no programme nothing is asked (G-014)")
    func nobody() async throws {
        let room = try await Partnership()
        let rosa = try await room.register()
        #expect(try await page(rosa, in: room).contains(OwnDutiesWords.noProgramme.english))
        try await room.close()
    }
}
