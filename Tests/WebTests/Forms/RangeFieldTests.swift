import Kernel
import Testing

@testable import Web

@Suite("A number that is chosen by sliding")
struct RangeFieldTests {
    private func field(_ state: FormState) throws -> HTMLNode {
        try HTMLPage(RangeField("steps", label: "Steps drawn", hint: "Few", in: 5...100, usual: 20, state).render())
            .root
    }

    @Test("A slider has a label, its ends beside it, and the number it stands at, with or without scripts")
    func stands() throws {
        for (fields, number) in [(FormFields(), "20"), (FormFields(["steps": "7"]), "7")] {
            let field = try field(FormState(fields))
            let slider = try #require(field.element(id: "steps"))
            #expect(slider["type"] == "range" && slider["name"] == "steps" && slider["value"] == number)
            #expect(slider["min"] == "5" && slider["max"] == "100" && slider["aria-describedby"] == "steps-hint")
            #expect(field.all("label").map { $0["for"] } == ["steps"])
            #expect(field.all("span").map(\.text) == ["5", "100"])
            #expect(field.element(id: "steps-value")?.text == number)
            #expect(field.all("script").compactMap { $0["src"] } == [Asset.range.address])
        }
    }

    @Test("A number that an address got wrong is told at the slider")
    func wrong() throws {
        let refusal = Refusal("x", "Between 5 and 100.", field: "steps")
        let field = try field(FormState(FormFields(["steps": "500"]), errors: FormErrors([refusal])))
        #expect(field.element(id: "steps")?["aria-invalid"] == "true")
        #expect(field.element(id: "steps-error")?.text.contains("Between 5 and 100.") == true)
    }
}
