import Casework
import Kernel

/// What the reader sees of one record and on what ground, in the words the person reads too (K-007).
struct SightDisclosure: Component {
    private let sight: Sight
    private let subject: Identifier<CaseFile>

    init(_ seen: SeenCase) {
        sight = seen.sight
        subject = seen.id
    }

    var body: some HTML {
        Disclosure(heading) {
            if seen.isEmpty { p { "Nothing of it is open to you." } }
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
            ? "You see nothing of this record. Why?"
            : "You see: \(seen.map(\.rawValue).joined(separator: ", ")). Why?"
    }

    private var mayReadLooks: Bool { Powers.grant(.readLooks, to: sight.role, as: sight.relation) != nil }
    private var seen: [Casework.Category] { Casework.Category.allCases.filter(sight.sees) }
    private var hidden: [Casework.Category] { Casework.Category.allCases.filter { !sight.sees($0) } }
}

extension Page {
    /// The page with why its reader may see the record it is about. Every staff page about one person has it.
    func about(_ seen: SeenCase) -> Page {
        var page = self
        page.why = Fragment { SightDisclosure(seen) }
        return page
    }
}
