import Casework
import Kernel
import Office

/// Records that somebody was on a benefit or off it, over some days, how surely and on whose word.
struct BenefitForm: CaseForm {
    static let name = CaseFormName.benefit
    static let title = "Record a benefit"
    static let button = "Record this benefit"
    static let said = Said.benefit
    /// Who may say that a benefit is known.
    static let whoKnows = "Only the jobcentre or benefit office can say that it is known, because it pays"

    let benefits: [Choice]
    let initial: FormFields

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let all = form.visit.office.programmes.values.sorted { $0.id < $1.id }
        let kinds = form.programme().map(\.benefits) ?? all.flatMap(\.benefits)
        var seen = Set<String>()
        let choices = kinds.filter { seen.insert($0.code).inserted }.map { Choice($0.code, "\($0.title) (\($0.code))") }
        let knows = form.opened.relation == .jobcentre
        return BenefitForm(
            benefits: choices,
            initial: FormFields([
                "certainty": (knows ? Certainty.known : .claimed).rawValue,
                "source": (knows ? BenefitSource.jobcentre : .customer).rawValue,
            ]))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Select("benefit", label: "Benefit", benefits, in: state)
            Radios(
                "on", label: "On it or off it?", inLine: true, [Choice("on", "On it"), Choice("off", "Off it")],
                in: state)
            DayField("from", label: "From", .typed, in: state)
            DayField(
                "until", label: "Last day", hint: "Leave empty if it still stands", .typed, optional: true, in: state)
            Radios(
                "certainty", label: "How surely?", hint: Self.whoKnows, inLine: true,
                Certainty.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            Radios(
                "source", label: "Whose word is it?", inLine: true,
                BenefitSource.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> StateBenefit {
        StateBenefit(
            statement: BenefitStatement(
                benefit: form.text("benefit", label: "Benefit", max: 40),
                on: form.choice("on", label: "On it or off it?", of: ["on", "off"]) == "on",
                from: form.day("from", label: "From"), until: form.optionalDay("until", label: "Last day"),
                certainty: form.choice("certainty", label: "How surely?", of: Certainty.self),
                source: form.choice("source", label: "Whose word is it?", of: BenefitSource.self)))
    }
}
