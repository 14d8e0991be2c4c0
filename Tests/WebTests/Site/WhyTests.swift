import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Why can I see this?")
struct WhyTests {
    /// What addresses about a customer give as a file to keep, and not as a page of this site.
    private static let files: Set<SiteURL.Route> = [
        .copyPage, .copyData, .planText, .firstMeetingText, .application, .sessionLetter, .answerLetter, .document,
    ]

    /// Who reads each page about a customer, and where.
    private func readers(
        of rosa: Identifier<CaseFile>, in room: Partnership
    ) async throws -> [SiteURL.Route: (reader: Partnership.Worker, address: String)] {
        let (ben, dana, priya) = (room.adviser, room.jobcentreAdviser, room.manager)
        let instrument = try #require(room.office.tools.offered.first)
        let section = try #require(instrument.sections.first)
        let began = try await room.perform(
            BeginAssessment(instrument: instrument.id, version: instrument.version, mode: .inPrivate), on: rosa,
            as: ben)
        let begun = try #require(began.file.assessments.unfinished.last)
        let asking = try await room.perform(
            AskRight(
                RightsAsked(kind: .correction, on: room.now.day, how: .inPerson), words: Words("The street is wrong.")),
            on: rosa, as: ben)
        let request = try #require(asking.file.rights.all.last)
        let meeting = try await room.book(rosa, on: Partnership.monday.adding(days: 14), purpose: .review)
        let programme = try #require(room.office.programmes[Partnership.programme])
        let file = try await room.file(rosa)
        let line = try #require(PaymentLedger(programme).account(for: file, until: room.now.day).lines.first)
        let code = try await room.browser(dana)
        try await code.get(SiteURL.form(.letIn, rosa).address)
        try await code.submit("Let them in", following: true)
        let sheet = await code.address
        return [
            .customer: (ben, SiteURL.customer(rosa).address),
            .looks: (room.teamManager, SiteURL.looks(rosa).address),
            .journey: (ben, SiteURL.journey(rosa).address),
            .form: (ben, SiteURL.form(.correct, rosa).address),
            .itemForm: (ben, SiteURL.itemForm(.move, rosa, item: meeting.description).address),
            .assessment: (ben, SiteURL.assessment(rosa).address),
            .assessmentOf: (ben, SiteURL.assessmentOf(rosa, begun.id).address),
            .assessmentPart: (ben, SiteURL.assessmentPart(rosa, begun.id, section.id, .inPrivate).address),
            .sharing: (ben, SiteURL.sharing(rosa).address),
            .circumstances: (dana, SiteURL.circumstances(rosa).address),
            .duplicates: (dana, SiteURL.duplicates(rosa).address),
            .rights: (ben, SiteURL.rights(rosa).address),
            .ask: (ben, SiteURL.ask(rosa).address),
            .request: (ben, SiteURL.request(rosa, request.id).address),
            .plan: (ben, SiteURL.plan(rosa).address),
            .planSheet: (ben, SiteURL.planSheet(rosa).address),
            .why: (room.commissioner, SiteURL.why(rosa).address),
            .line: (priya, SiteURL.line(line.key.description).address),
            .code: (dana, sheet),
        ]
    }

    /// What stands closed at the foot of a page's main column, where print leaves it out.
    private func foot(of answer: WebAnswer) throws -> HTMLNode? {
        let foot = try answer.page().root.first("main")?.all("div").last {
            $0.has(class: "screen") && $0.first("details") != nil
        }
        return foot?.first("details") { $0["open"] == nil }
    }

    /// Whether a page says what its reader sees of one person, and on what ground.
    private func saysOfOne(_ answer: WebAnswer) throws -> Bool {
        guard let why = try foot(of: answer), let summary = why.first("summary") else { return false }
        return summary.text.hasPrefix("You see: ") && why.text.contains("Seen by ")
    }

    @Test("Every page about one person says what its reader sees of them, and why (K-007)")
    func one() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let pages = try await readers(of: rosa, in: room)
        for route in SiteURL.Route.allCases where route.rawValue.contains("/:case") || route == .line {
            guard !Self.files.contains(route) else { continue }
            let page = try #require(pages[route], "Say who reads \(route.rawValue), and where")
            let answer = try await room.browser(page.reader).get(page.address)
            #expect(answer.status == .ok, "\(page.address)")
            #expect(try saysOfOne(answer), "\(route.rawValue) does not say why \(page.reader.name) sees it")
        }
        try await room.close()
    }

    @Test("Every form about one person says it, refused and with its answers to check too (K-007)")
    func forms() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday, hour: 10)
        room.move(to: Partnership.monday, hour: 10, minute: 30)
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.itemForm(.attend, rosa, item: appointment.description).address)
        let refused = try await ben.submit("Check the answers", ["minutes": "x"])
        #expect(refused.status == .unprocessableContent)
        #expect(try saysOfOne(refused))
        let checked = try await ben.submit("Check the answers", ["minutes": "25"])
        #expect(checked.text.contains("Record that they came"))
        #expect(try saysOfOne(checked))
        var shown = 0
        for form in CaseForms.all where !form.hasItem {
            let answer = try await ben.get(SiteURL.form(form.name, rosa).address)
            guard answer.status == .ok else { continue }
            shown += 1
            #expect(try saysOfOne(answer), "\(form.name.rawValue)")
        }
        #expect(shown > 3)
        try await room.close()
    }

    @Test("Every list of people says on what ground they are on it (K-007)")
    func many() async throws {
        let room = try await Partnership()
        _ = try await room.attached()
        let amir = try await room.register("Amir", "Zell")
        let session = try await room.heldSession()
        let lead = try await room.governanceLead()
        try await room.perform(InviteToSession(session: session), on: amir, as: room.jobcentreAdviser)
        let lists: [(reader: Partnership.Worker, url: SiteURL, whom: String)] = [
            (room.adviser, .today, "those who are assigned to you, those booked with you today"),
            (room.adviser, .shared, "those who chose to share something of their record with it"),
            (room.adviser, .caseload([]), "those who are assigned to you."),
            (room.jobcentreAdviser, .caseload([]), "those whose record it keeps."),
            (room.manager, .caseload([]), "those who were referred or passed on to it."),
            (room.manager, .inbox, "who have no adviser yet."),
            (room.jobcentreAdviser, .search("Zell"), "so that one person has one record."),
            (room.adviser, .search("Parr"), "whose record is open to you, and nobody else."),
            (room.manager, .payments([]), "what is due to it"),
            (room.commissioner, .payments([]), "what is due in the areas it commissions"),
            (lead, .requests, "those who asked something about a record that it keeps"),
            (room.manager, .session(session), "everybody invited to a session that it holds"),
            (room.jobcentreAdviser, .session(session), "those invited whose record it keeps"),
            (room.commissioner, .instruments, "as counts: nobody by name or by a reference"),
        ]
        for list in lists {
            let answer = try await room.browser(list.reader).get(list.url.address)
            let why = try #require(try foot(of: answer), "\(list.reader.name), \(list.url.address)")
            #expect(why.first("summary")?.text == PeopleList.question)
            #expect(why.text.contains("As \(list.reader.author.role.title.lowercased()) at "))
            #expect(why.text.contains(list.whom), "\(list.reader.name), \(list.url.address): \(why.text)")
        }
        try await room.close()
    }

    @Test("A customer's own page has a page of its own for it, and nothing at its foot")
    func own() throws {
        var page = Page("My plan") { p { "What I want" } }
        page.why = Fragment { p { "You see: plan. Why?" } }
        var layout = Layout()
        #expect(try HTMLPage(layout.render(page)).root.text.contains("You see: plan."))
        layout.audience = .customer
        #expect(try !HTMLPage(layout.render(page)).root.text.contains("You see: plan."))
    }
}
