import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("A shared team")
struct SharedTeamTests {
    /// A provider that shares its people as one team, of the adviser and Kit Bell.
    private func team(_ engine: Engine = .ofTests) async throws -> (room: Partnership, kit: Partnership.Worker) {
        let room = try await Partnership(engine)
        let northway = room.manager.author.organisation
        let (now, by) = (room.now, room.commissioner.author.person)
        try await room.store.write { connection in
            try SupplyChainRegister.put(
                SupplyChain(prime: northway, isSharedTeam: true), by: by, at: now, in: connection)
        }
        return (room, try await room.hire("Kit Bell", 8, at: northway, as: .providerAdviser))
    }

    @Test(
        "A shared person shows their lead and whoever talked with them last, wherever they are shown (G-130, G-034)",
        arguments: Engine.allCases)
    func shown(engine: Engine) async throws {
        let (room, kit) = try await team(engine)
        let rosa = try await room.attached()
        room.move(to: Partnership.monday.adding(days: 1))
        func contact(_ route: ContactTry.Route, reached: Bool, by worker: Partnership.Worker) async throws {
            let attempt = ContactTry(route: route, reached: reached, on: room.now.day)
            try await room.perform(RecordContact(attempt), on: rosa, as: worker)
        }
        try await contact(.phone, reached: true, by: kit)
        // None of these is a talk.
        try await contact(.phone, reached: false, by: room.adviser)
        try await contact(.letter, reached: true, by: room.adviser)
        try await contact(.text, reached: true, by: room.adviser)

        let browser = try await room.browser(kit)
        let page = try await browser.get(SiteURL.customer(rosa).address).page().root.text
        #expect(page.contains("Lead Ben Okoro, Northway Futures"), "\(page)")
        #expect(page.contains("Last talked with Kit Bell, 11 September 2012"))
        let own = try await room.phone(of: rosa).get(SiteURL.mePeople.address).page().root.text
        #expect(own.contains("Your lead") && own.contains("Ben Okoro at Northway Futures"), "\(own)")
        #expect(own.contains("You last talked with Kit Bell at Northway Futures, on"))

        #expect(try await !browser.get(SiteURL.caseload([]).address).text.contains("Rosa Parr"))
        let listed = try await browser.click("Everybody of the team").page().root
        let row = try #require(listed.first("tbody")?.first("tr"))
        for words in ["Rosa Parr", "Ben Okoro", "Kit Bell"] { #expect(row.text.contains(words), "\(row.text)") }

        let program = try await room.program(kit)
        #expect(try await program.get("/caseload").json["rows"]?.array?.isEmpty == true)
        let read = try await program.get("/caseload?whose=team")
        #expect(read.misfits("readCaseload") == [])
        let line = try #require(read.json["rows"]?.array?.first)
        #expect(line["case"] == .text(rosa) && line["adviser"] == .text(room.adviser.author.person))
        #expect(line["last-talker"] == .text(kit.author.person) && line["last-talked"] == "2012-09-11")
        let record = try await program.get("/customers/\(rosa)")
        #expect(record.misfits("readCustomer") == [])
        #expect(record.json["last-talk"]?["person"]?["name"] == "Kit Bell")
        let people = try await program.get("/customers/\(rosa)/people")
        #expect(people.misfits("readPeople") == [])
        #expect(people.json.array?.first?["shared-team"] == true)
        try await room.close()
    }

    @Test("What is due of a shared person is on their lead’s list, and once on the list of the team (G-130)")
    func due() async throws {
        let (room, kit) = try await team()
        _ = try await room.assigned()
        func due(_ program: APIProgram, _ query: String = "") async throws -> [JSON] {
            let read = try await program.get("/today\(query)")
            #expect(read.misfits("readToday") == [])
            return read.json["mine"]?.array ?? []
        }
        let (lead, colleague) = (try await room.program(room.adviser), try await room.program(kit))
        let stranger = try await room.program(room.otherAdviser)
        let theirs = try await due(lead)
        #expect(theirs.count == 3)
        #expect(try await due(lead, "?whose=team") == theirs)
        #expect(try await due(colleague) == [])
        #expect(try await due(colleague, "?whose=team") == theirs)
        #expect(try await due(stranger, "?whose=team") == [])
        let browser = try await room.browser(kit)
        #expect(try await browser.get(SiteURL.today.address).text.contains("Needs you (0)"))
        #expect(try await browser.click("Everybody of the team").text.contains("Needs your team (3)"))
        try await room.close()
    }

    @Test("Any adviser of a shared team may what the lead may; one of another team gets nothing (G-130, K-007)")
    func access() async throws {
        let (room, kit) = try await team()
        let rosa = try await room.attached()
        let slot = try Slot(
            starts: Instant(london: Partnership.monday.adding(days: 2), hour: 10, minute: 0), minutes: 30,
            mode: .faceToFace)
        try await room.perform(
            BookAppointment(
                purpose: .review, adviser: kit.author.person, office: kit.author.organisation, slot: slot),
            on: rosa, as: kit)
        let theirs = try await room.office.open(rosa, as: room.adviser.author)
        let colleagues = try await room.office.open(rosa, as: kit.author)
        #expect(colleagues.sharedByTeam && colleagues.relation == theirs.relation)
        for category in Casework.Category.allCases {
            #expect(colleagues.seen.sight.sees(category) == theirs.seen.sight.sees(category), "\(category)")
        }
        #expect(theirs.seen.referral?.assignment?.adviser == room.adviser.author.person, "the lead is one, as before")
        await #expect(throws: Refusal.self) {
            _ = try await room.office.open(rosa, as: room.otherAdviser.author)
        }
        let ruth = try await room.browser(room.otherAdviser)
        let list = SiteURL.caseload([(TeamLists.name, TeamLists.team)]).address
        #expect(try await !ruth.get(list).text.contains("Rosa Parr"))
        try await room.close()
    }

    @Test("Where people are not shared an adviser has one list, their own, whatever is asked (G-130)")
    func unshared() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let kit = try await room.hire("Kit Bell", 8, at: room.manager.author.organisation, as: .providerAdviser)
        let browser = try await room.browser(kit)
        let list = try await browser.get(SiteURL.caseload([(TeamLists.name, TeamLists.team)]).address).text
        #expect(!list.contains("Rosa Parr") && !list.contains("Everybody of the team"))
        let page = try await browser.get(SiteURL.customer(rosa).address).page().root.text
        #expect(page.contains("Adviser Ben Okoro, Northway Futures") && !page.contains("Last talked with"))
        try await room.close()
    }
}
