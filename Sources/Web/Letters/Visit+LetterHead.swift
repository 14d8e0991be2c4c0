import Casework
import Kernel
import Office
import Records

extension Visit {
    /// What a letter of the reader's to a customer begins and ends with.
    /// - Refuses: when the reader does not see who the customer is.
    func letterHead(to seen: SeenCase, about programme: String) async throws -> LetterHead {
        guard let identity = seen.identity else {
            throw Refusal(
                "notice.no-name", "You do not see this customer's name, so you cannot write to them. Ask their adviser."
            )
        }
        let organisation = actor.organisation
        let sender = try await office.database.read { try OrganisationRegister.find(organisation, in: $0) }
        return LetterHead(
            customer: identity.name, organisation: sender?.name ?? who.organisation, adviser: who.name,
            place: sender?.address.addressLines ?? [], phone: sender?.phone ?? "",
            programme: office.programmes[programme]?.titleInSentence ?? "the programme", sent: today)
    }
}
