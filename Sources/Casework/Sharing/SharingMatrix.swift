public import Kernel

/// Which categories an organisation sees for what it is to a case, and on what ground: dated rows that ship with the
/// partnership (K-007, design §5). What no row opens, only the person's consent opens. Which roles of an organisation read
/// it is for `Powers` to say (docs/decisions/0007-no-role-in-the-sharing-matrix.md).
public struct SharingMatrix: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let relation: Relation
        public let categories: [Category]
        /// The purpose, by its code.
        public let purpose: String
        public let basis: SharingBasis
        public let runs: DayRange
        public let source: String

        public init(
            relation: Relation, categories: [Category], purpose: String, basis: SharingBasis, runs: DayRange = .always,
            source: String
        ) {
            self.relation = relation
            self.categories = categories
            self.purpose = purpose
            self.basis = basis
            self.runs = runs
            self.source = source
        }
    }

    public var rows: [Row]
    /// What information may be shared for.
    public var purposes: [SharingPurpose]
    /// Calendar months a consent lasts unless the person says otherwise, and the most it may.
    public var consentMonths: Int
    public var consentMonthsAtMost: Int
    /// Calendar months for which whoever had the person before goes on reading its own part, from its last day with them
    /// (design §5): the window of its claims. Six years, as their evidence is kept (M-060), unless the matrix says
    /// otherwise; ours.
    public var formerMonths: Int
    /// How many services one packet goes to at most (G-035). Six, unless the matrix says otherwise; ours.
    public var packetServices: Int

    public init(
        rows: [Row] = [], purposes: [SharingPurpose] = [], consentMonths: Int = 12, consentMonthsAtMost: Int = 24,
        formerMonths: Int = 72, packetServices: Int = 6
    ) {
        self.rows = rows
        self.purposes = purposes
        self.consentMonths = consentMonths
        self.consentMonthsAtMost = consentMonthsAtMost
        self.formerMonths = formerMonths
        self.packetServices = packetServices
    }

    /// The row that opens a category on a day; the person always sees their own record.
    public func row(_ relation: Relation, _ category: Category, on day: CalendarDay) -> Row? {
        rows.first { $0.relation == relation && $0.categories.contains(category) && $0.runs.contains(day) }
    }

    /// Whether an organisation whose last day with the person is past still reads its own part on a day.
    func keepsOpen(after last: CalendarDay, on day: CalendarDay) -> Bool { day <= last.adding(months: formerMonths) }

    /// The earliest last day with a person after which an organisation still reads its own part on a day, for lists that
    /// are read by that last day.
    public func firstKeptOpen(on day: CalendarDay) -> CalendarDay {
        let first = day.adding(months: -formerMonths)
        // The month of the first may be too short for the day.
        return keepsOpen(after: first, on: day) ? first : first.adding(days: 1)
    }

    public func purpose(_ code: String) -> SharingPurpose? { purposes.first { $0.code == code } }

    /// What people may be asked to share for.
    public var asked: [SharingPurpose] { purposes.filter(\.isAsked) }

    /// The kinds of information of a question that are shared for its purpose, so that a yes can be to them.
    public func meant(by terms: ConsentTerms) -> [Category] {
        purpose(terms.purpose).map { terms.categories.filter($0.takes) } ?? terms.categories
    }
}

/// What information is shared for.
public struct SharingPurpose: Sendable, Equatable {
    public let code: String
    /// In words that follow “to”: `help you find and keep work`.
    public let words: String
    /// Whether a person may be asked to share for it. What a body must see a record for by law is not asked of them.
    public let isAsked: Bool
    /// The kinds of information it is for, and for no others; empty where it is for any.
    public let categories: [Category]

    public init(code: String, words: String, isAsked: Bool = true, categories: [Category] = []) {
        self.code = code
        self.words = words
        self.isAsked = isAsked
        self.categories = categories
    }

    /// Whether a kind of information is shared for it. Ethnic group is asked for equality monitoring and nothing else, so
    /// it is for no purpose that does not name it (K-038).
    public func takes(_ category: Category) -> Bool {
        categories.isEmpty ? category != .equality : categories.contains(category)
    }
}
