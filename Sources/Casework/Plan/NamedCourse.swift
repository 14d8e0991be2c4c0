public import Kernel

/// A course or training as a line of a plan names it, so that somebody is not sent on the same again and again (G-010,
/// J-009).
///
/// A line is free text, so which words name a course, where its title stands and when two are alike is ours: titles in
/// small letters, the fewer words all among the more.
struct NamedCourse: Equatable {
    /// The words for what it is in; none where the line does not say.
    let title: Set<String>

    /// - Returns: nil for a line that names no course.
    init?(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let place = words.firstIndex(where: { Self.english.contains($0) || Self.welsh.contains($0) }) else {
            return nil
        }
        let rest = words[(place + 1)...].drop { Self.english.contains($0) }
        let named: [String]
        if Self.welsh.contains(words[place]) {
            // The title follows: `cwrs coginio yn y coleg`.
            named = Self.run(rest.drop { Self.between.contains($0) })
        } else {
            // `a basic computer course`, or else `a course in cooking`.
            let before = Self.run(words[..<place].reversed())
            let isLinked = rest.first.map { Self.links.contains($0) } ?? false
            named = before.isEmpty && isLinked ? Self.run(rest.drop { Self.between.contains($0) }) : before
        }
        title = Set(named.map(Self.single))
    }

    /// Whether both say what they are in, and all that one says the other says too.
    func isLike(_ other: NamedCourse) -> Bool {
        let (fewer, more) = title.count < other.title.count ? (title, other.title) : (other.title, title)
        return !fewer.isEmpty && fewer.isSubset(of: more)
    }

    /// The words up to the first that belongs to the sentence and not to the title.
    private static func run(_ words: some Sequence<String>) -> [String] {
        words.prefix(while: { !between.contains($0) })
    }

    /// Without the `s` of several: `computers` is `computer`.
    private static func single(_ word: String) -> String {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private static let english: Set<String> = [
        "course", "courses", "training", "class", "classes", "workshop", "workshops", "lesson", "lessons",
    ]
    private static let welsh: Set<String> = [
        "cwrs", "gwrs", "chwrs", "hyfforddiant", "gweithdy", "weithdy", "dosbarth", "ddosbarth",
    ]
    /// What stands between a course and its title after it.
    private static let links: Set<String> = ["in", "on", "about", "for", "as", "of"]
    private static let between: Set<String> = links.union([
        "a", "an", "the", "any", "another", "second", "next", "new", "same", "one", "two", "more", "no", "this", "that",
        "my", "your", "his", "her", "their", "our", "to", "at", "with", "by", "from", "and", "or", "until", "every",
        "i", "we", "go", "going", "attend", "start", "begin", "book", "take", "do", "finish", "complete", "join", "try",
        "find", "choose", "day", "week", "free", "short", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "ar", "ac", "y", "yr", "yn",
        "yng", "mewn", "am", "gyda", "erbyn", "bob", "arall", "newydd",
    ])
}

extension Plan {
    /// The courses on the plan that a line is like, whichever agency put them there, done or still to be done: those
    /// dropped or not done do not count, nor those joined with another.
    public func courses(like text: Words) -> [PlanAction] {
        guard let named = NamedCourse(text.text) else { return [] }
        return actions.filter { action in
            switch action.end {
            case .missed, .dropped, .joined: false
            case .done, nil: action.text.value.flatMap { NamedCourse($0.text) }?.isLike(named) ?? false
            }
        }
    }

    /// Those that an action is like and that were on the plan before it.
    public func courses(before action: PlanAction) -> [PlanAction] {
        action.text.value.map { courses(like: $0) }?.filter { $0.proposed.sequence < action.proposed.sequence } ?? []
    }
}

extension PlanAction {
    /// A course in a sentence, with who put it there and when:
    /// `“A CV course”, from Union Street Jobcentre on 3 May 2012, done on 9 May 2012`
    public func courseInSentence(_ name: (Identifier<Organisation>) -> String?) -> String {
        let who = proposer.organisation.map { name($0) ?? "another organisation" } ?? "the customer"
        let state =
            if case .done(_, let day, _, _) = end { "done on \(day.written)" } else { "not done yet" }
        return "“\(text.value?.text ?? "")”, from \(who) on \(proposed.recorded.day.written), \(state)"
    }
}

extension CaseFile {
    /// Why a course is put on the plan again. What a person sets for themselves needs no reason (G-008).
    /// - Refuses: one like another on the plan, while no reason is given (G-010).
    /// - Parameter changed: the action that is to say it, where it stands already.
    func reason(
        _ again: Words?, toRepeat text: Words, except changed: Identifier<PlanAction>? = nil, in context: Context
    ) throws(Refusal) -> Sealed<Words> {
        guard context.actor.planParty != .customer,
            let last = plan.courses(like: text).last(where: { $0.id != changed })
        else { return .shut }
        guard let again else {
            let course = last.courseInSentence { context.surroundings.organisations[$0] }
            throw Refusal(
                "plan.course-again",
                "There is a course like this on the plan: \(course). Plan something else, or say why it is needed again. The customer reads what you say.",
                rule: "G-010", field: "again")
        }
        return .open(again)
    }
}
