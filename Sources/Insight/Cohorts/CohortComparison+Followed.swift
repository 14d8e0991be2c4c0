extension CohortComparison {
    /// Where the people of a cohort were after so many days, in words for a table.
    public struct Followed: Sendable, Equatable {
        /// The cohort's name; with a note where not everybody was followed for so many days.
        public let cohort: String
        /// From the beginning.
        public let days: Int
        /// How many were followed for so long and had not got there.
        public let waiting: Int
        /// The share that had got there, by Kaplan and Meier.
        public let reached: String
        /// What that share may be, at 95%, by Greenwood; his formula knows no doubt of a share of everybody.
        public let interval: String
    }

    /// The curves of both cohorts as rows: about eight points each, four weeks apart at most, and the last. The first
    /// cohort's come first.
    public var followed: [Followed] {
        [first, second].flatMap { cohort in
            spaced(cohort.curve(question)).map { point in
                Followed(
                    cohort: point.isOfAll ? cohort.name : "\(cohort.name) (not mature)", days: point.days,
                    waiting: point.followed, reached: Self.percent(point.reached),
                    interval: point.reached < 1 ? Self.written(point.low...max(point.low, point.high)) : "not known")
            }
        }
    }

    private func spaced(_ curve: [Cohort.Point]) -> [Cohort.Point] {
        let apart = min(28, max(1, question.within / 8))
        var spaced: [Cohort.Point] = []
        for point in curve {
            let isFar = spaced.last.map { point.days - $0.days >= apart } ?? true
            if isFar || point == curve.last { spaced.append(point) }
        }
        return spaced
    }

    /// What the columns of a table of `followed` have.
    public static let followedHeads = [
        "Cohort", "Days", "Followed and not there yet", "Had reached it", "95% interval",
    ]

    /// What to say where no curve can be drawn.
    public static let noCurve = "There are too few people to draw how soon without telling of fewer than five."

    /// What the curves and their table are, in sentences to stand beneath them.
    public static let followedNote =
        "Estimated after Kaplan and Meier (1958), intervals by Greenwood's formula (1926), as far as five people were followed or everybody had reached it. Days or weeks in which fewer than five did are told of with the next. Where not everybody was followed so long it says not mature, and the line is thin."
}
