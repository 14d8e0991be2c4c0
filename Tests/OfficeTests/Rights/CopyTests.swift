import Casework
import Foundation
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Copies of a record")
struct CopyTests {
    private let writing = CopyWriting { Array("<\($0.json.text)>".utf8) }

    private func lead(_ desk: TestDesk) -> Author {
        Author(
            person: .init(high: 1, low: 40), organisation: desk.adviser.organisation, role: .informationGovernanceLead)
    }

    private func customer(_ desk: TestDesk) -> Author {
        Author(person: Identifier(desk.newCase(1)), organisation: desk.adviser.organisation, role: .customer)
    }

    /// Somebody of whom an adviser wrote a word that may be about another.
    private func told(_ desk: TestDesk) async throws {
        try await desk.register(1, nationalInsurance: "QQ123456C")
        try await desk.office.perform(
            AskConsent(
                terms: ConsentTerms(recipient: desk.manager.organisation, categories: [.plan], purpose: "training"),
                why: Words("Her sister Ann looks after her.")), on: desk.newCase(1), as: desk.adviser,
            id: desk.command(50))
    }

    @Test(
        "Where nothing has to be read first, the person has it at once, with its digests on record",
        arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1, nationalInsurance: "QQ123456C")
        let me = customer(desk)
        let (_, isGivenOut) = try await desk.office.askForCopy(
            of: desk.newCase(1), asked: RightsAsked(kind: .access, on: desk.office.clock.today, how: .online),
            writing: writing, as: me, command: desk.command(60))
        #expect(isGivenOut)
        let copy = try await desk.office.copy(of: desk.newCase(1), answering: Identifier(desk.command(60)), as: me)
        #expect(copy.json.text.contains("QQ 12 34 56 C") && copy.json.text.contains("Rosa Parr"))
        #expect(copy.sections.map(\.title).contains("Who your record is shared with"))
        #expect(writing.isAsReleased(copy), "Made again it is the same, and its digest shows that")
        let later = try await desk.office.copy(of: desk.newCase(1), answering: Identifier(desk.command(60)), as: me)
        #expect(later.json == copy.json, "Who looked since is in the next one")
        try await desk.close()
    }

    @Test(
        "A text about somebody else is covered once it is decided on, and never given out before",
        arguments: Engine.allCases)
    func covered(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await told(desk)
        let me = customer(desk)
        let request = Identifier<RightsRequest>(desk.command(60))
        let (_, isGivenOut) = try await desk.office.askForCopy(
            of: desk.newCase(1), asked: RightsAsked(kind: .access, on: desk.office.clock.today, how: .online),
            writing: writing, as: me, command: desk.command(60))
        #expect(!isGivenOut)
        #expect(
            await refusal { try await desk.office.copy(of: desk.newCase(1), answering: request, as: me) }?.code
                == "copy.not-yet")
        #expect(
            await refusal { try await desk.office.copy(of: desk.newCase(1), answering: request, as: desk.adviser) }?
                .code == "power.none")
        let draft = try await desk.office.copy(of: desk.newCase(1), answering: request, as: lead(desk))
        #expect(draft.waiting.map(\.text) == ["Her sister Ann looks after her."])
        #expect(!draft.json.text.contains("Ann"), "A draft shows no text that waits")
        let early = await refusal {
            try await desk.office.giveCopy(
                of: desk.newCase(1), answering: request, writing: writing, as: lead(desk), command: desk.command(61))
        }
        #expect(early?.code == "copy.unread")
        try await desk.office.perform(
            ReviewCopy(
                request: request,
                decisions: [.init(place: draft.waiting[0].place, isCovered: true, reason: .somebodyElse)]),
            on: desk.newCase(1), as: lead(desk), id: desk.command(62))
        try await desk.office.giveCopy(
            of: desk.newCase(1), answering: request, writing: writing, as: lead(desk), command: desk.command(63))
        let copy = try await desk.office.copy(of: desk.newCase(1), answering: request, as: me)
        #expect(copy.covered == 1 && !copy.json.text.contains("Ann"))
        #expect(copy.json.text.contains("It is about somebody else"))
        let file = try await desk.store.read { [office = desk.office] in try office.file(desk.newCase(1), in: $0) }
        #expect(file.rights.find(request)?.release?.copy.covered == 1)
        try await desk.close()
    }

    @Test("A look by the person's yes stands in the copy as that, and one for a merge as that (K-007)")
    func reasonsOfLooks() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.register(1)
        try await desk.register(2)
        let terms = ConsentTerms(
            recipient: desk.otherAdviser.organisation, categories: [.plan], purpose: "training")
        try await desk.office.perform(
            GiveConsent(terms: terms, until: CalendarDay("2013-05-01"), how: .inPerson), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(50))
        _ = try await desk.office.open(desk.newCase(1), as: desk.otherAdviser)
        _ = try await desk.office.prospect(of: desk.newCase(2), absorbing: desk.newCase(1), as: desk.adviser)
        desk.time.with { $0 = $0.adding(minutes: 5) }
        let copy = try await desk.office.draftCopy(of: desk.newCase(1))
        let looks = copy.sections.first { $0.title == CopyWords.looks.english }?.rows.map(\.value) ?? []
        #expect(looks.contains { $0.contains("You said yes on ") && $0.contains("until 1 May 2013") }, "\(looks)")
        #expect(looks.contains { $0.hasSuffix(LookWords.compared.english) }, "\(looks)")
        try await desk.close()
    }

    @Test("Who pays for the help stands in the copy with what it sees and why, as on the page of who sees the record")
    func commissioners() async throws {
        let desk = try await TestDesk.open(.sqlite)
        func payer(of number: UInt64) async throws -> AccessCopy.Section.Row? {
            let copy = try await desk.office.draftCopy(of: desk.newCase(number))
            let shared = copy.sections.first { $0.title == CopyWords.shared.english }
            return shared?.rows.first { $0.name == "Commissioning Body" }
        }
        try await desk.refer(1)
        try await desk.register(2)
        #expect(try await payer(of: 2) == nil, "Nobody pays before a referral")
        let body = try #require(try await payer(of: 1))
        #expect(body.value.contains("jobs and hours") && !body.value.contains("name and birth date"))
        #expect(body.value.contains(RelationWords.commissions.english))
        #expect(body.value.contains(RecordWords.duty.english))
        try await desk.close()
    }

    @Test(
        "A copy is in the language on the record when it was given out, whatever is chosen later (G-245)",
        arguments: Engine.allCases)
    func welsh(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1, nationalInsurance: "QQ123456C")
        let me = customer(desk)
        func choose(_ language: Language, _ command: UInt64) async throws {
            try await desk.office.perform(
                ChooseLanguage(language), on: desk.newCase(1), as: me, id: desk.command(command))
        }
        func copy() async throws -> AccessCopy {
            try await desk.office.copy(of: desk.newCase(1), answering: Identifier(desk.command(60)), as: me)
        }
        try await choose(.welsh, 59)
        _ = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        _ = try await desk.office.askForCopy(
            of: desk.newCase(1), asked: RightsAsked(kind: .access, on: desk.office.clock.today, how: .online),
            writing: writing, as: me, command: desk.command(60))
        let given = try await copy()
        #expect(given.language == .welsh && given.json.text.contains("\"language\":\"cy\""))
        #expect(given.sections.map(\.title).contains("Gyda phwy y rhennir eich cofnod"))
        let rows = given.sections.flatMap { [$0.title, $0.note] + $0.rows.flatMap { [$0.name, $0.value] } }
        let said = rows.joined(separator: "\n")
        #expect(said.contains("cynghorydd") && said.contains("agor y cofnod hwn") && said.contains("tasg gyhoeddus"))
        let english = CopyWords.allCases.filter { $0.welsh != $0.english && $0.english.count > 9 }.map(\.english)
        for phrase in english.flatMap({ $0.split(separator: /\{\d\}/) }) where phrase.count > 9 {
            #expect(!said.contains(phrase), "\(phrase)")
        }
        try await choose(.english, 61)
        let later = try await copy()
        #expect(later.json == given.json && writing.isAsReleased(later))
        try await desk.close()
    }

    @Test("In one step it is refused while texts wait, and given out with them covered", arguments: Engine.allCases)
    func oneStep(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await told(desk)
        let waits = await refusal {
            try await desk.office.copyInOneStep(of: desk.newCase(1), covering: false, writing: writing)
        }
        #expect(waits?.code == "copy.unread" && waits?.sentence.contains("1 text") == true)
        let copy = try await desk.office.copyInOneStep(of: desk.newCase(1), covering: true, writing: writing)
        #expect(copy.covered == 1 && copy.waiting.isEmpty && !copy.json.text.contains("Ann"))
        #expect(await refusal { try await desk.office.draftCopy(of: desk.newCase(7)) }?.code == "sar.none")
        try await desk.close()
    }

    @Test(
        "A copy that was given out and partly erased since says that it is not what it was", arguments: Engine.allCases)
    func erasedSince(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await told(desk)
        _ = try await desk.office.copyInOneStep(of: desk.newCase(1), covering: true, writing: writing)
        let file = try await desk.store.read { [office = desk.office] in try office.file(desk.newCase(1), in: $0) }
        let request = try #require(file.rights.all.first).id
        func stands() async throws -> Bool? {
            let opened = try await desk.office.open(desk.newCase(1), as: lead(desk))
            return opened.seen.rights?.find(request)?.standsAsGiven(in: opened.events)
        }
        #expect(try await stands() == true)
        _ = try await desk.office.erase(desk.newCase(1), [.support])
        let copy = try await desk.office.copy(of: desk.newCase(1), answering: request, as: lead(desk))
        #expect(!writing.isAsReleased(copy))
        #expect(try await stands() == false, "Known without making it again")
        try await desk.close()
    }

    @Test(
        "What waits is listed where the record is kept, the first due first, until it is answered",
        arguments: Engine.allCases)
    func listed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for (number, kind) in [(UInt64(1), RightsKind.erasure), (2, .access)] {
            try await desk.register(number)
            try await desk.office.perform(
                AskRight(
                    RightsAsked(kind: kind, on: CalendarDay("2012-05-30").adding(days: -Int(number)), how: .byPhone)),
                on: desk.newCase(number), as: desk.adviser, id: desk.command(70 + number))
        }
        func waiting() async throws -> [RightsKind] {
            try await desk.store.read {
                try RequestRow.waiting(at: desk.adviser.organisation, in: $0).map(\.kind)
            }
        }
        #expect(try await waiting() == [.access, .erasure])
        _ = try await desk.office.copyInOneStep(of: desk.newCase(2), covering: true, writing: writing)
        #expect(try await waiting() == [.erasure])
        _ = try await desk.office.erase(desk.newCase(1), by: lead(desk))
        #expect(try await waiting() == [])
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await waiting() == [])
        try await desk.close()
    }
}

extension CopyWriting {
    /// Whether a copy that is made again is the one that was given out; not so when something of it has been erased since.
    func isAsReleased(_ copy: AccessCopy) -> Bool {
        copy.request?.release.map { $0.copy == release(copy) } ?? false
    }
}
