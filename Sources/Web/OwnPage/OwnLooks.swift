import Casework
import Kernel
import Office
import Records

/// Looks at the record as a list to the customer: those of one person for one reason on one day are one
/// line, the newest first.
struct OwnLooks: Component {
    let lines: [Line]

    /// What one person looked at in one day for the same reason.
    struct Line: Sendable, Equatable {
        let person: Identifier<Person>
        let who: String
        /// The latest first.
        private(set) var moments: [Instant]
        /// Why, in sentences to the customer.
        let reasons: [String]

        var day: CalendarDay { moments[0].day }

        mutating func add(_ moment: Instant) { moments.append(moment) }
    }

    var body: some HTML {
        ul(.class("looks")) {
            ForEach(lines) { line in
                li {
                    strong { line.who }
                    br()
                    if line.moments.count == 1 {
                        OwnSharingWords.looked(line.day.saidFirst, line.moments[0].saidClock)
                    } else {
                        OwnSharingWords.lookedOften(
                            line.day.saidFirst, line.moments.count, line.moments[0].saidClock)
                    }
                    ForEach(line.reasons) { reason in
                        br()
                        small { reason }
                    }
                }
            }
        }
    }
}

extension OwnLooks {
    /// The most lines of one page, but that a day is never broken over two.
    private static let size = 30
    private static let read = 200

    /// The looks of others, the latest first.
    /// - Parameter lines: about as many as are wanted; the last day among them is whole.
    /// - Returns: the lines, and the id of the look that an earlier page goes on from; nil when there is no earlier one.
    static func page(
        _ own: OwnVisit, before: Identifier<Look>?, lines wanted: Int = size
    ) async throws -> (lines: [Line], earlier: Identifier<Look>?) {
        let office = own.visit.office
        var lines: [Line] = []
        var names: [Author: String] = [:]
        var last = before
        while true {
            let found = try await office.looks(
                at: own.visitor.subject, before: last, limit: read, but: own.visit.actor.person)
            let known = names
            names = try await office.database.read { [names = own.names] connection in
                var all = known
                for look in found.map(\.look) where all[look.by] == nil {
                    all[look.by] = try Self.name(of: look.by, names, in: connection)
                }
                return all
            }
            for (id, look) in found {
                if lines.count >= wanted, lines.last?.day != look.at.day { return (lines, last) }
                add(look, names[look.by] ?? "", to: &lines)
                last = id
            }
            if found.count < read { return (lines, nil) }
        }
    }

    static func add(_ look: Look, _ who: String, to lines: inout [Line]) {
        let said = look.saidWhy
        let why = said.isEmpty ? [told(look.reason)] : said
        let place = lines.lastIndex {
            $0.person == look.by.person && $0.who == who && $0.day == look.at.day && $0.reasons == why
        }
        if let place {
            lines[place].add(look.at)
        } else {
            lines.append(Line(person: look.by.person, who: who, moments: [look.at], reasons: why))
        }
    }

    /// `Dana Field, Leeds Jobcentre`; somebody who acts for the customer does so for no organisation.
    private static func name(
        of author: Author, _ names: Names, in connection: any Connection
    ) throws -> String {
        let person = try AccountRegister.name(of: author.person, in: connection) ?? names.person(author.person)
        if author.role == .supporter { return person }
        return [person, try OrganisationRegister.find(author.organisation, in: connection)?.name ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension OwnVisit {
    /// Everybody who looked, a page at a time.
    func looksPage() async throws -> Page {
        guard may(.readLooks) else { throw SharingPage.unseen }
        let before: Identifier<Look>? = try visit.query("before").map { try Identifier($0) }
        let (lines, earlier) = try await OwnLooks.page(self, before: before)
        return Page(
            OwnSharingWords.looksTitle(),
            trail: [
                Link(OwnPageWords.home(), to: SiteURL.me.address),
                Link(OwnSharingWords.title(), to: SiteURL.meSharing.address),
            ]
        ) {
            if lines.isEmpty {
                EmptyState(OwnSharingWords.nobodyLooked(), comes: OwnSharingWords.nobodyLookedComes())
            } else {
                OwnLooks(lines: lines)
            }
            if let earlier {
                p { Link(OwnSharingWords.earlier(), to: SiteURL.meLooks(before: earlier.description).address) }
            }
        }
    }
}
