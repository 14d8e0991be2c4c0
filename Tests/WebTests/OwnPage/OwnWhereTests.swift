import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("The first page says where somebody is, who leads and what comes next (G-039)")
struct OwnWhereTests {
    @Test("With nothing booked it says who is to be in touch, and with a meeting whom they meet; the API says the same")
    func lines() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let (adviser, today) = (room.adviser.name, room.now.day)
        let phone = try await room.phone(of: rosa)
        let before = try await phone.get(SiteURL.me.address).page().root.text
        let title = try #require(room.office.programmes[Partnership.programme]?.titleInSentence)
        #expect(before.contains("You have been on \(title) since \(today.written). That is 0 of "))
        #expect(before.contains(OwnHomeWords.leads(adviser, "Northway Futures")))
        #expect(before.contains(OwnHomeWords.nextContact(adviser)))
        let meeting = try await room.book(rosa, on: today.adding(days: 3), purpose: .review)
        let after = try await phone.get(SiteURL.me.address).page().root.text
        #expect(after.contains(OwnHomeWords.nextMeeting(adviser, today.adding(days: 3).saidInFull)))
        let program = try await room.ownProgram(of: rosa, by: room.adviser)
        let said = try await program.get("/customers/\(rosa)").json["whereabouts"]
        #expect(said?["place"] == "taking" && said?["programme"] == .string(Partnership.programme))
        #expect(said?["next"] == "appointment" && said?["next-id"] == .text(meeting))
        #expect(said?["next-owner"] == .string(adviser) && said?["gone"] == 0)
        try await room.close()
    }

    @Test("Somebody on no programme reads who helps them and who is to name whoever leads, in Welsh too (G-245)")
    func unled() async throws {
        let room = try await Partnership()
        let rosa = try await room.register()
        let phone = try await room.phone(of: rosa)
        let place = try #require(
            try await room.office.open(rosa, as: room.jobcentreAdviser.author).seen.keepers?.leading)
        let name = try await room.office.open(rosa, as: room.jobcentreAdviser.author).names.organisation(place)
        let page = try await phone.get(SiteURL.me.address).page().root.text
        #expect(page.contains(OwnHomeWords.helpedBy(name)) && page.contains(OwnHomeWords.nobodyLeads(name)))
        try await phone.submit("Cymraeg", following: true)
        let welsh = try await phone.get(SiteURL.me.address).page().root
        #expect(welsh.first("html")?["lang"] == "cy" && welsh.text.contains("Nid oes neb yn arwain eto."))
        try await room.close()
    }
}
