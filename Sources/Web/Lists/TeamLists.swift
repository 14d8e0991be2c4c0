import Casework
import Kernel
import Office
import Records

/// The lists of somebody whose organisation shares its people as one team: of those they lead, and of everybody the team
/// has (G-130); and of somebody where records are kept: of everybody, of those they lead, and of those whom nobody leads
/// (G-005). Others have one list.
struct TeamLists: Sendable {
    /// What the address of the team's list says.
    static let name = "whose"
    static let team = "team"
    static let mine = "mine"
    static let nobodys = "nobody"
    static let choices = [team, mine, nobodys]

    /// Whether their organisation is a shared team, so that an adviser is a lead.
    let isShared: Bool
    /// Whether they have a list of their own beside the team's.
    let hasBoth: Bool
    /// Whether they work where records are kept.
    let isKeepers: Bool
    /// What the address of the list that is shown says of it; nil of the first.
    let shown: String?

    init(_ actor: Author, asked: String?, in connection: any Connection) throws {
        let isLeading = [.providerAdviser, .inWorkOfficer].contains(actor.role)
        isShared =
            try (isLeading || actor.role == .providerManager)
            && SharedTeams.contains(actor.organisation, in: connection)
        hasBoth = isShared && isLeading
        isKeepers = [.adviser, .teamManager].contains(actor.role)
        let offered = hasBoth ? [Self.team] : isKeepers ? [Self.mine, Self.nobodys] : []
        shown = asked.flatMap { offered.contains($0) ? $0 : nil }
    }

    /// Whether the team's is shown in place of their own.
    var isTeams: Bool { shown == Self.team }

    /// Whether somebody is on the list that is shown, by who leads the help they get.
    func holds(_ lead: Lead?, for actor: Author) -> Bool {
        switch shown ?? "" {
        case Self.mine: lead?.person == actor.person && lead?.organisation == actor.organisation
        case Self.nobodys: lead == nil
        default: true
        }
    }

    /// What the address of the list that is shown says of it.
    var query: [(String, String)] { shown.map { [(Self.name, $0)] } ?? [] }

    /// The way from one list to the other; nothing for whoever has one.
    /// - Parameter address: that of the list which says so in its address.
    @HTMLBuilder func tabs(_ address: ([(String, String)]) -> String) -> some HTML {
        if hasBoth {
            Tabs(
                "Whose customers",
                [
                    Tabs.Tab("Those you lead", to: address([])),
                    Tabs.Tab("Everybody of the team", to: address([(Self.name, Self.team)])),
                ], current: address(query))
        } else if isKeepers {
            Tabs(
                "Whose customers",
                [
                    Tabs.Tab("Everybody", to: address([])),
                    Tabs.Tab("Those you lead", to: address([(Self.name, Self.mine)])),
                    Tabs.Tab("Nobody leads", to: address([(Self.name, Self.nobodys)])),
                ], current: address(query))
        }
    }
}

extension Office {
    /// Who talked last with the customers of a shared team's list; nothing for any other list, so that no case is read for
    /// it. Asked inside `list`, which records the look.
    func talks(
        of rows: [CaseloadRow], on lists: TeamLists, of scope: CaseloadQuery.Scope, as actor: Author,
        in connection: any Connection
    ) throws -> [Identifier<CaseFile>: LastTalk] {
        guard lists.isShared, !scope.isOwn else { return [:] }
        return try lastTalks(with: rows.map(\.subject), as: actor, in: connection)
    }
}
