import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Whether taking part is required, on pages")
struct TakingPartTests {
    @Test("The jobcentre says that it is a choice, and the list, the notice and the customer's page follow (G-128)")
    func choice() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let appointment = try await town.book(subject, on: town.now.day.adding(days: 14))
        let priya = try await town.browser(town.adviser)
        let notice = SiteURL.itemForm(.notice, subject, item: appointment.description).address
        #expect(try await priya.get(notice).text.contains("That they are required to come"))
        #expect(try await priya.get(SiteURL.caseload([]).address).text.contains("Required"))

        let dana = try await town.browser(town.jobcentreAdviser)
        let form = SiteURL.form(.takingPart, subject).address
        let page = try await dana.get(SiteURL.customer(subject).address).page()
        #expect(page.root.first("a") { $0["href"] == form } != nil)
        try await dana.get(form)
        let unsaid = try await dana.submit("Record this", ["basis": "voluntary", "words": ""])
        #expect(unsaid.status == .unprocessableContent)
        let done = try await dana.submit("Record this", ["words": "She is in the support group."], following: true)
        #expect(done.text.contains("Taking part is by choice") && done.text.contains("She is in the support group."))

        #expect(try await priya.get(notice).text.contains("They take part by choice, so this is an invitation."))
        #expect(try await priya.get(SiteURL.caseload([]).address).text.contains("By choice"))
        let phone = try await town.phone(of: subject)
        let journey = try await phone.get(SiteURL.meJourney().address).text
        #expect(journey.contains("It is your choice whether you take part in the programme"))
        #expect(journey.contains("She is in the support group."))
        try await town.close()
    }
}
