import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Saying who leads")
struct LeadTests {
    @Test("An adviser says that they lead: staff, the customer and a program read it, and lists follow (G-005, G-039)")
    func names() async throws {
        let town = try await Partnership()
        let rosa = try await town.register()
        let form = SiteURL.form(.nameLead, rosa).address
        let omar = try await town.browser(town.teamManager)
        #expect(try await omar.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } != nil)
        let dana = try await town.browser(town.jobcentreAdviser)
        let before = try await dana.get(SiteURL.customer(rosa).address)
        #expect(before.text.contains("Nobody leads yet: say who does"))
        let (mine, nobodys) = ("?\(TeamLists.name)=\(TeamLists.mine)", "?\(TeamLists.name)=\(TeamLists.nobodys)")
        let caseload = SiteURL.caseload([]).address
        #expect(try await dana.get(caseload + nobodys).text.contains("Rosa Parr"))
        #expect(try await !dana.get(caseload + mine).text.contains("Rosa Parr"))

        try await dana.get(form)
        let person = town.jobcentreAdviser.author.person
        let done = try await dana.submit(
            "Record who leads", ["person": person.description], following: true)
        #expect(done.text.contains(Said.leadNamed.sentence))
        #expect(done.text.contains("Lead Dana Whitlock, Union Street Jobcentre"))
        #expect(try await !dana.get(caseload + nobodys).text.contains("Rosa Parr"))
        #expect(try await dana.get(caseload + mine).text.contains("Rosa Parr"))
        #expect(try await omar.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } == nil)

        let phone = try await town.phone(of: rosa)
        let people = try await phone.get(SiteURL.mePeople.address).text
        #expect(people.contains("Dana Whitlock at Union Street Jobcentre leads your help"))
        let read = try await town.program(town.jobcentreAdviser).get("/customers/\(rosa)")
        #expect(read.misfits("readCustomer") == [])
        #expect(read.json["lead"]?["person"]?["id"]?.string == person.description)

        let left = try await town.office.shutAccount("dana.whitlock", by: town.teamManager.author.person)
        #expect(left.map { $0.led } == ["1"])
        #expect(try await omar.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } != nil)
        await #expect {
            try await town.perform(NameLead(person), on: rosa, as: town.teamManager)
        } throws: {
            ($0 as? Refusal)?.code == "lead.staff"
        }
        try await town.close()
    }
}
