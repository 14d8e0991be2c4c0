public import Casework
public import Kernel
import Records

extension Office {
    /// Opens a contract package area and its register of draws.
    public func openArea(
        _ opening: AreaFact.Opening, id: Identifier<Area>, as actor: Author
    ) async throws {
        try await record(on: id, as: actor) { area, _ in
            guard area.opening == nil else {
                throw Refusal("area.open", "This area is already open.")
            }
            return [.opened(opening)]
        }
    }

    /// Puts the commitment to a period's key on the register, before the period begins.
    /// - Refuses: a period that has begun on a register that has draws, or that overlaps another.
    public func commitKey(
        of id: Identifier<Area>, period: String, from: CalendarDay, until: CalendarDay, as actor: Author
    ) async throws {
        try await record(on: id, as: actor) { [keyring] area, _ in
            guard from <= until,
                !area.periods.contains(where: { $0.from <= until && from <= $0.until || $0.id == period })
            else {
                throw Refusal(
                    "area.period", "This period overlaps one that has a key already. Choose other days.", field: "from")
            }
            let key = DrawKey(keyring.drawKey(area: id, period: period))
            return [.keyCommitted(DrawPeriod(id: period, from: from, until: until, commitment: key.commitment))]
        }
    }

    /// Sets the chance of each provider for one payment group, or for all, from a day on. What is set already, the
    /// same from the same day, is not set again.
    public func setShares(_ setting: ShareSetting, of id: Identifier<Area>, as actor: Author) async throws {
        try await record(on: id, as: actor) { area, _ in
            let last = area.settings.last {
                $0.programme == setting.programme && $0.group == setting.group && $0.from == setting.from
            }
            return last == setting ? [] : [.sharesSet(setting)]
        }
    }

    /// Publishes the keys of periods that are over, so that anybody can make their draws again.
    /// - Returns: how many were published.
    public func publishKeys(as actor: Author) async throws -> Int {
        let areas = try await database.read { try AreaQuery.all(in: $0) }
        var published = 0
        for area in areas {
            published += try await record(on: area.id, as: actor) { [keyring] area, now in
                area.periods.filter { $0.until < now.day && $0.published == nil }.map {
                    .keyPublished(
                        period: $0.id, key: DrawKey(keyring.drawKey(area: area.id, period: $0.id)).hexadecimal)
                }
            }
        }
        return published
    }

    @discardableResult
    private func record(
        on id: Identifier<Area>, as actor: Author,
        _ decide: @escaping @Sendable (Area, Instant) throws -> [AreaFact]
    ) async throws -> Int {
        try Powers.require(
            actor.role == .system ? .readDraws : .setShares, of: actor.role == .system ? .commissioner : actor.role,
            as: .none)
        let now = clock.now
        return try await telling { [self] in
            try await database.write { [self] connection in
                let area = try Area.load(id, streams: streams, in: connection)
                let facts = try decide(area, now)
                return try append(facts, to: area, by: actor, at: now, in: connection).count
            }
        }
    }

    /// Adds facts to an area's stream and brings its tables up to date.
    @discardableResult
    func append(
        _ facts: [AreaFact], to area: Area, by actor: Author, at now: Instant, in connection: any Connection
    ) throws -> [Event<Area>] {
        let events = try streams.append(
            facts, to: area.id, expecting: area.sequence, by: actor, at: now, random: random, in: connection)
        for event in events { try Projections.update(event, in: connection) }
        return events
    }
}
