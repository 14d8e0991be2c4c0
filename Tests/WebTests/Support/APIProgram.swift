import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Office
import Records
import TestSupport
import Testing

@testable import Web

/// A program that uses the API with a token, as a partner's system would.
struct APIProgram: Sendable {
    let client: WebClient<SiteContext>
    var token: String?

    struct Answer: Sendable {
        let status: Int
        let json: JSON
        let web: WebAnswer

        var code: String? { json["code"]?.string }
    }

    func get(_ path: String, _ more: HTTPFields = [:]) async throws -> Answer {
        try await ask(.get, path, more, body: nil)
    }

    func post(_ path: String, _ body: JSON, _ more: HTTPFields = [:]) async throws -> Answer {
        try await send(.post, path, body, more)
    }

    /// What comes as a file, byte for byte.
    func file(_ path: String) async throws -> WebAnswer {
        var fields: HTTPFields = [:]
        if let token { fields[.authorization] = "Bearer \(token)" }
        return try await client.ask(.get, "/api/v1\(path)", headers: fields)
    }

    func put(_ path: String, _ body: JSON) async throws -> Answer { try await send(.put, path, body, [:]) }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSON, _ more: HTTPFields
    ) async throws -> Answer {
        var fields = more
        if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        return try await ask(method, path, fields, body: Array(body.text.utf8))
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> Answer {
        var fields = more
        if let token { fields[.authorization] = "Bearer \(token)" }
        let answer = try await client.ask(method, "/api/v1\(path)", headers: fields, body: body)
        return Answer(status: answer.status.code, json: try JSON(parsing: answer.body), web: answer)
    }
}

extension Partnership {
    /// A program that acts as somebody.
    func program(
        _ worker: Worker, _ scopes: Set<TokenScope> = [.read, .write], days: Int = 30
    ) async throws -> APIProgram {
        let made = try await office.issueToken(
            named: "A test", for: position(of: worker), scopes: scopes, days: days)
        return APIProgram(client: try await browser(), token: made.secret)
    }

    /// A program of the customer's own, let in by somebody who helps them.
    func ownProgram(of subject: Identifier<CaseFile>, by worker: Worker) async throws -> APIProgram {
        let invited = try await perform(InviteCustomer(route: .paper), on: subject, as: worker)
        let invitation = try #require(invited.file.access.invitations.last?.id)
        let code = try await office.code(of: invitation, on: subject, as: worker.author).code
        return APIProgram(client: try await browser(), token: try await office.ownToken(code: code).secret)
    }

    /// The same program at the same store with the register of erasures at hand, as where its key is.
    func erasing(
        _ program: APIProgram
    ) async throws -> (program: APIProgram, office: Office, register: ErasureRegister) {
        let keyring = try Keyring(MasterKey(bytes: Array(1...32)))
        let register = ErasureRegister(path: TestStore.newPath(".erasures"), keys: keyring)
        let office = try await Office(
            store, keyring: keyring, programmes: self.office.programmes, clock: self.office.clock, random: .seeded(19),
            erasures: register)
        let router = Site(office, options: ServeOptions()).router(logger: LogLines().logger)
        return (
            APIProgram(
                client: WebClient(router) { SiteContext(source: LoggerSource(logger: $0)) }, token: program.token),
            office, register
        )
    }

    func position(of worker: Worker) -> AccountRegister.Position {
        .init(person: worker.author.person, organisation: worker.author.organisation, role: worker.author.role)
    }
}
