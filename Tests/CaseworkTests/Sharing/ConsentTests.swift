import Kernel
import Testing

@testable import Casework

@Suite("Consent to share (K-007, G-241)")
struct ConsentTests {
    private static let college: Identifier<Organisation> = .init(high: 9, low: 1)
    private static let today = day("2012-06-20")

    private func context(
        _ role: Role = .adviser, at college: Bool = true, sharing: SharingMatrix = .test
    ) -> Context {
        var surroundings = Surroundings()
        surroundings.recipientIsThere = college
        return Context(
            now: Instant(london: Self.today, hour: 10, minute: 0), random: .seeded(3),
            actor: Author(person: .init(high: 1, low: 2), organisation: Story.jobcentre, role: role),
            command: .init(high: 7, low: 7), programmes: [:], tools: .madeUp, sharing: sharing,
            surroundings: surroundings)
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

    @Test("What an organisation sees whatever the person says is not asked of them (K-007)")
    func seenAlready() throws {
        func ask(_ organisation: Identifier<Organisation>, _ categories: [Casework.Category]) throws -> String? {
            let terms = ConsentTerms(recipient: organisation, categories: categories, purpose: "support")
            let held = try file(consented(self.terms(.identity)))
            return refusal { try AskConsent(terms: terms, why: Words("Why")).decide(on: held, in: context()) }
        }
        #expect(try ask(Story.jobcentre, [.identity, .work]) == "consent.seen")
        #expect(try ask(Story.jobcentre, [.identity, .health]) == nil)
        // What they see because the person agreed may be asked again, before it ends.
        #expect(try ask(Self.college, [.identity]) == nil)
    }

    /// A question about three kinds, asked today, and what an answer to it records.
    private func asked() throws -> (asking: Fact, file: CaseFile, request: Identifier<ConsentRequest>) {
        let ask = AskConsent(terms: terms(.identity, .plan, .health), why: Words("So that the tutor knows who comes."))
        let asking = try ask.decide(on: file(), in: context())[0]
        return (asking, try file(asking), .init(high: 7, low: 7))
    }

    @Test("A yes to some of what was asked opens just that, and the rest is kept as a no (K-007, G-241)")
    func someOfIt() throws {
        let (asking, before, request) = try asked()
        #expect(before.consents.waiting.first?.declined == [], "a question that waits has no answer, not even a no")
        let answer = AnswerConsent(
            request: request, categories: [.plan, .identity], until: day("2013-06-20"), how: .byPhone)
        let fact = try answer.decide(on: before, in: context())[0]
        #expect(
            fact
                == .sharing(
                    .consented(
                        .init(high: 7, low: 7), terms(.identity, .plan), until: day("2013-06-20"), .byPhone,
                        request: request)))
        let after = try file(asking, fact)
        #expect(Category.allCases.filter(sight(of: after, on: Self.today).sees) == [.identity, .plan])
        let kept = try #require(after.consents.declined.first)
        #expect(kept.agreed == [.identity, .plan] && kept.declined == [.health])
        #expect(after.consents.waiting.isEmpty)
        #expect(refusal { try answer.decide(on: after, in: context()) } == "consent.answered")
    }

    @Test("A yes that names no kind is to all that was asked, and a no is kept as a no to all of it")
    func allOrNone() throws {
        let (asking, before, request) = try asked()
        let all = AnswerConsent(request: request, until: day("2013-06-20"), how: .inPerson)
        let agreed = try file(asking, all.decide(on: before, in: context())[0])
        #expect(Category.allCases.filter(sight(of: agreed, on: Self.today).sees) == [.identity, .plan, .health])
        #expect(agreed.consents.declined.isEmpty)
        let none = AnswerConsent(request: request, categories: [.plan], until: nil, how: .inPerson)
        let refused = try file(asking, none.decide(on: before, in: context())[0])
        #expect(refused.consents.given.isEmpty, "a no is to all of it, whatever was ticked")
        #expect(refused.consents.declined.map(\.declined) == [[.identity, .plan, .health]])
    }

    @Test("A yes to nothing, and a yes to what was not asked, are refused and change nothing")
    func beyondTheQuestion() throws {
        let (_, before, request) = try asked()
        func answer(_ categories: [Casework.Category]) -> String? {
            refusal {
                try AnswerConsent(request: request, categories: categories, until: day("2013-06-20"), how: .inPerson)
                    .decide(on: before, in: context())
            }
        }
        #expect(answer([]) == "consent.none-chosen")
        #expect(answer([.household]) == "consent.not-asked")
        #expect(answer([.plan, .household]) == "consent.not-asked")
        #expect(answer([.safety]) == "consent.not-asked")
        #expect(answer([.plan]) == nil)
    }

    @Test("A question whose purpose the matrix has lost can be answered no; what was agreed for it stands till it ends")
    func purposeGone() throws {
        let (asking, before, request) = try asked()
        var matrix = SharingMatrix.test
        matrix.purposes = [SharingPurpose(code: "training", words: "find you a course")]
        let yes = AnswerConsent(request: request, until: day("2013-06-20"), how: .inPerson)
        #expect(refusal { try yes.decide(on: before, in: context(sharing: matrix)) } == "consent.purpose-gone")
        let no = AnswerConsent(request: request, until: nil, how: .inPerson)
        let refused = try file(asking, no.decide(on: before, in: context(sharing: matrix))[0])
        #expect(refused.consents.waiting.isEmpty && refused.consents.given.isEmpty)
        let given = try file(consented(terms(.identity)))
        let sight = given.sight(
            of: Author(person: .init(high: 1, low: 9), organisation: Self.college, role: .adviser), as: .partner,
            matrix: matrix, on: Self.today)
        let reason = try #require(sight.reason(for: .identity))
        #expect(reason.purpose == nil && !reason.sentence.contains("support"))
        let stop = WithdrawConsent(consent: .init(high: 7, low: 7), how: .inPerson)
        #expect(refusal { try stop.decide(on: given, in: context(sharing: matrix)) } == nil)
    }

    /// What comes with the matrix that ships: a purpose for equality monitoring alone, beside one for any other kind.
    private static let monitoring: SharingMatrix = {
        var matrix = SharingMatrix.test
        matrix.purposes.append(
            SharingPurpose(code: "equality", words: "see that everybody is treated alike", categories: [.equality]))
        return matrix
    }()

    @Test("Ethnic group is shared for equality monitoring alone, and nothing else is shared for it (K-038)")
    func meant() throws {
        let before = try file()
        for category in Category.allCases where category != .safety {
            for purpose in ["support", "equality"] {
                let expected = (category == .equality) == (purpose == "equality") ? nil : "consent.not-for"
                let now = context(sharing: Self.monitoring)
                let one = terms(category, purpose: purpose)
                let give = GiveConsent(terms: one, until: day("2013-01-01"), how: .inPerson)
                let ask = AskConsent(terms: one, why: Words("Why"))
                #expect(refusal { try give.decide(on: before, in: now) } == expected, "\(category) \(purpose)")
                #expect(refusal { try ask.decide(on: before, in: now) } == expected, "\(category) \(purpose)")
            }
        }
        let mixed = GiveConsent(terms: terms(.health, .equality), until: day("2013-01-01"), how: .inPerson)
        #expect(
            throws: Refusal(
                "consent.not-for",
                "Equality monitoring is not shared to “help you find and keep work”. Leave it out here, and share it by itself for what it is for.",
                rule: "K-038", field: "categories")
        ) { try mixed.decide(on: before, in: context(sharing: Self.monitoring)) }
    }

    @Test("Where no purpose names it, nobody can be asked about ethnic group at all (K-038)")
    func unnamed() throws {
        let give = GiveConsent(terms: terms(.equality), until: day("2013-01-01"), how: .inPerson)
        #expect(refusal { try give.decide(on: file(), in: context()) } == "consent.not-for")
    }

    @Test("Of a question that was asked of a kind it is not for, a yes can be to the rest and a no to all (K-038)")
    func askedBefore() throws {
        let asking = try Fact.sharing(
            .asked(.init(high: 7, low: 7), terms(.health, .equality), .open(Words("So that they know."))))
        let before = try file(asking)
        func answer(_ categories: [Casework.Category]?, until: CalendarDay? = day("2013-01-01")) -> String? {
            let said = AnswerConsent(
                request: .init(high: 7, low: 7), categories: categories, until: until, how: .inPerson)
            return refusal { try said.decide(on: before, in: context(sharing: Self.monitoring)) }
        }
        #expect(answer(nil) == "consent.not-for" && answer([.equality]) == "consent.not-for")
        #expect(answer([.health]) == nil && answer(nil, until: nil) == nil)
        let waiting = try #require(before.consents.waiting.first)
        #expect(Self.monitoring.meant(by: waiting.terms) == [.health])
    }

    @Test("An earlier yes to ethnic group for another purpose opens the rest of it and not that (K-038)")
    func agreedBefore() throws {
        let given = try file(consented(terms(.health, .equality)))
        let actor = Author(person: .init(high: 1, low: 9), organisation: Self.college, role: .adviser)
        let sight = given.sight(of: actor, as: .partner, matrix: Self.monitoring, on: Self.today)
        #expect(Category.allCases.filter(sight.sees) == [.health])
        let college = Viewer(organisation: Self.college, relation: .partner, sight: sight)
        #expect(college.added(by: terms(.plan, .equality)) == [.plan], "nor is it among what a yes would open")
        #expect(college.added(by: terms(.equality, purpose: "equality")) == [.equality])
    }

    @Test("Withdrawing one of two consents leaves the other as it was")
    func oneOfTwo() throws {
        func given(_ id: UInt64, _ terms: ConsentTerms) -> Fact {
            .sharing(.consented(.init(high: 7, low: id), terms, until: day("2013-06-20"), .inPerson, request: nil))
        }
        let both = try file(given(1, terms(.identity, .plan)), given(2, terms(.plan, .household)))
        #expect(Category.allCases.filter(sight(of: both, on: Self.today).sees) == [.identity, .plan, .household])
        let withdraw = WithdrawConsent(consent: .init(high: 7, low: 1), how: .inPerson)
        let one = try file(
            given(1, terms(.identity, .plan)), given(2, terms(.plan, .household)),
            withdraw.decide(on: both, in: context())[0])
        #expect(
            Category.allCases.filter(sight(of: one, on: Self.today).sees) == [.plan, .household],
            "the plan, which stands in both, stays open by the one that holds")
        #expect(one.consents.holding(on: Self.today).map(\.id) == [.init(high: 7, low: 2)])
    }

    @Test("What a consent would add to what an organisation sees of its own alone is the rest of it")
    func ownPart() throws {
        let before = try file()
        let past = Viewer(
            organisation: Self.college, relation: .past,
            sight: Sight(role: .adviser, relation: .past, matrix: .test, on: Self.today))
        #expect(past.categories == [.identity, .appointments])
        #expect(past.added(by: terms(.appointments, .plan)) == [.appointments, .plan])
        let prime = try #require(
            before.viewers(matrix: .test, on: Self.today).first { $0.organisation == Story.prime })
        #expect(prime.added(by: terms(.appointments, .health)) == [.health])
    }

    @Test("The person says it online, and everybody else by the way in which they were told, by every role (K-007)")
    func routes() throws {
        let (_, before, request) = try asked()
        let given = try file(consented(terms(.identity)))
        let told: Set<ConsentRoute> = [.inPerson, .byPhone, .signed]
        let may = Dictionary(
            uniqueKeysWithValues: Role.allCases.map { ($0, $0 == .customer ? Set([ConsentRoute.online]) : told) })
        for role in Role.allCases {
            for how in ConsentRoute.allCases {
                let expected = may[role]?.contains(how) == true ? nil : "consent.how"
                let give = GiveConsent(terms: terms(.identity), until: day("2013-01-01"), how: how)
                let yes = AnswerConsent(request: request, categories: [.plan], until: day("2013-01-01"), how: how)
                let no = AnswerConsent(request: request, until: nil, how: how)
                let stop = WithdrawConsent(consent: .init(high: 7, low: 7), how: how)
                #expect(refusal { try give.decide(on: before, in: context(role)) } == expected, "\(role) \(how)")
                #expect(refusal { try yes.decide(on: before, in: context(role)) } == expected, "\(role) \(how)")
                #expect(refusal { try no.decide(on: before, in: context(role)) } == expected, "\(role) \(how)")
                #expect(refusal { try stop.decide(on: given, in: context(role)) } == expected, "\(role) \(how)")
            }
        }
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
        var matrix = SharingMatrix.test
        matrix.purposes.append(SharingPurpose(code: "account", words: "answer for it", isAsked: false))
        #expect(
            try give(terms(.identity, purpose: "account"), .inPerson, context(sharing: matrix)) == "consent.purpose",
            "what the law sees a record for is asked of nobody")
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
