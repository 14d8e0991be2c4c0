public import Kernel

/// The days from one to another, both included; open where an end is nil.
public struct DayRange: Sendable, Hashable {
    public let from: CalendarDay?
    public let until: CalendarDay?

    public init(from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.from = from
        self.until = until
    }

    public static let always = DayRange()

    public func contains(_ day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    public func overlaps(_ other: DayRange) -> Bool {
        func starts(_ left: DayRange, noLaterThan right: DayRange) -> Bool {
            guard let from = left.from, let until = right.until else { return true }
            return from <= until
        }
        return starts(self, noLaterThan: other) && starts(other, noLaterThan: self)
    }

    /// `from 1 June 2011 to 21 October 2012`, for a sentence.
    public var written: String {
        switch (from, until) {
        case (nil, nil): "at any time"
        case (let from?, nil): "from \(from.written)"
        case (nil, let until?): "until \(until.written)"
        case (let from?, let until?): "from \(from.written) to \(until.written)"
        }
    }
}

/// A value that has been different at different times.
///
/// The reader refuses a file whose ranges overlap, so at most one entry answers for a day.
public struct Dated<Value: Sendable & Equatable>: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public let range: DayRange
        public let value: Value

        public init(_ range: DayRange, _ value: Value) {
            self.range = range
            self.value = value
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }
    public init(always value: Value) { entries = [Entry(.always, value)] }

    /// The value in force on a day, or nil when the file gives none for it.
    public func on(_ day: CalendarDay) -> Value? {
        entries.first { $0.range.contains(day) }?.value
    }
}
