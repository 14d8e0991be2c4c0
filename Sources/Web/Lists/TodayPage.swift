import Casework
import Hummingbird
import Kernel
import Office
import Records

/// An adviser's day: who comes, what needs them, and what waits for others.
struct TodayPage {
    /// The most customers whose record is read for what waits, a page at a time.
    static let reach = 50

    let diary: [DiaryRow]
    let standings: [Identifier<CaseFile>: ListedStanding]
    let work: WorkToDo
    let previous: Cursor?
    let next: Cursor?
    /// How many open paper files the reader is the named officer of.
    let paper: Int
    /// How many share something with the reader's organisation by their own choice, as far as they are counted; nobody,
    /// where the reader could not read it.
    let shared: Int
    let today: CalendarDay
    let now: Instant

    static func load(_ visit: Visit) async throws -> TodayPage {
        let (actor, office, today, now) = (visit.actor, visit.office, visit.today, visit.now)
        let place = try visit.query("at").map { try Cursor($0) }
        return try await office.list(.readCaseload, as: actor) { connection in
            let diary = try DiaryQuery.between(
                actor.person, from: Instant(london: today, hour: 0, minute: 0),
                to: Instant(london: today.adding(days: 1), hour: 0, minute: 0), in: connection
            ).filter { $0.state != .cancelled }
            let reader = office.listReader(actor)
            let scope = try CaseloadQuery.Scope(actor, for: reader, in: connection)
            let soonest = try CaseloadQuery(scope, for: reader, after: place, limit: reach).page(in: connection)
            var standings = try office.standings(
                of: Array(Set(diary.map(\.subject) + soonest.rows.map(\.subject))), as: actor, in: connection)
            // A change waits for an organisation that was told it, whoever's list the customer is on.
            let told =
                place == nil
                ? try ToldQuery.subjects(
                    at: actor.organisation, adviser: scope.isOwn ? actor.person : nil, on: today, limit: reach,
                    in: connection
                ) { one in
                    if standings[one] == nil {
                        standings[one] = try office.standings(of: [one], as: actor, in: connection)[one]
                    }
                    return standings[one]?.standing.dues.contains { $0.isTold } ?? false
                } : []
            let listed = Set(soonest.rows.map(\.subject))
            let work = WorkToDo(
                soonest.rows.compactMap { row in standings[row.subject].map { (row, $0) } },
                told: told.filter { !listed.contains($0) }.compactMap { one in standings[one].map { (one, $0) } },
                for: actor.role)
            return TodayPage(
                diary: diary, standings: standings, work: work, previous: soonest.previous, next: soonest.next,
                paper: try PaperRegister.open(of: actor.person, in: connection).count,
                shared: SharedPage.isFor(actor.role)
                    ? try SharedQuery.count(actor.organisation, on: today, in: connection) : 0,
                today: today, now: now)
        }
    }

    var page: Page {
        Page(
            "Today", lead: Fragment { p { "\(WrittenDay.full(today)). \(lead)" } }, section: SiteURL.today.address,
            width: .wide
        ) {
            h2(.id("diary")) { "Diary" }
            if diary.isEmpty {
                EmptyState("Nobody is booked with you today.", comes: "Appointments appear here on their day.")
            } else {
                diaryTable
            }
            Section("Needs you (\(work.mine.count))", id: "needs-you") {
                if work.mine.isEmpty {
                    EmptyState("Nothing needs you.", comes: "What falls due for your customers appears here.")
                } else {
                    WaitingList(heading: "What needs you", items: work.mine, today: today)
                }
            }
            Section("Waiting for others (\(work.others.count))", id: "waiting") {
                if work.others.isEmpty {
                    EmptyState(
                        "Nobody else is being waited for.",
                        comes: "What your customers wait for from others appears here.")
                } else {
                    WaitingList(heading: "What waits for others", items: work.others, today: today)
                }
            }
            if previous != nil || next != nil {
                Pager(
                    shown: "\(Self.reach) of your customers, those seen soonest first",
                    previous: previous.map(Self.address), next: next.map(Self.address))
            }
            SharedLine(count: shared)
            PaperLine(count: paper)
        }
    }

    private static func address(_ place: Cursor) -> String {
        SiteURL.Route.today.filled(query: [("at", place.description)])
    }

    private var lead: String {
        switch diary.filter({ $0.state == .booked }).count {
        case 0 where diary.isEmpty: "Nobody is booked."
        case 0: "All \(diary.count) are recorded."
        case let open: "\(open) of \(diary.count) still to see."
        }
    }

    private var diaryTable: some HTML {
        DataTable(
            "Who you see today", rows: diary, captionIsUnseen: true,
            columns: [
                Column("Time", .number) { entry in WrittenMoment.clock(entry.starts) },
                Column("Customer", .heading) { entry in
                    a(.href(SiteURL.customer(entry.subject).address)) { entry.name ?? "Details erased" }
                },
                Column("What") { [standings] entry in
                    "\(entry.purpose.title), \(entry.mode.title.lowercased())"
                    if standings[entry.subject]?.hasSafety == true { ". Read their page first." }
                },
                Column("Stands") { [standings] entry in standings[entry.subject]?.standing.whereTheyAre ?? "" },
                Column("Do it", .action) { [now] entry in
                    DiaryButtons(entry: entry, name: entry.name ?? "a customer", now: now)
                },
            ])
    }
}

/// What can be done about one appointment of the day.
private struct DiaryButtons: Component {
    let entry: DiaryRow
    let name: String
    let now: Instant

    var body: some HTML {
        if entry.state != .booked {
            StatusTag(entry.state.rawValue, entry.state == .attended ? .done : .closed)
        } else {
            if entry.starts <= now.adding(minutes: 15) { button(.attend, "They came") }
            if entry.starts <= now { button(.miss, "Did not come") }
            if entry.starts > now {
                button(.remind, "Remind")
                button(.move, "Move")
            }
        }
    }

    private func button(_ form: CaseFormName, _ words: String) -> some HTML {
        Fragment {
            LinkButton(
                words, to: SiteURL.itemForm(form, entry.subject, item: entry.appointment.description).address,
                about: "– \(name)")
            " "
        }
    }
}
