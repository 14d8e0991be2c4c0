public import Kernel

/// The record of one customer: what a stream of events amounts to. It is only ever made by folding them.
public struct CaseFile: Sendable, Equatable {
    public let id: Identifier<CaseFile>
    /// The number of the last event folded in; 0 for a case that does not exist yet.
    public private(set) var sequence = 0
    public private(set) var customer: Customer?
    /// What they need to be spoken with and written to, as it was said last; nil while nobody has.
    public private(set) var needs: StatedNeeds?
    /// The latest referral interview; a referral rests on it.
    public private(set) var referralInterview: ReferralInterview?
    public private(set) var referrals: [Referral] = []
    public private(set) var appointments: [Appointment] = []
    public private(set) var circumstances = Circumstances()
    public private(set) var employment = Employment()
    public private(set) var assessments = Assessments()
    public private(set) var consents = Consents()
    public private(set) var plan = Plan()
    public private(set) var rights = RightsRequests()
    public private(set) var merges = Merges()
    public private(set) var access = Access()
    public private(set) var voices = Voices()
    public private(set) var safety = Safety()
    public private(set) var joining = Joining()
    /// Who keeps each of the records that this one is made of.
    private var keepers: [Identifier<CaseFile>: Keepers] = [:]
    /// The last event that touched each category, for a form that must have seen it.
    public private(set) var touched: [Category: EventStamp] = [:]
    /// The place of the last event folded in; the same as its number, but where several streams are one record.
    private(set) var order = 0

    public init(id: Identifier<CaseFile>) { self.id = id }

    /// Folds the events of a record, from the first, in the order in which they were recorded. Those of other streams are
    /// left out unless the record has absorbed them.
    public init(id: Identifier<CaseFile>, folding events: some Sequence<Event<CaseFile>>) {
        self.init(id: id)
        let own = MergedStreams.select(Array(events), for: id)
        merges = Merges(before: own, of: id)
        for event in own { apply(event) }
    }

    /// Folds one event in.
    public mutating func apply(_ event: Event<CaseFile>) {
        let isOwn = event.subject == id
        if isOwn { sequence = event.sequence }
        order = max(order + 1, isOwn ? sequence : 0)
        let stamp = EventStamp(event, sequence: order)
        touched[event.fact.category] = EventStamp(event, sequence: sequence)
        switch event.fact {
        case .customer(let fact):
            if isOwn { apply(fact, stamp) }
            keep(fact, of: event.subject, stamp)
            StatedNeeds.apply(fact, stamp, isOwn: isOwn, to: &needs)
        case .referral(let fact):
            if let interview = ReferralInterview(fact, stamp) { referralInterview = interview }
            move(stamp) { Referral.apply(fact, stamp, to: &$0) }
        case .appointment(let fact): Appointment.apply(fact, stamp, to: &appointments)
        case .circumstance(let fact):
            // Which contacts stand after a merge is settled by its form, not by the other record's reports.
            let contact = fact.changeKind.flatMap { $0.isContact ? $0 : nil }
            guard isOwn || contact == nil else { break }
            circumstances.apply(fact, stamp)
            if let contact { reach(by: contact, on: stamp.recorded.day) }
        case .employment(let fact): employment.apply(fact, stamp)
        case .assessment(let fact): assessments.apply(fact, stamp)
        case .sharing(let fact): consents.apply(fact, stamp)
        case .plan(let fact): plan.apply(fact, stamp)
        case .rights(let fact): rights.apply(fact, stamp)
        case .merge(let fact): apply(fact, stamp, of: event.subject)
        case .access(let fact): access.apply(fact, stamp)
        case .voice(let fact): voices.apply(fact, stamp)
        case .chain(let fact): move(stamp) { Referral.apply(fact, stamp, to: &$0) }
        case .safety(let fact): safety.apply(fact, stamp)
        case .joining(let fact): joining.apply(fact, stamp)
        }
    }

    private mutating func apply(_ fact: CustomerFact, _ stamp: EventStamp) {
        guard let fact = fact.apart(from: merges, customer?.identity.value) else { return }
        Customer.apply(fact, stamp, to: &customer)
        circumstances.apply(fact, stamp)
        if case .erased(let erasure) = fact { rights.apply(erasure, stamp) }
    }

    private mutating func apply(_ fact: MergeFact, _ stamp: EventStamp, of subject: Identifier<CaseFile>) {
        let isOwn = subject == id
        if isOwn { merges.apply(fact, stamp) }
        if case .absorbed(let absorbed) = fact, !merges.undone.contains(stamp.id) {
            Referral.joinDuplicates(&referrals, stamp)
            if let others = keepers.removeValue(forKey: absorbed.other) {
                let left = keepers[subject]?.join(others, on: stamp.recorded.day) ?? []
                for keeper in left { hand(keeper.organisation, keeper.home, of: subject) }
            }
            if let own = keepers[id] { customer?.keepers = own }
            guard isOwn else { return }
            customer?.drawToken = absorbed.drawToken
            if let correction = absorbed.correction(stamp) { apply(correction, stamp) }
        }
        guard isOwn else { return }
        // What came from the other record, or went with it, is new to whoever had this one before them.
        for category in touched.keys { touched[category] = touched[.sharing] }
    }
}

extension CaseFile {
    /// Notes who keeps one of the records that this one is made of.
    private mutating func keep(_ fact: CustomerFact, of subject: Identifier<CaseFile>, _ stamp: EventStamp) {
        switch fact {
        case .registered(let registration, _): keepers[subject] = Keepers(Keepers.Keeper(registration, stamp))
        case .takenUp(let taken):
            let left = keepers[subject]?.take(Keepers.Keeper(taken, stamp), on: stamp.recorded.day)
            if let left { hand(left, taken.home, of: subject) }
        case .givenBack(let given):
            // What was given back while two records were one went with the one that had been taken up.
            let records = [subject] + keepers.keys.filter { $0 != subject }.sorted()
            let taken = records.first { keepers[$0]?.isTakenUp(by: given.organisation) == true }
            guard let taken, let home = keepers[taken]?.home(of: given.organisation) else { return }
            keepers[taken]?.giveBack(given.organisation, on: stamp.recorded.day)
            hand(given.organisation, home, of: taken)
        case .toldOfKeeper: keepers[subject]?.tell(of: stamp.by.organisation, stamp)
        case .untoldOfKeeper(let told, _): for record in keepers.keys { keepers[record]?.untell(told) }
        case .ledBy(let organisation, let person): keepers[subject]?.name(person, at: organisation, stamp)
        case .corrected, .emailChosen, .languageChosen, .needsStated, .erased: return
        }
        if let own = keepers[id] { customer?.keepers = own }
    }

    /// What waited for an organisation that keeps a record no longer waits for the one that has its place. Where none
    /// has, its questions wait for whoever keeps the record still.
    private mutating func hand(
        _ left: Identifier<Organisation>, _ home: CustomerHome, of subject: Identifier<CaseFile>
    ) {
        guard let kept = keepers[subject], !keepers.values.contains(where: { $0.contains(left) }) else { return }
        let next = kept.organisation(home)
        circumstances.hand(from: left, to: next)
        voices.hand(from: left, to: next ?? kept.leading)
    }

    /// Takes up what happened to the referrals. Where one of the chain has the person in another's place, what waited for
    /// that other waits for it; what the other was told because the person agreed goes on to nobody (K-007).
    private mutating func move(_ stamp: EventStamp, _ body: (inout [Referral]) -> Void) {
        let before = referral
        body(&referrals)
        guard let now = referral, now.id == before?.id, let left = before?.holder, let next = now.holder,
            !now.providers.contains(left)
        else { return }
        let day = stamp.recorded.day
        let agreed = Set(consents.given.filter { $0.terms.recipient == left }.flatMap(\.terms.categories))
        let kept = Set(ChangeKind.allCases.filter { isTied(left, for: $0.category, on: day) })
        circumstances.hand(from: left, to: next) { !agreed.contains($0.category) && !kept.contains($0) }
    }

    /// Takes the way to reach the person that stands now into their details.
    private mutating func reach(by kind: ChangeKind, on day: CalendarDay) {
        let held = circumstances.status(of: kind, on: day).held
        guard held?.detail.isShut != true else { return }
        customer?.reach(by: kind, held?.detail.open.words)
    }

    /// As it would stand had a change never been told.
    func without(_ change: Identifier<ReportedChange>) -> CaseFile {
        var copy = self
        copy.circumstances = circumstances.without(change)
        return copy
    }

    /// As it would stand if something were said of a benefit.
    func supposing(_ statement: BenefitStatement) -> CaseFile {
        var copy = self
        if let stamp = customer?.registered { copy.circumstances.apply(.benefitStated(statement), stamp) }
        return copy
    }
}

extension CaseFile: EventSubject {
    public typealias Fact = Casework.Fact
    public static let stream = "case"
}

/// The envelope of an event without its fact: which one it was, when, and whose.
public struct EventStamp: Sendable, Hashable {
    public let id: Identifier<Event<CaseFile>>
    public let sequence: Int
    public let occurred: Occurrence
    public let recorded: Instant
    public let by: Author

    /// - Parameter sequence: its place in the record, when that is not its number in the stream.
    public init(_ event: Event<CaseFile>, sequence: Int? = nil) {
        id = event.id
        self.sequence = sequence ?? event.sequence
        occurred = event.occurred
        recorded = event.recorded
        by = event.by
    }

    /// The day it happened.
    public var day: CalendarDay { occurred.day }
}

extension CaseFile {
    /// The person, for a command that needs one to exist.
    /// - Refuses: when nobody is registered under this reference.
    public func registered() throws(Refusal) -> Customer {
        guard let customer else {
            throw Refusal(
                "case.none", "There is no customer with this reference. Search by name or national insurance number.")
        }
        return customer
    }

    /// The referral in force: the latest that was not withdrawn.
    public var referral: Referral? { referrals.last { $0.withdrawn == nil } }

    /// - Refuses: when the person is not on a programme.
    public func currentReferral() throws(Refusal) -> Referral {
        guard let referral else {
            throw Refusal("referral.none", "This customer has not been referred to a programme. Refer them first.")
        }
        return referral
    }
}
