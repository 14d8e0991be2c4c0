import Kernel
import Testing

@testable import Casework

/// A made-up person at a council service, assessed there with a made-up instrument.
struct AssessmentRoom {
    static let council = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x41)
    static let adviser = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x42), organisation: council, role: .adviser)

    /// Branches twice, has a private question about health with the most points, and rates.
    static let instrument = Instrument(
        id: "made-up", version: 1, title: "Made up", status: .ours, source: "a test", stage: .full,
        sections: [
            .init(
                id: "first", title: "First", says: "", source: "",
                questions: [
                    Question(
                        id: "cv", asks: "A CV?",
                        kind: .one([
                            .init(code: "yes", text: "Yes", next: .question("travel")),
                            .init(code: "no", text: "No", points: 2),
                        ]), factor: "A CV", explains: "Jobs ask for one."),
                    Question(id: "cv-help", asks: "What would help?", kind: .words),
                    Question(id: "travel", asks: "How far?", kind: .number(0...90)),
                ]),
            .init(
                id: "second", title: "Second", says: "", source: "",
                questions: [
                    Question(
                        id: "health", asks: "Does health limit work?",
                        kind: .one([
                            .init(code: "no", text: "No", next: .end), .init(code: "yes", text: "Yes", points: 6),
                        ]), next: .question("skills"), isPrivate: true, category: .health, factor: "Health",
                        explains: "Work has to fit."),
                    Question(
                        id: "health-words", asks: "How?", kind: .words, isPrivate: true, category: .health),
                    Question(
                        id: "skills", asks: "Help with?",
                        kind: .many([
                            .init(code: "read", text: "Reading", points: 1),
                            .init(code: "count", text: "Numbers", points: 1),
                        ]), factor: "Skills", explains: "Needed to apply."),
                ]),
        ],
        ratings: [
            .init(code: "green", title: "Green", means: "", upTo: 2),
            .init(code: "amber", title: "Amber", means: "", upTo: 5),
            .init(code: "red", title: "Red", means: "", upTo: nil),
        ],
        streams: [
            .init(
                code: "health", title: "Health first", says: "", ratings: ["amber", "red"], section: "second",
                atLeast: 6),
            .init(code: "help", title: "Help", says: "", ratings: ["amber", "red"]),
            .init(code: "search", title: "Search", says: "", ratings: ["green"]),
        ])

    static let tools = ServiceTools(
        [instrument, levels],
        barriers: BarrierList([
            Barrier(code: "housing", title: "Housing"), Barrier(code: "debt", title: "Debt"),
            Barrier(code: "pain", title: "Pain", category: .health),
        ]), rules: .madeUp)

    static let matrix = SharingMatrix(
        rows: [
            .init(
                relation: .council, categories: [.identity, .assessment, .work], purpose: "support",
                basis: .publicTask, source: "a test")
        ],
        purposes: [
            SharingPurpose(code: "support", words: "help"),
            SharingPurpose(code: "equality", words: "treat all alike", categories: [.equality]),
        ])

    var now: Instant
    private(set) var file: CaseFile
    private(set) var events: [Event<CaseFile>] = []
    private var made: UInt64 = 0
    private let random = RandomSource.seeded(3)

    init(number: UInt64 = 1) throws {
        file = CaseFile(id: Identifier(high: 0x0138_0000_0000_7000, low: 1 << 63 | number))
        now = try Instant("2012-05-28T09:00:00Z")
        let identity = try Identity(
            given: "Made", family: "Up", born: day("1980-02-03"), on: day("2012-05-28"))
        fold(
            .customer(
                .registered(
                    .init(
                        jobcentre: AssessmentRoom.council, home: .council, drawToken: DrawToken(random: random),
                        jointClaim: nil), .open(identity))))
    }

    /// The person agrees that the council sees their health.
    mutating func agree(to categories: [Casework.Category] = [.health], for purpose: String = "support") {
        let terms = ConsentTerms(recipient: AssessmentRoom.council, categories: categories, purpose: purpose)
        fold(
            .sharing(.consented(Identifier(high: 1, low: made), terms, until: day("2013-05-27"), .signed, request: nil))
        )
    }

    mutating func withdrawConsent() {
        for consent in file.consents.given { fold(.sharing(.withdrawn(consent.id, .signed))) }
    }

    mutating func fold(_ fact: Fact, by author: Author = AssessmentRoom.adviser) {
        made += 1
        let event = Event<CaseFile>(
            id: Identifier(high: 0x0138_0000_0001_7000, low: 1 << 63 | made), subject: file.id,
            sequence: file.sequence + 1, occurred: fact.occurred ?? .instant(now), recorded: now, by: author, fact: fact
        )
        events.append(event)
        file.apply(event)
    }

    var customer: Author {
        Author(person: Identifier(file.id), organisation: AssessmentRoom.council, role: .customer)
    }

    func context(_ actor: Author) -> Context {
        Context(
            now: now, random: random, actor: actor,
            command: Identifier(high: 0x0138_0000_0002_7000, low: 1 << 63 | (made + 1)), programmes: [:],
            tools: AssessmentRoom.tools, sharing: AssessmentRoom.matrix)
    }

    @discardableResult
    mutating func perform(_ command: some CaseCommand, by actor: Author = AssessmentRoom.adviser) throws -> [Fact] {
        let facts = try command.decide(on: file, in: context(actor))
        for fact in facts { fold(fact, by: actor) }
        return facts
    }

    func refused(_ command: some CaseCommand, by actor: Author = AssessmentRoom.adviser) -> String? {
        refusal { _ = try command.decide(on: file, in: context(actor)) }?.code
    }

    var seen: SeenCase { file.sight(in: context(AssessmentRoom.adviser)).see(file) }

    @discardableResult
    mutating func begin(_ mode: AssessmentMode = .inPrivate) throws -> Identifier<Assessment> {
        try perform(BeginAssessment(instrument: "made-up", version: 1, mode: mode))
        return try #require(file.assessments.all.last).id
    }

    /// Begun, answered and finished in one go.
    @discardableResult
    mutating func assess(
        _ answers: [String: Answer?], _ mode: AssessmentMode = .inPrivate
    ) throws -> Identifier<Assessment> {
        let id = try begin(mode)
        try perform(SaveAnswers(assessment: id, mode: mode, answers: answers))
        try perform(FinishAssessment(assessment: id, mode: mode))
        return id
    }
}
