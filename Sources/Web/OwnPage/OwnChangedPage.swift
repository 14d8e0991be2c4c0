import Casework
import Kernel
import Office

/// What others did since the reader was last here.
struct OwnChangedPage {
    private static let most = 60

    let own: OwnVisit
    let entries: [Casework.TimelineEntry]

    init(_ own: OwnVisit) {
        self.own = own
        entries = own.changed
    }

    var page: Page {
        Page(OwnChangedWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            if let since = own.visitor.lastHere { p { OwnChangedWords.since(since.day.saidInFull, since.saidClock) } }
            if entries.isEmpty {
                EmptyState(OwnChangedWords.nothing(), comes: OwnChangedWords.nothingComes())
            } else {
                OwnEntries(own: own, entries: Array(entries.prefix(Self.most)))
            }
            p { Link(OwnHomeWords.journey(), to: SiteURL.meJourney().address) }
        }
    }
}

extension OwnVisit {
    /// What others put on the journey since the reader was last here; nothing on the first time.
    var changed: [Casework.TimelineEntry] {
        visitor.lastHere == nil ? [] : entries.filter(isNew)
    }

    /// Whether somebody else put an entry there since the reader was last here.
    func isNew(_ entry: Casework.TimelineEntry) -> Bool {
        guard let since = visitor.lastHere else { return false }
        return entry.recorded > since && entry.by.person != visit.actor.person
    }
}
