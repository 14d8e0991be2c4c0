import Casework
import Kernel
import Office

extension CaseFormVisit {
    /// The job that the form is about.
    /// - Refuses: when there is no such job, or it was withdrawn.
    func job() throws -> Job {
        guard let employment = opened.seen.employment else {
            throw Refusal("job.none", "There is no such job that you can see. Choose one from the customer's page.")
        }
        let id: Identifier<Job> = try item()
        if isSent, let withdrawn = employment.jobs.last(where: { $0.id == id }) { return withdrawn }
        return try employment.job(id)
    }
}

extension Job {
    /// `Corner Bakery, from 5 March 2012`; without the employer where it is not shown.
    var written: String {
        let employer = details.value?.employer ?? "A job"
        return "\(employer), from \(started.written)" + (last.map { " to \($0.written)" } ?? "")
    }
}

/// Records that somebody started a job.
struct JobForm: CaseForm {
    static let name = CaseFormName.job
    static let title = "Record a job"
    static let button = "Record this job"
    static let said = Said.job

    let initial = FormFields(["kind": JobKind.employed.rawValue])

    static func load(_ form: CaseFormVisit) async throws -> Self { JobForm() }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextField(
                "employer", label: "Employer", hint: "Or the agency, or the name of the customer's own business",
                in: state)
            TextField("title", label: "Job title", optional: true, in: state)
            Radios(
                "kind", label: "What kind of job?", inLine: true,
                JobKind.allCases.map { Choice($0.rawValue, $0.title) },
                in: state)
            DayField("started", label: "First day", .typed, in: state)
            TextField("hours", label: "Hours a week", hint: "In quarters, as 16 or 37.5", characters: 6, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordJobStart {
        let kind = form.choice("kind", label: "What kind of job?", of: JobKind.self)
        let started = form.day("started", label: "First day")
        let hours = form.hours()
        let employer = form.text("employer", label: "Employer", max: 200)
        let title = form.optionalText("title", label: "Job title", max: 200)
        return RecordJobStart(
            started: started, kind: kind, hours: try form.need(hours),
            details: try JobDetails(employer: employer, title: title))
    }
}

extension FormReader {
    fileprivate func hours() -> WeeklyHours? {
        parsed("hours", label: "Hours a week") { text throws(Refusal) in try WeeklyHours(typed: text) }
    }
}

/// Records other hours for a job.
struct HoursForm: CaseForm {
    static let name = CaseFormName.hours
    static let title = "Change the hours"
    static let button = "Record these hours"
    static let said = Said.hours
    static let hasItem = true

    let job: Job
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        HoursForm(job: try form.job(), today: form.visit.today)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(job.written). Now \(job.hours.last?.hours.written ?? "no hours are recorded")." }
            TextField("hours", label: "Hours a week", hint: "In quarters, as 16 or 37.5", characters: 6, in: state)
            DayField("from", label: "From", .typed, in: state)
        }
    }

    func read(_ form: FormReader) throws -> ChangeHours {
        let hours = form.hours()
        let from = form.day("from", label: "From")
        return ChangeHours(job: job.id, from: from, hours: try form.need(hours))
    }
}

/// Records the last day of a job and why it ended.
struct EndJobForm: CaseForm {
    static let name = CaseFormName.endJob
    static let title = "Record the end of a job"
    static let button = "Record the end of this job"
    static let said = Said.ended
    static let hasItem = true

    let job: Job
    let reasons: [Choice]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        EndJobForm(job: try form.job(), reasons: form.reasons(.jobEnd))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { job.written }
            DayField("last", label: "Last day worked", .typed, in: state)
            Radios("reason", label: "Why did it end?", reasons, in: state)
            TextArea("words", label: "What the customer said", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordJobEnd {
        RecordJobEnd(
            job: job.id, last: form.day("last", label: "Last day worked"),
            reason: form.text("reason", label: "Why did it end?", max: 60),
            words: try form.words(label: "What the customer said"))
    }
}
