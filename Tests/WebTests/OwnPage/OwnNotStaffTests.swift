import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("What a person's own session and token do not open")
struct OwnNotStaffTests {
    @Test("The pages of staff about them bring them to their own page (C40)")
    func pages() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        let invited = try await room.perform(InviteCustomer(route: .paper), on: subject, as: room.adviser)
        let invitation = try #require(invited.file.access.invitations.last?.id)
        let code = try await room.office.code(of: invitation, on: subject, as: room.adviser.author).code
        let phone = try await room.browser()
        try await phone.get(SiteURL.welcome.address)
        try await phone.submit("Go to my page", ["code": code], following: true)
        for route in [SiteURL.Route.customer, .journey] {
            let answer = try await phone.get(route.filled([subject.description]))
            #expect(answer.status == .seeOther && answer.header("Location") == SiteURL.me.address, "\(route)")
        }
        let ben = try await room.browser(room.adviser)
        #expect(try await ben.get(SiteURL.customer(subject).address).status == .ok)
        try await room.close()
    }

    @Test("The journey by their own token is in the words of their page, without what staff told each other (C04, C40)")
    func journey() async throws {
        let room = try await Partnership()
        let subject = try await room.assigned()
        let kit = Author(
            person: Identifier(high: 1, low: 8), organisation: room.adviser.author.organisation, role: .providerAdviser)
        let (now, by) = (room.now, room.commissioner.author.person)
        try await room.store.write { connection in
            try AccountRegister.open(
                .init(person: kit.person, name: "Kit Bell", username: "kit.bell", password: "none"), by: by, at: now,
                in: connection)
            try AccountRegister.appoint(
                .init(person: kit.person, organisation: kit.organisation, role: kit.role), in: connection)
        }
        try await room.perform(
            ChangeAdviser(
                provider: kit.organisation, adviser: kit.person,
                reason: "change-asked", handover: Words("Mornings are hard.")), on: subject, as: room.manager)
        let rosa = try await room.ownProgram(of: subject, by: room.jobcentreAdviser)
        let hers = try await rosa.get("/customers/\(subject)/journey?limit=100")
        #expect(hers.status == 200 && !hers.web.text.contains("Mornings are hard."))
        let rows = hers.json["rows"]?.array ?? []
        #expect(rows.contains { $0["headline"]?.string?.hasPrefix("Your adviser is now Kit Bell at") == true })
        #expect(rows.contains { $0["detail"] == "You asked for a change." })
        let priya = try await room.program(room.manager)
        let theirs = try await priya.get("/customers/\(subject)/journey?limit=100")
        #expect(theirs.web.text.contains("Mornings are hard."))
        try await room.close()
    }
}
