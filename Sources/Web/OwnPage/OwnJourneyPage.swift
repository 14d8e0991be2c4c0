import Casework
import Kernel
import Office

/// Everything that happened, the newest first, thirty on a page.
struct OwnJourneyPage {
    private static let size = 30

    let own: OwnVisit
    let entries: [Casework.TimelineEntry]
    let shown: Range<Int>

    init(_ own: OwnVisit) {
        self.own = own
        let all = own.entries
        let first = own.visit.query("from").flatMap { Int($0) }
        let start = first.flatMap { first in all.firstIndex { $0.sequence == first } } ?? 0
        entries = all
        shown = start..<min(start + Self.size, all.count)
    }

    var page: Page {
        Page(OwnJourneyWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            if entries.isEmpty {
                EmptyState(OwnJourneyWords.nothing(), comes: OwnJourneyWords.nothingComes())
            } else {
                OwnEntries(own: own, entries: Array(entries[shown]))
                Pager(
                    shown: OwnJourneyWords.shown(shown.lowerBound + 1, shown.upperBound, entries.count),
                    previous: shown.lowerBound > 0 ? address(max(0, shown.lowerBound - Self.size)) : nil,
                    next: shown.upperBound < entries.count ? address(shown.upperBound) : nil)
            }
        }
    }

    private func address(_ place: Int) -> String { SiteURL.meJourney(from: entries[place].sequence).address }
}
