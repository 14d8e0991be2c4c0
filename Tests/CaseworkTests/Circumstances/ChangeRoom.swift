import Kernel

@testable import Casework

/// A customer with a provider, and a college they agreed may reach them, in which changes are told.
struct ChangeRoom {
    static let college = Identifier<Organisation>(high: 9, low: 1)
    static let teacher = Author(person: Identifier(high: 9, low: 2), organisation: college, role: .adviser)
    static let colleague = Author(
        person: Identifier(high: 9, low: 3), organisation: Story.jobcentre, role: .teamManager)

    var now: Instant
    var surroundings = Surroundings()
    private(set) var file: CaseFile
    private(set) var events: [Event<CaseFile>]
    private var made: UInt64 = 0
    private let random = RandomSource.seeded(9)

    init() throws {
        let (story, _) = try Story.attached()
        file = CaseFile(id: story.file.id, folding: story.events)
        events = story.events
        now = Instant(london: day("2012-06-20"), hour: 10, minute: 0)
        agree([.identity, .contact], with: Self.college)
    }

    var customer: Author { Author(person: Identifier(file.id), organisation: Story.jobcentre, role: .customer) }
    var held: Circumstances { file.circumstances }
    var today: CalendarDay { now.day }

    mutating func at(_ text: String) { now = Instant(london: day(text), hour: 10, minute: 0) }

    mutating func agree(_ categories: [Casework.Category], with organisation: Identifier<Organisation>) {
        let terms = ConsentTerms(recipient: organisation, categories: categories, purpose: "support")
        fold(
            .sharing(
                .consented(Identifier(high: 3, low: made), terms, until: day("2013-05-27"), .signed, request: nil)),
            by: customer)
    }

    mutating func fold(_ fact: Fact, by author: Author) {
        made += 1
        let event = Event<CaseFile>(
            id: Identifier(high: 0x0141_0000_0001_7000, low: 1 << 63 | made), subject: file.id,
            sequence: file.sequence + 1, occurred: fact.occurred ?? .instant(now), recorded: now, by: author,
            fact: fact)
        events.append(event)
        file.apply(event)
    }

    func context(_ actor: Author) -> Context {
        Context(
            now: now, random: random, actor: actor,
            command: Identifier(high: 0x0141_0000_0002_7000, low: 1 << 63 | (made + 1)),
            programmes: [Programme.madeUp.id: .madeUp], tools: .madeUp, sharing: .test,
            surroundings: surroundings)
    }

    @discardableResult
    mutating func perform(_ command: some CaseCommand, by actor: Author) throws -> [Fact] {
        let facts = try command.decide(on: file, in: context(actor))
        for fact in facts { fold(fact, by: actor) }
        return facts
    }

    func refused(_ command: some CaseCommand, by actor: Author) -> String? {
        refusal { _ = try command.decide(on: file, in: context(actor)) }?.code
    }

    /// Tells a change and gives its id.
    @discardableResult
    mutating func tell(
        _ kind: ChangeKind, _ words: String, from: String = "2012-06-20", by actor: Author? = nil
    ) throws -> Identifier<ReportedChange> {
        let actor = actor ?? customer
        let own = actor.role == .customer
        try perform(
            ReportChange(
                kind, ChangeDetail(words: words), from: day(from), source: .customer,
                route: own ? .online : .inPerson), by: actor)
        return held.changes[held.changes.count - 1].id
    }

    func sight(_ actor: Author) -> Sight {
        file.sight(of: actor, as: file.relation(of: actor, on: today), matrix: .test, on: today)
    }

    func dues(_ actor: Author) -> [Due] {
        sight(actor).see(file).standing(on: today, now: now, programmes: [Programme.madeUp.id: .madeUp], rules: .madeUp)
            .dues
    }
}
