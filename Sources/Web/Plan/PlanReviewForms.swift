import Casework
import Kernel
import Office

/// Records a review.
struct ReviewForm: PlanForm {
    static let name = CaseFormName.planReview
    static let title = "Record a review of the plan"
    static let button = "Record the review"
    static let said = Said.planReviewed

    let today: CalendarDay
    let next: CalendarDay
    let interval: Figure<TimeLimit>

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        let (today, stream) = (form.opened.today, form.opened.seen.planStream)
        return ReviewForm(
            today: today, next: form.opened.rules.planReviews.due(after: today, stream: stream),
            interval: form.opened.rules.planReviews.interval(stream, from: today))
    }
    var initial: FormFields { FormFields(["day": today.written, "next": next.written]) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            DayField("day", label: "When did you go through it together?", .typed, in: state)
            DayField(
                "next", label: "When is the next?",
                hint: "After \(interval.value.written) (\(interval.status.title)), unless another day suits better.",
                .typed, in: state)
            TextArea("words", label: "What was said", rows: 4, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ReviewPlan {
        ReviewPlan(
            on: form.day("day", label: "When did you go through it together?"),
            next: form.day("next", label: "When is the next?"), words: form.words("words", label: "What was said"))
    }
}

/// Sends a link to the plan by e-mail, or records another way in which they got a copy.
struct CopyForm: PlanForm {
    static let name = CaseFormName.planCopy
    static let title = "Give a copy of the plan"
    static let button = "Give the copy"
    static let said = Said.planCopied

    let email: EmailOffer

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        return CopyForm(email: EmailOffer(form))
    }

    /// E-mail where it can reach them alone: a copy that was not sent must not count as given.
    private var routes: [PlanCopyRoute] {
        PlanCopyRoute.allCases.filter { $0 != .email || email.address != nil }
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "route", label: "How do they get it?",
                routes.map { route in
                    Choice(
                        route.rawValue, route.title,
                        hint: route == .email
                            ? email.address.map { "A link to it on their own page goes to \($0) now." } : nil)
                }, in: state)
            email
        }
    }
    func read(_ form: FormReader) throws -> GiveCopy {
        let route = form.choice("route", label: "How do they get it?", of: routes.map(\.rawValue))
        return GiveCopy(route: PlanCopyRoute(rawValue: route) ?? .byHand)
    }
    func said(_ performed: Performed) -> Said {
        performed.file.plan.copies.last?.route == .email ? .planSent : .planCopied
    }
}

/// Keeps a time free every week, or every second one.
struct CommitmentForm: PlanForm {
    static let name = CaseFormName.planTime
    static let title = "Keep a weekly time free"
    static let button = "Keep it free"
    static let said = Said.plan

    private static let kindAsked = "kind"

    /// The form with its kind chosen.
    static func address(of kind: CommitmentKind, _ subject: Identifier<CaseFile>) -> String {
        SiteURL.Route.form.filled([subject.description, name.rawValue], query: [(kindAsked, kind.rawValue)])
    }

    let kinds: [CommitmentKind]
    let kind: CommitmentKind?
    let today: CalendarDay
    let taken: TakenTimes

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        let household = form.opened.seen.sight.sees(.household)
        return CommitmentForm(
            kinds: CommitmentKind.allCases.filter { $0 != .caring || household },
            kind: form.visit.query(kindAsked).flatMap(CommitmentKind.init(rawValue:)), today: form.opened.today,
            taken: TakenTimes(form.opened))
    }
    var initial: FormFields {
        FormFields([("first", today.written)] + (kind.map { [("kind", $0.rawValue)] } ?? []))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios("kind", label: "What is it?", kinds.map { Choice($0.rawValue, $0.title) }, in: state)
            Select(
                "weekday", label: "Which day of the week?",
                Weekday.allCases.map { Choice(String($0.rawValue), $0.name) }, in: state)
            TextField("from", label: "From", hint: "For example, 9:30", characters: 5, in: state)
            TextField("until", label: "Until", hint: "For example, 14:00", characters: 5, in: state)
            Checkbox(
                "fortnightly", label: "Every second week, counted from the first day",
                hint: "As people sign for Jobseeker’s Allowance. Leave this empty for every week.", in: state)
            TakenNote(taken: taken)
            DayField("first", label: "From which day on?", .typed, optional: true, in: state)
            DayField("last", label: "Until which day?", .typed, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> AddCommitment {
        func minutes(_ name: String, _ label: String) -> Int {
            form.parsed(name, label: label) { text throws(Refusal) in try ClockTime(text) }
                .map { $0.hour * 60 + $0.minute } ?? 0
        }
        let kind = form.choice("kind", label: "What is it?", of: kinds.map(\.rawValue))
        let weekday = form.choice(
            "weekday", label: "Which day of the week?", of: Weekday.allCases.map { String($0.rawValue) })
        let (from, until) = (minutes("from", "From"), minutes("until", "Until"))
        let isFortnightly = form.ticked("fortnightly")
        let runs = DayRange(
            from: form.optionalDay("first", label: "From which day on?"),
            until: form.optionalDay("last", label: "Until which day?"))
        try form.finish()
        let times = try CommitmentTimes(
            kind: CommitmentKind(rawValue: kind) ?? .other,
            weekday: Int(weekday).flatMap(Weekday.init(rawValue:)) ?? .monday, from: from, until: until, runs: runs,
            every: isFortnightly ? 2 : 1)
        return AddCommitment(times: times, words: nil)
    }

    /// Where it shares a time that is taken already, as a course may with caring hours (G-011).
    func checks(_ command: AddCommitment?) -> Bool {
        command.map { !taken.conflicts(of: $0.times).isEmpty } ?? false
    }
    func answers(_ command: AddCommitment) -> [(String, String)] {
        [("What is it?", command.times.kind.title), ("When?", command.times.written)]
    }
    func preview(_ command: AddCommitment) -> Fragment? { TakenTimes.preview(taken.conflicts(of: command.times)) }
}

/// Ends a weekly time.
struct EndCommitmentForm: PlanForm {
    static let name = CaseFormName.planEndTime
    static let title = "A weekly time is free again"
    static let button = "Record it"
    static let said = Said.planChanged
    static let hasItem = true

    let held: Commitment

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Commitment> = try form.item()
        guard let held = try form.plan().commitments.first(where: { $0.id == id }) else {
            throw Refusal("commitment.none", "That time is not on the plan. Choose one from the plan.")
        }
        return EndCommitmentForm(held: held)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(held.times.kind.title): \(held.times.written)" }
            DayField("last", label: "What was its last day?", .typed, in: state)
        }
    }
    func read(_ form: FormReader) throws -> EndCommitment {
        EndCommitment(commitment: held.id, last: form.day("last", label: "What was its last day?"))
    }
}
