import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Commands by the API")
struct APICommandTests {
    private func key(_ number: UInt64) -> HTTPFields {
        [.idempotencyKey: Identifier<Command>(high: 0x0137_0000_0000_7000, low: 1 << 63 | number).description]
    }

    private func booking(_ town: Partnership, minutes: JSON = 45) -> JSON {
        [
            "purpose": "first", "day": "2012-09-12", "time": "10:30", "minutes": minutes, "mode": "phone",
            "adviser": .text(town.adviser.author.person), "office": .text(town.adviser.author.organisation),
        ]
    }

    @Test("A command is done once, and a repeat gets the first answer (design §4.2)", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let subject = try await town.assigned()
        let program = try await town.program(town.adviser)
        let path = "/customers/\(subject)/forms/book"
        let first = try await program.post(path, booking(town), key(1))
        #expect(first.status == 200, "\(first.json)")
        let file = try await town.file(subject)
        let booked = try #require(file.appointments.last)
        #expect(first.json["sequence"]?.int == file.sequence)
        #expect(first.json["events"] == [.text(booked.booked.id)] && first.json["command"] == .text(booked.id))
        #expect(booked.slot.minutes == 45 && booked.slot.mode == .phone)

        // The record goes on meanwhile; the answer stays what it was, whatever order its members come in.
        try await town.book(subject, on: Partnership.monday.adding(days: 4), purpose: .review)
        let reversed = JSON.object((booking(town).members ?? []).reversed())
        let again = try await program.post(path, reversed, key(1))
        #expect(again.json == first.json && again.web.header("Idempotency-Replayed") == "true")
        #expect(try await town.file(subject).appointments.count == 2)

        let other = try await program.post(path, booking(town, minutes: 60), key(1))
        #expect(other.status == 409 && other.code == "command.used-already")
        try await town.close()
    }

    @Test("A form is asked what it takes from this reader of this record, and takes just that")
    func asked() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let program = try await town.program(town.adviser)
        let asked = try await program.get("/customers/\(subject)/forms/book")
        #expect(asked.status == 200 && asked.json["values"]?["minutes"] == 60)
        let mode = asked.json["schema"]?["properties"]?["mode"]
        #expect(mode?["oneOf"]?.array?.contains(["const": "phone", "title": "By phone"]) == true)
        #expect(asked.json["schema"]?["properties"]?["time"]?["description"]?.string?.contains("9:30") == true)
        let manager = try await town.program(town.manager)
        let change = try await manager.get("/customers/\(subject)/forms/change-adviser")
        let advisers = change.json["schema"]?["properties"]?["adviser"]?["oneOf"]?.array ?? []
        #expect(advisers.contains { $0["title"]?.string?.hasPrefix("Ben Okoro") == true })
        try await town.close()
    }

    @Test("Everything wrong is told at once, each about its field, and nothing is recorded")
    func wrong() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let program = try await town.program(town.adviser)
        let path = "/customers/\(subject)/forms/book"
        let before = try await town.file(subject).sequence
        let bad = try await program.post(
            path,
            [
                "purpose": "chat", "day": "12 September 2012", "time": "half ten", "minutes": "45", "mode": nil,
                "adviser": true, "office": ["a", "b"], "colour": "red",
            ])
        #expect(bad.status == 422 && bad.code == "form.refused")
        let fields = Set(bad.json["errors"]?.array?.compactMap { $0["field"]?.string } ?? [])
        #expect(fields.isSuperset(of: ["purpose", "day", "time", "minutes", "mode", "adviser", "office"]))
        var more = booking(town).members ?? []
        more.append(.init("colour", "red"))
        let unknown = try await program.post(path, .object(more))
        #expect(unknown.json["errors"]?.array?.first?["code"] == "form.unknown")
        let rule = try await program.post(path, booking(town, minutes: 481))
        #expect(rule.json["errors"]?.array?.first?["field"] == "minutes")
        #expect(try await town.file(subject).sequence == before)
        try await town.close()
    }

    @Test("What is not JSON, too much, or of another type is told apart")
    func unreadable() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let program = try await town.program(town.adviser)
        let path = "/customers/\(subject)/forms/book"
        func send(_ body: String, type: String = "application/json") async throws -> APIProgram.Answer {
            try await program.ask(.post, path, [.contentType: type], body: Array(body.utf8))
        }
        #expect(try await send("purpose=first", type: "application/x-www-form-urlencoded").status == 415)
        #expect(try await send("{\"purpose\":").status == 400)
        #expect(try await send("[1]").status == 422)
        #expect(try await send("{\"words\":\"\(String(repeating: "x", count: 70_000))\"}").status == 413)
        #expect(try await send("{}", type: "application/json; charset=utf-8").status == 422)
        let bad = try await program.post(path, booking(town), [.idempotencyKey: "one"])
        #expect(bad.status == 422 && bad.code == "command.id")
        try await town.close()
    }

    @Test("What somebody else changed meanwhile is said, where a command rests on it (409), or if all must stand (412)")
    func stale() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let program = try await town.program(town.jobcentreAdviser)
        let seen = try await town.file(subject).sequence
        let path = "/customers/\(subject)/forms/correct"
        let asked = try await program.get(path)
        var values = asked.json["values"]?.members ?? []
        values.removeAll { $0.name == "phone" }
        let first = try await program.post("\(path)?seen=\(seen)", .object(values + [.init("phone", "07700 900 111")]))
        #expect(first.status == 200, "\(first.json)")
        let late = JSON.object(values + [.init("phone", "07700 900 222")])
        let stale = try await program.post("\(path)?seen=\(seen)", late)
        #expect(stale.status == 409 && stale.code == "form.stale")
        #expect(stale.json["detail"]?.string?.contains("Dana Whitlock changed this record") == true)
        let matched = try await program.post(path, late, [.ifMatch: "\"\(seen)\""])
        #expect(matched.status == 412 && matched.code == "record.changed")
        let now = try await town.file(subject).sequence
        #expect(try await program.post(path, late, [.ifMatch: "\"\(now)\""]).status == 200)
        try await town.close()
    }

    @Test("A person is registered once, one alike is pointed out, and a token without the power is refused (G-004)")
    func register() async throws {
        let town = try await Partnership()
        let dana = try await town.program(town.jobcentreAdviser)
        let rosa: JSON = ["given": "Rosa", "family": "Parr", "born": "1990-05-04", "email": "rosa@example.org"]
        let made = try await dana.post("/customers", rosa, key(1))
        #expect(
            made.status == 201 && made.web.header("Location")?.hasSuffix("\(key(1)[.idempotencyKey] ?? "")") == true)
        #expect(try await dana.post("/customers", rosa, key(1)).json == made.json)
        let alike = try await dana.post("/customers", rosa, key(2))
        #expect(alike.status == 409 && alike.code == "customer.alike")
        #expect(alike.json["alike"]?.array?.first?["case"] == made.json["command"])
        let new = try await dana.post("/customers", .object((rosa.members ?? []) + [.init("new", true)]), key(3))
        #expect(new.status == 201)
        let ben = try await town.program(town.adviser)
        #expect(try await ben.post("/customers", rosa).code == "power.none")
        let reader = try await town.program(town.jobcentreAdviser, [.read])
        #expect(try await reader.post("/customers", rosa).code == "token.scope")
        try await town.close()
    }

    @Test("The same answers by the page and by the API make the same facts")
    func oneParse() async throws {
        let town = try await Partnership()
        let (one, two) = (try await town.attached("Rosa", "Parr"), try await town.attached("Tom", "Hale", hour: 12))
        let browser = try await town.browser(town.adviser)
        try await browser.get(SiteURL.form(.planAction, one).address)
        try await browser.submit(
            "Put it on the plan",
            ["text": "See the bakery about the early shift", "owner": "customer", "due": "30 9 2012"])
        let program = try await town.program(town.adviser)
        let sent = try await program.post(
            "/customers/\(two)/forms/plan-action",
            ["text": "See the bakery about the early shift", "owner": "customer", "due": "2012-09-30"])
        #expect(sent.status == 200, "\(sent.json)")
        let (paged, programmed) = (try await town.file(one).plan.actions, try await town.file(two).plan.actions)
        #expect(paged.count == 1 && paged.map(\.terms) == programmed.map(\.terms))
        #expect(paged.map(\.text) == programmed.map(\.text))
        let object = try await program.post(
            "/customers/\(two)/forms/plan-object/\(programmed[0].id)",
            ["route": "by-phone", "words": "I look after my mother before nine."])
        #expect(object.status == 200, "\(object.json)")
        let plan = try await program.get("/customers/\(two)/plan")
        #expect(plan.json["actions"]?.array?.first?["state"] == "objected")
        try await town.close()
    }
}
