import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite("The description of the API")
struct DescriptionTests {
    private func document() async throws -> (Partnership, JSON) {
        let town = try await Partnership()
        let answer = try await APIProgram(client: try await town.browser()).get("/openapi.json")
        #expect(answer.status == 200)
        return (town, answer.json)
    }

    /// What a form takes, as it is described.
    private func taken(_ folder: String, _ name: String, _ hasItem: Bool, _ document: JSON) throws -> JSON? {
        let path = "\(folder)\(name)\(hasItem ? "/{item}" : "")"
        let operation = try #require(document["paths"]?[path]?["post"], "\(path)")
        let schema = operation["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(
            schema?["additionalProperties"] == false,
            "\(name): SpecimenCase holds nothing that this form can be about; add one of it there")
        return schema
    }

    @Test("Every form that is registered is described, field by field, with nobody telling the API of it")
    func forms() async throws {
        let (town, document) = try await document()
        for form in CaseForms.all {
            let schema = try taken("/customers/{case}/forms/", form.name.rawValue, form.hasItem, document)
            for member in schema?["properties"]?.members ?? [] {
                #expect(member.value["title"]?.string?.isEmpty == false, "\(form.name.rawValue).\(member.name)")
            }
        }
        try await town.close()
    }

    @Test("Every form of a customer's own page is described too")
    func ownForms() async throws {
        let (town, document) = try await document()
        for form in OwnForms.all {
            _ = try taken("/own/forms/", form.name.rawValue, form.hasItem, document)
        }
        let tell = document["paths"]?["/own/forms/tell/{item}"]?["post"]?["requestBody"]
        let fields = tell?["content"]?["application/json"]?["schema"]?["properties"]
        #expect(fields?["detail"] != nil && fields?["hours"] != nil && fields?["on"]?["type"] == "boolean")
        try await town.close()
    }

    @Test("A copy is described as the file it is, and answers to questions by what they may hold")
    func files() async throws {
        let (town, document) = try await document()
        let request = document["paths"]?["/customers/{case}/requests/{item}/copy/page"]?["get"]
        #expect(request?["responses"]?["200"]?["content"]?.members?.map(\.name) == ["text/html"])
        let part = document["paths"]?["/customers/{case}/assessments/{item}/sections/{section}"]?["post"]
        let schema = part?["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(schema?["patternProperties"]?.members?.map(\.name) == ["^q-."])
        let ask = document["paths"]?["/customers/{case}/requests"]?["post"]?["requestBody"]
        #expect(ask?["content"]?["application/json"]?["schema"]?["required"] == ["kind"])
        try await town.close()
    }

    @Test("Fields have their types, bounds and answers, and those asked of some readers alone are not required")
    func fields() async throws {
        let (town, document) = try await document()
        func schema(_ form: String) throws -> JSON {
            let operation = try #require(document["paths"]?["/customers/{case}/forms/\(form)"]?["post"], "\(form)")
            return try #require(operation["requestBody"]?["content"]?["application/json"]?["schema"])
        }
        let book = try schema("book")
        #expect(book["properties"]?["day"]?["format"] == "date")
        #expect(book["properties"]?["minutes"]?["minimum"] == 5 && book["properties"]?["minutes"]?["maximum"] == 480)
        #expect(book["properties"]?["mode"]?["enum"]?.array?.contains("phone") == true)
        #expect(book["properties"]?["adviser"]?["format"] == "uuid")
        #expect(
            Set(book["required"]?.array?.compactMap(\.string) ?? []) == [
                "purpose", "adviser", "office", "day", "time", "minutes", "mode",
            ])

        let handBack = try schema("hand-back")
        #expect(handBack["properties"]?["shown"]?["type"] == "boolean")
        let share = try schema("share")
        #expect(share["properties"]?["categories"]?["type"] == "array")
        #expect(share["properties"]?["categories"]?["minItems"] == 1)
        #expect(share["required"]?.array?.contains("how") == false, "the person themselves is not asked how")
        let answer = try schema("answer-share/{item}")
        #expect(answer["properties"]?["agreed"]?["type"] == "boolean")
        #expect(answer["properties"]?["until"] != nil, "asked after a yes alone")
        #expect(answer["required"]?.array?.contains("until") == false)
        let order = try schema("plan-order")
        #expect(order["patternProperties"]?.members?.first?.name == "^place-[0-9a-f-]{36}$")
        try await town.close()
    }

    @Test("It says nothing of anybody: no name, no reference of the store")
    func nobody() async throws {
        let (town, document) = try await document()
        let text = document.text
        for worker in town.workers { #expect(!text.contains(worker.name)) }
        #expect(!text.contains(town.adviser.author.organisation.description))
        try await town.close()
    }

    @Test("Every name it refers to is there, every operation has a name of its own, and every path answers")
    func whole() async throws {
        let (town, document) = try await document()
        let schemas = Set(document["components"]?["schemas"]?.members?.map(\.name) ?? [])
        for reference in Set(references(in: document)) {
            #expect(schemas.contains(reference.replacing("#/components/schemas/", with: "")), "\(reference)")
        }
        var ids: [String] = []
        let program = try await town.program(town.adviser)
        let nobody = APIProgram(client: try await town.browser())
        for path in document["paths"]?.members ?? [] {
            for operation in path.value.members ?? [] {
                ids.append(operation.value["operationId"]?.string ?? "")
                let address = path.name.replacing("{case}", with: "\(SpecimenCase.id)").replacing("{item}", with: "x")
                let method = try #require(HTTPRequest.Method(operation.name.uppercased()))
                let shut = try await nobody.ask(method, address)
                // Where customers come in there is no token yet: what was sent is looked at first.
                let takesNone = operation.value["security"] == .array([])
                #expect(shut.status == (takesNone ? 415 : 401), "\(method) \(path.name)")
                #expect(takesNone == (path.name == "/own/token" && method == .post))
                let answer = try await program.ask(method, address)
                #expect(
                    operation.value["responses"]?[String(answer.status)] != nil,
                    "\(method) \(path.name) answered \(answer.status)")
                #expect(answer.status < 500)
            }
        }
        #expect(ids.count == Set(ids).count && !ids.contains(""))
        try await town.close()
    }

    private func references(in json: JSON) -> [String] {
        switch json {
        case .array(let values): values.flatMap(references)
        case .object(let members):
            members.flatMap { member in
                member.name == "$ref" ? [member.value.string ?? ""] : references(in: member.value)
            }
        default: []
        }
    }

    @Test("People can read what there is, signed in or not")
    func page() async throws {
        let town = try await Partnership()
        for browser in [try await town.browser(), try await town.browser(town.adviser)] {
            let page = try await browser.get("/api")
            #expect(page.status == .ok && page.text.contains("/customers/{case}/forms/book"))
        }
        try await town.close()
    }
}
