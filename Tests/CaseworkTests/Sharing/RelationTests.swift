import Kernel
import Testing

@testable import Casework

@Suite("Relations")
struct RelationTests {
    private func actor(_ organisation: Identifier<Organisation>, _ role: Role = .providerAdviser) -> Author {
        Author(person: Identifier(high: 1, low: 5), organisation: organisation, role: role)
    }

    @Test("Before anything is recorded nobody has a tie, and a customer only to their own record")
    func none() throws {
        let story = try Story()
        for organisation in [Story.jobcentre, Story.prime, Story.council] {
            #expect(story.file.relation(of: actor(organisation), on: day("2012-06-01")) == .none)
        }
        let oneself = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        #expect(story.file.relation(of: oneself, on: day("2012-06-01")) == .oneself)
        let another = Author(person: Story.omar, organisation: Story.jobcentre, role: .customer)
        #expect(try Story.referred().file.relation(of: another, on: day("2012-06-01")) == .none)
    }

    @Test(
        "A tie follows from the events alone: who holds the claim, who was drawn, who was assigned",
        arguments: [
            ("registered", "jobcentre", "none", "none", "none"),
            ("interviewed", "jobcentre", "none", "none", "none"),
            ("referred", "jobcentre", "referred", "none", "commissions"),
            ("acknowledged", "jobcentre", "referred", "none", "commissions"),
            ("assigned", "jobcentre", "referred", "referred", "commissions"),
            ("attached", "jobcentre", "attached", "attached", "commissions"),
            ("withdrawn", "jobcentre", "former", "none", "commissions"),
        ])
    func table(_ stage: String, _ jobcentre: String, _ prime: String, _ local: String, _ council: String) throws {
        let file =
            switch stage {
            case "registered": try Story.registered().file
            case "interviewed": try Story.interviewed().file
            case "referred": try Story.referred().file
            case "acknowledged": try Story.acknowledged().file
            case "assigned": try Story.assigned().file
            case "attached": try Story.attached().0.file
            default: try withdrawn()
            }
        func relation(_ organisation: Identifier<Organisation>, _ areas: Set<Identifier<Area>> = []) -> String {
            file.relation(of: actor(organisation), on: day("2012-06-14"), commissioned: areas).rawValue
        }
        #expect(relation(Story.jobcentre) == jobcentre)
        #expect(relation(Story.prime) == prime)
        #expect(relation(Story.local) == local)
        #expect(relation(Story.council, [Story.areaID]) == council)
        #expect(relation(Story.council) == "none")
        #expect(relation(Story.rival) == "none")
    }

    private func withdrawn() throws -> CaseFile {
        var story = try Story.acknowledged()
        try story.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        try story.perform(AnswerQuery(upheld: true, words: Words("They are right.")), by: Story.jane)
        return story.file
    }

    @Test("A provider is attached to the last day of the allotted time, and former from the day after")
    func ends() throws {
        let file = try Story.attached().0.file
        for provider in [Story.prime, Story.local] {
            #expect(file.relation(of: actor(provider), on: day("2014-06-11")) == .attached)
            #expect(file.relation(of: actor(provider), on: day("2014-06-12")) == .former)
        }
    }

    @Test(
        "A provider whose time is over reads its own part for as long as the matrix says, and is nothing to the case from the day after (design §5)",
        arguments: [1, 6, 72, 120])
    func window(months: Int) throws {
        let file = try Story.attached().0.file
        let matrix = SharingMatrix(formerMonths: months)
        let last = day("2014-06-11")
        let closes = last.adding(months: months)
        for number in stride(from: last.number - 3, through: closes.number + 400, by: 1) {
            let day = CalendarDay(number: number)
            let expected: Relation = day <= last ? .attached : day <= closes ? .former : .none
            for provider in [Story.prime, Story.local] {
                #expect(file.relation(of: actor(provider), on: day, by: matrix) == expected, "\(day)")
            }
        }
        #expect(file.relation(of: actor(Story.jobcentre), on: closes.adding(days: 1), by: matrix) == .jobcentre)
    }

    @Test(
        "A withdrawn referral, and a place in the chain that another took, close as long after; consent opens past that"
    )
    func closes() throws {
        let matrix = SharingMatrix(formerMonths: 12)
        let file = try withdrawn()
        let end = try #require(file.referrals.first?.withdrawn).recorded.day.adding(months: 12)
        #expect(file.relation(of: actor(Story.prime), on: end, by: matrix) == .former)
        #expect(file.relation(of: actor(Story.prime), on: end.adding(days: 1), by: matrix) == .none)
        #expect(!file.viewers(matrix: matrix, on: end.adding(days: 1)).contains { $0.organisation == Story.prime })

        var story = try Story.assigned()
        try story.perform(
            ChangeAdviser(provider: Story.prime, adviser: Story.omar, reason: "left", handover: nil),
            by: Story.manager)
        let left = story.now.day.adding(months: 12)
        #expect(story.file.relation(of: actor(Story.local), on: left, by: matrix) == .past)
        #expect(story.file.relation(of: actor(Story.local), on: left.adding(days: 1), by: matrix) == .none)
        let terms = ConsentTerms(recipient: Story.local, categories: [.work], purpose: "support")
        story.record(
            [
                .sharing(
                    .consented(
                        .init(high: 7, low: 7), terms, until: left.adding(months: 1), .inPerson, request: nil))
            ], by: Story.jane)
        #expect(story.file.relation(of: actor(Story.local), on: left.adding(days: 1), by: matrix) == .partner)
    }

    @Test("A provider that no longer has the adviser keeps its own entries alone; the prime keeps its tie")
    func handedOn() throws {
        var story = try Story.assigned()
        try story.perform(
            ChangeAdviser(provider: Story.prime, adviser: Story.omar, reason: "left", handover: nil),
            by: Story.manager)
        #expect(story.file.relation(of: actor(Story.local), on: day("2012-06-01")) == .past)
        #expect(story.file.relation(of: actor(Story.prime), on: day("2012-06-01")) == .referred)
    }
}
