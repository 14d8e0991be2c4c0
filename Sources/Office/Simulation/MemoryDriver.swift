import Casework
import Kernel
import Records

/// Decides commands with no store behind them, so that the model can be tried on many customers in seconds. What it
/// leaves out is what only a store can know: powers, other people's diaries, and the true draw, which is here a random one.
final class MemoryDriver: CaseDriver {
    private var held: CaseFile?
    private var area: Area
    private let programmes: [String: Programme]
    private let tools: ServiceTools
    private let random = RandomSource.seeded(17)
    private(set) var events = 0

    init(_ area: Area, programmes: [String: Programme], tools: ServiceTools) {
        self.area = area
        self.programmes = programmes
        self.tools = tools
    }

    func file(_ subject: Identifier<CaseFile>) -> CaseFile {
        if let held, held.id == subject { return held }
        return CaseFile(id: subject)
    }

    func perform<C: CaseCommand>(
        _ command: C, _ id: Identifier<Command>, on subject: Identifier<CaseFile>, as actor: Author, at moment: Instant,
        document: AttachedDocument?
    ) throws -> CaseFile {
        var file = file(subject)
        var surroundings = Surroundings()
        if command is ReferCustomer {
            surroundings.draw = DrawSetting(area: area, value: DrawValue(bits: random.next()), earlier: nil)
        } else if let assignment = command as? AssignReferral {
            surroundings.chain = [assignment.provider]
            surroundings.adviserWorksThere = true
        }
        let context = Context(
            now: moment, random: random, actor: actor, command: id, programmes: programmes, tools: tools,
            surroundings: surroundings)
        for fact in try command.decide(on: file, in: context) {
            file.apply(
                Event<CaseFile>(
                    id: Identifier(at: moment, random: random), subject: subject, sequence: file.sequence + 1,
                    occurred: fact.occurred ?? .instant(moment), recorded: moment, by: actor, fact: fact))
            events += 1
        }
        held = file
        return file
    }
}
