import Casework
import HTTPTypes
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("What may no longer be kept, by the API")
struct APIRetentionTests {
    @Test("Whoever answers for records is told what would go of those they keep, and has it go (M-060)")
    func retention() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let farah = try await town.governanceLead()
        let elsewhere = try await town.hire(
            "Lou Lead", 41, at: town.manager.author.organisation, as: .informationGovernanceLead)
        town.move(to: town.now.day.adding(years: 2).adding(days: 1))
        let (program, office, register) = try await town.erasing(try await town.program(farah))
        let looks = try await town.looks()
        let asked = try await program.get("/retention")
        #expect(asked.misfits("readRetention") == [])
        #expect(asked.json["erased"] == false && asked.json["cases"] == 1, "\(asked.json)")
        #expect(asked.json["first"]?.array?.first?["case"] == .text(subject))
        #expect(asked.json["first"]?.array?.first?["classes"] == ["support"])
        #expect(try await town.looks() == looks + 1)
        #expect(try await town.program(elsewhere).get("/retention").json["cases"] == 0, "Others keep other records")

        for unsure: JSON in [[:], ["sure": false]] {
            #expect(try await program.post("/retention", unsure).code == "retention.sure")
        }
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.get("/retention").code == "power.none")
        #expect(try await dana.post("/retention", ["sure": true]).code == "power.none")
        #expect(try register.erasures().isEmpty)
        let done = try await program.post("/retention", ["sure": true])
        #expect(done.misfits("runRetention") == [])
        #expect(done.json["erased"] == true && done.json["cases"] == 1, "\(done.json)")
        #expect(try register.erasures().map(\.classes) == [[.support]])
        #expect(try await program.get("/retention").json["cases"] == 0)
        try await office.close()
        try await town.close()
    }

    @Test(
        "A person is taken off the computer: a reference with its officer is left, and no look says whose (K-001, J-063)"
    )
    func paper() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let (program, office, _) = try await town.erasing(try await town.program(try await town.governanceLead()))
        func body(_ sure: Bool, area: JSON) -> JSON {
            [
                "case": .text(subject), "reference": "P-2012/20", "officer": .text(town.jobcentreAdviser.author.person),
                "area": area, "sure": .bool(sure),
            ]
        }
        let looks = try await town.looks()
        #expect(try await program.post("/paper-files", body(false, area: .text(town.area))).code == "erase.sure")
        #expect(try await program.post("/paper-files", body(true, area: .text(subject))).code == "paper.area")
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.post("/paper-files", body(true, area: .text(town.area))).code == "power.none")
        let ben = try await town.program(town.adviser)
        #expect(try await ben.post("/paper-files", body(true, area: .text(town.area))).code == "case.none")
        #expect(try await town.file(subject).customer?.identity.value != nil)
        let moved = try await program.post("/paper-files", body(true, area: .text(town.area)))
        #expect(moved.misfits("moveToPaper") == [])
        let proof = try #require(try await office.erasureProofs(of: subject).first)
        #expect(proof.why == .asked && proof.by.role == .informationGovernanceLead, "The proof looks like any other")
        let again = try await program.post("/paper-files", body(true, area: .text(town.area)))
        #expect(again.code == "case.none", "Sent again it erases nothing more")
        #expect(try await town.looks() == looks, "Nothing ties the reference to the record")
        #expect(try await town.file(subject).customer?.identity.value == nil)
        #expect(try await dana.get("/paper-files").json.array?.first?["reference"] == "P-2012/20")
        try await office.close()
        try await town.close()
    }
}
