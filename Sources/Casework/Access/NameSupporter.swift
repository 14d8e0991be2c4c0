public import Kernel

/// Names somebody who may act for the person: what they may see and do, and until when. The person says so
/// themselves, or tells somebody who helps them.
/// - Refuses: no name, nothing allowed, a last day that is past or too far off, and a route that is not theirs to record.
public struct NameSupporter: CaseCommand {
    public let details: SupporterDetails
    public let terms: SupporterTerms
    public let how: ConsentRoute

    public init(details: SupporterDetails, terms: SupporterTerms, how: ConsentRoute) {
        self.details = details
        self.terms = terms
        self.how = how
    }

    public static let act = Act.nameSupporter

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try how.requireTold(to: context.actor)
        let details = SupporterDetails(name: details.name.trimmed, relationship: details.relationship.trimmed)
        guard !details.name.isEmpty, details.name.count <= 100, details.relationship.count <= 100 else {
            throw Refusal("supporter.name", "Give a name of at most 100 characters.", field: "name")
        }
        guard !terms.rights.isEmpty else {
            throw Refusal("supporter.nothing", "Choose at least one thing they may do.", field: "may")
        }
        let last = context.today.adding(months: AccessLimits.supporterMonths)
        guard context.today <= terms.until, terms.until <= last else {
            throw Refusal(
                "supporter.until", "Choose a last day from today to \(last.written).", rule: "ours", field: "until")
        }
        let id = Identifier<Supporter>(context.command)
        return [
            .access(.supporterNamed(id, terms, how: how, .open(details))),
            .access(.invited(Identifier(context.command), supporter: id, .paper)),
        ]
    }
}

/// Makes a supporter another code, for the next time they come.
/// - Refuses: a supporter who is not there or whose time has ended.
public struct InviteSupporter: CaseCommand {
    public let supporter: Identifier<Supporter>

    public init(supporter: Identifier<Supporter>) { self.supporter = supporter }

    public static let act = Act.nameSupporter

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.access.supporter(supporter, holdingOn: context.today)
        return [.access(.invited(Identifier(context.command), supporter: found.id, .paper))]
    }
}

/// Ends what a supporter may do, at once. What they did stays on record as theirs.
/// - Refuses: a supporter who is not there or whose time has ended, and a route that is not theirs to record.
public struct EndSupporter: CaseCommand {
    public let supporter: Identifier<Supporter>
    public let how: ConsentRoute

    public init(supporter: Identifier<Supporter>, how: ConsentRoute) {
        self.supporter = supporter
        self.how = how
    }

    public static let act = Act.nameSupporter

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try how.requireTold(to: context.actor)
        let found = try file.access.supporter(supporter, holdingOn: context.today)
        return [.access(.supporterEnded(found.id, how: how))]
    }
}
