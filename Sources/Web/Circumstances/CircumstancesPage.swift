import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// What is held of a person's circumstances, whose word it is and how old, and the changes on their way.
    func addCircumstances(to router: Router<SiteContext>) {
        router.page(.circumstances, self) { visit in try await CircumstancesPage.load(visit).page }
    }
}

/// One person's circumstances, as far as the reader sees them, as they stand or as they were known on an earlier day.
struct CircumstancesPage {
    let visit: Visit
    let opened: OpenedCase
    let seen: SeenCase
    let held: Circumstances
    /// The day the page is read for.
    let day: CalendarDay
    let isPast: Bool
    /// What was typed to ask for an earlier day, and what is wrong with it.
    let asked: FormState

    static func load(_ visit: Visit) async throws -> CircumstancesPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        let typed = visit.query(CustomerPage.knownOn) ?? ""
        var asked = FormState(FormFields([CustomerPage.knownOn: typed]))
        var known: CalendarDay?
        do throws(Refusal) {
            if !typed.isEmpty { known = try TypedDay.read(typed) }
            if let day = known, day >= opened.today { known = nil }
        } catch {
            asked = asked.refused(error.about(CustomerPage.knownOn))
        }
        let seen =
            known.map { last in
                opened.seen.sight.see(
                    CaseFile(id: opened.seen.id, folding: opened.events.filter { $0.recorded.day <= last }))
            } ?? opened.seen
        guard let held = seen.circumstances else { throw unseen }
        return CircumstancesPage(
            visit: visit, opened: opened, seen: seen, held: held, day: known ?? opened.today, isPast: known != nil,
            asked: asked)
    }

    static let unseen = Refusal(
        "case.none",
        "You do not see this person’s circumstances. The page of the customer says what you see, and why.",
        rule: "K-007")

    var subject: Identifier<CaseFile> { seen.id }
    var isCustomer: Bool { visit.actor.role == .customer }
    var offers: OfferedForms {
        OfferedForms(actor: visit.actor, relation: opened.relation, subject: subject, isPast: isPast)
    }

    func name(_ organisation: Identifier<Organisation>) -> String {
        organisation == visit.actor.organisation && !isCustomer ? "Us" : opened.names.organisation(organisation)
    }

    func benefit(_ code: String) -> String {
        visit.office.programmes.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.benefit(code)?.title }.first
            ?? code
    }

    func shown(_ detail: HeldDetail, _ kind: ChangeKind) -> String {
        detail.value.map { $0.written(kind, benefit: benefit).replacing("\n", with: ", ") } ?? "Erased"
    }

    /// `Said, not checked. The customer told Nell Marsh, Ashcombe Council, by phone on 9 August 2012 (12 days ago).`
    func whose(_ change: ReportedChange) -> String {
        let by = change.event.by
        let day = change.event.recorded.day
        let ago = "\(day.written) (\(WrittenDay.distance(from: self.day, to: day)))"
        let heard = "\(opened.names.person(by.person)), \(opened.names.organisation(by.organisation))"
        let told =
            change.terms.source.isOwn
            ? (change.terms.route == .online
                ? "\(change.terms.source.title) said so online on \(ago)."
                : "\(change.terms.source.title) told \(heard), \(change.terms.route.title.inSentence), on \(ago).")
            : "\(heard), said so from their own records on \(ago)."
        return "\(change.terms.certainty.title). \(told)"
    }

    func whose(_ spell: HeldCircumstance) -> String {
        if spell.source != nil, let change = spell.change.flatMap({ held.change($0) }) { return whose(change) }
        let day = spell.event.recorded.day
        let by = spell.event.by
        let ago = "\(day.written) (\(WrittenDay.distance(from: self.day, to: day)))"
        let who = "\(opened.names.person(by.person)), \(opened.names.organisation(by.organisation))"
        return spell.change == nil
            ? "\(spell.certainty.title). Recorded in the details by \(who), on \(ago)."
            : "\(spell.certainty.title). The version of \(who), given on \(ago), and decided to stand."
    }

    var page: Page {
        Page(
            "Circumstances", lead: Fragment { p { lead } },
            trail: [Link(opened.seen.title, to: SiteURL.customer(subject).address)], width: .wide
        ) {
            if isPast {
                NoticeBox(.attention, title: "As known on \(WrittenDay.full(day))") {
                    "What was recorded later is left out. "
                    a(.href(SiteURL.circumstances(subject).address)) { "Show it as it stands" }
                }
            }
            DoubtfulNotice(page: self)
            OpenChanges(page: self)
            HeldIdentity(page: self)
            HeldSection(page: self)
            if seen.sight.sees(.contact) { CallerChecks(page: self) }
            SettledChanges(page: self)
            Disclosure("As it was known on an earlier day", open: isPast || !asked.errors.isEmpty) {
                form(.method(.get), .action(SiteURL.circumstances(subject).address)) {
                    DayField(CustomerPage.knownOn, label: "Day", .typed, in: asked)
                    Buttons { SubmitButton("Show what was known", .secondary) }
                }
            }
        }.about(seen)
    }

    private var lead: String {
        isCustomer
            ? "Tell us a change once. It goes to everybody who helps you and needs to know it."
            : "Record a change once: it goes to everybody whose records it touches. You see the parts that you may see."
    }
}

/// Ways to reach the person that did not.
private struct DoubtfulNotice: Component {
    let page: CircumstancesPage

    var body: some HTML {
        let failed = ChangeKind.contacts.compactMap { page.held.status(of: $0, on: page.day).failed }
        if !failed.isEmpty {
            NoticeBox(.attention, title: "Doubtful: ask the next time you speak") {
                ul {
                    ForEach(failed) { one in
                        li {
                            "\(one.kind.title): \(one.reason.words), on \(one.event.recorded.day.written). "
                            page.offers.plain(
                                .reportChange, "Record another, or say that it is right",
                                about: one.kind.title.inSentence,
                                item: one.kind.rawValue)
                        }
                    }
                }
            }
        }
    }
}

/// Checks of who was calling: what was asked and whether it passed.
private struct CallerChecks: Component {
    let page: CircumstancesPage

    var body: some HTML {
        Section("Who was calling", id: "calls") {
            let checks = page.held.checks.reversed()
            if checks.isEmpty {
                EmptyState("No caller has been checked.", comes: "What was asked stands here, never what was answered.")
            } else {
                ul {
                    ForEach(Array(checks.prefix(5))) { check in
                        li {
                            StatusTag(check.passed ? "Passed" : "Not passed", check.passed ? .done : .attention)
                            " \(check.caller.title), \(check.event.recorded.day.written), asked by \(page.opened.names.person(check.event.by.person)): \(check.questions.map(\.title.inSentence).joined(separator: ", "))"
                        }
                    }
                }
            }
            OfferedButtons { page.offers.link(.callerCheck, "Record a caller check") }
        }
    }
}
