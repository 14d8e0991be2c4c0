import Casework
import Kernel

/// The whole journey of one customer, fifty entries a page, as it is known or as it was known on an earlier day.
struct JourneyPage {
    static let size = 50

    let customer: CustomerPage
    let shown: Range<Int>

    /// - Parameter first: the event of the entry that the page begins with; the newest when there is none such.
    init(_ customer: CustomerPage, from first: Int?) {
        self.customer = customer
        let entries = customer.entries
        let start = first.flatMap { first in entries.firstIndex { $0.sequence == first } } ?? 0
        shown = start..<min(start + Self.size, entries.count)
    }

    var page: Page {
        Page("Journey", trail: [Link(customer.name, to: customerAddress)], width: .wide) {
            if customer.isPast {
                NoticeBox(.attention, title: "As known on \(WrittenDay.full(customer.day))") {
                    "What was recorded later is left out."
                }
            }
            if customer.entries.isEmpty {
                EmptyState("Nothing is on record.", comes: "What happens is listed here, the newest first.")
            } else {
                Journey(entries: customer.entries[shown], names: customer.names)
                Pager(
                    shown: "\(shown.lowerBound + 1) to \(shown.upperBound) of \(customer.entries.count) entries, "
                        + "the newest first",
                    previous: shown.lowerBound > 0 ? address(max(0, shown.lowerBound - Self.size)) : nil,
                    next: shown.upperBound < customer.entries.count ? address(shown.upperBound) : nil)
            }
        }.about(customer.seen)
    }

    private var customerAddress: String {
        SiteURL.Route.customer.filled([customer.seen.id.description], query: customer.knownQuery)
    }

    /// Pages are told by the event they begin with, so that what is recorded meanwhile moves nothing.
    private func address(_ place: Int) -> String {
        let from = [("from", String(customer.entries[place].sequence))]
        return SiteURL.journey(customer.seen.id, customer.knownQuery + from).address
    }
}
