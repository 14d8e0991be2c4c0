import Casework
import Kernel
import Office

/// Takes back what was recorded by mistake of whether somebody came to a session.
struct WithdrawSessionForm: CaseForm {
    static let name = CaseFormName.withdrawSession
    static let title = "Withdraw whether they came to the session"
    static let button = "Withdraw this record"
    static let said = Said.withdrawn
    static let hasItem = true

    let invitation: SessionInvitation

    static func load(_ form: CaseFormVisit) async throws -> Self {
        WithdrawSessionForm(invitation: try form.invitation(open: false))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "\(invitation.line). It is recorded that they \(invitation.hasAttended ? "came" : "did not come"). Once "
                "that is withdrawn, you can record whether they came anew. The mistake and its correction are both kept."
            }
            TextArea("words", label: "What was wrong?", rows: 3, in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawSessionRecord {
        WithdrawSessionRecord(invitation: invitation.id, why: try form.neededWords(label: "What was wrong?"))
    }
}
