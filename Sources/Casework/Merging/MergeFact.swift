public import Kernel

/// Two records of one person made one, and taken apart again (design §4.6). Nothing is copied: the survivor folds both
/// streams in the order in which they were recorded.
public enum MergeFact: Sendable, Equatable {
    /// On the survivor: the other record is part of this one from here on.
    case absorbed(Absorbed)
    /// On the other: everything about the person is on the survivor now.
    case mergedInto(Identifier<CaseFile>)
    /// On the survivor: the other stands alone again, and these later events of this stream belong to it.
    case gaveBack(Identifier<CaseFile>, events: [Identifier<Event<CaseFile>>], Sealed<Words>)
    /// On the other: it stands alone again, with later events that were recorded on the survivor's stream.
    case tookBack(from: Identifier<CaseFile>, events: [Identifier<Event<CaseFile>>])

    public struct Absorbed: Sendable, Equatable {
        public let other: Identifier<CaseFile>
        /// The token of the draw that stands: that of the earlier draw.
        public let drawToken: DrawToken
        /// Lines that had fallen due twice and are due back, by the keys they had before.
        public let dueBack: [LineKey]
        /// The details of the person that are as the other record had them.
        public let taken: [IdentityDetail]
        /// Who the person is from here on; shut where no detail was taken.
        public let identity: Sealed<Identity>

        public init(
            other: Identifier<CaseFile>, drawToken: DrawToken, dueBack: [LineKey], taken: [IdentityDetail] = [],
            identity: Sealed<Identity> = .shut
        ) {
            self.other = other
            self.drawToken = drawToken
            self.dueBack = dueBack
            self.taken = taken
            self.identity = identity
        }

        /// What it changes of who the person is; nil where nothing was taken.
        func correction(_ stamp: EventStamp) -> CustomerFact? {
            taken.isEmpty ? nil : .corrected(stamp.id, fields: taken.map(\.rawValue), identity)
        }
    }
}

extension MergeFact: FactCoding {
    public var kind: String {
        switch self {
        case .absorbed: "merge.absorbed"
        case .mergedInto: "merge.mergedInto"
        case .gaveBack: "merge.gaveBack"
        case .tookBack: "merge.tookBack"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .absorbed(let absorbed):
            [
                "other": .text(absorbed.other), "drawToken": .text(absorbed.drawToken),
                "dueBack": .strings(absorbed.dueBack.map(\.description)),
                "taken": .strings(absorbed.taken.map(\.rawValue)),
            ]
        case .mergedInto(let survivor): ["survivor": .text(survivor)]
        case .gaveBack(let other, let events, _):
            ["other": .text(other), "events": .strings(events.map(\.description))]
        case .tookBack(let survivor, let events):
            ["survivor": .text(survivor), "events": .strings(events.map(\.description))]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .absorbed(let absorbed): absorbed.identity.value.map { SealedPart(.identity, $0.json) }
        case .gaveBack(_, _, let words): words.part(.support)
        case .mergedInto, .tookBack: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func events() throws -> [Identifier<Event<CaseFile>>] { try clear.strings("events").map { try Identifier($0) } }
        switch (kind, version) {
        case ("merge.absorbed", 1):
            self = .absorbed(
                Absorbed(
                    other: try clear.identifier("other"), drawToken: try DrawToken(clear.string("drawToken")),
                    dueBack: try clear.strings("dueBack").map { try LineKey($0) },
                    taken: try clear.strings("taken").compactMap(IdentityDetail.init(rawValue:)),
                    identity: try sealed.opened(Identity.init)))
        case ("merge.mergedInto", 1): self = .mergedInto(try clear.identifier("survivor"))
        case ("merge.gaveBack", 1):
            self = .gaveBack(try clear.identifier("other"), events: try events(), try Sealed(sealed))
        case ("merge.tookBack", 1): self = .tookBack(from: try clear.identifier("survivor"), events: try events())
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
