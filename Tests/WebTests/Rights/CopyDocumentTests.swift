import Casework
import Kernel
import Testing

@testable import Office
@testable import Records
@testable import Web

@Suite("The copy of a record as a page")
struct CopyDocumentTests {
    private func paper(_ content: [UInt8]) throws -> AccessCopy.Paper {
        let type = try #require(DocumentType(content: content))
        return AccessCopy.Paper(
            name: "Kept on 9 August 2012",
            document: StoredDocument(
                digest: Documents.digest(of: content), retention: .evidence, type: type, length: content.count),
            content: content)
    }

    private func page(_ papers: [AccessCopy.Paper], isMadeUp: Bool = false) throws -> String {
        let copy = AccessCopy(
            subject: Identifier(high: 1, low: 1), request: nil, name: "Rosa Parr",
            made: try Instant("2012-08-09T09:00:00.000Z"), sequence: 1, sections: [], entries: [], papers: papers,
            reviewed: [], waiting: [], covered: 0, erasures: [], language: .english,
            names: Names(organisation: { _ in "" }, person: { _ in "" }), appointments: [], isMadeUp: isMadeUp)
        return String(decoding: CopyDocument.writing.html(copy), as: UTF8.self)
    }

    @Test("A picture is shown in the page and a file is opened from it, with nothing fetched")
    func papers() throws {
        let picture = try paper([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
        let file = try paper(Array("%PDF-1.4 invoices".utf8))
        let html = try page([picture, file])
        #expect(html.contains("<img alt=\"\" src=\"data:image/jpeg;base64,\(picture.base64)\">"))
        #expect(html.contains("download=\"\(file.file)\" href=\"data:application/pdf;base64,\(file.base64)\""))
        #expect(html.contains("Open the file \(file.file)</a>") && file.file.hasSuffix(".pdf"))
        #expect(!html.contains("http") && !html.contains("<script"))
        #expect(try !page([]).contains("Pictures and files"))
    }

    @Test("A page about somebody made up says so at its head, once, and says nothing of a demonstration")
    func madeUp() throws {
        let html = try page([], isMadeUp: true)
        #expect(html.split(separator: "made up").count == 2 && html.contains("these people are made up"))
        #expect(!html.contains("demonstration"))
        #expect(try !page([]).contains("made up"))
    }
}
