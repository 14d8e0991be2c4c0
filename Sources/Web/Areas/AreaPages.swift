import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// The areas, their published registers of draws, and the shares that draws go by.
    func addAreas(to router: Router<SiteContext>) {
        router.page(.areas, self) { visit in try await visit.areasPage() }
        router.page(.draws, self) { visit in try await DrawsPage.load(visit).page }
        router.page(.shares, self) { visit in try await SharesForm.load(visit).first(visit) }
        router.form(.shares, self) { visit, fields in try await SharesForm.load(visit).send(visit, fields) }
    }
}

extension Visit {
    /// The area that the address names, with the names of organisations.
    func area() async throws -> (area: Area, names: [Identifier<Organisation>: String]) {
        let id: Identifier<Area> = try identifier("area")
        let keyring = office.keyring
        let found = try await office.list(.readDraws, as: actor) { connection in
            (
                area: try Area.load(id, streams: Streams(keys: keyring), in: connection),
                names: try OrganisationRegister.names(in: connection)
            )
        }
        guard found.area.opening != nil else { throw HTTPError(.notFound) }
        return found
    }

    /// Every area, with the names of organisations.
    func areas() async throws -> (areas: [Area], names: [Identifier<Organisation>: String]) {
        let keyring = office.keyring
        return try await office.list(.readDraws, as: actor) { connection in
            (
                areas: try AreaQuery.all(in: connection).map {
                    try Area.load($0.id, streams: Streams(keys: keyring), in: connection)
                },
                names: try OrganisationRegister.names(in: connection)
            )
        }
    }

    fileprivate func areasPage() async throws -> Page {
        let (areas, names) = try await areas()
        return Page("Areas", section: SiteURL.areas.address, width: .wide) {
            p {
                "In each area a draw decides which provider supports a customer. Each provider has a share of the chances, "
                "and the register of every draw is published here, with no names, so that anybody can check it."
            }
            if areas.isEmpty {
                EmptyState("No area is open.", comes: "An area appears here when a commissioner opens it.")
            }
            ForEach(areas) { [actor, today] area in
                AreaPart(
                    area: area, commissioner: area.opening.flatMap { names[$0.commissioner] },
                    setsShares: area.isCommissioned(by: actor), today: today)
            }
        }
    }
}

extension Area {
    var name: String { opening?.name ?? "An area" }

    func isCommissioned(by actor: Author) -> Bool {
        actor.role == .commissioner && opening?.commissioner == actor.organisation
    }
}

extension OrganisationRegister {
    /// What every organisation is called.
    static func names(in connection: any Connection) throws -> [Identifier<Organisation>: String] {
        try Dictionary(uniqueKeysWithValues: all(in: connection).map { ($0.id, $0.name) })
    }
}

/// One area: who commissions it, its register, and its periods with what is published of each key.
private struct AreaPart: Component {
    let area: Area
    let commissioner: String?
    let setsShares: Bool
    let today: CalendarDay

    var body: some HTML {
        Section(area.name, id: "area-\(area.id)") {
            p {
                "\(area.opening?.nation.title ?? ""), commissioned by \(commissioner ?? "an organisation"). "
                a(.href(SiteURL.draws(area.id, after: nil).address)) {
                    area.draws == 1 ? "The register holds 1 draw" : "The register holds \(grouped(area.draws)) draws"
                }
                "."
                if setsShares {
                    " "
                    a(.href(SiteURL.shares(area.id).address)) {
                        "Set the shares"
                        span(.class("unseen")) { " of \(area.name)" }
                    }
                }
            }
            PeriodTable(area: area, today: today)
        }
    }
}

/// The periods of an area: the commitment to each key before it begins, and the key once it is over.
struct PeriodTable: Component {
    let area: Area
    let today: CalendarDay

    var body: some HTML {
        if area.periods.isEmpty {
            EmptyState("No key is committed.", comes: "Draws can be made once the commissioner commits one.")
        } else {
            DataTable(
                "Periods and their keys", rows: area.periods, captionIsUnseen: true,
                columns: [
                    Column("Period", .heading) { period in period.id },
                    Column("Days") { period in "\(period.from.written) to \(period.until.written)" },
                    Column("Now") { [today] period in state(period, today) },
                    Column("What is published") { period in
                        span(.class("digits")) {
                            period.published.map { "Key \($0)" } ?? "Commitment \(period.commitment)"
                        }
                    },
                ])
        }
    }

    private func state(_ period: DrawPeriod, _ today: CalendarDay) -> StatusTag {
        if period.published != nil { return StatusTag("Key published", .done) }
        if period.until < today { return StatusTag("Over, key to come", .waiting) }
        return period.from <= today ? StatusTag("Draws now", .live) : StatusTag("Committed", .waiting)
    }
}
