import Kernel
import Testing

@testable import Casework

@Suite("Letters that are kept")
struct KeptLetterTests {
    private func id<Named>(_ number: Int) -> Identifier<Named> {
        Identifier(high: 0x0137_0000_0003_7000, low: 1 << 63 | UInt64(number))
    }

    /// Facts as they were recorded one after another, by one adviser.
    private func events(_ facts: [Fact], by author: Author = Story.dana) throws -> [Event<CaseFile>] {
        let now = try Instant("2012-06-01T09:00:00Z")
        return facts.enumerated().map { number, fact in
            Event<CaseFile>(
                id: id(number), subject: id(9_999), sequence: number + 1, occurred: fact.occurred ?? .instant(now),
                recorded: now, by: author, fact: fact)
        }
    }

    private let own = Sight(role: .customer, relation: .oneself)
    private let told = ToldOfHolder(route: .byHand, digest: String(repeating: "cd", count: 32))

    private func erased(_ classes: RetentionClass...) -> Fact {
        .customer(.erased(CustomerFact.Erasure(classes: classes, why: .asked, evidenceUntil: nil, proof: "ab")))
    }

    @Test("Whatever was given to them in writing is a letter, and a paper that shows something is none (G-002)")
    func kinds() throws {
        let given = OneOfEach.facts.filter { fact in
            switch fact {
            case .employment, .plan(.actionDone): false
            default: fact.document != nil
            }
        }
        let letters = KeptLetter.all(in: try events(given), through: own)
        #expect(letters.map(\.digest) == given.reversed().compactMap(\.document))
        #expect(Set(letters.map(\.kind)).isSuperset(of: [.step, .holder, .keeper, .ending]))
    }

    @Test("One that did not arrive says so (A-013)")
    func failed() throws {
        let facts: [Fact] = [
            .chain(.told(id(50), told)), .chain(.told(id(50), told)), .chain(.untold(id(50), id(0), .refused)),
        ]
        #expect(KeptLetter.all(in: try events(facts), through: own).map(\.failed) == [nil, .refused])
    }

    @Test("What was erased is no longer there to be opened: with the name, or with the words it holds (M-060)")
    func gone() throws {
        let letters: [Fact] = [.chain(.told(id(50), told)), .referral(.toldOfEnd(id(50), told))]
        func left(after fact: Fact) throws -> [KeptLetter.Kind] {
            KeptLetter.all(in: try events(letters + [fact]), through: own).map(\.kind)
        }
        #expect(try left(after: erased(.support)) == [.holder])
        #expect(try left(after: erased(.identity)) == [])
        #expect(try left(after: erased(.evidence)) == [.ending, .holder])
    }

    @Test("One that bears an address is for whoever sees how they are reached, and for whoever wrote it (ours)")
    func address() throws {
        let holder: Identifier<Referral> = id(50)
        let letters = try events([
            .chain(.told(holder, told)), .customer(.toldOfKeeper(told)), .referral(.toldOfEnd(holder, told)),
        ])
        func seen(
            _ relation: Relation, of organisation: Identifier<Organisation>, agreed: Casework.Category...
        ) -> [KeptLetter.Kind] {
            let consent = Consent(
                id: id(70), terms: ConsentTerms(recipient: organisation, categories: agreed, purpose: "support"),
                until: day("2013-06-01"), how: .inPerson, given: EventStamp(letters[0]))
            let sight = Sight(
                role: .providerAdviser, relation: relation, matrix: .test, consents: agreed.isEmpty ? [] : [consent],
                on: day("2012-06-01"), organisation: organisation, kept: [holder.description])
            return KeptLetter.all(in: letters, through: sight).map(\.kind)
        }
        #expect(seen(.attached, of: Story.rival) == [.ending, .keeper, .holder])
        #expect(seen(.offered, of: Story.rival) == [] && seen(.host, of: Story.rival) == [])
        #expect(seen(.former, of: Story.local) == [.ending, .keeper, .holder], "its own")
        #expect(seen(.former, of: Story.rival) == [])
        #expect(seen(.former, of: Story.rival, agreed: .contact) == [], "who has them now is not its own")
        #expect(seen(.former, of: Story.rival, agreed: .contact, .referral) == [.ending, .holder])
        #expect(seen(.commissions, of: Story.rival) == [])
    }

    @Test("Whoever had them before opens no letter of the plan or of joining, not even its own (K-010)")
    func past() throws {
        let digest = String(repeating: "ef", count: 32)
        let notice = ActionNotice(digest: digest, route: .byHand, served: day("2012-06-01"), due: day("2012-06-20"))
        let letters = try events([
            .chain(.told(id(50), told)), .plan(.actionNoticed(id(60), notice)),
            .joining(.told(programme: "made-up", sheet: digest, .shut)),
        ])
        func seen(_ relation: Relation) -> [KeptLetter.Kind] {
            let sight = Sight(
                role: .providerAdviser, relation: relation, matrix: .test, on: day("2012-06-01"),
                organisation: Story.local)
            return KeptLetter.all(in: letters, through: sight).map(\.kind)
        }
        #expect(seen(.attached) == [.joining, .step, .holder])
        #expect(seen(.past) == [.holder])
    }
}
