public import Kernel

/// A meeting at which people hear what joining a programme means, before they choose (C02).
public struct InformationSession: Sendable, Equatable {
    public let id: Identifier<InformationSession>
    /// The organisation that holds it.
    public let host: Identifier<Organisation>
    public let programme: String
    public let format: SessionFormat
    public let starts: Instant
    /// 5 to 480.
    public let minutes: Int
    /// Where to go; by telephone, who rings.
    public let place: String
    /// How many people may be invited.
    public let places: Int
    /// The day it was called off; nil while it is on.
    public let calledOff: CalendarDay?
    /// Who runs it, and so meets those who come; nil while nobody is named.
    public private(set) var runner: Identifier<Person>?

    /// - Refuses: a length outside 5 minutes to 8 hours, no place, fewer than one or more than `placesAtMost` people, and
    ///   more than one in a talk between two.
    public init(
        id: Identifier<InformationSession>, host: Identifier<Organisation>, programme: String, format: SessionFormat,
        starts: Instant, minutes: Int, place: String, places: Int, calledOff: CalendarDay? = nil,
        runner: Identifier<Person>? = nil
    ) throws(Refusal) {
        _ = try Slot(starts: starts, minutes: minutes, mode: format.mode)
        guard !place.trimmed.isEmpty else {
            throw Refusal("session.place", "Say where it is, or for a telephone session who rings.", field: "place")
        }
        guard (1...Self.placesAtMost).contains(places), format == .group || places == 1 else {
            throw Refusal(
                "session.places",
                "A group has from 1 to \(Self.placesAtMost) places; one to one and by telephone there is 1.",
                rule: "C02",
                field: "places")
        }
        self.id = id
        self.host = host
        self.programme = programme
        self.format = format
        self.starts = starts
        self.minutes = minutes
        self.place = place.trimmed
        self.places = places
        self.calledOff = calledOff
        self.runner = runner
    }

    /// The same, run by somebody where nobody is named: whoever puts it on.
    public func run(by person: Identifier<Person>) -> InformationSession {
        var copy = self
        copy.runner = runner ?? person
        return copy
    }

    /// The most people in one group. Ours.
    public static let placesAtMost = 40
    /// Days after a session on which its host may still record who came. Ours.
    public static let recordWithin = 14

    public var day: CalendarDay { starts.day }
    public var ends: Instant { starts.adding(minutes: minutes) }
}

/// How an information session is held: as the person prefers (C02).
public enum SessionFormat: String, Sendable, Hashable, CaseIterable {
    case group
    case oneToOne = "one-to-one"
    case telephone

    public var title: String {
        switch self {
        case .group: "In a group"
        case .oneToOne: "One to one"
        case .telephone: "By telephone"
        }
    }

    /// How the customer would rather it were, in words for whoever invites them.
    var wished: String {
        switch self {
        case .group: "in a group"
        case .oneToOne: "one to one"
        case .telephone: "by telephone"
        }
    }

    var mode: ContactMode {
        switch self {
        case .group: .group
        case .oneToOne: .faceToFace
        case .telephone: .phone
        }
    }
}

/// Somebody's place at one session.
public struct SessionInvitation: Sendable, Equatable {
    public let id: Identifier<SessionInvitation>
    public let made: EventStamp
    public let terms: Terms
    public let grounds: Sealed<SessionGrounds>
    public internal(set) var outcome: Outcome?
    /// That they say they cannot go, and why where they chose to; nil while they have not said so.
    public internal(set) var cannotGo: CannotGo?

    public struct CannotGo: Sendable, Equatable {
        public let event: EventStamp
        public let words: Sealed<Words>
    }

    /// The session as it stood when they were invited.
    public struct Terms: Sendable, Equatable {
        public let session: Identifier<InformationSession>
        public let programme: String
        public let format: SessionFormat
        public let host: Identifier<Organisation>
        public let starts: Instant
        public let minutes: Int
        /// Whether they must go: only where the row of the programme's table for them says so (D2).
        public let basis: Basis
        /// Whether the adviser confirmed that going is right for this person now; nil where nobody was asked.
        public let considered: Bool?
        /// Whether it is given in writing, where they must go; nil where nobody was asked.
        public let inWriting: Bool?
        /// How they are told; nil where nobody recorded it.
        public let told: ToldOfHolder?
        /// Who runs the session, and so meets them; nil where nobody was named.
        public let runner: Identifier<Person>?

        public init(
            _ session: InformationSession, basis: Basis, considered: Bool? = nil, inWriting: Bool? = nil,
            told: ToldOfHolder? = nil
        ) {
            self.session = session.id
            programme = session.programme
            format = session.format
            host = session.host
            starts = session.starts
            minutes = session.minutes
            self.basis = basis
            self.considered = considered
            self.inWriting = inWriting
            self.told = told
            runner = session.runner
        }

        var json: JSON {
            .fields([
                "session": .text(session), "programme": .string(programme), "format": .string(format.rawValue),
                "host": .text(host), "starts": .text(starts), "minutes": .int(minutes),
                "basis": .string(basis.rawValue), "considered": considered.map { .bool($0) },
                "in-writing": inWriting.map { .bool($0) }, "told": told?.json, "runner": runner.map { .text($0) },
            ])
        }

        init(_ json: JSON) throws {
            session = try json.identifier("session")
            programme = try json.string("programme")
            format = try json.coded("format")
            host = try json.identifier("host")
            starts = try json.instant("starts")
            minutes = try json.int("minutes")
            basis = try json.coded("basis")
            considered = try json.optional("considered", JSON.bool)
            inWriting = try json.optional("in-writing", JSON.bool)
            told = try json["told"].map { try ToldOfHolder($0) }
            runner = try json.optional("runner", JSON.identifier)
        }
    }

    public enum Outcome: Sendable, Equatable {
        case attended(EventStamp)
        case missed(EventStamp, Sealed<Words>)
        case withdrawn(EventStamp)
    }

    public var isOpen: Bool { outcome == nil }
    /// The event by which the place was taken back; nil where it was not.
    public var withdrawn: EventStamp? { if case .withdrawn(let event) = outcome { event } else { nil } }
    /// The event that says whether they came; nil before, and where the place was taken back.
    public var attendance: EventStamp? {
        switch outcome {
        case .attended(let event), .missed(let event, _): event
        case nil, .withdrawn: nil
        }
    }
    public var hasAttended: Bool { if case .attended = outcome { true } else { false } }
    public var day: CalendarDay { terms.starts.day }
}

extension Programme {
    /// Whether anybody joins it by choice: some row of some group says so.
    public var isJoinedByChoice: Bool { groups.contains { $0.basis.contains { $0.basis == .voluntary } } }
}
