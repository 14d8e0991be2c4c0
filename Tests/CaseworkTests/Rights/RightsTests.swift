import Kernel
import Testing

@testable import Casework

@Suite("A person's rights over their record")
struct RightsTests {
    static let lead = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x41), organisation: Story.jobcentre,
        role: .informationGovernanceLead)

    private func asked(_ kind: RightsKind, on text: String = "2012-05-28") -> RightsAsked {
        RightsAsked(kind: kind, on: day(text), how: .byPhone)
    }

    @Test("Whatever is asked is answered within one month of the day it was asked (UK GDPR article 12)")
    func due() throws {
        var story = try Story.registered()
        story.at("2012-07-02")
        try story.perform(AskRight(asked(.access, on: "2012-05-31")), by: Story.jane)
        #expect(story.file.rights.open.map(\.due) == [day("2012-06-30")])
        #expect(story.file.rights.open.first?.event.day == day("2012-05-31"))
    }

    @Test("The same is not asked twice before its answer, and a correction says what is wrong")
    func refused() throws {
        var story = try Story.registered()
        try story.perform(AskRight(asked(.access)), by: Story.jane)
        #expect(story.refused(AskRight(asked(.access)), by: Story.jane) == "rights.asked")
        #expect(story.refused(AskRight(asked(.correction)), by: Story.jane) == "rights.what")
        #expect(story.refused(AskRight(asked(.erasure, on: "2012-05-29")), by: Story.jane) == "rights.later")
        let online = RightsAsked(kind: .erasure, on: day("2012-05-28"), how: .online)
        #expect(story.refused(AskRight(online), by: Story.jane) == "consent.how")
    }

    @Test("A copy is not given out before somebody has decided on every text that may speak of others")
    func review() throws {
        var story = try Story.registered()
        try story.perform(AskRight(asked(.access)), by: Story.jane)
        let request = try #require(story.file.rights.open.first).id
        let place = CopyPlace(event: story.events[0].id, path: "words")
        let release = CopyRelease(html: "a", json: "b", covered: 1, made: story.now)
        let sequence = story.file.sequence
        story.surroundings.textsToReview = [place]
        #expect(
            story.refused(ReleaseCopy(request: request, release: release, sequence: sequence), by: Self.lead)
                == "copy.unread")
        let other = CopyPlace(event: story.events[0].id, path: "other")
        func review(_ place: CopyPlace, covered: Bool = true, _ reason: CopyReason = .inConfidence) -> ReviewCopy {
            ReviewCopy(request: request, decisions: [.init(place: place, isCovered: covered, reason: reason)])
        }
        #expect(story.refused(review(other), by: Self.lead) == "copy.text")
        #expect(story.refused(review(place, covered: false), by: Self.lead) == "copy.reason")
        try story.perform(review(place), by: Self.lead)
        story.surroundings.textsToReview = [place]
        #expect(story.refused(review(place), by: Self.lead) == "copy.unchanged")
        #expect(
            story.refused(ReleaseCopy(request: request, release: release, sequence: sequence), by: Self.lead)
                == "copy.older", "Something was recorded since: what was decided itself")
        try story.perform(
            ReleaseCopy(request: request, release: release, sequence: story.file.sequence), by: Self.lead)
        #expect(story.file.rights.open.isEmpty && story.file.rights.all.first?.release?.copy == release)
        #expect(story.refused(review(place, covered: false, .theyAgreed), by: Self.lead) == "rights.answered")
    }

    @Test("A correction is answered by the later entry that made it; a refusal leaves room for a statement")
    func correction() throws {
        var story = try Story.registered()
        try story.perform(AskRight(asked(.correction), words: Words("I am Rose.")), by: Story.jane)
        try story.perform(AskRight(asked(.correction), words: Words("I was there.")), by: Story.jane)
        let requests = story.file.rights.open.map(\.id)
        let first = story.events[0].id
        #expect(
            story.refused(ConfirmCorrection(request: requests[0], event: first), by: Self.lead) == "rights.not-after")
        try story.perform(CorrectCustomer(identity: Story.identity(given: "Rose")), by: Story.jane)
        let corrected = try #require(story.events.last).id
        try story.perform(ConfirmCorrection(request: requests[0], event: corrected), by: Self.lead)
        #expect(
            story.file.rights.find(requests[0])?.answer == .corrected(by: corrected, EventStamp(story.events.last!)))
        #expect(
            story.refused(AddStatement(request: requests[0], words: Words("x")), by: Story.jane) == "rights.no-refusal")
        try story.perform(
            RefuseRequest(request: requests[1], reason: .accurate, words: Words("Two people saw it.")), by: Self.lead)
        try story.perform(AddStatement(request: requests[1], words: Words("I say otherwise.")), by: Story.jane)
        #expect(story.file.rights.find(requests[1])?.statement?.words == .open(Words("I say otherwise.")))
        #expect(story.refused(AddStatement(request: requests[1], words: Words("x")), by: Story.jane) == "rights.stated")
        #expect(story.file.rights.open.isEmpty)
    }

    @Test("A copy is never refused outright, only where the same was asked before (UK GDPR article 15)")
    func copyStands() throws {
        var story = try Story.registered()
        try story.perform(AskRight(asked(.access)), by: Story.jane)
        let request = try #require(story.file.rights.open.first).id
        #expect(
            story.refused(RefuseRequest(request: request, reason: .duty, words: Words("No.")), by: Self.lead)
                == "rights.copy")
    }

    @Test("An erasure answers whoever asked to be erased")
    func erased() throws {
        var story = try Story.registered()
        try story.perform(AskRight(asked(.erasure)), by: Story.jane)
        let erasure = CustomerFact.Erasure(classes: [.identity], why: .asked, evidenceUntil: nil, proof: "p")
        var file = story.file
        file.apply(
            Event<CaseFile>(
                id: Identifier(high: 9, low: 9), subject: file.id, sequence: file.sequence + 1,
                occurred: .instant(story.now), recorded: story.now, by: Self.lead, fact: .customer(.erased(erasure))))
        #expect(file.rights.open.isEmpty && file.customer?.identity == .shut)
    }

    // MARK: What is in a copy

    @Test("Every sealed value of every kind of fact is in a copy: none can be forgotten")
    func nothingForgotten() throws {
        for fact in OneOfEach.facts {
            let event = Event<CaseFile>(
                id: Identifier(high: 1, low: 1), subject: Identifier(high: 2, low: 2), sequence: 1,
                occurred: .day(day("2012-06-01")), recorded: try Instant("2012-06-01T09:00:00Z"), by: Story.jane,
                fact: fact)
            let texts = event.copyTexts
            for leaf in fact.sealed?.json.leaves() ?? [] {
                #expect(texts.contains { $0.text == leaf.text }, "\(fact.kind): \(leaf.path)")
            }
            #expect(Set(texts.map(\.place)).count == texts.count, "\(fact.kind)")
        }
    }

    @Test("Words that staff wrote are read first; who the person is, codes, and their own words are not")
    func whatIsRead() throws {
        func read(_ fact: Fact, by author: Author) throws -> [String] {
            Event<CaseFile>(
                id: Identifier(high: 1, low: 1), subject: Identifier(high: 2, low: 2), sequence: 1,
                occurred: .day(day("2012-06-01")), recorded: try Instant("2012-06-01T09:00:00Z"), by: author, fact: fact
            ).copyTexts.filter(\.mayConcernOthers).map(\.place.path)
        }
        let oneself = Author(person: Identifier(high: 3, low: 3), organisation: Story.jobcentre, role: .customer)
        for fact in OneOfEach.facts {
            #expect(try read(fact, by: oneself).isEmpty, "\(fact.kind)")
            if fact.sealed?.json.text.contains("A secret.") == true {
                #expect(try !read(fact, by: Story.dana).isEmpty, "\(fact.kind)")
            }
            if case .customer = fact { #expect(try read(fact, by: Story.jane).isEmpty) }
            if case .referral(.made) = fact { #expect(try read(fact, by: Story.jane).isEmpty) }
        }
    }

    @Test("The journey that a copy tells holds no sealed word of its own: each word stands where it can be covered")
    func toldWithoutWords() throws {
        let sight = Sight(role: .customer, relation: .oneself, matrix: .test, on: day("2012-06-01"))
        let names = Names(organisation: { _ in "an organisation" }, person: { _ in "somebody" })
        for fact in OneOfEach.facts {
            let event = Event<CaseFile>(
                id: Identifier(high: 1, low: 1), subject: Identifier(high: 2, low: 2), sequence: 1,
                occurred: .day(day("2012-06-01")), recorded: try Instant("2012-06-01T09:00:00Z"), by: Story.jane,
                fact: fact)
            let told = Timeline.entries(
                [event], through: sight, names: names, programmes: [:], tools: .madeUp, withWords: false)
            let said = told.map { "\($0.headline) \($0.detail ?? "")" }.joined()
            for leaf in event.copyTexts where leaf.mayConcernOthers && leaf.text.count > 3 {
                #expect(!said.contains(leaf.text), "\(fact.kind) tells “\(leaf.text)”")
            }
        }
    }
}
