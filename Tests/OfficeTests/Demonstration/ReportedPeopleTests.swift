import Casework
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The people whom the reports describe")
struct ReportedPeopleTests {
    /// The cases of everybody, by the row of the reference.
    private static func cases(_ engine: Engine) async throws -> [String: CaseFile] {
        let store = try await TestStore.fresh(engine)
        let office = try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))), programmes: Programmes.shipped().programmes,
            random: .seeded(7))
        try await Demonstration.load(into: office, customers: 1)
        let subjects = try await store.read { connection in
            try connection.all("SELECT subject, given FROM identity WHERE family IN ('Lewisham', 'Pathways')", []) {
                (name: try $0.text(1), id: try Identifier<CaseFile>(try $0.text(0)))
            }
        }
        var files: [String: CaseFile] = [:]
        for person in ReportedPerson.all {
            let subject = try #require(subjects.first { $0.name == person.given }, "\(person.given) is entered")
            files[person.row] = try await store.read { try office.file(subject.id, in: $0) }
        }
        try await office.close()
        try await store.close()
        #expect(subjects.count == ReportedPerson.all.count)
        return files
    }

    @Test(
        "Each is entered by commands under the service they came to, on no programme, and ends where the report ends (J-001 to J-009, J-012 to J-014)",
        arguments: Engine.allCases)
    func entered(engine: Engine) async throws {
        let files = try await Self.cases(engine)
        for person in ReportedPerson.all {
            let file = try #require(files[person.row])
            #expect(file.customer?.keepers.first.home == (person.service == .council ? .council : .jobcentre))
            #expect(file.referrals.isEmpty)
            #expect(file.customer?.identity.value?.address == nil, "no report gives an address")
            let last = try #require(file.touched.values.map(\.recorded).max())
            #expect(file.lead(on: last.day) != nil, "somebody leads (G-005)")
            #expect(last.day.year == (person.service == .council ? 2010 : 2004))
        }
        func barriers(_ row: String) -> [String] { files[row]?.plan.openBarriers.map(\.named.code) ?? [] }
        #expect(barriers("J-001").first == "mental-health", "his health is ranked before a CV (J-001)")
        #expect(barriers("J-001").last == "applications")
        #expect(files["J-002"]?.employment.heldJobs.count == 1, "and hopes to keep it (J-002)")
        #expect(files["J-003"]?.plan.commitments.contains { $0.times.kind == .caring } == true)
        #expect(files["J-005"]?.assessments.points.map(\.point) == [.a, .c], "from A to C by volunteering (J-005)")
        let sources = Set(files["J-006"]?.plan.actions.compactMap(\.source) ?? [])
        #expect(sources.count == 2, "two providers' plans are one (J-006)")
        #expect(files["J-006"]?.plan.actions.count { $0.source != nil } == 4, "and no line is lost")
        let job = try #require(files["J-007"]?.employment.heldJobs.first)
        #expect(job.started.adding(years: 1) < CalendarDay(ymd: (2010, 3, 31)), "just over a year in work (J-007)")
        #expect(files["J-008"]?.circumstances.entries(of: .convictions).isEmpty == true, "K-004")
        #expect(barriers("J-012").first == "waiting-list", "tests before anything else (J-012)")
    }

    @Test("What each of the others came to be helped with is what is offered them (J-004, J-009, J-013, J-014)")
    func others() async throws {
        let files = try await Self.cases(.sqlite)
        let list = try InstrumentReader.shipped().barriers
        func plan(_ row: String) throws -> Plan { try #require(files[row]).plan }
        func barriers(_ row: String) throws -> [String] { try plan(row).openBarriers.map(\.named.code) }
        func offered(_ row: String) throws -> [String] {
            try barriers(row).flatMap { list.suggestions(for: $0) }.map(\.code)
        }
        func steps(_ row: String) throws -> [String] { try plan(row).openActions.compactMap { $0.text.value?.text } }
        func home(_ row: String) throws -> [String?] {
            try #require(files[row]).circumstances.entries(of: .household).map { $0.detail.value?.code }
        }

        // He has a degree: what stands in his way leads to nothing basic.
        #expect(try barriers("J-004") == ["confidence", "mental-health", "over-qualified"])
        #expect(try offered("J-004") == ["confidence-talk", "mental-health-gp"])
        #expect(try steps("J-004") == ["Look at work that asks for a degree, and at no basic course"])

        // After years of courses no training is planned again.
        #expect(try barriers("J-009") == ["knock-backs"])
        #expect(try home("J-009") == [HouseholdKind.loneParent.rawValue])
        #expect(try steps("J-009") == ["Try work in a placement, and no training she has had before"])

        // He is alone and far from work: his health first, the journey worked out, and nothing that he must do.
        #expect(try barriers("J-013") == ["mental-health", "vacancies", "transport", "age"])
        #expect(try plan("J-013").openBarriers.first?.named.first == true)
        #expect(try offered("J-013").contains("transport-plan"))
        #expect(try home("J-013") == [HouseholdKind.alone.rawValue])
        #expect(try plan("J-013").openActions.isEmpty, "near the end of working life nothing is pressed on him")

        // What her hands can do decides: the condition team is offered, and the goal is hers, in her words.
        #expect(try barriers("J-014") == ["physical-health", "qualifications"])
        #expect(try offered("J-014").contains("physical-health-cmp"))
        #expect(
            try plan("J-014").openGoals.compactMap { $0.words.value?.text } == [
                "Learn work I can do with my hands as they are, at hours I can keep."
            ])
    }

    @Test("What reaches her stands on record, who leads and the hours of care in the plan (J-003, J-006, J-008)")
    func helped() async throws {
        let files = try await Self.cases(.sqlite)
        func file(_ row: String) throws -> CaseFile { try #require(files[row]) }
        func caring(_ file: CaseFile) -> Int {
            file.plan.commitments.filter { $0.times.kind == .caring }.reduce(0) { $0 + $1.times.until - $1.times.from }
        }

        // Whoever helps her rings and reads it to her: it is for them to do, not for her.
        let kate = try file("J-003")
        #expect(kate.needs?.needs.value?.formats == [.easyRead] && kate.needs?.source == .customer)
        #expect(caring(kate) == 4 * 60)
        let call = try #require(kate.plan.openActions.first)
        #expect(call.terms.owner.organisation == kate.customer?.keepers.leading)
        #expect(call.text.value?.text.contains("in easy words") == true)

        // Two agencies' lines are in one plan, and one person by name leads it.
        let ella = try file("J-006")
        let leads = ella.plan.openActions.filter {
            if case .adviser = $0.terms.owner { true } else { false }
        }
        #expect(leads.count == 1)
        guard case .adviser(let lead, let place)? = leads.first?.terms.owner else {
            Issue.record("Somebody leads by name")
            return
        }
        #expect(place == ella.customer?.keepers.leading && lead == leads.first?.proposed.by.person)

        // The hours she told and the hours that are kept free are the same, and a meeting in them is pointed out.
        let abby = try file("J-008")
        let day = CalendarDay(ymd: (2010, 6, 1))
        #expect(abby.circumstances.status(of: .caring, on: day).detail?.hours == 35)
        #expect(caring(abby) == 35 * 60)
        let slot = try Slot(
            starts: Instant(london: day, hour: 10, minute: 0), minutes: 45, mode: .faceToFace)
        #expect(abby.plan.conflicts(of: slot, for: .review).map(\.kind) == [.appointment])
        #expect(abby.safety.notices.isEmpty, "a record makes nobody a danger (K-003)")
    }

    @Test("What each was paid before is on record, day by day, and not the last claim alone (J-012, J-013, J-014)")
    func benefits() async throws {
        let files = try await Self.cases(.sqlite)
        func on(_ row: String, _ benefit: String, _ day: (Int, Int, Int)) throws -> Bool? {
            try #require(files[row]).circumstances.status(benefit: benefit, on: CalendarDay(ymd: day)).on
        }
        #expect(files["J-012"]?.circumstances.benefits == ["IB", "IS", "JSA"])
        #expect(try on("J-012", "JSA", (2001, 9, 3)) == true)
        #expect(try on("J-012", "IS", (2003, 3, 3)) == true)
        #expect(try on("J-012", "IS", (2004, 1, 12)) == nil)
        #expect(try on("J-012", "IB", (2004, 1, 12)) == true)
        #expect(files["J-013"]?.circumstances.spells(of: "IB").count == 2)
        #expect(try on("J-013", "IB", (2000, 1, 10)) == true)
        #expect(try on("J-013", "IB", (2003, 8, 4)) == nil, "between the two he was in work")
        #expect(files["J-014"]?.circumstances.benefits == ["IB"])
    }
}
