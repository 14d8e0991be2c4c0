import Foundation
import Kernel
import Testing

@testable import Casework

@Suite("Powers")
struct PowersTests {
    /// Every role, act and relation: a cell is on when it stands in `powers.txt`, one line for an act and a relation.
    @Test("The whole table of who may do what is the one that was agreed (A6)")
    func table() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "powers.txt")
        let agreed = try String(contentsOf: file, encoding: .utf8)
        var expected: Set<String> = []
        for line in agreed.split(separator: "\n") {
            let parts = line.split(separator: "|").map { String($0).trimmed }
            try #require(parts.count == 3, "\(line)")
            for role in parts[2].split(separator: ",") {
                expected.insert("\(parts[0]) by \(String(role).trimmed) as \(parts[1])")
            }
        }
        var found: Set<String> = []
        for act in Act.allCases {
            for relation in Relation.allCases {
                for role in Role.allCases where Powers.grant(act, to: role, as: relation) != nil {
                    found.insert("\(act.rawValue) by \(role.rawValue) as \(relation.rawValue)")
                }
            }
        }
        #expect(found.subtracting(expected).sorted() == [], "allowed, and not in powers.txt")
        #expect(expected.subtracting(found).sorted() == [], "in powers.txt, and not allowed")
    }

    private func allowed(_ act: Act) -> [(role: Role, relation: Relation)] {
        Relation.allCases.flatMap { relation in
            Role.allCases.filter { Powers.grant(act, to: $0, as: relation) != nil }.map { ($0, relation) }
        }
    }

    @Test("Every act has a grant with its source")
    func everyAct() {
        for act in Act.allCases {
            #expect(!allowed(act).isEmpty, "\(act.rawValue)")
            #expect(Powers.table[act]?.allSatisfy { !$0.source.isEmpty } == true, "\(act.rawValue)")
        }
    }

    @Test("Only the jobcentre that holds the claim refers; no provider and no customer does (A-130)")
    func refers() {
        #expect(allowed(.refer).allSatisfy { $0.relation == .jobcentre })
        #expect(Set(allowed(.refer).map(\.role)) == [.adviser, .teamManager])
        for role in [Role.providerAdviser, .providerManager, .customer] {
            for relation in Relation.allCases { #expect(Powers.grant(.refer, to: role, as: relation) == nil) }
        }
    }

    @Test("Nobody may choose the prime: no act does it, and only a commissioner sets shares (A-131)")
    func choosesPrime() {
        #expect(!Act.allCases.contains { $0.rawValue.contains("allocate") || $0.rawValue.contains("choose") })
        #expect(Set(allowed(.setShares).map(\.role)) == [.commissioner])
    }

    @Test("Only a provider's manager assigns and changes advisers, never the jobcentre (A-132)")
    func assigns() {
        for act in [Act.assign, .changeAdviser] {
            #expect(Set(allowed(act).map(\.role)) == [.providerManager])
            #expect(Set(allowed(act).map(\.relation)) == [.referred, .attached])
        }
    }

    @Test("Only the provider that has the referral in hand sends a notice; the jobcentre does not (A-133)")
    func notices() {
        #expect(Set(allowed(.giveNotice).map(\.role)) == [.providerAdviser, .providerManager])
        #expect(Set(allowed(.giveNotice).map(\.relation)) == [.referred, .attached])
    }

    @Test("Whoever has no tie to a person neither reads nor changes the case, but to say that they are with them now")
    func untied() {
        let aboutNobody: Set<Act> = [
            .findCustomer, .readCaseload, .readInbox, .readPayments, .readJourneys, .readDraws, .registerCustomer,
            .setShares, .administer, .manageReceivers, .readRequests, .setOffers, .readSafety, .readPaper,
            .enterClerical,
            .holdSession, .readSessions, .takeUpRecord,
        ]
        for act in Act.allCases where !aboutNobody.contains(act) {
            #expect(!allowed(act).contains { $0.relation == .none }, "\(act.rawValue)")
        }
    }

    @Test(
        "Who commissions or audits changes no case; who had somebody before only what it began, and complaints of it"
    )
    func readers() {
        let reads: Set<Act> = [.readCase, .readProof]
        for act in Act.allCases {
            for (_, relation) in allowed(act) where relation == .commissions { #expect(reads.contains(act)) }
            for (_, relation) in allowed(act) where relation == .former {
                let theirs: Set<Act> = [
                    .recordJob, .recordProof, .handBack, .recordSession, .takeUpRecord, .answerComplaint,
                ]
                #expect(reads.contains(act) || theirs.contains(act))
            }
        }
    }

    @Test("A refusal says what the person is, and who may")
    func sentence() {
        let found = refusal { try Powers.require(.refer, of: .providerManager, as: .attached) }
        #expect(
            found?.sentence
                == "You cannot refer a customer to a programme here: you are a provider manager at the provider this person is attached to. Those who may: adviser, team manager, with a live tie to the person."
        )
        #expect(found?.rule == "A-130")
        #expect(refusal { try Powers.require(.refer, of: .adviser, as: .jobcentre) } == nil)
    }
}
