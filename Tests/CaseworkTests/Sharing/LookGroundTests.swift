import Kernel
import Testing

@testable import Casework

@Suite("The grounds of a look")
struct LookGroundTests {
    @Test("Whatever stands with a look is read back from it, of every relation (K-007)", arguments: Relation.allCases)
    func ties(_ relation: Relation) {
        let sight = Sight(role: .adviser, relation: relation)
        let read = LookGround.all(in: sight.grounds.joined(separator: " "))
        #expect(read.count == sight.grounds.count)
        #expect(read.allSatisfy { $0 == .tie(relation) })
    }

    @Test("A yes is read with its days and its purpose beside the other grounds, and an older row names none (K-007)")
    func agreed() throws {
        let reason =
            "Seen by the provider this person is attached to, under a public task: to help you find and keep work. "
            + "Seen because the person agreed on 4 May 2012 to share it to help with your health and work, "
            + "until 31 May 2013. "
            + "Seen because the person agreed on 14 May 2012 to share it, until 1 June 2013. "
            + "Seen by whoever meets this person, under the protection of somebody's life."
        #expect(
            LookGround.all(in: reason) == [
                .tie(.attached),
                .agreed(
                    on: try CalendarDay("2012-05-04"), purpose: "help with your health and work",
                    until: try CalendarDay("2013-05-31")),
                .agreed(on: try CalendarDay("2012-05-14"), purpose: nil, until: try CalendarDay("2013-06-01")),
                .meeting,
            ])
        #expect(LookGround.all(in: "the provider this person is attached to") == [])
        #expect(LookGround.all(in: "to see whether two records are of one person") == [])
    }
}
