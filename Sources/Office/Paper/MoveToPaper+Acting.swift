public import Casework
public import Kernel
import Records

extension Office {
    /// Takes a person off the computer for somebody who may erase their record (K-001, J-063).
    ///
    /// Unlike any other erasure it asks for no request of the person's, and makes no look: the erasure that is
    /// left is signed as any other of theirs.
    /// - Parameter seen: the sequence of the record that whoever decided it had before them; nil for a program.
    /// - Refuses: a case that is not there or is nothing of theirs, which are told alike; whoever may not erase it; an
    ///   officer or area that is not there, a reference in use, a record that is not as it was seen. Then nothing is
    ///   erased and no reference is entered.
    /// - Returns: the erasure with its proof, which says nothing of the reference.
    @discardableResult
    public func moveToPaper(
        _ subject: Identifier<CaseFile>, _ paper: NewPaperFile, seen: Int? = nil, as actor: Author
    ) async throws -> Erased {
        let now = clock.now
        try await database.read { [self] connection in
            let file = try survivingFile(of: subject, in: connection)
            guard file.customer != nil, try relation(of: actor, to: file, on: now.day, in: connection) != .none else {
                throw Self.noCase
            }
            _ = try authorise(.eraseRecord, of: actor, on: file, at: now, in: connection)
        }
        return try await moveToPaper(subject, paper, seen: seen, by: actor.person, acting: actor)
    }

    /// Those who may be named as the officer of a paper file, by name: whoever may open one where the actor works, at
    /// whoever keeps the record, and at the providers it is with. Whoever runs the machine may name anybody who may.
    public func paperOfficers(
        for seen: SeenCase, as actor: Author
    ) async throws -> [(person: Identifier<Person>, name: String)] {
        let near = Set(seen.keepers?.organisations ?? []).union(seen.referral?.providers ?? [])
        let roles = Role.allCases.filter { Powers.grant(.readPaper, to: $0, as: .none) != nil }
        return try await database.read { connection in
            var found: [Identifier<Person>: String] = [:]
            for organisation in near.union([actor.organisation]) {
                let name = try OrganisationRegister.find(organisation, in: connection)?.name ?? "An organisation"
                for person in try roles.flatMap({ role in
                    try AccountRegister.staff(of: organisation, role: role, in: connection)
                }) {
                    found[person.person] = "\(person.name), \(name)"
                }
            }
            return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { (person: $0.key, name: $0.value) }
        }
    }

    /// The proof that a whole record was erased, for whoever did it: the record is nobody's from then on, so nobody else is
    /// shown it.
    public func proofOfAll(of subject: Identifier<CaseFile>, erasedBy actor: Author) async throws -> ErasureProof? {
        try await erasureProofs(of: subject).last { proof in
            proof.by == actor && proof.keys.contains { $0.retention == .evidence }
        }
    }
}
