public import Kernel

/// What a person asked about their own record, and what came of it.
public enum RightsFact: Sendable, Equatable {
    case requested(Identifier<RightsRequest>, RightsAsked, Sealed<Words>)
    /// Which texts of a copy stay and which are covered, because they may speak of somebody else.
    case reviewed(Identifier<RightsRequest>, [CopyDecision], Sealed<Words>)
    case released(Identifier<RightsRequest>, CopyRelease)
    /// A correction was made; names the event that puts right what was asked about.
    case corrected(Identifier<RightsRequest>, by: Identifier<Event<CaseFile>>)
    case refused(Identifier<RightsRequest>, RightsRefusal, Sealed<Words>)
    /// The person's own statement, kept beside what was not changed.
    case stated(Identifier<RightsRequest>, Sealed<Words>)
}

/// What was asked for, when and how.
public struct RightsAsked: Sendable, Equatable {
    public let kind: RightsKind
    public let on: CalendarDay
    public let how: ConsentRoute
    /// The event that a correction is about.
    public let about: Identifier<Event<CaseFile>>?

    public init(kind: RightsKind, on: CalendarDay, how: ConsentRoute, about: Identifier<Event<CaseFile>>? = nil) {
        self.kind = kind
        self.on = on
        self.how = how
        self.about = about
    }
}

/// What a person can ask about their own record (UK GDPR articles 15 to 17).
public enum RightsKind: String, Sendable, CaseIterable {
    case access, correction, erasure

    public var title: String {
        switch self {
        case .access: "A copy of the record"
        case .correction: "A correction"
        case .erasure: "To be erased"
        }
    }
}

/// Why a request was refused.
public enum RightsRefusal: String, Sendable, CaseIterable {
    /// What is recorded is what was said or seen on the day.
    case accurate
    /// It is an opinion, and is marked as one.
    case opinion
    /// It is kept because a duty says so, as proof of what was paid for.
    case duty
    /// The same was asked before, and nothing has changed.
    case repeated

    public var title: String {
        switch self {
        case .accurate: "It is what was said or seen on the day"
        case .opinion: "It is an opinion, and it says whose"
        case .duty: "It has to be kept, as proof of what was paid for"
        case .repeated: "The same was asked before, and nothing has changed"
        }
    }
}

/// Whether one text of a copy stays or is covered.
public struct CopyDecision: Sendable, Equatable {
    public let place: CopyPlace
    public let isCovered: Bool
    public let reason: CopyReason

    public init(place: CopyPlace, isCovered: Bool, reason: CopyReason) {
        self.place = place
        self.isCovered = isCovered
        self.reason = reason
    }
}

/// Where a text stands: an event, and the path of the text in what is sealed there, as `words` or `details.employer`.
public struct CopyPlace: Sendable, Hashable {
    public let event: Identifier<Event<CaseFile>>
    public let path: String

    public init(event: Identifier<Event<CaseFile>>, path: String) {
        self.event = event
        self.path = path
    }
}

/// Why a text stays or is covered (UK GDPR article 15(4); Data Protection Act 2018, Schedules 2 and 3).
public enum CopyReason: String, Sendable, CaseIterable {
    // It stays
    case nobodyElse = "nobody-else"
    case theyAgreed = "they-agreed"
    case knownAlready = "known-already"
    case fairAnyway = "fair-anyway"
    // It is covered
    case somebodyElse = "somebody-else"
    case inConfidence = "in-confidence"
    case wouldHarm = "would-harm"

    public var covers: Bool {
        switch self {
        case .nobodyElse, .theyAgreed, .knownAlready, .fairAnyway: false
        case .somebodyElse, .inConfidence, .wouldHarm: true
        }
    }

    public var title: String {
        switch self {
        case .nobodyElse: "It is about nobody else"
        case .theyAgreed: "The other person agreed"
        case .knownAlready: "The person knows it already: they said it, or were there"
        case .fairAnyway: "It is fair to give it without the other person's agreement"
        case .somebodyElse: "It is about somebody else"
        case .inConfidence: "Somebody said it in confidence"
        case .wouldHarm: "It could do serious harm to somebody's health"
        }
    }
}

/// A copy as it was given out: the digests of both its forms, by which it can be known again.
public struct CopyRelease: Sendable, Equatable {
    /// SHA-256 of the HTML, in hexadecimal.
    public let html: String
    /// SHA-256 of the JSON, in hexadecimal.
    public let json: String
    /// How many texts are covered.
    public let covered: Int
    /// When it was made: what was recorded, and who looked, by then is in it.
    public let made: Instant

    public init(html: String, json: String, covered: Int, made: Instant) {
        self.html = html
        self.json = json
        self.covered = covered
        self.made = made
    }
}
