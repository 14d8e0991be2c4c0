import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What a person's own session and token do not open")
struct OwnNotStaffTests {
    @Test("The pages of staff about them bring them to their own page (K-007)")
    func pages() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        let phone = try await room.phone(of: subject)
        for route in [SiteURL.Route.customer, .journey] {
            let answer = try await phone.get(route.filled([subject.description]))
            #expect(answer.status == .seeOther && answer.header("Location") == SiteURL.me.address, "\(route)")
        }
        let ben = try await room.browser(room.adviser)
        #expect(try await ben.get(SiteURL.customer(subject).address).status == .ok)
        try await room.close()
    }

    @Test("The journey by their own token is in the words of their page, without what staff told others (C04, K-007)")
    func journey() async throws {
        let room = try await Partnership()
        let subject = try await room.withKitBell()
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
