import Insight
import Kernel

/// Everybody by programme, by the month of their referral and by what a question asks of them besides: what is counted, while
/// the journeys pass by, to find out whether the question can be answered.
struct JourneyClasses {
    /// Which organisations of the question did something, and how near to its period something happened.
    private struct Kind: Hashable {
        static let (nobody, several) = (-1, -2)
        /// The place of the one that did among those asked for, `nobody` or `several`.
        var agency = nobody
        /// In how many of the year, the quarter and the month of the period something happened.
        var depth = 0
    }

    private let agencies: [String: Int]
    private let periods: [Range<Int64>]
    private var counts: [JoinedMonths.Place: [Kind: Int]] = [:]

    /// - Parameter asked: whose organisations and period are meant. Programmes and cohorts are asked of the answer.
    init(_ asked: AskedJourneys) {
        agencies = Dictionary(
            asked.agencies.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        periods = asked.period?.around ?? []
    }

    mutating func add(_ journey: ExportedJourney) {
        func says(_ name: String) -> String? { journey.attributes.first { $0.name == name }?.value }
        let month = says("cohort").flatMap { JourneyCohort($0) }?.months.lowerBound
        let place = JoinedMonths.Place(programme: says("programme") ?? "", month: month ?? -1)
        counts[place, default: [:]][kind(of: journey), default: 0] += 1
    }

    private func kind(of journey: ExportedJourney) -> Kind {
        var kind = Kind()
        for step in journey.steps {
            if let number = step.agency.flatMap({ agencies[$0] }), number != kind.agency {
                kind.agency = kind.agency == Kind.nobody ? number : Kind.several
            }
            kind.depth = max(kind.depth, periods.count(where: { $0.contains(step.time.milliseconds) }))
        }
        return kind
    }

    /// The months, joined where they have to be.
    var joined: JoinedMonths {
        let places = counts.keys.sorted()
        let kinds = places.map { counts[$0] ?? [:] }
        let asksAgencies = !agencies.isEmpty
        let asksMore = asksAgencies || !periods.isEmpty
        guard !asksMore || stands(kinds[...], askingAgencies: asksAgencies, depth: periods.count) else {
            return JoinedMonths(places, blocks: nil)
        }
        let ends = cuts(kinds, in: places, askingAgencies: asksAgencies, depth: periods.count)
        return JoinedMonths(places, blocks: JoinedMonths.blocks(places.count, cutAt: ends))
    }

    /// Where the places may be told apart: only where they may be when less is asked, so that whatever answers this one, an
    /// answer to less can be cut into the same pieces.
    private func cuts(
        _ kinds: [[Kind: Int]], in places: [JoinedMonths.Place], askingAgencies: Bool, depth: Int
    ) -> Set<Int> {
        var open = Set(places.indices.dropFirst())
        if askingAgencies { open.formIntersection(cuts(kinds, in: places, askingAgencies: false, depth: depth)) }
        if depth > 0 {
            open.formIntersection(cuts(kinds, in: places, askingAgencies: askingAgencies, depth: depth - 1))
        }
        return JoinedMonths.cuts(places, at: open) {
            stands(kinds[$0], askingAgencies: askingAgencies, depth: depth)
        }
    }

    /// Whether each class of people that a part of the places has is of five or more.
    private func stands(_ part: ArraySlice<[Kind: Int]>, askingAgencies: Bool, depth: Int) -> Bool {
        var classes: [Kind: Int] = [:]
        for (kind, count) in part.joined() {
            let seen = Kind(agency: askingAgencies ? kind.agency : Kind.nobody, depth: min(kind.depth, depth))
            classes[seen, default: 0] += count
        }
        return !classes.values.contains { Proportion.isFew($0) }
    }
}
