public import Kernel

/// One time that a way to reach somebody did not.
public struct ContactFailure: Sendable, Equatable {
    public let kind: ChangeKind
    public let reason: ContactFailureReason
    /// The letter or reminder that went astray; nil when a person says so.
    public let told: Identifier<Event<CaseFile>>?
    public let event: EventStamp
}

public enum ContactFailureReason: String, Sendable, Hashable, CaseIterable {
    case refused
    case noAnswer = "no-answer"
    case returned
    case notInService = "not-in-service"
    case somebodyElse = "somebody-else"

    /// Inside a sentence: `the mail server refused an e-mail to it`.
    public var words: String {
        switch self {
        case .refused: "the mail server refused an e-mail to it"
        case .noAnswer: "nobody answered, each time it was tried"
        case .returned: "a letter came back"
        case .notInService: "the number is not in service"
        case .somebodyElse: "somebody else answered, who does not know them"
        }
    }

    /// What can be said of a kind of contact by a person.
    public static func said(of kind: ChangeKind) -> [ContactFailureReason] {
        switch kind {
        case .address: [.returned, .somebodyElse]
        case .phone: [.notInService, .somebodyElse, .noAnswer]
        case .email: [.refused, .noAnswer, .somebodyElse]
        default: []
        }
    }

    /// What an undelivered letter says of the address; nil when it says nothing, as when our own mail server was away.
    init?(_ reason: NotDelivered) {
        switch reason {
        case .refused: self = .refused
        case .noAnswer, .noAddress, .noPage, .late: return nil
        }
    }
}

/// A check of who is calling: what was asked, of whom, and whether it passed. The answers are never kept (K-008).
public struct CallerCheck: Sendable, Equatable {
    public enum Caller: String, Sendable, CaseIterable {
        case customer, supporter
        case somebodyElse = "somebody-else"

        public var title: String {
            switch self {
            case .customer: "The customer"
            case .supporter: "A supporter of the customer"
            case .somebodyElse: "Somebody else"
            }
        }
    }

    public enum Question: String, Sendable, CaseIterable {
        case birthDate = "birth-date"
        case address
        case number
        case lastAppointment = "last-appointment"
        case agreedWord = "agreed-word"
        case calledBack = "called-back"

        /// Those that can be asked. No word agreed with anybody is held, so that there is none to ask for: the code is
        /// read of the checks that have it, and of no more (K-008).
        public static let asked = allCases.filter { $0 != .agreedWord }

        public var title: String {
            switch self {
            case .birthDate: "Their birth date"
            case .address: "Their address"
            case .number: "Part of their national insurance number"
            case .lastAppointment: "Their last or next appointment"
            case .agreedWord: "A word agreed with them"
            case .calledBack: "Called back on the number we hold"
            }
        }
    }

    public let caller: Caller
    public let questions: [Question]
    public let passed: Bool
    public let event: EventStamp
}
