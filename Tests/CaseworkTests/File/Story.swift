import Kernel
import Testing

@testable import Casework

/// One made-up customer's case, taken forward by commands and a clock that is set by hand.
///
/// 2012 in England: Monday 4 and Tuesday 5 June are bank holidays.
struct Story {
    static let jobcentre = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x11)
    static let prime = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x12)
    static let local = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x13)
    static let rival = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x14)
    static let council = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x15)
    static let jane = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x21), organisation: jobcentre, role: .adviser)
    static let manager = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x22), organisation: prime, role: .providerManager)
    static let dana = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x23), organisation: local, role: .providerAdviser)
    static let omar = Identifier<Person>(high: 0x7000, low: 1 << 63 | 0x24)
    static let areaID = Identifier<Area>(high: 0x7000, low: 1 << 63 | 0x31)

    var programme = Programme.madeUp
    var area: Area
    /// Read by the next command, then reset to what an ordinary one reads.
    var surroundings: Surroundings
    /// Who sees what, where a test rests on it.
    var sharing = SharingMatrix()
    var now: Instant
    private(set) var file: CaseFile
    private(set) var events: [Event<CaseFile>] = []
    private let random = RandomSource.seeded(7)
    private var made: UInt64 = 0

    init(number: UInt64 = 1, nation: Nation = .england) throws {
        file = CaseFile(id: Identifier(high: 0x0137_0000_0000_7000, low: 1 << 63 | number))
        area = try Area(id: Story.areaID, [.opening, .key, .shares], in: nation)
        surroundings = Surroundings()
        now = try Instant("2012-05-28T09:00:00Z")
        made = (number - 1) * 100_000
        ordinary()
    }

    private mutating func ordinary() {
        surroundings = Surroundings()
        surroundings.draw = DrawSetting(area: area, value: DrawValue(bits: 1), earlier: nil)
        surroundings.chain = [Story.prime, Story.local]
        surroundings.adviserWorksThere = true
    }

    /// Sets the clock, in London.
    mutating func at(_ text: String, _ hour: Int = 10, _ minute: Int = 0) {
        now = Instant(london: day(text), hour: hour, minute: minute)
    }

    func context(_ actor: Author) -> Context {
        Context(
            now: now, random: random, actor: actor,
            command: Identifier(high: 0x0137_0000_0002_7000, low: 1 << 63 | (made + 1)),
            programmes: [programme.id: programme], tools: .madeUp, sharing: sharing, surroundings: surroundings)
    }

    /// Decides a command and folds in what follows.
    @discardableResult
    mutating func perform(_ command: some CaseCommand, by actor: Author) throws -> [Fact] {
        let facts = try command.decide(on: file, in: context(actor))
        record(facts, by: actor)
        ordinary()
        return facts
    }

    /// Folds in what was decided elsewhere.
    mutating func record(_ facts: [Fact], by actor: Author) {
        for fact in facts {
            made += 1
            let event = Event<CaseFile>(
                id: Identifier(high: 0x0137_0000_0001_7000, low: 1 << 63 | made), subject: file.id,
                sequence: file.sequence + 1, occurred: fact.occurred ?? .instant(now), recorded: now, by: actor,
                fact: fact)
            events.append(event)
            file.apply(event)
        }
    }

    /// Goes on from what its own stream and another make of it together.
    mutating func fold(with other: [Event<CaseFile>]) {
        file = CaseFile(id: file.id, folding: MergedStreams.woven([events, other]))
    }

    /// The refusal a command meets; nil when it would be done. Nothing is folded in.
    func refused(_ command: some CaseCommand, by actor: Author) -> String? {
        refusal { _ = try command.decide(on: file, in: context(actor)) }?.code
    }

    func standing(_ sight: Sight? = nil) -> Standing {
        let programmes = [programme.id: programme]
        return sight.map { $0.see(file).standing(on: now.day, now: now, programmes: programmes, rules: .madeUp) }
            ?? file.standing(on: now.day, now: now, programmes: programmes, rules: .madeUp)
    }
}
