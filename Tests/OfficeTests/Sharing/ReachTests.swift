import Casework
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

/// Who may do what with which part of a record: role by act by relation by category.
@Suite("Reach")
struct ReachTests {
    @Test("The whole table, role by act by relation by category, is the one that was agreed (A6, K-007)")
    func table() throws {
        let found = ReachTable(of: try SharingReader.shipped()).lines
        let agreed = try ReachTable.agreed().lines
        #expect(Set(found).subtracting(agreed).sorted() == [], "possible, and not in reach.txt")
        #expect(Set(agreed).subtracting(found).sorted() == [], "in reach.txt, and not possible")
    }

    @Test("Something is planted in every category, but for sanction doubts and duties, which no act records")
    func everyCategory() throws {
        let planted = try PlantedFact.all(
            on: CalendarDay(ymd: (2012, 8, 9)), by: Identifier(high: 9, low: 3)
        ).map(\.category)
        #expect(Set(planted).union([.conditionality]) == Set(Casework.Category.allCases))
        #expect(!Act.allCases.contains { $0.records.contains(.conditionality) })
    }

    @Test("Of real records, each act by each role records what the table says, and all else is refused (A6, K-007)")
    func acts() async throws {
        let table = try ReachTable.agreed()
        let ties = try await RealTies.make()
        let office = ties.desk.office
        let found = try await ties.desk.store.read { connection in
            try ties.all.map { try Asking($0, of: office, table, in: connection).everything() }
        }
        for (tie, asked) in zip(ties.all, found) {
            #expect(asked.wrong == [], "\(tie.relation)")
            #expect(asked.places.contains { $0.relation == tie.relation }, "no role is \(tie.relation) there")
        }
        let met = found.reduce(into: Set<ReachTable.Place>()) { $0.formUnion($1.places) }
        #expect(table.places.subtracting(met).map { "\($0)" } == [], "lines that no real record comes to")
        try await ties.desk.close()
    }

    @Test("What real records hold in every category is read by whoever the table says, and by nobody else (K-007, G9)")
    func reads() async throws {
        let table = try ReachTable.agreed()
        let ties = try await RealTies.make()
        for tie in ties.all {
            for role in Role.allCases {
                let reading = try await Reading(tie, role, of: ties.desk.office)
                let wrong = reading.wrong(by: table)
                #expect(wrong == [], "\(role) at \(tie.relation)")
            }
        }
        // Whoever meets them is shown how to do so safely.
        let attached = try #require(ties.all.first { $0.relation == .attached })
        let met = try await Reading(attached.subject, as: ties.desk.provider, of: ties.desk.office, planted: attached)
        #expect(met.shown?.contains(.safety) == true)
        try await ties.desk.close()
    }
}

// MARK: Doing

/// A command of any act, which would record whatever it is given.
private struct Attempt: CaseCommand {
    @TaskLocal static var current: Act = .readCase
    static var act: Act { current }
    let facts: [Fact]

    func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] { facts }
}

/// Every role asks the office for every act on one record, for every category.
private struct Asking {
    let tie: RealTie
    let office: Office
    let table: ReachTable
    let connection: any Connection
    let file: CaseFile
    let now: Instant
    let planted: [PlantedFact]
    /// Where the roles stand.
    private(set) var places: Set<ReachTable.Place> = []
    private(set) var wrong: [String] = []

    struct Found: Sendable {
        let places: Set<ReachTable.Place>
        let wrong: [String]
    }

    init(_ tie: RealTie, of office: Office, _ table: ReachTable, in connection: any Connection) throws {
        self.tie = tie
        self.office = office
        self.table = table
        self.connection = connection
        file = try office.file(tie.subject, in: connection)
        now = office.clock.now
        planted = try PlantedFact.all(on: now.day, by: tie.keeper.organisation)
    }

    func everything() throws -> Found {
        var asking = self
        for role in Role.allCases { try asking.ask(role) }
        return Found(places: asking.places, wrong: asking.wrong)
    }

    private mutating func ask(_ role: Role) throws {
        let actor = tie.actor(role)
        let relation = try office.relation(of: actor, to: file, on: now.day, in: connection)
        let place = ReachTable.Place(relation: relation, role: role)
        places.insert(place)
        let chosen = relation == tie.relation ? tie.chosen : []
        for act in Act.allCases {
            guard let openings = table.does[place]?[act] else {
                if try !isRefused(act, [], to: actor) { wrong.append("\(role) could \(act.rawValue)") }
                continue
            }
            // Of what a partner or a supporter was not let see, the act itself is refused.
            let isShut =
                [.partner, .supporter].contains(relation) && act.category.map { !chosen.contains($0) } ?? false
            if isShut != isRefused(act, to: actor) { wrong.append("\(role): \(act.rawValue)") }
            for one in planted {
                let isListed = openings[one.category].map { $0 == .always || chosen.contains(one.category) }
                let isOpen = !isShut && isListed == true
                let isRight =
                    try isOpen
                    ? !isRefused(act, one.fact, as: relation, to: actor) : isRefused(act, [one.fact], to: actor)
                if !isRight {
                    wrong.append("\(role) \(isOpen ? "could not" : "could") \(act.rawValue): \(one.category)")
                }
            }
        }
    }

    /// Whether the office will not do it, for want of a power or of sight. What is refused records nothing.
    private func isRefused(_ act: Act, _ facts: [Fact], to actor: Author) throws -> Bool {
        do {
            try Attempt.$current.withValue(act) {
                _ = try office.perform(
                    Attempt(facts: facts), on: file, as: actor, id: Identifier(high: 400, low: 1), seen: nil,
                    documents: [], asked: [], now: now, in: connection)
            }
            return false
        } catch let refusal as Refusal {
            return refusal.code.hasPrefix("power.")
        } catch RecordsFault.fault(let sentence) {
            return sentence.contains("would record")
        }
    }

    private func isRefused(_ act: Act, to actor: Author) -> Bool {
        do {
            try office.authorise(act, of: actor, on: file, at: now, in: connection)
            return false
        } catch { return true }
    }

    /// The same of what the office would let through, without recording it.
    private func isRefused(_ act: Act, _ fact: Fact, as relation: Relation, to actor: Author) -> Bool {
        do {
            try office.authorise(act, of: actor, on: file, at: now, in: connection)
            try office.requireReach(act, [fact], of: actor, as: relation, on: file, at: now)
            return false
        } catch { return true }
    }
}

// MARK: Reading

/// One record as somebody opened it, and which of what was planted stands in it.
private struct Reading {
    let tie: RealTie
    let role: Role
    let relation: Relation
    let planted: [PlantedFact]
    /// The categories whose planted word is there; nil when the record did not open.
    private(set) var shown: Set<Casework.Category>?
    private(set) var refusal: String?
    private(set) var opensSealed = true

    init(_ tie: RealTie, _ role: Role, of office: Office) async throws {
        try await self.init(tie.subject, as: tie.actor(role), of: office, planted: tie)
    }

    init(_ subject: Identifier<CaseFile>, as actor: Author, of office: Office, planted tie: RealTie) async throws {
        self.tie = tie
        role = actor.role
        planted = try PlantedFact.all(on: office.clock.now.day, by: tie.keeper.organisation)
        relation = try await office.database.read { connection in
            try office.relation(
                of: actor, to: office.file(subject, in: connection), on: office.clock.now.day, in: connection)
        }
        do {
            let opened = try await office.open(subject, as: actor)
            let text = Self.text(of: opened, office)
            shown = Set(planted.filter { text.contains($0.word) }.map(\.category))
            opensSealed = opened.seen.sight.opensSealed
        } catch let refused as Refusal {
            refusal = refused.code
        }
    }

    /// Everything that is in the reader's hands: the record, and the journey that is written of it.
    private static func text(of opened: OpenedCase, _ office: Office) -> String {
        // What the ledger of payments reads is not the reader's: it makes lines of codes and days of it.
        let parts = Mirror(reflecting: opened.seen).children.filter { $0.label != "payable" && $0.label != "sight" }
        let entries = Casework.Timeline.entries(
            opened.events, through: opened.seen.sight, names: opened.names, programmes: office.programmes,
            tools: office.tools)
        return (parts.map { String(describing: $0.value) } + entries.flatMap { [$0.headline, $0.detail ?? ""] })
            .joined(separator: "\n")
    }

    /// Whatever is not as the table has it.
    func wrong(by table: ReachTable) -> [String] {
        guard let sees = table.sees[.init(relation: relation, role: role)] else {
            return shown == nil && ["case.none", "power.none"].contains(refusal) ? [] : ["opened"]
        }
        guard let shown else { return ["did not open: \(refusal ?? "")"] }
        let chosen = relation == tie.relation ? tie.chosen : []
        let expected = planted.filter { one in
            guard let opening = sees[one.category], opensSealed || !one.isSealed else { return false }
            return opening == .always || (opening != .meeting && chosen.contains(one.category))
        }
        let due = Set(expected.map(\.category))
        return (shown.subtracting(due).map { "saw \($0)" } + due.subtracting(shown).map { "missed \($0)" }).sorted()
    }
}
