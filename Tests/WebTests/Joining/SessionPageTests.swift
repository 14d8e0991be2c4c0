import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("The register of an information session")
struct SessionPageTests {
    private struct Invited {
        let person: Identifier<CaseFile>
        let session: Identifier<InformationSession>
        let place: Identifier<SessionInvitation>
    }

    /// Amir Zell, invited to the session of the Wednesday.
    private func invited(in room: Partnership) async throws -> Invited {
        let person = try await room.register("Amir", "Zell")
        let session = try await room.heldSession()
        let invited = try await room.perform(
            InviteToSession(session: session), on: person, as: room.jobcentreAdviser)
        return Invited(
            person: person, session: session, place: try #require(invited.file.joining.invitations.last).id)
    }

    @Test("Whoever invites has the letter from the register, in large print too; the host does not (C02, K-039)")
    func letter() async throws {
        let room = try await Partnership()
        let amir = try await invited(in: room)
        let dana = try await room.browser(room.jobcentreAdviser)
        let register = try await dana.get(SiteURL.session(amir.session).address)
        let links = try register.page().root.all("a")
        let plain = SiteURL.sessionLetter(amir.person, amir.place).address
        let large = SiteURL.sessionLetter(amir.person, amir.place, large: true).address
        #expect(links.first { $0["href"] == plain }?.text == "Letter to print to Amir Zell")
        #expect(links.first { $0["href"] == large }?.text == "Letter in large print to Amir Zell")

        let letter = try await dana.get(plain)
        #expect(letter.status == .ok && letter.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(letter.text.hasPrefix("Union Street Jobcentre\n"))
        for words in ["Amir Zell\n12 Canal Walk", "An invitation to a talk", "Where: Mill House, in a group"] {
            #expect(letter.text.contains(words), "\(words)")
        }
        #expect(try await dana.get(large).page().root.first("pre")?.text == letter.text)

        let priya = try await room.browser(room.manager)
        let hosts = try await priya.get(SiteURL.session(amir.session).address)
        #expect(hosts.text.contains("Amir Zell") && !hosts.text.contains("letter.txt"))
        #expect(try await priya.get(plain).status == .forbidden)

        room.move(to: day("2012-09-12"), hour: 11)
        let later = try await room.browser(room.jobcentreAdviser)
        #expect(try await later.get(plain).status == .unprocessableContent, "It is over")
        #expect(try await later.get(SiteURL.session(amir.session).address).text.contains("letter.txt") == false)
        try await room.close()
    }

    @Test("A record withdrawn without a reason is asked for it on the same page, and what was typed is kept (C02)")
    func mistake() async throws {
        let room = try await Partnership()
        let amir = try await invited(in: room)
        room.move(to: day("2012-09-12"), hour: 12)
        let priya = try await room.browser(room.manager)
        try await priya.get(SiteURL.session(amir.session).address)
        try await priya.submit("Came Amir Zell", following: true)
        let field = "why-\(amir.place)"
        let unsaid = try await priya.submit("Withdraw this record")
        #expect(unsaid.status == .unprocessableContent)
        let page = try unsaid.page().root
        #expect(page.element(id: "\(field)-error")?.text.contains("Say what was wrong") == true)
        #expect(page.first("details") { $0["open"] != nil && $0.element(id: field) != nil } != nil)
        let long = String(repeating: "It was Wyn. ", count: 2_000)
        let tooLong = try await priya.submit("Withdraw this record", [field: long])
        #expect(tooLong.status == .unprocessableContent)
        #expect(try tooLong.page().root.element(id: field)?["value"]?.hasPrefix("It was Wyn.") == true)
        #expect(try await room.file(amir.person).joining.invitations.last?.attendance != nil)
        let done = try await priya.submit("Withdraw this record", [field: "It was Wyn."], following: true)
        #expect(done.text.contains(Said.withdrawn.sentence) && done.text.contains("Not recorded"))
        #expect(try await room.file(amir.person).joining.invitations.last?.isOpen == true)
        try await room.close()
    }

    @Test(
        "The letter is shown before the place is given and kept as it went; a wish is met, or a reason given (C02, G-037)"
    )
    func given() async throws {
        let room = try await Partnership()
        let amir = try await room.register("Amir", "Zell")
        let session = try await room.heldSession()
        let dana = try await room.browser(room.jobcentreAdviser)
        try await dana.get(SiteURL.itemForm(.invite, amir, item: Partnership.programme).address)
        let answers = [
            "wish": "one-to-one", "session": session.description, "route": "by-hand", "required": "no",
        ]
        let unmet = try await dana.submit("Check the answers", answers)
        #expect(unmet.status == .unprocessableContent)
        #expect(unmet.text.contains("this session is held in a group"))
        let shown = try await dana.submit("Check the answers", ["why": "No other is near."])
        #expect(shown.text.contains("The letter, word for word") && shown.text.contains("An invitation to a talk"))
        try await dana.submit("Give them this place", following: true)
        let place = try #require(try await room.file(amir).joining.invitations.last)
        #expect(place.grounds.value?.wish == .oneToOne && place.terms.told?.route == .byHand)
        let digest = try #require(place.terms.told?.digest)
        let kept = try await dana.get(SiteURL.document(amir, digest: digest).address)
        #expect(kept.status == .ok && kept.text.contains("Where: Mill House, in a group"))
        try await dana.get(SiteURL.itemForm(.uninvite, amir, item: place.id.description).address)
        let back = try await dana.submit("Check the answers", ["route": "spoken"])
        #expect(back.text.contains("What to say") && back.text.contains("You do not need to go to it now."))
        try await dana.submit("Take it back", following: true)
        #expect(try await room.file(amir).joining.invitations.last?.withdrawn != nil)
        try await room.close()
    }
}
