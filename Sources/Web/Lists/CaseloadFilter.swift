import Casework
import Kernel
import Records

extension CaseloadQuery.Scope {
    /// Whose customers somebody's lists are of: an adviser's own, a prime's or its subcontractor's, those whose record a
    /// jobcentre or a council service keeps.
    /// - Parameters:
    ///   - reader: who reads the list; a prime is who has somebody on it as such.
    ///   - lists: which of several they asked for.
    init(_ actor: Author, for reader: CaseloadReader, lists: TeamLists, in connection: any Connection) throws {
        switch actor.role {
        case .adviser, .teamManager:
            let kind = try OrganisationRegister.find(actor.organisation, in: connection)?.kind
            self =
                switch lists.shown ?? "" {
                case TeamLists.mine: .led(actor.person, at: actor.organisation)
                case TeamLists.nobodys: .unled(at: actor.organisation)
                default: kind == .council ? .council(actor.organisation) : .jobcentre(actor.organisation)
                }
        case .providerManager:
            let prime = CaseloadQuery.Scope.prime(actor.organisation)
            let isPrime = try !CaseloadQuery(prime, for: reader, limit: 1).page(in: connection).rows.isEmpty
            self = isPrime ? prime : .provider(actor.organisation)
        default: self = lists.isTeams ? .provider(actor.organisation) : .adviser(actor.person)
        }
    }

    var isOwn: Bool { if case .adviser = self { true } else { false } }

    var title: String {
        switch self {
        case .adviser: "Your customers"
        case .prime, .provider: "Customers of your organisation"
        case .jobcentre: "Customers of this jobcentre"
        case .council: "Customers of this council service"
        case .led: "Customers whom you lead"
        case .unled: "Customers whom nobody leads"
        }
    }

    /// What will fill an empty list.
    var comes: String {
        switch self {
        case .adviser: "They appear here when they are assigned to you."
        case .prime, .provider: "They appear here when they are referred to you."
        case .led: "They appear here when you are named as who leads."
        case .unled: "Nobody of those your organisation speaks for is without a lead."
        case .jobcentre, .council: "They appear here when you register them, or take up a record that others keep."
        }
    }
}

extension CaseloadRow {
    /// Who leads, as a list may say it: to whoever keeps the record, of anybody who does; to others, of their adviser.
    func leads(in scope: CaseloadQuery.Scope) -> Identifier<Person>? { scope.isKeepers ? lead : adviser }
}

extension CaseloadQuery.Sort {
    func words(descending: Bool) -> String {
        switch self {
        case .nextAppointment: descending ? "next appointment, the last first" : "next appointment"
        case .lastContact: descending ? "the shortest since they were met" : "the longest since they were met"
        case .name: descending ? "name, from Z to A" : "name"
        }
    }
}

/// Which customers a caseload page shows, and in what order: what its address carries.
struct CaseloadFilter: Sendable {
    let search: String?
    let state: CaseloadState?
    let sort: CaseloadQuery.Sort
    /// Whether the last comes first.
    let descending: Bool
    /// Whose customers somebody with several lists asked for.
    let whose: String?
    let place: Cursor?

    /// - Throws: `Refusal` when the place in the list is not one.
    init(_ visit: Visit) throws {
        search = visit.query("q")
        state = visit.query("state").flatMap(CaseloadState.init(rawValue:))
        sort = visit.query("sort").flatMap(CaseloadQuery.Sort.init(rawValue:)) ?? .nextAppointment
        descending = visit.query("order") == Self.down
        whose = visit.query(TeamLists.name).flatMap { TeamLists.choices.contains($0) ? $0 : nil }
        place = try visit.query("at").map { try Cursor($0) }
    }

    func query(of scope: CaseloadQuery.Scope, for reader: CaseloadReader) -> CaseloadQuery {
        CaseloadQuery(
            scope, for: reader, state: state, sort: sort, descending: descending, search: search, after: place,
            limit: CaseloadPage.size)
    }

    static let down = "down"

    /// Whether it leaves nobody out.
    var isOpen: Bool { search == nil && state == nil }

    /// The address of the same list by another order, or at another place.
    func address(sort: CaseloadQuery.Sort? = nil, descending: Bool? = nil, at place: Cursor? = nil) -> String {
        var query: [(String, String)] = []
        if let search { query.append(("q", search)) }
        if let state { query.append(("state", state.rawValue)) }
        let sort = sort ?? self.sort
        if sort != .nextAppointment { query.append(("sort", sort.rawValue)) }
        if descending ?? self.descending { query.append(("order", Self.down)) }
        if let whose { query.append((TeamLists.name, whose)) }
        if let place { query.append(("at", place.description)) }
        return SiteURL.caseload(query).address
    }
}
