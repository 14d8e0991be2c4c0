import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Keeping a person on paper alone")
struct MoveToPaperPageTests {
    private static let start = "Keep this person on paper alone"
    private static let erase = "Erase the record and enter the reference"

    /// A browser of somebody's where the register of erasures is at hand.
    private func browser(
        of worker: Partnership.Worker, at office: Office, in town: Partnership
    ) async throws -> WebClient<SiteContext> {
        let client = WebClient(Site(office, options: ServeOptions()).router(logger: LogLines().logger)) {
            SiteContext(source: LoggerSource(logger: $0))
        }
        let signedIn = try await town.browser(worker)
        await client.keep("throughline", try #require(await signedIn.cookie("throughline")))
        return client
    }

    @Test("What goes and what stays is said first; the words are typed; then there is the proof (K-001, J-063)")
    func moves() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let lead = try await town.governanceLead()
        let (_, office, register) = try await town.erasing(try await town.program(lead))
        let farah = try await browser(of: lead, at: office, in: town)
        try await farah.get(SiteURL.rights(subject).address)
        let first = try await farah.submit(Self.start)
        #expect(first.status == .ok)
        for said in [
            "Nothing brings back what is erased", "That is the whole record", "Union Street Jobcentre", "Rosa Parr",
            "No name, no day and no reason",
        ] {
            #expect(first.text.contains(said), "\(said)")
        }
        let (form, address) = (await farah.page, await farah.address)
        #expect(!address.contains(subject.description), "An address is kept in logs on the way")

        var typed = [
            "reference": "rosa", "officer": town.jobcentreAdviser.author.person.description,
            "area": town.area.description, "sure": "yes",
        ]
        let wrong = try await farah.submit(Self.erase, typed)
        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.text.contains("A name does not belong in it.") && wrong.text.contains("value=\"rosa\""))
        #expect(wrong.text.contains("If you mean it, write: erase for good"))
        #expect(try register.erasures().isEmpty)

        typed["reference"] = "P-2012/20"
        typed["sure"] = "Erase for good"
        let looks = try await town.looks()
        let done = try await farah.submit(Self.erase, typed)
        #expect(done.status == .ok, "\(done.text)")
        let proof = try #require(try await office.erasureProofs(of: subject).first)
        #expect(done.text.contains(proof.digest) && done.text.contains("We have erased this"))
        #expect(!done.text.contains("P-2012/20"), "The proof and the reference stand on no page together")
        #expect(try await town.looks() == looks)
        #expect(try await town.file(subject).customer?.identity.value == nil)
        let kept = try await town.store.read { try PaperRegister.all(in: $0).map(\.reference.description) }
        #expect(kept == ["P-2012/20"])

        // Pressed twice.
        await farah.back(to: form, at: address)
        let again = try await farah.submit(Self.erase, typed)
        #expect(again.status == .ok && again.text.contains(proof.digest))
        #expect(try await office.erasureProofs(of: subject).count == 1)
        try await office.close()
        try await town.close()
    }

    @Test("What came to the record since it was read stops it; whoever may not erase is offered nothing (A6)")
    func stops() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let lead = try await town.governanceLead()
        let (_, office, register) = try await town.erasing(try await town.program(lead))
        let farah = try await browser(of: lead, at: office, in: town)
        try await farah.get(SiteURL.rights(subject).address)
        try await farah.submit(Self.start)
        try await town.perform(ChooseLanguage(.welsh), on: subject, as: town.jobcentreAdviser)
        let stale = try await farah.submit(
            Self.erase,
            [
                "reference": "P-2012/20", "officer": town.jobcentreAdviser.author.person.description,
                "area": town.area.description, "sure": "erase for good",
            ])
        #expect(stale.status == .unprocessableContent)
        #expect(stale.text.contains("Something was recorded about this person meanwhile"))
        #expect(try register.erasures().isEmpty)
        #expect(try await town.store.read { try PaperRegister.all(in: $0) }.isEmpty)

        let dana = try await browser(of: town.jobcentreAdviser, at: office, in: town)
        let requests = try await dana.get(SiteURL.rights(subject).address)
        #expect(requests.status == .ok && !requests.text.contains(Self.start))
        let csrf = try #require(await dana.page?.root.first("input") { $0["name"] == "csrf" }?["value"])
        let refused = try await dana.post(
            SiteURL.moveToPaper.address, [("csrf", csrf), ("case", subject.description)])
        #expect(refused.status == .forbidden)
        try await office.close()
        try await town.close()
    }
}
