public import Kernel

/// One step of a referral from an organisation of the chain to the next: sent, then taken on, turned down or taken back.
/// Until it is taken on, whoever had the person has them still, so that nobody is ever without (G-085).
public struct Hop: Sendable, Equatable {
    public enum Answer: Sendable, Equatable {
        case takenOn(EventStamp, adviser: Identifier<Person>?)
        case turnedDown(EventStamp, reason: String, Sealed<Words>)
        case takenBack(EventStamp)
    }

    public let id: Identifier<Hop>
    public let event: EventStamp
    /// Who had the person when it was sent.
    public let from: Identifier<Organisation>
    public let to: Identifier<Organisation>
    public let part: ChainPart
    public let reason: String
    public let words: Sealed<Words>
    /// The items of the referral that go on with it: all that the jobcentre sent (G-179).
    public let items: [String]
    public internal(set) var answer: Answer?
    /// When whoever has the person said, after a refusal, that they keep them.
    public internal(set) var kept: EventStamp?
}

/// Somebody who has, or had, the person: an organisation, its adviser when one is named, and since which event.
public struct Holding: Sendable, Equatable {
    public let event: EventStamp
    public let organisation: Identifier<Organisation>
    public let adviser: Identifier<Person>?
    /// Why it changed, by its code in one of the programme's lists; nil for the first.
    public let reason: String?
    public let list: ReasonList?
}

/// A meeting of three: who hands over, who receives, and the customer, who is there (C05, G-144).
public struct WarmHandover: Sendable, Equatable {
    public struct Party: Sendable, Hashable {
        public let person: Identifier<Person>
        public let organisation: Identifier<Organisation>

        public init(_ person: Identifier<Person>, at organisation: Identifier<Organisation>) {
            self.person = person
            self.organisation = organisation
        }
    }

    public let from: Party
    public let to: Party
    public let mode: ContactMode
    public let on: CalendarDay

    public init(from: Party, to: Party, mode: ContactMode, on: CalendarDay) {
        self.from = from
        self.to = to
        self.mode = mode
        self.on = on
    }
}

/// One attempt to reach a person who was referred, and whether it did (C05).
public struct ContactTry: Sendable, Equatable {
    public enum Route: String, Sendable, CaseIterable {
        case phone, text, email, letter
        case inPerson = "in-person"

        public var title: String {
            switch self {
            case .phone: "By phone"
            case .text: "By text message"
            case .email: "By e-mail"
            case .letter: "By letter"
            case .inPerson: "In person"
            }
        }
    }

    public let route: Route
    /// Whether the person answered, replied or was met.
    public let reached: Bool
    public let on: CalendarDay

    public init(route: Route, reached: Bool, on: CalendarDay) {
        self.route = route
        self.reached = reached
        self.on = on
    }
}

/// How somebody was told who has them now.
public struct ToldOfHolder: Sendable, Equatable {
    public enum Route: String, Sendable, CaseIterable {
        case email, post
        case byHand = "by-hand"
        case spoken

        public var title: String {
            switch self {
            case .email: "By e-mail"
            case .post: "By post"
            case .byHand: "A letter given by hand"
            case .spoken: "In person or by phone"
            }
        }
    }

    public let route: Route
    /// SHA-256 of the exact text, in hexadecimal, where a letter was given.
    public let digest: String?

    public init(route: Route, digest: String? = nil) {
        self.route = route
        self.digest = digest
    }
}

/// What a referral's way down the chain comes to.
public struct ChainRecord: Sendable, Equatable {
    public struct Handover: Sendable, Equatable {
        public let event: EventStamp
        public let meeting: WarmHandover
        public let words: Sealed<Words>
    }

    public struct Contact: Sendable, Equatable {
        public let event: EventStamp
        public let attempt: ContactTry
    }

    public struct Told: Sendable, Equatable {
        public let event: EventStamp
        public let how: ToldOfHolder
        /// Why the letter did not arrive; nil when nothing says so.
        public internal(set) var failed: NotDelivered?
    }

    public struct Offer: Sendable, Equatable {
        public let event: EventStamp
        public let offer: HandoverOffer
    }

    public internal(set) var hops: [Hop] = []
    public internal(set) var handovers: [Handover] = []
    public internal(set) var contacts: [Contact] = []
    public internal(set) var told: [Told] = []
    public internal(set) var offers: [Offer] = []

    public init() {}

    /// The hop that waits for its answer.
    public var waiting: Hop? { hops.last { $0.answer == nil } }
}

extension Referral {
    /// Everybody who has had the person since the prime took the referral on, the latest last.
    public var holdings: [Holding] {
        let bare = chain.hops.compactMap { hop -> Holding? in
            guard case .takenOn(let event, nil) = hop.answer else { return nil }
            return Holding(
                event: event, organisation: hop.to, adviser: nil, reason: hop.reason, list: .chainMove)
        }
        let named = assignments.map {
            Holding(
                event: $0.event, organisation: $0.provider, adviser: $0.adviser, reason: $0.reason,
                list: $0.reason == nil ? nil : $0.byHop ? .chainMove : .adviserChange)
        }
        return (bare + named).sorted { $0.event.sequence < $1.event.sequence }
    }

    /// Who has the person now: the organisation that took them on last, or else the prime drawn.
    public var holder: Identifier<Organisation>? { holdings.last?.organisation ?? prime }

    /// Organisations that had the person and have them no longer.
    public var pastHolders: [Identifier<Organisation>] {
        var seen = providers
        return holdings.map(\.organisation).filter { seen.insert($0).inserted }
    }
}
