import Kernel
import Testing
import Web

@Suite("Reading answers")
struct FormReaderTests {
    private enum Colour: String, CaseIterable { case red, blue }
    private enum Thing {}

    @Test("A form that is filled in well gives every value")
    func allWell() throws {
        let id = Identifier<Thing>(high: 7, low: 9)
        let fields = FormFields([
            "given": "  Rosa   María ", "note": "one\r\ntwo\rthree", "born-day": "30", "born-month": "6",
            "born-year": "1974", "next": "14 Aug 2012", "cost": "£1,200.50", "children": "3", "colour": "blue",
            "needs": "loop", "told": "yes", "case": id.description, "reason": "care",
        ]).setting("extra", to: "ignored")
        let form = FormReader(fields)
        #expect(form.text("given", label: "First names", max: 100) == "Rosa   María")
        #expect(form.text("note", label: "Note", max: 100, lines: true) == "one\ntwo\nthree")
        #expect(form.text("note", label: "Note", max: 100) == "one two three")
        #expect(form.day("born", label: "Date of birth").description == "1974-06-30")
        #expect(form.day("next", label: "Next interview").description == "2012-08-14")
        #expect(form.money("cost", label: "Cost") == Money(pence: 120_050))
        #expect(form.wholeNumber("children", label: "Children", in: 0...20) == 3)
        #expect(form.choice("colour", label: "Colour") as Colour == .blue)
        #expect(form.choice("reason", label: "Why", of: ["health", "care"]) == "care")
        #expect(form.choices("needs", label: "Needs", of: ["lift", "loop"]) == ["loop"])
        #expect(form.ticked("told"))
        #expect(form.identifier("case", of: Thing.self, label: "Case") == id)
        #expect(form.optionalText("middle", label: "Middle", max: 5) == nil)
        #expect(form.optionalDay("left", label: "Left") == nil)
        #expect(form.optionalMoney("saved", label: "Saved") == nil)
        #expect(form.optionalWholeNumber("cats", label: "Cats", in: 0...9) == nil)
        #expect(form.optionalChoice("shade", label: "Shade") as Colour? == nil)
        #expect(form.optionalIdentifier("other", of: Thing.self, label: "Other") == nil)
        try form.finish()
    }

    @Test("Everything wrong is told at once, in order, each about its field")
    func allAtOnce() {
        let fields = FormFields([
            "given": "   ", "born-day": "31", "born-month": "6", "born-year": "1974", "next-day": "3", "cost": "12.345",
            "children": "many", "colour": "green", "case": "nonsense", "note": String(repeating: "x", count: 11),
        ])
        let form = FormReader(fields)
        _ = form.text("given", label: "First names", max: 100)
        _ = form.day("born", label: "Date of birth")
        _ = form.day("next", label: "Next interview")
        _ = form.money("cost", label: "Cost")
        _ = form.wholeNumber("children", label: "Children", in: 0...20)
        _ = form.choice("colour", label: "Colour") as Colour
        _ = form.identifier("case", of: Thing.self, label: "Case")
        _ = form.text("note", label: "Note", max: 10)
        _ = form.choices("needs", label: "Needs", of: ["lift"], atLeast: 1)
        _ = form.text("given", label: "First names", max: 100)
        let errors = #expect(throws: FormErrors.self) { try form.finish() }
        #expect(
            errors?.refusals.map(\.field)
                == ["given", "born", "next", "cost", "children", "colour", "case", "note", "needs"])
        #expect(errors?["given"] == "Fill in “First names”.")
        #expect(errors?["next"] == "“Next interview” needs a month and a year too.")
        #expect(errors?["note"] == "“Note” can be at most 10 characters and this has 11. Shorten it.")
        #expect(errors?["needs"] == "Choose one or more of the answers to “Needs”.")
    }

    @Test("A number or a day outside its range says the range")
    func ranges() throws {
        let form = FormReader(FormFields(["children": "21", "born": "30 6 2030", "cost": "-5"]))
        _ = form.wholeNumber("children", label: "Children", in: 0...20)
        _ = form.day(
            "born", label: "Date of birth", in: try CalendarDay("1900-01-01")...(try CalendarDay("2012-08-09")))
        _ = form.money("cost", label: "Cost")
        let errors = #expect(throws: FormErrors.self) { try form.finish() }
        #expect(errors?["children"] == "“Children” must be between 0 and 20. This is 21.")
        #expect(errors?["born"]?.contains("must be between 1 January 1900 and 9 August 2012") == true)
        #expect(errors?["cost"]?.contains("cannot be less than nothing") == true)
    }

    @Test(
        "A control character, which no keyboard types and PostgreSQL cannot store, is refused",
        arguments: ["Ro\u{0}sa", "Ro\u{1B}sa", "Ro\u{7F}sa", "Ro\u{85}sa"])
    func control(_ text: String) {
        let form = FormReader(FormFields(["given": text]))
        _ = form.text("given", label: "First names", max: 100)
        #expect(throws: FormErrors.self) { try form.finish() }
    }

    @Test("Characters are counted as a person counts them")
    func counting() throws {
        let form = FormReader(FormFields(["given": "👩‍👩‍👧e\u{301}"]))
        #expect(form.text("given", label: "First names", max: 2) == "👩‍👩‍👧e\u{301}")
        try form.finish()
    }

    @Test("A whole form is read in one closure, and a stand-in never comes out of it")
    func closure() throws {
        let good = FormFields(["given": "Rosa"])
        #expect(try FormReader.read(good) { $0.text("given", label: "First names", max: 9) } == "Rosa")
        #expect(throws: FormErrors.self) {
            try FormReader.read(FormFields()) { $0.text("given", label: "First names", max: 9) }
        }
        #expect(throws: FormErrors([Refusal("x", "No.", field: "given")])) {
            try FormReader.read(good) { _ in throw Refusal("x", "No.", field: "given") }
        }
        #expect(throws: Refusal("x", "No.")) { try FormReader.read(good) { _ in throw Refusal("x", "No.") } }
    }

    @Test("A value that must be there stops the reading with everything wrong so far")
    func need() {
        let errors = #expect(throws: FormErrors.self) {
            try FormReader.read(FormFields(["born": "31 6 2012"])) { form in
                let day = form.day("born", label: "Date of birth")
                let other = try form.need(form.parsed("nino", label: "Number") { text throws(Refusal) in text })
                return "\(day) \(other)"
            }
        }
        #expect(errors?.refusals.map(\.field) == ["born", "nino"])
    }
}
