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
            #expect(file.customer?.home == (person.service == .council ? .council : .jobcentre))
            #expect(file.referrals.isEmpty)
            #expect(file.customer?.identity.value?.address == nil, "no report gives an address")
            let last = try #require(file.touched.values.map(\.recorded).max())
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
        #expect(files["J-006"]?.plan.actions.count == 4, "and no line is lost")
        let job = try #require(files["J-007"]?.employment.heldJobs.first)
        #expect(job.started.adding(years: 1) < CalendarDay(ymd: (2010, 3, 31)), "just over a year in work (J-007)")
        #expect(files["J-008"]?.circumstances.entries(of: .convictions).isEmpty == true, "K-004")
        #expect(barriers("J-012").first == "waiting-list", "tests before anything else (J-012)")
    }
}
