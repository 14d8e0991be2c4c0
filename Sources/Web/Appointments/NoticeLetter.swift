import Casework
import Kernel
import Office
import Records

/// What a notice is written from: who it is to, who sends it, and the appointment.
struct NoticeLetter: Sendable {
    private let draft: NoticeText
    private let customerAddress: [String]
    /// What the customer reads.
    let language: Language
    /// How they would have it printed.
    let wish: PrintWish

    /// - Refuses: when the reader does not see who the customer is.
    static func load(_ form: CaseFormVisit, _ appointment: Appointment) async throws -> NoticeLetter {
        guard let identity = form.opened.seen.identity else {
            throw Refusal(
                "notice.no-name", "You do not see this customer's name, so you cannot write to them. Ask their adviser."
            )
        }
        let sender = form.visit.actor.organisation
        let found = try await form.visit.office.database.read { connection in
            (
                sender: try OrganisationRegister.find(sender, in: connection),
                office: try OrganisationRegister.find(appointment.office, in: connection),
                adviser: try AccountRegister.name(of: appointment.adviser, in: connection)
            )
        }
        let place = found.office ?? found.sender
        let draft = NoticeText(
            customer: identity.name, sender: found.sender?.name ?? form.visit.who.organisation,
            senderAddress: found.sender?.address.addressLines ?? [], adviser: found.adviser ?? form.visit.who.name,
            programme: form.programme()?.titleInSentence ?? "the programme", purpose: appointment.purpose,
            slot: appointment.slot, place: [place?.name].compactMap(\.self) + (place?.address.addressLines ?? []),
            customerPhone: identity.phone, phone: found.sender?.phone ?? "", mandatory: false, sent: form.visit.today)
        return NoticeLetter(
            draft: draft, customerAddress: identity.address?.addressLines ?? [],
            language: form.opened.seen.language ?? .english,
            wish: PrintWish(form.opened.seen, tools: form.visit.office.tools))
    }

    /// The exact text, in the language the customer reads, for one way of sending; only a posted notice has the
    /// customer's address on it.
    func text(_ route: NoticeRoute, mandatory: Bool) -> String {
        let text = notice(route, mandatory: mandatory)
        return language.write { text.text }
    }

    /// The same in English, for whoever sends it.
    func english(_ route: NoticeRoute, mandatory: Bool) -> String { notice(route, mandatory: mandatory).text }

    private func notice(_ route: NoticeRoute, mandatory: Bool) -> NoticeText {
        var notice = draft
        notice.mandatory = mandatory
        if route == .post { notice.customerAddress = customerAddress }
        return notice
    }

    func bytes(_ route: NoticeRoute, mandatory: Bool) -> [UInt8] { Array(text(route, mandatory: mandatory).utf8) }
}
