import Casework
import Kernel
import Office

/// A list of people, which says to its reader on what ground they are on it (K-007).
enum PeopleList {
    case today, shared, caseload, inbox, search, payments, requests
    /// Those whom a report on assessments counts.
    case assessed
    /// The register of an information session: the reader's own organisation's, or another's.
    case register(isOwn: Bool)
    /// Those of whom a safety notice is in force, or lapsed and is not ended.
    case noticed

    static let question = "Why can I see these people?"

    /// The ground, in a sentence for a reader: their role, their organisation, and whom the list holds.
    func reason(for who: SignedIn) -> String {
        "As \(who.author.role.title.lowercased()) at \(who.organisation) you see \(whom(who.author.role))."
    }

    /// Whom the list holds for a role; *it* is the reader's organisation. The scopes are those of the queries
    /// (`CaseloadQuery.Scope`, `DueLinesQuery.Scope`, `Office.find`, `Office.session`).
    private func whom(_ role: Role) -> String {
        switch self {
        case .caseload: customers(of: role)
        case .today: "\(customers(of: role)), those booked with you today, and those of whom it was told a change"
        case .shared: "those who chose to share something of their record with it, as long as that holds"
        case .inbox:
            "those who were referred to it, or whom another organisation asks it to take on, and who have no adviser yet"
        case .search:
            Powers.grant(.registerCustomer, to: role, as: .none) == nil
                ? "those who match and whose record is open to you, and nobody else"
                : "everybody on the register who matches, so that one person has one record"
        case .register(isOwn: true): "everybody invited to a session that it holds, by name, to know who comes"
        case .register(isOwn: false): "those invited whose record it keeps, and nobody else"
        case .noticed: "those whom it keeps or has and of whom there is a safety notice that nobody has ended"
        case .payments:
            role == .providerManager
                ? "what is due to it, for each person by a reference and not by name"
                : "what is due in the areas it commissions, for each person by a reference and not by name"
        case .requests: "those who asked something about a record that it keeps"
        case .assessed:
            "those who were referred in the areas it commissions, as counts: nobody by name or by a reference, and never fewer than five"
        }
    }

    private func customers(of role: Role) -> String {
        switch role {
        case .adviser, .teamManager: "those whose record it keeps"
        case .providerManager: "those who were referred or passed on to it"
        default: "those who are assigned to you"
        }
    }
}

extension Page {
    /// The page with why its reader may see the people it lists.
    func listing(_ list: PeopleList, for who: SignedIn) -> Page {
        var page = self
        page.why = Fragment {
            Disclosure(PeopleList.question) {
                p {
                    "\(list.reason(for: who)) Where the page about one of them is open to you, it says what you see, and why."
                }
            }
        }
        return page
    }
}
