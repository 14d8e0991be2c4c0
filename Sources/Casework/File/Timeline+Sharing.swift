import Kernel

extension Telling {
    func told(_ fact: SharingFact) -> Told {
        switch fact {
        case .asked(_, let terms, let why):
            Told(.sent, "Asked whether \(names.organisation(terms.recipient)) may see more", list(terms), said(why))
        case .consented(_, let terms, let until, let how, let request, let packet):
            Told(
                .done,
                packet == nil
                    ? "Agreed that \(names.organisation(terms.recipient)) may see some of the record"
                    : "Released an application to \(names.organisation(terms.recipient))", list(terms),
                declined(request), "Until \(until.written)", how.title)
        case .refused(let request, let how):
            Told(.done, "Said no to sharing with \(recipient(request))", how.title)
        case .withdrawn(let consent, let how):
            Told(
                .done,
                "Stopped sharing with "
                    + (file.consents.given.last { $0.id == consent }.map { names.organisation($0.terms.recipient) }
                        ?? "an organisation"),
                how.title)
        }
    }

    private func list(_ terms: ConsentTerms) -> String {
        terms.categories.map(\.title).joined(separator: ", ")
    }

    /// What they were asked about and said no to, when they said yes to the rest.
    private func declined(_ request: Identifier<ConsentRequest>?) -> String? {
        let declined = file.consents.requests.last { $0.id == request }?.declined ?? []
        return declined.isEmpty ? nil : "Said no to \(declined.map(\.title).joined(separator: ", "))"
    }

    private func recipient(_ request: Identifier<ConsentRequest>) -> String {
        file.consents.requests.last { $0.id == request }.map { names.organisation($0.terms.recipient) }
            ?? "an organisation"
    }
}
