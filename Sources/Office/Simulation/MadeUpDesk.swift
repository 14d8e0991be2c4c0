import Casework
import Kernel
import Records

/// When the advisers of a made-up partnership have time.
protocol MadeUpDiary {
    mutating func slot(
        of adviser: Identifier<Person>, for customer: MadeUpCustomer, on day: CalendarDay, _ mode: ContactMode
    ) throws -> Slot

    /// Whose turn it is among the advisers of a prime, counted on from 0 and around.
    mutating func turn(at prime: Identifier<Organisation>, for customer: MadeUpCustomer) -> Int
}

/// Plays the steps of made-up customers, each by whoever would do it.
final class MadeUpDesk<Driver: CaseDriver, Diary: MadeUpDiary> {
    private let driver: Driver
    private let partnership: MadeUpPartnership
    private let programme: Programme
    private var diary: Diary
    /// Whether the text of each notice is kept.
    private let keepsNotices: Bool

    init(
        _ driver: Driver, _ partnership: MadeUpPartnership, _ programme: Programme, diary: Diary,
        keepsNotices: Bool = true
    ) {
        self.driver = driver
        self.partnership = partnership
        self.programme = programme
        self.diary = diary
        self.keepsNotices = keepsNotices
    }

    func play(_ step: MadeUpStep, of customer: MadeUpCustomer) throws {
        let file = try driver.file(customer.subject)
        let desk = try Turn(desk: self, customer: customer, file: file, now: moment(of: step, for: customer))
        switch step.act {
        case .register: try desk.register()
        case .onBenefit:
            try desk.state(customer.claim.benefit, on: true, from: customer.claim.since, until: nil, .known)
            if try joinsByChoice(customer, on: step.at.day) { try desk.tellOfJoining() }
        case .referralInterview: try desk.referralInterview()
        case .refer:
            try desk.decideToJoin()
            try desk.jobcentre(
                ReferCustomer(programme: programme.id, area: partnership.area, claim: customer.claim))
        case .acknowledge: try desk.manager(AcknowledgeReferral())
        case .query(let reason, let words): try desk.manager(QueryReferral(reason: reason, words: Words(words)))
        case .answer(let upheld, let words): try desk.jobcentre(AnswerQuery(upheld: upheld, words: Words(words)))
        case .assign: try desk.assign()
        case .bookSession(let day): try desk.bookSession(day)
        case .attendSession: try desk.attendSession()
        case .book(let day, let purpose, let mode): try desk.book(day, purpose, mode)
        case .notice(let route): try desk.notice(route)
        case .remind: try desk.adviser(RemindOfAppointment(appointment: desk.open().id))
        case .move(let day, let asked, let reason): try desk.move(to: day, asked, reason)
        case .attend(let late): try desk.attend(late: late)
        case .miss(let reason, let words):
            try desk.adviser(
                RecordMiss(appointment: desk.open().id, reason: reason, words: words.map(Words.init(_:))))
        case .start(let day, let kind, let hours): try desk.start(day, kind, hours)
        case .end(let day, let reason):
            try desk.adviser(RecordJobEnd(job: desk.job(), last: day, reason: reason, words: nil))
        case .prove(let from, let until, let kind):
            try desk.adviser(RecordProof(job: desk.job(), kind: kind, from: from, until: until))
        case .offBenefit(let from, let until, let certainty):
            for benefit in desk.watchedBenefits {
                try desk.state(benefit, on: false, from: from, until: until, certainty)
            }
        case .backOnBenefit(let from, let until):
            try desk.state(customer.claim.benefit, on: true, from: from, until: until, .known)
        }
        try desk.takeUp()
    }

    /// When a step is taken. Whoever joins by choice comes three working days sooner than the others, to be told what
    /// joining changes and to have time to think (C02, ours).
    private func moment(of step: MadeUpStep, for customer: MadeUpCustomer) throws -> Instant {
        switch step.act {
        case .register, .onBenefit:
            guard try joinsByChoice(customer, on: step.at.day) else { return step.at }
            let days = WorkingDays(.england)
            let sooner = days.before(days.before(days.before(step.at.day)))
            return step.at.adding(minutes: -sooner.days(until: step.at.day) * 24 * 60)
        default: return step.at
        }
    }

    /// Whether somebody is to be referred, and joining is their own choice.
    private func joinsByChoice(_ customer: MadeUpCustomer, on day: CalendarDay) throws -> Bool {
        let isReferred = customer.steps.contains { if case .refer = $0.act { true } else { false } }
        guard isReferred, programme.limit(.thinkBeforeJoining, on: day) != nil else { return false }
        return try match(customer, on: day)?.basis == .voluntary
    }

    /// What the programme says of somebody's claim on a day.
    private func match(_ customer: MadeUpCustomer, on day: CalendarDay) throws -> EligibilityFinding.Match? {
        let facts = try ClaimFacts(
            born: customer.born, benefit: customer.claim.benefit, since: customer.claim.since,
            nation: programme.nations.first ?? .england, coded: customer.claim.circumstances)
        return Eligibility.assess(facts, on: day, programme: programme).match
    }

    /// One step, with everything it needs at hand.
    private struct Turn {
        let desk: MadeUpDesk<Driver, Diary>
        let customer: MadeUpCustomer
        let file: CaseFile
        let now: Instant

        func perform(_ command: some CaseCommand, as actor: Author, document: AttachedDocument? = nil) throws {
            try desk.driver.perform(
                command, Identifier(at: now, random: customer.random), on: customer.subject, as: actor, at: now,
                document: document)
        }

        func jobcentre(_ command: some CaseCommand) throws { try perform(command, as: customer.worker.author) }

        func prime() throws -> MadeUpPrime { try desk.partnership.prime(file.currentReferral().prime) }

        func manager(_ command: some CaseCommand) throws { try perform(command, as: prime().manager.author) }

        func worker() throws -> MadeUpWorker {
            guard let adviser = try file.currentReferral().assignment?.adviser,
                let worker = try desk.partnership.adviser(adviser, of: prime(), for: customer.number)
            else { throw RecordsFault.fault("A made-up customer has no adviser yet.") }
            return worker
        }

        func adviser(_ command: some CaseCommand, document: AttachedDocument? = nil) throws {
            try perform(command, as: worker().author, document: document)
        }

        func open() throws -> Appointment {
            guard let open = file.appointments.last(where: { $0.outcome == nil }) else {
                throw RecordsFault.fault("A made-up customer has no open appointment.")
            }
            return open
        }

        func job() throws -> Identifier<Job> {
            guard let job = file.employment.heldJobs.last else {
                throw RecordsFault.fault("A made-up customer has no job.")
            }
            return job.id
        }

        func register() throws {
            try jobcentre(
                RegisterCustomer(
                    identity: MadeUpPerson.identity(
                        number: customer.number, born: customer.born, on: now.day,
                        withEmail: customer.number % 3 != 0)))
        }

        /// The benefit claimed, and any beside it that the person has to be off for their work to count.
        var watchedBenefits: [String] {
            let row = file.referral.flatMap { referral in
                referral.attachment.flatMap { desk.programme.tariff.row(group: referral.group, attached: $0.on) }
            }
            let claimed = customer.claim.benefit
            return [claimed] + (row?.offBenefit ?? []).filter { $0 != claimed }
        }

        func state(
            _ benefit: String, on: Bool, from: CalendarDay, until: CalendarDay?, _ certainty: Certainty
        ) throws {
            let statement = BenefitStatement(
                benefit: benefit, on: on, from: from, until: until, certainty: certainty,
                source: certainty == .known ? .jobcentre : .customer)
            if certainty == .known {
                try jobcentre(StateBenefit(statement: statement))
            } else {
                try adviser(StateBenefit(statement: statement))
            }
        }

        /// Whoever was told of a change has it in their own records at once.
        func takeUp() throws {
            let open = try desk.driver.file(customer.subject).circumstances.changes.filter(\.isOpen)
            for change in open {
                let helpers = [customer.worker.author, try prime().manager.author, try worker().author]
                for organisation in change.waitingFor {
                    guard let one = helpers.first(where: { $0.organisation == organisation }) else { continue }
                    try perform(ApplyChange(change: change.id), as: one)
                }
            }
        }

        func tellOfJoining() throws {
            let sheet = try MadeUpSheet(
                to: file, claim: customer.claim, duties: desk.match(customer, on: now.day)?.duties,
                from: customer.worker, programme: desk.programme, on: now.day)
            try perform(
                sheet.command, as: customer.worker.author, document: desk.keepsNotices ? sheet.document : nil)
        }

        /// The yes of somebody who was told what joining changes.
        func decideToJoin() throws {
            guard file.joining.told(of: desk.programme.id) != nil else { return }
            try jobcentre(DecideToJoin(programme: desk.programme.id, answer: .joins, signed: true))
        }

        func referralInterview() throws {
            let consented = desk.programme.sharing.filter(\.needsConsent).map(\.code)
            try jobcentre(
                RecordReferralInterview(
                    programme: desk.programme.id, explained: desk.programme.referralInterview.map(\.id),
                    inWriting: true,
                    agreed: customer.number % 4 == 0 ? consented : Array(consented.prefix(1))))
        }

        func assign() throws {
            let prime = try prime()
            let adviser = prime.advisers[desk.diary.turn(at: prime.id, for: customer) % prime.advisers.count]
            try perform(
                AssignReferral(provider: adviser.organisation.id, adviser: adviser.person), as: prime.manager.author)
        }

        func bookSession(_ day: CalendarDay) throws {
            let adviser = customer.worker
            let slot = try Slot(starts: Instant(london: day, hour: 11, minute: 0), minutes: 60, mode: .group)
            try jobcentre(
                BookAppointment(
                    purpose: .interview, adviser: adviser.person, office: adviser.organisation.id, slot: slot))
        }

        func attendSession() throws {
            let attendance = Attendance(mode: .group, minutes: 60, late: 0)
            try jobcentre(RecordAttendance(appointment: open().id, attendance: attendance))
        }

        func book(_ day: CalendarDay, _ purpose: AppointmentPurpose, _ mode: ContactMode) throws {
            let worker = try worker()
            try adviser(
                BookAppointment(
                    purpose: purpose, adviser: worker.person, office: worker.organisation.id,
                    slot: desk.diary.slot(of: worker.person, for: customer, on: day, mode)))
        }

        func move(to day: CalendarDay, _ asked: AskedBy, _ reason: String) throws {
            let open = try open()
            let slot = try desk.diary.slot(of: open.adviser, for: customer, on: day, open.slot.mode)
            try adviser(MoveAppointment(appointment: open.id, slot: slot, asked: asked, reason: reason))
        }

        func notice(_ route: NoticeRoute) throws {
            let hasEmail = file.customer?.agreedEmail != nil
            let notice = try MadeUpNotice(
                of: open(), to: file, from: worker(), route: route == .email && !hasEmail ? .post : route,
                programme: desk.programme, on: now.day)
            try adviser(notice.command, document: desk.keepsNotices ? notice.document : nil)
        }

        func attend(late: Int) throws {
            let open = try open()
            try adviser(
                RecordAttendance(
                    appointment: open.id,
                    attendance: Attendance(mode: open.slot.mode, minutes: max(10, open.slot.minutes - late), late: late)
                ))
        }

        func start(_ day: CalendarDay, _ kind: JobKind, _ hours: Int) throws {
            let titles = ["Assistant", "Packer", "Cleaner", "Care worker", "Driver", "Kitchen porter"]
            try adviser(
                RecordJobStart(
                    started: day, kind: kind, hours: WeeklyHours(hours),
                    details: JobDetails(
                        employer: MadeUpPerson.employer(customer.number),
                        title: titles[customer.number % titles.count])))
        }
    }
}
