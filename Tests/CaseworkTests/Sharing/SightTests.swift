import Kernel
import Testing

@testable import Casework

@Suite("Sight")
struct SightTests {
    /// One line a relation: the categories it sees, in the order in which they are declared.
    private static let agreed: [Relation: String] = [
        .none: "",
        .jobcentre: "identity contact referral appointments work money sharing conditionality voice",
        .council: "identity contact referral appointments assessment work plan money sharing voice",
        .partner: "",
        .offered: "identity referral assessment plan",
        .past: "identity appointments",
        .host: "identity",
        .referred: "identity contact referral appointments assessment plan voice",
        .attached: "identity contact referral appointments assessment work plan money sharing voice",
        .former: "identity referral appointments work",
        .commissions: "referral appointments work money",
        .oneself:
            "identity contact referral appointments assessment work plan health convictions household safety money sharing conditionality voice equality",
        .supporter: "",
    ]

    @Test("Each relation sees the categories that were agreed, and no other", arguments: Relation.allCases)
    func table(_ relation: Relation) {
        let sight = Sight(role: .adviser, relation: relation)
        let seen = Category.allCases.filter(sight.sees).map(\.rawValue).joined(separator: " ")
        #expect(seen == Self.agreed[relation])
    }

    @Test("Health, convictions, household, ethnic group and safety stay shut to everybody but the person (K-038)")
    func shut() {
        for relation in Relation.allCases where relation != .oneself {
            for category in [Category.health, .convictions, .household, .equality, .safety] {
                #expect(!Sight(role: .adviser, relation: relation).sees(category))
            }
        }
    }

    @Test("In one relation every role that may open a record sees the same, but for the safeguarding lead (decision 7)")
    func roles() {
        for relation in Relation.allCases {
            let readers = Role.allCases.filter { Powers.grant(.readCase, to: $0, as: relation) != nil }
            let reasons = readers.filter { $0 != .safeguardingLead }.map { role in
                let sight = Sight(role: role, relation: relation)
                return Category.allCases.map { sight.reason(for: $0) }
            }
            #expect(reasons.allSatisfy { $0 == reasons.first }, "\(relation)")
            for lead in readers where lead == .safeguardingLead {
                let sight = Sight(role: lead, relation: relation)
                #expect(Category.allCases.filter(sight.sees) == [.identity, .safety], "\(relation)")
            }
        }
    }

    @Test("Whatever is seen has a reason that the customer can read")
    func reasons() {
        let sight = Sight(role: .providerAdviser, relation: .attached)
        #expect(
            sight.reason(for: .work)?.sentence
                == "Seen by the provider this person is attached to, under a public task: to help you find and keep work."
        )
        #expect(sight.reason(for: .work)?.purpose == "help you find and keep work")
        #expect(sight.reason(for: .health) == nil)
    }

    @Test("Those who account for money open no names and no words; nor does somebody with no tie")
    func opens() {
        for relation in Relation.allCases {
            let opens = Sight(role: .auditor, relation: relation).opensSealed
            #expect(opens == (relation != .commissions && relation != .none), "\(relation)")
        }
    }

    @Test(
        "What is not theirs to see is nil or empty, never blanked",
        arguments: Relation.allCases.filter { $0 != .past && $0 != .former })
    func seen(_ relation: Relation) throws {
        let file = try Story.attached().0.file
        let sight = Sight(role: .adviser, relation: relation)
        let seen = sight.see(file)
        #expect((seen.identity != nil) == sight.sees(.identity))
        #expect((seen.registered != nil) == sight.sees(.identity))
        #expect((seen.keepers != nil) == sight.sees(.identity))
        #expect((seen.identity?.phone != nil) == sight.sees(.contact))
        #expect((seen.identity?.address != nil) == sight.sees(.contact))
        #expect(seen.referrals.isEmpty == !sight.sees(.referral))
        #expect((seen.interview != nil) == sight.sees(.referral))
        #expect(seen.appointments.isEmpty == !sight.sees(.appointments))
        let told = ChangeKind.allCases.contains { sight.sees($0.category) }
        #expect((seen.circumstances != nil) == told)
        #expect(
            (seen.circumstances?.statements.isEmpty ?? true)
                == (file.circumstances.statements.isEmpty || !sight.sees(.money)))
        #expect((seen.circumstances?.spells(of: .address).isEmpty ?? true) == !sight.sees(.contact))
        #expect((seen.employment != nil) == sight.sees(.work))
    }
}
