import Casework
public import Kernel
public import Records

extension Office {
    /// Finds people in the register; 20 at most.
    ///
    /// Jobcentre staff find everybody, because one person has one record (G-004). Everybody else finds only the people
    /// whose record they may read: that somebody else is known here is not theirs to learn.
    ///
    /// A search is one row in the log of looks. Whoever a search by number or by the exact birth date shows is besides
    /// looked at, and can read that it was (G-246); of a search by name, which may show many, that is not kept (ours).
    /// - Refuses: when the role may not search.
    public func find(_ search: IdentityRegister.Search, as actor: Author) async throws -> [IdentityRegister.Entry] {
        let day = clock.today
        let shown: [IdentityRegister.Entry] = try await list(.findCustomer, as: actor) { [self] connection in
            let found = try surviving(
                IdentityRegister.find(search, keyring: keyring, in: connection), in: connection)
            if Powers.grant(.registerCustomer, to: actor.role, as: .none) != nil { return found }
            return try found.filter {
                let relation = try relation(of: actor, to: file($0.subject, in: connection), on: day, in: connection)
                return Powers.grant(.readCase, to: actor.role, as: relation) != nil
            }
        }
        if search.isExact, !shown.isEmpty { try await record(shown.map(\.subject), foundBy: actor) }
        return shown
    }

    /// Writes down that a search showed who these people are, before the answer is sent.
    private func record(_ subjects: [Identifier<CaseFile>], foundBy actor: Author) async throws {
        let now = clock.now
        try await telling { [self] in
            try await database.write { [self] connection in
                for subject in subjects {
                    try Looks.record(
                        Look(
                            at: now, by: actor, subject: subject.description, act: Act.findCustomer.rawValue,
                            reason: "to find whether somebody is registered", relation: nil),
                        random: random, in: connection)
                }
            }
        }
    }
}

extension IdentityRegister.Search {
    /// Whether it is for one person, known by what nobody guesses, rather than for all of a name.
    fileprivate var isExact: Bool {
        switch self {
        case .number, .born: true
        case .name: false
        }
    }
}
