import Casework
import Kernel
import Office
import Records

/// Whom, what and what for, as both forms ask it.
struct ShareTerms: Sendable {
    let organisations: [Choice]
    let viewers: [Viewer]
    let names: Names
    let matrix: SharingMatrix
    /// What can be shared for a purpose that people are asked about. A safety notice is never shared by consent, and who
    /// sees what is the person's own.
    private let categories: [Casework.Category]

    init(_ form: CaseFormVisit) async throws {
        guard form.opened.seen.consents != nil else { throw SharingPage.unseen }
        let us = form.visit.actor.organisation
        // The organisation that keeps the record is among them: health and household are the person's to open to it too.
        organisations = try await form.visit.office.database.read { connection in
            try OrganisationRegister.all(in: connection).filter { $0.kind != .department }
                .map { Choice($0.id.description, $0.id == us ? "\($0.name) (us)" : $0.name) }
        }
        let matrix = form.visit.office.sharing
        self.matrix = matrix
        categories = Casework.Category.allCases.filter { category in
            ![.safety, .sharing].contains(category) && matrix.asked.contains { $0.takes(category) }
        }
        viewers = form.opened.seen.viewers
        names = form.opened.names
    }

    @HTMLBuilder func fields(in state: FormState) -> some HTML {
        Select("recipient", label: "Which organisation?", organisations, in: state)
        Checkboxes(
            "categories", label: "What may it see?", hint: "Only what is needed. Nothing else is opened.",
            categories.map { Choice($0.rawValue, $0.title.capitalisedFirst, hint: onlyPurpose(of: $0)) }, in: state)
        Radios("purpose", label: Self.purposeLabel, purposes(taking: categories), in: state)
    }

    static let purposeLabel = "What is it for?"

    /// What some of these kinds of information can be shared for.
    func purposes(taking kinds: [Casework.Category]) -> [Choice] {
        matrix.asked.filter { kinds.contains(where: $0.takes) }.map { purpose in
            let alone = purpose.categories.map(\.title).joined(separator: ", ")
            return Choice(
                purpose.code, "To \(purpose.words)", hint: alone.isEmpty ? nil : "Only for this: \(alone).")
        }
    }

    /// The one thing a kind of information is shared for, where it is not for all.
    private func onlyPurpose(of category: Casework.Category) -> String? {
        let takers = matrix.asked.filter { $0.takes(category) }
        guard takers.count == 1, matrix.asked.count > 1 else { return nil }
        return takers.first.map { "Only to \($0.words)." }
    }

    func read(_ form: FormReader) throws -> ConsentTerms {
        let recipient = form.choice("recipient", label: "Which organisation?", of: organisations.map(\.value))
        let categories = form.choices(
            "categories", label: "What may it see?", of: self.categories.map(\.rawValue), atLeast: 1)
        let terms = ConsentTerms(
            recipient: (try? Identifier(recipient)) ?? Identifier(high: 0, low: 0),
            categories: categories.compactMap(Casework.Category.init(rawValue:)),
            purpose: form.choice(
                "purpose", label: Self.purposeLabel, of: purposes(taking: self.categories).map(\.value)))
        // Said before the answers are shown to be checked, which would show something that cannot be sent.
        do { try terms.requireMeant(in: matrix) } catch { form.note(error) }
        return terms
    }

    /// What the organisation sees before and after, for the person to hear before they answer.
    /// - Parameter label: what stands beside what would be opened.
    func answers(_ terms: ConsentTerms, added label: String = "It would also see") -> [(String, String)] {
        let name =
            organisations.first { $0.value == terms.recipient.description }?.text ?? names.organisation(terms.recipient)
        let viewer = viewers.first { $0.organisation == terms.recipient }
        let now = viewer?.categories.map(\.title).joined(separator: ", ") ?? ""
        let added = viewer?.added(by: terms) ?? meant(by: terms)
        return [
            ("Organisation", name),
            ("It sees now", now.isEmpty ? "Nothing" : now),
            (label, added.isEmpty ? "Nothing more" : added.map(\.title).joined(separator: ", ")),
            (
                "For",
                matrix.asked.first { $0.code == terms.purpose }.map { "To \($0.words)" }
                    ?? "What is not among the purposes here any longer (\(terms.purpose))"
            ),
        ]
    }

    /// The kinds that were asked for and can be agreed to.
    func meant(by terms: ConsentTerms) -> [Casework.Category] { matrix.meant(by: terms) }

    /// The kinds that were asked for and can be agreed to, each with what a yes to it opens, to be agreed to one by one.
    func kinds(_ terms: ConsentTerms) -> [Choice] {
        let sight = viewers.first { $0.organisation == terms.recipient }?.sight
        return meant(by: terms).map {
            Choice($0.rawValue, $0.title.capitalisedFirst, hint: Self.meaning(of: $0, to: sight))
        }
    }

    private static func meaning(of category: Casework.Category, to sight: Sight?) -> String {
        guard let sight, let reason = sight.reason(for: category) else {
            return "It does not see this now. Without a yes it stays shut."
        }
        return sight.isForItsOwn(category)
            ? "It sees only its own part of this now. A yes opens the rest."
            : "It sees this already, whatever they answer. \(reason.sentence)"
    }
}
