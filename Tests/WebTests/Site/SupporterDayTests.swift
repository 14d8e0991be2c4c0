import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("A supporter whose last day passes, or whose authority is ended before it")
struct SupporterDayTests {
    /// The browser of somebody whom a customer named to see and put questions for them.
    private func supporter(
        of subject: Identifier<CaseFile>, until last: CalendarDay, in room: Partnership
    ) async throws -> WebClient<SiteContext> {
        let customer = Author(
            person: Identifier(subject), organisation: room.jobcentreAdviser.author.organisation, role: .customer)
        let named = try await room.office.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.voice], until: last), how: .online),
            on: subject, as: customer, id: Identifier(high: 200, low: 1))
        let invitation = try #require(named.file.access.invitations.last?.id)
        return try await room.entered(
            try await room.office.code(of: invitation, on: subject, as: customer).code)
    }

    @Test("With a form open, they are told that their time has ended and that nothing was saved (A-027)")
    func passes() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        _ = try await room.phone(of: rosa)
        let last = room.now.day.adding(days: 7)
        let sam = try await supporter(of: rosa, until: last, in: room)
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

    @Test("Ended before its day with a form open, both are told: who acted, and whom they acted for (A-027)")
    func endedEarly() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let phone = try await room.phone(of: rosa)
        let sam = try await supporter(of: rosa, until: room.now.day.adding(days: 7), in: room)
        #expect(try await sam.get(SiteURL.meForm(.ask).address).status == .ok)
        let named = try #require(try await room.file(rosa).access.supporters.last?.id)
        try await room.perform(EndSupporter(supporter: named, how: .byPhone), on: rosa, as: room.jobcentreAdviser)

        let late = try await sam.submit(OwnAskForm.button, ["words": "When is the next meeting?"])
        let said = try late.page().root.text
        #expect(late.status == .forbidden && said.contains("You could act for them until \(room.now.day.written)."))
        #expect(try await room.file(rosa).voices.all.isEmpty)
        let journey = try await phone.get(SiteURL.meJourney().address).page().root.text
        #expect(journey.contains("Somebody acts for you no longer"))
        try await room.close()
    }
}
