import Casework
import Kernel
import Office

/// What one person asked about their own record, and what came of it.
struct RightsPage {
    let visit: Visit
    let opened: OpenedCase
    let requests: RightsRequests
    let isOneself: Bool
    let mayAsk: Bool

    static func load(_ visit: Visit) async throws -> RightsPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        guard let requests = opened.seen.rights else { throw SharingPage.unseen }
        return RightsPage(
            visit: visit, opened: opened, requests: requests, isOneself: opened.relation == .oneself,
            mayAsk: Powers.grant(.askRight, to: visit.actor.role, as: opened.relation) != nil)
    }

    private var subject: Identifier<CaseFile> { opened.seen.id }
    private var mayErase: Bool { Powers.grant(.eraseRecord, to: visit.actor.role, as: opened.relation) != nil }

    /// Whether the person can have a copy from here: not while one that they asked for is being read through.
    private var offersCopy: Bool { isOneself && !requests.open.contains { $0.asked.kind == .access } }

    var page: Page {
        let page = Page(
            isOneself ? RightsWords.title() : "Requests about this record", trail: [opened.wayBack]
        ) {
            p {
                isOneself
                    ? RightsWords.lead()
                    : "A person can ask for a copy of their record, for a correction, or to be erased. They say so in any way they like, to anybody; it is answered within one month."
            }
            if mayAsk, opened.seen.identity != nil {
                if offersCopy {
                    PostForm(to: SiteURL.ask(subject).address, seal: visit.seal()) {
                        hidden("kind", RightsKind.access.rawValue)
                        hidden("fetch", "yes")
                        p { RightsWords.getCopyNote() }
                        Buttons { SubmitButton(RightsWords.getCopy()) }
                    }
                }
                Buttons {
                    LinkButton(
                        isOneself ? RightsWords.ask() : "Record what they ask", to: SiteURL.ask(subject).address,
                        primary: !offersCopy)
                }
            }
            if requests.all.isEmpty {
                EmptyState(RightsWords.none(), comes: RightsWords.noneComes())
            } else {
                ForEach(requests.all.reversed()) { request in
                    RequestEntry(request: request, subject: subject, isOneself: isOneself)
                }
            }
            if !opened.seen.erasures.isEmpty {
                Section(RightsWords.erased(), id: "erased") {
                    ForEach(opened.seen.erasures) { erased in
                        p {
                            RightsWords.erasedLine(
                                erased.event.day, erased.erasure.classes.map { told($0.title) }.joined(separator: "; "))
                            " \(told(erased.erasure.why.title)). "
                            erased.erasure.evidenceUntil.map { RightsWords.proofUntil($0) }
                        }
                    }
                }
            }
            if mayErase { ToPaperSection(subject: subject, seal: visit.seal()) }
        }
        return page.forReader(of: opened)
    }
}

extension OpenedCase {
    /// The page above those about rights: the person's own, or the customer's as staff see it.
    var wayBack: Link {
        relation == .oneself
            ? Link(OwnPageWords.home(), to: SiteURL.me.address)
            : Link(seen.title, to: SiteURL.customer(seen.id).address)
    }
}

extension Page {
    /// The page as somebody's own, when the reader is the person it is about; for staff, with why they see it.
    func forReader(of opened: OpenedCase) -> Page {
        var page = about(opened.seen)
        if opened.relation == .oneself { page.audience = .customer }
        return page
    }
}

private struct RequestEntry: Component {
    let request: RightsRequest
    let subject: Identifier<CaseFile>
    let isOneself: Bool

    var body: some HTML {
        Section(RightsWords.entry(request.asked.kind.said, request.asked.on), id: request.id.description) {
            p { request.stands }
            if let words = request.words.value { blockquote { words.text } }
            if isOneself, request.release != nil {
                p { Link(RightsWords.download(), to: SiteURL.copyPage(subject, request.id).address) }
            }
            p { Link(RightsWords.open(), to: SiteURL.request(subject, request.id).address) }
        }
    }
}

extension RightsRequest {
    /// Where it stands, in a sentence or two.
    var stands: String {
        switch answer {
        case nil: return RightsWords.due(due)
        case .released(let release, let event):
            let given = RightsWords.givenOut(event.day)
            switch release.covered {
            case 0: return given
            case 1: return "\(given) \(RightsWords.oneCovered())"
            default: return "\(given) \(RightsWords.covered(release.covered))"
            }
        case .corrected(_, let event): return RightsWords.putRight(event.day)
        case .refused(let reason, let words, let event):
            return RightsWords.refused(event.day, reason.said) + (words.value.map { " “\($0.text)”" } ?? "")
        case .erased(let event): return RightsWords.erasedOn(event.day)
        }
    }
}

extension RightsKind {
    var said: String {
        switch self {
        case .access: RightsWords.access()
        case .correction: RightsWords.correction()
        case .erasure: RightsWords.erasure()
        }
    }
}

extension RightsRefusal {
    /// In the reader's language.
    var said: String { RecordWords.of(title) }
}

extension ConsentRoute {
    /// How it was told, as the reader is told it: the person, or staff.
    func said(toOneself isOneself: Bool) -> String {
        switch self {
        case .online: isOneself ? RightsWords.online() : title
        case .inPerson: RightsWords.inPerson()
        case .byPhone: RightsWords.byPhone()
        case .signed: RightsWords.signed()
        }
    }
}
