import Kernel

/// What a place at a session rests on: the row by which they must go, how they would rather hear of it, and why it is
/// held otherwise. It can tell of health and home, so it is sealed.
public struct SessionGrounds: Sendable, Equatable {
    /// Nil where they are invited.
    public let terms: JoiningTerms?
    /// How they would rather hear of it; nil where they do not mind, or were not asked.
    public let wish: SessionFormat?
    /// Why this session, where it is held otherwise than they wish.
    public let why: Words?

    public init(terms: JoiningTerms? = nil, wish: SessionFormat? = nil, why: Words? = nil) {
        self.terms = terms
        self.wish = wish
        self.why = why
    }

    var json: JSON {
        .fields([
            "row": terms?.row.map { .string($0) }, "duties": terms?.duties.map { .string($0) },
            "wish": wish.map { .string($0.rawValue) }, "why": why.map { .string($0.text) },
        ])
    }

    init(_ json: JSON) throws {
        let read = try JoiningTerms(json)
        terms = read == JoiningTerms(row: nil, duties: nil) ? nil : read
        wish = try json["wish"].map { _ in try json.coded("wish", as: SessionFormat.self) }
        why = try json.optional("why", JSON.string).map { Words($0) }
    }
}

extension ToldOfHolder {
    var json: JSON {
        .fields(["route": .string(route.rawValue), "digest": digest.map { .string($0) }])
    }

    init(_ json: JSON) throws {
        self.init(route: try json.coded("route"), digest: try json.optional("digest", JSON.string))
    }
}

extension CaseFile {
    /// - Refuses: e-mail to somebody who has not agreed to it.
    func requireAgreed(_ told: ToldOfHolder) throws(Refusal) {
        guard told.route == .email, try registered().agreedEmail == nil else { return }
        throw Refusal(
            "notice.email-not-agreed",
            "This customer has not agreed to be written to by e-mail. Ask them and record it, or tell them another way.",
            rule: "E-017", field: "route")
    }
}
