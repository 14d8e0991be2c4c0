import Kernel

@testable import Casework

/// A case on which advisers of a council and a provider, and the customer, work on one plan.
struct PlanRoom {
    static let tools = ServiceTools(
        barriers: BarrierList(
            [
                Barrier(code: "housing", title: "Housing", category: .household), Barrier(code: "debt", title: "Debt"),
                Barrier(code: "digital", title: "Computers"), Barrier(code: "pain", title: "Pain", category: .health),
            ],
            suggestions: [
                PlanSuggestion(code: "debt-advice", barrier: "debt", text: "List what is owed", source: "test")
            ]),
        rules: .madeUp)
    static let matrix = SharingMatrix(
        rows: [
            .init(
                relation: .council, categories: [.identity, .plan, .appointments], purpose: "support",
                basis: .publicTask, source: "a test"),
            .init(
                relation: .attached, categories: [.identity, .referral, .plan, .appointments], purpose: "support",
                basis: .publicTask, source: "a test"),
        ], purposes: [SharingPurpose(code: "support", words: "help")])
    static let councillor = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x51), organisation: Story.council, role: .adviser)
    /// A made-up programme whose mandatory group must take part.
    static let programme: Programme = {
        var programme = Programme.madeUp
        programme.duties = [
            Duties(
                id: "take-part", title: "Take part", says: "You must go.", doubtedFor: [.notTakingPart],
                needs: [.servedNotice], source: "test")
        ]
        return programme
    }()

    var now: Instant
    var programme = PlanRoom.programme
    private(set) var file: CaseFile
    private(set) var events: [Event<CaseFile>] = []
    private var made: UInt64 = 0
    private let random = RandomSource.seeded(5)

    /// A council case with no programme.
    init() throws {
        file = CaseFile(id: Identifier(high: 0x0139_0000_0000_7000, low: 1 << 63 | 1))
        now = try Instant("2012-06-18T09:00:00Z")
        let identity = try Identity(given: "Made", family: "Up", born: day("1980-02-03"), on: day("2012-05-28"))
        let registration = CustomerFact.Registration(
            jobcentre: Story.council, home: .council, drawToken: DrawToken(random: random), jointClaim: nil)
        fold(.customer(.registered(registration, .open(identity))), by: PlanRoom.councillor)
    }

    /// Attached to Dana's provider since 14 June 2012.
    init(attached byChoice: Bool) throws {
        let (story, _) = try Story.attached(byChoice: byChoice)
        file = CaseFile(id: story.file.id, folding: story.events)
        events = story.events
        now = try Instant("2012-06-18T09:00:00Z")
    }

    var customer: Author { Author(person: Identifier(file.id), organisation: Story.council, role: .customer) }
    var staff: Author { file.referral == nil ? PlanRoom.councillor : Story.dana }
    var plan: Plan { file.plan }

    mutating func at(_ text: String) { now = Instant(london: day(text), hour: 10, minute: 0) }

    mutating func agree(to categories: [Casework.Category], with organisation: Identifier<Organisation>) {
        let terms = ConsentTerms(recipient: organisation, categories: categories, purpose: "support")
        fold(
            .sharing(
                .consented(Identifier(high: 2, low: made), terms, until: day("2013-05-27"), .signed, request: nil)),
            by: customer)
    }

    mutating func fold(_ fact: Fact, by author: Author) {
        made += 1
        let event = Event<CaseFile>(
            id: Identifier(high: 0x0139_0000_0001_7000, low: 1 << 63 | made), subject: file.id,
            sequence: file.sequence + 1, occurred: fact.occurred ?? .instant(now), recorded: now, by: author,
            fact: fact)
        events.append(event)
        file.apply(event)
    }

    func context(_ actor: Author) -> Context {
        Context(
            now: now, random: random, actor: actor,
            command: Identifier(high: 0x0139_0000_0002_7000, low: 1 << 63 | (made + 1)),
            programmes: [programme.id: programme], tools: PlanRoom.tools, sharing: PlanRoom.matrix)
    }

    @discardableResult
    mutating func perform(_ command: some CaseCommand, by actor: Author? = nil) throws -> [Fact] {
        let facts = try command.decide(on: file, in: context(actor ?? staff))
        for fact in facts { fold(fact, by: actor ?? staff) }
        return facts
    }

    func refused(_ command: some CaseCommand, by actor: Author? = nil) -> String? {
        refusal { _ = try command.decide(on: file, in: context(actor ?? staff)) }?.code
    }

    /// Proposes an action and gives its id.
    @discardableResult
    mutating func propose(
        _ text: String, _ owner: PlanOwner = .customer, due: String? = nil, mandatory: Bool = false,
        explained: Bool = false, by actor: Author? = nil
    ) throws -> Identifier<PlanAction> {
        try perform(
            ProposeAction(
                text: Words(text),
                terms: PlanActionTerms(owner: owner, due: due.map { day($0) }, mandatory: mandatory),
                explained: explained,
                whyRequired: mandatory ? Words("It was missed twice, and the place is held for her.") : nil), by: actor)
        return plan.actions[plan.actions.count - 1].id
    }

    func action(_ id: Identifier<PlanAction>) throws -> PlanAction { try plan.action(id) }

    func standing(_ actor: Author? = nil) -> Standing {
        file.sight(in: context(actor ?? staff)).see(file).standing(
            on: now.day, now: now, programmes: [programme.id: programme], rules: .madeUp, for: (actor ?? staff).person)
    }
}
