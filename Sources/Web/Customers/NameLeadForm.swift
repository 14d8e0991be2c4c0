import Casework
import Kernel
import Office
import Records

/// Says who leads the help that somebody gets: an adviser themselves, a team manager anybody who helps people there.
struct NameLeadForm: CaseForm {
    static let name = CaseFormName.nameLead
    static let title = "Say who leads"
    static let button = "Record who leads"
    static let said = Said.leadNamed

    /// Who may be named, by the words of a list.
    let staff: [Choice]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let actor = form.visit.actor
        let staff = try await form.visit.office.database.read { connection in
            var choices: [Choice] = []
            for role in [Role.adviser, .teamManager] {
                for one in try AccountRegister.staff(of: actor.organisation, role: role, in: connection)
                where actor.role == .teamManager || one.person == actor.person {
                    let code = one.person.description
                    if !choices.contains(where: { $0.value == code }) { choices.append(Choice(code, one.name)) }
                }
            }
            return choices
        }
        return NameLeadForm(staff: staff)
    }

    /// An adviser names themselves, and so has nothing to choose.
    var initial: FormFields { staff.count == 1 ? FormFields(["person": staff[0].value]) : FormFields() }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Whoever leads answers for the help they get, whoever else helps. They read the name on their own page. When they are on a programme, their adviser there leads."
            }
            Select("person", label: "Who leads", staff, in: state)
        }
    }

    func read(_ form: FormReader) throws -> NameLead {
        let code = form.choice("person", label: "Who leads", of: staff.map(\.value))
        return NameLead(try form.need(try? Identifier<Person>(code)))
    }
}
