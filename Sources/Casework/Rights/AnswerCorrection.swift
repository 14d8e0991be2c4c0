public import Kernel

/// Answers a request for a correction with the event that puts right what was wrong. What stood before stays beside it.
/// - Refuses: a request that is not for a correction or has had its answer, and an event from before it was asked.
public struct ConfirmCorrection: CaseCommand {
    public let request: Identifier<RightsRequest>
    public let event: Identifier<Event<CaseFile>>

    public init(request: Identifier<RightsRequest>, event: Identifier<Event<CaseFile>>) {
        self.request = request
        self.event = event
    }

    public static let act = Act.answerRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let request = try file.rights.waiting(request, for: .correction)
        guard request.event.id < event else {
            throw Refusal(
                "rights.not-after", "Put it right first; then choose the entry that did, which came after they asked.",
                field: "event")
        }
        return [.rights(.corrected(request.id, by: event))]
    }
}

/// Refuses what was asked about a record, with the reason. The person may add a statement of their own, and complain
/// (UK GDPR article 12(4)).
/// - Refuses: a request that has had its answer, and a copy: that is given out, with what is covered.
public struct RefuseRequest: CaseCommand {
    public let request: Identifier<RightsRequest>
    public let reason: RightsRefusal
    public let words: Words

    public init(request: Identifier<RightsRequest>, reason: RightsRefusal, words: Words) {
        self.request = request
        self.reason = reason
        self.words = words
    }

    public static let act = Act.answerRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let request = try file.rights.waiting(request)
        guard request.asked.kind != .access || reason == .repeated else {
            throw Refusal(
                "rights.copy", "A copy is not refused: texts about somebody else are covered, and the rest is given.",
                rule: "UK GDPR article 15", field: "reason")
        }
        return [.rights(.refused(request.id, reason, .open(words)))]
    }
}

/// Keeps the person's own statement beside what was not changed, for whoever reads the record.
/// - Refuses: where nothing was refused, or a statement stands already.
public struct AddStatement: CaseCommand {
    public let request: Identifier<RightsRequest>
    public let words: Words

    public init(request: Identifier<RightsRequest>, words: Words) {
        self.request = request
        self.words = words
    }

    public static let act = Act.askRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let found = file.rights.find(request), case .refused = found.answer else {
            throw Refusal("rights.no-refusal", "A statement goes beside something that was not changed.")
        }
        guard found.statement == nil else {
            throw Refusal("rights.stated", "A statement stands there already. Ask for a correction to say more.")
        }
        return [.rights(.stated(found.id, .open(words)))]
    }
}
