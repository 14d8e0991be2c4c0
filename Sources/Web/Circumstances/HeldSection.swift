import Casework
import Kernel
import Office

/// What is held of each kind on the day: the fact, how old it is, whose word it is, and what it was before (G-246).
struct HeldSection: Component {
    let page: CircumstancesPage

    private var kinds: [ChangeKind] {
        ChangeKind.allCases.filter { $0 != .benefit && $0 != .work && page.seen.sight.sees($0.category) }
    }

    var body: some HTML {
        Section("What is held", id: "held") {
            SummaryList {
                ForEach(kinds) { kind in
                    SummaryRow(kind.title, change: change(kind)) { value(kind) }
                }
                if page.seen.sight.sees(.money) {
                    SummaryRow(ChangeKind.benefit.title, change: change(.benefit)) { benefits }
                }
                if page.seen.sight.sees(.work) {
                    SummaryRow(ChangeKind.work.title, change: change(.work)) {
                        p(.class("hint")) { "Jobs are on the customer’s page. Other news of work is told here." }
                    }
                }
            }
            if page.offers.may(.confirmContacts), !page.isCustomer, let asked {
                PostForm(
                    to: SiteURL.form(.confirmContacts, page.subject).address,
                    seal: page.visit.seal(seen: page.seen.sequence)
                ) {
                    p(.class("hint")) { asked }
                    Buttons { SubmitButton("Still right", .secondary) }
                }
            }
            if !hidden.isEmpty, !page.isCustomer {
                p(.class("hint")) {
                    "Not yours to see or to record: \(hidden.joined(separator: ", ")). Only the person can open them to you."
                }
            }
        }
    }

    private var hidden: [String] {
        var seen = Set<Casework.Category>()
        return ChangeKind.allCases.map(\.category)
            .filter { !page.seen.sight.sees($0) && seen.insert($0).inserted }.map(\.title)
    }

    /// Which ways to reach them can be said to be right still; nil where there is none, or it was said today.
    private var asked: String? {
        let sure = ChangeKind.contacts.compactMap { kind in
            page.held.lastSure(of: kind, on: page.day).map { (title: kind.title.inSentence, day: $0.recorded.day) }
        }
        guard sure.contains(where: { $0.day < page.day }) else { return nil }
        let titles = sure.map(\.title).joined(separator: ", ")
        return "If they say that these are still right: \(titles). Do not read them out."
    }

    private func change(_ kind: ChangeKind) -> String? {
        guard page.offers.may(.reportChange) else { return nil }
        return SiteURL.itemForm(.reportChange, page.subject, item: kind.rawValue).address
    }

    private func value(_ kind: ChangeKind) -> Fragment {
        let status = page.held.status(of: kind, on: page.day)
        let earlier = page.held.spells(of: kind).filter { $0 != status.held }.reversed()
        return Fragment {
            if let held = status.held {
                p {
                    page.shown(held.detail, kind)
                    if status.disputed != nil {
                        Fragment {
                            " "; StatusTag("Disputed", .attention)
                        }
                    }
                    if status.failed != nil {
                        Fragment {
                            " "; StatusTag("Doubtful", .attention)
                        }
                    }
                }
                p(.class("hint")) {
                    "From \(held.from.written)" + (held.until.map { " to \($0.written)" } ?? "")
                        + ". \(page.whose(held))"
                }
                if kind == .caring { times(held) }
                OfferedButtons {
                    if kind.isContact, held.detail.open.words != nil {
                        page.offers.plain(
                            .contactFailed, "It did not reach them", about: kind.title.inSentence, item: kind.rawValue)
                    }
                }
            } else {
                p(.class("hint")) { "Nobody has told us." }
            }
            if !earlier.isEmpty {
                Disclosure("\(kind.title): earlier and later (\(earlier.count))") {
                    ul {
                        ForEach(Array(earlier)) { spell in
                            li {
                                "\(page.shown(spell.detail, kind)), \(spell.from.written)"
                                    + (spell.until.map { " to \($0.written)" } ?? " on") + ". \(page.whose(spell))"
                            }
                        }
                    }
                }
            }
        }
    }

    /// Hours of care that no weekly time says when: the plan can go round times alone (G-011).
    @HTMLBuilder private func times(_ held: HeldCircumstance) -> some HTML {
        if let plan = page.seen.plan, (held.detail.open.hours ?? 0) > 0, page.offers.may(.planTime),
            !plan.commitments(on: page.day).contains(where: { $0.times.kind == .caring })
        {
            p {
                "The plan does not know at which times. "
                a(.href(CommitmentForm.address(of: .caring, page.subject))) { "Keep the times of caring free" }
            }
        }
    }

    private var benefits: Fragment {
        Fragment {
            if page.held.benefits.isEmpty { p(.class("hint")) { "Nobody has told us." } }
            ForEach(page.held.benefits) { code in
                let spells = page.held.spells(of: code)
                let now = spells.last { $0.covers(page.day) } ?? spells.last
                if let now {
                    p { line(code, now) }
                    p(.class("hint")) { whose(now) }
                }
                if spells.count > 1 {
                    Disclosure("\(page.benefit(code)): earlier and later (\(spells.count - 1))") {
                        ul {
                            ForEach(Array(spells.filter { $0 != now }.reversed())) { spell in
                                li { "\(line(code, spell)). \(whose(spell))" }
                            }
                        }
                    }
                }
            }
        }
    }

    /// `Known. The jobcentre, recorded by Nell Marsh on 9 August 2012 (12 days ago).`
    private func whose(_ spell: BenefitSpell) -> String {
        let day = spell.event.recorded.day
        return
            "\(spell.certainty.title). \(spell.source.title), recorded by \(page.opened.names.person(spell.event.by.person)) on \(day.written) (\(WrittenDay.distance(from: page.day, to: day)))."
    }

    private func line(_ code: String, _ spell: BenefitSpell) -> String {
        let so =
            switch spell.on {
            case true: "On \(page.benefit(code))"
            case false: "Off \(page.benefit(code))"
            default: "Not known whether on \(page.benefit(code))"
            }
        return "\(so), \(spell.from.written)" + (spell.until.map { " to \($0.written)" } ?? " on")
    }
}

/// On the customer's page: what is doubtful or on its way, and where the rest is.
struct CircumstancesSection: Component {
    let page: CustomerPage

    var body: some HTML {
        if let held = page.seen.circumstances {
            let open = held.changes.filter(\.isOpen)
            let failed = ChangeKind.contacts.filter { held.status(of: $0, on: page.day).failed != nil }
            Section("Circumstances", id: "circumstances") {
                if !failed.isEmpty {
                    p {
                        StatusTag("Doubtful", .attention)
                        " \(failed.map(\.title).joined(separator: ", "))"
                    }
                }
                ForEach(open) { change in
                    p {
                        "Told us: \(change.kind.news) on \(change.event.recorded.day.written). "
                        change.state == .disputed ? "Disputed." : "\(change.progress)."
                    }
                }
                if !page.isPast {
                    p {
                        Link(
                            "Contacts, household and other circumstances",
                            to: SiteURL.circumstances(page.seen.id).address)
                    }
                }
            }
        }
    }
}
