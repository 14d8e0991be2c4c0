import Casework
import Kernel
import Office

/// Puts right a person's names, birth date, number or contacts.
struct CorrectForm: CaseForm {
    static let name = CaseFormName.correct
    static let title = "Correct the details"
    static let button = "Save the corrected details"
    static let said = Said.corrected

    let initial: FormFields
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let identity = form.opened.seen.identity else {
            throw Refusal(
                "customer.erased",
                "This person's details have been erased or are not shown to you, so they cannot be changed here.")
        }
        return CorrectForm(initial: FormFields(identity), today: form.visit.today)
    }

    func fields(in state: FormState) -> Fragment { Fragment { IdentityFields(state: state) } }

    func read(_ form: FormReader) throws -> CorrectCustomer { CorrectCustomer(identity: try form.identity(on: today)) }
}
