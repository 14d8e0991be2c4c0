import Casework
import Kernel
import Office
import Records

/// Looks at the record as a list to the customer: those of one person on one day are one line, the newest first.
struct OwnLooks: Component {
    let lines: [Line]

    /// What one person looked at in one day.
    struct Line: Sendable, Equatable {
        let person: Identifier<Person>
        let who: String
        /// The latest first.
        private(set) var moments: [Instant]
        /// Each reason once, the latest first.
        private(set) var reasons: [String]

        var day: CalendarDay { moments[0].day }

        mutating func add(_ moment: Instant, _ reason: String) {
            moments.append(moment)
            if !reasons.contains(reason) { reasons.append(reason) }
        }
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
        let why = self.why(look)
        let place = lines.lastIndex { $0.person == look.by.person && $0.who == who }
        if let place, lines[place].day == look.at.day {
            lines[place].add(look.at, why)
        } else {
            lines.append(Line(person: look.by.person, who: who, moments: [look.at], reasons: [why]))
        }
    }

    private static func why(_ look: Look) -> String {
        if look.act == Act.findCustomer.rawValue { return OwnSharingWords.foundBySearch() }
        if look.act == Act.takeUpRecord.rawValue { return OwnSharingWords.takingUp() }
        return look.relation.flatMap(Relation.init(rawValue:)).flatMap(\.saidWhy) ?? told(look.reason)
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
