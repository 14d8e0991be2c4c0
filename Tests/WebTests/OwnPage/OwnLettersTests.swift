import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("The letters that were given, on the customer’s own page")
struct OwnLettersTests {
    private static let meeting = Partnership.monday.adding(days: 14)

    /// The letter about who has them, given on Monday, and the notice of a meeting, on Tuesday; by their digests.
    private func given(
        to subject: Identifier<CaseFile>, in room: Partnership
    ) async throws -> (holder: String, notice: String) {
        let letter = Array("Dear \(subject)\nNorthway Futures has you now.\n".utf8)
        try await room.perform(
            TellOfHolder(ToldOfHolder(route: .byHand, digest: Documents.digest(of: letter))), on: subject,
            as: room.adviser, documents: [AttachedDocument(letter, .identity)])
        room.move(to: room.now.day.adding(days: 1))
        let appointment = try await room.book(subject, on: Self.meeting)
        let notice = Array("Dear \(subject)\nPlease come on 24 September 2012.\n".utf8)
        try await room.perform(
            GiveNotice(
                appointment: appointment, route: .byHand, mandatory: true, digest: Documents.digest(of: notice)),
            on: subject, as: room.adviser, documents: [AttachedDocument(notice, .identity)])
        return (Documents.digest(of: letter), Documents.digest(of: notice))
    }

    @Test("Each opens again word for word and in large print, the newest first (G-002, G-007)")
    func reopened() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let before = try await room.phone(of: rosa)
        let none = try await before.get(SiteURL.meLetters.address).page().root.text
        #expect(none.contains(OwnLettersWords.nothing.english))
        let (holder, notice) = try await given(to: rosa, in: room)
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.meLetters.address).page().root
        let list = try #require(page.first("ul") { $0.has(class: "looks") })
        let lines = list.all("li").map(\.text)
        #expect(lines.count == 2)
        #expect(lines.first?.contains(OwnLettersWords.notice(Self.meeting)) == true)
        #expect(lines.last?.contains(OwnLettersWords.holder.english) == true)
        #expect(lines.allSatisfy { $0.contains("From Northway Futures") })
        let addresses = list.all("a").compactMap { $0["href"] }
        #expect(addresses.count == 4)
        for address in addresses { #expect(try await phone.get(address).status == .ok, "\(address)") }
        let text = try await phone.get(SiteURL.document(rosa, digest: holder).address).text
        #expect(text.contains("Northway Futures has you now."))
        let home = try await phone.get(SiteURL.me.address).page().root
        let link = home.first("a") { $0["href"] == SiteURL.document(rosa, digest: notice).address }
        #expect(link?.text.hasPrefix(OwnLettersWords.read.english) == true)

        let program = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let letters = try await program.get("/customers/\(rosa)/letters").json.array ?? []
        #expect(letters.compactMap { $0["kind"]?.string } == ["notice", "holder"])
        #expect(letters.compactMap { $0["digest"]?.string } == [notice, holder])
        try await room.close()
    }

    @Test("A letter of a meeting that was moved since says so, and still opens as it was given (G-002)")
    func moved() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let (_, notice) = try await given(to: rosa, in: room)
        let phone = try await room.phone(of: rosa)
        func lines() async throws -> [String] {
            let page = try await phone.get(SiteURL.meLetters.address).page().root
            return page.first("ul") { $0.has(class: "looks") }?.all("li").map(\.text) ?? []
        }
        let before = try await lines()
        #expect(before.count == 2 && before.allSatisfy { !$0.contains(OwnLettersWords.changed.english) })
        let meeting = try #require(try await room.file(rosa).appointments.last)
        try await room.perform(
            MoveAppointment(
                appointment: meeting.id,
                slot: Slot(
                    starts: Instant(london: Self.meeting.adding(days: 1), hour: 11, minute: 0), minutes: 30,
                    mode: .faceToFace), asked: .provider, reason: "signing-or-course"),
            on: rosa, as: room.adviser)
        let after = try await lines()
        #expect(after.first?.contains(OwnLettersWords.notice(Self.meeting)) == true)
        #expect(after.first?.contains(OwnLettersWords.changed.english) == true)
        #expect(after.last?.contains(OwnLettersWords.changed.english) == false)
        let program = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let letters = try await program.get("/customers/\(rosa)/letters")
        #expect(letters.misfits("readLetters") == [])
        #expect(letters.json.array?.map { $0["changed"] == true } == [true, false])
        #expect(letters.json.array?.map { $0["requires"] == true } == [true, false])
        #expect(try await phone.get(SiteURL.document(rosa, digest: notice).address).text.contains("24 September"))
        try await room.close()
    }

    @Test("Whoever acts for them opens those of what they were let see, and no other (A-027)")
    func supporter() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let (holder, notice) = try await given(to: rosa, in: room)
        let named = try await room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.appointments], until: room.now.day.adding(days: 20)),
                how: .inPerson),
            on: rosa, as: room.jobcentreAdviser)
        let invitation = try #require(named.file.access.invitations.last?.id)
        let code = try await room.office.code(of: invitation, on: rosa, as: room.jobcentreAdviser.author).code
        let sam = try await room.entered(code)
        let page = try await sam.get(SiteURL.meLetters.address).page().root
        #expect(page.first("ul") { $0.has(class: "looks") }?.all("li").count == 1)
        #expect(try await sam.get(SiteURL.document(rosa, digest: notice).address).status == .ok)
        #expect(try await sam.get(SiteURL.document(rosa, digest: holder).address).status != .ok)
        #expect(try await sam.get(SiteURL.meDuties.address).status != .ok, "it is of the programme")
        try await room.close()
    }

    @Test("A letter of somebody else’s opens from neither record (K-007)")
    func stranger() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let tom = try await room.assigned("Tom", "Hale")
        let (holder, notice) = try await given(to: tom, in: room)
        let phone = try await room.phone(of: rosa)
        for digest in [holder, notice] {
            #expect(try await phone.get(SiteURL.document(rosa, digest: digest).address).status != .ok)
            #expect(try await phone.get(SiteURL.document(tom, digest: digest).address).status != .ok)
        }
        try await room.close()
    }
}
