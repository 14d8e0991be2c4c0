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

    public init(_ views: [BarrierViews], words: String? = nil) {
        self.views = views
        self.words = words
    }

    var json: JSON { .fields(["views": .array(views.map(\.json)), "words": words.map { .string($0) }]) }

    init(_ json: JSON) throws {
        self.init(
            try json.array("views").map { try BarrierViews($0) }, words: try json.optional("words", JSON.string))
    }
}
