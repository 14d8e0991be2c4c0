public import Kernel

/// What is held about a person's circumstances, day by day, with its certainty and on whose word.
///
/// What is recorded later wins over the days it covers; the days around it keep what was said of them before. A version
/// that lost a dispute, or was taken back, stays in the reports and no longer stands on any day.
public struct Circumstances: Sendable, Equatable {
    /// Every statement about a benefit that stands, in the order in which they were recorded.
    public private(set) var statements: [Stated] = []
    private var histories: [History] = []
    /// Every change that was told, in the order in which they were recorded.
    public internal(set) var changes: [ReportedChange] = []
    public private(set) var failures: [ContactFailure] = []
    public private(set) var confirmations: [ContactsConfirmed] = []
    public private(set) var checks: [CallerCheck] = []
    /// The contacts that stood in the details when they were registered or put right.
    private var details: [HeldCircumstance] = []

    public struct Stated: Sendable, Equatable {
        public let event: EventStamp
        public let statement: BenefitStatement
    }

    private struct History: Sendable, Equatable {
        let benefit: String
        /// In order of day, none sharing a day with another.
        var spells: [BenefitSpell]
    }

    public init() {}

    // MARK: Folding

    public mutating func apply(_ fact: CircumstanceFact, _ stamp: EventStamp) {
        switch fact {
        case .benefitStated(let statement): state(Stated(event: stamp, statement: statement))
        case .reported(let id, let terms, let detail, let told):
            changes.append(
                ReportedChange(id: id, terms: terms, detail: detail, event: stamp, told: told, since: stamp))
        case .acknowledged(let id, _): change(id) { $0.acknowledged[stamp.by.organisation] = stamp }
        case .applied(let id, _):
            change(id) {
                $0.acknowledged[stamp.by.organisation] = $0.acknowledged[stamp.by.organisation] ?? stamp
                $0.applied[stamp.by.organisation] = stamp
            }
        case .disputed(let id, _, let dispute, let other, let why):
            takeUp(id)
            change(id) {
                $0.disputes.append(ReportedChange.Dispute(id: dispute, event: stamp, other: other, why: why))
            }
        case .resolved(let id, _, let stands, let told, let why):
            change(id) {
                for index in $0.disputes.indices { $0.disputes[index].isOpen = false }
                $0.resolutions.append(ReportedChange.Resolution(event: stamp, stands: stands, why: why))
                if stands != .reported { $0.begin(stamp, telling: told) }
            }
            if stands != .reported { retract { $0.statement.change == id } }
        case .withdrawn(let event, _, let told, let why): withdraw(event, told, why, stamp)
        case .contactFailed(let kind, let reason, let told):
            failures.append(ContactFailure(kind: kind, reason: reason, told: told, event: stamp))
        case .contactsConfirmed(let kinds): confirmations.append(ContactsConfirmed(kinds: kinds, event: stamp))
        case .callerChecked(let caller, let questions, let passed):
            checks.append(CallerCheck(caller: caller, questions: questions, passed: passed, event: stamp))
        }
    }

    /// Takes the contacts out of somebody's details.
    mutating func apply(_ fact: CustomerFact, _ stamp: EventStamp) {
        switch fact {
        case .registered(_, let identity):
            for kind in ChangeKind.contacts where identity == .shut || identity.value?.contact(kind) != nil {
                put(kind, of: identity, stamp)
            }
        case .corrected(_, let fields, let identity):
            for kind in ChangeKind.contacts where fields.contains(kind.rawValue) { put(kind, of: identity, stamp) }
        case .erased(let erasure):
            let classes = Set(erasure.classes)
            if classes.contains(.identity) { details = details.map { $0.shut() } }
            for index in changes.indices where classes.contains(changes[index].kind.retention) { changes[index].shut() }
        case .emailChosen, .languageChosen, .needsStated, .takenUp, .givenBack, .toldOfKeeper, .untoldOfKeeper, .ledBy:
            break
        }
    }

    /// What waits for an organisation waits for another from now on, which has its place; for nobody in its stead where
    /// none has.
    /// - Parameter isHanded: which kinds of change go on to the other.
    mutating func hand(
        from: Identifier<Organisation>, to: Identifier<Organisation>?, _ isHanded: (ChangeKind) -> Bool = { _ in true }
    ) {
        for index in changes.indices
        where changes[index].waitingFor.contains(from) && isHanded(changes[index].kind) {
            var told: [Identifier<Organisation>] = []
            for one in changes[index].told.compactMap({ $0 == from ? to : $0 }) where !told.contains(one) {
                told.append(one)
            }
            changes[index].told = told
        }
    }

    private mutating func put(_ kind: ChangeKind, of identity: Sealed<Identity>, _ stamp: EventStamp) {
        let detail = HeldDetail(ChangeDetail(words: identity.value?.contact(kind)), isShut: identity == .shut)
        details.append(
            HeldCircumstance(
                kind: kind, detail: detail, from: stamp.recorded.day, certainty: .claimed, source: nil, event: stamp))
    }

    private mutating func change(_ id: Identifier<ReportedChange>, _ body: (inout ReportedChange) -> Void) {
        if let found = changes.firstIndex(where: { $0.id == id }) { body(&changes[found]) }
    }

    /// Makes what was recorded of a benefit by itself a report like any other, in its place among them.
    private mutating func takeUp(_ id: Identifier<ReportedChange>) {
        guard change(id) == nil, let found = change(orRecorded: id),
            let place = statements.firstIndex(where: { $0.event.id == found.event.id })
        else { return }
        statements[place] = Stated(event: found.event, statement: statements[place].statement.told(with: id))
        let later = changes.firstIndex { $0.event.sequence > found.event.sequence }
        changes.insert(found, at: later ?? changes.endIndex)
    }

    private mutating func withdraw(
        _ event: Identifier<Event<CaseFile>>, _ told: [Identifier<Organisation>], _ why: Sealed<Words>,
        _ stamp: EventStamp
    ) {
        guard let found = changes.firstIndex(where: { $0.event.id == event }) else {
            retract { $0.event.id == event }
            return
        }
        for index in changes[found].disputes.indices { changes[found].disputes[index].isOpen = false }
        changes[found].withdrawn = ReportedChange.Withdrawal(event: stamp, why: why)
        changes[found].begin(stamp, telling: told)
        let id = changes[found].id
        retract { $0.statement.change == id }
    }

    // MARK: Benefits

    private mutating func state(_ stated: Stated) {
        statements.append(stated)
        let spell = BenefitSpell(stated.statement, stated.event)
        if let found = histories.firstIndex(where: { $0.benefit == stated.statement.benefit }) {
            histories[found].spells = spell.laid(over: histories[found].spells)
        } else {
            histories.append(History(benefit: stated.statement.benefit, spells: [spell]))
        }
    }

    private mutating func retract(_ isRetracted: (Stated) -> Bool) {
        let rest = statements.filter { !isRetracted($0) }
        guard rest.count != statements.count else { return }
        statements = []
        histories = []
        for stated in rest { state(stated) }
    }

    /// As it would be held had a change never been told.
    func without(_ id: Identifier<ReportedChange>) -> Circumstances {
        var copy = self
        copy.retract { $0.statement.change == id }
        return copy
    }

    /// The benefits something was ever said of, by code.
    public var benefits: [String] { histories.map(\.benefit).sorted() }

    /// What is held of a benefit, in order of day; a day no spell covers was never spoken of.
    public func spells(of benefit: String) -> [BenefitSpell] {
        histories.firstIndex { $0.benefit == benefit }.map { histories[$0].spells } ?? []
    }

    /// What is held of a benefit on a day.
    public func status(benefit: String, on day: CalendarDay) -> BenefitStatus {
        guard let spell = spells(of: benefit).first(where: { $0.covers(day) }) else {
            return BenefitStatus(on: nil, certainty: .unknown, stamp: nil)
        }
        return BenefitStatus(on: spell.on, certainty: spell.certainty, stamp: spell.event)
    }
}

// MARK: Everything else

extension Circumstances {
    public func change(_ id: Identifier<ReportedChange>) -> ReportedChange? { changes.first { $0.id == id } }

    /// What was ever held of a kind and not taken back, in order of record; a later one wins over the days it covers.
    /// News of a job is none: jobs stand in their own record, where one can end while another goes on (ours).
    public func entries(of kind: ChangeKind) -> [HeldCircumstance] {
        var entries = details.filter { $0.kind == kind }
        for change in changes where change.kind == kind && !change.isNewsOfJob {
            guard let standing = change.standing else { continue }
            let decided = change.resolutions.last { if case .dispute = $0.stands { true } else { false } }
            let dispute = change.disputes.first { $0.other == standing && decided != nil }
            entries.append(
                HeldCircumstance(
                    kind: kind, detail: standing, from: change.terms.from, until: change.terms.until,
                    certainty: change.terms.certainty, source: dispute == nil ? change.terms.source : nil,
                    event: dispute?.event ?? change.event, change: change.id))
        }
        return entries.sorted { $0.event.sequence < $1.event.sequence }
    }

    /// What is held of a kind, in order of day; a day no spell covers was never spoken of.
    public func spells(of kind: ChangeKind) -> [HeldCircumstance] {
        entries(of: kind).reduce([]) { $1.laid(over: $0) }
    }

    /// What is held of a kind on a day.
    public func status(of kind: ChangeKind, on day: CalendarDay) -> CircumstanceStatus {
        let held = spells(of: kind).first { $0.covers(day) }
        let disputed = changes.last { $0.kind == kind && !$0.openDisputes.isEmpty }
        let failed = failures.last { $0.kind == kind && $0.event.sequence > (held?.event.sequence ?? 0) }
        return CircumstanceStatus(held: held, disputed: disputed, failed: held?.detail.open.words == nil ? nil : failed)
    }

    /// What is held of everything on a day; benefits stand by themselves.
    public func status(on day: CalendarDay) -> [ChangeKind: CircumstanceStatus] {
        var found: [ChangeKind: CircumstanceStatus] = [:]
        for kind in ChangeKind.allCases where kind != .benefit { found[kind] = status(of: kind, on: day) }
        return found
    }

    /// What is held of a kind on a day, where it is known or said and nobody disputes it.
    func undisputed(_ kind: ChangeKind, on day: CalendarDay) -> HeldCircumstance? {
        let status = status(of: kind, on: day)
        return status.disputed == nil && status.certainty != .unknown ? status.held : nil
    }

    /// The reports of convictions that are shut to a reader, whatever they agreed to: every one of which a version is
    /// protected, and what a protected version has taken the place of, since it is spent by now. They are the person's
    /// own, and nobody else's (K-004).
    func protected(from sight: Sight) -> Set<Identifier<ReportedChange>> {
        guard sight.relation != .oneself else { return [] }
        let told = changes.filter { $0.kind == .convictions }
        let spent = told.last { $0.standing?.open.isProtected($0.kind) ?? false }?.event.sequence ?? 0
        return Set(told.filter { $0.isProtected || $0.event.sequence < spent }.map(\.id))
    }

    /// Whether what a fact says of a conviction is shut to a reader, with the report that it is about.
    public func hides(_ fact: CircumstanceFact, from sight: Sight) -> Bool {
        guard fact.changeKind == .convictions else { return false }
        let kept = protected(from: sight)
        if case .withdrawn(let event, _, _, _) = fact {
            return changes.contains { $0.event.id == event && kept.contains($0.id) }
        }
        return fact.change.map { kept.contains($0) } ?? false
    }

    /// What one reader sees of it; nil when that is nothing.
    func seen(through sight: Sight) -> Circumstances? {
        guard ChangeKind.allCases.contains(where: { sight.sees($0.category) }) else { return nil }
        var copy = self
        if !sight.sees(.money) { copy.retract { _ in true } }
        let kept = protected(from: sight)
        copy.changes = changes.filter { sight.shows($0.id, in: $0.kind.category) && !kept.contains($0.id) }
        copy.failures = failures.filter { sight.sees($0.kind.category) }
        if !sight.sees(.contact) {
            copy.confirmations = []
            copy.checks = []
            copy.details = []
        }
        return copy
    }
}

extension Identity {
    /// A way to reach the person.
    public func contact(_ kind: ChangeKind) -> String? {
        switch kind {
        case .address: address
        case .phone: phone
        case .email: email
        default: nil
        }
    }

    /// With another way to reach them.
    /// - Refuses: what cannot be one.
    func with(_ kind: ChangeKind, _ words: String?, on today: CalendarDay) throws(Refusal) -> Identity {
        try Identity(
            given: given, family: family, born: born, nationalInsurance: nationalInsurance,
            address: kind == .address ? words : address, phone: kind == .phone ? words : phone,
            email: kind == .email ? words : email, on: today)
    }
}

extension Customer {
    /// Takes up the way to reach them that stands now. Another e-mail address needs agreement of its own.
    mutating func reach(by kind: ChangeKind, _ words: String?) {
        guard var now = identity.value, now.contact(kind) != words else { return }
        switch kind {
        case .address: now.address = words
        case .phone: now.phone = words
        case .email:
            now.email = words
            emailAgreed = nil
        default: return
        }
        identity = .open(now)
    }
}
