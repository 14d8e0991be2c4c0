import Kernel
import Testing
import Web

@Suite("Reading a form's fields")
struct FormFieldsTests {
    private func read(_ text: String) throws(Refusal) -> FormFields { try FormFields(urlEncoded: Array(text.utf8)) }

    @Test("Names and values are decoded, repeated names kept in order")
    func decoding() throws {
        let fields = try read("given=Rosa+Mar%C3%ADa&needs=lift&needs=loop&empty=&bare&a%26b=1%2B1%3D2&=x")
        #expect(fields["given"] == "Rosa María")
        #expect(fields.values("needs") == ["lift", "loop"])
        #expect(fields["empty"] == "")
        #expect(fields["bare"] == "")
        #expect(fields["a&b"] == "1+1=2")
        #expect(fields["other"] == nil)
        #expect(fields.all.count == 7)
    }

    @Test("Any text comes back the same from a form", arguments: EscapingTests.strings.prefix(300))
    func roundTrip(_ text: String) throws {
        let fields = try read(WebClient<PlainContext>.encode([("note", text), (text, "x")]))
        #expect(Array(fields.all[0].value.unicodeScalars) == Array(text.unicodeScalars))
        #expect(Array(fields.all[1].name.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "What is not UTF-8, or is cut short, is refused with what to do",
        arguments: ["given=%FF", "given=%C3", "given=%ED%A0%80", "given=%", "given=%4", "given=%zz", "%C0%AF=x"])
    func unreadable(_ text: String) {
        let refusal = #expect(throws: Refusal.self) { try read(text) }
        #expect(refusal?.code == "form.unreadable")
        #expect(refusal?.sentence.contains("type it again") == true)
    }

    @Test("More than 500 fields are refused, 500 are read")
    func tooMany() throws {
        let field = { (count: Int) in Array(repeating: "a=1", count: count).joined(separator: "&") }
        #expect(try read(field(500)).all.count == 500)
        #expect(throws: Refusal.self) { try read(field(501)) }
    }
}
