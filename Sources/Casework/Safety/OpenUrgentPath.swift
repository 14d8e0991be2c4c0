public import Kernel

/// Records that somebody may be in danger and that help is being got, in one step (K-019, G-079).
/// - Refuses: too many words.
public struct OpenUrgentPath: CaseCommand {
    /// What was heard; nil where there was no time to write it.
    public let words: Words?
    /// Whether it is kept from the person's own page and copy from the start, as where the danger is at home. Only the
    /// safeguarding lead shows it again (ours).
    public let hidden: Bool

    public init(words: Words? = nil, hidden: Bool = false) {
        self.words = words
        self.hidden = hidden
    }

    public static let act = Act.openUrgent
    /// The most characters of what was heard. Ours.
    public static let wordsAtMost = 500

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        guard (words?.text.count ?? 0) <= Self.wordsAtMost else {
            throw Refusal(
                "urgent.long", "Say it in \(Self.wordsAtMost) characters, as near to their own words as you can.",
                rule: "K-019", field: "words")
        }
        let path = Identifier<SafetyNotice>(context.command)
        let opened = Fact.safety(.urgentOpened(path, .open(UrgentTerms(words: words))))
        return hidden ? [opened, .safety(.hidden(path, true))] : [opened]
    }
}

/// Records who took over, by which the urgent path closes: nothing else closes it (G-079).
/// - Refuses: a path that is not there, is handed over already or is not told to whoever asks, and nobody named.
public struct HandOverUrgent: CaseCommand {
    public let path: Identifier<SafetyNotice>
    /// The person or the service that took over, by name.
    public let to: Words?
    public let route: UrgentRoute

    public init(path: Identifier<SafetyNotice>, to: Words?, route: UrgentRoute) {
        self.path = path
        self.to = to
        self.route = route
    }

    public static let act = Act.openUrgent
    /// The most characters of who took over. Ours.
    public static let nameAtMost = 200

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let found = file.safety.urgent.first(where: { $0.id == path }), found.isOpen,
            found.isTold(to: context.actor) || context.actor.role == .safeguardingLead
                || file.meets(context.actor.person, on: context.today)
        else {
            throw Refusal(
                "urgent.none", "This is not there, or somebody has taken over already. Look at the customer’s page.")
        }
        guard let to, !to.text.trimmed.isEmpty else {
            throw Refusal(
                "urgent.nobody",
                "Name the person or the service that took over. Until somebody has, ring the next number on the list.",
                rule: "G-079", field: "to")
        }
        guard to.text.count <= Self.nameAtMost else {
            throw Refusal(
                "urgent.long", "Name them in \(Self.nameAtMost) characters.", rule: "G-079", field: "to")
        }
        return [.safety(.urgentHandedOver(found.id, .open(UrgentHandover(to: to, route: route))))]
    }
}
