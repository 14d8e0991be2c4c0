import Casework
import Kernel
import Office

/// Records whether a customer agreed to be written to by e-mail.
struct EmailForm: CaseForm {
    static let name = CaseFormName.email
    static let title = "Letters by e-mail"
    static let button = "Record their answer"
    static let said = Said.email

    let address: String
    let hasAgreed: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let address = form.opened.seen.identity?.email else {
            throw Refusal(
                "email.no-address",
                "There is no e-mail address for this customer, or you do not see it. Add it to their details first.")
        }
        return EmailForm(address: address, hasAgreed: form.opened.seen.emailAgreed != nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Notices and reminders of appointments can go to this address, if the customer wants that:" }
            p { strong { address } }
            Radios(
                "agreed", label: "Did they agree to be written to there?",
                hint: "Ask who else reads their e-mail. They can change their mind at any time.",
                [
                    Choice("yes", "Yes"),
                    Choice("no", hasAgreed ? "No, not any longer" : "No", hint: "Notices then go by post or by hand."),
                ], in: state)
        }
    }

    func read(_ form: FormReader) throws -> ChooseEmail {
        ChooseEmail(
            agreed: form.choice("agreed", label: "Did they agree to be written to there?", of: ["yes", "no"]) == "yes")
    }
}
