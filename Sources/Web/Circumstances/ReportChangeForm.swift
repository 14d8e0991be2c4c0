import Casework
import Kernel
import Office

/// Tells one change: the kind stands in the address.
struct ReportChangeForm: CircumstanceForm {
    static let name = CaseFormName.reportChange
    static let title = "Tell a change"
    static let button = "Record it and pass it on"
    static let said = Said.changeTold
    static let hasItem = true
    static let kinds = ChangeKind.allCases.map(\.rawValue)

    let kind: ChangeKind
    let of: ChangeFields
    let own: ChangeSource?
    let initial: FormFields
    let relation: Relation

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let kind = form.item.flatMap(ChangeKind.init(rawValue:)) else {
            throw Refusal("change.kind", "There is no such kind of change. Choose one from the page of circumstances.")
        }
        guard form.opened.seen.sight.sees(kind.category) else {
            throw Refusal(
                "change.not-shared",
                "You have no ground in law to hold \(kind.category.title) here, so do not record it. Ask the person whether they want to share it with you.",
                rule: "K-006")
        }
        let relation = form.opened.relation
        let own: ChangeSource? = relation == .oneself ? .customer : nil
        var fields = [
            ("from", form.opened.today.written), ("source", ChangeSource.customer.rawValue),
            ("certainty", Certainty.claimed.rawValue),
        ]
        // One that failed may be right after all: then it is said again as it stands.
        let status = try form.circumstances().status(of: kind, on: form.opened.today)
        if status.failed != nil, let words = status.detail?.words { fields.append(("detail", words)) }
        return ReportChangeForm(
            kind: kind, of: ChangeFields(kind, form), own: own, initial: FormFields(fields), relation: relation)
    }

    private var sources: [ChangeSource] {
        let organisation: [ChangeSource] =
            switch relation {
            case .jobcentre: [.jobcentre]
            case .council: [.council]
            case .referred, .attached: [.provider]
            default: [.jobcentre, .council, .provider]
            }
        return [.customer, .supporter] + organisation
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            of.fields(in: state)
            DayField("from", label: "From which day?", .typed, in: state)
            if !kind.isContact {
                DayField(
                    "until", label: "Last day", hint: "Leave it empty if it still stands", .typed, optional: true,
                    in: state)
            }
            if own == nil {
                Radios("source", label: "Whose word is it?", sources.map { Choice($0.rawValue, $0.title) }, in: state)
                Radios(
                    "route", label: "How did they tell you?",
                    hint: "If they rang, record a caller check first. Never write down what they answered.",
                    ChangeRoute.allCases.filter { $0 != .online }.map { Choice($0.rawValue, $0.title) }, in: state)
                Radios(
                    "certainty", label: "How surely?", hint: kind == .benefit ? BenefitForm.whoKnows : nil,
                    inLine: true,
                    Certainty.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            }
            if kind.needsPrivacy, own == nil {
                Checkbox(
                    "private", label: "It was said where nobody else could hear",
                    hint: "Never ask this in a group or in an open room.", in: state)
            }
        }
    }

    func read(_ form: FormReader) throws -> ReportChange {
        ReportChange(
            kind, of.read(form), from: form.day("from", label: "From which day?"),
            until: kind.isContact ? nil : form.optionalDay("until", label: "Last day"),
            certainty: own == nil ? form.choice("certainty", label: "How surely?", of: Certainty.self) : .claimed,
            source: own ?? ChangeSource(
                rawValue: form.choice("source", label: "Whose word is it?", of: sources.map(\.rawValue))) ?? .customer,
            route: own == nil ? form.choice("route", label: "How did they tell you?") : .online,
            heardInPrivate: form.ticked("private"))
    }
}
