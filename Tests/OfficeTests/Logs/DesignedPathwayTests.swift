import Casework
import Insight
import Kernel
import Programmes
import Testing

@testable import Office

@Suite("The pathway that a programme draws")
struct DesignedPathwayTests {
    private func shipped(_ id: String) throws -> Programme { try Programmes.shipped().programme(id) }

    /// The pathway laid over events, each told by the kind that programme files name.
    private func lived(_ programme: Programme, _ rows: [(who: Int, kind: String, day: String)]) throws -> LivedPathway {
        let table = rows.map { "\($0.who),\(StoreLog.activity($0.kind)),\($0.day)\n" }.joined()
        let log = EventLog.csv(HeldBytes(Array(("case,activity,time\n" + table).utf8)), CSVMapping())
        return try LivedPathway(log, DesignedPathway(programme, in: .england))
    }

    private func step(_ brief: String, _ lived: LivedPathway) throws -> LivedPathway.Step {
        try #require(lived.steps.first { $0.brief == brief }, "\(lived.steps.map(\.brief))")
    }

    @Test("What follows from an interview stands after the first, and what comes again and again stands last")
    func order() throws {
        func briefs(_ id: String) throws -> [String] {
            try DesignedPathway(shipped(id), in: .england).steps.map { $0.brief ?? $0.title }
        }
        #expect(
            try briefs("pathways-to-work-2003").prefix(4) == [
                "before first, 14 days", "interview 1", "capability report, 4 weeks", "interview 2",
            ])
        #expect(
            try briefs("work-programme-2011") == [
                "acknowledged, 2 working days", "first contact, 2 working days", "first appointment, 10 working days",
                "fortnightly contact, every 2 weeks", "plan review, every 6 months",
            ])
        let empty = Programme(id: "empty", title: "Empty")
        #expect(throws: Refusal.self) { try DesignedPathway(empty, in: .england) }
    }

    @Test("What a referral has once is told when it comes twice")
    func once() throws {
        let lived = try lived(
            shipped("work-programme-2011"),
            [
                (1, "referral.transmitted", "2011-06-06"), (1, "referral.acknowledged", "2011-06-07"),
                (1, "referral.acknowledged", "2011-06-10"), (2, "referral.transmitted", "2011-06-06"),
                (2, "referral.acknowledged", "2011-06-07"),
            ])
        let step = try step("acknowledged, 2 working days", lived)
        #expect(step.due == 2 && step.kept == 1)
        #expect(step.left.map(\.departure) == [.repeated] && step.left.map(\.medianDays) == [3])
    }

    @Test("A first contact may come twice only where the programme asks for contact again and again")
    func firstContact() throws {
        let rows = [
            (who: 1, kind: "referral.acknowledged", day: "2011-06-06"),
            (who: 1, kind: "contact.made", day: "2011-06-07"),
            (who: 1, kind: "contact.made", day: "2011-06-17"),
        ]
        var programme = try shipped("work-programme-2011")
        #expect(try step("first contact, 2 working days", lived(programme, rows)).left.isEmpty)
        programme.standards.removeAll { $0.id == "fortnightly-contact" }
        let step = try step("first contact, 2 working days", lived(programme, rows))
        #expect(step.left.map(\.departure) == [.repeated] && step.left.map(\.totalDays) == [10])
    }

    @Test("More interviews than the run has are too many of its last (D-105)")
    func interviews() throws {
        let days = [
            "2004-02-24", "2004-03-30", "2004-05-04", "2004-06-08", "2004-07-13", "2004-08-17", "2004-09-21",
        ]
        var rows = [(who: 1, kind: "claim.made", day: "2004-01-05")]
        for day in days { rows.append((who: 1, kind: "interview.held", day: day)) }
        let events = rows
        func left(_ count: Int) throws -> [String] {
            try lived(shipped("pathways-to-work-2003"), Array(events.prefix(count))).steps.flatMap { step in
                step.left.map { "\(step.brief) \($0.departure.rawValue) \($0.totalDays ?? 0)" }
            }
        }
        #expect(try left(7) == [])
        #expect(try left(8) == ["interview 6 repeated 35.0"])
    }

    @Test("Contact every two weeks is judged from each to the next, but not in work nor after leaving (D-085)")
    func fortnightly() throws {
        let lived = try lived(
            shipped("work-programme-2011"),
            [
                // In time, late, and then in work.
                (1, "contact.made", "2011-06-08"), (1, "contact.made", "2011-06-20"),
                (1, "appointment.attended", "2011-07-10"), (1, "employment.jobStarted", "2011-07-12"),
                (1, "contact.made", "2011-09-01"),
                // In time, and gone.
                (2, "contact.made", "2011-06-08"), (2, "appointment.attended", "2011-06-20"),
                (2, "referral.exited", "2011-06-21"), (2, "employment.proofRecorded", "2011-08-21"),
                // Silence while other things went on.
                (3, "contact.made", "2011-06-08"), (3, "appointment.missed", "2011-07-20"),
            ])
        let step = try step("fortnightly contact, every 2 weeks", lived)
        #expect(step.due == 3 && step.kept == 1)
        #expect(step.left.map(\.departure) == [.skipped, .late] && step.left.map(\.people) == [1, 1])
        // Twenty days less two weeks, of which the last ends at midnight in London.
        #expect((5.0...5.1).contains(step.left.last?.totalDays ?? 0))
    }
}
