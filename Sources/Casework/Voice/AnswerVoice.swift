public import Kernel

/// Says that somebody has a complaint in hand.
/// - Refuses: one that is not there, has its answer or was acknowledged, and another organisation's.
public struct AcknowledgeComplaint: CaseCommand {
    public let voice: Identifier<Voice>

    public init(voice: Identifier<Voice>) { self.voice = voice }

    public static let act = Act.answerComplaint

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.voices(in: context).open(voice)
        try open.require(.complaint, to: context.actor)
        guard open.acknowledged == nil else {
            throw Refusal("voice.acknowledged", "This complaint is acknowledged already. Answer it next.")
        }
        return [.voice(.acknowledged(voice))]
    }
}

/// Answers a question, in words the person reads.
/// - Refuses: one that is not there or has its answer, and another organisation's.
public struct AnswerQuestion: CaseCommand {
    public let voice: Identifier<Voice>
    public let words: Words

    public init(voice: Identifier<Voice>, words: Words) {
        self.voice = voice
        self.words = words
    }

    public static let act = Act.answerQuestion

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try file.voices(in: context).open(voice).require(.question, to: context.actor)
        return [.voice(.answered(voice, .open(words)))]
    }
}

/// Answers a complaint, in words the person reads.
/// - Refuses: one that is not there or has its answer, and another organisation's.
public struct AnswerComplaint: CaseCommand {
    public let voice: Identifier<Voice>
    public let words: Words

    public init(voice: Identifier<Voice>, words: Words) {
        self.voice = voice
        self.words = words
    }

    public static let act = Act.answerComplaint

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try file.voices(in: context).open(voice).require(.complaint, to: context.actor)
        return [.voice(.answered(voice, .open(words)))]
    }
}

extension CaseFile {
    fileprivate func voices(in context: Context) -> Voices { voices(on: context.today, by: context.sharing) }
}

extension Voice {
    /// - Refuses: somebody of another organisation, and the wrong kind.
    fileprivate func require(_ kind: VoiceKind, to actor: Author) throws(Refusal) {
        guard self.kind == kind else {
            throw Refusal("voice.kind", "This is a \(self.kind.rawValue). Open it from the customer's page.")
        }
        guard to == actor.organisation else {
            throw Refusal(
                "voice.not-yours", "This was put to another organisation, which answers for itself. Tell them about it."
            )
        }
    }
}
