/// The journey as it was meant: steps in their order, each with when it is due.
public struct DesignedPathway: Sendable {
    /// As the programme is called.
    public let title: String
    /// In the order in which they ought to happen; a run, which comes again and again, has no place in it.
    public let steps: [Step]

    /// - Parameters:
    ///   - title: as the programme is called.
    ///   - steps: in the order in which they ought to happen.
    public init(title: String, steps: [Step]) {
        self.title = title
        self.steps = steps
    }

    /// A time in which the clock of a run stands still.
    public struct Pause: Sendable, Equatable {
        /// The activity that begins it.
        public let from: String
        /// The activity that ends it.
        public let until: String

        /// - Parameters:
        ///   - from: the activity that begins it.
        ///   - until: the activity that ends it.
        public init(from: String, until: String) {
            self.from = from
            self.until = until
        }
    }
}

extension DesignedPathway {
    /// One thing that ought to happen, and when.
    public struct Step: Sendable {
        /// What it is, as people read it.
        public let title: String
        /// The same in as few words as a drawing has room for; nil where the title is short enough.
        public let brief: String?
        /// The activity by which a log tells of it.
        public let activity: String
        /// Other activities that are as good: of a first contact the notice served, or the meeting held.
        public let others: [String]
        /// Which time it is that the activity happens, counted from 1: of six interviews the third.
        public let occurrence: Int
        /// The activity that starts its clock, the first time it happens; of one that comes again, the time before. Nil
        /// for the first event of the case.
        public let after: String?
        /// The first moment at which it is not early, given the moment its clock started; nil where nothing is set.
        /// Milliseconds.
        public let earliest: (@Sendable (Int64) -> Int64)?
        /// The last moment at which it is not late, given the same. Milliseconds.
        public let latest: (@Sendable (Int64) -> Int64)?
        /// How often its own activity may happen; nil for as often as it likes.
        public let most: Int?
        /// Whether it may be left out with nothing amiss: it is judged only where it happened.
        public let isOptional: Bool
        /// Whether it comes again and again: each time is judged by its last moment after the time before, and the last
        /// of them as far as the case goes on.
        public let isRun: Bool
        /// Times in which the clock of a run stands still: what one of them touches is not judged.
        public let pauses: [Pause]

        /// - Parameters:
        ///   - title: what it is, as people read it.
        ///   - activity: the activity by which a log tells of it.
        ///   - others: other activities that are as good.
        ///   - occurrence: which time it is that it happens, counted from 1.
        ///   - after: the activity that starts its clock; nil for the first event of the case.
        ///   - earliest: the first moment at which it is not early, given the moment its clock started.
        ///   - latest: the last moment at which it is not late, given the same.
        ///   - most: how often its own activity may happen.
        ///   - isOptional: whether it is judged only where it happened.
        ///   - isRun: whether it comes again and again.
        ///   - pauses: times in which the clock of a run stands still.
        ///   - brief: the title in a few words.
        public init(
            title: String, activity: String, others: [String] = [], occurrence: Int = 1, after: String? = nil,
            earliest: (@Sendable (Int64) -> Int64)? = nil, latest: (@Sendable (Int64) -> Int64)? = nil, most: Int? = 1,
            isOptional: Bool = false, isRun: Bool = false, pauses: [Pause] = [], brief: String? = nil
        ) {
            self.title = title
            self.activity = activity
            self.others = others
            self.occurrence = occurrence
            self.after = after
            self.earliest = earliest
            self.latest = latest
            self.most = most
            self.isOptional = isOptional
            self.isRun = isRun
            self.pauses = pauses
            self.brief = brief
        }
    }
}
