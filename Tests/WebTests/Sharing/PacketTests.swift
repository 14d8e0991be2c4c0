import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What is told once and sent to several services (G-035)")
struct PacketTests {
    private func services(_ room: Partnership) -> [Identifier<Organisation>] {
        [room.jobcentreAdviser, room.adviser, room.otherAdviser].map(\.author.organisation)
    }

    /// Rosa, who sent her name and how to reach her to three services.
    private func sent(_ room: Partnership) async throws -> Identifier<CaseFile> {
        let rosa = try await room.attached()
        try await room.perform(
            ReleasePacket(
                to: services(room), [.identity, .contact], purpose: "training", until: day("2013-03-01"),
                how: .inPerson), on: rosa, as: room.jobcentreAdviser)
        return rosa
    }

    /// The fields of the form on the page last read, as a browser would send it with these besides.
    @discardableResult
    private func send(
        _ browser: WebClient<SiteContext>, to url: SiteURL, _ more: [(String, String)]
    ) async throws -> WebAnswer {
        let form = try #require(await browser.page?.root.first("form") { $0["action"] == url.address })
        let hidden = form.all("input").filter { $0["type"] == "hidden" && $0["name"] != "change" }
        return try await browser.post(
            url.address, hidden.map { ($0["name"] ?? "", $0["value"] ?? "") } + more)
    }

    private let until = [("until-day", "1"), ("until-month", "3"), ("until-year", "2013")]

    @Test("One packet creates three prefilled applications, each with its consent; withdrawing one leaves two")
    func three() async throws {
        let room = try await Partnership()
        let rosa = try await sent(room)
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.meApplications().address).page().root.text
        for name in ["Union Street Jobcentre", "Northway Futures", "Calder Bridge Works"] {
            #expect(page.contains(ApplicationWords.title(name)), "\(name)")
        }
        #expect(page.contains("Name: Rosa Parr. From Union Street Jobcentre, "))
        #expect(page.contains(ApplicationWords.agreed(room.now.day, "find you a course and help you finish it")))

        let program = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let read = try await program.get("/customers/\(rosa)/applications")
        #expect(read.misfits("readApplications") == [])
        let all = read.json["applications"]?.array ?? []
        #expect(all.count == 3 && Set(all.compactMap { $0["id"]?.string }).count == 3)
        #expect(Set(all.compactMap { $0["packet"]?.string }).count == 1)
        #expect(all.allSatisfy { $0["facts"]?.array?.contains { $0["value"] == "Rosa Parr" } == true })

        let calder = try #require(
            try await room.file(rosa).consents.released.first {
                $0.terms.recipient == room.otherAdviser.author.organisation
            })
        try await phone.get(SiteURL.meItemForm(.stop, item: calder.id.description).address)
        try await phone.submit(OwnSharingFormWords.stopButton.english, following: true)
        let after = try await program.get("/customers/\(rosa)/applications").json["applications"]?.array ?? []
        #expect(after.filter { $0["holds"] == true }.count == 2)
        let emptied = try #require(after.first { $0["holds"] == false })
        #expect(emptied["id"] == .text(calder.id) && emptied["facts"]?.array?.isEmpty == true)
        let later = try await phone.get(SiteURL.meApplications(of: calder.id).address).page().root.text
        #expect(later.contains(ApplicationWords.stopped(room.now.day)) && !later.contains("Rosa Parr. From"))
        try await room.close()
    }

    @Test("A service reads its own application from “Shared with you”, and no other’s; once it is stopped, none")
    func reading() async throws {
        let room = try await Partnership()
        let rosa = try await sent(room)
        let released = try await room.file(rosa).consents.released
        let own = try #require(released.first { $0.terms.recipient == room.otherAdviser.author.organisation })
        let other = try #require(released.first { $0.terms.recipient == room.adviser.author.organisation })
        let ruth = try await room.browser(room.otherAdviser)
        let shared = try await ruth.get(SiteURL.shared.address).page().root
        let links = shared.all("a").compactMap { $0["href"] }
        #expect(links.contains(SiteURL.application(rosa, own.id).address))
        let file = try await ruth.get(SiteURL.application(rosa, own.id).address)
        let text = String(decoding: file.body, as: UTF8.self)
        #expect(text.hasPrefix("Application to Calder Bridge Works\n"), "\(text)")
        #expect(text.contains("- Name: Rosa Parr. From "))
        #expect(text.contains(ApplicationWords.notSent("Work; Health; Home and family; Benefits")))
        #expect(try await ruth.get(SiteURL.application(rosa, other.id).address).status == .notFound)
        let program = try await room.program(room.otherAdviser)
        let read = try await program.get("/customers/\(rosa)/applications").json["applications"]?.array
        #expect(read?.compactMap { $0["id"]?.string } == [own.id.description])

        try await room.perform(WithdrawConsent(consent: own.id, how: .byPhone), on: rosa, as: room.jobcentreAdviser)
        let closed = try await ruth.get(SiteURL.application(rosa, own.id).address)
        #expect(!String(decoding: closed.body, as: UTF8.self).contains("Rosa Parr"))
        // Whoever helps her still is told that it was stopped.
        try await room.perform(
            WithdrawConsent(consent: other.id, how: .byPhone), on: rosa, as: room.jobcentreAdviser)
        let ben = try await room.browser(room.adviser)
        let emptied = try await ben.get(SiteURL.application(rosa, other.id).address)
        let left = String(decoding: emptied.body, as: UTF8.self)
        #expect(left.contains(ApplicationWords.stopped(room.now.day)) && !left.contains("Rosa Parr"))
        try await room.close()
    }

    @Test("An application speaks of the person to the service: what they need, too, and why it is seen (K-040)")
    func needs() async throws {
        let room = try await Partnership()
        let rosa = try await sent(room)
        try await room.perform(
            StateNeeds(
                try CommunicationNeeds(
                    spokenLanguage: "Punjabi", interpreter: .spoken, formats: [.largePrint, .braille], called: "Bet"),
                source: .customer), on: rosa, as: room.jobcentreAdviser)
        let consent = try #require(
            try await room.file(rosa).consents.released.first {
                $0.terms.recipient == room.otherAdviser.author.organisation
            })
        let ruth = try await room.browser(room.otherAdviser)
        let file = try await ruth.get(SiteURL.application(rosa, consent.id).address)
        let text = String(decoding: file.body, as: UTF8.self)
        #expect(
            text.contains(
                "Likes to be called Bet. Interpreter: Punjabi. Letters: in large print, in Braille. From Rosa Parr, "),
            "\(text)")
        #expect(text.contains("“to find you a course and help you finish it”"))
        #expect(!text.contains("You ") && !text.contains("Your "), "\(text)")
        try await room.close()
    }

    @Test("They read what each would see before anything is sent; a packet of nothing keeps what was ticked")
    func own() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        let url = SiteURL.meForm(.packet)
        let form = try await phone.get(url.address).page().root
        #expect(!form.all("input").contains { $0["checked"] != nil }, "nothing is ticked")
        let who = services(room).map { ("recipient", $0.description) }
        let nothing = try await send(phone, to: url, who + until + [("purpose", "training")])
        let again = try nothing.page().root
        #expect(again.text.contains(FormWords.chooseSome(OwnPacketWords.kinds())))
        #expect(again.all("input").filter { $0["name"] == "recipient" && $0["checked"] != nil }.count == 3)

        let answers = who + until + [("purpose", "training"), ("categories", "identity")]
        let check = try await send(phone, to: url, answers).page().root.text
        #expect(check.contains(OwnPacketWords.checkLead.english) && check.contains("Calder Bridge Works"))
        #expect(check.contains(OwnPacketWords.seesToo(CategoryWords.identity.english)))
        #expect(check.contains("Name: Rosa Parr."))
        #expect(try await room.file(rosa).consents.given.isEmpty, "nothing is sent yet")
        let changed = try await phone.submit(OwnPacketWords.change.english).page().root
        #expect(changed.all("input").filter { $0["name"] == "recipient" && $0["checked"] != nil }.count == 3)
        try await send(phone, to: url, answers)
        try await phone.submit(OwnPacketWords.button.english, following: true)
        let released = try await room.file(rosa).consents.released
        #expect(released.map(\.terms.categories) == [[.identity], [.identity], [.identity]])
        #expect(released.allSatisfy { $0.how == .online })
        try await room.close()
    }

    @Test("Staff record it with the person beside them, and read first what each would see")
    func staff() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let dana = try await room.browser(room.jobcentreAdviser)
        let url = SiteURL.form(.packet, rosa)
        try await dana.get(url.address)
        let answers =
            services(room).map { ("recipient", $0.description) } + until
            + [("purpose", "training"), ("categories", "health"), ("how", "in-person")]
        let check = try await send(dana, to: url, answers).page().root.text
        #expect(check.contains("It would also see") && check.contains("Calder Bridge Works"))
        try await dana.submit("Record that they agreed", following: true)
        #expect(
            try await room.file(rosa).consents.released.map(\.terms.categories) == [[.health], [.health], [.health]])
        let text = try await dana.get(SiteURL.journey(rosa, []).address).page().root.text
        #expect(text.contains("Released an application to Calder Bridge Works"))
        try await room.close()
    }

    @Test("A service that is not in the partnership is refused, and a packet that is sent again is sent once")
    func elsewhere() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let program = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let nowhere = Identifier<Organisation>(high: 99, low: 9)
        func packet(_ services: [Identifier<Organisation>]) -> JSON {
            [
                "recipient": .array(services.map { .text($0) }), "categories": ["identity"], "purpose": "training",
                "until": .text(day("2013-03-01")),
            ]
        }
        let refused = try await program.post("/own/forms/packet", packet(services(room) + [nowhere]))
        #expect(refused.status == 422, "\(refused.json)")
        let ruled = await #expect(throws: Refusal.self) {
            try await room.perform(
                ReleasePacket(
                    to: services(room) + [nowhere], [.identity], purpose: "training", until: day("2013-03-01"),
                    how: .inPerson), on: rosa, as: room.jobcentreAdviser)
        }
        #expect(ruled?.code == "consent.recipient")
        #expect(try await room.file(rosa).consents.given.isEmpty)
        for _ in 1...2 {
            let sent = try await program.post(
                "/own/forms/packet", packet(services(room)),
                [.idempotencyKey: "0190d2f0-0000-7000-8000-000000000035"])
            #expect(sent.status == 200, "\(sent.json)")
        }
        #expect(try await room.file(rosa).consents.released.count == 3)
        try await room.close()
    }
}
