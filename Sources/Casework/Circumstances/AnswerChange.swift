public import Kernel

/// Says that an organisation has had word of a change.
/// - Refuses: a change that is not there, or that the organisation was not told, and word that was had before.
public struct AcknowledgeChange: CaseCommand {
    public let change: Identifier<ReportedChange>

    public init(change: Identifier<ReportedChange>) { self.change = change }

    public static let act = Act.answerChange

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.change(change, toldTo: context.actor)
        guard found.acknowledged[context.actor.organisation] == nil else {
            throw Refusal("change.acknowledged", "Your organisation has acknowledged this already.")
        }
        return [.circumstance(.acknowledged(change, found.kind))]
    }
}

/// Says that an organisation's own records now hold a change. When everybody who was told has, it is applied everywhere.
/// - Refuses: what `AcknowledgeChange` refuses, and a version that is disputed.
public struct ApplyChange: CaseCommand {
    public let change: Identifier<ReportedChange>

    public init(change: Identifier<ReportedChange>) { self.change = change }

    public static let act = Act.answerChange
    public var staleness: Staleness { .harmless }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.change(change, toldTo: context.actor)
        guard found.applied[context.actor.organisation] == nil else {
            throw Refusal("change.applied", "Your organisation's records hold this already.")
        }
        guard found.openDisputes.isEmpty else {
            throw Refusal(
                "change.disputed",
                "Somebody holds another version of this. Wait until it is decided which stands; both are kept.")
        }
        return [.circumstance(.applied(change, found.kind))]
    }
}

/// Sets another version against a change that was told, or says that it is wrong. Both are kept until a person decides.
/// The person can say it of a benefit that was recorded by itself too, by the id of its event.
/// - Refuses: a change the organisation, or the person, has no part in, one that was taken back, a version that is the
///   same, and no reason.
public struct DisputeChange: CaseCommand {
    public let change: Identifier<ReportedChange>
    /// What is held to be so instead; nil when it is only said that the report is wrong.
    public let other: ChangeDetail?
    public let why: Words

    public init(change: Identifier<ReportedChange>, other: ChangeDetail?, why: Words) {
        self.change = change
        self.other = other
        self.why = why
    }

    public static let act = Act.answerChange

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found =
            context.actor.role == .customer
            ? try file.openChange(change) : try file.change(change, toldTo: context.actor)
        guard found.withdrawn == nil else {
            throw Refusal("change.withdrawn", "This was taken back, so there is nothing to dispute.")
        }
        let other = try self.other.map { other throws(Refusal) in
            try other.checked(found.kind, on: file, today: context.today)
        }
        guard other == nil || other != found.standing?.value else {
            throw Refusal("change.same-version", "This is the same as what was told.", field: "detail")
        }
        return [
            .circumstance(
                .disputed(
                    change, found.kind, Identifier(context.command), other: other.map { HeldDetail($0) }, .open(why)))
        ]
    }
}

/// Decides which version of a disputed change stands, with a reason. The versions that do not stand stay in the record.
/// - Refuses: a change nobody disputes, a version that is not there, whoever set a version against it themselves, and
///   whoever told it from their own records while somebody else at their organisation could decide.
public struct ResolveChange: CaseCommand {
    public let change: Identifier<ReportedChange>
    public let stands: ReportedChange.Standing
    public let why: Words

    public init(change: Identifier<ReportedChange>, stands: ReportedChange.Standing, why: Words) {
        self.change = change
        self.stands = stands
        self.why = why
    }

    public static let act = Act.resolveChange
    public var staleness: Staleness { .mustHaveSeen([.contact, .household, .health, .convictions, .money, .work]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.openChange(change)
        _ = try file.basis(of: found.kind, in: context)
        guard !found.openDisputes.isEmpty else {
            throw Refusal("change.undisputed", "Nobody disputes this, so there is nothing to decide.")
        }
        guard !found.openDisputes.contains(where: { $0.event.by.person == context.actor.person }) else {
            throw Refusal(
                "change.own-dispute",
                "You gave one of the versions. Ask a colleague to decide, so that somebody else weighs both.",
                rule: "ours")
        }
        try requireNotOwnReport(found, in: context)
        var told = file.concerned(by: found.kind, in: context, but: context.actor)
        if found.standing?.value?.isProtected(found.kind) ?? false { told = [] }
        guard case .dispute(let id) = stands else {
            return [.circumstance(.resolved(change, found.kind, stands, told: told, .open(why)))]
        }
        guard let dispute = found.openDisputes.first(where: { $0.id == id }) else {
            throw Refusal("change.no-version", "Choose one of the versions that are set out.", field: "stands")
        }
        guard let other = dispute.other else {
            throw Refusal(
                "change.no-other",
                "This only says that the report is wrong. Choose that what was held before stands, or ask what is right.",
                field: "stands")
        }
        // Whoever gave the version that stands holds it already.
        if dispute.event.by.role != .customer { told.removeAll { $0 == dispute.event.by.organisation } }
        let resolved = Fact.circumstance(.resolved(change, found.kind, stands, told: told, .open(why)))
        guard found.kind == .benefit, let statement = other.open.statement(found, dispute, on: file) else {
            return [resolved]
        }
        return [resolved, .circumstance(.benefitStated(statement))]
    }

    /// Whoever only wrote down what the person said has given no version of their own.
    private func requireNotOwnReport(_ found: ReportedChange, in context: Context) throws(Refusal) {
        guard !found.terms.source.isOwn, found.event.by.person == context.actor.person else { return }
        let involved = Set(found.openDisputes.map(\.event.by.person) + [context.actor.person])
        let isAlone = context.surroundings.deciders.map { $0.isSubset(of: involved) } ?? false
        guard isAlone else {
            throw Refusal(
                "change.own-report",
                "You told this from your own records. Ask a colleague to decide, so that somebody else weighs both versions.",
                rule: "ours")
        }
    }
}

extension ChangeDetail {
    /// The benefit as the other version has it: known only on the word of a body that pays it.
    fileprivate func statement(
        _ change: ReportedChange, _ dispute: ReportedChange.Dispute, on file: CaseFile
    ) -> BenefitStatement? {
        guard let code, let on else { return nil }
        let by = dispute.event.by
        let pays = file.isPaidBenefits(by: by)
        let isCouncil = file.customer?.keepers.home(of: by.organisation) == .council
        return BenefitStatement(
            benefit: code, on: on, from: change.terms.from, until: change.terms.until,
            certainty: pays && change.terms.from <= dispute.event.recorded.day ? .known : .claimed,
            source: pays ? .jobcentre : by.role == .customer ? .customer : isCouncil ? .council : .provider)
    }
}

/// Takes back what was recorded in error, by naming its event; what was held before stands again, and everybody who was
/// told is told that too.
/// - Refuses: an event that told no change, one taken back already, another organisation's, unless it is asked by
///   whoever keeps the record, and news of a job, which goes with the record of the job.
public struct WithdrawChange: CaseCommand {
    public let event: Identifier<Event<CaseFile>>
    public let why: Words

    public init(event: Identifier<Event<CaseFile>>, why: Words) {
        self.event = event
        self.why = why
    }

    public static let act = Act.reportChange

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = file.circumstances
        let change = held.changes.first { $0.event.id == event }
        let stated = held.statements.first { $0.event.id == event }
        guard let by = (change?.event ?? stated?.event)?.by else {
            throw Refusal("change.none", "There is no such change here. Look at the list again.")
        }
        guard change?.withdrawn == nil else {
            throw Refusal("change.withdrawn", "This was taken back already.")
        }
        if change == nil, stated?.statement.change != nil {
            throw Refusal("change.part", "This was told with a change. Take the change back instead.")
        }
        let kind = change?.kind ?? .benefit
        _ = try file.basis(of: kind, in: context)
        let actor = context.actor
        let isOwn = actor.role == .customer ? by.person == actor.person : by.organisation == actor.organisation
        guard isOwn || actor.role != .customer && file.customer?.keepers.contains(actor.organisation) == true else {
            throw Refusal(
                "change.not-yours",
                "Somebody else told this. If it is wrong, dispute it and say what is right; both are kept.")
        }
        if let change {
            guard !change.isNewsOfJob else {
                throw Refusal(
                    "change.of-job", "This came with the record of a job. Take back the job, or its end, instead.",
                    rule: "ours")
            }
            return [file.takingBack(change, why, in: context)]
        }
        let concerned = file.concerned(by: kind, in: context, but: actor)
        return [.circumstance(.withdrawn(event, kind, told: concerned, .open(why)))]
    }
}

extension CaseFile {
    /// Takes a report back, and tells those who were told it.
    func takingBack(_ change: ReportedChange, _ why: Words, in context: Context) -> Fact {
        let told = Set(change.told + change.applied.keys)
        let concerned = concerned(by: change.kind, in: context, but: context.actor).filter { told.contains($0) }
        return .circumstance(.withdrawn(change.event.id, change.kind, told: concerned, .open(why)))
    }

    /// - Refuses: a change that is not there.
    func openChange(_ id: Identifier<ReportedChange>) throws(Refusal) -> ReportedChange {
        guard let change = circumstances.change(orRecorded: id) else {
            throw Refusal("change.none", "There is no such change here. Look at the list again.")
        }
        return change
    }

    /// - Refuses: a change that is not there, or that somebody's organisation was not told.
    func change(_ id: Identifier<ReportedChange>, toldTo actor: Author) throws(Refusal) -> ReportedChange {
        let change = try openChange(id)
        guard actor.role != .customer, change.told.contains(actor.organisation) else {
            throw Refusal(
                "change.not-told", "Your organisation was not told this change, so it has nothing to answer.")
        }
        return change
    }
}
