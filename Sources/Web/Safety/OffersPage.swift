import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// What each adviser of an organisation can offer, and the safeguarding lead's list of notices.
    func addOffers(to router: Router<SiteContext>) {
        router.page(.safetyNotices, self) { visit in
            try await NoticesPage.load(visit).page.listing(.noticed, for: visit.who)
        }
        router.page(.advisers, self) { visit in try await OffersPage.load(visit).page(visit) }
        router.form(.advisers, self) { visit, fields in try await OffersPage.send(visit, fields) }
    }
}

/// The advisers of a manager's own organisation, with a box for each thing that they can offer.
struct OffersPage {
    let advisers: [OfferingAdviser]

    static func load(_ visit: Visit) async throws -> OffersPage {
        OffersPage(advisers: try await visit.office.advisers(as: visit.actor))
    }

    func page(_ visit: Visit) -> Page {
        Page("Advisers", section: SiteURL.advisers.address) {
            p {
                "What each adviser can offer, in their own word. When somebody needs one of these, the list of advisers says who suits; what they need, and why, is not said."
            }
            if advisers.isEmpty { EmptyState("Nobody advises here.", comes: "Advisers with an account stand here.") }
            ForEach(advisers) { adviser in
                PostForm(to: SiteURL.advisers.address, seal: visit.seal()) {
                    h2 { adviser.name }
                    input(.type(.hidden), .name("person"), .value(adviser.person.description))
                    Checkboxes(
                        "offers-\(adviser.person)", label: "\(adviser.name):",
                        AdviserOffer.allCases.map { Choice($0.rawValue, $0.title) },
                        in: FormState(
                            FormFields(adviser.offers.map { ("offers-\(adviser.person)", $0.rawValue) })))
                    Buttons { SubmitButton("Save for \(adviser.name)", .secondary) }
                }
            }
        }
    }

    static func send(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        let person = try Identifier<Person>(fields["person"] ?? "")
        let offers = Set(fields.values("offers-\(person)").compactMap(AdviserOffer.init(rawValue:)))
        try await visit.office.setOffers(offers, of: person, as: visit.actor)
        return .done(.advisers, .offers)
    }
}
