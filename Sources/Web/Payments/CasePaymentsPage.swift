import Casework
import Hummingbird
import Kernel
import Office

/// What is due for one customer, what is not yet, and what never will be: three lists.
struct CasePaymentsPage {
    let opened: OpenedCase
    /// What was due and no longer is, each in a sentence.
    let lost: [String]

    static func load(_ visit: Visit) async throws -> CasePaymentsPage {
        let opened = try await visit.office.open(try visit.subject, as: visit.actor, to: .readProof)
        let programmes = visit.office.programmes
        return CasePaymentsPage(
            opened: opened,
            lost: opened.seen.noLongerDue(on: opened.today, programmes: programmes).map { $0.sentence(programmes) })
    }

    var page: Page {
        Page(
            "Payments: \(opened.seen.title)",
            trail: [
                Link("Payments", to: SiteURL.payments([]).address),
                Link(opened.seen.title, to: SiteURL.customer(opened.seen.id).address),
            ], section: SiteURL.payments([]).address
        ) {
            if !lost.isEmpty {
                Section("No longer due (\(lost.count))", id: "no-longer-due") {
                    ul { ForEach(lost) { sentence in li { sentence } } }
                }
            }
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

extension LineNoLongerDue {
    /// With the benefit in the words of the line’s programme.
    func sentence(_ programmes: [String: Programme]) -> String {
        sentence { programmes[line.key.programme]?.benefit($0)?.title ?? $0 }
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
