import Casework

/// Whom to ring when somebody may be in danger, in the language of the page: the number first.
struct UrgentContacts: Component {
    let contacts: [UrgentContact]

    var body: some HTML {
        ul(.class("tasks")) {
            ForEach(contacts) { contact in
                li {
                    span {
                        strong { "\(contact.phone.text): \(contact.name.text)" }
                        ". \(contact.use.text) \(contact.hours.text)"
                    }
                }
            }
        }
    }
}
