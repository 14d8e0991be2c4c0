import Casework
import Kernel
import Office
import Records

/// What people asked about the records that an organisation keeps, and have not had an answer to; the first due first.
struct RequestsPage {
    let rows: [RequestRow]
    let today: CalendarDay

    static func load(_ visit: Visit) async throws -> RequestsPage {
        let organisation = visit.actor.organisation
        let rows = try await visit.office.list(.readRequests, as: visit.actor) { connection in
            try RequestRow.waiting(at: organisation, in: connection)
        }
        return RequestsPage(rows: rows, today: visit.today)
    }

    var page: Page {
        Page("Requests about records", section: SiteURL.requests.address, width: .wide) {
            if rows.isEmpty {
                EmptyState(
                    "Nobody waits for an answer.",
                    comes:
                        "When somebody asks for a copy of their record, for a correction or to be erased, it is listed here."
                )
            } else {
                DataTable("Waiting for an answer, the first due first", rows: rows, columns: columns)
            }
        }
    }

    private var columns: [Column<RequestRow>] {
        [
            Column("Who", .heading) { row in
                Link(row.name ?? "Erased", to: SiteURL.request(row.subject, row.request).address)
            },
            Column("Asks for") { $0.kind.title },
            Column("Asked") { WrittenDay($0.askedOn) },
            Column("Due") { [today] row in
                StatusTag(row.dueOn.written, row.dueOn < today ? .attention : .waiting)
            },
        ]
    }
}
