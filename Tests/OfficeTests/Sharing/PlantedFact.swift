import Kernel

@testable import Casework

/// Something unmistakable that is recorded in one category.
struct PlantedFact: Sendable {
    let category: Casework.Category
    /// What is looked for: a word that is sealed, or a code or reference that stands in clear.
    let word: String
    /// Whether whoever works from codes and dates alone cannot read it.
    let isSealed: Bool
    let fact: Fact
}

extension PlantedFact {
    /// One in every category in which anything is recorded.
    /// - Parameter keeper: the organisation that keeps the record, which records them.
    static func all(on day: CalendarDay, by keeper: Identifier<Organisation>) throws -> [PlantedFact] {
        var planted: [PlantedFact] = []
        func plant(_ category: Casework.Category, _ word: String, isSealed: Bool = true, _ fact: Fact) {
            planted.append(PlantedFact(category: category, word: word, isSealed: isSealed, fact: fact))
        }
        func tell(_ kind: ChangeKind, _ code: String?, _ words: String, _ number: UInt64) {
            let terms = ReportedChange.Terms(
                kind: kind, from: day, source: .customer, route: .inPerson, basis: .consent)
            let detail = HeldDetail(ChangeDetail(code: code, words: words))
            plant(
                kind.category, words,
                .circumstance(.reported(Identifier(high: 5, low: number), terms, detail, told: [])))
        }

        let name = try Identity(given: "Rosa", family: "Quillfeather", born: CalendarDay("1981-02-03"), on: day)
        plant(
            .identity, "Quillfeather",
            .customer(.corrected(Identifier(high: 5, low: 1), fields: ["family"], .open(name))))
        tell(.address, nil, "3 Marlpit Cottage", 2)
        plant(
            .referral, "planted-topic", isSealed: false,
            .referral(
                .interviewRecorded(
                    programme: TestDesk.programme, explained: ["planted-topic"], inWriting: true, withheld: [], .shut)))

        let meeting = Identifier<Appointment>(high: 5, low: 3)
        let slot = try Slot(
            starts: Instant(london: day.adding(days: 30), hour: 9, minute: 0), minutes: 30, mode: .phone)
        let booking = AppointmentFact.Booking(
            purpose: .review, adviser: Identifier(high: 5, low: 4), office: keeper, slot: slot)
        plant(.appointments, meeting.description, isSealed: false, .appointment(.booked(meeting, booking)))

        plant(
            .assessment, "asked for the lapwing course",
            .assessment(.pointSeen(.b, from: nil, .open(Words("They asked for the lapwing course.")))))
        let questions = Identifier<Assessment>(high: 5, low: 14)
        plant(
            .assessment, "planted-questions", isSealed: false,
            .assessment(
                .begun(questions, AssessmentStart(instrument: "planted-questions", version: 1, mode: .inPrivate))))
        plant(
            .equality, "a group called Godwit",
            .assessment(
                .answered(
                    questions, AnsweredPart(category: .equality, mode: .inPrivate, questions: []),
                    .open(GivenAnswers(["ethnic-group": .words("a group called Godwit")])))))

        let job = Identifier<Job>(high: 5, low: 5)
        let start = EmploymentFact.JobStart(job: job, started: day, kind: .employed, hours: try WeeklyHours(20))
        let employer = try JobDetails(employer: "Skylark Tannery")
        plant(.work, job.description, isSealed: false, .employment(.jobStarted(start, .open(employer))))

        let goal = Words("I want to paint murals.")
        plant(
            .plan, "paint murals",
            .plan(.goalSet(Identifier(high: 5, low: 6), replaces: nil, source: nil, .open(goal))))
        tell(.health, HealthPrognosis.notSaid.rawValue, "a wren in the ear", 7)
        tell(.convictions, ConvictionKind.unspent.rawValue, "a fine for a heron", 8)
        tell(.household, HouseholdKind.withOthers.rawValue, "with an aunt called Siskin", 9)

        let notice = SafetyTerms(asks: [.privateRoom], words: Words("Ask Dunnock to sit in."))
        plant(
            .safety, "Ask Dunnock to sit in",
            .safety(
                .raised(Identifier(high: 5, low: 10), review: day.adding(days: 60), hidden: false, .open(notice))))

        let benefit = BenefitStatement(
            benefit: "planted-benefit", on: true, from: day, until: nil, certainty: .claimed, source: .customer)
        plant(.money, "planted-benefit", isSealed: false, .circumstance(.benefitStated(benefit)))

        let asked = ConsentTerms(recipient: Identifier(high: 5, low: 11), categories: [.identity], purpose: "support")
        plant(
            .sharing, "so that Goldcrest can help",
            .sharing(.asked(Identifier(high: 5, low: 12), asked, .open(Words("so that Goldcrest can help")))))
        plant(
            .voice, "Who took the plover form",
            .voice(
                .raised(
                    Identifier(high: 5, low: 13), .question, to: keeper, nil, .open(Words("Who took the plover form?")))
            ))
        return planted
    }
}
