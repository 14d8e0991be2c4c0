import Casework
import Kernel

/// What the provider has earned for one customer, may still earn, or can no longer earn, a sentence each.
struct MoneySection: Component {
    let page: CustomerPage
    let account: PaymentAccount

    var body: some HTML {
        Section("Money", id: "money") {
            PaymentLines(lines: account.lines, role: page.actor.role)
            if Powers.grant(.readProof, to: page.actor.role, as: page.relation) != nil {
                p { Link("Payments for this customer", to: SiteURL.why(page.seen.id).address) }
            }
        }
    }
}

/// Lines in three lists: due, not yet, never.
struct PaymentLines: Component {
    let lines: [DueLine]
    let role: Role

    var body: some HTML {
        if lines.isEmpty {
            EmptyState("No payment stands or waits.", comes: "The first is for the attachment.")
        }
        list("Due", lines.filter { if case .due = $0.state { true } else { false } })
        list("Not yet", lines.filter { if case .notYet = $0.state { true } else { false } })
        list("Never", lines.filter { if case .never = $0.state { true } else { false } })
    }

    @HTMLBuilder private func list(_ heading: String, _ lines: [DueLine]) -> some HTML {
        if !lines.isEmpty {
            h3 { heading }
            ul {
                ForEach(lines) { [opens] line in
                    li {
                        if opens {
                            Link(line.sentence, to: SiteURL.line(line.key.description).address)
                        } else {
                            line.sentence
                        }
                    }
                }
            }
        }
    }

    /// A line has a page of its own for those who read payments.
    private var opens: Bool { Powers.grant(.readPayments, to: role, as: .none) != nil }
}
