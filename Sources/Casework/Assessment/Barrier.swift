import Kernel

/// Something that can stand between a person and work, from the partnership's own list (E-040 to E-074).
public struct Barrier: Sendable, Equatable {
    public let code: String
    public let title: String
    /// What it is information about, and so who may read it.
    public let category: Category
    public let source: String

    public init(code: String, title: String, category: Category = .assessment, source: String = "") {
        self.code = code
        self.title = title
        self.category = category
        self.source = source
    }
}

extension Category {
    /// Whether staff may ask and hear of it in private alone (K-004, K-005, G-018).
    var needsPrivacy: Bool { self == .health || self == .convictions }
}

extension Barrier {
    /// Whether it is asked and heard of in private alone, by what it is information about.
    public var needsPrivacy: Bool { category.needsPrivacy }

    /// - Refuses: what staff may only hear in private, and did not. The person says it when and where they like.
    func requirePrivacy(_ heardInPrivate: Bool, by actor: Author, field: String) throws(Refusal) {
        guard needsPrivacy, !heardInPrivate, ![.customer, .supporter].contains(actor.role) else { return }
        throw Refusal(
            "barrier.private",
            "“\(title)” may only be asked and heard in private. If it was not, do not record it: offer a private room, and let them choose.",
            rule: category == .convictions ? "G-018, K-004" : "G-018, K-005", field: field)
    }
}

/// The barriers a partnership speaks of.
public struct BarrierList: Sendable, Equatable {
    public let version: Int
    public let barriers: [Barrier]
    /// What has helped others with one of them.
    public let suggestions: [PlanSuggestion]

    public init(version: Int = 1, _ barriers: [Barrier] = [], suggestions: [PlanSuggestion] = []) {
        self.version = version
        self.barriers = barriers
        self.suggestions = suggestions
    }

    public func barrier(_ code: String) -> Barrier? { barriers.first { $0.code == code } }
}

/// How much something stands in the way.
public enum BarrierWeight: String, Sendable, Hashable, CaseIterable, Comparable {
    case nothing, some, much

    public var title: String {
        switch self {
        case .nothing: "Not in the way"
        case .some: "Makes it harder"
        case .much: "Stops it for now"
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.degree < right.degree }

    private var degree: Int {
        switch self {
        case .nothing: 0
        case .some: 1
        case .much: 2
        }
    }
}

/// The customer's own view of one barrier beside the adviser's (G-019). Neither overwrites the other.
public struct BarrierViews: Sendable, Equatable {
    public let barrier: String
    public var customer: BarrierWeight?
    public var adviser: BarrierWeight?

    public init(_ barrier: String, customer: BarrierWeight? = nil, adviser: BarrierWeight? = nil) {
        self.barrier = barrier
        self.customer = customer
        self.adviser = adviser
    }

    /// Whether both spoke and see it differently.
    public var differ: Bool { customer != nil && adviser != nil && customer != adviser }

    var json: JSON {
        .fields([
            "barrier": .string(barrier), "customer": customer.map { .string($0.rawValue) },
            "adviser": adviser.map { .string($0.rawValue) },
        ])
    }

    init(_ json: JSON) throws {
        func weight(_ name: String) throws -> BarrierWeight? {
            json[name] == nil ? nil : try json.coded(name)
        }
        self.init(try json.string("barrier"), customer: try weight("customer"), adviser: try weight("adviser"))
    }
}

/// What was said about some barriers at one time.
public struct BarrierSaid: Sendable, Equatable {
    public let views: [BarrierViews]
    /// In the customer's words, or about why the two see it differently.
    public let words: String?
    /// Whether it was heard where nobody else could hear.
    public let heardInPrivate: Bool

    public init(_ views: [BarrierViews], words: String? = nil, heardInPrivate: Bool = false) {
        self.views = views
        self.words = words
        self.heardInPrivate = heardInPrivate
    }

    var json: JSON {
        .fields([
            "views": .array(views.map(\.json)), "words": words.map { .string($0) },
            "private": heardInPrivate ? Optional(JSON.bool(true)) : Optional.none,
        ])
    }

    init(_ json: JSON) throws {
        self.init(
            try json.array("views").map { try BarrierViews($0) }, words: try json.optional("words", JSON.string),
            heardInPrivate: json["private"] == .bool(true))
    }
}
