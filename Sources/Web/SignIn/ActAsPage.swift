import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Where somebody with several roles goes on in another.
    func addActAs(to router: Router<SiteContext>) {
        router.page(.actAs, self) { visit in
            let state = FormState(FormFields(["role": visit.held.address]))
            return visit.actAsPage(try await visit.office.positions(of: visit.actor.person), state)
        }
        router.form(.actAs, self) { visit, fields in
            let positions = try await visit.office.positions(of: visit.actor.person)
            do {
                let chosen = try FormReader.read(fields) { form in
                    form.choice("role", label: "Role", of: positions.map(\.0.address))
                }
                // The reader takes only what was offered.
                if let (position, _) = positions.first(where: { $0.0.address == chosen }) {
                    try await visit.office.act(as: position, token: visit.session)
                }
                return .done(.home, .acting)
            } catch let errors as FormErrors {
                return .again(visit.actAsPage(positions, FormState(fields, errors: errors)))
            }
        }
    }
}

extension AccountRegister.Position {
    /// The position as a form sends it.
    fileprivate var address: String { "\(role.rawValue) \(organisation)" }
}

extension Visit {
    fileprivate var held: AccountRegister.Position {
        AccountRegister.Position(person: actor.person, organisation: actor.organisation, role: actor.role)
    }

    fileprivate func actAsPage(
        _ positions: [(AccountRegister.Position, organisation: String)], _ state: FormState
    ) -> Page {
        Page("Act as", failed: !state.errors.isEmpty) {
            p { "What you see and may do follows from the role you act in. What you record is recorded as done in it." }
            PostForm(to: SiteURL.actAs.address, seal: seal(), state: state) {
                Radios(
                    "role", label: "Role",
                    positions.map { Choice($0.0.address, "\($0.0.role.title) at \($0.organisation)") }, in: state)
                Buttons { SubmitButton("Act in this role") }
            }
        }
    }
}
