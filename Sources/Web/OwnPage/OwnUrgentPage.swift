import Casework
import Kernel

/// Whom somebody can ring who needs help now. It opens from their first page, and nothing is
/// recorded of that: no case is opened for it.
struct OwnUrgentPage {
    let contacts: [UrgentContact]

    var page: Page {
        Page(OwnUrgentWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            p { OwnUrgentWords.lead() }
            UrgentContacts(contacts: contacts)
            p { OwnUrgentWords.tell() }
            p { OwnUrgentWords.unrecorded() }
        }
    }
}
