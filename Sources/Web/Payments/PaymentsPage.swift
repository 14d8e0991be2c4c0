import Casework
import Hummingbird
import Kernel
import Office
import Records

extension DueLinesQuery.Scope {
    /// Whose payments somebody sees: the areas their organisation commissions, or what is due to it.
    init(_ actor: Author, in connection: any Connection) throws {
        self =
            actor.role == .providerManager
            ? .provider(actor.organisation)
            : .areas(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id))
    }
}

extension DueLinesQuery.Scope {
    /// Whether a line that was entered from paper is among them.
    func holds(_ line: ClericalLine) -> Bool {
        switch self {
        case .areas(let areas): areas.contains(line.area)
        case .provider(let provider): line.provider == provider
        case .programme(let programme): line.programme == programme
        }
    }
}

/// What fell due in a period: what it comes to, and the lines.
struct PaymentsPage {
    static let size = 50

    let filter: PaymentsFilter
    let totals: [PaymentTotal]
    let rows: [DueLineRow]
    let previous: Cursor?
    let next: Cursor?
    let providers: [Identifier<Organisation>: String]
    let today: CalendarDay
    let isProvider: Bool
    /// What named officers entered from paper.
    let clerical: [ClericalLine]
    let officers: [Identifier<Person>: String]

    static func load(_ visit: Visit) async throws -> PaymentsPage {
        let (filter, actor, today) = (PaymentsFilter(visit), visit.actor, visit.today)
        let place = try visit.query("at").map { try Cursor($0) }
        return try await visit.office.list(.readPayments, as: actor) { connection in
            let scope = try DueLinesQuery.Scope(actor, in: connection)
            // A line may be known before its day; it is due on it and not before.
            let last = min(filter.until, today)
            let lines = try DueLinesQuery(
                scope, from: filter.from, to: last, kind: filter.kind, after: place, limit: size
            ).page(in: connection)
            let clerical = try ClericalLines.due(from: filter.from, to: last, in: connection).filter {
                scope.holds($0) && (filter.kind == nil || filter.kind == $0.kind)
            }
            return PaymentsPage(
                filter: filter,
                totals: PaymentTotal.all(try DueLineTotals(scope, from: filter.from, to: last, in: connection)),
                rows: lines.rows, previous: lines.previous, next: lines.next,
                providers: try OrganisationRegister.names(in: connection),
                today: today, isProvider: actor.role == .providerManager, clerical: clerical,
                officers: try clerical.reduce(into: [:]) { names, line in
                    if names[line.officer] == nil {
                        names[line.officer] = try AccountRegister.name(of: line.officer, in: connection)
                    }
                })
        }
    }

    var page: Page {
        Page(
            "Payments", section: SiteURL.payments([]).address, failed: !filter.state.errors.isEmpty, width: .wide
        ) {
            PaymentsFilterForm(filter: filter)
            if totals.isEmpty {
                EmptyState(
                    "Nothing fell due from \(filter.words).", comes: "Payments appear here on the day they fall due.")
            } else {
                PaymentTotals(totals: totals, period: filter.words)
                h2 { "Lines" }
                if rows.isEmpty {
                    p(.class("empty")) { "No \(filter.kind?.title.lowercased() ?? "payment") fell due in this period." }
                } else {
                    lines
                }
            }
            if !clerical.isEmpty {
                ClericalSection(lines: clerical, providers: providers, officers: officers, period: filter.words)
            }
        }
    }

    @HTMLBuilder private var lines: some HTML {
        DataTable(
            "Due from \(filter.words), the oldest first", rows: rows, captionIsUnseen: true,
            columns: [
                Column("Due on") { row in WrittenDay(row.dueOn) },
                Column("Payment", .heading) { row in
                    a(.href(SiteURL.line(row.key.description).address)) {
                        "\(row.title), customer \(row.key.subject.description.suffix(6))"
                    }
                },
                Column("Amount", .number) { row in row.amount.map(\.description) ?? "Unpriced" },
                Column("Figure") { row in row.status?.title ?? "no tariff prices it" },
                Column("Group") { row in row.group },
                Column("Attached") { row in WrittenDay(row.attachedOn) },
                Column("Provider") { [providers] row in row.provider.flatMap { providers[$0] } ?? "None drawn" },
            ])
        Pager(
            shown: "\(rows.count) of \(grouped(count)) lines",
            previous: previous.map(address), next: next.map(address))
        p(.class("screen")) {
            a(.href(SiteURL.payments(filter.query + [("as", "csv")]).address), .download("payments.csv")) {
                "Download these lines as a table (CSV, no names)"
            }
        }
    }

    private func address(_ place: Cursor) -> String {
        SiteURL.payments(filter.query + [("at", place.description)]).address
    }

    private var count: Int {
        totals.filter { filter.kind == nil || $0.kind == filter.kind }.map(\.count).reduce(0, +)
    }
}

extension DueLineRow {
    /// `Job outcome`, `Sustainment 3`
    var title: String { key.kind == .sustainment ? "\(key.kind.title) \(key.ordinal)" : key.kind.title }
}

/// The period and the kind: a form that asks and changes nothing.
private struct PaymentsFilterForm: Component {
    let filter: PaymentsFilter

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(SiteURL.Route.payments.rawValue), .novalidate()) {
            if !filter.state.errors.isEmpty { ErrorSummary(filter.state) }
            TextField("from", label: "Due from", characters: 16, autocomplete: .off, in: filter.state)
            TextField("until", label: "to", characters: 16, autocomplete: .off, in: filter.state)
            Select("kind", label: "Kind", LineKind.allCases.map { Choice($0.rawValue, $0.title) }, in: filter.state)
            SubmitButton("Show these", .secondary)
        }
    }
}
