public import Casework
public import Kernel
import Records

extension Office {
    /// Decides a command and records nothing, so that answers to be checked are refused before they are shown as ready.
    /// A command that was answered already is not decided again.
    /// - Parameter content: as it will be given to `perform`.
    /// - Throws: `Refusal`: no power to do it, or a rule says no.
    public func rehearse<C: CaseCommand>(
        _ command: C, on subject: Identifier<CaseFile>, as actor: Author, id: Identifier<Command>,
        content: String? = nil
    ) async throws {
        let asked = asked(command, content)
        let now = clock.now
        try await telling { [self] in
            try await database.read { [self] connection in
                let file = try survivingFile(of: subject, in: connection)
                guard try answered(id, asking: asked, on: file, in: connection) == nil else { return }
                let relation = try authorise(C.act, of: actor, on: file, at: now, in: connection)
                let context = Context(
                    now: now, random: random, actor: actor, command: id, programmes: programmes, tools: tools,
                    sharing: sharing,
                    surroundings: try surroundings(of: command, on: file, actor: actor, now: now, in: connection))
                let facts = try command.decide(on: file, in: context)
                try requireReach(C.act, facts, of: actor, as: relation, on: file, at: now)
            }
        }
    }
}
