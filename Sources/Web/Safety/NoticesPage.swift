import Casework
import Kernel
import Office

/// The safety notices of everybody whom an organisation keeps or has, for its safeguarding lead: whose, what they ask,
/// and until when. Those that lapsed and that nobody ended stand first.
struct NoticesPage {
    let notices: [ListedNotice]
    let isCut: Bool
    let today: CalendarDay

    static func load(_ visit: Visit) async throws -> NoticesPage {
        let (notices, isCut) = try await visit.office.safetyNotices(as: visit.actor)
        return NoticesPage(notices: notices, isCut: isCut, today: visit.today)
    }

    var page: Page {
        Page("Safety notices", section: SiteURL.safetyNotices.address, width: .wide) {
            p {
                "After its day a notice says nothing to anybody. Look at it again before then: set another day, or end it."
            }
            if isCut {
                NoticeBox(.attention) { "There may be more than are listed here. Ask whoever runs the site." }
            }
            if notices.isEmpty {
                EmptyState(
                    "No notice is in force.", comes: "Those that are raised stand here until somebody ends them.")
            } else {
                DataTable("Notices, the first to be looked at again first", rows: notices, columns: columns)
            }
        }
    }

    private var columns: [Column<ListedNotice>] {
        [
            Column("Who", .heading) { one in
                a(.href(SiteURL.customer(one.subject).address)) { one.name ?? "Details erased" }
            },
            Column("What it asks") { one in one.asks.map(\.title).joined(separator: ". ") },
            Column("Holds until") { [today] one in
                if one.isLapsed { StatusTag("Lapsed", .attention) }
                " "
                WrittenDay(one.review, today: today)
            },
            Column("Shown to them") { one in one.isHidden ? "No" : "Yes" },
            Column("Do it", .action) { one in
                LinkButton(
                    "Look at it again",
                    to: SiteURL.itemForm(.reviewSafety, one.subject, item: one.notice.description).address,
                    about: "for \(one.name ?? "this person")")
            },
        ]
    }
}
