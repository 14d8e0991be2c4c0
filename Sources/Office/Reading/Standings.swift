public import Casework
public import Kernel
public import Records

/// Where one customer of a list stands, as far as its reader sees.
public struct ListedStanding: Sendable {
    public let relation: Relation
    /// The customer's name; nil where the reader does not see it.
    public let name: String?
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
            found[subject] = ListedStanding(
                relation: relation, name: seen.identity?.name,
                standing: seen.standing(
                    on: now.day, now: now, programmes: programmes, rules: tools.rules,
                    instruments: tools.instruments, for: actor.person,
                    unsuited: try unsuited(file, for: actor, as: relation, in: connection)),
                held: Set(seen.appointments.filter { $0.office == actor.organisation }.map(\.id)),
                hasSafety: !(seen.safety?.holding(on: now.day) ?? []).isEmpty,
                organisation: actor.organisation,
                shared: file.consents.holding(for: actor.organisation, on: now.day).reversed(),
                awaited: seen.plan?.waiting(for: actor.organisation).count ?? 0,
                late: seen.plan?.late(of: actor.organisation, on: now.day).count ?? 0)
        }
        return found
    }
}
