import Kernel
import Testing

@testable import Casework

@Suite("Everybody who can open a record (K-007)")
struct ViewerTests {
    private static let body: Identifier<Organisation> = .init(high: 9, low: 8)

    /// The matrix of the tests, with a row for the body that commissions the area.
    private static var matrix: SharingMatrix {
        var matrix = SharingMatrix.test
        matrix.rows.removeAll { $0.relation == .commissions }
        matrix.rows.append(
            .init(
                relation: .commissions, categories: [.referral, .appointments, .work, .money], purpose: "support",
                basis: .legalObligation, source: "A-101"))
        return matrix
    }

    private func seen(as relation: Relation, _ matrix: SharingMatrix = Self.matrix) throws -> SeenCase {
        let story = try Story.attached().0
        return Sight(role: .customer, relation: relation, matrix: matrix, on: story.now.day).see(story.file)
    }

    @Test("The body that commissions the area stands last, with what it reads")
    func commissioning() throws {
        let seen = try seen(as: .oneself)
        let all = seen.allViewers(commissioners: [Self.body])
        #expect(all.dropLast().map(\.organisation) == seen.viewers.map(\.organisation))
        #expect(all.last?.organisation == Self.body && all.last?.relation == .commissions)
        #expect(all.last.map { Set($0.categories) } == [.referral, .appointments, .work, .money])
        #expect(all.last?.helps == false)
    }

    @Test("A body with another tie stands for that tie alone, and nobody stands for nothing")
    func once() throws {
        let seen = try seen(as: .oneself)
        let jobcentre = try #require(seen.viewers.first)
        #expect(seen.allViewers(commissioners: [jobcentre.organisation]) == seen.viewers)
        #expect(try self.seen(as: .none).allViewers(commissioners: [Self.body]).isEmpty)
    }

    @Test("Those who help now and may see such a thing are told of it, and nobody is of what no row opens (C14, K-006)")
    func told() throws {
        let viewers = try seen(as: .oneself).viewers
        #expect(viewers.contains { $0.isTold(of: .phone) })
        #expect(!viewers.contains { $0.isTold(of: .caring) || $0.isTold(of: .health) })
    }
}
