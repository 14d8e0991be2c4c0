public import Kernel

/// One referral to a programme, from the referral interview to attachment (C01, C03 to C05).
public struct Referral: Sendable, Equatable {
    public let id: Identifier<Referral>
    public let made: EventStamp
    public let programme: String
    public let group: String
    /// Whether taking part was required on the day of referral; `basis(on:)` says it of any day.
    public let basis: Basis
    /// The day of referral, on which eligibility was judged.
    public let on: CalendarDay
    public let area: Identifier<Area>
    /// The nation whose bank holidays count for this area's deadlines.
    public let nation: Nation
    public internal(set) var allocation: Allocation?
    public internal(set) var transmitted: Transmission?
    public internal(set) var acknowledged: EventStamp?
    /// When the provider asked for longer to query it.
    public internal(set) var queryExtended: EventStamp?
    public internal(set) var query: Query?
    /// What was asked of the sender because it was missing.
    public internal(set) var details = ReferralDetails()
    /// What was said since of whether taking part is required, in the order in which it was recorded.
    public internal(set) var statuses: [Status] = []
    public internal(set) var withdrawn: EventStamp?
    /// The earlier referral to the same programme that stands, when two records of one person held one each.
    public internal(set) var duplicateOf: Identifier<Referral>?
    public internal(set) var assignments: [Assignment] = []
    public internal(set) var attachment: Attachment?
    public internal(set) var exit: Exit?
    /// The new claims inside the allotted time, in the order in which they were recorded.
    public internal(set) var returns: [Return] = []
    public internal(set) var handedBack: HandedBack?
    /// Entries about the end that were made in error, in the order in which they were taken back.
    public internal(set) var takenBack: [TakenBack] = []
    /// When and how the person was told of the end, or of a mistake about it.
    public internal(set) var toldOfEnd: [ChainRecord.Told] = []
    /// Its way from the prime to an adviser, and between those who help.
    public internal(set) var chain = ChainRecord()

    public struct Allocation: Sendable, Equatable {
        public let event: EventStamp
        public let draw: Int
        public let value: DrawValue
        public let provider: Identifier<Organisation>
        /// Whether the provider came from a draw made earlier for the same token: a partner's, or an earlier referral's.
        public let followed: Bool
    }

    public struct Transmission: Sendable, Equatable {
        public let event: EventStamp
        public let items: [String]
        public let withheld: [String]
        /// How complete it was; nil where that was not counted.
        public let score: ReferralScore?
    }

    public struct Query: Sendable, Equatable {
        public let event: EventStamp
        public let reason: String
        public let words: Sealed<Words>
        public internal(set) var answered: EventStamp?
        public internal(set) var upheld: Bool?
    }

    public struct Assignment: Sendable, Equatable {
        public let event: EventStamp
        public let provider: Identifier<Organisation>
        public let adviser: Identifier<Person>
        /// Why the adviser changed; nil for the first.
        public let reason: String?
        /// Whether an organisation took the person on when they were sent there.
        public var byHop = false
    }

    public struct Attachment: Sendable, Equatable {
        public let event: EventStamp
        /// The day of the first attended contact after acknowledgement (M-004).
        public let on: CalendarDay
        /// The last day of the allotted time.
        public let until: CalendarDay
    }

    public struct Exit: Sendable, Equatable {
        public let event: EventStamp
        /// The reason as it was given.
        let given: ExitReason
        public internal(set) var reason: ExitReason
        /// The last day with the provider.
        public let on: CalendarDay
        public let words: Sealed<Words>
    }

    public struct HandedBack: Sendable, Equatable {
        public let event: EventStamp
        public let summary: Sealed<Words>
        /// When whoever keeps the record read it.
        public internal(set) var read: EventStamp?
    }

    /// Whether a contact that starts then would attach the person, if they come: the first after acknowledgement (M-004).
    public func isAttached(byMeetingAt start: Instant) -> Bool {
        attachment == nil && acknowledged.map { $0.recorded <= start } ?? false
    }

    /// The last day of support: that of the exit, or the end of the allotted time; nil before attachment.
    public var supportedUntil: CalendarDay? {
        attachment.map { min($0.until, exit?.on ?? $0.until) }
    }

    /// Whether it has run its course by a day, so that another programme may follow.
    public func isOver(on day: CalendarDay) -> Bool { exit != nil || supportedUntil.map { $0 < day } ?? false }

    /// The prime provider drawn.
    public var prime: Identifier<Organisation>? { allocation?.provider }
    /// The end-to-end provider and adviser now responsible.
    public var assignment: Assignment? { assignments.last }
    /// The organisations that have this referral in hand: the prime drawn, and the provider now responsible.
    public var providers: Set<Identifier<Organisation>> {
        Set([prime, holder].compactMap(\.self))
    }

    /// Where it stands, in the words of C03 to C05.
    public var state: ReferralState {
        if withdrawn != nil { return .withdrawn }
        if exit != nil { return .ended }
        if attachment != nil { return .attached }
        if let query, query.answered == nil { return .queried }
        if assignment != nil { return .assigned }
        if acknowledged != nil { return .acknowledged }
        return .waiting
    }

    static func apply(_ fact: ReferralFact, _ stamp: EventStamp, to referrals: inout [Referral]) {
        func change(_ id: Identifier<Referral>, _ body: (inout Referral) -> Void) {
            if let found = referrals.firstIndex(where: { $0.id == id }) { body(&referrals[found]) }
        }
        switch fact {
        case .interviewRecorded: break
        case .made(let made, _):
            referrals.append(
                Referral(
                    id: made.referral, made: stamp, programme: made.programme, group: made.group, basis: made.basis,
                    on: made.on, area: made.area, nation: made.nation))
        case .allocated(let id, let allocated):
            change(id) {
                $0.allocation = Allocation(
                    event: stamp, draw: allocated.draw, value: allocated.value, provider: allocated.provider,
                    followed: allocated.followed)
            }
        case .transmitted(let id, let items, let withheld, let score):
            change(id) {
                $0.transmitted = Transmission(event: stamp, items: items, withheld: withheld, score: score)
            }
        case .acknowledged(let id): change(id) { $0.acknowledged = stamp }
        case .queryExtended(let id, _): change(id) { $0.queryExtended = stamp }
        case .queried(let id, let reason, let words):
            change(id) { $0.query = Query(event: stamp, reason: reason, words: words) }
        case .queryAnswered(let id, let upheld, _):
            change(id) {
                $0.query?.answered = stamp
                $0.query?.upheld = upheld
                if upheld { $0.withdrawn = stamp }
            }
        case .detailsAsked(let id, let items, let words):
            change(id) { $0.details.asked = ReferralDetails.Asked(event: stamp, items: items, words: words) }
        case .detailsAnswered(let id, let words):
            change(id) { $0.details.answered = ReferralDetails.Answered(event: stamp, words: words) }
        case .detailsEnough(let id): change(id) { $0.details.enough = stamp }
        case .statusStated(let id, let basis, let from, let words):
            change(id) { $0.statuses.append(Status(event: stamp, basis: basis, from: from, words: words)) }
        case .assigned(let id, let provider, let adviser):
            change(id) {
                $0.assignments.append(Assignment(event: stamp, provider: provider, adviser: adviser, reason: nil))
            }
        case .adviserChanged(let id, let provider, let adviser, let reason, _):
            change(id) {
                $0.assignments.append(Assignment(event: stamp, provider: provider, adviser: adviser, reason: reason))
            }
        case .attached(let id, let day, let until):
            change(id) { $0.attachment = Attachment(event: stamp, on: day, until: until) }
        case .exited(let id, let reason, let day, let words):
            change(id) { $0.exit = Exit(event: stamp, given: reason, reason: reason, on: day, words: words) }
        case .returned(let id, let day):
            change(id) {
                $0.returns.append(Return(event: stamp, on: day))
                $0.settleExitReason()
            }
        case .handedBack(let id, let summary):
            change(id) { $0.handedBack = HandedBack(event: stamp, summary: summary) }
        case .handBackRead(let id): change(id) { $0.handedBack?.read = stamp }
        case .toldOfEnd(let id, let how):
            change(id) { $0.toldOfEnd.append(ChainRecord.Told(event: stamp, how: how)) }
        case .untoldOfEnd(let id, let event, let reason):
            change(id) {
                guard let found = $0.toldOfEnd.firstIndex(where: { $0.event.id == event }) else { return }
                $0.toldOfEnd[found].failed = reason
            }
        case .entryWithdrawn(let id, let entry, let wrong, let words):
            change(id) { $0.takeBack(entry, wrong, stamp, words) }
        }
    }
}

public enum ReferralState: String, Sendable, CaseIterable {
    case waiting, acknowledged, queried, assigned, attached, ended, withdrawn

    /// The word a page shows.
    public var title: String {
        switch self {
        case .waiting: "Waiting for acknowledgement"
        case .acknowledged: "Acknowledged, no adviser yet"
        case .queried: "Queried by the provider"
        case .assigned: "With an adviser, not yet attached"
        case .attached: "Attached"
        case .ended: "Ended"
        case .withdrawn: "Withdrawn"
        }
    }
}
