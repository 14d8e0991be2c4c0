import Casework
import HTTPTypes
import Kernel
import Records
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("Sessions and claims by the API")
struct APIJoiningTests {
    private func key(_ number: UInt64) -> HTTPFields {
        [.idempotencyKey: Identifier<Command>(high: 0x0137_0000_0000_7000, low: 1 << 63 | number).description]
    }

    /// Somebody invited to the session on Wednesday that the provider holds, and the address of their place.
    private func invited(
        _ town: Partnership
    ) async throws -> (subject: Identifier<CaseFile>, invitation: Identifier<SessionInvitation>, place: String) {
        let subject = try await town.register()
        let session = try await town.heldSession()
        let file = try await town.perform(InviteToSession(session: session), on: subject, as: town.jobcentreAdviser)
            .file
        let invitation = try #require(file.joining.invitations.last).id
        return (subject, invitation, "/sessions/\(session)/places/\(invitation)")
    }

    private func state(_ answer: APIProgram.Answer) -> JSON? { answer.json["places"]?.array?.first?["state"] }

    @Test(
        "Whoever holds a session records who came, once, and puts a mistake right, with nothing but a name to read (C02)",
        arguments: Engine.allCases)
    func host(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let (subject, _, place) = try await invited(town)
        let priya = try await town.program(town.manager)
        #expect(try await priya.post(place, ["came": true]).code == "session.to-come")
        town.move(to: day("2012-09-12"), hour: 11)
        let unsaid = try await priya.post(place, [:])
        #expect(unsaid.status == 422 && unsaid.json["errors"]?.array?.first?["field"] == "came")
        let came = try await priya.post(place, ["came": true], key(1))
        #expect(came.status == 200 && state(came) == "attended", "\(came.json)")
        let sequence = try await town.file(subject).sequence
        #expect(try await state(priya.post(place, ["came": true], key(1))) == "attended")
        #expect(try await town.file(subject).sequence == sequence)
        #expect(try await priya.post(place, ["came": false]).code == "session.ended")

        let unexplained = try await priya.post("\(place)/withdraw", [:])
        #expect(unexplained.status == 422 && unexplained.json["errors"]?.array?.first?["field"] == "words")
        let right = try await priya.post("\(place)/withdraw", ["words": "It was another Rosa."], key(2))
        #expect(right.status == 200 && state(right) == "invited", "\(right.json)")
        #expect(try await priya.post("\(place)/withdraw", ["words": "Again."]).code == "session.no-record")
        #expect(try await state(priya.post(place, ["came": false], key(3))) == "missed")
        let dana = try await town.program(town.jobcentreAdviser)
        let read = try await dana.get("/customers/\(subject)/joining")
        #expect(read.json["invitations"]?.array?.first?["outcome"] == "missed")

        #expect(try await priya.get("/customers/\(subject)").status != 200, "A name is all that the host reads")
        let others = try await town.program(town.otherManager)
        #expect(try await others.post(place, ["came": true]).code == "session.none")
        let reader = try await town.program(town.manager, [.read])
        #expect(try await reader.post(place, ["came": true]).code == "token.scope")
        try await town.close()
    }

    @Test("Whoever keeps the record corrects it by its form, and the register of the session says so (C02)")
    func corrected() async throws {
        let town = try await Partnership()
        let (subject, invitation, place) = try await invited(town)
        town.move(to: day("2012-09-12"), hour: 11)
        let priya = try await town.program(town.manager)
        #expect(try await state(priya.post(place, ["came": true])) == "attended")
        let dana = try await town.program(town.jobcentreAdviser)
        let form = "/customers/\(subject)/forms/withdraw-session/\(invitation)"
        #expect(try await dana.get(form).status == 200)
        let withdrawn = try await dana.post(form, ["words": "She rang to say she was ill."])
        #expect(withdrawn.status == 200, "\(withdrawn.json)")
        let session = place.replacing("/places/\(invitation)", with: "")
        #expect(try await state(priya.get(session)) == "invited")
        let read = try await dana.get("/customers/\(subject)/joining")
        #expect(read.json["invitations"]?.array?.first?["outcome"] == nil)
        try await town.close()
    }

    @Test("A claim’s questions begin with what the record holds, as the programme’s file says (C14)")
    func prefilled() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let staff = town.jobcentreAdviser
        let topics = town.office.programmes[Partnership.programme]?.referralInterview.map(\.id) ?? []
        try await town.perform(
            RecordReferralInterview(
                programme: Partnership.programme, explained: topics, inWriting: true, agreed: []), on: subject,
            as: staff)
        let dana = try await town.program(staff)
        func begins() async throws -> (ticked: Set<String>, prognosis: JSON?) {
            let asked = try await dana.get("/customers/\(subject)/forms/refer")
            #expect(asked.status == 200, "\(asked.json)")
            let ticked = (asked.json["values"]?.members ?? []).filter { $0.name.hasPrefix("circumstances") }
                .flatMap { $0.value.array ?? [] }
            return (Set(ticked.compactMap(\.string)), asked.json["values"]?["circumstance-prognosis"])
        }
        let before = try await begins()
        #expect(before.ticked.isEmpty && before.prognosis == nil)
        let told: [(ChangeKind, ChangeDetail)] = [
            (.caring, ChangeDetail(code: "adult", hours: 40)), (.household, ChangeDetail(code: "no-settled-home")),
            (.health, ChangeDetail(code: "6-months")),
        ]
        try await town.perform(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: staff.author.organisation, categories: [.household, .health], purpose: "support"),
                until: town.now.day.adding(days: 90), how: .signed), on: subject, as: staff)
        for (kind, detail) in told {
            try await town.perform(
                ReportChange(
                    kind, detail, from: town.now.day, source: .customer, route: .inPerson, heardInPrivate: true),
                on: subject, as: staff)
        }
        let after = try await begins()
        #expect(after.ticked == ["homeless", "carer-now-or-before", "full-time-carer"] && after.prognosis == 6)
        try await town.close()
    }
}
