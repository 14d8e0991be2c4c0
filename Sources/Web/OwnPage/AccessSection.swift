import Casework
import Kernel
import Records

/// The customer's own page and those who act for them, as staff see it.
struct AccessSection: Component {
    let page: CustomerPage
    let access: Access

    var body: some HTML {
        Section("Their own page", id: "own-page") {
            p { state }
            OfferedButtons {
                page.offers.link(.letIn, access.isOpen ? "Let them in again" : "Let them in")
                if access.isOpen { page.offers.link(.shutOut, "Close it") }
                page.offers.link(.nameSupporter, "Name a supporter")
            }
            let supporters = access.supporters.filter { $0.holds(on: page.day) }
            if !supporters.isEmpty {
                h3 { "Who acts for them" }
                ForEach(supporters) { one in
                    p {
                        strong { one.name }
                        if let who = one.details.value?.relationship, !who.isEmpty { " (\(who))" }
                        ": may \(one.terms.rights.map(\.words).joined(separator: "; ")), until \(one.terms.until.written). "
                        page.offers.plain(
                            .supporterCode, "Another code", about: "for \(one.name)", item: one.id.description)
                        " "
                        page.offers.plain(.endSupporter, "End it", about: "for \(one.name)", item: one.id.description)
                    }
                }
            }
            ForEach(access.lapsedSupporters(on: page.day)) { one in
                p { "\(one.name) could act for them until \(one.terms.until.written). That has ended." }
                OfferedButtons {
                    if page.offers.may(.nameSupporter) {
                        LinkButton(
                            "Name them again", to: SiteURL.nameAgain(one, of: page.offers.subject), about: one.name)
                    }
                }
            }
        }
    }

    private var state: String {
        if let closed = access.closed { return "Closed on \(closed.recorded.day.written)." }
        guard let last = access.invitations.last(where: { $0.supporter == nil }) else {
            return "They have not been let in to their own page yet."
        }
        let day = last.event.recorded.day.written
        guard last.route == .email else { return "Open. The last code was made on \(day)." }
        let stage =
            switch page.letters[last.event.id]?.stage {
            case .sent: "went"
            case .failed, .withheld: "could not go"
            case .waiting, nil: "is on its way"
            }
        return "Open. The last link by e-mail, of \(day), \(stage)."
    }
}
