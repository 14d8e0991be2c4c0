import Kernel
import Testing
import Web

@Suite("Fields of a form")
struct FieldsTests {
    private let state = FormState(
        FormFields(["given": "Rosa <3", "born-day": "31", "born-month": "6", "reason": "care", "note": "\none\ntwo"]),
        errors: FormErrors([
            Refusal("x", "Fill in “Family name”.", field: "family"), Refusal("x", "No such day.", field: "born"),
            Refusal("x", "Choose one.", field: "reason"), Refusal("x", "There is no room before September."),
        ]))

    private var form: some HTML {
        PostForm(to: "/x", seal: FormSeal(csrf: "0", command: Identifier(high: 0, low: 1)), state: state) {
            TextField("given", label: "First names", autocomplete: .givenName, in: state)
            TextField("family", label: "Family name", hint: "As on the letter", in: state)
            DayField("born", label: "Date of birth", birthday: true, in: state)
            DayField("next", label: "Next interview", .typed, in: state)
            MoneyField("cost", label: "Cost", optional: true, in: state)
            Radios(
                "reason", label: "Why?", [Choice("health", "Health", hint: "No note"), Choice("care", "Care")],
                in: state)
            Checkboxes("needs", label: "Needs", [Choice("lift", "A lift"), Choice("loop", "A loop")], in: state)
            Select("provider", label: "Provider", [Choice("1", "One"), Choice("2", "Two")], in: state)
            TextArea("note", label: "Note", in: state)
            Checkbox("told", label: "I told the customer", in: state)
            TextField("secret", label: "Password", kind: .password, in: FormState(FormFields(["secret": "hunter2"])))
            FieldGroup("In the room") { SubmitButton("Put the interview off") }
        }
    }

    private func page() throws -> HTMLNode { try HTMLPage(form.render()).root }

    @Test("Every input that is seen has a label or, in a group, a label and a legend")
    func labels() throws {
        let page = try page()
        let named = Set(page.all("label").compactMap { $0["for"] })
        for input in page.all() where ["input", "select", "textarea"].contains(input.name) && input["type"] != "hidden"
        {
            #expect(named.contains(try #require(input["id"])))
        }
        #expect(page.all("fieldset").allSatisfy { $0.first("legend") != nil })
    }

    @Test("No id is used twice, and everything that is pointed at is there")
    func ids() throws {
        let page = try page()
        let ids = page.all().compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for node in page.all() {
            for id in (node["aria-describedby"] ?? "").split(separator: " ") { #expect(ids.contains(String(id))) }
            if node.name == "label" { #expect(ids.contains(node["for"] ?? "")) }
        }
    }

    @Test("The summary links to the first input of each field that is wrong, and has the focus")
    func summary() throws {
        let page = try page()
        let problems = try #require(page.first { $0.has(class: "problems") })
        #expect(problems["tabindex"] == "-1")
        #expect(problems["autofocus"] != nil)
        #expect(problems.all("a").map { $0["href"] } == ["#family", "#born", "#reason"])
        #expect(problems.text.contains("There is no room before September."))
        for link in problems.all("a") {
            let id = String(try #require(link["href"]).dropFirst())
            #expect(page.element(id: id)?.name == "input")
        }
    }

    @Test("An error stands after its field and is read with it; a hint stands before")
    func errorAndHint() throws {
        let page = try page()
        let family = try #require(page.element(id: "family"))
        #expect(family["aria-describedby"] == "family-hint family-error")
        #expect(family["aria-invalid"] == "true")
        #expect(page.element(id: "family-error")?.text == "Error: Fill in “Family name”.")
        let order = page.all().compactMap { $0["id"] }.filter { $0.hasPrefix("family") }
        #expect(order == ["family-hint", "family", "family-error"])
        #expect(page.element(id: "given")?["aria-invalid"] == nil)
    }

    @Test("What was typed is kept, but for a password")
    func kept() throws {
        let page = try page()
        #expect(page.element(id: "given")?["value"] == "Rosa <3")
        #expect(page.element(id: "born")?["value"] == "31")
        #expect(page.element(id: "note")?.text == "\none\ntwo")
        #expect(
            page.all("input").filter { $0["name"] == "reason" && $0["checked"] != nil }.map { $0["value"] } == ["care"])
        #expect(page.element(id: "secret")?["value"] == nil)
    }

    @Test("A date is three boxes that a phone gives figures for and a browser can fill in")
    func day() throws {
        let boxes = try page().all("input").filter { $0["name"]?.hasPrefix("born-") == true }
        #expect(boxes.map { $0["name"] } == ["born-day", "born-month", "born-year"])
        #expect(boxes.allSatisfy { $0["inputmode"] == "numeric" })
        #expect(boxes.map { $0["autocomplete"] } == ["bday-day", "bday-month", "bday-year"])
    }

    @Test("The form speaks the language of its words")
    func welsh() throws {
        let welsh = FormState(FormFields(), errors: FormErrors([Refusal("x", "Nodwch", field: "a")]), words: .welsh)
        let page = try HTMLPage(
            PostForm(to: "/x", seal: FormSeal(csrf: "0", command: Identifier(high: 0, low: 1)), state: welsh) {
                TextField("a", label: "Enw", optional: true, in: welsh)
            }.render()
        ).root
        #expect(page.text.contains("Mae problem"))
        #expect(page.element(id: "a-error")?.text == "Gwall: Nodwch")
        #expect(!page.text.contains("optional"))
    }
}
