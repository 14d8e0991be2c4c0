public import Kernel

/// Who may come to a person's own page, and for how long: the person, and those they choose to help them.
public enum AccessFact: Sendable, Equatable {
    /// A way in that works once was made, for the person or for one of their supporters.
    case invited(Identifier<Invitation>, supporter: Identifier<Supporter>?, InvitationRoute)
    /// Somebody asked at the sign-in page for a new link, and one goes to the person's own address.
    case linkAsked(Identifier<Invitation>)
    /// Nobody comes in any more until they are invited again.
    case closed
    case supporterNamed(Identifier<Supporter>, SupporterTerms, how: ConsentRoute, Sealed<SupporterDetails>)
    case supporterEnded(Identifier<Supporter>, how: ConsentRoute)
}

/// How a way in reaches somebody.
public enum InvitationRoute: String, Sendable, CaseIterable {
    /// A link to the e-mail address that the person agreed to.
    case email
    /// A code that is printed, read out or shown.
    case paper

    public var title: String {
        switch self {
        case .email: "A link by e-mail"
        case .paper: "A code on paper, or read out"
        }
    }
}

extension AccessFact: FactCoding {
    public var kind: String {
        switch self {
        case .invited: "access.invited"
        case .linkAsked: "access.linkAsked"
        case .closed: "access.closed"
        case .supporterNamed: "access.supporterNamed"
        case .supporterEnded: "access.supporterEnded"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .invited(let id, let supporter, let route):
            .fields([
                "invitation": .text(id), "supporter": supporter.map { .text($0) }, "route": .string(route.rawValue),
            ])
        case .linkAsked(let id): ["invitation": .text(id)]
        case .closed: [:]
        case .supporterNamed(let id, let terms, let how, _):
            [
                "supporter": .text(id), "may": .strings(terms.rights.map(\.rawValue)), "until": .text(terms.until),
                "how": .string(how.rawValue),
            ]
        case .supporterEnded(let id, let how): ["supporter": .text(id), "how": .string(how.rawValue)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .supporterNamed(_, _, _, let details):
            details.value.map {
                SealedPart(.support, ["name": .string($0.name), "relationship": .string($0.relationship)])
            }
        default: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("access.invited", 1):
            self = .invited(
                try clear.identifier("invitation"), supporter: try clear.optional("supporter", JSON.identifier),
                try clear.coded("route"))
        case ("access.linkAsked", 1): self = .linkAsked(try clear.identifier("invitation"))
        case ("access.closed", 1): self = .closed
        case ("access.supporterNamed", 1):
            let codes = try clear.strings("may")
            let rights = codes.compactMap(SupporterRight.init(rawValue:))
            guard rights.count == codes.count else {
                throw JSONFault("a supporter has a right that this program does not know")
            }
            self = .supporterNamed(
                try clear.identifier("supporter"), SupporterTerms(rights: rights, until: try clear.day("until")),
                how: try clear.coded("how"),
                try sealed.opened {
                    SupporterDetails(name: try $0.string("name"), relationship: try $0.string("relationship"))
                })
        case ("access.supporterEnded", 1):
            self = .supporterEnded(try clear.identifier("supporter"), how: try clear.coded("how"))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
