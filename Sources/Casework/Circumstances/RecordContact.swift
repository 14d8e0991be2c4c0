public import Kernel

/// Records that a way to reach the customer did not: it is marked doubtful, and everybody who uses it is told, until
/// another is told or this one is said to be right after all.
/// - Refuses: a reason that is not one of that kind of contact, and a contact nobody holds.
public struct RecordContactFailed: CaseCommand {
    public let kind: ChangeKind
    public let reason: ContactFailureReason

    public init(kind: ChangeKind, reason: ContactFailureReason) {
        self.kind = kind
        self.reason = reason
    }

    public static let act = Act.reportChange

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        _ = try file.basis(of: .address, in: context)
        guard ContactFailureReason.said(of: kind).contains(reason) else {
            throw Refusal("contact.reason", "Choose what went wrong with this kind of contact.", field: "reason")
        }
        guard file.circumstances.status(of: kind, on: context.today).held?.detail.open.words != nil else {
            throw Refusal(
                "contact.none", "No \(kind.title.inSentence) is on record, so there is none to mark as doubtful.")
        }
        return [.circumstance(.contactFailed(kind, reason, told: nil))]
    }
}

/// Records that somebody who called was asked who they are, and whether that passed; never what they answered (K-008).
/// - Refuses: a check in which nothing was asked, and one that passed on a birth date alone.
public struct RecordCallerCheck: CaseCommand {
    public let caller: CallerCheck.Caller
    public let questions: [CallerCheck.Question]
    public let passed: Bool

    public init(caller: CallerCheck.Caller, questions: [CallerCheck.Question], passed: Bool) {
        self.caller = caller
        self.questions = CallerCheck.Question.asked.filter(questions.contains)
        self.passed = passed
    }

    public static let act = Act.checkCaller

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        _ = try file.basis(of: .phone, in: context)
        guard !questions.isEmpty else {
            throw Refusal("caller.nothing", "Say what was asked.", rule: "K-008", field: "asked")
        }
        guard !passed || questions.count > 1 || questions.contains(.calledBack) else {
            throw Refusal(
                "caller.weak",
                "One thing that others may know is not enough to pass. Ask a second, or call back on the number held.",
                rule: "ours, K-008", field: "asked")
        }
        return [.circumstance(.callerChecked(caller, questions, passed: passed))]
    }
}
