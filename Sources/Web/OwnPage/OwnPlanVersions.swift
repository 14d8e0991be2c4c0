import Casework
import Kernel
import Office

/// The plans that the customer and those who help agreed on, to read again as they were, with how the customer got each
/// (G-007).
struct OwnPlanVersions: Component {
    let own: OwnVisit

    var body: some HTML {
        Section(OwnPlanWords.versions(), id: "versions") {
            let versions = own.opened.agreedVersions
            if versions.isEmpty {
                EmptyState(OwnPlanWords.noneAgreed(), comes: OwnPlanWords.noneAgreedComes())
            } else {
                ul { ForEach(versions) { agreed in line(agreed) } }
            }
        }
    }

    private func line(_ agreed: AgreedVersion) -> some HTML {
        let version = agreed.version
        return li {
            OwnPlanWords.version(String(version.number), version.event.recorded.day)
            p(.class("hint")) { parties(of: version) }
            ForEach(agreed.copies) { copy in p(.class("hint")) { Self.said(copy) } }
            if !agreed.isGiven { p(.class("hint")) { OwnPlanWords.notGiven() } }
            p {
                a(.href(SiteURL.mePlanSheet(version: version.number).address)) {
                    OwnPlanWords.readVersion(String(version.number))
                }
            }
        }
    }

    private func parties(of version: PlanVersion) -> String {
        let names = version.parties.map { party in
            party.organisation.map(own.names.organisation) ?? PlanSheetWords.you()
        }
        return OwnPlanWords.agreedBy(names.joined(separator: ", "))
    }

    private static func said(_ copy: AgreedVersion.Copy) -> String {
        let day = copy.delivery.event.recorded.day
        switch copy.delivery.route {
        case .byHand: return OwnPlanWords.handed(day)
        case .post: return OwnPlanWords.posted(day)
        case .online: return OwnPlanWords.readHere(day)
        case .email:
            if copy.hasFailed { return OwnPlanWords.notMailed(day) }
            return copy.isGiven ? OwnPlanWords.mailed(day) : OwnPlanWords.mailing(day)
        }
    }
}
