import Casework
import Kernel
import Office

/// Gives back a record that was taken up by mistake.
struct GiveBackForm: CaseForm {
    static let name = CaseFormName.giveBack
    static let title = "Give this record back"
    static let button = "Give this record back"
    static let said = Said.givenBack
    /// Sent twice, it is answered to whoever can open the record no longer.
    static let opens = Act.takeUpRecord

    /// Who it is of.
    let person: String

    static func load(_ form: CaseFormVisit) async throws -> Self { GiveBackForm(person: form.name) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { strong { person } }
            p {
                "You cannot open their record any longer then. Whoever kept it before you, in your place, keeps it again, with what waits for an answer. What was written here stays."
            }
            p { "It stands in what has happened so far, which they read." }
            Checkbox(
                "mistake", label: "They are not with us: it was taken up by mistake",
                hint: "Somebody who has moved needs nothing of you: where they are now, it is taken up.", in: state)
        }
    }

    func read(_ form: FormReader) throws -> GiveBackRecord { GiveBackRecord(isMistake: form.ticked("mistake")) }

    func then(_ performed: Performed) -> SiteURL { .search(nil) }
}
