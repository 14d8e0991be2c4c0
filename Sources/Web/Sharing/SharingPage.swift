import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Who sees a record, on what ground, and what the person said about it.
    func addSharing(to router: Router<SiteContext>) {
        router.page(.sharing, self) { visit in
            let opened = try await visit.office.open(visit.subject, as: visit.actor)
            guard let consents = opened.seen.consents else { throw SharingPage.unseen }
            return SharingPage(
                opened: opened, consents: consents,
                commissioning: try await CommissioningBodies.load(of: opened.seen, in: visit.office),
                matrix: visit.office.sharing,
                offers: OfferedForms(
                    actor: visit.actor, relation: opened.relation, subject: opened.seen.id, isPast: false)
            ).page
        }
    }
}

/// Who can see one record now, and what waits for the person's answer.
struct SharingPage {
    let opened: OpenedCase
    let consents: Consents
    let commissioning: CommissioningBodies
    let matrix: SharingMatrix
    let offers: OfferedForms

    static let unseen = Refusal(
        "case.none", "You do not see what this person shares with others. Ask the service that keeps their record.")

    private var seen: SeenCase { opened.seen }

    var page: Page {
        let name = seen.identity?.name ?? "this customer"
        return Page("Sharing", trail: [Link(name, to: SiteURL.customer(seen.id).address)]) {
            p {
                "What is not listed for an organisation is shut to it, and a “no” never changes the help somebody gets."
            }
            p {
                "A jobcentre or a council that does not see this record can still find the name, birth date and National Insurance number by a search, so that nobody is registered twice."
            }
            OfferedButtons {
                offers.link(.share, "Record what they agreed to share", primary: true)
                offers.link(.packet, "Send what they told to several services")
                offers.link(.askShare, "Ask to share")
            }
            if !consents.waiting.isEmpty {
                Section("Waiting for an answer", id: "waiting") { ForEach(consents.waiting, content: question) }
            }
            Section("Who sees this record now", id: "now") {
                ForEach(seen.allViewers(commissioners: commissioning.organisations), content: viewer)
            }
            if !consents.declined.isEmpty {
                Section("What they said no to", id: "said-no") {
                    ul { ForEach(consents.declined) { request in li { declined(request) } } }
                }
            }
            let over = consents.given.filter { !$0.holds(on: opened.today) }
            if !over.isEmpty {
                Section("Ended", id: "ended") {
                    ul {
                        ForEach(over) { consent in
                            li {
                                "\(opened.names.organisation(consent.terms.recipient)): \(list(consent.terms.categories)). "
                                consent.withdrawn.map { "Withdrawn on \($0.recorded.day.written)." }
                                    ?? "Ended on \(consent.until.written)."
                            }
                        }
                    }
                }
            }
        }.about(seen)
    }

    private func question(_ request: ConsentRequest) -> some HTML {
        let organisation = opened.names.organisation(request.terms.recipient)
        return Fragment {
            h3 { organisation }
            p { "Asked to see: \(list(request.terms.categories))." }
            if let purpose = matrix.purpose(request.terms.purpose) { p { "To \(purpose.words)." } }
            if let why = request.why.value { p { "“\(why.text)”" } }
            OfferedButtons {
                offers.link(
                    .answerShare, "Record the answer", about: "about \(organisation)", item: request.id.description)
            }
        }
    }

    /// What one organisation asked for and does not get by the answer.
    private func declined(_ request: ConsentRequest) -> String {
        let organisation = opened.names.organisation(request.terms.recipient)
        let day = (request.answered ?? request.asked).recorded.day.written
        guard !request.agreed.isEmpty else {
            return "\(organisation) asked to see \(list(request.declined)): they said no on \(day)."
        }
        return
            "\(organisation) asked also to see \(list(request.declined)): they said no to that on \(day), and yes to \(list(request.agreed))."
    }

    private func viewer(_ viewer: Viewer) -> some HTML {
        let organisation = commissioning.name(of: viewer.organisation, opened.names)
        let given = consents.holding(for: viewer.organisation, on: opened.today)
        return Fragment {
            h3 { organisation }
            ForEach(SightReasons(viewer.sight).sentences) { sentence in p { sentence } }
            ForEach(given) { consent in
                p {
                    offers.plain(
                        .withdrawShare, "Stop sharing \(list(consent.terms.categories))", about: "with \(organisation)",
                        item: consent.id.description)
                }
            }
        }
    }

    private func list(_ categories: [Casework.Category]) -> String {
        categories.map(\.title).joined(separator: ", ")
    }
}

/// Why one reader sees what they see: each ground once, with what it opens.
struct SightReasons {
    let sentences: [String]

    init(_ sight: Sight) {
        var grounds: [(sentence: String, categories: [String])] = []
        for category in Casework.Category.allCases {
            guard let sentence = sight.reason(for: category)?.sentence else { continue }
            if let found = grounds.firstIndex(where: { $0.sentence == sentence }) {
                grounds[found].categories.append(category.title)
            } else {
                grounds.append((sentence, [category.title]))
            }
        }
        sentences = grounds.map { "\($0.sentence) This opens: \($0.categories.joined(separator: ", "))." }
    }
}
