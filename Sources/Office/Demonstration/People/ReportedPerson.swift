import Casework
import Kernel
import Records

/// Somebody a report describes, under the name the report gave them. What it tells is played by commands, under the rules
/// of the service it was about, and ends where the report ends (reference J).
///
/// The reports give no family names, no days and no addresses: the family name says which report it is, days and hours of
/// work are ours, and there is no address.
struct ReportedPerson: Sendable {
    /// The row of the reference: `J-001`.
    let row: String
    let given: String
    let age: Int
    let service: Service
    /// What the report tells, as steps on the days it was told.
    let told: @Sendable (inout PersonTold) throws -> Void

    enum Service: Sendable {
        /// A council's own customer, who is on no programme (Lewisham, 2010).
        case council
        /// A customer of the jobcentre under Pathways to Work (2003).
        case pathways

        var family: String {
            switch self {
            case .council: "Lewisham"
            case .pathways: "Pathways"
            }
        }

        /// The day of the first meeting.
        var opens: CalendarDay {
            switch self {
            case .council: CalendarDay(ymd: (2010, 2, 8))
            case .pathways: CalendarDay(ymd: (2004, 1, 12))
            }
        }
    }

    static let all = lewisham + pathways
}

/// The steps of one person, as they are told: each five minutes after the one before, on the day it is told of.
struct PersonTold {
    struct Step: Sendable {
        let at: Instant
        let command: any CaseCommand
    }

    private(set) var steps: [Step] = []
    private var next: Instant
    /// Those who take part.
    let partnership: MadeUpPartnership
    let worker: MadeUpWorker
    let isCouncil: Bool

    var today: CalendarDay { next.day }

    init(_ person: ReportedPerson, at partnership: MadeUpPartnership) throws {
        self.partnership = partnership
        isCouncil = person.service == .council
        let kind = isCouncil ? OrganisationRegister.Kind.council : .jobcentre
        guard let worker = partnership.workers.first(where: { $0.organisation.kind == kind && $0.roles == [.adviser] })
        else { throw Refusal("demo.worker", "The demonstration has nobody to register those the reports describe.") }
        self.worker = worker
        let order = ReportedPerson.all.firstIndex { $0.row == person.row } ?? 0
        next = Instant(london: person.service.opens.adding(days: order % 4 * 7), hour: 9 + order / 4 * 2, minute: 0)
        add(
            RegisterCustomer(
                identity: try Identity(
                    given: person.given, family: person.service.family,
                    born: today.adding(years: -person.age).adding(days: -100 - order), on: today)))
        add(NameLead(worker.person))
    }

    /// So many days after the step before.
    mutating func after(days: Int) {
        next = Instant(london: WorkingDays(.england).adding(1, to: today.adding(days: days - 1)), hour: 14, minute: 0)
    }

    mutating func add(_ command: some CaseCommand) {
        steps.append(Step(at: next, command: command))
        next = next.adding(minutes: 5)
    }

    // MARK: What most are told of

    /// What the customer agreed that the service may hold, beyond what the law lets it (K-007).
    mutating func agrees(to categories: Category...) {
        add(
            GiveConsent(
                terms: ConsentTerms(recipient: worker.organisation.id, categories: categories, purpose: "support"),
                until: today.adding(months: 24), how: .inPerson))
    }

    /// Something in the customer's life, as they told it in a private room.
    /// - Parameter hours: of caring, a week.
    mutating func lives(_ kind: ChangeKind, _ code: String, _ words: String? = nil, hours: Int? = nil) {
        add(
            ReportChange(
                kind, ChangeDetail(code: code, hours: hours, words: words), from: today, source: .customer,
                route: .inPerson, heardInPrivate: true))
    }

    /// A time in every week that goes to somebody who is cared for.
    mutating func cares(on weekday: Weekday, from: Int, until: Int, _ words: String? = nil) throws {
        add(
            AddCommitment(
                times: try CommitmentTimes(
                    kind: .caring, weekday: weekday, from: from * 60, until: until * 60,
                    runs: DayRange(from: today, until: nil)),
                words: words.map { Words($0) }))
    }

    /// What the customer needs to be spoken with and written to, as they said it.
    mutating func needs(_ needs: CommunicationNeeds) { add(StateNeeds(needs)) }

    mutating func wants(_ words: String) throws { add(SetGoal(words: Words(words))) }

    mutating func stands(inTheWay code: String, first: Bool = false, _ words: String? = nil) throws {
        add(AddBarrier(code: code, first: first, words: words.map { Words($0) }, heardInPrivate: true))
    }

    mutating func does(_ text: String, within days: Int? = nil) throws {
        add(
            ProposeAction(
                text: Words(text), terms: PlanActionTerms(owner: .customer, due: days.map { today.adding(days: $0) })))
    }

    /// What whoever helps them does for them; theirs by name where one person alone is to do it.
    mutating func helps(_ text: String, inPerson: Bool = false) {
        let place = worker.organisation.id
        add(
            ProposeAction(
                text: Words(text),
                terms: PlanActionTerms(
                    owner: inPerson ? .adviser(worker.author.person, at: place) : .organisation(place))))
    }

    mutating func seen(at point: ProgressPoint, _ evidence: String) throws {
        add(SeeProgressPoint(point, evidence: Words(evidence)))
    }

    mutating func works(since day: CalendarDay, hours: Int, _ employer: String) throws {
        add(
            RecordJobStart(
                started: day, kind: .employed, hours: try WeeklyHours(hours),
                details: try JobDetails(employer: employer)))
    }

    mutating func isOn(_ benefit: String, from: CalendarDay, until: CalendarDay? = nil) {
        add(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: benefit, on: true, from: from, until: until, certainty: .known, source: .jobcentre)))
    }
}
