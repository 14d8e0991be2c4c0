public import Kernel

/// Everything that can happen on a case, by capability. A fact is what was decided; it is never edited, only corrected by
/// a later one that names it.
public enum Fact: Sendable, Equatable {
    case customer(CustomerFact)
    case referral(ReferralFact)
    case appointment(AppointmentFact)
    case circumstance(CircumstanceFact)
    case employment(EmploymentFact)
    case assessment(AssessmentFact)
    case sharing(SharingFact)
    case plan(PlanFact)
    case rights(RightsFact)
    case merge(MergeFact)
    case access(AccessFact)
    case voice(VoiceFact)
    case chain(ChainFact)
    case safety(SafetyFact)
    case joining(JoiningFact)
}

extension Fact: FactCoding {
    private var coding: any FactCoding {
        switch self {
        case .customer(let fact): fact
        case .referral(let fact): fact
        case .appointment(let fact): fact
        case .circumstance(let fact): fact
        case .employment(let fact): fact
        case .assessment(let fact): fact
        case .sharing(let fact): fact
        case .plan(let fact): fact
        case .rights(let fact): fact
        case .merge(let fact): fact
        case .access(let fact): fact
        case .voice(let fact): fact
        case .chain(let fact): fact
        case .safety(let fact): fact
        case .joining(let fact): fact
        }
    }

    public var kind: String { coding.kind }
    public var version: Int { coding.version }
    public var occurred: Occurrence? { coding.occurred }
    public var clear: JSON { coding.clear }
    public var sealed: SealedPart? { coding.sealed }

    /// - Throws: `JSONFault` for a kind or version this program does not know, or a payload not of its form.
    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch kind.prefix(while: { $0 != "." }) {
        case "customer": self = .customer(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "referral": self = .referral(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "appointment": self = .appointment(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "circumstance": self = .circumstance(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "employment": self = .employment(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "assessment": self = .assessment(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "sharing": self = .sharing(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "access": self = .access(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "voice": self = .voice(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "plan": self = .plan(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "rights": self = .rights(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "merge": self = .merge(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "chain": self = .chain(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "joining": self = .joining(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        case "safety": self = .safety(try .init(kind: kind, version: version, clear: clear, sealed: sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension JSONFault {
    static func unknown(_ kind: String, _ version: Int) -> JSONFault {
        JSONFault("no event of kind “\(kind)”, version \(version), is known to this program")
    }
}

extension JSON {
    /// A list of codes.
    static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }

    /// A member that is a list of codes.
    func strings(_ name: String) throws -> [String] { try array(name).compactMap(\.string) }
}

extension Optional where Wrapped == JSON {
    /// What a sealed part holds, or `.shut` when there is nothing to read it from.
    func opened<Value>(_ read: (JSON) throws -> Value) rethrows -> Sealed<Value> {
        guard let self else { return .shut }
        return .open(try read(self))
    }
}

/// Words a person wrote or said, kept sealed.
public struct Words: Sendable, Equatable {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// Words as a form gave them: trimmed, nil when empty.
    /// - Refuses: more than 4,000 characters.
    public init?(typed text: String?, field: String) throws(Refusal) {
        let trimmed = (text ?? "").trimmed
        guard !trimmed.isEmpty else { return nil }
        guard trimmed.count <= 4000 else {
            throw Refusal(
                "words.long", "This is longer than 4,000 characters. Shorten it, or add the rest as a second note.",
                field: field)
        }
        self.text = trimmed
    }

    func sealed(_ retention: RetentionClass) -> SealedPart { SealedPart(retention, ["words": .string(text)]) }
}

extension Sealed<Words> {
    /// Reads the words of a sealed part; an event that never had words reads as nil.
    init(_ sealed: JSON?) throws { self = try sealed.opened { Words(try $0.string("words")) } }

    func part(_ retention: RetentionClass) -> SealedPart? { value.map { $0.sealed(retention) } }
}
