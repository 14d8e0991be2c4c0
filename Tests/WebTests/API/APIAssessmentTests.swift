import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Assessments by the API")
struct APIAssessmentTests {
    private let five = "five-section"

    /// The questions, and an assessment that was begun with them.
    private func begun(
        _ town: Partnership, _ program: APIProgram, _ subject: Identifier<CaseFile>
    ) async throws -> (instrument: JSON, path: String, id: String) {
        let made = try await program.post(
            "/customers/\(subject)/forms/assess", ["instrument": .string("\(five).1"), "mode": "private"])
        #expect(made.status == 200, "\(made.json)")
        let id = try #require(made.json["command"]?.string)
        let read = try await program.get("/instruments/\(five)/1")
        #expect(read.status == 200)
        return (read.json, "/customers/\(subject)/assessments/\(id)", id)
    }

    /// The first answer to every question that is asked and takes one of several.
    private func answers(_ asked: JSON) -> JSON {
        .object(
            (asked["schema"]?["properties"]?.members ?? []).compactMap { field in
                field.value["oneOf"]?.array?.first?["const"].map { JSON.Member(field.name, $0) }
            })
    }

    @Test("Questions are read, answered a part at a time, and come to a result that says why (C06, M-032)")
    func whole() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let ben = try await town.program(town.adviser)
        let offered = try await ben.get("/instruments").json.array ?? []
        #expect(offered.contains { $0["id"] == .string(five) && $0["version"] == 1 })
        let (instrument, path, id) = try await begun(town, ben, subject)
        let sections = instrument["sections"]?.array ?? []
        #expect(sections.first?["questions"]?.array?.first?["field"] == "q-cv")
        for section in sections.compactMap({ $0["id"]?.string }) {
            let asked = try await ben.get("\(path)/sections/\(section)")
            #expect(asked.status == 200, "\(asked.json)")
            let saved = try await ben.post("\(path)/sections/\(section)", answers(asked.json))
            #expect(saved.status == 200, "\(section): \(saved.json)")
        }
        let before = try await ben.get(path)
        #expect(before.json["open"]?.array?.isEmpty == true && before.json["came-to"] == nil, "\(before.json)")

        #expect(try await ben.post("/customers/\(subject)/forms/finish-assessment/\(id)", [:]).status == 200)
        let result = try await ben.get(path)
        #expect(result.json["came-to"]?.string != nil && result.json["could-be"]?.string != nil)
        let factors = result.json["factors"]?.array ?? []
        #expect(factors.contains { $0["title"] == "A CV ready to send" && $0["explains"]?.string?.isEmpty == false })
        #expect(!factors.contains { $0["section"] == "capacity" }, "Health is not theirs to see")

        // The adviser overrules it with a reason; the customer says what they make of it, themselves.
        let overruled = try await ben.post(
            "/customers/\(subject)/forms/stream/\(id)",
            ["rating": "amber", "stream": "skills", "words": "Has not slept for weeks."])
        #expect(overruled.status == 200, "\(overruled.json)")
        let rosa = try await town.ownProgram(of: subject, by: town.adviser)
        let said = try await rosa.post(
            "/customers/\(subject)/forms/say-of-assessment/\(id)", ["agrees": false, "words": "I can start now."])
        #expect(said.status == 200, "\(said.json)")
        let read = try await rosa.get(path)
        #expect(read.json["assessment"]?["rating"] == "amber" && read.json["assessment"]?["customer-agrees"] == false)
        #expect(read.json["settled"]?.array?.last?["overrules"] == true)
        #expect(read.json["settled"]?.array?.last?["why"] == "Has not slept for weeks.")
        #expect(try await rosa.post("\(path)/sections/access", ["q-cv": "yes"]).code == "token.scope")

        // Begun again, what was said this time is told beside it, and is no answer yet.
        let (_, again, _) = try await begun(town, ben, subject)
        let anew = try await ben.get(again)
        #expect(anew.json["answers"]?.array?.isEmpty == true, "\(anew.json)")
        let earlier = anew.json["earlier"]?.array ?? []
        #expect(earlier.contains { $0["field"] == "q-cv" && $0["day"] == .text(town.now.day) })
        #expect(try await ben.get("\(again)/sections/access").json["values"]?["q-cv"] == nil)
        #expect(try await ben.post("\(again)/sections/access", ["q-cv": "no"]).status == 200)
        let saved = try await ben.get(again)
        #expect(saved.json["earlier"]?.array?.contains { $0["field"] == "q-cv" } == false)
        try await town.close()
    }

    @Test("Answers are saved once, put off, taken away, and refused by the field they are about (G-018, K-007)")
    func answering() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let ben = try await town.program(town.adviser)
        let (_, path, id) = try await begun(town, ben, subject)
        let access = "\(path)/sections/access"
        let key: HTTPFields = [.idempotencyKey: "0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"]
        let some: JSON = ["q-cv": "old", "q-bank": "-"]
        let first = try await ben.post(access, some, key)
        #expect(first.status == 200, "\(first.json)")
        let again = try await ben.post(access, some, key)
        #expect(again.json == first.json && again.web.header("Idempotency-Replayed") == "true")
        #expect(try await ben.post(access, ["q-cv": "yes"], key).code == "command.used-already")
        func held() async throws -> [String: Answer] {
            try await town.file(subject).assessments.all.last?.answers ?? [:]
        }
        #expect(try await held() == ["cv": .chosen(["old"]), "bank": .putOff])
        #expect(try await ben.get(access).json["values"]?["q-cv"] == "old")
        #expect(try await ben.post(access, ["q-cv": nil]).status == 200)
        #expect(try await held() == ["bank": .putOff])

        for (body, code) in [
            (["q-cv": "perhaps"], "form.type"), (["q-travel": 30], "form.unknown"),
            (["q-nothing": nil], "form.unknown"),
        ] as [(JSON, String)] {
            let refused = try await ben.post(access, body)
            #expect(refused.status == 422, "\(body)")
            #expect(refused.json["errors"]?.array?.contains { $0["code"] == .string(code) } == true, "\(refused.json)")
        }
        let health = try await ben.post("\(path)/sections/capacity", ["q-health": "lot"])
        #expect(health.status == 422 && health.code == "assessment.consent", "\(health.json)")
        #expect(health.json["errors"]?.array?.first?["field"] == "q-health")
        #expect(try await ben.get("\(path)/sections/capacity").json["schema"]?["properties"]?.members?.isEmpty == true)
        let group = try await ben.post("\(path)/sections/access?mode=group", ["q-cv": "no"])
        #expect(group.status == 200, "\(group.json)")

        #expect(try await ben.get("\(path)/sections/nowhere").status == 404)
        #expect(try await ben.get("/customers/\(subject)/assessments/\(subject)").status == 404)
        #expect(try await ben.get("/instruments/\(five)/9").code == "instrument.none")
        let commissioner = try await town.program(town.commissioner)
        #expect(try await commissioner.get("/customers/\(subject)/assessments/\(id)").code == "sight.none")
        try await town.close()
    }
}
