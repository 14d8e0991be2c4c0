public import Kernel

public enum SharingFact: Sendable, Equatable {
    case asked(Identifier<ConsentRequest>, ConsentTerms, Sealed<Words>)
    case consented(
        Identifier<Consent>, ConsentTerms, until: CalendarDay, ConsentRoute, request: Identifier<ConsentRequest>?,
        packet: Identifier<Packet>? = nil)
    case refused(Identifier<ConsentRequest>, ConsentRoute)
    case withdrawn(Identifier<Consent>, ConsentRoute)
}

extension SharingFact: FactCoding {
    public var kind: String {
        switch self {
        case .asked: "sharing.asked"
        case .consented: "sharing.consented"
        case .refused: "sharing.refused"
        case .withdrawn: "sharing.withdrawn"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .asked(let id, let terms, _):
            [
                "request": .text(id), "recipient": .text(terms.recipient), "categories": terms.codes,
                "purpose": .string(terms.purpose),
            ]
        case .consented(let id, let terms, let until, let how, let request, let packet):
            .fields([
                "consent": .text(id), "recipient": .text(terms.recipient), "categories": terms.codes,
                "purpose": .string(terms.purpose), "until": .text(until), "how": .string(how.rawValue),
                "request": request.map { .text($0) }, "packet": packet.map { .text($0) },
            ])
        case .refused(let request, let how): ["request": .text(request), "how": .string(how.rawValue)]
        case .withdrawn(let consent, let how): ["consent": .text(consent), "how": .string(how.rawValue)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .asked(_, _, let why): why.part(.support)
        case .consented, .refused, .withdrawn: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("sharing.asked", 1):
            self = .asked(try clear.identifier("request"), try ConsentTerms(clear), try Sealed(sealed))
        case ("sharing.consented", 1):
            self = .consented(
                try clear.identifier("consent"), try ConsentTerms(clear), until: try clear.day("until"),
                try clear.coded("how"), request: try clear.optional("request", JSON.identifier),
                packet: try clear.optional("packet", JSON.identifier))
        case ("sharing.refused", 1): self = .refused(try clear.identifier("request"), try clear.coded("how"))
        case ("sharing.withdrawn", 1): self = .withdrawn(try clear.identifier("consent"), try clear.coded("how"))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension ConsentTerms {
    fileprivate var codes: JSON { .strings(categories.map(\.rawValue)) }

    fileprivate init(_ clear: JSON) throws {
        let codes = try clear.strings("categories")
        let categories = codes.compactMap(Category.init(rawValue:))
        guard categories.count == codes.count else {
            throw JSONFault("a consent names a category this program does not know")
        }
        self.init(
            recipient: try clear.identifier("recipient"), categories: categories, purpose: try clear.string("purpose"))
    }
}
