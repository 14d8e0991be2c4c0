public import Kernel

/// How near work somebody is, in four points (C32; DWP RR 278 §5). People move back as well as on.
public enum ProgressPoint: String, Sendable, Hashable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"

    /// E-026 to E-029.
    public var means: String {
        switch self {
        case .a: "Not ready for work, and not ready for help yet"
        case .b: "Not ready for work, and will take help towards it"
        case .c: "Thinking of work, and wants help"
        case .d: "Ready for work, with no great help"
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A point somebody was seen at, with what showed it.
public struct PointSeen: Sendable, Equatable {
    public let event: EventStamp
    public let point: ProgressPoint
    /// What showed it: what the person did or said.
    public let evidence: Sealed<Words>
    /// The code of why they moved back, where one of the list was chosen (F-160 to F-169).
    public let setback: Sealed<Words>
    public internal(set) var withdrawn: EventStamp?
}

/// What is known of a point besides what showed it.
public struct PointNote: Sendable, Equatable {
    /// The day it was seen, where that was before it was recorded.
    public let on: CalendarDay?
    /// The code of why they moved back; sealed, as it can be about health.
    public let setback: Sealed<Words>

    public init(on: CalendarDay? = nil, setback: Sealed<Words> = .shut) {
        self.on = on
        self.setback = setback
    }
}
