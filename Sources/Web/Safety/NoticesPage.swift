import Casework
import Kernel
import Office

/// The safety notices of everybody whom an organisation keeps or has, for its safeguarding lead: whose, what they ask,
/// and until when. Those that lapsed and that nobody ended stand first, after whoever may be in danger now.
struct NoticesPage {
    let notices: [ListedNotice]
    let urgent: [ListedUrgentPath]
    let isCut: Bool
    let today: CalendarDay

    static func load(_ visit: Visit) async throws -> NoticesPage {
        let (notices, urgent, isCut) = try await visit.office.safetyNotices(as: visit.actor)
        return NoticesPage(notices: notices, urgent: urgent, isCut: isCut, today: visit.today)
    }

    var page: Page {
        Page("Safety notices", section: SiteURL.safetyNotices.address, width: .wide) {
            if !urgent.isEmpty {
                DataTable("May be in danger, and nobody named has taken over", rows: urgent, columns: urgentColumns)
            }
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

    private var urgentColumns: [Column<ListedUrgentPath>] {
        [
            Column("Who", .heading) { one in
                a(.href(SiteURL.customer(one.subject).address)) { one.name ?? "Details erased" }
            },
            Column("Recorded") { [today] one in WrittenDay(one.opened, today: today) },
            Column("Do it", .action) { one in
                LinkButton(
                    "Record who took over",
                    to: SiteURL.itemForm(.handOverUrgent, one.subject, item: one.path.description).address,
                    about: "for \(one.name ?? "this person")")
            },
        ]
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
