/// The months of referral of every programme, joined with their neighbours until no class of people that a question speaks
/// of has one to four in them; the question is answered where it asks for whole blocks of months that are so joined.
///
/// So an answer is made of blocks, and what is left of one when others are taken from it is blocks too (docs/maps.md says
/// how far that goes). The rule is ours.
struct JoinedMonths {
    /// A programme and a month.
    struct Place: Hashable, Comparable {
        let programme: String
        /// Since the year nought began; -1 where nobody says.
        let month: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.programme, one.month) < (other.programme, other.month)
        }

        /// What begins with it, where another comes before: a programme, a year, a quarter or a month; the lowest first.
        fileprivate func rank(after other: Place) -> Int {
            guard programme == other.programme, other.month >= 0 else { return 0 }
            let lengths = JourneyCohort.lengths
            // April is the fourth month.
            let place = lengths.firstIndex(where: { (month - 3) / $0 != (other.month - 3) / $0 })
            return 1 + (place ?? lengths.count)
        }
    }

    private let places: [Place]
    /// Nil where not even everybody together may be told of.
    private let blocks: [Range<Int>]?

    /// - Parameters:
    ///   - places: those that have anybody, in order.
    ///   - blocks: which of them stand together; nil where not even all of them do.
    init(_ places: [Place], blocks: [Range<Int>]?) {
        self.places = places
        self.blocks = blocks
    }

    /// Whether a question may be answered by its programme and its cohort.
    func tells(_ asked: AskedJourneys) -> Bool {
        guard let blocks else { return false }
        let isAsked = places.map { place in
            (asked.programme.map { $0 == place.programme } ?? true)
                && (asked.cohort.map { $0.months.contains(place.month) } ?? true)
        }
        return blocks.allSatisfy { Set(isAsked[$0]).count == 1 }
    }

    // MARK: Joining

    /// The parts between cuts.
    static func blocks(_ count: Int, cutAt cuts: Set<Int>) -> [Range<Int>] {
        let ends = ([0, count] + cuts).sorted()
        return zip(ends, ends.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
    }

    /// Cuts the places apart wherever both sides of a cut stand: first between programmes, then between years, quarters and
    /// months, the earliest first.
    /// - Parameters:
    ///   - open: where they may be cut: before these places.
    ///   - stands: whether a part may be told of.
    static func cuts(_ places: [Place], at open: Set<Int>, where stands: (Range<Int>) -> Bool) -> Set<Int> {
        var cuts: Set<Int> = []
        let inOrder = open.map { ($0, places[$0].rank(after: places[$0 - 1])) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        for (place, _) in inOrder {
            let begins = cuts.filter { $0 < place }.max() ?? 0
            let ends = cuts.filter { $0 > place }.min() ?? places.count
            if stands(begins..<place), stands(place..<ends) { cuts.insert(place) }
        }
        return cuts
    }
}
