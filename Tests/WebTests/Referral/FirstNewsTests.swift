import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Telling somebody who helps them, hop by hop")
struct FirstNewsTests {
    @Test("The jobcentre prints the first letter as it refers, and their own page says the same (C04, G-001)")
    func jobcentre() async throws {
        let town = try await Partnership()
        let rosa = try await town.referred()
        let dana = try await town.browser(town.jobcentreAdviser)
        let asked = "Tell them who has them now, why, for how long, and what happens next."
        #expect(try await dana.get(SiteURL.customer(rosa).address).text.contains(asked))
        try await dana.get(SiteURL.form(.tellHolder, rosa).address)
        let check = try await dana.submit("Check the answers", ["route": "by-hand"])
        #expect(check.text.contains("Your jobcentre has put you forward for the Work Programme"))
        let told = try await dana.submit("Record that they are told", following: true)
        #expect(told.text.contains(Said.toldOfHolder.sentence) && !told.text.contains(asked))
        let phone = try await town.phone(of: rosa)
        let own = try await phone.get(SiteURL.mePeople.address).page().root.text
        #expect(own.contains("The help can last up to two years, from your first meeting."))
        #expect(own.contains("You will hear from Northway Futures, to agree when to meet first."))
        try await town.close()
    }

    @Test("A refusal stands on the desk and the page of whoever has them, until they keep them (C04, G-085)")
    func refused() async throws {
        let town = try await Partnership()
        let (prime, other) = (town.manager.author.organisation, town.otherManager.author.organisation)
        let (now, by) = (town.now, town.commissioner.author.person)
        try await town.store.write { connection in
            try SupplyChainRegister.put(
                SupplyChain(prime: prime, partners: [ChainPartner(organisation: other, part: .specialist)]), by: by,
                at: now, in: connection)
        }
        let rosa = try await town.assigned()
        try await town.perform(PassOn(to: other, reason: "chain-need", words: nil), on: rosa, as: town.manager)
        try await town.perform(TurnDown(reason: "refuse-full", words: nil), on: rosa, as: town.otherManager)
        let priya = try await town.browser(town.manager)
        let inbox = try await priya.get(SiteURL.inbox.address)
        #expect(inbox.text.contains("Sent to you (1)") && inbox.text.contains(SiteURL.form(.keep, rosa).address))
        let page = try await priya.get(SiteURL.customer(rosa).address)
        #expect(page.text.contains("cannot take them on") && page.text.contains("Turned down on 10 September 2012"))
        try await priya.get(SiteURL.form(.keep, rosa).address)
        let kept = try await priya.submit("Keep them", following: true)
        #expect(kept.text.contains(Said.kept.sentence) && !kept.text.contains("Turned down on"))
        #expect(try await !priya.get(SiteURL.inbox.address).text.contains("Sent to you"))
        try await town.close()
    }
}
