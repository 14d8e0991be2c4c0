import Casework
import HTTPTypes
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("A person's rights by the API")
struct APIRightsTests {
    @Test("A copy is asked for, given out at once where nobody must read it, and is the file its page gives")
    func atOnce() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let rosa = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        let key: HTTPFields = [.idempotencyKey: "0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"]
        let asked = try await rosa.post("/customers/\(subject)/requests", ["kind": "access"], key)
        #expect(asked.status == 200, "\(asked.json)")
        let again = try await rosa.post("/customers/\(subject)/requests", ["kind": "access"], key)
        #expect(again.json == asked.json && again.web.header("Idempotency-Replayed") == "true")
        let path = "/customers/\(subject)/requests/\(try #require(asked.json["command"]?.string))"
        let read = try await rosa.get(path)
        #expect(read.json["request"]?["answer"] == "released" && read.json["request"]?["how"] == "online")
        #expect(read.json["unchanged"] == true && read.json["texts"]?.array?.isEmpty == true)

        let looks = try await town.looks()
        let data = try await rosa.file("\(path)/copy")
        #expect(data.header("Content-Disposition") == "attachment; filename=\"record-2012-09-10.json\"")
        #expect(read.json["given-out"]?["json"] == .string(Documents.digest(of: data.body)))
        let page = try await rosa.file("\(path)/copy/page")
        #expect(page.header("Content-Type") == "text/html; charset=utf-8" && page.text.contains("Rosa"))
        #expect(read.json["given-out"]?["html"] == .string(Documents.digest(of: page.body)))
        #expect(try await town.looks() == looks + 2)
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.get("\(path)/copy").code == "power.none")
        let reader = try await town.program(town.jobcentreAdviser, [.read])
        #expect(try await reader.post("/customers/\(subject)/requests", ["kind": "access"]).code == "token.scope")
        try await town.close()
    }

    @Test("What may speak of somebody else is decided on before the copy is given out (UK GDPR article 15(4))")
    func review() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        try await town.perform(
            AskConsent(
                terms: ConsentTerms(
                    recipient: town.manager.author.organisation, categories: [.plan], purpose: "training"),
                why: Words("Her neighbour Oriel thinks so.")), on: subject, as: town.jobcentreAdviser)
        let rosa = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        let asked = try await rosa.post("/customers/\(subject)/requests", ["kind": "access"])
        let path = "/customers/\(subject)/requests/\(try #require(asked.json["command"]?.string))"
        #expect(try await rosa.get("\(path)/copy").code == "copy.not-yet")
        #expect(try await rosa.get(path).json["texts"]?.array?.isEmpty == true)

        let farah = try await town.program(town.governanceLead())
        #expect(try await farah.get("/requests").json.array?.first?["case"] == .text(subject))
        let read = try await farah.get(path)
        let texts = read.json["texts"]?.array ?? []
        #expect(read.json["waiting"] == .int(texts.count))
        #expect(texts.contains { $0["words"]?.string?.contains("Oriel") == true }, "\(read.json)")
        #expect(try await farah.post("\(path)/release", [:]).code == "copy.unread")
        for bad: JSON in [[:], ["decisions": []], ["decisions": [["event": "x", "text": "words", "reason": "no"]]]] {
            #expect(try await farah.post("\(path)/review", bad).code == "form.refused", "\(bad)")
        }
        let decisions = texts.map { text in
            JSON.fields(["event": text["event"], "text": text["text"], "reason": "somebody-else"])
        }
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.post("\(path)/review", ["decisions": .array(decisions)]).code == "power.none")
        let decided = try await farah.post("\(path)/review", ["decisions": .array(decisions)])
        #expect(decided.status == 200, "\(decided.json)")
        let given = try await farah.post("\(path)/release", [:])
        #expect(given.status == 200 && given.json["covered"] == .int(texts.count), "\(given.json)")
        #expect(try await farah.post("\(path)/release", [:]).code == "rights.answered")
        let data = try await rosa.file("\(path)/copy")
        #expect(!data.text.contains("Oriel") && given.json["json"] == .string(Documents.digest(of: data.body)))
        try await town.close()
    }

    @Test("A correction is asked for, refused with a reason, and the person adds what they say of it")
    func correction() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let dana = try await town.program(town.jobcentreAdviser)
        let path = "/customers/\(subject)/requests"
        let early: JSON = ["kind": "correction", "on": "2012-09-11", "how": "by-phone", "words": "I was born in May."]
        #expect(try await dana.post(path, early).json["errors"]?.array?.first?["field"] == "on")
        let online = try await dana.post(path, ["kind": "correction", "on": "2012-09-10", "how": "online"])
        #expect(online.code == "consent.how")
        let asked = try await dana.post(
            path, ["kind": "correction", "on": "2012-09-07", "how": "by-phone", "words": "I was born in May."])
        #expect(asked.status == 200, "\(asked.json)")
        let id = try #require(asked.json["command"]?.string)
        let farah = try await town.program(town.governanceLead())
        let refused = try await farah.post(
            "/customers/\(subject)/forms/refuse-request/\(id)",
            ["reason": "accurate", "words": "Your birth certificate says February."])
        #expect(refused.status == 200, "\(refused.json)")
        let rosa = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        let stated = try await rosa.post(
            "/customers/\(subject)/forms/statement/\(id)", ["words": "It was May all the same."])
        #expect(stated.status == 200, "\(stated.json)")
        let read = try await rosa.get("\(path)/\(id)").json["request"]
        #expect(read?["refusal"] == "accurate" && read?["statement"] == "It was May all the same.")
        #expect(read?["due"] == "2012-10-07" && read?["how"] == "by-phone")
        #expect(try await rosa.get("\(path)/\(subject)").status == 404)
        try await town.close()
    }

    @Test("Nobody is erased but by who may, of what was read, and for somebody who asked (UK GDPR article 17)")
    func erasure() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let rosa = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        let asked = try await rosa.post("/customers/\(subject)/requests", ["kind": "erasure"])
        let path = "/customers/\(subject)/requests/\(try #require(asked.json["command"]?.string))/erase"
        let seen = try #require(asked.json["sequence"]?.int)
        #expect(try await rosa.post(path, ["sure": true, "seen": .int(seen)]).code == "token.scope")
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.post(path, ["sure": true, "seen": .int(seen)]).code == "power.none")
        let farah = try await town.program(town.governanceLead())
        #expect(try await farah.post(path, ["sure": false, "seen": .int(seen)]).code == "erase.sure")
        let unknown = try await farah.post(path, ["sure": true, "seen": .int(seen), "classes": ["everything"]])
        #expect(unknown.json["errors"]?.array?.first?["field"] == "classes", "\(unknown.json)")
        // The register of erasures is kept beside the key, which is not at hand here.
        let kept = try await farah.post(path, ["sure": true, "seen": .int(seen), "classes": ["identity"]])
        #expect(kept.status == 422 && kept.code == "erase.register", "\(kept.json)")
        #expect(try await farah.get("/customers/\(subject)/erasures").json.array?.isEmpty == true)
        #expect(try await dana.get("/customers/\(subject)/erasures").code == "power.none")
        #expect(try await town.file(subject).customer?.identity.value != nil)

        // Where it is at hand, it is done: class by class, with the proof to read after.
        let (keeper, office, register) = try await town.erasing(farah)
        let stale = try await keeper.post(path, ["sure": true, "seen": .int(seen - 1)])
        #expect(stale.code == "erase.stale", "\(stale.json)")
        let erased = try await keeper.post(
            path, ["sure": true, "seen": .int(seen), "classes": ["identity", "support"]])
        #expect(erased.status == 200, "\(erased.json)")
        #expect(erased.json["classes"] == .array(["identity", "support"]))
        #expect(erased.json["tell"]?.array?.contains { $0.string?.contains("may show a name") == true } == true)
        let proofs = try await keeper.get("/customers/\(subject)/erasures").json.array ?? []
        #expect(proofs.count == 1 && proofs.first == erased.json["proof"], "\(proofs)")
        #expect(try register.erasures().map(\.classes) == [[.identity, .support]])
        #expect(try await keeper.post(path, ["sure": true, "seen": .int(seen + 1)]).code == "rights.answered")
        let gone = try await town.file(subject)
        #expect(gone.customer != nil && gone.customer?.identity.value == nil)
        try await office.close()
        try await town.close()
    }
}
