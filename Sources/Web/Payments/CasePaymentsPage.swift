import Casework
import Hummingbird
import Kernel
import Office

/// What is due for one customer, what is not yet, and what never will be: three lists.
struct CasePaymentsPage {
    let opened: OpenedCase

    static func load(_ visit: Visit) async throws -> CasePaymentsPage {
        CasePaymentsPage(opened: try await visit.office.open(try visit.subject, as: visit.actor, to: .readProof))
    }

    var page: Page {
        Page(
            "Payments: \(opened.seen.title)",
            trail: [
                Link("Payments", to: SiteURL.payments([]).address),
                Link(opened.seen.title, to: SiteURL.customer(opened.seen.id).address),
            ], section: SiteURL.payments([]).address
        ) {
            part("Due", id: "due", lines { if case .due = $0 { true } else { false } }, "Nothing is due yet.")
            part(
                "Not yet", id: "not-yet", lines { if case .notYet = $0 { true } else { false } }, "Nothing is waiting.")
            part("Never", id: "never", lines { if case .never = $0 { true } else { false } }, "Nothing is ruled out.")
        }.about(opened.seen)
    }

    private func lines(_ wanted: (DueLine.State) -> Bool) -> [DueLine] {
        opened.accounts.flatMap(\.lines).filter { wanted($0.state) }
    }

    private func part(_ heading: String, id: String, _ lines: [DueLine], _ none: String) -> some HTML {
        Section("\(heading) (\(lines.count))", id: id) {
            if lines.isEmpty {
                p(.class("empty")) { none }
            } else {
                ul { ForEach(lines) { line in li { LineItem(line: line, today: opened.today) } } }
            }
        }
    }
}

/// One line as a sentence that opens.
struct LineItem: Component {
    let line: DueLine
    let today: CalendarDay

    var body: some HTML {
        a(.href(SiteURL.line(line.key.description).address)) { line.sentence }
        if case .notYet(_, let earliest?) = line.state {
            " At the earliest "
            WrittenDay(earliest, today: today)
            "."
        }
    }
}
