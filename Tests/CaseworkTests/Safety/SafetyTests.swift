import Kernel
import Testing

@testable import Casework

@Suite("Meeting somebody safely")
struct SafetyTests {
    private static let lead = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x51), organisation: Story.prime, role: .safeguardingLead)

    private func raise(
        _ asks: [SafetyAsk] = [.twoPeople], words: String? = nil, review: String = "2012-08-31", hidden: Bool = false
    ) -> RaiseSafetyNotice {
        RaiseSafetyNotice(
            terms: SafetyTerms(asks: asks, words: words.map { Words($0) }), review: day(review), hidden: hidden)
    }

    private func sight(_ story: Story, _ actor: Author, _ relation: Relation? = nil) -> Sight {
        story.file.sight(
            of: actor, as: relation ?? story.file.relation(of: actor, on: story.now.day), matrix: .test,
            on: story.now.day)
    }

    private let customer = Author(
        person: Identifier(high: 0, low: 1), organisation: Identifier(high: 0, low: 1), role: .customer)

    @Test("A notice says what to do, in few words, until a day not far off (K-003)")
    func refuses() throws {
        let story = try Story.assigned()
        #expect(story.refused(raise([]), by: Story.dana) == "safety.empty")
        #expect(story.refused(raise(words: String(repeating: "a", count: 201)), by: Story.dana) == "safety.long")
        #expect(story.refused(raise(review: "2012-05-30"), by: Story.dana) == "safety.review")
        #expect(story.refused(raise(review: "2012-12-02"), by: Story.dana) == "safety.review")
        #expect(story.refused(raise(hidden: true), by: Story.dana) == "safety.lead")
        #expect(story.refused(raise(hidden: true), by: Self.lead) == nil)
        #expect(story.refused(raise(), by: Story.dana) == nil)
    }

    @Test("Whoever meets them sees it, and the safeguarding lead; colleagues and the manager do not (G-099)")
    func seen() throws {
        var story = try Story.assigned()
        try story.perform(raise(words: "Ask Sam to sit in."), by: Story.manager)
        let colleague = Author(person: Story.omar, organisation: Story.local, role: .providerAdviser)
        #expect(sight(story, Story.dana).see(story.file).safety?.notices.count == 1)
        #expect(sight(story, Story.dana).reason(for: .safety)?.basis == .vitalInterests)
        for nobody in [colleague, Story.manager, Story.jane] {
            #expect(sight(story, nobody).see(story.file).safety == nil)
        }
        let lead = sight(story, Self.lead).see(story.file)
        #expect(lead.safety?.notices.count == 1 && lead.identity != nil && lead.referrals.isEmpty && lead.plan == nil)
        // One who has an appointment with them meets them; after it they do not.
        story.at("2012-06-01")
        let slot = try Story.slot("2012-06-14")
        try story.perform(
            BookAppointment(purpose: .review, adviser: Story.omar, office: Story.local, slot: slot), by: Story.dana)
        #expect(sight(story, colleague).sees(.safety))
        story.at("2012-06-14", 18)
        #expect(sight(story, colleague).sees(.safety), "All of its day")
        story.at("2012-06-15")
        #expect(!sight(story, colleague).sees(.safety), "Nor after it, though nobody recorded how it went")
        story.at("2012-06-01")
        let booked = try #require(story.file.appointments.last?.id)
        try story.perform(
            CancelAppointment(appointment: booked, asked: .provider, reason: "room", words: nil), by: Story.dana)
        #expect(!sight(story, colleague).sees(.safety))
    }

    @Test("After its review day it says nothing, with nobody doing anything; a review gives it another day")
    func expires() throws {
        var story = try Story.assigned()
        try story.perform(raise(review: "2012-06-30"), by: Story.dana)
        let id = try #require(story.file.safety.notices.first?.id)
        #expect(story.file.safety.needs(on: day("2012-06-30"), at: []) == [.twoPeople])
        #expect(story.file.safety.needs(on: day("2012-07-01"), at: []).isEmpty)
        #expect(story.file.safety.holding(on: day("2012-07-01")).isEmpty)
        story.at("2012-06-20")
        try story.perform(ReviewSafetyNotice(notice: id, review: day("2012-09-30")), by: Story.dana)
        #expect(story.file.safety.holding(on: day("2012-09-30")).count == 1)
        #expect(story.file.safety.lastReview == day("2012-09-30"))
        #expect(story.refused(ReviewSafetyNotice(notice: id, review: nil), by: Story.manager) == "safety.none")
        try story.perform(ReviewSafetyNotice(notice: id, review: nil), by: Self.lead)
        #expect(story.file.safety.holding(on: day("2012-06-20")).isEmpty)
    }

    @Test("What the safeguarding lead hides, the person does not see, on their page or in their journey")
    func hidden() throws {
        var story = try Story.assigned()
        try story.perform(raise(), by: Self.lead)
        try story.perform(raise([.privateRoom], hidden: true), by: Self.lead)
        func journey(_ sight: Sight) -> [TimelineEntry] {
            Timeline.entries(
                story.events, through: sight, names: Names(organisation: { "\($0)" }, person: { "\($0)" }),
                programmes: [story.programme.id: story.programme], tools: .madeUp
            ).filter { $0.category == .safety }
        }
        let own = sight(story, customer, .oneself)
        #expect(own.see(story.file).safety?.notices.map(\.hidden) == [false])
        #expect(journey(own).count == 1 && journey(sight(story, Story.dana)).count == 2)
        let shown = try #require(story.file.safety.notices.first?.id)
        #expect(story.refused(HideSafetyNotice(notice: shown, hidden: false), by: Self.lead) == "safety.same")
        try story.perform(HideSafetyNotice(notice: shown, hidden: true), by: Self.lead)
        // From now on not even that it was raised before.
        #expect(own.see(story.file).safety?.notices.isEmpty == true && journey(own).isEmpty)
    }

    @Test(
        "An adviser is matched by what they offer, and the refusal gives away neither the need nor its reason (K-003)")
    func matched() throws {
        var story = try Story.acknowledged()
        try story.perform(raise([.twoPeople]), by: Story.manager)
        try story.perform(WishForAdviser(.woman), by: Story.jane)
        let assign = AssignReferral(provider: Story.local, adviser: Story.dana.person)
        story.surroundings.officeOffers = [.twoPeople, .woman]
        for offers in [Set<AdviserOffer>(), [.twoPeople], [.twoPeople, .man, .privateRoom]] {
            story.surroundings.adviserOffers = offers
            let refusal = refusal { _ = try assign.decide(on: story.file, in: story.context(Story.manager)) }
            #expect(refusal?.code == "assign.suits")
            for word in ["two", "woman", "man ", "safety", "room"] {
                #expect(refusal?.sentence.lowercased().contains(word) == false, "\(word)")
            }
        }
        story.surroundings.adviserOffers = [.twoPeople, .woman]
        #expect(story.refused(assign, by: Story.manager) == nil)
        try story.perform(WishForAdviser(.either), by: Story.jane)
        #expect(story.refused(WishForAdviser(.either), by: Story.jane) == "wish.same")
        story.surroundings.adviserOffers = [.twoPeople]
        #expect(story.refused(assign, by: Story.manager) == nil)
    }

    @Test(
        "Its words and what it asks are sealed under the safety class, a wish with the support; clear are days and ids alone"
    )
    func sealed() {
        for fact in OneOfEach.facts where fact.kind.hasPrefix("safety.") {
            if let part = fact.sealed { #expect(part.retention == (fact.kind == "safety.wished" ? .support : .safety)) }
            for word in ["two", "people", "office", "woman", "secret"] { #expect(!fact.clear.text.contains(word)) }
        }
    }

    @Test("Whoever had them before is not shown what they wrote of it")
    func past() throws {
        var story = try Story.assigned()
        try story.perform(raise(), by: Story.dana)
        story = try ChainTests.sent(story, by: ChainTests.localManager)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        let past = sight(story, Story.dana)
        #expect(past.relation == .past && past.see(story.file).safety == nil)
        let entries = Timeline.entries(
            story.events, through: past, names: Names(organisation: { "\($0)" }, person: { "\($0)" }),
            programmes: [story.programme.id: story.programme], tools: .madeUp)
        #expect(!entries.contains { $0.category == .safety })
        #expect(sight(story, ChainTests.stella).sees(.safety))
    }

    @Test("That a notice is to be looked at again is due some days before its day, for those who are shown it (K-003)")
    func reviewDue() throws {
        var story = try Story.assigned()
        try story.perform(raise(), by: Story.dana)
        func due(_ actor: Author, _ relation: Relation? = nil) -> Due? {
            story.standing(sight(story, actor, relation)).dues.first { $0.code == .safetyReview }
        }
        story.at("2012-08-16")
        #expect(due(Self.lead) == nil)
        story.at("2012-08-17")
        #expect(due(Self.lead)?.day == day("2012-08-31") && due(Self.lead)?.act == .raiseSafety)
        #expect(due(Story.dana) != nil && due(Story.manager) == nil && due(Story.jane) == nil)
        #expect(due(customer, .oneself) == nil)
        story.at("2012-09-01")
        #expect(due(Self.lead) == nil, "It says nothing any longer")
    }

    @Test("Once a need is told, an adviser who does not meet it is to be changed; neither it nor why is said (K-003)")
    func unsuited() throws {
        var story = try Story.booked().0
        func unsuited(_ theirs: Set<AdviserOffer>) -> Unsuited {
            story.file.unsuited(on: story.now.day, now: story.now) { _, _, _ in
                OffersThere(theirs: theirs, anybodys: [.twoPeople, .woman])
            }
        }
        #expect(unsuited([]) == Unsuited())
        try story.perform(raise(), by: Story.dana)
        #expect(unsuited([]).adviser && unsuited([]).meetings.isEmpty, "A new adviser is given the meeting too")
        #expect(unsuited([.twoPeople]) == Unsuited())
        try story.perform(WishForAdviser(.woman), by: customer)
        #expect(unsuited([.twoPeople]).adviser)
        let standing = story.file.standing(
            on: story.now.day, now: story.now, programmes: [story.programme.id: story.programme], rules: .madeUp,
            unsuited: unsuited([]))
        let due = standing.dues.first { $0.code == .chooseAdviser }
        #expect(due?.act == .changeAdviser)
        #expect(due?.sentence == "Choose another adviser who is marked as suiting them.")
    }
}
