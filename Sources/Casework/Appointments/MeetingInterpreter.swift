import Kernel

/// What whoever arranges a meeting says of an interpreter for it (G-033).
public struct MeetingInterpreter: Sendable, Equatable {
    public let answer: Answer
    /// Why there is none; the person reads it.
    public let why: Words?

    public enum Answer: String, Sendable, CaseIterable {
        case booked
        case without = "none"
    }

    public init(_ answer: Answer, why: Words? = nil) {
        self.answer = answer
        self.why = why
    }

    /// For staff: `An interpreter is booked`.
    public var written: String {
        switch answer {
        case .booked: "An interpreter is booked"
        case .without: why.map { "No interpreter, because: “\($0.text)”" } ?? "No interpreter"
        }
    }
}

extension CaseFile {
    /// What is said of an interpreter for a meeting of this person's, as it is kept; `.shut` for somebody who needs none,
    /// of whom nothing is kept.
    ///
    /// Whatever arranges a meeting asks it, whether people meet in a room, by phone or by video, and asks it again for
    /// another time.
    /// - Refuses: somebody who needs an interpreter while nothing is said of one, and none without a reason.
    func requireInterpreter(_ said: MeetingInterpreter?) throws(Refusal) -> Sealed<MeetingInterpreter> {
        guard let needed = needs?.needs.value?.interpreterNamed else { return .shut }
        guard let said else {
            throw Refusal(
                "interpreter.unsaid",
                "They need \(needed). Book one for this time and say so here, or say why there is none.",
                rule: "G-033", field: "interpreter")
        }
        switch said.answer {
        case .booked: return .open(MeetingInterpreter(.booked))
        case .without:
            guard said.why != nil else {
                throw Refusal(
                    "interpreter.why",
                    "They need \(needed). Say why there is none this time. The customer reads what you say.",
                    rule: "G-033", field: "interpreter-why")
            }
            return .open(said)
        }
    }
}

extension MeetingInterpreter {
    /// The sealed part of an appointment's fact: why it is in a time that is taken, what is said of an interpreter, and why
    /// it is in a group against a wish.
    /// - Returns: nil where none of them was asked.
    static func sealed(
        _ despite: Sealed<Words>, _ interpreter: Sealed<MeetingInterpreter>, _ againstWish: Sealed<Words>
    ) -> SealedPart? {
        guard despite != .shut || interpreter != .shut || againstWish != .shut else { return nil }
        return SealedPart(
            .support,
            .fields([
                "words": despite.value.map { .string($0.text) },
                "interpreter": interpreter.value.map { .string($0.answer.rawValue) },
                "withoutInterpreter": interpreter.value?.why.map { .string($0.text) },
                "againstWish": againstWish.value.map { .string($0.text) },
            ]))
    }
}

extension Sealed<MeetingInterpreter> {
    /// Reads it of a sealed part that has it; what was stored before it was asked has none.
    init(_ sealed: JSON?) throws {
        guard let sealed, sealed["interpreter"] != nil else {
            self = .shut
            return
        }
        self = .open(
            MeetingInterpreter(
                try sealed.coded("interpreter"),
                why: try sealed.optional("withoutInterpreter", JSON.string).map { Words($0) }))
    }
}

extension Sealed<Words> {
    /// Reads why a meeting is in a time that is taken, of a sealed part that may hold something else alone.
    init(ofMeeting sealed: JSON?) throws { self = try sealed?["words"] == nil ? .shut : Sealed(sealed) }

    /// Reads why a meeting is in a group against a wish; what was stored before it was asked has none.
    init(againstWish sealed: JSON?) throws {
        self = try sealed?.optional("againstWish", JSON.string).map { Sealed.open(Words($0)) } ?? .shut
    }
}
