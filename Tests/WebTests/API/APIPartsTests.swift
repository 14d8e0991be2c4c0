import Casework
import Foundation
import HTTPTypes
import Kernel
import Records
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("The parts of a record by the API")
struct APIPartsTests {
    @Test("How to meet somebody safely is told to whoever meets them, and to nobody else even that there is something")
    func safety() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let path = "/customers/\(subject)/safety"
        let manager = try await town.program(town.manager)
        let before = try await manager.get(path)
        try await town.perform(
            RaiseSafetyNotice(
                terms: SafetyTerms(asks: [.twoPeople], words: Words("Ask Sam to sit in.")), review: day("2012-10-01")),
            on: subject, as: town.manager)
        try await town.perform(WishForAdviser(.woman), on: subject, as: town.adviser)
        let after = try await manager.get(path)
        #expect(before.status == 403 && before.code == "sight.none")
        #expect(after.status == 403 && after.json["detail"] == before.json["detail"])
        let read = try await town.program(town.adviser).get(path)
        #expect(read.status == 200, "\(read.json)")
        let notice = try #require(read.json["notices"]?.array?.first)
        #expect(notice["asks"] == ["two-people"] && notice["words"] == "Ask Sam to sit in.")
        #expect(notice["review"] == "2012-10-01" && notice["hidden"] == false && read.json["wish"] == "woman")
        // After its review day it says nothing.
        town.move(to: day("2012-10-02"))
        #expect(try await town.program(town.adviser).get(path).json["notices"]?.array?.isEmpty == true)
        try await town.close()
    }

    @Test("Each circumstance is a dated spell with its source, its certainty, how old it is and whose word it is (C14)")
    func circumstances() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let told = town.now.day
        try await town.perform(
            ReportChange(
                .phone, ChangeDetail(words: "07700 900456"), from: told, source: .customer, route: .inPerson),
            on: subject, as: town.adviser)
        town.move(to: told.adding(days: 3))
        let read = try await town.program(town.adviser).get("/customers/\(subject)/circumstances")
        #expect(read.status == 200)
        let phones = read.json["held"]?.array?.filter { $0["kind"] == "phone" } ?? []
        let now = try #require(phones.first { $0["today"] == true })
        #expect(now["detail"] == ["words": "07700 900456", "erased": false])
        #expect(now["source"] == "customer" && now["certainty"] == "claimed" && now["days-old"] == 3)
        #expect(now["event"]?["by"]?["name"] == "Ben Okoro" && now["event"]?["for"]?["name"] == "Northway Futures")
        let change = try #require(read.json["changes"]?.array?.first)
        #expect(change["id"] == now["change"] && change["state"] == "waiting" && change["route"] == "in-person")
        #expect(change["told"]?.array?.first?["organisation"]?["name"] == "Union Street Jobcentre")
        #expect(read.json["unseen"]?.array?.contains("health") == true)
        #expect(read.json["held"]?.array?.contains { $0["kind"] == "health" } == false)
        #expect(
            try await town.program(town.commissioner).get("/customers/\(subject)/circumstances").json["checks"]?
                .array?.isEmpty != false)
        try await town.close()
    }

    @Test("A session has its register for its host; what somebody was told of joining and decided is on their record")
    func joining() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let session = try await town.heldSession()
        try await town.perform(InviteToSession(session: session), on: subject, as: town.jobcentreAdviser)
        try await town.perform(
            TellOfJoining(
                programme: Partnership.programme,
                claim: ClaimAnswers(benefit: "IB", since: day("2010-01-01"), circumstances: []),
                sheet: Documents.digest(of: Array("What changes.".utf8))), on: subject, as: town.jobcentreAdviser)
        try await town.perform(
            DecideToJoin(
                programme: Partnership.programme, answer: .declines, signed: false, words: Words("Not this year.")),
            on: subject, as: town.jobcentreAdviser)

        let dana = try await town.program(town.jobcentreAdviser)
        let read = try await dana.get("/customers/\(subject)/joining")
        #expect(read.status == 200)
        let place = try #require(read.json["invitations"]?.array?.first)
        #expect(place["session"] == .text(session) && place["outcome"] == nil && place["basis"] == "voluntary")
        let told = try #require(read.json["told"]?.array?.first)
        #expect(told["programme"] == .string(Partnership.programme) && told["decides-from"]?.string != nil)
        #expect(read.json["decisions"]?.array?.first?["words"] == "Not this year.")

        let priya = try await town.program(town.manager)
        #expect(try await priya.get("/sessions").json.array?.first?["taken"] == 1)
        let register = try await priya.get("/sessions/\(session)")
        #expect(register.json["own"] == true && register.json["places"]?.array?.first?["name"] == "Rosa Parr")
        #expect(try await town.program(town.otherManager).get("/sessions/\(session)").code == "session.none")
        let writer = try await town.program(town.manager, [.write])
        #expect(try await writer.get("/sessions").code == "token.scope")
        try await town.close()
    }

    @Test("Everything else a page shows is read by whoever sees it there", arguments: Engine.allCases)
    func rest(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let subject = try await town.attached()
        let ben = try await town.program(town.adviser)
        for part in ["chain", "voices", "access", "requests"] {
            let read = try await ben.get("/customers/\(subject)/\(part)")
            #expect(read.status == 200, "\(part): \(read.json)")
        }
        let chain = try await ben.get("/customers/\(subject)/chain")
        #expect(chain.json["holders"]?.array?.last?["adviser"]?["name"] == "Ben Okoro")
        #expect(try await ben.get("/customers/\(subject)").json["interview"]?["in-writing"] == true)
        let commissioner = try await town.program(town.commissioner)
        let lines = try await commissioner.get("/customers/\(subject)/payments")
        #expect(lines.json.array?.first?["kind"] == "attachment" && lines.json.array?.first?["state"] == "due")
        #expect(try await commissioner.get("/customers/\(subject)/access").code == "sight.none")
        #expect(try await town.program(town.manager).get("/chain").json.array != nil)
        #expect(try await ben.get("/requests").code == "power.none")
        #expect(try await town.program(town.otherAdviser).get("/customers/\(subject)/chain").code == "case.none")
        try await town.close()
    }

    @Test("A photograph of proof comes in base64, once however often it is sent, and is read again")
    func photograph() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let started = try await town.perform(
            RecordJobStart(
                started: town.now.day, kind: .employed, hours: WeeklyHours(37),
                details: JobDetails(employer: "Corner Bakery")), on: subject, as: town.adviser)
        let job = try #require(started.file.employment.jobs.first).id
        town.move(to: town.now.day.adding(days: 14))
        let ben = try await town.program(town.adviser)
        let path = "/customers/\(subject)/forms/proof/\(job)"
        let asked = try await ben.get(path)
        #expect(asked.json["schema"]?["properties"]?["photograph"]?["contentEncoding"] == "base64")
        func proof(_ photograph: JSON) -> JSON {
            ["kind": "payslip", "from": "2012-09-10", "until": "2012-09-23", "photograph": photograph]
        }
        let letter: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + (0..<90_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let sent = JSON.string(Data(letter).base64EncodedString())
        let key: HTTPFields = [.idempotencyKey: "0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"]
        let noise = try await ben.post(path, proof(.string(Data("GIF89a\u{1}".utf8).base64EncodedString())))
        #expect(noise.json["errors"]?.array?.first?["field"] == "photograph")
        for bad: JSON in ["not base64!", 7] {
            #expect(try await ben.post(path, proof(bad)).json["errors"]?.array?.first?["code"] == "form.type")
        }
        let kept = try await ben.post(path, proof(sent), key)
        #expect(kept.status == 200, "\(kept.json)")
        #expect(try await ben.post(path, proof(sent), key).web.header("Idempotency-Replayed") == "true")
        let other = try await ben.post(path, proof(.string(Data(letter + [1]).base64EncodedString())), key)
        #expect(other.code == "command.used-already")
        let read = try await ben.get("/customers/\(subject)")
        let digest = try #require(read.json["proofs"]?.array?.first?["document"]?.string)
        let document = try await ben.get("/customers/\(subject)/documents/\(digest)")
        #expect(document.json["type"] == "image/jpeg" && document.json["content"] == sent)
        let large = "{\"photograph\":\"\(String(repeating: "A", count: APICall.mostWithFile))\"}"
        let refused = try await ben.ask(.post, path, [.contentType: "application/json"], body: Array(large.utf8))
        #expect(refused.status == 413 && refused.json["detail"]?.string?.contains("file") == true)
        try await town.close()
    }
}
