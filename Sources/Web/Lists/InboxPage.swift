import Casework
import Hummingbird
import Kernel
import Office
import Records

/// What a provider has been sent and has not yet given to an adviser: waiting, acknowledged, queried.
struct InboxPage {
    static let size = 50

    /// One referral with the customer's name and the next thing due.
    struct Item: Sendable {
        let subject: Identifier<CaseFile>
        let name: String
        let referred: CalendarDay?
        let place: String
        let due: Due?

        init(_ row: CaseloadRow, _ standing: Standing?, _ office: Office) {
            subject = row.subject
            name = row.name ?? "Details erased"
            referred = row.referredOn
            let programme = row.programme.flatMap { office.programmes[$0] }
            place = "\(programme?.title ?? row.programme ?? ""), group \(row.group ?? "")"
            due = standing?.dues.first { [.acknowledge, .assign, .answerTransfer, .answerQuery].contains($0.code) }
        }
    }

    /// Those that another organisation of a chain sent to this one.
    let desk: [DeskRow]
    let senders: [Identifier<Organisation>: String]
    let waiting: [Item]
    let acknowledged: [Item]
    let queried: [Item]
    let counts: CaseloadCounts
    let previous: Cursor?
    let next: Cursor?
    /// How many open paper files the reader is the named officer of.
    let paper: Int
    let visit: Visit

    static func load(_ visit: Visit) async throws -> InboxPage {
        let (actor, office) = (visit.actor, visit.office)
        let place = try visit.query("at").map { try Cursor($0) }
        return try await office.list(.readInbox, as: actor) { connection in
            let inbox = try InboxQuery(actor.organisation, after: place, limit: size).page(in: connection)
            let queried = try CaseloadQuery(.prime(actor.organisation), state: .queried, limit: size).page(
                in: connection)
            let rows = inbox.rows + queried.rows
            let standings = try office.standings(of: rows.map(\.subject), as: actor, in: connection)
            func items(_ state: CaseloadState) -> [Item] {
                rows.filter { $0.state == state }.map { Item($0, standings[$0.subject]?.standing, office) }
            }
            let desk = try DeskQuery.rows(of: actor.organisation, in: connection)
            return InboxPage(
                desk: desk, senders: desk.isEmpty ? [:] : try OrganisationRegister.names(in: connection),
                waiting: items(.waiting), acknowledged: items(.acknowledged), queried: items(.queried),
                counts: try CaseloadCounts(.prime(actor.organisation), in: connection), previous: inbox.previous,
                next: inbox.next, paper: try PaperRegister.open(of: actor.person, in: connection).count, visit: visit)
        }
    }

    var page: Page {
        Page("Referrals", section: SiteURL.inbox.address, width: .wide) {
            if !desk.isEmpty { DeskSection(rows: desk, names: senders, today: visit.today) }
            Section("Waiting to be acknowledged (\(counts.text(.waiting)))", id: "waiting") {
                if waiting.isEmpty {
                    EmptyState("No referrals are waiting.", comes: "New ones arrive here.")
                } else {
                    table(waiting, "Referrals to acknowledge, the oldest first", deadline: "Acknowledge by") { item in
                        Fragment {
                            PostForm(to: SiteURL.form(.acknowledge, item.subject).address, seal: visit.seal()) {
                                button(.submits()) {
                                    "Acknowledge"
                                    span(.class("unseen")) { " \(item.name)" }
                                }
                            }
                        }
                    }
                }
            }
            Section("Acknowledged, with no adviser yet (\(counts.text(.acknowledged)))", id: "acknowledged") {
                if acknowledged.isEmpty {
                    EmptyState("Everybody acknowledged has an adviser.", comes: "Those without one stand here.")
                } else {
                    table(acknowledged, "Referrals to assign, the oldest first", deadline: "Since") { item in
                        Fragment {
                            if item.due?.code == .answerTransfer {
                                "With another organisation"
                            } else {
                                LinkButton("Assign", to: SiteURL.form(.assign, item.subject).address, about: item.name)
                            }
                        }
                    }
                }
            }
            if previous != nil || next != nil {
                Pager(
                    shown: "\(waiting.count + acknowledged.count) of those that wait", previous: previous.map(address),
                    next: next.map(address))
            }
            Section("Queried (\(counts.text(.queried)))", id: "queried") {
                if queried.isEmpty {
                    EmptyState("No query is open.", comes: "Those you query stand here until the jobcentre answers.")
                } else {
                    table(queried, "Queries the jobcentre has not answered", deadline: "Since") { _ in
                        Fragment { "With the jobcentre" }
                    }
                }
            }
            PaperLine(count: paper)
        }
    }

    private func address(_ place: Cursor) -> String {
        SiteURL.Route.inbox.filled(query: [("at", place.description)])
    }

    private func table(
        _ rows: [Item], _ caption: String, deadline: String, action: @escaping @Sendable (Item) -> Fragment
    ) -> some HTML {
        DataTable(
            caption, rows: rows, captionIsUnseen: true,
            columns: [
                Column("Customer", .heading) { item in
                    a(.href(SiteURL.customer(item.subject).address)) { item.name }
                },
                Column("Programme") { item in item.place },
                Column("Referred") { item in item.referred.map { WrittenDay($0) } },
                Column(deadline) { [today = visit.today] item in
                    if let due = item.due {
                        WrittenDay(due.day, today: today)
                        if due.overdue {
                            " "
                            StatusTag("Late", .attention)
                        }
                    }
                },
                Column("Do it", .action) { item in action(item) },
            ])
    }
}
