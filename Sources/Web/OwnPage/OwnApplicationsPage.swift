import Casework
import Kernel
import Office

/// What the customer sent to several services at once, as each of them reads it; by itself, to print, where one is asked
/// for (G-035).
struct OwnApplicationsPage {
    /// What names the one that is asked for.
    static let asked = "of"

    private let isOne: Bool
    private let sheets: [(id: Identifier<Consent>, sheet: ApplicationSheet, holds: Bool)]
    private let maySend: Bool

    /// - Refuses: whoever does not see what the customer shares, and an application that is not there.
    static func load(_ own: OwnVisit) throws -> OwnApplicationsPage {
        guard own.seen.consents != nil else { throw SharingPage.unseen }
        let office = own.visit.office
        let all = ServiceApplication.all(own.opened, in: office)
        let wanted = own.visit.query(asked)
        let shown = all.filter { wanted == nil || $0.consent.id.description == wanted }
        guard wanted == nil || !shown.isEmpty else {
            throw Refusal("application.not-found", OwnSharingFormWords.over())
        }
        return OwnApplicationsPage(
            isOne: wanted != nil,
            sheets: shown.map {
                (
                    id: $0.consent.id, sheet: ApplicationSheet($0, of: own.opened, by: office.sharing),
                    holds: $0.holds
                )
            }, maySend: own.may(.recordConsent))
    }

    var page: Page {
        if isOne, let first = sheets.first {
            return Page(
                first.sheet.title, trail: [Link(ApplicationWords.listTitle(), to: SiteURL.meApplications().address)]
            ) { div(.class("large-print")) { first.sheet.parted(isAlone: true) } }
        }
        return Page(
            ApplicationWords.listTitle(), lead: Fragment { p { ApplicationWords.listLead() } },
            trail: [Link(OwnSharingWords.title(), to: SiteURL.meSharing.address)]
        ) {
            if sheets.isEmpty {
                EmptyState(ApplicationWords.listNone(), comes: ApplicationWords.listNoneComes())
            }
            ForEach(sheets) { one in
                h2 { one.sheet.title }
                one.sheet.parted(isAlone: false)
                if one.holds {
                    Buttons {
                        LinkButton(
                            ApplicationWords.print(), to: SiteURL.meApplications(of: one.id).address,
                            about: one.sheet.title)
                        LinkButton(
                            OwnSharingWords.stop(), to: SiteURL.meItemForm(.stop, item: one.id.description).address,
                            about: one.sheet.title)
                    }
                }
            }
            if maySend {
                Buttons { LinkButton(ApplicationWords.send(), to: SiteURL.meForm(.packet).address, primary: true) }
            }
        }
    }
}
