public import Kernel

/// What one reader may see of one case, and why (design §5). No page, list or export gets a `CaseFile`; it gets what this
/// lets through.
public struct Sight: Sendable, Equatable {
    public let role: Role
    public let relation: Relation
    private let reasons: [Category: Reason]
    let matrix: SharingMatrix
    let today: CalendarDay
    /// Whose reader it is; nil for the person themselves, and for nobody in particular.
    let organisation: Identifier<Organisation>?
    /// What the person agreed to show the reader's organisation, whatever else it is to them.
    private let agreed: Set<Category>
    /// The things that an organisation which no longer has the person goes on reading, by their references.
    private let kept: Set<String>
    /// The urgent paths of which the reader is told that they are open, whatever else they see (K-019).
    private let urgent: Set<Identifier<SafetyNotice>>

    /// - Parameters:
    ///   - matrix: what the relation opens on the day.
    ///   - supporter: what the reader may see for the person, when they are a supporter.
    ///   - consents: what the person agreed that the reader's organisation may see; those that do not hold open nothing.
    ///   - kept: the things that an organisation which no longer has the person goes on reading, by their references.
    ///   - complaints: the complaints among them, which are about that organisation.
    ///   - urgent: the urgent paths of which the reader is told, whatever else they see.
    public init(
        role: Role, relation: Relation, matrix: SharingMatrix, consents: [Consent] = [],
        supporter: SupporterTerms? = nil, on day: CalendarDay, organisation: Identifier<Organisation>? = nil,
        meets: Bool = false, kept: Set<String> = [], complaints: Set<String> = [],
        urgent: Set<Identifier<SafetyNotice>> = []
    ) {
        self.role = role
        self.relation = relation
        self.matrix = matrix
        today = day
        self.organisation = organisation
        self.kept = kept.union(complaints)
        self.urgent = urgent
        var reasons: [Category: Reason] = [:]
        var agreed: Set<Category> = []
        if relation == .oneself {
            for category in Category.allCases { reasons[category] = Reason(.ownRecord, relation) }
        } else if relation == .supporter {
            for category in Category.allCases where supporter?.opens(category) == true {
                reasons[category] = Reason(.consent, relation)
            }
        } else if relation != .none {
            for consent in consents where consent.holds(on: day) {
                // What it was never for stays shut, though an earlier consent names it (K-038).
                let opened = matrix.meant(by: consent.terms)
                for category in opened { reasons[category] = Reason(consent, matrix) }
                agreed.formUnion(opened)
            }
            for category in Category.allCases {
                if let row = matrix.row(relation, category, on: day) { reasons[category] = Reason(row, matrix) }
            }
        }
        // Of what was asked and complained of, whoever had the person before reads a complaint about itself and no more.
        if relation == .past || relation == .former, complaints.isEmpty, !agreed.contains(.voice) {
            reasons[.voice] = nil
        }
        // Whoever meets the person sees how to do so safely, and nobody else but the safeguarding lead does.
        if ![.oneself, .supporter, .none, .past, .commissions].contains(relation), meets || role == .safeguardingLead {
            reasons[.safety] = Reason(meeting: role != .safeguardingLead)
        }
        if role == .safeguardingLead { reasons = reasons.filter { [.identity, .safety].contains($0.key) } }
        self.reasons = reasons
        self.agreed = agreed
    }

    /// Why a reader sees a category, in words the customer reads too.
    public struct Reason: Sendable, Equatable {
        public let basis: SharingBasis
        /// What it is seen for, in words that follow “to”; nil where the ground says it already.
        public let purpose: String?
        public let sentence: String

        init(_ basis: SharingBasis, _ relation: Relation) {
            self.basis = basis
            purpose = nil
            sentence = "Seen by \(relation.words), under \(basis.words)."
        }

        init(_ row: SharingMatrix.Row, _ matrix: SharingMatrix) {
            basis = row.basis
            purpose = matrix.purpose(row.purpose)?.words
            let why = purpose.map { ": to \($0)" } ?? ""
            sentence = "Seen by \(row.relation.words), under \(basis.words)\(why)."
        }

        /// - Parameter meeting: whether the reader meets the person.
        init(meeting: Bool) {
            basis = .vitalInterests
            purpose = nil
            sentence =
                "Seen by \(meeting ? "whoever meets this person" : "the safeguarding lead"), under \(basis.words)."
        }

        init(_ consent: Consent, _ matrix: SharingMatrix) {
            basis = .consent
            purpose = matrix.purpose(consent.terms.purpose)?.words
            let why = purpose.map { " to \($0)" } ?? ""
            sentence =
                "Seen because the person agreed on \(consent.given.recorded.day.written) to share it\(why), "
                + "until \(consent.until.written)."
        }
    }

    /// - Returns: the reason, or nil when this reader does not see the category.
    public func reason(for category: Category) -> Reason? { reasons[category] }

    /// Every ground by which the reader sees anything of the case, each once, in the order in which categories are
    /// declared: what stands with a look (K-007). Empty when they see nothing.
    public var grounds: [String] {
        var found: [String] = []
        for category in Category.allCases {
            guard let reason = reasons[category], !found.contains(reason.sentence) else { continue }
            found.append(reason.sentence)
        }
        return found
    }

    public func sees(_ category: Category) -> Bool { reasons[category] != nil }

    /// Whether of who the person is the reader sees more than the name: somebody who acts for them needs neither their
    /// birth date nor their national insurance number.
    public var seesBirthAndNumber: Bool { sees(.identity) && relation != .supporter }

    /// Whether of a category the reader sees no more than what their organisation wrote itself and what it keeps for the
    /// proof of what it is paid for, because it no longer has the person (design §5).
    public func isForItsOwn(_ category: Category) -> Bool {
        relation == .past || (relation == .former && !agreed.contains(category))
    }

    /// Whether one thing of a category is shown: an appointment, a job.
    func shows<T>(_ thing: Identifier<T>, in category: Category) -> Bool {
        sees(category) && (!isForItsOwn(category) || kept.contains(thing.description))
    }

    /// Whether an event is shown: by its category, and to whoever had the person before by whose it is, too.
    public func reads(_ event: Event<CaseFile>) -> Bool {
        let category = event.fact.category
        guard isForItsOwn(category) else { return sees(category) }
        if event.by.organisation == organisation { return category != .safety }
        return (relation == .former || category == .voice) && sees(category)
            && !kept.isDisjoint(with: event.fact.things.union([event.id.description]))
    }

    /// Whether names and words are opened at all. A reader of payments works from codes and dates: the stream is folded
    /// for them with no keys, so there is nothing to leak.
    public var opensSealed: Bool { relation != .commissions && relation != .none }

    /// Whether the reader is told that an urgent path is open: as they see how to meet the person, or as it is theirs. The
    /// person themselves needs no telling, and whoever had them before another of the chain is told nothing.
    func tells(_ path: UrgentPath) -> Bool {
        guard ![.oneself, .supporter, .none, .past, .commissions].contains(relation) else { return false }
        return sees(.safety) || urgent.contains(path.id)
    }

    /// What the reader sees of a file.
    public func see(_ file: CaseFile) -> SeenCase { SeenCase(file, through: self) }
}

extension CaseFile {
    /// What somebody may see of this case on a day.
    public func sight(
        of actor: Author, as relation: Relation, matrix: SharingMatrix, on day: CalendarDay
    ) -> Sight {
        Sight(
            role: actor.role, relation: relation, matrix: matrix,
            consents: consents.holding(for: actor.organisation, on: day),
            supporter: relation == .supporter ? supporter(as: actor.person)?.terms : nil, on: day,
            organisation: [.oneself, .supporter].contains(relation) ? nil : actor.organisation,
            meets: meets(actor.person, on: day),
            kept: relation == .former || relation == .past ? kept(by: actor.organisation) : [],
            complaints: Set(
                voices.all.filter { $0.kind == .complaint && $0.to == actor.organisation }.map(\.id.description)),
            urgent: Set(safety.urgent.filter { $0.isTold(to: actor) }.map(\.id)))
    }

    /// The things that an organisation which no longer has the person goes on reading: the referrals it had and the
    /// interview before them, the appointments with it and the one that attached the person, what it told, and the work
    /// that may count for it.
    private func kept(by organisation: Identifier<Organisation>) -> Set<String> {
        let had = referrals.filter { $0.providers.contains(organisation) }
        var kept = Set(had.map(\.id.description))
        if let interview = referralInterview?.event,
            had.contains(where: { interview.recorded <= $0.made.recorded })
        {
            kept.insert(interview.id.description)
        }
        let attaching = Set(had.flatMap { events(provingAttachment: $0) ?? [] })
        kept.formUnion(
            appointments.filter { meeting in
                meeting.office == organisation || meeting.outcome.map { attaching.contains($0.event.id) } ?? false
            }.map(\.id.description))
        kept.formUnion(
            circumstances.changes.filter { $0.event.by.organisation == organisation }.map(\.id.description))
        if let last = lastDayOfWork(with: organisation) {
            kept.formUnion(employment.jobs(begunBy: last).map(\.id.description))
        }
        return kept
    }
}

/// The ground in law for a share (K-007).
public enum SharingBasis: String, Sendable, CaseIterable {
    case publicTask = "public-task"
    case legalObligation = "legal-obligation"
    case vitalInterests = "vital-interests"
    case consent
    case ownRecord = "own-record"

    public var words: String {
        switch self {
        case .publicTask: "a public task"
        case .legalObligation: "a duty to account for public money"
        case .vitalInterests: "the protection of somebody's life"
        case .consent: "your consent"
        case .ownRecord: "your right to your own record"
        }
    }
}

/// A case as one reader sees it. What is not theirs to see is nil or empty, never blanked text.
public struct SeenCase: Sendable, Equatable {
    public let id: Identifier<CaseFile>
    public let sequence: Int
    public let sight: Sight
    /// Without contacts and the national insurance number where those are not for this reader.
    public let identity: Identity?
    /// The birth date; nil when it is not for this reader.
    public let born: CalendarDay?
    /// When the person agreed to be written to by e-mail.
    public let emailAgreed: EventStamp?
    /// The language the person reads; nil while nobody has said.
    public let language: Language?
    /// What they need to be spoken with and written to; nil while nobody has said, or when it is not for this reader.
    public let needs: StatedNeeds?
    public let registered: EventStamp?
    /// Who keeps the record.
    public let keepers: Keepers?
    /// Those who took the record up and of whom the person has not heard, for whoever sees who keeps it.
    let untoldKeepers: [Keepers.Keeper]
    public let interview: ReferralInterview?
    public let referrals: [Referral]
    /// Without what is said of one that is of categories which are not for this reader.
    public let appointments: [Appointment]
    /// Without what is in categories that are not for this reader; nil when none of it is.
    public let circumstances: Circumstances?
    public let employment: Employment?
    /// Without answers and barriers in categories that are not for this reader.
    public let assessments: Assessments?
    /// What the person agreed to share, and was asked; nil when it is not for this reader.
    public let consents: Consents?
    /// What they released in packets, for them and for whoever reads it at the service, whether or not it holds still.
    public let applications: [Consent]
    /// What the person asked about their own record; nil when it is not for this reader.
    public let rights: RightsRequests?
    /// Which other records of the person are part of this one; nil when it is not for this reader.
    public let merges: Merges?
    /// What was erased of the record, and when.
    public let erasures: [Customer.Erased]
    /// Which organisations can open the case, for the same readers.
    public let viewers: [Viewer]
    /// How to meet them safely, on the day; nil when it is not for this reader.
    public let safety: Safety?
    /// The urgent paths that are open, for whoever is told of them; without what was heard where `safety` is not for them.
    public let urgent: [UrgentPath]
    /// When two records that were one were taken apart, for whoever sees referrals.
    let parted: EventStamp?
    /// The sessions they were invited to, what they were told of joining and what they decided; nil when it is not for
    /// this reader.
    public let joining: Joining?
    /// Without the names of barriers in categories that are not for this reader; nil when the plan is not.
    public let plan: Plan?
    /// Who comes to the person's own page, and who acts for them; for those who see what is shared.
    public let access: Access?
    /// Without complaints that are not for this reader; nil when none are.
    public let voices: Voices?
    /// Those who would read a question of the person's and may answer it, for the person and those who may take it down.
    public let answerers: [Viewer]
    /// Those who can read the plan, and so do something of it; empty when the plan is not for this reader.
    public let planReaders: [Identifier<Organisation>]
    /// Those of them who help the person now, by the person's own choice too, and so can agree to do something of it.
    public let planDoers: [Identifier<Organisation>]
    /// Who is to do something that is open on the plan and cannot see it, for whoever sees the plan and what is shared.
    public let unseenDoers: [Identifier<Organisation>]
    /// The questions about sharing that somebody has still to put to the person; empty when they are not for this reader.
    let unput: [UnputQuestion]
    /// What the reader's organisation asked about sharing, for whoever may ask there, whatever else they see.
    let ownQuestions: [ConsentRequest]
    /// How complete the referral is, or the one that the referral interview leads to, for whoever sends and whoever
    /// receives it; nil for anybody else.
    public let completeness: ReferralCompleteness?
    /// The stream the plan's reviews go by; nil when the plan or the assessment is not for this reader.
    public let planStream: PlanStream?
    /// What decides whether taking part is required, as the whole record has it, so that a page says what a command will;
    /// nothing else of it is read by it. Whoever sees the referral learns from it whether taking part is required (ours).
    let knownOff: KnownOffDays?
    /// The file for the payment ledger alone, when the reader sees everything the ledger rests on.
    let payable: CaseFile?

    init(_ file: CaseFile, through sight: Sight) {
        id = file.id
        sequence = file.sequence
        self.sight = sight
        identity = sight.sees(.identity) ? file.customer?.identity.value?.seen(through: sight) : nil
        born = sight.seesBirthAndNumber ? file.customer?.identity.value?.born : nil
        language = sight.sees(.contact) ? file.customer?.language : nil
        needs = sight.sees(.contact) ? file.needs : nil
        emailAgreed = sight.sees(.contact) ? file.customer?.emailAgreed : nil
        registered = sight.sees(.identity) ? file.customer?.registered : nil
        keepers = sight.sees(.identity) ? file.customer?.keepers : nil
        untoldKeepers = sight.sees(.identity) ? file.untoldKeepers : []
        interview = file.referralInterview.flatMap { sight.shows($0.event.id, in: .referral) ? $0 : nil }
        referrals = file.referrals.filter { sight.shows($0.id, in: .referral) }
        appointments = file.appointments.filter { sight.shows($0.id, in: .appointments) }
            .map { $0.seen(through: sight) }
        circumstances = file.circumstances(by: sight.matrix, on: sight.today).seen(through: sight)
        employment = sight.sees(.work) ? file.employment.only { sight.shows($0.id, in: .work) } : nil
        assessments = sight.sees(.assessment) ? file.assessments.seen(through: sight) : nil
        consents = sight.sees(.sharing) ? file.consents : nil
        applications = file.consents.released.filter {
            sight.relation == .oneself || $0.terms.recipient == sight.organisation
        }
        rights = sight.sees(.sharing) ? file.rights : nil
        merges = sight.sees(.sharing) ? file.merges : nil
        erasures = file.customer?.erasures ?? []
        let raises = sight.sees(.voice) && Powers.grant(.askQuestion, to: sight.role, as: sight.relation) != nil
        let tied =
            raises || sight.sees(.sharing) || sight.sees(.plan)
            ? file.viewers(matrix: sight.matrix, on: sight.today) : []
        viewers = sight.sees(.sharing) ? tied : []
        access = sight.sees(.sharing) ? file.access : nil
        voices =
            sight.sees(.voice) ? file.voices(on: sight.today, by: sight.matrix).seen(through: sight) : nil
        answerers = raises ? tied.filter(\.answers) : []
        let readers = sight.sees(.plan) ? tied.filter(\.readsPlan) : []
        planReaders = readers.map(\.organisation)
        planDoers = readers.filter(\.helps).map(\.organisation)
        unseenDoers =
            sight.sees(.sharing) && sight.sees(.plan) ? file.plan.doers(notAmong: readers.map(\.organisation)) : []
        unput = sight.sees(.sharing) ? file.unputQuestions(matrix: sight.matrix, on: sight.today) : []
        ownQuestions =
            Powers.grant(.askConsent, to: sight.role, as: sight.relation) != nil
            ? file.consents.requests.filter { $0.asked.by.organisation == sight.organisation } : []
        completeness =
            [.jobcentre, .referred].contains(sight.relation) && sight.sees(.referral)
            ? file.completeness(by: sight.matrix, on: sight.today)?.seen(through: sight) : nil
        safety = sight.sees(.safety) ? (sight.relation == .oneself ? file.safety.forThePerson : file.safety) : nil
        // Of somebody whose details are erased nobody can go on getting help.
        let isKnown = file.customer?.identity.value != nil
        urgent = file.safety.urgent.filter { isKnown && $0.isOpen && sight.tells($0) }
            .map { sight.sees(.safety) ? $0 : $0.withoutWords }
        parted = sight.sees(.referral) ? file.merges.parted : nil
        joining =
            sight.sees(.referral) && sight.relation != .commissions && !sight.isForItsOwn(.referral)
            ? file.joining : nil
        plan = sight.sees(.plan) ? file.plan.seen(through: sight) : nil
        planStream = sight.sees(.plan) && sight.sees(.assessment) ? file.planStream : nil
        knownOff =
            sight.sees(.referral) && !sight.isForItsOwn(.referral)
            ? file.circumstances.knownOff : circumstances?.knownOff
        let rests: [Category] = [.referral, .appointments, .work, .money]
        payable = rests.allSatisfy { sight.sees($0) && !sight.isForItsOwn($0) } ? file : nil
    }

    public var referral: Referral? { referrals.last { $0.withdrawn == nil } }
}

extension Identity {
    /// The same person without what is not for a reader: the ways to reach them, the number they are known by.
    fileprivate func seen(through sight: Sight) -> Identity {
        var copy = self
        if !sight.sees(.contact) {
            copy.address = nil
            copy.phone = nil
            copy.email = nil
        }
        if !sight.seesBirthAndNumber { copy.nationalInsurance = nil }
        return copy
    }
}
