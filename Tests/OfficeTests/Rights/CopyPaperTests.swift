import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Papers in the copy of a record")
struct CopyPaperTests {
    private static let letter: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("an employer's letter".utf8)
    private static let payslip: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("a payslip".utf8)
    private static let invoices: [UInt8] = Array("%PDF-1.4 invoices of their own".utf8)
    private let writing = CopyWriting { Array($0.json.text.utf8) }

    /// Somebody in work, of whom an employer's letter, a payslip and invoices of their own are kept.
    private func proven(_ desk: TestDesk) async throws {
        let job = try await desk.inWork()
        let papers: [(kind: String, from: String, until: String, content: [UInt8])] = [
            ("employer", "2012-07-02", "2012-07-29", Self.letter),
            ("payslip", "2012-07-30", "2012-08-26", Self.payslip),
            ("self-employment", "2012-08-27", "2012-09-23", Self.invoices),
        ]
        for (number, paper) in papers.enumerated() {
            try await desk.office.perform(
                RecordProof(
                    job: job, kind: paper.kind, from: CalendarDay(paper.from),
                    until: CalendarDay(paper.until), document: Documents.digest(of: paper.content)),
                on: desk.newCase(1), as: desk.provider, id: desk.command(53 + UInt64(number)),
                documents: [AttachedDocument(paper.content, .evidence)])
        }
    }

    @Test(
        "What a customer made themselves comes with the copy; what others wrote is looked at first, and stays or is covered",
        arguments: Engine.allCases)
    func papers(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await proven(desk)
        let subject = desk.newCase(1)
        let me = Author(person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        let lead = Author(
            person: .init(high: 1, low: 40), organisation: desk.adviser.organisation,
            role: .informationGovernanceLead)
        let request = Identifier<RightsRequest>(desk.command(60))
        let (_, isGivenOut) = try await desk.office.askForCopy(
            of: subject, asked: RightsAsked(kind: .access, on: desk.office.clock.today, how: .online),
            writing: writing, as: me, command: desk.command(60))
        #expect(!isGivenOut)

        let draft = try await desk.office.copy(of: subject, answering: request, as: lead)
        #expect(draft.papers.map(\.content) == [Self.invoices], "Nobody has to look at what is their own")
        let waiting = Set(draft.waiting.filter(\.place.isPaper).map(\.text))
        #expect(waiting == [Documents.digest(of: Self.letter), Documents.digest(of: Self.payslip)])
        // The lead opens a paper from the page of the request.
        let opened = try await desk.office.notice(Documents.digest(of: Self.letter), of: subject, as: lead)
        #expect(opened.content == Self.letter)

        let decisions = draft.waiting.map { text in
            let covers = text.text == Documents.digest(of: Self.letter)
            return CopyDecision(
                place: text.place, isCovered: covers, reason: covers ? .somebodyElse : .knownAlready)
        }
        try await desk.office.perform(
            ReviewCopy(request: request, decisions: decisions), on: subject, as: lead, id: desk.command(61))
        try await desk.office.giveCopy(
            of: subject, answering: request, writing: writing, as: lead, command: desk.command(62))
        let copy = try await desk.office.copy(of: subject, answering: request, as: me)
        #expect(Set(copy.papers.map(\.content)) == [Self.payslip, Self.invoices])
        #expect(copy.covered == 1 && copy.waiting.isEmpty)
        let rows = copy.sections.flatMap(\.rows).map(\.value)
        #expect(rows.contains("Covered. It is about somebody else."))
        #expect(copy.papers.allSatisfy { copy.json.text.contains($0.base64) })
        #expect(writing.isAsReleased(copy), "Made again it is the same, papers and all")
        try await desk.close()
    }

    @Test("What is read through first opens no paper and makes no copy, and is what the copy would have read through")
    func review() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await proven(desk)
        let subject = desk.newCase(1)
        let lead = Author(
            person: .init(high: 1, low: 40), organisation: desk.adviser.organisation,
            role: .informationGovernanceLead)
        let request = Identifier<RightsRequest>(desk.command(60))
        try await desk.office.perform(
            AskRight(RightsAsked(kind: .access, on: desk.office.clock.today, how: .byPhone)), on: subject,
            as: desk.adviser, id: desk.command(60))
        let copy = try await desk.office.copy(of: subject, answering: request, as: lead)
        // With what they hold gone, no paper could be opened.
        _ = try await desk.store.write { try $0.run("DELETE FROM document_chunks", []) }
        let review = try await desk.office.review(of: subject, answering: request, as: lead)
        #expect(review.reviewed == copy.reviewed && review.waiting == copy.waiting && review.covered == 0)
        #expect(review.waiting.contains { $0.place.isPaper })
        let headlines = copy.entries.filter { entry in review.reviewed.contains { $0.place.event == entry.event.id } }
        #expect(review.entries.map(\.told.headline) == headlines.map(\.told.headline))
        let looks = try await desk.office.looks(at: subject, before: nil, limit: 10)
        #expect(looks.filter { $0.look.act == Act.readCopy.rawValue && $0.look.by == lead }.count == 2)
        await #expect(throws: RecordsFault.self) {
            try await desk.office.copy(of: subject, answering: request, as: lead)
        }
        #expect(
            await refusal { try await desk.office.review(of: subject, answering: request, as: desk.adviser) }?.code
                == "power.none")
        try await desk.close()
    }

    @Test("A copy asked for again with the same press is the same copy, given out once", arguments: Engine.allCases)
    func pressedTwice(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let me = Author(person: Identifier(desk.newCase(1)), organisation: desk.adviser.organisation, role: .customer)
        for _ in 1...2 {
            let (performed, isGivenOut) = try await desk.office.askForCopy(
                of: desk.newCase(1), asked: RightsAsked(kind: .access, on: desk.office.clock.today, how: .online),
                writing: writing, as: me, command: desk.command(60))
            #expect(isGivenOut && performed.file.rights.all.count == 1)
        }
        try await desk.close()
    }
}
