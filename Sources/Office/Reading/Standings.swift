public import Casework
public import Kernel
public import Records

/// Where one customer of a list stands, as far as its reader sees.
public struct ListedStanding: Sendable {
    public let relation: Relation
    /// The customer's name; nil where the reader does not see it.
    public let name: String?
    /// What they like to be called; nil where nobody said, or the reader does not see it.
    public let called: String?
    public let standing: Standing
    /// The appointments that the reader's organisation holds.
    public let held: Set<Identifier<Appointment>>
    /// Whether there is something to read about how to meet them safely.
    public let hasSafety: Bool
    /// The reader's organisation.
    public let organisation: Identifier<Organisation>
    /// What the person agreed that it may see, the latest first.
    public let shared: [Consent]
    /// The actions of the plan that wait for its answer, and those for it to do that are past their day, as far as the
    /// reader sees the plan.
    public let awaited: Int
    public let late: Int
    /// The names of those who are late with something of the plan, as far as the reader sees.
    public let owners: [PlanOwner: String]
    /// Who leads the help they get, as far as the reader sees.
    public let lead: Lead?
}

extension Office {
    /// Where the customers of a list stand. Asked inside `list`, which records the look.
    /// - Returns: nothing for a case that the reader has no live tie to.
    public func standings(
        of subjects: [Identifier<CaseFile>], as actor: Author, in connection: any Connection
    ) throws -> [Identifier<CaseFile>: ListedStanding] {
        let now = clock.now
        var found: [Identifier<CaseFile>: ListedStanding] = [:]
        for subject in subjects {
            let file = try file(subject, in: connection)
            cases.keep(file)
            let relation = try relation(of: actor, to: file, on: now.day, in: connection)
            guard relation != .none else { continue }
            let seen = file.sight(of: actor, as: relation, matrix: sharing, on: now.day).see(file)
            let standing = seen.standing(
                on: now.day, now: now, programmes: programmes, rules: tools.rules, instruments: tools.instruments,
                for: actor.person, unsuited: try unsuited(file, for: actor, as: relation, in: connection),
                leadLeft: try leadLeft(seen, in: connection))
            found[subject] = ListedStanding(
                relation: relation, name: seen.identity?.name, called: seen.needs?.needs.value?.called,
                standing: standing,
                held: Set(seen.appointments.filter { $0.office == actor.organisation }.map(\.id)),
                hasSafety: !(seen.safety?.holding(on: now.day) ?? []).isEmpty,
                organisation: actor.organisation,
                shared: file.consents.holding(for: actor.organisation, on: now.day).reversed(),
                awaited: seen.plan?.waiting(for: actor.organisation).count ?? 0,
                late: seen.plan?.late(of: actor.organisation, on: now.day).count ?? 0,
                owners: try names(of: standing.dues.compactMap(\.owner), in: connection),
                lead: seen.lead(on: now.day))
        }
        return found
    }

    /// Who talked last with each customer of a list, as far as its reader sees. Asked inside `list`, which records the
    /// look. No due is worked out for it.
    public func lastTalks(
        with subjects: [Identifier<CaseFile>], as actor: Author, in connection: any Connection
    ) throws -> [Identifier<CaseFile>: LastTalk] {
        let today = clock.today
        var found: [Identifier<CaseFile>: LastTalk] = [:]
        for subject in subjects {
            let file = try file(subject, in: connection)
            cases.keep(file)
            let relation = try relation(of: actor, to: file, on: today, in: connection)
            guard relation != .none else { continue }
            found[subject] = file.sight(of: actor, as: relation, matrix: sharing, on: today).see(file).lastTalk
        }
        return found
    }

    /// Whether the account of whoever a keeper named to lead somebody is shut, for whoever may have to name another.
    func leadLeft(_ seen: SeenCase, in connection: any Connection) throws -> Bool {
        let lead = seen.sight.role == .teamManager ? seen.lead(on: clock.today) : nil
        guard let lead, !lead.isAdviser else { return false }
        return try AccountRegister.account(of: lead.person, in: connection)?.active == false
    }

    private func names(
        of owners: [PlanOwner], in connection: any Connection
    ) throws -> [PlanOwner: String] {
        try owners.reduce(into: [:]) { names, owner in
            switch owner {
            case .customer: break
            case .adviser(let person, _): names[owner] = try AccountRegister.name(of: person, in: connection)
            case .organisation(let doer): names[owner] = try OrganisationRegister.find(doer, in: connection)?.name
            }
        }
    }
}
