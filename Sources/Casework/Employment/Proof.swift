public import Kernel

/// Something that shows a job was worked over some days, on somebody's word (C12).
public struct Proof: Sendable, Equatable {
    public let id: Identifier<Proof>
    public let job: Identifier<Job>
    /// The code of a kind the programme accepts; the kind says what it shows and whose word it is.
    public let kind: String
    public let from: CalendarDay
    /// The last day it covers.
    public let until: CalendarDay
    /// What was earned over those days, before deductions.
    public let earnings: Money?
    /// SHA-256 of the document, in hexadecimal, when one was kept.
    public let document: String?

    public init(
        id: Identifier<Proof>, job: Identifier<Job>, kind: String, from: CalendarDay, until: CalendarDay,
        earnings: Money? = nil, document: String? = nil
    ) {
        self.id = id
        self.job = job
        self.kind = kind
        self.from = from
        self.until = until
        self.earnings = earnings
        self.document = document
    }
}

/// A proof on the record.
public struct RecordedProof: Sendable, Equatable {
    public let event: EventStamp
    public let proof: Proof
    public internal(set) var withdrawn: EventStamp?
}
