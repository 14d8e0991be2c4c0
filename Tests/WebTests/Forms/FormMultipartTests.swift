import Kernel
import Testing
import Web

@Suite("Reading a form with a file")
struct FormMultipartTests {
    private let boundary = "----x"

    private func body(_ fields: [(String, String)], _ content: [UInt8] = [0xFF, 0xD8, 0xFF]) -> [UInt8] {
        WebClient<PlainContext>.multipart(fields, ("photograph", content), boundary)
    }

    @Test("Any text and any bytes come back the same", arguments: EscapingTests.strings.prefix(100))
    func roundTrip(_ text: String) throws {
        let content = Array(text.utf8) + [0, 0x0D, 0x0A, 0x2D, 0x2D, 0xFF]
        let fields = try FormFields(multipart: body([("note", text), ("note", "again")], content), boundary: boundary)
        #expect(Array((fields["note"] ?? "").unicodeScalars) == Array(text.unicodeScalars))
        #expect(fields.values("note").last == "again")
        #expect(fields.file("photograph")?.content == content)
    }

    @Test("A field of a file in which none was chosen is no file")
    func none() throws {
        let fields = try FormFields(multipart: body([("kind", "payslip")], []), boundary: boundary)
        #expect(fields["kind"] == "payslip" && fields.files.isEmpty)
    }

    @Test("Cut short anywhere, it is refused and not half read")
    func cut() throws {
        let whole = body([("kind", "payslip"), ("from", "1/2/2012")])
        for end in 0..<(whole.count - 4) {
            #expect(throws: Refusal.self, "\(end)") {
                try FormFields(multipart: Array(whole[..<end]), boundary: boundary)
            }
        }
    }

    @Test("Whatever bytes come, they are read or refused")
    func noise() throws {
        let random = RandomSource.seeded(5)
        let whole = body([("kind", "payslip"), ("from", "1/2/2012")])
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<(random.next() % 4 + 1) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            guard let fields = try? FormFields(multipart: bytes, boundary: boundary) else { continue }
            #expect(fields.all.count + fields.files.count <= 3)
        }
    }

    @Test("More answers than any form has are refused")
    func tooMany() throws {
        let many = (0...FormFields.limit).map { ("a\($0)", "x") }
        #expect(throws: Refusal.self) { try FormFields(multipart: body(many), boundary: boundary) }
    }
}
