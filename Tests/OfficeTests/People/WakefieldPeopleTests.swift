import Casework
import Kernel
import Testing

@testable import Office

@Suite("People at Wakefield (reference J5)")
struct WakefieldPeopleTests {
    @Test("Six lone parents take a course with a crèche, and the four who go on to basic skills are four (J-076)")
    func cohort() async throws {
        let first = try await ReportedLife(.wakefield, agrees: [.plan, .household])
        var cohort = [first]
        for number in UInt64(2)...6 {
            cohort.append(
                try await ReportedLife(.wakefield, agrees: [.plan, .household], at: first.desk, number: number))
        }
        for place in cohort.indices {
            try await cohort[place].does(
                ReportChange(
                    .household, ChangeDetail(code: HouseholdKind.loneParent.rawValue), from: cohort[place].today,
                    source: .customer, route: .inPerson))
            let childcare = try await cohort[place].stands(inTheWay: "childcare", first: true)
            try await cohort[place].plans("Come to the course, with the crèche beside it", for: childcare)
        }
        try first.on("2011-10-17")
        for place in cohort.indices {
            let course = try #require(cohort[place].plan.openActions.first).id
            try await cohort[place].done(course, .certificate)
            if place < 4 {
                let skills = try await cohort[place].stands(inTheWay: "basic-skills")
                try await cohort[place].plans("Begin the basic skills class", for: skills)
            }
        }
        #expect(
            cohort.allSatisfy {
                $0.file.circumstances.status(of: .household, on: $0.today).detail?.code
                    == HouseholdKind.loneParent.rawValue
            })
        #expect(cohort.filter { life in life.plan.actions.contains { $0.state == .done } }.count == 6)
        #expect(
            cohort.filter { life in life.plan.openBarriers.contains { $0.named.code == "basic-skills" } }.count == 4)
        try await first.close()
    }

    @Test(
        "The same adviser at every meeting, and what was told once is never told again, to a colleague either (J-078)")
    func continuity() async throws {
        var life = try await ReportedLife(.wakefield, agrees: [.plan, .household])
        let caring = ReportChange(
            .caring, ChangeDetail(code: CaringKind.adult.rawValue, hours: 20, words: "My father."), from: life.today,
            source: .customer, route: .inPerson)
        try await life.meets("2011-09-06", .first)
        try await life.does(caring)
        try await life.wants("Work that ends before he comes home.")
        for day in ["2011-09-20", "2011-10-04", "2011-10-18"] { try await life.meets(day) }
        #expect(Set(life.file.appointments.map(\.adviser)) == [life.desk.adviser.person])

        let colleague = Author(
            person: .init(high: 1, low: 8), organisation: life.desk.adviser.organisation, role: .adviser)
        let seen = try await life.desk.office.open(life.subject, as: colleague).seen
        #expect(seen.plan?.openGoals.first?.words.value?.text == "Work that ends before he comes home.")
        let held = seen.circumstances?.status(of: .caring, on: life.today).held
        #expect(held?.detail.open.words == "My father." && held?.event.by == life.desk.adviser)
        let again = ReportChange(
            .caring, caring.detail, from: caring.from, source: .customer, route: .inPerson)
        #expect(await life.refused(again, as: colleague)?.code == "change.same")
        try await life.close()
    }
}
