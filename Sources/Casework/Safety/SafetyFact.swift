public import Kernel

/// What is recorded so that meetings are safe. All but ids and days is sealed: what a notice asks under the safety class,
/// which goes when its review day is over, what was heard of a danger and who took over under the same, and a wish with
/// the support.
public enum SafetyFact: Sendable, Equatable {
    case raised(Identifier<SafetyNotice>, review: CalendarDay, hidden: Bool, Sealed<SafetyTerms>)
    case reviewed(Identifier<SafetyNotice>, review: CalendarDay)
    case hidden(Identifier<SafetyNotice>, Bool)
    case ended(Identifier<SafetyNotice>)
    case wished(Sealed<AdviserWish>)
    /// Somebody may be in danger, and help is being got (K-019).
    case urgentOpened(Identifier<SafetyNotice>, Sealed<UrgentTerms>)
    /// Somebody named took over.
    case urgentHandedOver(Identifier<SafetyNotice>, Sealed<UrgentHandover>)

    /// The notice or the urgent path it is about; nil for a wish.
    public var notice: Identifier<SafetyNotice>? {
        switch self {
        case .raised(let id, _, _, _), .reviewed(let id, _), .hidden(let id, _), .ended(let id),
            .urgentOpened(let id, _), .urgentHandedOver(let id, _):
            id
        case .wished: nil
        }
    }
}

extension SafetyFact: FactCoding {
    public var kind: String {
        switch self {
        case .raised: "safety.raised"
        case .reviewed: "safety.reviewed"
        case .hidden: "safety.hidden"
        case .ended: "safety.ended"
        case .wished: "safety.wished"
        case .urgentOpened: "safety.urgentOpened"
        case .urgentHandedOver: "safety.urgentHandedOver"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .raised(let id, let review, let hidden, _):
            ["notice": .text(id), "review": .text(review), "hidden": .bool(hidden)]
        case .reviewed(let id, let review): ["notice": .text(id), "review": .text(review)]
        case .hidden(let id, let hidden): ["notice": .text(id), "hidden": .bool(hidden)]
        case .ended(let id), .urgentOpened(let id, _), .urgentHandedOver(let id, _): ["notice": .text(id)]
        case .wished: [:]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .raised(_, _, _, let terms): terms.value.map { SealedPart(.safety, $0.json) }
        case .wished(let wish): wish.value.map { SealedPart(.support, ["wish": .string($0.rawValue)]) }
        case .urgentOpened(_, let terms): terms.value.map { SealedPart(.safety, $0.json) }
        case .urgentHandedOver(_, let terms): terms.value.map { SealedPart(.safety, $0.json) }
        default: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func id() throws -> Identifier<SafetyNotice> { try clear.identifier("notice") }
        switch (kind, version) {
        case ("safety.raised", 1):
            self = .raised(
                try id(), review: try clear.day("review"), hidden: try clear.bool("hidden"),
                try sealed.opened(SafetyTerms.init))
        case ("safety.reviewed", 1): self = .reviewed(try id(), review: try clear.day("review"))
        case ("safety.hidden", 1): self = .hidden(try id(), try clear.bool("hidden"))
        case ("safety.ended", 1): self = .ended(try id())
        case ("safety.wished", 1): self = .wished(try sealed.opened { try $0.coded("wish") })
        case ("safety.urgentOpened", 1):
            self = .urgentOpened(try id(), try sealed.opened(UrgentTerms.init))
        case ("safety.urgentHandedOver", 1):
            self = .urgentHandedOver(try id(), try sealed.opened(UrgentHandover.init))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
