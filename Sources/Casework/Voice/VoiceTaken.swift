public import Kernel

/// How and when somebody asked or complained who did not do so on their own page, as whoever took it down says (C43).
public struct VoiceTaken: Sendable, Equatable {
    public enum Route: String, Sendable, CaseIterable {
        case phone, letter
        case inPerson = "in-person"

        public var title: String {
            switch self {
            case .phone: "By phone"
            case .letter: "By letter"
            case .inPerson: "In person"
            }
        }
    }

    public let how: Route
    /// The day they asked, from which the answer is due.
    public let on: CalendarDay

    public init(how: Route, on: CalendarDay) {
        self.how = how
        self.on = on
    }
}

extension Optional where Wrapped == VoiceTaken {
    /// - Refuses: staff who do not say how it came, anybody else who does, and a day to come.
    func requireTold(to actor: Author, on today: CalendarDay) throws(Refusal) {
        guard (self == nil) == [.customer, .supporter].contains(actor.role) else {
            throw Refusal("voice.how", "Say how they asked: by phone, by letter or in person.", field: "how")
        }
        guard let self else { return }
        guard self.on <= today else {
            throw Refusal("voice.later", "The day they asked has not come yet. Check the date.", field: "on")
        }
    }
}
