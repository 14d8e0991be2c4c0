import Casework
import Kernel
import Office

/// Records the language a customer reads.
struct LanguageForm: CaseForm {
    static let name = CaseFormName.language
    static let title = "The language they read"
    static let button = "Record the language"
    static let said = Said.language

    let language: Language?

    static func load(_ form: CaseFormVisit) async throws -> Self { LanguageForm(language: form.opened.seen.language) }

    var initial: FormFields { FormFields(["language": (language ?? .english).rawValue]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "language", label: "Which language do they read?",
                hint: "Ask them. Their own pages, letters and e-mails are in it.",
                Language.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> ChooseLanguage {
        ChooseLanguage(form.choice("language", label: "Which language do they read?"))
    }
}
