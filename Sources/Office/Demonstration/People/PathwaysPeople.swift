import Casework
import Kernel

extension ReportedPerson {
    /// Three people whom advisers of Pathways to Work were asked about (report 004, appendix A; J-012 to J-014).
    static let pathways: [ReportedPerson] = [
        ReportedPerson(row: "J-012", given: "Mark", age: 24, service: .pathways) { told in
            told.agrees(to: .assessment, .plan, .health, .household)
            // One benefit after another before the claim of November.
            told.isOn("JSA", from: CalendarDay(ymd: (2001, 6, 4)), until: CalendarDay(ymd: (2002, 3, 1)))
            told.isOn("IS", from: CalendarDay(ymd: (2002, 9, 2)), until: CalendarDay(ymd: (2003, 11, 7)))
            told.isOn("IB", from: CalendarDay(ymd: (2003, 11, 10)))
            told.lives(
                .household, HouseholdKind.coupleWithChildren.rawValue, "Jenny, and two children; a third in spring.")
            told.lives(
                .health, HealthPrognosis.notSaid.rawValue, "Seizures again since the late teens; waits for tests.")
            try told.stands(inTheWay: "waiting-list", first: true)
            try told.stands(inTheWay: "physical-health", "Fell through glass at 22, at work as a security guard.")
            try told.stands(inTheWay: "confidence", "Believes he is not fit for work.")
            try told.does("Tell us when the tests are done")
        },
        ReportedPerson(row: "J-013", given: "Jim", age: 53, service: .pathways) { told in
            told.agrees(to: .assessment, .plan, .health, .household)
            // Seven years of it, a job that ended early, and the claim since October.
            told.isOn("IB", from: CalendarDay(ymd: (1996, 5, 6)), until: CalendarDay(ymd: (2003, 5, 2)))
            told.isOn("IB", from: CalendarDay(ymd: (2003, 10, 13)))
            told.lives(.household, HouseholdKind.alone.rawValue, "A widower for four years.")
            told.lives(.health, HealthPrognosis.notSaid.rawValue, "Takes medicine for depression.")
            try told.stands(inTheWay: "mental-health", first: true)
            try told.stands(inTheWay: "vacancies", "Ten years since the pit closed.")
            try told.stands(inTheWay: "transport")
            try told.stands(inTheWay: "age")
        },
        ReportedPerson(row: "J-014", given: "Lorraine", age: 38, service: .pathways) { told in
            told.agrees(to: .assessment, .plan, .health, .household)
            told.isOn("IB", from: CalendarDay(ymd: (2003, 12, 8)))
            told.lives(.household, HouseholdKind.loneParent.rawValue, "Two, of 14 and 16.")
            told.lives(.health, HealthPrognosis.notSaid.rawValue, "Arthritis for three years; it comes and goes.")
            try told.stands(inTheWay: "physical-health", "Typing is impossible; she walks with a stick.")
            try told.stands(inTheWay: "qualifications", "Needs to learn other work than a bank clerk's.")
            try told.wants("Learn work I can do with my hands as they are, at hours I can keep.")
        },
    ]
}
