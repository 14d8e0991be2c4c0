import Hummingbird
import Insight
import Kernel
import Office

/// Which journeys a page shows: a programme, a cohort, organisations and a period, each or any; and a cohort beside it.
struct JourneysFilter: Sendable {
    /// How many steps are drawn, where the address does not say.
    static let steps = 20
    /// How few may be asked for, and how many.
    static let stepsAsked = 5...100
    /// Within how many days two cohorts are compared, where the address does not say.
    static let days = 365
    /// What an address may say, in this order.
    private static let names = [
        "programme", "cohort", "agency", "period", "beside", "reaching", "within", "steps", "sort", "order",
    ]
    /// More organisations than anybody chooses, and more letters than any name of one has.
    private static let (mostAgencies, mostLetters) = (50, 200)

    /// What the address says, of these names alone.
    let typed: FormFields
    let state: FormState
    let cohort: JourneyCohort?
    let period: JourneyPeriod?
    let beside: JourneyCohort?
    let within: Int
    let steps: Int
    let order: StepOrder

    /// - Refuses: an address that is not readable text.
    init(_ visit: Visit) throws(Refusal) {
        let sent = try visit.request.asked()
        typed = Self.known(sent)
        let form = FormReader(typed)
        cohort = Self.cohort("cohort", label: JourneysLabel.cohort, in: form)
        period = Self.period(in: form)
        Self.noteDays(sent, in: form)
        beside = Self.cohort("beside", label: JourneysLabel.beside, in: form)
        within = Self.within(in: form) ?? Self.days
        steps = form.optionalWholeNumber("steps", label: JourneysLabel.steps, in: Self.stepsAsked) ?? Self.steps
        order = StepOrder(typed)
        Self.compare(cohort, beside, in: form)
        state = Self.state(form)
    }

    /// Whether it asks for some people, or for anything of them, and not only how they are shown.
    var asks: Bool { typed.all.contains { !["steps", "sort", "order"].contains($0.name) } }

    private static func known(_ sent: FormFields) -> FormFields {
        let pairs: [(String, String)] = names.flatMap { name in
            sent.values(name).filter { $0.contains { !$0.isWhitespace } }.prefix(name == "agency" ? mostAgencies : 1)
                .map { (name, String($0.prefix(mostLetters))) }
        }
        return FormFields(pairs)
    }

    private static func cohort(_ name: String, label: String, in form: FormReader) -> JourneyCohort? {
        form.parsed(name, label: label, required: false) { text throws(Refusal) in
            guard let cohort = JourneyCohort(text) else {
                throw Refusal(
                    "journeys.cohort",
                    "“\(text.prefix(40))” is not a month, nor the first and the last of some. Choose from “\(label)”.")
            }
            return cohort
        }
    }

    private static func period(in form: FormReader) -> JourneyPeriod? {
        form.parsed("period", label: JourneysLabel.period, required: false) { text throws(Refusal) in
            guard let period = JourneyPeriod(text) else {
                throw Refusal(
                    "journeys.period",
                    "“\(text.prefix(40))” is not a month, nor the first and the last of a quarter or of a year from April. Choose from “\(JourneysLabel.period)”."
                )
            }
            return period
        }
    }

    private static func within(in form: FormReader) -> Int? {
        form.parsed("within", label: JourneysLabel.within, required: false) { text throws(Refusal) in
            guard let days = Int(text), CohortQuestion.askable.contains(days) else {
                throw Refusal(
                    "journeys.within",
                    "“\(text.prefix(10))” is not one of the days that can be asked about: of two answers some days apart one less the other would tell when somebody got there. Choose from “\(JourneysLabel.within)”."
                )
            }
            return days
        }
    }

    /// Notes what a comparison lacks, where anything of one is asked.
    private static func compare(_ first: JourneyCohort?, _ second: JourneyCohort?, in form: FormReader) {
        guard ["beside", "reaching", "within"].contains(where: { form.fields[$0] != nil }) else { return }
        let needs = [
            ("cohort", "Two cohorts are compared: choose the first of them in “\(JourneysLabel.cohort)”."),
            (
                "beside",
                "Choose the second cohort in “\(JourneysLabel.beside)”. To see one only, clear “\(JourneysLabel.reaching)” and “\(JourneysLabel.within)”."
            ),
            ("reaching", "Choose in “\(JourneysLabel.reaching)” what people of both cohorts should have reached."),
        ]
        for (name, sentence) in needs where form.fields[name] == nil {
            form.note(Refusal("journeys.incomplete", sentence, field: name))
        }
        if let first, let second, first.overlaps(second) {
            form.note(
                Refusal(
                    "journeys.overlap",
                    "Some people would be in both cohorts. Choose two that have no month in common.", field: "beside"))
        }
    }

    private static func state(_ form: FormReader) -> FormState {
        var words = SurfaceWords.english
        words.chooseOne = "Any"
        var errors = FormErrors()
        do throws(FormErrors) { try form.finish() } catch { errors = error }
        return FormState(form.fields, errors: errors, words: words)
    }
}

/// The words above the fields of the filter; what is wrong with a field is told in them.
enum JourneysLabel {
    static let cohort = "First referred in"
    static let period = "Something happened in"
    static let beside = "Beside those first referred in"
    static let reaching = "Who reached"
    static let within = "Within how many days"
    static let steps = "Steps drawn, at most"
}
