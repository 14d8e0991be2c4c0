import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite("What is sent wrong to the API")
struct APIBadInputTests {
    /// No JSON, no object, and an object of which nothing fits.
    private static let bodies = [
        #"{"day": ["#, "[1]",
        #"{"words": {}, "on": "9999-12-31", "from": "0001-01-01", "amount": -1e300, "sure": "yes", "\u0000": null}"#,
    ]

    @Test("No operation fails on what it is sent, and every refusal says what is wrong with what")
    func bodies() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        for worker in [town.jobcentreAdviser, town.adviser] {
            var (program, calls) = (try await town.program(worker), 0)
            for operation in Operation.all where operation.method != .get && operation.enter == nil {
                let path = operation.path.replacing(/\{\w+\}/, with: "\(subject)")
                for body in Self.bodies {
                    calls += 1
                    // A token may be shown 240 times at once, and the clock stands still.
                    if calls % 200 == 0 { program = try await town.program(worker) }
                    let answer = try await program.ask(
                        operation.method, path, [.contentType: "application/json"], body: Array(body.utf8))
                    let said: Comment = "\(operation.id) \(body): \(answer.status) \(answer.json)"
                    #expect(answer.status < 500 && answer.status != 429, said)
                    guard answer.status >= 300 else { continue }
                    #expect(answer.code?.isEmpty == false && answer.json["detail"]?.string?.isEmpty == false, said)
                    for error in answer.json["errors"]?.array ?? [] {
                        #expect(error["field"]?.string != nil && error["detail"]?.string?.isEmpty == false, said)
                    }
                }
            }
        }
        try await town.close()
    }

    @Test("Where several fields are wrong each is named, with what it takes")
    func fields() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let refused = try await town.program(town.adviser).post(
            "/customers/\(subject)/forms/book", ["day": "soon", "minutes": "long", "shoes": true])
        #expect(refused.status == 422 && refused.code == "form.refused")
        #expect(refused.json["detail"]?.string?.contains("send it again") == true)
        let errors = refused.json["errors"]?.array ?? []
        let day = errors.first { $0["field"] == "day" && $0["code"] == "form.type" }
        #expect(day?["detail"]?.string?.contains("2012-06-21") == true, "\(errors)")
        let minutes = errors.first { $0["field"] == "minutes" && $0["code"] == "form.type" }
        #expect(minutes?["detail"]?.string?.contains("a whole number") == true)
        try await town.close()
    }
}
