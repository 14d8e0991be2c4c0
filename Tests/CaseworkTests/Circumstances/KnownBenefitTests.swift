import Kernel
import Testing

@testable import Casework

@Suite("Who can make a benefit known (M-002)")
struct KnownBenefitTests {
    /// A customer whose record a jobcentre and a council keep, with a provider, and a college that may read of money.
    private func room() throws -> ChangeRoom {
        var room = try ChangeRoom()
        room.fold(
            .customer(
                .takenUp(
                    .init(organisation: Story.council, home: .council, proof: .document, since: day("2012-06-01")))),
            by: Story.jane)
        room.agree([.money], with: ChangeRoom.college)
        return room
    }

    private static let organisations = [
        Story.jobcentre, Story.council, Story.prime, Story.local, Story.rival, ChangeRoom.college,
    ]

    @Test(
        "It is the jobcentre's staff alone, whatever the role is called elsewhere; others say what they were told (M-002, ours)",
        arguments: organisations, Role.allCases)
    func known(organisation: Identifier<Organisation>, role: Role) throws {
        let room = try room()
        let author = Author(person: Identifier(high: 9, low: 9), organisation: organisation, role: role)
        func refused(_ certainty: Certainty) -> String? {
            room.refused(
                StateBenefit(
                    statement: BenefitStatement(
                        benefit: "JSA", on: false, from: day("2012-06-04"), until: nil, certainty: certainty,
                        source: .jobcentre)), by: author)
        }
        let mayKnow =
            organisation == Story.jobcentre && [.adviser, .teamManager, .benefitCentreOfficer].contains(role)
        #expect(refused(.known) == (mayKnow ? nil : "benefit.cannot-know"))
        #expect(refused(.claimed) == nil && refused(.unknown) == nil)
    }

    @Test("A council's adviser, and a college's that the person chose, cannot make it known by telling a change either")
    func told() throws {
        let room = try room()
        let council = Author(person: Identifier(high: 9, low: 9), organisation: Story.council, role: .adviser)
        func refused(_ certainty: Certainty, _ source: ChangeSource, by author: Author) -> String? {
            room.refused(
                ReportChange(
                    .benefit, ChangeDetail(code: "JSA", on: false), from: day("2012-06-04"), certainty: certainty,
                    source: source, route: .ownRecords), by: author)
        }
        #expect(refused(.known, .council, by: council) == "benefit.cannot-know")
        #expect(refused(.known, .jobcentre, by: ChangeRoom.teacher) == "benefit.cannot-know")
        #expect(refused(.known, .jobcentre, by: Story.jane) == nil)
        #expect(refused(.claimed, .council, by: council) == nil)
        #expect(refused(.claimed, .jobcentre, by: ChangeRoom.teacher) == nil)
    }
}
