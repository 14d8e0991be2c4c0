import Kernel
import Testing

@testable import Casework

@Suite("What somebody needs to be spoken with and written to")
struct NeedsTests {
    private func needs(
        _ language: String? = nil, _ interpreter: InterpreterNeed? = nil, _ formats: [LetterFormat] = []
    ) throws -> CommunicationNeeds {
        try CommunicationNeeds(spokenLanguage: language, interpreter: interpreter, formats: formats)
    }

    @Test("They are said in one line: the interpreter, the language, the formats (G-033, G-245)")
    func sentence() throws {
        #expect(try needs("Punjabi", .spoken, [.largePrint]).sentence == "Needs a Punjabi interpreter. Large print.")
        #expect(try needs("Urdu", .spoken).sentence == "Needs an Urdu interpreter.")
        #expect(try needs("Ukrainian", .spoken).sentence == "Needs a Ukrainian interpreter.")
        #expect(
            try needs(nil, .signed, [.braille, .easyRead]).sentence
                == "Needs a British Sign Language interpreter. Easy read, Braille.")
        #expect(try needs(" Polish ").sentence == "Speaks Polish best.")
        #expect(try needs().sentence == "Needs no interpreter, and letters as they are.")
    }

    @Test("An interpreter of a spoken language speaks a language that is named (K-040)")
    func language() {
        for language in [nil, "  "] {
            let refused = refusal { _ = try needs(language, .spoken) }
            #expect(refused?.code == "needs.language" && refused?.field == "language")
        }
        #expect(refusal { _ = try needs(String(repeating: "x", count: 61)) }?.code == "needs.long")
        #expect(refusal { _ = try needs(nil, .signed) } == nil)
    }

    @Test("What they like to be called stands first, is sealed with their details and goes with those (G-034)")
    func called() throws {
        let bet = try CommunicationNeeds(called: " Bet ")
        #expect(bet.sentence == "Called Bet. Needs no interpreter, and letters as they are.")
        #expect(try CommunicationNeeds(bet.json) == bet)
        let long = refusal { _ = try CommunicationNeeds(called: String(repeating: "x", count: 61)) }
        #expect(long?.code == "needs.called-long" && long?.field == "called")
        var story = try Story.registered()
        let fact = try #require(try story.perform(StateNeeds(bet), by: Story.jane).first)
        #expect(fact.sealed?.retention == .identity && !fact.clear.text.contains("Bet"))
        let erasure = CustomerFact.Erasure(classes: [.identity], why: .asked, evidenceUntil: nil, proof: "p")
        story.record([.customer(.erased(erasure))], by: Story.jane)
        #expect(story.file.needs?.needs == .shut)
    }

    @Test("What is said last stands, with its day and on whose word; nothing is saved twice")
    func replaced() throws {
        var story = try Story.registered()
        #expect(story.file.needs == nil)
        try story.perform(StateNeeds(try needs("Punjabi", .spoken), source: .provider), by: Story.jane)
        #expect(story.file.needs?.source == .provider && story.file.needs?.event.recorded == story.now)
        #expect(story.refused(StateNeeds(try needs("Punjabi", .spoken)), by: Story.jane) == "needs.same")
        story.at("2012-06-01")
        try story.perform(StateNeeds(try needs()), by: Story.jane)
        #expect(story.file.needs?.needs.value?.interpreterNamed == nil)
        #expect(story.file.needs?.event.recorded == story.now)
    }

    @Test("The person and whoever acts for them say it on their own word, whatever is sent")
    func ownWord() throws {
        for (role, source) in [(Role.customer, ChangeSource.customer), (.supporter, .supporter)] {
            var story = try Story.registered()
            let author = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: role)
            try story.perform(StateNeeds(try needs(nil, .signed), source: .jobcentre), by: author)
            #expect(story.file.needs?.source == source)
        }
    }

    @Test("They are sealed with the ways to reach the person, and go with those")
    func sealed() throws {
        var story = try Story.registered()
        let facts = try story.perform(StateNeeds(try needs("Punjabi", .spoken, [.braille])), by: Story.jane)
        let fact = try #require(facts.first)
        #expect(fact.category == .contact && fact.sealed?.retention == .identity)
        #expect(!fact.clear.text.contains("Punjabi") && !fact.clear.text.contains("braille"))
        let erasure = CustomerFact.Erasure(classes: [.identity], why: .asked, evidenceUntil: nil, proof: "p")
        story.record([.customer(.erased(erasure))], by: Story.jane)
        #expect(story.file.needs?.needs == .shut)
        #expect(story.refused(StateNeeds(try needs()), by: Story.jane) == "customer.erased")
    }

    @Test("Whoever helps reads them, and whoever only holds a session or pays does not (K-007)")
    func sight() throws {
        var story = try Story.registered()
        try story.perform(StateNeeds(try needs(nil, .signed)), by: Story.jane)
        for (role, relation, reads) in [
            (Role.adviser, Relation.jobcentre, true), (.providerAdviser, .referred, true),
            (.providerAdviser, .attached, true), (.adviser, .council, true), (.customer, .oneself, true),
            (.providerAdviser, .host, false), (.commissioner, .commissions, false),
        ] {
            let sight = Sight(role: role, relation: relation, matrix: .test, on: story.now.day)
            #expect((sight.see(story.file).needs != nil) == reads, "\(relation)")
        }
    }

    @Test("Of two records that are one the last word counts, and each has its own again once they are apart (G-004)")
    func merged() throws {
        var two = TwoStories(own: try .registered(), other: try Story(number: 2))
        two.other.at("2012-05-30")
        let another = try Identity(
            given: "Rose", family: "Parr", born: day("1980-02-03"), phone: "01924 777777", on: day("2012-05-30"))
        try two.other.perform(RegisterCustomer(identity: another), by: Story.jane)
        try two.other.perform(StateNeeds(try needs("Punjabi", .spoken)), by: Story.jane)
        try two.merge()
        #expect(two.own.file.needs?.needs.value?.spokenLanguage == "Punjabi")
        try two.separate()
        #expect(two.own.file.needs == nil)
        #expect(two.other.file.needs?.needs.value?.spokenLanguage == "Punjabi")
    }
}
