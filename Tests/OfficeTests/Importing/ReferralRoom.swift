import Casework
import Kernel
import Office
import Programmes
import Records
import TestSupport

/// An office with one area, one provider and one adviser, on a day in March 2012.
struct ReferralRoom {
    let store: TestStore
    let office: Office
    let adviser: Author

    static let areaName = "Calder Valley"
    static let programme = "work-programme-2011"

    init(_ engine: Engine) async throws {
        store = try await TestStore.fresh(engine)
        let now = Instant(london: try CalendarDay("2012-03-05"), hour: 10, minute: 0)
        office = try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))), programmes: Programmes.shipped().programmes,
            clock: OfficeClock { now }, random: .seeded(7))
        func author(_ number: UInt64, _ role: Role) -> Author {
            Author(person: Identifier(high: 1, low: number), organisation: Identifier(high: 2, low: number), role: role)
        }
        adviser = author(1, .adviser)
        let commissioner = author(2, .commissioner)
        let area = Identifier<Area>(high: 3, low: 1)
        try await office.openArea(
            .init(name: Self.areaName, nation: .england, commissioner: commissioner.organisation), id: area,
            as: commissioner)
        try await office.commitKey(
            of: area, period: "2012", from: try CalendarDay("2012-01-01"), until: try CalendarDay("2012-12-31"),
            as: commissioner)
        let shares = [
            Share(provider: Identifier(high: 4, low: 1), tenThousandths: 6000),
            Share(provider: Identifier(high: 4, low: 2), tenThousandths: 4000),
        ]
        try await office.setShares(
            ShareSetting(programme: Self.programme, group: nil, from: try CalendarDay("2012-01-01"), shares: shares),
            of: area, as: commissioner)
    }

    func take(_ text: String, source: String = "test") async throws -> ImportReport {
        try await take(Array(text.utf8), source: source)
    }

    func take(_ bytes: [UInt8], source: String = "test") async throws -> ImportReport {
        let rest = Locked(bytes[...])
        return try await ReferralImport(
            as: adviser, area: Self.areaName, programme: Self.programme, source: source
        ).run(
            in: office,
            reading: {
                rest.with { rest in
                    defer { rest = rest.dropFirst(4096) }
                    return Array(rest.prefix(4096))
                }
            })
    }

    /// How many cases there are, and how many events they hold.
    func counts() async throws -> [Int] {
        try await store.read { connection in
            var (cases, events) = (0, 0)
            try Streams(keys: nil).each(of: CaseFile.self, in: connection) { event in
                events += 1
                if event.sequence == 1 { cases += 1 }
            }
            return [cases, events]
        }
    }

    func close() async throws {
        try await office.close()
        try await store.close()
    }
}
