import Casework
import Hummingbird
import Kernel
import Office
import Records

/// Who shares something of their record with the reader's organisation by their own choice, whoever shared last first: what
/// they let it see, what for and until when, and what of it waits for the organisation. Whoever stops is gone at once.
struct SharedPage {
    static let size = 50

    struct Item: Sendable {
        let subject: Identifier<CaseFile>
        let name: String
        let shares: [Share]
        /// How many actions of the plan wait for the organisation's answer, and how many of its own are past their day.
        let awaited: Int
        let late: Int
        /// What became of what the reader asked to see besides.
        let answers: [String]
    }

    /// One thing they agreed to.
    struct Share: Sendable {
        let categories: [Casework.Category]
        /// The code of what it is for, and its words where it is among the purposes still.
        let purpose: String
        let words: String?
        let since: CalendarDay
        let until: CalendarDay
        /// The application that it was released with; nil of what was agreed by itself.
        let application: Identifier<Consent>?
    }

    let items: [Item]
    /// Whether anybody at all is on this page of the list, whatever of it the reader may read.
    let isEmpty: Bool
    let previous: Cursor?
    let next: Cursor?
    let today: CalendarDay

    /// Whether it is a page for somebody of this role: for whoever reads the record of a person who shares it.
    static func isFor(_ role: Role) -> Bool { Powers.grant(.readCase, to: role, as: .partner) != nil }

    /// - Throws: `Refusal` for a role that it is not for.
    static func load(_ visit: Visit) async throws -> SharedPage {
        let (actor, office, today) = (visit.actor, visit.office, visit.today)
        try Powers.require(.readCase, of: actor.role, as: .partner)
        let place = try visit.query("at").map { try Cursor($0) }
        return try await office.list(.readCaseload, as: actor) { connection in
            let page = try SharedQuery(actor.organisation, on: today, after: place, limit: size).page(in: connection)
            let standings = try office.standings(of: page.rows.map(\.subject), as: actor, in: connection)
            let items = page.rows.compactMap { row -> Item? in
                guard let listed = standings[row.subject],
                    Powers.grant(.readCase, to: actor.role, as: listed.relation) != nil
                else { return nil }
                let item = Item(row.subject, listed, office.sharing)
                return item.shares.isEmpty ? nil : item
            }
            return SharedPage(
                items: items, isEmpty: page.rows.isEmpty, previous: page.previous, next: page.next, today: today)
        }
    }

    var page: Page {
        Page(
            "Shared with you",
            lead: Fragment { p { "Each chose to let your organisation see this, and can stop at any time." } },
            trail: [Link("Today", to: SiteURL.today.address)], section: SiteURL.today.address, width: .wide
        ) {
            if isEmpty, previous == nil, next == nil {
                EmptyState(
                    "Nobody shares anything with your organisation by their own choice.",
                    comes: "They appear here when they agree to, and go when they stop.")
            } else if items.isEmpty {
                p { "Nothing on this page is for you to read." }
            } else {
                table
            }
            if previous != nil || next != nil {
                Pager(
                    shown: "\(items.count) on this page", previous: previous.map(Self.address),
                    next: next.map(Self.address))
            }
        }
    }

    private static func address(_ place: Cursor) -> String {
        SiteURL.Route.shared.filled(query: [("at", place.description)])
    }

    private var table: some HTML {
        DataTable(
            "Those who share with your organisation, whoever shared last first", rows: items, captionIsUnseen: true,
            columns: [
                Column("Customer", .heading) { item in
                    a(.href(SiteURL.customer(item.subject).address)) { item.name }
                },
                Column("What they share") { item in ForEach(item.shares) { share in p { share.sentence } } },
                Column("What waits for you") { item in
                    if let late = item.lateSaid {
                        p {
                            StatusTag("Late", .attention)
                            " \(late)"
                        }
                    }
                    if let awaited = item.awaitedSaid { p { awaited } }
                    ForEach(item.answers) { answer in p { answer } }
                },
                Column("Do it", .action) { item in
                    if item.late + item.awaited > 0 {
                        LinkButton("Open the plan", to: SiteURL.plan(item.subject).address, about: "of \(item.name)")
                    }
                    ForEach(item.shares.compactMap(\.application)) { application in
                        LinkButton(
                            "Application to print", to: SiteURL.application(item.subject, application).address,
                            about: "of \(item.name)")
                        LinkButton(
                            "Application in large print",
                            to: SiteURL.application(item.subject, application, large: true).address,
                            about: "of \(item.name)")
                    }
                },
            ])
    }
}

extension SharedPage.Item {
    fileprivate init(_ subject: Identifier<CaseFile>, _ listed: ListedStanding, _ matrix: SharingMatrix) {
        self.subject = subject
        name = listed.name ?? "Customer \(subject.description.suffix(6))"
        shares = listed.shared.map { consent in
            SharedPage.Share(
                categories: matrix.meant(by: consent.terms), purpose: consent.terms.purpose,
                words: matrix.purpose(consent.terms.purpose)?.words, since: consent.given.recorded.day,
                until: consent.until, application: consent.packet.map { _ in consent.id })
        }.filter { !$0.categories.isEmpty }
        awaited = listed.awaited
        late = listed.late
        answers = listed.standing.dues.filter { $0.code == .shareAnswered }.map(\.sentence)
    }

    fileprivate var lateSaid: String? {
        guard late > 0 else { return nil }
        return late == 1 ? "An action of yours is past its day." : "\(late) actions of yours are past their day."
    }

    fileprivate var awaitedSaid: String? {
        guard awaited > 0 else { return nil }
        return awaited == 1
            ? "An action of the plan waits for your answer." : "\(awaited) actions of the plan wait for your answer."
    }
}

extension SharedPage.Share {
    fileprivate var sentence: String {
        let what = categories.map(\.title).joined(separator: ", ").capitalisedFirst
        return "\(what)\(words.map { ", to \($0)" } ?? ""). Since \(since.written), until \(until.written)."
    }
}
