public import Kernel

/// What the person asks or complains of, and what they are told (C43).
public enum VoiceFact: Sendable, Equatable {
    /// With how it came, where somebody took it down for them.
    case raised(Identifier<Voice>, VoiceKind, to: Identifier<Organisation>, VoiceTaken?, Sealed<Words>)
    /// A complaint is being looked into: somebody has it.
    case acknowledged(Identifier<Voice>)
    case answered(Identifier<Voice>, Sealed<Words>)
}

public enum VoiceKind: String, Sendable, CaseIterable {
    case question, complaint

    /// `Question`
    public var title: String {
        switch self {
        case .question: "Question"
        case .complaint: "Complaint"
        }
    }
}

extension VoiceFact {
    public var voice: Identifier<Voice> {
        switch self {
        case .raised(let id, _, _, _, _), .acknowledged(let id), .answered(let id, _): id
        }
    }
}

extension VoiceFact: FactCoding {
    public var kind: String {
        switch self {
        case .raised: "voice.raised"
        case .acknowledged: "voice.acknowledged"
        case .answered: "voice.answered"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? {
        if case .raised(_, _, _, let taken?, _) = self { .day(taken.on) } else { nil }
    }

    public var clear: JSON {
        switch self {
        case .raised(let id, let kind, let organisation, let taken, _):
            .fields([
                "voice": .text(id), "kind": .string(kind.rawValue), "to": .text(organisation),
                "how": taken.map { .string($0.how.rawValue) }, "on": taken.map { .text($0.on) },
            ])
        case .acknowledged(let id), .answered(let id, _): ["voice": .text(id)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .raised(_, _, _, _, let words), .answered(_, let words): words.part(.support)
        case .acknowledged: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        let id: Identifier<Voice> = try clear.identifier("voice")
        switch (kind, version) {
        case ("voice.raised", 1):
            let day = try clear.optional("on", JSON.day)
            self = .raised(
                id, try clear.coded("kind"), to: try clear.identifier("to"),
                try day.map { VoiceTaken(how: try clear.coded("how"), on: $0) }, try Sealed(sealed))
        case ("voice.acknowledged", 1): self = .acknowledged(id)
        case ("voice.answered", 1): self = .answered(id, try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
