import Kernel

extension Telling {
    func told(_ fact: AccessFact) -> Told {
        switch fact {
        case .invited(_, let supporter, let route):
            Told(.sent, "Let in to their own page\(supporter.map { ", for \(name($0))" } ?? "")", route.title)
        case .linkAsked: Told(.sent, "A new link to their own page asked for at the sign-in page")
        case .closed: Told(.done, "Their own page closed")
        case .supporterNamed(let id, let terms, let how, _):
            Told(
                .done, "\(name(id)) named to act for the customer",
                "May \(terms.rights.map(\.words).joined(separator: "; "))", "Until \(terms.until.written)", how.title)
        case .supporterEnded(let id, let how):
            Told(.done, "\(name(id)) acts for the customer no longer", how.title)
        }
    }

    private func name(_ id: Identifier<Supporter>) -> String {
        opens ? file.access.supporters.last { $0.id == id }?.name ?? "A supporter" : "A supporter"
    }

    func told(_ fact: VoiceFact) -> Told {
        let found = file.voices.all.last { $0.id == fact.voice }
        let title = found?.kind.title ?? "Question"
        return switch fact {
        case .raised(_, let kind, let organisation, let taken, let words):
            Told(.sent, "\(kind.title) to \(names.organisation(organisation))", said(words), taken?.how.title)
        case .acknowledged: Told(.sent, "\(title) acknowledged")
        case .answered(_, let words): Told(.done, "\(title) answered", said(words))
        }
    }
}
