public import Casework
public import Kernel
public import Records

/// A case as somebody opened it: what they may see, the events behind it, and the names it speaks of.
public struct OpenedCase: Sendable {
    public let seen: SeenCase
    public let relation: Relation
    /// Every event, in order; a timeline of them goes through the same sight.
    public let events: [Event<CaseFile>]
    public let names: Names
    /// What has become of letters, by the event that each follows from.
    public let letters: [Identifier<Event<CaseFile>>: OutboxState]
    /// What is due by the programme's tariff, where the reader may see payments.
    public let accounts: [PaymentAccount]
    /// The day it was read.
    public let today: CalendarDay
    public let now: Instant
    public let standing: Standing
    /// The rules of the service it was read under.
    public let rules: ServiceRules
    /// Whether whoever has the person shares its people as one team, so that their adviser is their lead (G-130).
    public var sharedByTeam = false
}

extension Office {
    /// Opens a case for somebody. The look is on record before anything is returned.
    /// - Throws: `Refusal` when there is no such case, or it is not theirs to open. The two are told alike to whoever
    ///   has no tie to the case.
    public func open(
        _ subject: Identifier<CaseFile>, as actor: Author, to act: Act = .readCase
    ) async throws -> OpenedCase {
        let now = clock.now
        let opened = try await telling { [self] in
            try await database.write { [self] connection in
                var file = try survivingFile(of: subject, in: connection)
                let id = file.id
                let relation = try relation(of: actor, to: file, on: now.day, in: connection)
                guard file.customer != nil, relation != .none || Powers.grant(act, to: actor.role, as: .none) != nil
                else {
                    throw Refusal(
                        "case.none",
                        "There is no customer here that you can open. Check the address, or search by name or national insurance number."
                    )
                }
                try Powers.require(act, of: actor.role, as: relation)
                let sight = file.sight(of: actor, as: relation, matrix: sharing, on: now.day)
                let reader = sight.opensSealed ? streams : sealedStreams
                let events = try reader.record(id, in: connection)
                let whole = file
                if !sight.opensSealed { file = CaseFile(id: id, folding: events) }
                let account = file.referral.flatMap { programmes[$0.programme] }.map {
                    PaymentLedger($0).account(for: file, until: now.day)
                }
                try Looks.record(
                    Look(
                        at: now, by: actor, subject: id.description, act: act.rawValue,
                        reason: reason(of: act, through: sight),
                        relation: relation.rawValue),
                    random: random, in: connection)
                return (
                    whole,
                    OpenedCase(
                        seen: sight.see(file), relation: relation, events: events,
                        names: try names(in: events, naming: sight.opensSealed, connection),
                        letters: try sources(of: whole, in: connection).reduce(into: [:]) {
                            try $0.merge(Outbox.states(of: $1, in: connection)) { first, _ in first }
                        },
                        accounts: sight.sees(.work) && sight.sees(.money) && !sight.isForItsOwn(.work)
                            ? account.map { [$0] } ?? [] : [],
                        today: now.day, now: now,
                        standing: sight.see(file).standing(
                            on: now.day, now: now, programmes: programmes, rules: tools.rules,
                            instruments: tools.instruments, for: actor.person,
                            unsuited: try unsuited(whole, for: actor, as: relation, in: connection),
                            leadLeft: try leadLeft(sight.see(file), in: connection)),
                        rules: tools.rules,
                        sharedByTeam: try whole.referral?.holder.map {
                            try SharedTeams.contains($0, in: connection)
                        } ?? false)
                )
            }
        }
        cases.keep(opened.0)
        return opened.1
    }

    /// Why a case is opened, as it stands with the look.
    private func reason(of act: Act, through sight: Sight) -> String {
        if act == .takeUpRecord { return "to say whether the person is with them now" }
        return sight.grounds.isEmpty ? sight.relation.words : sight.grounds.joined(separator: " ")
    }

    /// Names of the people and organisations that events speak of.
    /// - Parameter naming: whether the reader may read the customer's own name.
    func names(in events: [Event<CaseFile>], naming: Bool = true, _ connection: any Connection) throws -> Names {
        var people = Set(events.map(\.by.person))
        var organisations = Set(events.map(\.by.organisation))
        for event in events {
            switch event.fact {
            case .appointment(.booked(_, let booking)):
                people.insert(booking.adviser)
                organisations.insert(booking.office)
            case .customer(.ledBy(let organisation, let person)):
                people.insert(person)
                organisations.insert(organisation)
            case .customer(.givenBack(let given)): organisations.formUnion([given.to].compactMap(\.self))
            case .referral(.allocated(_, let allocated)): organisations.insert(allocated.provider)
            case .referral(.assigned(_, let provider, let adviser)),
                .referral(.adviserChanged(_, let provider, let adviser, _, _)):
                people.insert(adviser)
                organisations.insert(provider)
            case .chain(let fact):
                people.formUnion(fact.people)
                organisations.formUnion(fact.organisations)
            case .plan(let fact):
                people.formUnion(fact.people)
                organisations.formUnion(fact.organisations)
            case .joining(let fact): organisations.formUnion(fact.organisations)
            case .circumstance(let fact): organisations.formUnion(fact.organisations)
            case .voice(.raised(_, _, let to, _, _)): organisations.insert(to)
            case .sharing(.asked(_, let terms, _)), .sharing(.consented(_, let terms, _, _, _, _)):
                organisations.insert(terms.recipient)
            default: break
            }
        }
        let offices = try organisations.reduce(into: [:]) {
            $0[$1] = try OrganisationRegister.find($1, in: connection)?.name
        }
        let system = Set(events.lazy.map(\.by).filter { $0.role == .system }.map(\.person))
        let staff = try people.reduce(into: try own(events, naming: naming, connection)) {
            guard $0[$1] == nil else { return }
            $0[$1] = system.contains($1) ? "Throughline" : try AccountRegister.name(of: $1, in: connection)
        }
        return Names(
            organisation: { offices[$0] ?? "An organisation" }, person: { staff[$0] ?? "Somebody" })
    }

    /// Names of the customer and of those who act for them, who have no account.
    private func own(
        _ events: [Event<CaseFile>], naming: Bool, _ connection: any Connection
    ) throws -> [Identifier<Person>: String] {
        var found: [Identifier<Person>: String] = [:]
        // Several records of one person may be this one.
        for subject in Set(events.lazy.map(\.subject)) {
            found[Identifier(subject)] =
                naming ? try IdentityRegister.names(of: [subject], in: connection)[subject] : "The customer"
        }
        for event in events {
            if case .access(.supporterNamed(let id, _, _, .open(let details))) = event.fact {
                found[Identifier(id)] = details.name
            }
        }
        return found
    }

    /// Reads a list, with one row in the log of looks.
    /// - Refuses: when the role may not.
    public func list<Answer: Sendable>(
        _ act: Act, as actor: Author, _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try Powers.require(act, of: actor.role, as: .none)
        let now = clock.now
        return try await telling { [self] in
            let answer = try await database.read(body)
            try await recordLook(act, by: actor, at: now)
            return answer
        }
    }

    /// Writes a row in the log of looks, of a list or of what is told of many people together.
    func recordLook(_ act: Act, by actor: Author, at now: Instant) async throws {
        try await database.write { [self] connection in
            try Looks.record(
                Look(at: now, by: actor, subject: nil, act: act.rawValue, reason: "a list", relation: nil),
                random: random, in: connection)
        }
    }
}

extension OpenedCase {
    /// A case of nobody's, as though somebody had opened it on a day: for describing what can be asked of one.
    public init(
        specimen seen: SeenCase, relation: Relation, events: [Event<CaseFile>], on day: CalendarDay,
        programmes: [String: Programme], rules: ServiceRules
    ) {
        let now = Instant(london: day, hour: 12, minute: 0)
        self.init(
            seen: seen, relation: relation, events: events,
            names: Names(organisation: { _ in "An organisation" }, person: { _ in "Somebody" }), letters: [:],
            accounts: [], today: day, now: now,
            standing: seen.standing(on: day, now: now, programmes: programmes, rules: rules),
            rules: rules)
    }
}
