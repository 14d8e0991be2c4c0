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
    let lists: TeamLists
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
        let asked = visit.query(TeamLists.name)
        return try await office.list(.readCaseload, as: actor) { connection in
            let diary = try DiaryQuery.between(
                actor.person, from: Instant(london: today, hour: 0, minute: 0),
                to: Instant(london: today.adding(days: 1), hour: 0, minute: 0), in: connection
            ).filter { $0.state != .cancelled }
            let reader = office.listReader(actor)
            let lists = try TeamLists(actor, asked: asked, in: connection)
            let scope = try CaseloadQuery.Scope(actor, for: reader, lists: lists, in: connection)
            let soonest = try CaseloadQuery(scope, for: reader, after: place, limit: reach).page(in: connection)
            var standings = try office.standings(
                of: Array(Set(diary.map(\.subject) + soonest.rows.map(\.subject))), as: actor, in: connection)
            func standing(of one: Identifier<CaseFile>) throws -> ListedStanding? {
                if standings[one] == nil {
                    standings[one] = try office.standings(of: [one], as: actor, in: connection)[one]
                }
                return standings[one]
            }
            // Of somebody who may be in danger all are told whose it is to act, whichever list they look at.
            let urgent =
                place == nil
                ? try ToldQuery.urgent(at: actor.organisation, in: connection).filter { one in
                    try standing(of: one)?.standing.dues.contains { $0.isUrgent } == true
                } : []
            // A change waits for an organisation that was told it, whoever's list the customer is on.
            let told =
                place == nil
                ? try ToldQuery.subjects(
                    at: actor.organisation, adviser: scope.isOwn ? actor.person : nil, on: today, limit: reach,
                    in: connection
                ) { one in
                    guard let found = try standing(of: one), lists.holds(found.lead, for: actor) else { return false }
                    return found.standing.dues.contains { $0.isTold }
                } : []
            let listed = Set(soonest.rows.map(\.subject))
            let work = WorkToDo(
                soonest.rows.compactMap { row in standings[row.subject].map { (row, $0) } },
                told: told.filter { !listed.contains($0) }.compactMap { one in standings[one].map { (one, $0) } },
                urgent: urgent.filter { !listed.contains($0) }.compactMap { one in standings[one].map { (one, $0) } },
                for: actor.role)
            return TodayPage(
                diary: diary, standings: standings, work: work, lists: lists, previous: soonest.previous,
                next: soonest.next,
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
            lists.tabs { SiteURL.Route.today.filled(query: $0) }
            Section("Needs \(whom) (\(work.mine.count))", id: "needs-you") {
                if work.mine.isEmpty {
                    EmptyState("Nothing needs \(whom).", comes: "What falls due for your customers appears here.")
                } else {
                    WaitingList(heading: "What needs \(whom)", items: work.mine, today: today)
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
                    previous: previous.map(address), next: next.map(address))
            }
            SharedLine(count: shared)
            PaperLine(count: paper)
        }
    }

    /// Whom the first list waits for: anybody of a shared team may do what is on the team's.
    private var whom: String { lists.isTeams ? "your team" : "you" }

    private func address(_ place: Cursor) -> String {
        SiteURL.Route.today.filled(query: lists.query + [("at", place.description)])
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
                Column("Customer", .heading) { [standings] entry in
                    a(.href(SiteURL.customer(entry.subject).address)) { entry.name ?? "Details erased" }
                    if let called = standings[entry.subject]?.called { " (called \(called))" }
                },
                Column("What") { [standings] entry in
                    "\(entry.purpose.title), \(entry.mode.title.lowercased())"
                    if standings[entry.subject]?.hasSafety == true { ". Read their page first." }
                },
                Column("Stands") { [standings] entry in standings[entry.subject]?.standing.whereTheyAre ?? "" },
                Column("Do it", .action) { [now, standings] entry in
                    DiaryButtons(
                        entry: entry, name: entry.name ?? "a customer", now: now,
                        asksToMove: standings[entry.subject]?.standing.dues.contains {
                            $0.code == .answerMove && $0.appointment == entry.appointment
                        } == true)
                },
            ])
    }
}

/// What can be done about one appointment of the day.
private struct DiaryButtons: Component {
    let entry: DiaryRow
    let name: String
    let now: Instant
    /// Whether the customer has asked to move it, and waits for an answer.
    let asksToMove: Bool

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
            if !asksToMove { button(.saidAhead, "They rang") }
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
