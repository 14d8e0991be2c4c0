import Casework
import Kernel

extension ReportedPerson {
    /// The nine people whom Lewisham's researchers spent days with (report 003, phase 2; J-001 to J-009).
    static let lewisham: [ReportedPerson] = [
        ReportedPerson(row: "J-001", given: "Bill", age: 52, service: .council) { told in
            told.agrees(to: .health)
            told.lives(.health, HealthPrognosis.notSaid.rawValue, "Depression.")
            try told.wants("Work again, when I am well enough to keep it.")
            // His health comes before a CV.
            try told.stands(inTheWay: "mental-health", first: true)
            try told.stands(inTheWay: "time-out", "Out of work since 2004, for the second long time.")
            try told.stands(inTheWay: "applications")
            try told.does("Volunteer two mornings a week")
        },
        ReportedPerson(row: "J-002", given: "Chloe", age: 22, service: .council) { told in
            told.agrees(to: .household)
            told.lives(.household, HouseholdKind.loneParent.rawValue)
            told.lives(.caring, CaringKind.child.rawValue)
            try told.wants("Find work that fits round my child.")
            try told.stands(inTheWay: "childcare", first: true)
            try told.stands(inTheWay: "knock-backs", "18 months of looking, and volunteering meanwhile.")
            told.after(days: 28)
            try told.works(since: told.today.adding(days: -7), hours: 16, "Not named in the report")
            try told.wants("Keep the job I have.")
        },
        ReportedPerson(row: "J-003", given: "Kate", age: 38, service: .council) { told in
            told.agrees(to: .health, .household)
            told.needs(try CommunicationNeeds(formats: [.easyRead]))
            told.lives(.caring, CaringKind.adult.rawValue, "Her mother.")
            try told.cares(on: .monday, from: 9, until: 13, "Her mother has nobody else in the mornings.")
            try told.stands(inTheWay: "learning", "Speech, and reading: easy words, and time to answer.")
            try told.stands(inTheWay: "caring")
            told.helps("Ring her before each letter, read it to her in easy words, and leave time to answer")
        },
        ReportedPerson(row: "J-004", given: "David", age: 56, service: .council) { told in
            told.agrees(to: .health)
            told.lives(.health, HealthPrognosis.notSaid.rawValue, "Depression.")
            try told.stands(inTheWay: "confidence", first: true)
            try told.stands(inTheWay: "mental-health")
            try told.stands(inTheWay: "over-qualified", "A degree and a long history of work; seven years out.")
            try told.does("Look at work that asks for a degree, and at no basic course")
        },
        ReportedPerson(row: "J-005", given: "Debra", age: 49, service: .council) { told in
            told.agrees(to: .health)
            told.lives(.health, HealthPrognosis.notSaid.rawValue, "Mental health care; substance use is behind her.")
            try told.seen(at: .a, "26 years out of work, and not ready to speak of it.")
            try told.stands(inTheWay: "time-out")
            try told.stands(inTheWay: "mental-health")
            told.after(days: 90)
            try told.seen(at: .c, "Volunteers every week in the field she chose, and asks about jobs in it.")
            try told.wants("A job in the field I volunteer in.")
        },
        ReportedPerson(row: "J-006", given: "Ella", age: 23, service: .council) { told in
            // Several years with many providers, each with a plan of its own: the lines become one plan.
            let others = told.partnership.organisations.filter {
                ["Ashcombe College", "Millgate Training"].contains($0.name)
            }
            for (provider, line) in zip(others, ["Finish the course begun here", "Write a CV with us"]) {
                told.add(
                    BringInPlan(
                        from: provider.id,
                        lines: [
                            BringInPlan.Line(text: Words(line), owner: .customer),
                            BringInPlan.Line(
                                text: Words("Come to see us once a fortnight"), owner: .customer,
                                objection: Words("I cannot go to everybody every fortnight.")),
                        ]))
            }
            try told.wants("One person who knows it all.")
            told.helps("Be the one she comes to, and settle with the others who does what", inPerson: true)
        },
        ReportedPerson(row: "J-007", given: "Mary", age: 55, service: .council) { told in
            told.agrees(to: .household)
            told.lives(.household, HouseholdKind.loneParent.rawValue)
            try told.stands(inTheWay: "time-out", "30 years, before this job.")
            // In work for just over a year.
            try told.works(since: told.today.adding(days: -390), hours: 30, "Not named in the report")
        },
        ReportedPerson(row: "J-008", given: "Abby", age: 43, service: .council) { told in
            told.agrees(to: .convictions, .household)
            told.lives(.caring, CaringKind.adult.rawValue, "Her mother's official carer.", hours: 35)
            for weekday in Weekday.allCases { try told.cares(on: weekday, from: 9, until: 14) }
            // What was disclosed is a barrier she named; no conviction is recorded, since none is needed (K-004).
            try told.stands(inTheWay: "record", "What to say to an employer, and when.")
            try told.stands(inTheWay: "caring")
            try told.stands(inTheWay: "time-out", "Out of work since 1995.")
            try told.does("Write down, with help, what to tell an employer", within: 14)
        },
        ReportedPerson(row: "J-009", given: "Sue", age: 45, service: .council) { told in
            told.agrees(to: .household)
            told.lives(.household, HouseholdKind.loneParent.rawValue)
            try told.stands(inTheWay: "knock-backs", "Looking since the middle of the 1990s.")
            try told.does("Try work in a placement, and no training she has had before")
        },
    ]
}
