import Foundation
import Kernel
import Programmes
import Testing

@testable import Casework
@testable import Office

/// Who may do what with which part of a record, and on what ground: powers, what each act records and the sharing matrix
/// multiplied out.
@Suite("Reach")
struct ReachTests {
    private static let today = CalendarDay(ymd: (2012, 8, 9))

    /// On what ground a role may record something of a category by an act, as what its organisation is to the case.
    private static func ground(
        _ role: Role, _ act: Act, _ relation: Relation, _ category: Casework.Category, _ matrix: SharingMatrix
    ) -> String? {
        guard Powers.grant(act, to: role, as: relation) != nil, act.records.contains(category) else { return nil }
        if relation == .none { return "nobody's yet" }
        if role == .system { return "by the calendar" }
        let bare = Sight(role: role, relation: relation, matrix: matrix, on: today)
        if let reason = bare.reason(for: category) { return reason.basis.rawValue }
        let everything = ConsentTerms(
            recipient: Identifier(high: 1, low: 1), categories: Casework.Category.allCases, purpose: "support")
        let stamp = EventStamp(
            Event<CaseFile>(
                id: Identifier(high: 0, low: 1), subject: Identifier(high: 0, low: 2), sequence: 1,
                occurred: .day(today), recorded: Instant(london: today, hour: 9, minute: 0),
                by: Author(person: Identifier(high: 0, low: 3), organisation: Identifier(high: 1, low: 1), role: role),
                fact: .sharing(.consented(Identifier(high: 0, low: 4), everything, until: today, .signed, request: nil))
            ))
        let chosen = Sight(
            role: role, relation: relation, matrix: matrix,
            consents: [
                Consent(id: Identifier(high: 0, low: 4), terms: everything, until: today, how: .signed, given: stamp)
            ],
            supporter: SupporterTerms(rights: SupporterRight.allCases, until: today), on: today)
        if chosen.sees(category) { return "consent" }
        // What neither the law nor the person opens is refused by `Office.perform`.
        return act.isToldUnread ? "told" : nil
    }

    @Test("The whole table, role by act by relation by category, is the one that was agreed (A6, K-007)")
    func table() throws {
        let matrix = try SharingReader.shipped()
        var found: Set<String> = []
        for act in Act.allCases {
            for relation in Relation.allCases {
                for category in Casework.Category.allCases {
                    for role in Role.allCases {
                        guard let ground = Self.ground(role, act, relation, category, matrix) else { continue }
                        found.insert("\(act.rawValue) | \(relation.rawValue) | \(category.rawValue) | \(ground)")
                    }
                }
            }
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reach.txt")
        let agreed = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
        #expect(found.subtracting(agreed).sorted() == [], "possible, and not in reach.txt")
        #expect(agreed.subtracting(found).sorted() == [], "in reach.txt, and not possible")
    }
}
