import Casework
import Hummingbird
import Kernel
import Office

/// One payment opened down to the weeks and the events it stands on.
struct LinePage {
    let line: DueLine
    let account: PaymentAccount
    let programme: Programme
    let opened: OpenedCase
    let tools: ServiceTools
    /// That it was due, and since when and why it no longer is.
    let lost: String?

    /// - Refuses: a key that no line has, or a case that is not the visitor's to open.
    static func load(_ visit: Visit) async throws -> LinePage {
        let key = try LineKey(visit.query("key") ?? "")
        let opened = try await visit.office.open(key.subject, as: visit.actor, to: .readProof)
        guard let programme = visit.office.programmes[key.programme],
            let account = opened.accounts.first(where: { $0.lines.contains { $0.key == key } }),
            let line = account.lines.first(where: { $0.key == key })
        else {
            throw Refusal(
                "line.none",
                "There is no such payment. It may rest on something that was since withdrawn: look at the case.")
        }
        let programmes = visit.office.programmes
        let lost = opened.seen.noLongerDue(on: opened.today, programmes: programmes).first { $0.line.key == key }
        return LinePage(
            line: line, account: account, programme: programme, opened: opened, tools: visit.office.tools,
            lost: lost?.sentence(programmes))
    }

    var page: Page {
        Page(
            line.title,
            trail: [
                Link("Payments", to: SiteURL.payments([]).address),
                Link(opened.seen.title, to: SiteURL.why(opened.seen.id).address),
            ], section: SiteURL.payments([]).address, width: .wide
        ) {
            p { strong { line.sentence } }
            if let lost { p { lost } }
            facts
            if line.key.kind != .attachment, line.amount != nil { weeks }
            events
        }.about(opened.seen)
    }

    private var facts: some HTML {
        SummaryList {
            SummaryRow("Amount") {
                if let amount = line.amount {
                    "\(amount.value), \(amount.status.title)"
                } else {
                    "Unpriced: no tariff says what it is worth"
                }
            }
            if let amount = line.amount { SummaryRow("Where the amount comes from") { amount.source } }
            SummaryRow("Programme") { programme.title }
            SummaryRow("Payment group") { programme.group(line.group).map { "\($0.id): \($0.title)" } ?? line.group }
            if let provider = line.provider { SummaryRow("Provider") { opened.names.organisation(provider) } }
            SummaryRow("Customer") { a(.href(SiteURL.customer(opened.seen.id).address)) { opened.seen.title } }
            SummaryRow("Reference") { line.key.description }
        }
    }

    // MARK: Weeks

    /// The weeks the line stands on and those that lie between them; all there are while it is not reached.
    var shown: [WeekInWork] {
        guard let first = line.weeks.first, let last = line.weeks.last else { return account.weeks }
        return account.weeks.filter { (first...last).contains($0.number) }
    }

    @HTMLBuilder private var weeks: some HTML {
        let shown = shown
        let counted = shown.filter(\.counted).count
        if shown.isEmpty {
            EmptyState("No week of work is on the record.", comes: "Weeks stand here once a job is recorded.")
        } else {
            h2 { "Weeks in work: \(counted) of \(shown.count) count" }
            DataTable(
                "Weeks in work", rows: shown, captionIsUnseen: true,
                columns: [
                    Column("Week", .number) { week in week.number },
                    Column("Days") { week in "\(WrittenDay.short(week.from)) to \(WrittenDay.short(week.to))" },
                    Column("Counts?") { week in
                        if week.counted {
                            StatusTag("Counted", .done)
                        } else {
                            StatusTag("Not counted", .closed)
                            " \(week.why.map(\.sentence).joined(separator: " "))"
                        }
                    },
                    Column("Proof, and whose word") { [programme] week in
                        ProofOfWeek(week: week, programme: programme, accepts: asksForProof)
                    },
                ])
        }
    }

    private var asksForProof: Bool { !(account.terms?.proof.isEmpty ?? true) }

    // MARK: Events

    @HTMLBuilder private var events: some HTML {
        let proving = Set(line.proof)
        let entries = Casework.Timeline.entries(
            opened.events, through: opened.seen.sight, names: opened.names, programmes: [programme.id: programme],
            tools: tools
        ).filter { proving.contains($0.event) }.sorted { $0.sequence < $1.sequence }
        if entries.isEmpty {
            EmptyState("No event proves this yet.", comes: "What it stands on is listed here when it falls due.")
        } else {
            h2 { entries.count == 1 ? "It stands on 1 event" : "It stands on \(entries.count) events" }
            DataTable(
                "The events it stands on", rows: entries, captionIsUnseen: true,
                columns: [
                    Column("Day") { entry in WrittenDay(entry.day) },
                    Column("What", .heading) { entry in entry.headline },
                    Column("More") { entry in entry.detail ?? "" },
                    Column("Recorded by") { [names = opened.names] entry in
                        "\(entry.by.role.title), \(names.organisation(entry.by.organisation))"
                    },
                    Column("Recorded") { entry in WrittenMoment(entry.recorded) },
                    Column("Event", .number) { entry in entry.sequence },
                ])
        }
    }
}

/// What shows that a week was worked.
private struct ProofOfWeek: Component {
    let week: WeekInWork
    let programme: Programme
    let accepts: Bool

    var body: some HTML {
        if week.proofs.isEmpty {
            if accepts { StatusTag("None", .waiting) } else { "None is asked for" }
        } else {
            "\(words.joined(separator: "; "))"
            if !week.isProven { ". Not every day is covered." }
        }
    }

    private var words: [String] {
        var seen: [String] = []
        for proof in week.proofs {
            let text = "\(programme.proof(proof.kind)?.title ?? proof.kind), the \(proof.word)’s word"
            if !seen.contains(text) { seen.append(text) }
        }
        return seen
    }
}

extension DueLine {
    /// `Job outcome`, `Sustainment 3`
    var title: String { key.kind == .sustainment ? "\(key.kind.title) \(key.ordinal)" : key.kind.title }
}

extension SeenCase {
    /// The customer's name, or a short reference for whoever does not see names.
    var title: String { identity?.name ?? "Customer \(id.description.suffix(6))" }
}
