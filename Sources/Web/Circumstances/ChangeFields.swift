import Casework
import Kernel
import Office

/// What is said to be so, as the forms that tell, dispute and decide ask it.
struct ChangeFields: Sendable {
    let kind: ChangeKind
    let benefits: [Choice]

    init(_ kind: ChangeKind, _ form: CaseFormVisit) {
        self.kind = kind
        let all = form.visit.office.programmes.values.sorted { $0.id < $1.id }
        var seen = Set<String>()
        benefits = (form.programme().map(\.benefits) ?? all.flatMap(\.benefits))
            .filter { seen.insert($0.code).inserted }.map { Choice($0.code, "\($0.title) (\($0.code))") }
    }

    @HTMLBuilder func fields(in state: FormState) -> some HTML {
        switch kind {
        case .address:
            TextArea("detail", label: kind.title, rows: 3, in: state)
            none(in: state)
        case .phone:
            TextField(
                "detail", label: kind.title, kind: .telephone, characters: 20, in: state)
            none(in: state)
        case .email:
            TextField("detail", label: kind.title, kind: .email, in: state)
            none(in: state)
        case .household, .caring, .health, .convictions, .volunteering:
            Radios("code", label: kind.title, kind.codes.map { Choice($0.code, $0.title) }, in: state)
            if kind.hasHours {
                TextField(
                    "hours", label: "Hours a week", kind: .wholeNumber, characters: 3, optional: true, in: state)
            }
            TextArea("detail", label: "In their own words", rows: 3, optional: true, in: state)
        case .benefit:
            Select("code", label: "Benefit", benefits, in: state)
            Radios(
                "on", label: "On it or off it?", inLine: true, [Choice("on", "On it"), Choice("off", "Off it")],
                in: state)
        case .work: TextArea("detail", label: "What has changed?", rows: 3, in: state)
        }
    }

    private func none(in state: FormState) -> Checkbox {
        Checkbox("none", label: "There is none now", in: state)
    }

    func read(_ form: FormReader) -> ChangeDetail {
        switch kind {
        case .address, .phone, .email:
            ChangeDetail(
                words: form.ticked("none")
                    ? nil : form.text("detail", label: kind.title, max: 300, lines: kind == .address))
        case .household, .caring, .health, .convictions, .volunteering:
            ChangeDetail(
                code: form.choice("code", label: kind.title, of: kind.codes.map(\.code)),
                hours: kind.hasHours
                    ? form.optionalWholeNumber("hours", label: "Hours a week", in: 0...168) : nil,
                words: form.optionalText("detail", label: "In their own words", max: 4000, lines: true))
        case .benefit:
            ChangeDetail(
                code: form.choice("code", label: "Benefit", of: benefits.map(\.value)),
                on: form.choice("on", label: "On it or off it?", of: ["on", "off"]) == "on")
        case .work: ChangeDetail(words: form.text("detail", label: "What has changed?", max: 4000, lines: true))
        }
    }
}

extension CaseForms {
    /// Changes told and answered, contacts that failed, and who was calling.
    static let circumstances: [any CaseForm.Type] = [
        ReportChangeForm.self, AcknowledgeChangeForm.self, ApplyChangeForm.self, DisputeChangeForm.self,
        ResolveChangeForm.self, WithdrawChangeForm.self, ContactFailedForm.self, ConfirmContactsForm.self,
        CallerCheckForm.self,
    ]
}

/// A form about circumstances: when it is sent, the page of them is shown again.
protocol CircumstanceForm: CaseForm {}

extension CircumstanceForm {
    func then(_ performed: Performed) -> SiteURL { .circumstances(performed.file.id) }
}

extension CaseFormVisit {
    func circumstances() throws(Refusal) -> Circumstances {
        guard let held = opened.seen.circumstances else { throw CircumstancesPage.unseen }
        return held
    }

    /// The change the form is about.
    func change() throws -> ReportedChange {
        guard let change = try circumstances().change(try item()) else {
            throw Refusal("change.none", "There is no such change here. Look at the list again.")
        }
        return change
    }

    /// What was told, as the reader's page shows it.
    func shown(_ detail: HeldDetail, _ kind: ChangeKind) -> String {
        detail.value?.written(kind).replacing("\n", with: ", ") ?? "Erased"
    }
}
