import Casework
import Kernel

/// That somebody may be in danger and nobody named has taken over, first of all on their page, for whoever is told of it;
/// and who took over lately, for whoever meets them.
struct UrgentNotice: Component {
    let page: CustomerPage

    var body: some HTML {
        ForEach(page.seen.urgent, content: waiting)
        ForEach(lately, content: takenOver)
    }

    /// Those that were handed over, for as long as the end of anything is said.
    private var lately: [UrgentPath] {
        guard page.relation != .oneself else { return [] }
        return (page.seen.safety?.urgent ?? []).filter { path in
            path.handedOver.map { page.day <= $0.event.recorded.day.adding(days: Due.daysSaid) } ?? false
        }
    }

    private func waiting(_ path: UrgentPath) -> some HTML {
        NoticeBox(.attention, title: "They may be in danger. Nobody named has taken over yet.") {
            p { "Recorded on \(path.opened.recorded.day.written) by \(page.names.person(path.opened.by.person))." }
            if let words = path.terms.value?.words { blockquote { words.text } }
            OfferedButtons {
                page.offers.link(.handOverUrgent, "Record who took over", item: path.id.description, primary: true)
                page.offers.link(.openUrgent, "Whom to ring, and what to say")
                hide(path)
            }
        }
    }

    private func takenOver(_ path: UrgentPath) -> some HTML {
        NoticeBox(title: "They were in danger on \(path.opened.recorded.day.written)") {
            if let terms = path.handedOver?.terms.value {
                p { "Taken over by \(terms.to.text). \(terms.route.title)." }
            } else {
                p { "Somebody took over. Who it was has been erased." }
            }
            if let words = path.terms.value?.words { blockquote { words.text } }
            OfferedButtons { hide(path) }
        }
    }

    private func hide(_ path: UrgentPath) -> LinkButton? {
        page.offers.link(
            .hideSafety, path.hidden ? "Show it to them" : "Keep it from their own page", item: path.id.description)
    }
}
