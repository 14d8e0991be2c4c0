public import Kernel

/// One thing that a first meeting has to tell (C05), from the service's own list.
public struct FirstMeetingTopic: Sendable, Equatable {
    public let code: String
    /// What it is, in words to the customer.
    public let text: String
    public let source: String

    public init(code: String, text: String, source: String) {
        self.code = code
        self.text = text
        self.source = source
    }
}

/// What somebody was told at their first meeting, and what of the list was left, by code.
public struct FirstMeetingList: Sendable, Equatable {
    public let told: [String]
    public let left: [String]
    /// Whether the person signed it.
    public let signed: Bool

    public init(told: [String], left: [String], signed: Bool) {
        self.told = told
        self.left = left
        self.signed = signed
    }
}

extension Appointment {
    public struct FirstTold: Sendable, Equatable {
        public let event: EventStamp
        public let list: FirstMeetingList
    }

    /// Whether it is a first meeting that was held, of which it is recorded what it told.
    public var isHeldFirst: Bool { purpose == .first && attendance != nil }
}

/// Records what a first meeting told, and whether the person signed the list of it (C05, G-023, G-041). What was recorded
/// of the same meeting before gives way to it.
/// - Refuses: a meeting that is no first one or was not held, nothing told, what is not on the list of the service, and
///   the same again.
public struct RecordFirstMeeting: CaseCommand {
    public let appointment: Identifier<Appointment>
    /// The codes of what was told.
    public let told: [String]
    public let signed: Bool

    public init(appointment: Identifier<Appointment>, told: [String], signed: Bool) {
        self.appointment = appointment
        self.told = told
        self.signed = signed
    }

    public static let act = Act.recordFirstMeeting
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = try file.appointment(appointment)
        guard held.isHeldFirst else {
            throw Refusal(
                "first-meeting.none",
                "This is recorded of a first appointment that was held. Record that they came first.",
                rule: "C05")
        }
        let listed = context.tools.rules.firstMeeting.map(\.code)
        if let unknown = told.first(where: { !listed.contains($0) }) {
            throw Refusal(
                "first-meeting.topic",
                "“\(unknown.prefix(40))” is not on the list of what a first meeting tells. Choose from the list.",
                field: "told")
        }
        guard !told.isEmpty else {
            throw Refusal("first-meeting.nothing", "Tick what they were told.", rule: "C05", field: "told")
        }
        let list = FirstMeetingList(
            told: listed.filter { told.contains($0) }, left: listed.filter { !told.contains($0) }, signed: signed)
        guard held.firstTold?.list != list else {
            throw Refusal(
                "first-meeting.same", "This is on record already. Change something, or go back.", field: "told")
        }
        return [.appointment(.firstToldOf(appointment, list))]
    }
}
