import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Two records of one person by the API")
struct APIMergingTests {
    @Test(
        "What follows for draws, fees and keys is read before two records are made one, and before they are parted (G-004)"
    )
    func consequences() async throws {
        let town = try await Partnership()
        let first = try await town.register()
        let second = try await town.register("Rose", "Parr")
        let dana = try await town.program(town.jobcentreAdviser)
        let looks = try await town.looks()
        let compared = try await dana.get("/customers/\(first)/duplicates/\(second)")
        #expect(compared.misfits("compareRecords") == [])
        #expect(try await town.looks() == looks + 2, "One at each record")
        let given = compared.json["details"]?.array?.first { $0["detail"] == "given" }
        #expect(given?["own"] == "Rosa" && given?["other"] == "Rose" && given?["differs"] == true)
        let born = compared.json["details"]?.array?.first { $0["detail"] == "born" }
        #expect(born?["own"] == "1980-02-14" && born?["differs"] == false)
        let about = compared.json["follows"]?.array?.compactMap { $0["about"]?.string } ?? []
        #expect(about.starts(with: ["Referrals and draws", "Payments"]))
        #expect(about.contains("Their own page and their keys"))
        #expect(try await dana.get("/customers/\(first)/duplicates/\(SpecimenCase.id)").status == 404)
        let ben = try await town.program(town.adviser)
        #expect(try await ben.get("/customers/\(first)/duplicates/\(second)").code == "case.none")

        let parting = "/customers/\(first)/parts/\(second)/consequences"
        #expect(try await dana.post(parting, [:]).code == "merge.apart")
        let form = "/customers/\(first)/forms/merge/\(second)"
        let differing = try await dana.get(form).json["schema"]?["required"]?.array?.compactMap(\.string) ?? []
        let merged = try await dana.post(form, .object(differing.map { JSON.Member($0, "here") }))
        #expect(merged.status == 200, "\(merged.json)")
        let topics = town.office.programmes[Partnership.programme]?.referralInterview.map(\.id) ?? []
        try await town.perform(
            RecordReferralInterview(programme: Partnership.programme, explained: topics, inWriting: true, agreed: []),
            on: first, as: town.jobcentreAdviser)

        let before = try await town.file(first).sequence
        let parted = try await dana.post(parting, [:])
        #expect(parted.misfits("foreseeSeparation") == [])
        #expect(parted.json["asked"]?.array?.count == 1, "\(parted.json)")
        #expect(parted.json["payments"] == ["No payment has fallen due on either."])
        let theirs = try await dana.post(parting, ["given": parted.json["asked"] ?? []])
        #expect(theirs.misfits("foreseeSeparation") == [])
        let unknown = try await dana.post(parting, ["given": [.text(second)]])
        #expect(unknown.json["errors"]?.array?.first?["field"] == "given")
        #expect(try await town.file(first).sequence == before, "Nothing is done by asking")
        try await town.close()
    }
}
