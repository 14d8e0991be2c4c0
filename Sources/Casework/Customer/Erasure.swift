public import Kernel

extension CustomerFact {
    /// What was erased of a person's record, as the record itself remembers it: which classes and why, and never what
    /// stood there.
    public struct Erasure: Sendable, Equatable {
        /// In the order in which classes are declared, each once.
        public let classes: [RetentionClass]
        public let why: ErasureReason
        /// The day from which the evidence may go too; nil when it went, or went before.
        public let evidenceUntil: CalendarDay?
        /// The digest of the written proof: which keys were destroyed, when, and by whom.
        public let proof: String

        public init(
            classes: some Sequence<RetentionClass>, why: ErasureReason, evidenceUntil: CalendarDay?, proof: String
        ) {
            let all = Set(classes)
            self.classes = RetentionClass.allCases.filter(all.contains)
            self.why = why
            self.evidenceUntil = evidenceUntil
            self.proof = proof
        }

        var json: JSON {
            .fields([
                "classes": .strings(classes.map(\.rawValue)), "why": .string(why.rawValue),
                "evidenceUntil": evidenceUntil.map { .text($0) }, "proof": .string(proof),
            ])
        }

        init(_ clear: JSON) throws {
            let codes = try clear.strings("classes")
            let classes = codes.compactMap(RetentionClass.init(rawValue:))
            guard classes.count == codes.count else {
                throw JSONFault("an erasure names a class this program does not know")
            }
            self.init(
                classes: classes, why: try clear.coded("why"),
                evidenceUntil: try clear.optional("evidenceUntil", JSON.day), proof: try clear.string("proof"))
        }
    }
}

/// Why something was erased.
public enum ErasureReason: String, Sendable, CaseIterable {
    /// The person asked for it.
    case asked
    /// The time for which it may be kept was over.
    case retention
    /// Why is not written down. Nothing gives it any longer: it is read of records that have it.
    case unsaid

    public var title: String {
        switch self {
        case .asked: "The person asked for it"
        case .retention: "The time for which it may be kept was over"
        case .unsaid: "Why is not written down"
        }
    }
}

extension RetentionClass {
    /// What it closes, in words inside a sentence.
    public var title: String {
        switch self {
        case .identity: "name, birth date, number and contacts"
        case .support: "words, plans and what was said of health and home"
        case .evidence: "the proof of what was earned"
        case .safety: "safety notices"
        }
    }
}
