import Casework
import Kernel
import Office

/// Whether a customer can be written to by e-mail, and if not, why and what to do about it.
enum EmailOffer: Component {
    /// Where it would go, and what is done with mail where it reaches nobody.
    case to(String, insteadOfSending: String?)
    case noServer
    case noAddress(Identifier<CaseFile>)
    case notAgreed(Identifier<CaseFile>)
    case unusable(Identifier<CaseFile>)

    init(_ form: CaseFormVisit) {
        let seen = form.opened.seen
        guard let courier = form.visit.site.courier else {
            self = .noServer
            return
        }
        guard let email = seen.identity?.email else {
            self = .noAddress(seen.id)
            return
        }
        guard (try? MailAddress(email)) != nil else {
            self = .unusable(seen.id)
            return
        }
        self = seen.emailAgreed == nil ? .notAgreed(seen.id) : .to(email, insteadOfSending: courier.insteadOfSending)
    }

    var address: String? {
        if case .to(let address, _) = self { address } else { nil }
    }

    @HTMLBuilder var body: some HTML {
        switch self {
        case .to(_, let instead): if let instead { p(.class("hint")) { instead } }
        case .noServer:
            p(.class("hint")) {
                "It cannot go by e-mail: this site has no mail server. Whoever runs it can set one up."
            }
        case .noAddress(let id):
            why("It cannot go by e-mail: there is no e-mail address.", "Add one to their details", .correct, id)
        case .notAgreed(let id):
            why(
                "It cannot go by e-mail: they have not agreed to that.", "Record whether they agree", .email, id)
        case .unusable(let id):
            why(
                "It cannot go by e-mail: their address cannot be written to.", "Correct the details", .correct, id)
        }
    }

    private func why(
        _ sentence: String, _ words: String, _ form: CaseFormName, _ id: Identifier<CaseFile>
    ) -> some HTML {
        p(.class("hint")) {
            sentence + " "
            Link(words, to: SiteURL.form(form, id).address)
            "."
        }
    }
}
