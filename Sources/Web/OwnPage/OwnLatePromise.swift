import Casework
import Kernel

/// What somebody else promised and is late with, with whom to ask (G-013).
struct OwnLatePromise: Component {
    let own: OwnVisit
    let action: PlanAction

    var body: some HTML {
        let doer = action.terms.owner.organisation
        p {
            OwnPlanWords.late(own.names.owner(action.terms.owner) ?? "", (action.terms.due ?? own.today).saidInFull)
            if let doer, own.may(.askQuestion), own.seen.answerers.contains(where: { $0.organisation == doer }) {
                " "
                a(.href(address(doer))) {
                    OwnPlanWords.askAbout()
                    span(.class("unseen")) { ": \(action.text.value?.text ?? OwnPlanWords.erased())" }
                }
            }
        }
    }

    private func address(_ doer: Identifier<Organisation>) -> String {
        SiteURL.Route.meForm.filled([OwnFormName.ask.rawValue], query: [(OwnAskForm.asked, doer.description)])
    }
}
