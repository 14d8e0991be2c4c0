import Foundation
import GRDB
import Hummingbird
import Logging
import NIOCore

/// The same fifty customers on a page with nothing around it: no session, no filter, no counts, no frame. The row of the
/// audit is written, as the law of the house wants it, before the page is sent.
enum BarePage {
    static func serve(_ location: String, _ jobcentre: String) async throws {
        let path = location.hasPrefix("sqlite:") ? String(location.dropFirst("sqlite:".count)) : location
        var waiting = Configuration()
        waiting.busyMode = .timeout(5)
        let pool = try DatabasePool(path: path, configuration: waiting)
        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let found = try await pool.read {
            try String.fetchOne($0, sql: "SELECT id FROM organisations WHERE name = ?", arguments: [jobcentre])
        }
        guard let organisation = found else { throw CocoaError(.fileNoSuchFile) }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let router = Router()
        router.get("/caseload") { _, _ in
            let page = try await pool.read { try self.page(of: organisation, $0) }
            try await pool.write { try look(by: organisation, $0) }
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
        }
        let app = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileHandle.standardOutput.write(Data("http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n".utf8))
            }, logger: logger)
        try await app.runService()
    }

    private static func page(of jobcentre: String, _ database: Database) throws -> String {
        let rows = try Row.fetchCursor(
            try database.cachedStatement(
                sql: """
                    SELECT c.subject, i.given, i.family, c.state, c.payment_group, c.next_at, c.last_contact,
                        c.in_work_since, a.name
                    FROM caseload c LEFT JOIN identity i ON i.subject = c.subject
                        LEFT JOIN accounts a ON a.person = c.adviser
                    WHERE c.jobcentre = ? ORDER BY c.next_at, c.subject LIMIT 50
                    """), arguments: [jobcentre])
        var page = "<!doctype html><html lang=\"en\"><title>Caseload</title><table>"
        while let row = try rows.next() {
            page += "<tr><th scope=\"row\"><a href=\"/customers/\(row[0] as String)\">"
            page += escaped(row[1]) + " " + escaped(row[2]) + "</a></th>"
            for column in 3...8 { page += "<td>" + escaped(row[column]) + "</td>" }
            page += "</tr>"
        }
        return page + "</table></html>"
    }

    private static func escaped(_ text: String?) -> String {
        guard let text else { return "" }
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func look(by organisation: String, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO looks (id, looked, person, organisation, role, subject, act, reason, relation)
                VALUES (?, ?, ?, ?, 'team-manager', NULL, 'readCaseload', 'a list', NULL)
                """
        ).execute(arguments: [UUID().uuidString, "2013-06-30T23:59:00.000Z", organisation, organisation])
    }
}
