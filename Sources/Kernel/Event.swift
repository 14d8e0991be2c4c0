/// Something that has a stream of events of its own: a case, an area, a contract, a study.
public protocol EventSubject: Sendable {
    associatedtype Fact: FactCoding
    /// The name of the stream kind, as stored: `case`.
    static var stream: String { get }
}

/// One immutable thing that happened to one subject. Everything else is a reading of these.
public struct Event<Subject: EventSubject>: Sendable {
    public let id: Identifier<Event>
    public let subject: Identifier<Subject>
    /// 1 for the first event of a stream, then one more each time, with no gaps.
    public let sequence: Int
    public let occurred: Occurrence
    public let recorded: Instant
    public let by: Author
    public let fact: Subject.Fact

    public init(
        id: Identifier<Event>, subject: Identifier<Subject>, sequence: Int, occurred: Occurrence, recorded: Instant,
        by: Author, fact: Subject.Fact
    ) {
        self.id = id
        self.subject = subject
        self.sequence = sequence
        self.occurred = occurred
        self.recorded = recorded
        self.by = by
        self.fact = fact
    }
}

/// When something happened: to the day where only a day is known, else to the moment.
public enum Occurrence: Sendable, Hashable {
    case day(CalendarDay)
    case instant(Instant)

    public var day: CalendarDay {
        switch self {
        case .day(let day): day
        case .instant(let instant): instant.day
        }
    }
}

extension Occurrence: CustomStringConvertible {
    public var description: String {
        switch self {
        case .day(let day): day.description
        case .instant(let instant): instant.description
        }
    }

    public init(_ text: some StringProtocol) throws(Refusal) {
        self = text.count == 10 ? .day(try CalendarDay(text)) : .instant(try Instant(text))
    }
}

/// How a fact is written down and read back. Written by hand for each kind, so that a rename in the code can never
/// change what is stored.
public protocol FactCoding: Sendable {
    /// `capability.verb`, for good: `appointment.booked`.
    var kind: String { get }
    /// Raised when the stored form of a kind changes; an upcaster then reads the earlier form.
    var version: Int { get }
    /// The day it happened, when that is not the moment it is recorded.
    var occurred: Occurrence? { get }
    /// What anybody who may read the stream may read: codes, dates, references, amounts.
    var clear: JSON { get }
    /// Names, words and other personal detail, with the class of retention whose key closes it.
    var sealed: SealedPart? { get }

    /// - Parameter sealed: nil when the fact has no sealed part, or when its key is gone or not at hand.
    init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws
}

/// The part of a fact that is stored only as sealed bytes.
public struct SealedPart: Sendable {
    public let retention: RetentionClass
    public let json: JSON

    public init(_ retention: RetentionClass, _ json: JSON) {
        self.retention = retention
        self.json = json
    }
}

/// How long a sealed payload is kept, and so which key closes it (design §3.4; periods in `decisions.md`, M-060).
public enum RetentionClass: String, Sendable, CaseIterable {
    case identity, support, evidence, safety
}

/// A sealed value as a reader meets it: open, or shut because its key is gone or was never given.
public enum Sealed<Value: Sendable & Equatable>: Sendable, Equatable {
    case open(Value)
    case shut

    public var value: Value? {
        if case .open(let value) = self { value } else { nil }
    }
}
