import Casework
import Insight
import Kernel
import Office

/// Which journeys a page shows: a programme, a cohort, an agency and a period, each or any; and a cohort beside it.
struct JourneysFilter: Sendable {
    static let names = ["programme", "cohort", "agency", "from", "until", "beside", "reaching", "within", "steps"]
    /// How many steps are drawn, where the address does not say.
    static let steps = 20

    let fields: [String: String]
    let state: FormState
    let question: JourneyQuestion
    let steps: Int

    init(_ visit: Visit) {
        var fields: [String: String] = [:]
        for name in Self.names { fields[name] = visit.query(name) }
        self.fields = fields
        steps = fields["steps"].flatMap(Int.init).map { min(max($0, 5), 100) } ?? Self.steps
        var words = SurfaceWords.english
        words.chooseOne = "Any"
        var typed = FormFields(Array(fields.map { ($0.key, $0.value) }))
        var errors = FormErrors()
        var period: Range<Int64>?
        if fields["from"] != nil || fields["until"] != nil {
            typed = typed.setting("from", to: fields["from"] ?? "1 January 2000")
                .setting("until", to: fields["until"] ?? visit.today.description)
            do {
                let (from, until) = try FormReader.read(typed) { form in
                    let (from, until) = (form.day("from", label: "From"), form.day("until", label: "To"))
                    if until < from {
                        form.note(
                            Refusal(
                                "journeys.period", "The last day is before the first. Change one of them.",
                                field: "until"))
                    }
                    return (from, until)
                }
                period = Instant(utc: from).milliseconds..<Instant(utc: until.adding(days: 1)).milliseconds
                typed = typed.setting("from", to: from.written).setting("until", to: until.written)
            } catch { errors = error as? FormErrors ?? FormErrors() }
        }
        state = FormState(typed, errors: errors, words: words)
        question = Self.question(fields, period)
    }

    private static func question(_ fields: [String: String], _ period: Range<Int64>?) -> JourneyQuestion {
        var common: [TraceFilter] = []
        if let programme = fields["programme"] { common.append(.says("programme", programme)) }
        if let agency = fields["agency"] { common.append(.agency(agency)) }
        if let period { common.append(.active(period)) }
        func cohort(_ name: String) -> TraceFilter { .all(common + [.says("cohort", name)]) }
        var question = JourneyQuestion(fields["cohort"].map(cohort) ?? .all(common))
        if let first = fields["cohort"], let second = fields["beside"], let reaching = fields["reaching"] {
            let within = fields["within"].flatMap(Int.init).map { min(max($0, 1), 3650) } ?? 365
            question.beside = ((name(of: first), cohort(first)), (name(of: second), cohort(second)))
            question.reaching = CohortQuestion(
                reaching: reaching, within: within, since: StoreLog.activity("referral.made"))
        }
        return question
    }

    /// `2011-06` is “June 2011”.
    static func name(of cohort: String) -> String {
        guard let day = try? CalendarDay("\(cohort)-01") else { return cohort }
        return "\(CalendarDay.monthNames[day.month - 1]) \(day.year)"
    }

    /// The filter as an address carries it.
    var query: [(String, String)] { Self.names.compactMap { name in fields[name].map { (name, $0) } } }
}
