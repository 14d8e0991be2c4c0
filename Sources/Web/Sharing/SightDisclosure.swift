import Casework
import Kernel

/// What the reader sees of one record and on what ground, in the words the person reads too (K-007).
struct SightDisclosure: Component {
    private let sight: Sight
    private let subject: Identifier<CaseFile>
    /// Whether the page shows who the person is as a search does.
    private let asSearched: Bool

    init(_ seen: SeenCase, asSearched: Bool = false) {
        sight = seen.sight
        subject = seen.id
        self.asSearched = asSearched
    }

    var body: some HTML {
        Disclosure(heading) {
            if seen.isEmpty {
                p {
                    asSearched
                        ? "A search shows who they are, and nothing else. The rest is not open to you until the record is taken up."
                        : "Nothing of it is open to you."
                }
            }
            if !seen.isEmpty { ul { ForEach(SightReasons(sight).sentences) { reason in li { reason } } } }
            if !hidden.isEmpty { p { "You do not see: \(hidden.map(\.title).joined(separator: ", "))." } }
            if sight.sees(.sharing) {
                p { Link("What is shared, and with whom", to: SiteURL.sharing(subject).address) }
                p { Link("What they asked about their record", to: SiteURL.rights(subject).address) }
            }
            if mayReadLooks { p { Link("Who looked at this record", to: SiteURL.looks(subject).address) } }
        }
    }

    private var heading: String {
        seen.isEmpty
            ? (asSearched
                ? "You see their name and birth date, which your search found, and nothing else of this record. Why?"
                : "You see nothing of this record. Why?")
            : "You see: \(seen.map(\.rawValue).joined(separator: ", ")). Why?"
    }

    private var mayReadLooks: Bool { Powers.grant(.readLooks, to: sight.role, as: sight.relation) != nil }
    private var seen: [Casework.Category] { Casework.Category.allCases.filter(sight.sees) }
    private var hidden: [Casework.Category] {
        Casework.Category.allCases.filter { !sight.sees($0) && !(asSearched && $0 == .identity) }
    }
}

extension Page {
    /// The page with why its reader may see the record it is about, and the way to help at once (G-079). Every staff page
    /// about one person has it.
    /// - Parameter asSearched: whether it shows who the person is as a search does, whatever else its reader sees.
    func about(_ seen: SeenCase, asSearched: Bool = false) -> Page {
        var page = self
        page.why = Fragment { SightDisclosure(seen, asSearched: asSearched) }
        if Powers.grant(.openUrgent, to: seen.sight.role, as: seen.sight.relation) != nil {
            page.urgent = Link(
                "Somebody may be in danger? What to do now", to: SiteURL.form(.openUrgent, seen.id).address)
        }
        return page
    }
}
