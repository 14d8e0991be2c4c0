import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Customers come in to their own page")
struct EnterTests {
    /// - Parameter keeper: whoever keeps the record and invites; the jobcentre's adviser unless given.
    private func invited(
        _ engine: Engine, _ route: InvitationRoute = .paper, by keeper: Author? = nil
    ) async throws -> (desk: TestDesk, subject: Identifier<CaseFile>, invitation: Identifier<Invitation>) {
        let desk = try await TestDesk.open(engine)
        let subject = desk.newCase(1)
        let keeper = keeper ?? desk.adviser
        var identity = try desk.identity()
        identity.email = "Rosa.Parr@example.org"
        try await desk.office.perform(
            RegisterCustomer(identity: identity), on: subject, as: keeper, id: desk.command(1))
        try await desk.office.perform(ChooseEmail(agreed: true), on: subject, as: keeper, id: desk.command(2))
        let performed = try await desk.office.perform(
            InviteCustomer(route: route), on: subject, as: keeper, id: desk.command(3))
        return (desk, subject, try #require(performed.file.access.invitations.last?.id))
    }

    private func mail(_ desk: TestDesk) async throws -> [MailMessage] {
        desk.office.address.with { $0 = "https://own.example" }
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        return courier.messages
    }

    private func link(_ message: MailMessage) throws -> String {
        let line = try #require(
            message.text.split(separator: "\n").first { $0.hasPrefix("https://own.example/welcome/") })
        return String(line.dropFirst("https://own.example/welcome/".count))
    }

    @Test(
        "A code lets the customer in once, as themselves, and stands nowhere in the store", arguments: Engine.allCases)
    func code(engine: Engine) async throws {
        let (desk, subject, invitation) = try await invited(engine)
        let written = try await desk.office.code(of: invitation, on: subject, as: desk.adviser)
        #expect(written.code.count == 11 && written.supporter == nil)
        let token = try await desk.office.enter(code: " \(written.code.lowercased().replacing(" ", with: "-")) ")
        let who = try #require(try await desk.office.signedIn(token: token))
        #expect(who.name == "Rosa Parr" && who.author.role == .customer && who.ownPage?.subject == subject)
        #expect(try await desk.office.open(subject, as: who.author).relation == .oneself)
        let again = await refusal { try await desk.office.enter(code: written.code) }
        #expect(again?.code == "sign-in.code")
        #expect(await refusal { try await desk.office.code(of: invitation, on: subject, as: desk.adviser) } != nil)
        let kept = try await desk.store.read { connection in
            try connection.all("SELECT place, secret_hash FROM entries", []) { try $0.text(0) + " " + $0.text(1) }
        }
        #expect(kept.allSatisfy { !$0.contains(written.code.suffix(5)) })
        try await desk.close()
    }

    @Test("A link that the mail server refuses makes the address doubtful, which whoever invited them is told")
    func bounced() async throws {
        let (desk, subject, _) = try await invited(.sqlite, .email)
        desk.office.address.with { $0 = "https://own.example" }
        #expect(try await desk.worker(try TestCourier { _ in .refused }).sendAll() == 1)
        let dues = try await desk.office.open(subject, as: desk.adviser).standing.dues
        #expect(dues.contains { $0.code == .contactDoubtful })
        try await desk.close()
    }

    @Test("So it is at a council that keeps the record alone (design §4.5)", arguments: Engine.allCases)
    func bouncedAtCouncil(engine: Engine) async throws {
        let nell = Author(person: .init(high: 1, low: 51), organisation: .init(high: 9, low: 1), role: .adviser)
        let (desk, subject, _) = try await invited(engine, .email, by: nell)
        desk.office.address.with { $0 = "https://own.example" }
        #expect(try await desk.worker(try TestCourier { _ in .refused }).sendAll() == 1)
        let opened = try await desk.office.open(subject, as: nell)
        #expect(opened.relation == .council && opened.seen.circumstances?.failures.map(\.reason) == [.refused])
        #expect(opened.standing.dues.contains { $0.code == .contactDoubtful && $0.act == .reportChange })
        try await desk.close()
    }

    @Test("Five wrong tries kill a code, and the right one is then told as the wrong ones are")
    func tries() async throws {
        let (desk, subject, invitation) = try await invited(.sqlite)
        let code = try await desk.office.code(of: invitation, on: subject, as: desk.adviser).code
        let wrong = String(code.dropLast()) + (code.hasSuffix("A") ? "C" : "A")
        let told = await refusal { try await desk.office.enter(code: wrong) }
        for _ in 2...AccessLimits.wrongTries {
            #expect(await refusal { try await desk.office.enter(code: wrong) } == told)
        }
        #expect(await refusal { try await desk.office.enter(code: code) } == told)
        #expect(await refusal { try await desk.office.enter(code: "not a code") } == told)
        try await desk.close()
    }

    @Test("A code is too old after seven days")
    func expires() async throws {
        let (desk, subject, invitation) = try await invited(.sqlite)
        let code = try await desk.office.code(of: invitation, on: subject, as: desk.adviser).code
        desk.time.with { $0 = $0.adding(minutes: AccessLimits.invitationDays * 24 * 60) }
        #expect(await refusal { try await desk.office.enter(code: code) }?.code == "sign-in.code")
        try await desk.close()
    }

    @Test("A link by e-mail lets them in once, and the letter is the same if it goes again", arguments: Engine.allCases)
    func letter(engine: Engine) async throws {
        let (desk, subject, _) = try await invited(engine, .email)
        let messages = try await mail(desk)
        let message = try #require(messages.first)
        #expect(messages.count == 1 && message.to.address == "Rosa.Parr@example.org")
        #expect(message.subject == "The link to your own page" && message.text.contains("Hello Rosa,"))
        #expect(message.text.contains("If you need help, ring us on 01632 960000."))
        let token = try await desk.office.enter(link: try link(message))
        #expect(try await desk.office.signedIn(token: token)?.ownPage?.subject == subject)
        #expect(await refusal { try await desk.office.enter(link: try link(message)) }?.code == "sign-in.link")
        try await desk.close()
    }

    @Test(
        "Whoever asks for a link is told nothing; only the person's own address is written to",
        arguments: Engine.allCases)
    func asks(engine: Engine) async throws {
        let (desk, _, _) = try await invited(engine)
        try await desk.office.askForLink(to: "nobody@example.org")
        try await desk.office.askForLink(to: "rosa.PARR@example.org")
        let messages = try await mail(desk)
        #expect(messages.map(\.to.address) == ["Rosa.Parr@example.org"])
        desk.time.with { $0 = $0.adding(minutes: AccessLimits.askedMinutes) }
        #expect(await refusal { try await desk.office.enter(link: try link(messages[0])) }?.code == "sign-in.link")
        for _ in 1...5 { try await desk.office.askForLink(to: "rosa.parr@example.org") }
        #expect(try await mail(desk).count == AccessLimits.asksADay - 1)
        try await desk.close()
    }

    @Test("Whoever asks to stays signed in between visits for thirty days, and no longer", arguments: Engine.allCases)
    func stays(engine: Engine) async throws {
        let (desk, subject, invitation) = try await invited(engine)
        let code = try await desk.office.code(of: invitation, on: subject, as: desk.adviser).code
        let token = try await desk.office.enter(code: code, stays: true)
        let entered = desk.time.with { $0 }
        desk.time.with { $0 = entered.adding(minutes: 29 * 24 * 60) }
        #expect(try await desk.office.signedIn(token: token)?.ownPage?.subject == subject)
        #expect(try await desk.office.clearSessions() == 0)
        desk.time.with { $0 = entered.adding(minutes: 31 * 24 * 60) }
        #expect(try await desk.office.signedIn(token: token) == nil)
        #expect(try await desk.office.clearSessions() == 1)
        try await desk.close()
    }

    @Test("Closing the page ends every way in and every session", arguments: Engine.allCases)
    func closes(engine: Engine) async throws {
        let (desk, subject, invitation) = try await invited(engine)
        let code = try await desk.office.code(of: invitation, on: subject, as: desk.adviser).code
        let token = try await desk.office.enter(code: code)
        let other = try await desk.office.perform(
            InviteCustomer(route: .paper), on: subject, as: desk.adviser, id: desk.command(4))
        let second = try await desk.office.code(
            of: try #require(other.file.access.invitations.last?.id), on: subject, as: desk.adviser
        ).code
        try await desk.office.perform(CloseAccess(), on: subject, as: desk.adviser, id: desk.command(5))
        #expect(try await desk.office.signedIn(token: token) == nil)
        #expect(await refusal { try await desk.office.enter(code: second) }?.code == "sign-in.code")
        try await desk.close()
    }

    @Test(
        "A supporter acts within limits, and is told when their time has ended, with a page open too (A-027)",
        arguments: Engine.allCases)
    func supporter(engine: Engine) async throws {
        let (desk, subject, _) = try await invited(engine)
        let customer = Author(
            person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        let invitation = try await desk.nameSupporter(of: subject, as: customer)
        let code = try await desk.office.code(of: invitation, on: subject, as: customer)
        #expect(code.supporter == "Sam Field")
        #expect(await refusal { try await desk.office.code(of: invitation, on: subject, as: desk.adviser) } != nil)
        let token = try await desk.office.enter(code: code.code)
        let sam = try #require(try await desk.office.signedIn(token: token))
        #expect(sam.name == "Sam Field" && sam.ownPage?.customer == "Rosa Parr")

        let page = try await desk.office.open(subject, as: sam.author)
        #expect(page.relation == .supporter && page.seen.plan == nil && page.seen.voices != nil)
        let ask = AskQuestion(to: desk.adviser.organisation, words: Words("When is the next meeting?"))
        let asked = try await desk.office.perform(ask, on: subject, as: sam.author, id: desk.command(11))
        #expect(asked.events.first?.by == sam.author)
        let plan = await refusal {
            try await desk.office.perform(
                ProposeAction(text: Words("Ring the college"), terms: PlanActionTerms(owner: .customer)), on: subject,
                as: sam.author, id: desk.command(12))
        }
        #expect(plan?.code == "power.not-chosen")
        let consent = await refusal {
            try await desk.office.perform(
                EndSupporter(supporter: Identifier(sam.author.person), how: .online), on: subject, as: sam.author,
                id: desk.command(13))
        }
        #expect(consent?.code == "power.none")

        // The page stays open; the right to it ends.
        try await desk.office.perform(
            EndSupporter(supporter: Identifier(sam.author.person), how: .online), on: subject, as: customer,
            id: desk.command(14))
        let late = await refusal {
            try await desk.office.perform(
                ask, on: subject, as: sam.author, id: desk.command(15), seen: page.seen.sequence)
        }
        #expect(late?.code == "supporter.ended" && late?.sentence.contains("1 June 2012") == true)
        #expect(try await desk.office.signedIn(token: token) != nil)
        #expect(await refusal { try await desk.office.open(subject, as: sam.author) }?.code == "supporter.ended")
        try await desk.close()
    }

    @Test("A complaint goes only where somebody settles complaints (C43)", arguments: Engine.allCases)
    func settles(engine: Engine) async throws {
        let (desk, subject, _) = try await invited(engine)
        let customer = Author(
            person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        let complain = Complain(to: desk.adviser.organisation, words: Words("Nobody rang."))
        let nobody = await refusal {
            try await desk.office.perform(complain, on: subject, as: customer, id: desk.command(20))
        }
        #expect(nobody?.code == "voice.no-manager")
        let manager = Author(
            person: desk.adviser.person, organisation: desk.adviser.organisation, role: .teamManager)
        try await desk.store.write {
            try AccountRegister.appoint(
                .init(person: manager.person, organisation: manager.organisation, role: manager.role), in: $0)
        }
        let made = try await desk.office.perform(complain, on: subject, as: customer, id: desk.command(21))
        let voice = try #require(made.file.voices.waiting.first?.id)
        #expect(try await desk.office.open(subject, as: desk.adviser).seen.voices?.all.isEmpty == true)
        try await desk.office.perform(
            AnswerComplaint(voice: voice, words: Words("We are sorry.")), on: subject, as: manager,
            id: desk.command(22))
        let read = try await desk.office.open(subject, as: customer)
        #expect(read.seen.voices?.all.first?.answer?.words.value?.text == "We are sorry.")
        try await desk.close()
    }
}
