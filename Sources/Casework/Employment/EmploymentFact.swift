public import Kernel

public enum EmploymentFact: Sendable, Equatable {
    case jobStarted(JobStart, Sealed<JobDetails>)
    case hoursChanged(Identifier<Job>, from: CalendarDay, WeeklyHours)
    case jobEnded(Identifier<Job>, last: CalendarDay, reason: String, Sealed<Words>)
    /// The end was recorded in error, and the job goes on; names the event that recorded it.
    case endWithdrawn(Identifier<Job>, Identifier<Event<CaseFile>>, Sealed<Words>)
    /// The job was recorded in error; names the event that recorded it.
    case jobWithdrawn(Identifier<Job>, Identifier<Event<CaseFile>>, Sealed<Words>)
    case proofRecorded(Proof)
    /// The proof was recorded in error, or found wanting; names the event that recorded it.
    case proofWithdrawn(Identifier<Proof>, Identifier<Event<CaseFile>>, Sealed<Words>)

    public struct JobStart: Sendable, Equatable {
        public let job: Identifier<Job>
        public let started: CalendarDay
        public let kind: JobKind
        public let hours: WeeklyHours

        public init(job: Identifier<Job>, started: CalendarDay, kind: JobKind, hours: WeeklyHours) {
            self.job = job
            self.started = started
            self.kind = kind
            self.hours = hours
        }
    }
}

extension EmploymentFact: FactCoding {
    public var kind: String {
        switch self {
        case .jobStarted: "employment.jobStarted"
        case .hoursChanged: "employment.hoursChanged"
        case .jobEnded: "employment.jobEnded"
        case .endWithdrawn: "employment.endWithdrawn"
        case .jobWithdrawn: "employment.jobWithdrawn"
        case .proofRecorded: "employment.proofRecorded"
        case .proofWithdrawn: "employment.proofWithdrawn"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .jobStarted(let start, _): .day(start.started)
        case .hoursChanged(_, let day, _): .day(day)
        case .jobEnded(_, let last, _, _): .day(last)
        default: nil
        }
    }

    public var clear: JSON {
        switch self {
        case .jobStarted(let start, _):
            [
                "job": .text(start.job), "started": .text(start.started), "kind": .string(start.kind.rawValue),
                "quarterHours": .int(start.hours.quarters),
            ]
        case .hoursChanged(let job, let day, let hours):
            ["job": .text(job), "from": .text(day), "quarterHours": .int(hours.quarters)]
        case .jobEnded(let job, let last, let reason, _):
            ["job": .text(job), "last": .text(last), "reason": .string(reason)]
        case .endWithdrawn(let job, let event, _), .jobWithdrawn(let job, let event, _):
            ["job": .text(job), "corrects": .text(event)]
        case .proofRecorded(let proof):
            .fields([
                "proof": .text(proof.id), "job": .text(proof.job), "kind": .string(proof.kind),
                "from": .text(proof.from), "until": .text(proof.until),
                "earningsPence": proof.earnings.map { .int($0.pence) },
                "document": proof.document.map { .string($0) },
            ])
        case .proofWithdrawn(let proof, let event, _): ["proof": .text(proof), "corrects": .text(event)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .jobStarted(_, let details): details.value.map { SealedPart(.evidence, $0.json) }
        case .jobEnded(_, _, _, let words), .endWithdrawn(_, _, let words), .jobWithdrawn(_, _, let words),
            .proofWithdrawn(_, _, let words):
            words.part(.evidence)
        case .hoursChanged, .proofRecorded: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func job() throws -> Identifier<Job> { try clear.identifier("job") }
        switch (kind, version) {
        case ("employment.jobStarted", 1):
            self = .jobStarted(
                JobStart(
                    job: try job(), started: try clear.day("started"), kind: try clear.coded("kind"),
                    hours: try WeeklyHours(quarters: clear.int("quarterHours"))),
                try sealed.opened(JobDetails.init))
        case ("employment.hoursChanged", 1):
            self = .hoursChanged(
                try job(), from: try clear.day("from"), try WeeklyHours(quarters: clear.int("quarterHours")))
        case ("employment.jobEnded", 1):
            self = .jobEnded(
                try job(), last: try clear.day("last"), reason: try clear.string("reason"), try Sealed(sealed))
        case ("employment.endWithdrawn", 1):
            self = .endWithdrawn(try job(), try clear.identifier("corrects"), try Sealed(sealed))
        case ("employment.jobWithdrawn", 1):
            self = .jobWithdrawn(try job(), try clear.identifier("corrects"), try Sealed(sealed))
        case ("employment.proofRecorded", 1):
            self = .proofRecorded(
                Proof(
                    id: try clear.identifier("proof"), job: try job(), kind: try clear.string("kind"),
                    from: try clear.day("from"), until: try clear.day("until"),
                    earnings: try clear.optional("earningsPence", JSON.int).map(Money.init(pence:)),
                    document: try clear.optional("document", JSON.string)))
        case ("employment.proofWithdrawn", 1):
            self = .proofWithdrawn(
                try clear.identifier("proof"), try clear.identifier("corrects"), try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
