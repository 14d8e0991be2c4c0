import Casework
import Kernel
import Office

/// What one person asked about their own record, and what came of it.
struct RightsPage {
    let opened: OpenedCase
    let requests: RightsRequests
    let isOneself: Bool
    let mayAsk: Bool

    static func load(_ visit: Visit) async throws -> RightsPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        guard let requests = opened.seen.rights else { throw SharingPage.unseen }
        return RightsPage(
            opened: opened, requests: requests, isOneself: opened.relation == .oneself,
            mayAsk: Powers.grant(.askRight, to: visit.actor.role, as: opened.relation) != nil)
    }

    private var subject: Identifier<CaseFile> { opened.seen.id }

    var page: Page {
        let page = Page(
            isOneself ? "Your rights over your record" : "Requests about this record", trail: [opened.wayBack]
        ) {
            p {
                isOneself
                    ? "You can ask for a copy of everything we hold about you, for something to be put right, or to be erased. It costs nothing, and it never changes the help you get."
                    : "A person can ask for a copy of their record, for a correction, or to be erased. They say so in any way they like, to anybody; it is answered within one month."
            }
            if mayAsk, opened.seen.identity != nil {
                Buttons {
                    LinkButton(
                        isOneself ? "Ask for something" : "Record what they ask", to: SiteURL.ask(subject).address,
                        primary: true)
                }
            }
            if requests.all.isEmpty {
                EmptyState("Nothing has been asked.", comes: "Requests and their answers are listed here.")
            } else {
                ForEach(requests.all.reversed()) { request in RequestEntry(request: request, subject: subject) }
            }
            if !opened.seen.erasures.isEmpty {
                Section("Erased", id: "erased") {
                    ForEach(opened.seen.erasures) { erased in
                        p {
                            "\(erased.event.day.written): \(erased.erasure.classes.map(\.title).joined(separator: "; ")). \(erased.erasure.why.title). "
                            erased.erasure.evidenceUntil.map {
                                "The proof of what was earned stays until \($0.written)."
                            }
                        }
                    }
                }
            }
        }
        return page.forReader(of: opened)
    }
}

extension OpenedCase {
    /// The page above those about rights: the person's own, or the customer's as staff see it.
    var wayBack: Link {
        relation == .oneself
            ? Link(OwnPage.home, to: SiteURL.me.address) : Link(seen.title, to: SiteURL.customer(seen.id).address)
    }
}

extension Page {
    /// The page as somebody's own, when the reader is the person it is about.
    func forReader(of opened: OpenedCase) -> Page {
        var page = self
        if opened.relation == .oneself { page.audience = .customer }
        return page
    }
}

private struct RequestEntry: Component {
    let request: RightsRequest
    let subject: Identifier<CaseFile>

    var body: some HTML {
        Section("\(request.asked.kind.title), asked on \(request.asked.on.written)", id: request.id.description) {
            p { request.stands }
            if let words = request.words.value { blockquote { words.text } }
            p { Link("Open this request", to: SiteURL.request(subject, request.id).address) }
        }
    }
}

extension RightsRequest {
    /// Where it stands, in a sentence or two.
    var stands: String {
        switch answer {
        case nil: "To be answered by \(due.written)."
        case .released(let release, let event):
            "The copy was given out on \(event.day.written)"
                + (release.covered == 0
                    ? "." : "; \(release.covered == 1 ? "1 text is" : "\(release.covered) texts are") covered.")
        case .corrected(_, let event): "Put right on \(event.day.written). What stood before is kept beside it."
        case .refused(let reason, let words, let event):
            "Refused on \(event.day.written). \(reason.title). " + (words.value.map { "“\($0.text)”" } ?? "")
        case .erased(let event): "Erased on \(event.day.written)."
        }
    }
}
