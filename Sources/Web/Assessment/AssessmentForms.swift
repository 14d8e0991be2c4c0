import Casework
import Kernel
import Office

/// Chooses the questions and how they are gone through.
struct BeginAssessmentForm: CaseForm {
    static let name = CaseFormName.assess
    static let title = "Begin an assessment"
    static let button = "Begin"
    static let said = Said.assessmentBegun

    let offered: [Instrument]
    let tools: ServiceTools
    var initial: FormFields { offered.count == 1 ? FormFields(["instrument": key(offered[0])]) : FormFields() }

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let tools = form.visit.office.tools
        let offered = form.isSent ? tools.offered : tools.toBegin(form.opened.seen.assessments)
        guard !offered.isEmpty else {
            throw Refusal(
                "assessment.unfinished", "What can be begun has been begun. Go on with it on the assessment page.")
        }
        return BeginAssessmentForm(offered: offered, tools: tools)
    }

    private func key(_ instrument: Instrument) -> String { "\(instrument.id).\(instrument.version)" }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "instrument", label: "Which questions?",
                offered.map { Choice(key($0), $0.title, hint: $0.summary) }, in: state)
            Radios(
                "mode", label: "Where are you?", hint: "Private questions are asked only one to one, in private.",
                AssessmentMode.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField(
                "day", label: "On which day, if not today?",
                hint: "For questions that were gone through on paper and are keyed in now.", .typed, optional: true,
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> BeginAssessment {
        let key = form.choice("instrument", label: "Which questions?", of: offered.map(key))
        let mode: AssessmentMode = form.choice("mode", label: "Where are you?")
        let chosen = try form.need(offered.first { self.key($0) == key })
        return BeginAssessment(
            instrument: chosen.id, version: chosen.version, mode: mode,
            on: form.optionalDay("day", label: "On which day, if not today?"))
    }

    func then(_ performed: Performed) -> SiteURL {
        let file = performed.file
        guard let begun = file.assessments.unfinished.last,
            let section = tools.instrument(begun.start.instrument, version: begun.start.version)?.sections.first
        else { return .assessment(file.id) }
        return .assessmentPart(file.id, begun.id, section.id, begun.mode)
    }
}

/// Finishes an assessment, so that its answers stand.
struct FinishAssessmentForm: CaseForm {
    static let name = CaseFormName.finishAssessment
    static let title = "Finish the assessment"
    static let button = "Finish"
    static let said = Said.assessmentFinished
    static let hasItem = true

    let held: Assessment

    static func load(_ form: CaseFormVisit) async throws -> Self {
        FinishAssessmentForm(held: try form.opened.assessment(try form.item()))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "The answers then stand as they are, and say what they come to. What changes later is a new assessment."
            }
        }
    }

    func read(_ form: FormReader) throws -> FinishAssessment { FinishAssessment(assessment: held.id, mode: held.mode) }

    func then(_ performed: Performed) -> SiteURL { .assessmentOf(performed.file.id, held.id) }
}

/// Whether the customer agrees, in their words.
struct SayOfAssessmentForm: CaseForm {
    static let name = CaseFormName.sayOfAssessment
    static let title = "What the customer says of it"
    static let button = "Record what they say"
    static let said = Said.saidOfAssessment
    static let hasItem = true

    let held: Assessment

    static func load(_ form: CaseFormVisit) async throws -> Self {
        SayOfAssessmentForm(held: try form.opened.assessment(try form.item()))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "agrees", label: "Does the customer agree with it?", inLine: true,
                [Choice("yes", "Yes"), Choice("no", "No")], in: state)
            TextArea("words", label: "In the customer's words", rows: 4, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> SayOfAssessment {
        SayOfAssessment(
            assessment: held.id,
            agrees: form.choice("agrees", label: "Does the customer agree with it?", of: ["yes", "no"]) == "yes",
            words: try form.words(label: "Words"))
    }

    func then(_ performed: Performed) -> SiteURL { .assessmentOf(performed.file.id, held.id) }
}

/// Takes back an assessment made in error.
struct WithdrawAssessmentForm: CaseForm {
    static let name = CaseFormName.withdrawAssessment
    static let title = "Withdraw an assessment made in error"
    static let button = "Withdraw this assessment"
    static let said = Said.withdrawn
    static let hasItem = true

    let held: Assessment

    static func load(_ form: CaseFormVisit) async throws -> Self {
        WithdrawAssessmentForm(held: try form.opened.assessment(try form.item()))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Begun on \(held.begun.day.written). It stays in the record, and counts for nothing." }
            TextArea("words", label: "What was wrong?", in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawAssessment {
        WithdrawAssessment(assessment: held.id, why: try form.neededWords(label: "What was wrong?"))
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}
