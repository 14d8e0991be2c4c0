import Casework
import Kernel
import Office

/// The changes that somebody still has something to do about, the newest first.
struct OpenChanges: Component {
    let page: CircumstancesPage

    var body: some HTML {
        let open = page.held.changes.filter(\.isOpen).reversed()
        if !open.isEmpty {
            Section("Told, and on its way", id: "open") {
                ForEach(Array(open)) { change in ChangeArticle(page: page, change: change) }
            }
        }
    }
}

/// The changes that are settled, folded away with every version.
struct SettledChanges: Component {
    let page: CircumstancesPage

    var body: some HTML {
        let settled = page.held.changes.filter { !$0.isOpen }.reversed()
        if !settled.isEmpty {
            Disclosure("Changes that are settled (\(settled.count))") {
                ForEach(Array(settled)) { change in ChangeArticle(page: page, change: change) }
            }
        }
    }
}

/// One change: what was said, by whom, every version, and how far it has come with whom.
struct ChangeArticle: Component {
    let page: CircumstancesPage
    let change: ReportedChange

    var body: some HTML {
        article(.class("change-told")) {
            h3 {
                "\(change.kind.news.capitalisedFirst) "
                tag
            }
            p { strong { page.shown(change.detail, change.kind) } }
            p(.class("hint")) {
                "From \(change.terms.from.written)" + (change.terms.until.map { " to \($0.written)" } ?? "")
                    + ". \(page.whose(change))"
            }
            if let effect {
                NoticeBox(.attention, title: "Weeks that were counted") {
                    page.isCustomer ? OwnTellWords.owesNothing() : effect.sentence
                }
            }
            ForEach(change.disputes) { one in version(one) }
            ForEach(change.resolutions) { one in p { decided(one) } }
            if let withdrawn = change.withdrawn {
                p {
                    "Taken back by \(who(withdrawn.event)) on \(withdrawn.event.recorded.day.written): “\(withdrawn.why.value?.text ?? "Erased")”"
                }
            }
            if change.told.isEmpty {
                p(.class("hint")) { "Nobody else has been told of it." }
            } else {
                p { "\(change.progress)." }
                ul { ForEach(change.told) { one in li { progress(one) } } }
            }
            OfferedButtons { buttons }
        }
    }

    private var item: String { change.id.description }
    private var about: String { change.kind.news }

    @HTMLBuilder private var buttons: some HTML {
        let mine = change.told.contains(page.visit.actor.organisation) && !page.isCustomer
        let disputed = !change.openDisputes.isEmpty
        if mine, !disputed, change.applied[page.visit.actor.organisation] == nil {
            if change.acknowledged[page.visit.actor.organisation] == nil { send(.acknowledgeChange, "Acknowledge") }
            send(.applyChange, "Our records hold it")
        }
        if mine || page.isCustomer, change.withdrawn == nil {
            page.offers.link(.disputeChange, "Dispute", about: about, item: item)
        }
        if disputed { page.offers.link(.resolveChange, "Decide which stands", about: about, item: item) }
        if change.withdrawn == nil, !change.isNewsOfJob, mayWithdraw {
            page.offers.link(.withdrawChange, "Take it back", about: about, item: change.event.id.description)
        }
    }

    private var mayWithdraw: Bool {
        let (by, actor) = (change.event.by, page.visit.actor)
        if page.isCustomer { return by.person == actor.person }
        return by.organisation == actor.organisation || page.seen.keepers?.contains(actor.organisation) == true
    }

    private func send(_ form: CaseFormName, _ words: String) -> PostForm<Element<Both<String, Element<String>>>>? {
        guard page.offers.may(form) else { return nil }
        return PostForm(
            to: SiteURL.itemForm(form, page.subject, item: item).address,
            seal: page.visit.seal(seen: page.seen.sequence)
        ) {
            button(.submits()) {
                words
                span(.class("unseen")) { " (\(about))" }
            }
        }
    }

    private var effect: BenefitEffect? {
        page.seen.effect(of: change.id, on: page.day, programmes: page.visit.office.programmes)
    }

    private func who(_ stamp: EventStamp) -> String {
        "\(page.opened.names.person(stamp.by.person)), \(page.opened.names.organisation(stamp.by.organisation))"
    }

    private func version(_ dispute: ReportedChange.Dispute) -> Fragment {
        Fragment {
            p {
                "\(who(dispute.event)) "
                if let other = dispute.other {
                    "holds another version: "
                    strong { page.shown(other, change.kind) }
                } else {
                    "says that this is wrong"
                }
                ". “\(dispute.why.value?.text ?? "Erased")” "
                span(.class("hint")) { dispute.event.recorded.day.written }
            }
        }
    }

    private func decided(_ resolution: ReportedChange.Resolution) -> String {
        let what =
            switch resolution.stands {
            case .reported: "What was told stands."
            case .before: "What was held before stands."
            case .dispute(let id):
                "The version of "
                    + (change.disputes.first { $0.id == id }.map {
                        page.opened.names.organisation($0.event.by.organisation)
                    } ?? "another") + " stands."
            }
        let job =
            change.isNewsOfJob && change.withdrawn == nil && resolution.stands != .reported
            ? " The record of the job still stands; where that is wrong too, take back the job or its end." : ""
        return
            "\(what) Decided by \(who(resolution.event)) on \(resolution.event.recorded.day.written): “\(resolution.why.value?.text ?? "Erased")”\(job)"
    }

    private func progress(_ organisation: Identifier<Organisation>) -> String {
        let name = page.name(organisation)
        if let applied = change.applied[organisation] { return "\(name): applied on \(applied.recorded.day.written)" }
        if let acknowledged = change.acknowledged[organisation], !change.left.contains(organisation) {
            return "\(name): acknowledged on \(acknowledged.recorded.day.written), not applied yet"
        }
        if change.left.contains(organisation) { return "\(name): no longer helps, so nothing waits for them" }
        return "\(name): not acknowledged yet"
    }

    private var tag: StatusTag {
        switch change.state {
        case .waiting: StatusTag(change.state.title, .waiting)
        case .acknowledged: StatusTag(change.state.title, .live)
        case .applied: StatusTag(change.state.title, .done)
        case .disputed: StatusTag(change.state.title, .attention)
        case .withdrawn: StatusTag(change.state.title, .closed)
        }
    }
}
