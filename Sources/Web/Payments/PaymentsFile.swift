import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office
import Records

/// The lines of a page as a table for a spreadsheet: no names, and not without end.
enum PaymentsFile {
    /// The most lines in one file; a shorter period gives the rest.
    static let most = 20_000

    static func response(_ visit: Visit) async throws -> Response {
        let (filter, actor, today) = (PaymentsFilter(visit), visit.actor, visit.today)
        let text = try await visit.office.list(.readPayments, as: actor) { connection in
            let scope = try DueLinesQuery.Scope(actor, in: connection)
            let lines = try DueLinesQuery(
                scope, from: filter.from, to: min(filter.until, today), kind: filter.kind, limit: most
            ).page(in: connection)
            let providers = try OrganisationRegister.names(in: connection)
            var text = CSVText.row([
                "due_on", "key", "kind", "ordinal", "group", "amount_pence", "status", "attached_on", "provider",
            ])
            for row in lines.rows {
                text += CSVText.row(
                    [
                        row.dueOn.description, row.key.description, row.key.kind.rawValue, String(row.key.ordinal),
                        row.group,
                        row.amount.map { String($0.pence) } ?? "", row.status?.rawValue ?? "unpriced",
                        row.attachedOn.description, row.provider.flatMap { providers[$0] } ?? "",
                    ])
            }
            for line in try ClericalLines.due(from: filter.from, to: min(filter.until, today), in: connection)
            where scope.holds(line) && (filter.kind == nil || filter.kind == line.kind) {
                text += CSVText.row(
                    [
                        line.dueOn.description, line.key, line.kind.rawValue, String(line.ordinal), line.group,
                        String(line.amount.pence), "clerical", "", providers[line.provider] ?? "",
                    ])
            }
            return text
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition:
                    "attachment; filename=\"payments-\(filter.from)-to-\(filter.until).csv\"",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
