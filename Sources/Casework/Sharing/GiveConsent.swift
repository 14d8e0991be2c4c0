public import Kernel

/// Asks the person whether an organisation may see some of their record; nothing opens until they agree.
/// - Refuses: an organisation or a purpose that is not there, nothing asked for, a safety notice, a category that is not
///   shared for the purpose, and a question about nothing but what the organisation sees already, whatever the person
///   answers.
public struct AskConsent: CaseCommand {
    public let terms: ConsentTerms
    public let why: Words

    public init(terms: ConsentTerms, why: Words) {
        self.terms = terms
        self.why = why
    }

    public static let act = Act.askConsent

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try terms.requireSound(on: file, in: context)
        let viewer = file.viewers(matrix: context.sharing, on: context.today).first {
            $0.organisation == terms.recipient
        }
        if let viewer, terms.categories.allSatisfy(viewer.seesUnasked) {
            throw Refusal(
                "consent.seen",
                "That organisation sees this already, whatever the person says. Ask only about what it does not see.",
                rule: "K-007", field: "categories")
        }
        if file.consents.waiting.contains(where: { $0.terms == terms }) {
            throw Refusal("consent.asked", "The person has been asked this and has not answered yet.")
        }
        return [.sharing(.asked(Identifier(context.command), terms, .open(why)))]
    }
}

/// Records that the person agreed to share, until a day.
///
/// The person says so themselves or tells somebody who helps them; how is part of the record (K-007). It can be withdrawn
/// by the same people as easily.
/// - Refuses: an organisation or a purpose that is not there, no category, a safety notice, a category that is not shared
///   for the purpose, a last day that is past or further off than the matrix allows, and a route that is not theirs to
///   record.
public struct GiveConsent: CaseCommand {
    public let terms: ConsentTerms
    /// The last day it holds.
    public let until: CalendarDay
    public let how: ConsentRoute

    public init(terms: ConsentTerms, until: CalendarDay, how: ConsentRoute) {
        self.terms = terms
        self.until = until
        self.how = how
    }

    public static let act = Act.recordConsent

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try how.requireTold(to: context.actor)
        try terms.requireSound(on: file, in: context)
        try context.requireConsentDay(until)
        return [.sharing(.consented(Identifier(context.command), terms, until: until, how, request: nil))]
    }
}

/// Records what the person said when they were asked: yes to all of it, yes to some of it, or no.
///
/// What they said no to stays as it was, and nothing else follows: they are helped the same.
/// - Refuses: a question that is not there or has its answer, a route that is not theirs to record, and for a yes a
///   purpose that nobody is asked for any longer, a last day that `GiveConsent` refuses, no category at all, and a
///   category that was not asked for or is not shared for that purpose.
public struct AnswerConsent: CaseCommand {
    public let request: Identifier<ConsentRequest>
    /// What a yes is to; nil for all that was asked. A no is to all of it, whatever stands here.
    public let categories: [Category]?
    /// The last day of a yes; nil for a no.
    public let until: CalendarDay?
    public let how: ConsentRoute

    public init(
        request: Identifier<ConsentRequest>, categories: [Category]? = nil, until: CalendarDay?, how: ConsentRoute
    ) {
        self.request = request
        self.categories = categories
        self.until = until
        self.how = how
    }

    public static let act = Act.recordConsent
    public var staleness: Staleness { .mustHaveSeen([.sharing]) }

    /// What a yes to nothing is told, by the form and by the rule alike.
    public static let noneChosen = Refusal(
        "consent.none-chosen", "Choose at least one of the kinds that were asked for, or answer no.", rule: "K-007",
        field: "categories")

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try how.requireTold(to: context.actor)
        let asked = try file.consents.open(request)
        guard let until else { return [.sharing(.refused(asked.id, how))] }
        // A yes is to something that can be told; a matrix that was put in the place of another may not have it.
        guard context.sharing.purpose(asked.terms.purpose)?.isAsked == true else {
            throw Refusal(
                "consent.purpose-gone",
                "What this was asked for is not among the purposes here any longer, so nobody can say yes to it. Record a no, and ask anew for what it is needed for now.",
                rule: "K-007")
        }
        try context.requireConsentDay(until)
        let agreed = try asked.terms.agreed(to: categories)
        try agreed.requireMeant(in: context.sharing)
        return [.sharing(.consented(Identifier(context.command), agreed, until: until, how, request: asked.id))]
    }
}

extension Context {
    /// - Refuses: a last day that is past or further off than the matrix allows.
    func requireConsentDay(_ until: CalendarDay) throws(Refusal) {
        let last = today.adding(months: sharing.consentMonthsAtMost)
        guard today <= until, until <= last else {
            throw Refusal(
                "consent.until", "Choose a last day from today to \(last.written).",
                rule: "sharing.yaml: consent", field: "until")
        }
    }
}

/// Ends a consent at once. What the organisation recorded itself stays its own; it sees nothing more.
/// - Refuses: a consent that is not there or has ended.
public struct WithdrawConsent: CaseCommand {
    public let consent: Identifier<Consent>
    public let how: ConsentRoute

    public init(consent: Identifier<Consent>, how: ConsentRoute) {
        self.consent = consent
        self.how = how
    }

    public static let act = Act.recordConsent

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try how.requireTold(to: context.actor)
        guard let found = file.consents.given.first(where: { $0.id == consent }), found.holds(on: context.today) else {
            throw Refusal("consent.over", "This consent has ended already, so there is nothing to withdraw.")
        }
        return [.sharing(.withdrawn(found.id, how))]
    }
}

extension Consents {
    /// - Refuses: a question that is not there or has its answer.
    fileprivate func open(_ request: Identifier<ConsentRequest>) throws(Refusal) -> ConsentRequest {
        guard let found = requests.first(where: { $0.id == request }) else {
            throw Refusal("consent.no-request", "There is no such question about sharing here.")
        }
        guard found.answer == nil else {
            throw Refusal("consent.answered", "This question has had its answer. A change of mind is a new consent.")
        }
        return found
    }
}

extension ConsentRoute {
    /// - Refuses: `online` from anybody but the person, and any other word from the person themselves.
    func requireTold(to actor: Author) throws(Refusal) {
        guard (self == .online) == (actor.role == .customer) else {
            throw Refusal("consent.how", "Say how the person told you: in person, by phone or signed.", field: "how")
        }
    }
}
