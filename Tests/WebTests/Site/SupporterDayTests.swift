import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("A supporter whose last day passes")
struct SupporterDayTests {
    @Test("With a form open, they are told that their time has ended and that nothing was saved (A-027)")
    func passes() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        _ = try await room.phone(of: rosa)
        let herself = Author(
            person: Identifier(rosa), organisation: room.jobcentreAdviser.author.organisation, role: .customer)
        let last = room.now.day.adding(days: 7)
        let named = try await room.office.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.voice], until: last), how: .online),
            on: rosa, as: herself, id: Identifier(high: 200, low: 1))
        let invitation = try #require(named.file.access.invitations.last?.id)
        let sam = try await room.entered(
            try await room.office.code(of: invitation, on: rosa, as: herself).code)
        room.move(to: last, hour: 17)
        #expect(try await sam.get(SiteURL.meForm(.ask).address).status == .ok, "the last day is theirs too")
        let before = try await room.file(rosa).sequence

        room.move(to: last.adding(days: 1))
        let late = try await sam.submit(OwnAskForm.button, ["words": "When is the next meeting?"])
        let said = try late.page().root.text
        #expect(late.status == .forbidden)
        #expect(said.contains("You could act for them until 17 September 2012."))
        #expect(said.contains("That has ended, so nothing more is shown and nothing was saved."))
        let file = try await room.file(rosa)
        #expect(file.access.lapsedSupporters(on: last.adding(months: 3)).count == 1)
        #expect(file.access.lapsedSupporters(on: last.adding(months: 3).adding(days: 1)).isEmpty)
        #expect(file.voices.all.isEmpty && file.sequence == before)
        let gone = "Sam Field could act for you until 17 September 2012. That has ended."
        let phone = try await room.phone(of: rosa)
        #expect(try await phone.get(SiteURL.meSharing.address).page().root.text.contains(gone))
        try await room.close()
    }
}
