public import Kernel

// What can be asked of a person, and what of it they can say yes to (K-007).
extension ConsentTerms {
    /// - Refuses: what cannot be asked or agreed to at all.
    func requireSound(on file: CaseFile, in context: Context) throws(Refusal) {
        guard context.surroundings.recipientIsThere else {
            throw Refusal(
                "consent.recipient", "That organisation is not in the register here. Choose one from the list.",
                field: "recipient")
        }
        guard context.sharing.purpose(purpose)?.isAsked == true else {
            throw Refusal("consent.purpose", "Choose what the information is for.", field: "purpose")
        }
        guard !categories.isEmpty else {
            throw Refusal("consent.nothing", "Choose at least one kind of information to share.", field: "categories")
        }
        guard !categories.contains(.safety) else {
            throw Refusal(
                "consent.safety", "A safety notice is never shared by consent. Leave it out.",
                rule: "K-016", field: "categories")
        }
        try requireMeant(in: context.sharing)
    }

    /// - Refuses: a kind of information that is not shared for the purpose.
    public func requireMeant(in matrix: SharingMatrix) throws(Refusal) {
        guard let meant = matrix.purpose(purpose), let other = categories.first(where: { !meant.takes($0) }) else {
            return
        }
        throw Refusal(
            "consent.not-for",
            "\(other.title.capitalisedFirst) is not shared to “\(meant.words)”. Leave it out here, and share it by itself for what it is for.",
            rule: other == .equality ? "K-038" : "sharing.yaml: purposes", field: "categories")
    }

    /// The same question for the part of it that the person chose; all of it for nil.
    /// - Refuses: no category at all, and one that was not asked for.
    func agreed(to chosen: [Category]?) throws(Refusal) -> ConsentTerms {
        guard let chosen else { return self }
        guard !chosen.isEmpty else {
            throw AnswerConsent.noneChosen
        }
        if let other = chosen.first(where: { !categories.contains($0) }) {
            throw Refusal(
                "consent.not-asked",
                "They were not asked about \(other.title). Choose from what was asked, and record the rest by itself.",
                rule: "K-007", field: "categories")
        }
        return ConsentTerms(recipient: recipient, categories: chosen, purpose: purpose)
    }
}
