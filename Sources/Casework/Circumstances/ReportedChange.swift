public import Kernel

/// A change told once, and how far it has come with everybody it concerns (C14).
public struct ReportedChange: Sendable, Equatable {
    public let id: Identifier<ReportedChange>
    public let terms: Terms
    public private(set) var detail: HeldDetail
    /// The report: its event is what an undo names.
    public let event: EventStamp
    /// The organisations that are to take the present version into their own records, in the order they came to the case.
    public internal(set) var told: [Identifier<Organisation>]
    /// The event the present version came with: the report, or what resolved or withdrew it.
    public internal(set) var since: EventStamp
    public internal(set) var acknowledged: [Identifier<Organisation>: EventStamp] = [:]
    public internal(set) var applied: [Identifier<Organisation>: EventStamp] = [:]
    /// Every version that was set against it; none is ever lost.
    public internal(set) var disputes: [Dispute] = []
    public internal(set) var resolutions: [Resolution] = []
    public internal(set) var withdrawn: Withdrawal?
    /// Those who were told and have not applied it, and who no longer help the person or may no longer see such things on
    /// the day it is read: nothing waits for them. Empty in the file itself, which is read for no day.
    public internal(set) var left: Set<Identifier<Organisation>> = []

    /// What the report says in clear.
    public struct Terms: Sendable, Equatable {
        public let kind: ChangeKind
        public let from: CalendarDay
        /// The last day it covers; nil when it stands until something else is told.
        public let until: CalendarDay?
        public let certainty: Certainty
        public let source: ChangeSource
        public let route: ChangeRoute
        /// The ground on which whoever recorded it may hold it.
        public let basis: SharingBasis

        public init(
            kind: ChangeKind, from: CalendarDay, until: CalendarDay? = nil, certainty: Certainty = .claimed,
            source: ChangeSource, route: ChangeRoute, basis: SharingBasis
        ) {
            self.kind = kind
            self.from = from
            self.until = until
            self.certainty = certainty
            self.source = source
            self.route = route
            self.basis = basis
        }
    }

    /// Somebody's other version of it.
    public struct Dispute: Sendable, Equatable {
        public let id: Identifier<Dispute>
        public let event: EventStamp
        /// What they hold to be so; nil when they only say that the report is wrong.
        public fileprivate(set) var other: HeldDetail?
        public fileprivate(set) var why: Sealed<Words>
        /// Whether nobody has decided between the versions yet.
        public internal(set) var isOpen = true
    }

    /// Which version stands.
    public enum Standing: Sendable, Equatable {
        case reported
        case dispute(Identifier<Dispute>)
        /// Neither: what was held before the report.
        case before
    }

    public struct Resolution: Sendable, Equatable {
        public let event: EventStamp
        public let stands: Standing
        public fileprivate(set) var why: Sealed<Words>
    }

    public struct Withdrawal: Sendable, Equatable {
        public let event: EventStamp
        public fileprivate(set) var why: Sealed<Words>
    }

    public enum State: String, Sendable, CaseIterable {
        case waiting, acknowledged, applied, disputed, withdrawn

        public var title: String {
            switch self {
            case .waiting: "Waiting to be acknowledged"
            case .acknowledged: "Acknowledged"
            case .applied: "Applied everywhere"
            case .disputed: "Disputed"
            case .withdrawn: "Taken back"
            }
        }
    }

    public var kind: ChangeKind { terms.kind }
    /// Whether it was told by the record of a job, which it is taken back with.
    public var isNewsOfJob: Bool { kind == .work && detail.open.code.flatMap(WorkNews.init(rawValue:)) != nil }
    public var openDisputes: [Dispute] { disputes.filter(\.isOpen) }

    /// Those whose records do not hold the present version yet.
    public var waitingFor: [Identifier<Organisation>] { told.filter { applied[$0] == nil && !left.contains($0) } }

    public var state: State {
        if !openDisputes.isEmpty { return .disputed }
        if withdrawn != nil, waitingFor.isEmpty { return .withdrawn }
        if waitingFor.isEmpty { return .applied }
        return waitingFor.allSatisfy { acknowledged[$0] != nil } ? .acknowledged : .waiting
    }

    /// Whether anybody still has something to do about it.
    public var isOpen: Bool { state != .applied && state != .withdrawn }

    /// What stands of it now; nil when nothing does.
    public var standing: HeldDetail? {
        if withdrawn != nil { return nil }
        switch resolutions.last?.stands {
        case nil, .reported: return detail
        case .before: return nil
        case .dispute(let id): return disputes.first { $0.id == id }?.other
        }
    }

    /// Whether any version of it is protected, so that nobody but the person reads of it (K-004).
    var isProtected: Bool {
        ([detail] + disputes.compactMap(\.other)).contains { $0.open.isProtected(kind) }
    }

    /// Its words are gone with their key.
    mutating func shut() {
        detail = detail.shut(kind)
        for index in disputes.indices {
            disputes[index].other = disputes[index].other?.shut(kind)
            disputes[index].why = .shut
        }
        for index in resolutions.indices { resolutions[index].why = .shut }
        withdrawn?.why = .shut
    }

    /// A new version goes round again: whoever is told takes it up afresh.
    mutating func begin(_ stamp: EventStamp, telling organisations: [Identifier<Organisation>]) {
        since = stamp
        told = organisations
        acknowledged = [:]
        applied = [:]
    }
}

/// How soon a change that was told is taken up (C14), and how long a contact that was told is relied on.
public struct ChangeHandling: Sendable, Equatable {
    public let acknowledge: Figure<TimeLimit>
    public let apply: Figure<TimeLimit>
    public let resolve: Figure<TimeLimit>
    /// How long a way to reach the person is taken to be right before they are asked again (G-098).
    public let confirm: Figure<TimeLimit>

    public init(
        acknowledge: Figure<TimeLimit>, apply: Figure<TimeLimit>, resolve: Figure<TimeLimit>, confirm: Figure<TimeLimit>
    ) {
        self.acknowledge = acknowledge
        self.apply = apply
        self.resolve = resolve
        self.confirm = confirm
    }

    func last(_ limit: Figure<TimeLimit>, after day: CalendarDay) -> CalendarDay {
        limit.value.lastDay(after: day) { WorkingDays(.england).adding($1, to: $0) }
    }
}
