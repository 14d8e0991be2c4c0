import Kernel
import Testing

@testable import Casework

@Suite("Consent to share (K-007, G-241)")
struct ConsentTests {
    private static let college: Identifier<Organisation> = .init(high: 9, low: 1)
    private static let today = day("2012-06-20")

    private func context(_ role: Role = .adviser, at college: Bool = true) -> Context {
        var surroundings = Surroundings()
        surroundings.recipientIsThere = college
        return Context(
            now: Instant(london: Self.today, hour: 10, minute: 0), random: .seeded(3),
            actor: Author(person: .init(high: 1, low: 2), organisation: Story.jobcentre, role: role),
            command: .init(high: 7, low: 7), programmes: [:], tools: .madeUp, sharing: .test, surroundings: surroundings
        )
    }

    private func terms(_ categories: Casework.Category..., purpose: String = "support") -> ConsentTerms {
        ConsentTerms(recipient: Self.college, categories: categories, purpose: purpose)
    }

    /// The file after some facts recorded today.
    private func file(_ facts: Fact...) throws -> CaseFile {
        var file = try Story.attached().0.file
        for fact in facts {
            file.apply(
                Event(
                    id: .init(high: 5, low: UInt64(file.sequence)), subject: file.id, sequence: file.sequence + 1,
                    occurred: .instant(context().now), recorded: context().now, by: context().actor, fact: fact))
        }
        return file
    }

    private func consented(_ terms: ConsentTerms, until: CalendarDay = day("2013-06-20")) -> Fact {
        .sharing(.consented(.init(high: 7, low: 7), terms, until: until, .inPerson, request: nil))
    }

    private func sight(of file: CaseFile, on day: CalendarDay) -> Sight {
        let actor = Author(person: .init(high: 1, low: 9), organisation: Self.college, role: .adviser)
        return file.sight(of: actor, as: file.relation(of: actor, on: day), matrix: .test, on: day)
    }

    private func refusal(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    @Test(
        "Nothing is open to an organisation outside the matrix until the person agrees, and then only what they chose")
    func opens() throws {
        let before = try file()
        #expect(Category.allCases.filter(sight(of: before, on: Self.today).sees).isEmpty)
        let after = try file(consented(terms(.identity, .household)))
        let seen = sight(of: after, on: Self.today)
        #expect(Category.allCases.filter(seen.sees) == [.identity, .household])
        #expect(seen.relation == .partner)
        #expect(
            seen.reason(for: .household)?.sentence
                == "Seen because the person agreed on 20 June 2012 to share it to help you find and keep work, until 20 June 2013."
        )
        #expect(seen.see(after).identity?.name == "Rosa Parr")
        #expect(seen.see(after).appointments.isEmpty && seen.see(after).consents == nil)
    }

    @Test("It ends the day after its last, and at once when it is withdrawn")
    func ends() throws {
        let given = try file(consented(terms(.identity)))
        #expect(sight(of: given, on: day("2013-06-20")).sees(.identity))
        #expect(!sight(of: given, on: day("2013-06-21")).sees(.identity))
        #expect(sight(of: given, on: day("2013-06-21")).relation == .none)
        let withdrawn = try file(
            consented(terms(.identity)), .sharing(.withdrawn(.init(high: 7, low: 7), .inPerson)))
        #expect(!sight(of: withdrawn, on: Self.today).sees(.identity))
    }

    @Test("Health is opened to a provider by consent alone, beside what the matrix opens")
    func health() throws {
        var file = try file()
        let provider = Story.prime
        let actor = Author(person: .init(high: 1, low: 9), organisation: provider, role: .providerAdviser)
        let relation = file.relation(of: actor, on: Self.today)
        #expect(!file.sight(of: actor, as: relation, matrix: .test, on: Self.today).sees(.health))
        file.apply(
            Event(
                id: .init(high: 5, low: 99), subject: file.id, sequence: file.sequence + 1,
                occurred: .instant(context().now), recorded: context().now, by: context().actor,
                fact: consented(ConsentTerms(recipient: provider, categories: [.health], purpose: "support"))))
        let sight = file.sight(of: actor, as: relation, matrix: .test, on: Self.today)
        #expect(sight.reason(for: .health)?.basis == .consent)
        #expect(sight.reason(for: .work)?.basis == .publicTask)
    }

    @Test("A question is asked once, answered once, and an answer other than yes changes nothing")
    func asking() throws {
        let ask = AskConsent(terms: terms(.health), why: Words("She wants the college to know about her back."))
        let fact = try ask.decide(on: file(), in: context())
        let asked = try file(fact[0])
        #expect(asked.consents.waiting.count == 1)
        #expect(refusal { try ask.decide(on: asked, in: context()) } == "consent.asked")
        let no = AnswerConsent(request: .init(high: 7, low: 7), until: nil, how: .byPhone)
        let refused = try file(fact[0], no.decide(on: asked, in: context())[0])
        #expect(refused.consents.waiting.isEmpty && refused.consents.given.isEmpty)
        #expect(refusal { try no.decide(on: refused, in: context()) } == "consent.answered")
    }

    @Test("The person is shown who sees what now, and what agreeing would add")
    func preview() throws {
        let before = try file(consented(terms(.identity)))
        let seen = before.sight(
            of: Author(person: Identifier(before.id), organisation: Story.jobcentre, role: .customer), as: .oneself,
            matrix: .test, on: Self.today
        ).see(before)
        let college = try #require(seen.viewers.last)
        #expect(seen.viewers.map(\.relation).contains(.jobcentre) && college.organisation == Self.college)
        #expect(college.categories == [.identity])
        #expect(college.added(by: terms(.identity, .plan)) == [.plan])
        let outsider = sight(of: before, on: Self.today).see(before)
        #expect(outsider.viewers.isEmpty)
    }

    @Test("What cannot be agreed to is refused with what to change")
    func refusals() throws {
        func give(
            _ terms: ConsentTerms, until: CalendarDay = day("2013-01-01"), _ how: ConsentRoute = .inPerson,
            _ context: Context? = nil
        ) throws -> String? {
            let file = try file()
            return refusal {
                try GiveConsent(terms: terms, until: until, how: how).decide(
                    on: file, in: context ?? self.context())
            }
        }
        #expect(try give(terms(.identity)) == nil)
        #expect(try give(terms()) == "consent.nothing")
        #expect(try give(terms(.safety)) == "consent.safety")
        #expect(try give(terms(.identity, purpose: "gossip")) == "consent.purpose")
        #expect(try give(terms(.identity), until: day("2012-06-19")) == "consent.until")
        #expect(try give(terms(.identity), until: day("2014-06-21")) == "consent.until")
        #expect(try give(terms(.identity), .inPerson, context(at: false)) == "consent.recipient")
        #expect(try give(terms(.identity), .online) == "consent.how")
        #expect(try give(terms(.identity), .online, context(.customer)) == nil)
        #expect(try give(terms(.identity), .inPerson, context(.customer)) == "consent.how")
        let gone = WithdrawConsent(consent: .init(high: 1, low: 1), how: .inPerson)
        #expect(refusal { try gone.decide(on: file(), in: context()) } == "consent.over")
    }
}
