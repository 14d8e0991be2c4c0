import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Areas and draws")
struct AreaTests {
    @Test("The register shows each draw by its token, and works one through against the shares (K-031)")
    func register() async throws {
        let room = try await Partnership()
        let rosa = try await room.referred()
        let token = try #require(try await room.file(rosa).customer?.drawToken)
        for worker in [room.commissioner, room.manager, room.jobcentreAdviser] {
            let browser = try await room.browser(worker)
            let page = try await browser.get(SiteURL.draws(room.area, after: nil).address)
            #expect(page.text.contains(token.description) && page.text.contains("Northway Futures"))
            #expect(page.text.contains("Draw 1, worked through") && page.text.contains("falls here: drawn"))
            #expect(page.text.contains("throughline allocate --check"))
            #expect(!page.text.contains("Rosa"))
        }
    }

    @Test("Areas show the commitment of each period before it begins, and the key when it is over")
    func periods() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.commissioner)
        let before = try await browser.get(SiteURL.areas.address)
        #expect(before.text.contains("Commitment ") && before.text.contains("Draws now"))
        room.move(to: day("2014-01-06"))
        #expect(
            try await room.office.publishKeys(
                as: Author(
                    person: Identifier(high: 0, low: 1), organisation: Identifier(high: 0, low: 1), role: .system))
                == 1)
        let again = try await room.browser(room.commissioner)
        #expect(try await again.get(SiteURL.areas.address).text.contains("Key published"))
    }

    @Test("Shares that do not add up to 100% are refused with their sum, and what was typed is kept")
    func shares() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.commissioner)
        let (north, south) = (
            "share-\(room.manager.author.organisation)", "share-\(room.otherManager.author.organisation)"
        )
        let typed = [
            "programme": Partnership.programme, "group": "9", "from-day": "1", "from-month": "10", "from-year": "2012",
            north: "33.3", south: "66",
        ]
        try await browser.get(SiteURL.shares(room.area).address)
        let refused = try await browser.submit("Set these shares", typed)
        #expect(refused.status == .unprocessableContent && refused.text.contains("The shares add up to 99.3%"))
        #expect(await browser.page?.root.element(id: south)?["value"] == "66")
        let done = try await browser.submit("Set these shares", [south: "66.7"], following: true)
        #expect(done.text.contains(Said.shares.sentence))
        let page = try await browser.get(SiteURL.shares(room.area).address)
        #expect(
            page.text.contains("Northway Futures 33.3%, Calder Bridge Works 66.7%")
                || page.text.contains("Calder Bridge Works 66.7%, Northway Futures 33.3%"))
    }

    @Test("Only a commissioner sets shares (A-118)")
    func others() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.manager)
        #expect(try await browser.get(SiteURL.shares(room.area).address).status == .forbidden)
        #expect(try await !browser.get(SiteURL.areas.address).text.contains("Set the shares"))
    }
}
