import Casework
import Hummingbird
import Kernel
import Office
import Records

/// Every customer in somebody's reach, fifty a page, in the order they choose.
struct CaseloadPage {
    static let size = 50

    let filter: CaseloadFilter
    let scope: CaseloadQuery.Scope
    let lists: TeamLists
    /// What the list is in fact ordered by.
    let sort: CaseloadQuery.Sort
    let descending: Bool
    let rows: [CaseloadRow]
    let previous: Cursor?
    let next: Cursor?
    let counts: CaseloadCounts
    /// Who talked last with those of a shared team's list, as far as its reader sees (G-130).
    let talks: [Identifier<CaseFile>: LastTalk]
    /// The names of those who lead, and of those who talked last.
    let people: [Identifier<Person>: String]
    let sent: SentReferralsTable
    let today: CalendarDay

    static func load(_ visit: Visit) async throws -> CaseloadPage {
        let filter = try CaseloadFilter(visit)
        let (actor, office, today) = (visit.actor, visit.office, visit.today)
        return try await office.list(.readCaseload, as: actor) { connection in
            let reader = office.listReader(actor)
            let lists = try TeamLists(actor, asked: filter.whose, in: connection)
            let scope = try CaseloadQuery.Scope(actor, for: reader, lists: lists, in: connection)
            let query = filter.query(of: scope, for: reader)
            let page = try query.page(in: connection)
            let talks = try office.talks(of: page.rows, on: lists, of: scope, as: actor, in: connection)
            var people: [Identifier<Person>: String] = [:]
            let named = page.rows.compactMap { $0.leads(in: scope) } + talks.values.map(\.person)
            for person in Set(named) where !scope.isOwn {
                people[person] = try AccountRegister.name(of: person, in: connection)
            }
            return CaseloadPage(
                filter: filter, scope: scope, lists: lists, sort: query.sort, descending: query.descending,
                rows: page.rows, previous: page.previous, next: page.next,
                counts: try CaseloadCounts(scope, for: reader, in: connection), talks: talks, people: people,
                sent: try SentReferralsTable(actor, on: today, in: connection), today: today)
        }
    }

    var page: Page {
        Page("Caseload", section: SiteURL.caseload([]).address, width: .wide) {
            lists.tabs { SiteURL.caseload($0).address }
            CaseloadFilterForm(filter: filter, counts: counts, isOwn: scope.isOwn)
            if rows.isEmpty, next == nil, previous == nil {
                if filter.isOpen {
                    EmptyState("There are no customers here yet.", comes: scope.comes)
                } else {
                    p(.class("empty")) {
                        strong { "No customer fits." }
                        " "
                        a(.href(filter.everybody)) { "Show everybody" }
                    }
                }
            } else {
                table
                Pager(
                    shown: shown, previous: previous.map { filter.address(at: $0) },
                    next: next.map { filter.address(at: $0) })
            }
            sent
        }
    }

    /// `50 of 341 customers`; a search is not counted, since that would read all of it.
    private var shown: String {
        guard filter.search == nil else { return "\(rows.count) on this page" }
        let all = filter.state.map { counts.text($0) } ?? counts.total
        return "\(rows.count) of \(all) \(all == "1" ? "customer" : "customers")"
    }

    private var table: some HTML {
        DataTable(
            "\(scope.title)\(filter.state.map { ", \($0.title.lowercased())" } ?? ""), by \(sort.words(descending: descending))",
            rows: rows,
            sort: Sort(by: sort.rawValue, descending: descending) { [filter] key, descending in
                filter.address(sort: CaseloadQuery.Sort(rawValue: key), descending: descending)
            }, columns: columns)
    }

    private var columns: [Column<CaseloadRow>] {
        var columns: [Column<CaseloadRow>] = [
            Column("Customer", .heading, sortedBy: scope.isOwn ? CaseloadQuery.Sort.name.rawValue : nil) { row in
                a(.href(SiteURL.customer(row.subject).address)) { row.name ?? "Details erased" }
            },
            Column("Stands") { row in row.state.title },
            Column("Group", .number) { row in row.group },
            Column("Taking part") { row in
                row.basis.flatMap(Basis.init(rawValue:)).map { $0 == .mandatory ? "Required" : "By choice" }
            },
            Column("Next appointment", sortedBy: CaseloadQuery.Sort.nextAppointment.rawValue) { [today] row in
                if let next = row.nextAt {
                    "\(WrittenMoment.clock(next)), "
                    WrittenDay(next.day, today: today)
                } else {
                    span(.class("hint")) { "None booked" }
                }
            },
            Column("Last met", sortedBy: CaseloadQuery.Sort.lastContact.rawValue) { [today] row in
                if let met = row.lastContact {
                    WrittenDay(met.day, today: today)
                } else if row.state != .ended {
                    span(.class("hint")) { "Not yet" }
                }
            },
            Column("In work since") { row in row.inWorkSince.map { WrittenDay($0) } },
        ]
        if !scope.isOwn {
            columns.append(
                Column(scope.isKeepers || lists.isShared ? "Lead" : "Adviser") { [people, scope] row in
                    row.leads(in: scope).flatMap { people[$0] }
                })
        }
        if !scope.isOwn, lists.isShared {
            columns.append(
                Column("Last talked with") { [people, talks, today] row in
                    if let talk = talks[row.subject] {
                        "\(people[talk.person] ?? "Somebody"), "
                        WrittenDay(talk.on, today: today)
                    }
                })
        }
        return columns
    }
}

/// The filter of a caseload: a form that asks and changes nothing.
private struct CaseloadFilterForm: Component {
    let filter: CaseloadFilter
    let counts: CaseloadCounts
    let isOwn: Bool

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(SiteURL.Route.caseload.rawValue)) {
            TextField(
                "q", label: isOwn ? "Name starts with" : "Family name starts with",
                hint: isOwn ? nil : "First names are not searched", kind: .search, characters: 16, in: state)
            Select("state", label: "Where they stand", states, in: state)
            if filter.sort != .nextAppointment {
                input(.type(.hidden), .name("sort"), .value(filter.sort.rawValue))
            }
            if filter.descending { input(.type(.hidden), .name("order"), .value(CaseloadFilter.down)) }
            if let whose = filter.whose { input(.type(.hidden), .name(TeamLists.name), .value(whose)) }
            SubmitButton("Show these", .secondary)
            if !filter.isOpen { a(.href(filter.everybody)) { "Show everybody" } }
        }
    }

    private var state: FormState {
        var words = SurfaceWords.english
        words.chooseOne = "Any"
        return FormState(FormFields(["q": filter.search ?? "", "state": filter.state?.rawValue ?? ""]), words: words)
    }

    private var states: [Choice] {
        CaseloadState.allCases.map { Choice($0.rawValue, "\($0.title) (\(counts.text($0)))") }
    }
}

extension CaseloadFilter {
    /// The address of the whole list in the same order.
    fileprivate var everybody: String {
        SiteURL.caseload(
            (sort == .nextAppointment ? [] : [("sort", sort.rawValue)]) + (descending ? [("order", Self.down)] : [])
                + (whose.map { [(TeamLists.name, $0)] } ?? [])
        ).address
    }
}
