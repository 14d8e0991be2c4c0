import Insight
import Kernel
import Testing

@testable import Office

@Suite("Which questions about journeys are answered")
struct JoinedMonthsTests {
    // MARK: Everybody there can be

    /// What can be true of somebody, as far as the questions of these tests can tell people apart.
    private struct Life {
        let programme: Int
        let month: String
        let agencies: [String]
        /// The months in which something happened besides.
        let active: [String]

        static let months = ["2012-04", "2012-05", "2012-07"]
        static let (agencies, active) = (["A", "B"], ["2012-10", "2012-11", "2013-01"])

        static let all: [Life] = (0..<2).flatMap { programme in
            months.flatMap { month in
                (0..<32).map { number in
                    Life(
                        programme: programme, month: month, agencies: some(of: agencies, number),
                        active: some(of: active, number / 4))
                }
            }
        }

        private static func some(of names: [String], _ number: Int) -> [String] {
            names.enumerated().filter { number & (1 << $0.offset) != 0 }.map(\.element)
        }

        /// Their journey, in which the activity says who they are.
        func journey(_ number: Int) throws -> ExportedJourney {
            func step(_ month: String, _ agency: String?) throws -> ExportedJourney.Step {
                ExportedJourney.Step(
                    activity: "\(number)", kind: "a", time: Instant(utc: try CalendarDay("\(month)-10")), person: nil,
                    agency: agency, role: "adviser")
            }
            // What is known of everybody happened outside of every period that is asked.
            let acting: [String?] = [nil] + agencies
            let steps = try acting.map { try step("2014-05", $0) } + active.map { try step($0, nil) }
            return ExportedJourney(
                id: "\(number)", attributes: [("programme", "p\(programme)"), ("cohort", month)], steps: steps)
        }
    }

    /// Every question of the page about these people: each programme and cohort with each of what may be asked besides.
    private static let programmes = [nil, "p0", "p1"]
    private static let cohorts = [nil, "2012-04", "2012-05", "2012-07", "2012-04..2012-06"]
    /// One organisation, or a year, a quarter or a month.
    private static let single: [(agencies: [String], period: String?)] = [
        ([], nil), (["A"], nil), (["B"], nil), ([], "2012-04..2013-03"), ([], "2012-10..2012-12"), ([], "2012-10"),
        ([], "2012-11"),
    ]
    private static let several: [(agencies: [String], period: String?)] = [
        (["A", "B"], nil), (["A"], "2012-10..2012-12"), (["A", "B"], "2012-10"), (["B"], "2012-04..2013-03"),
    ]

    /// A question with those whom it means of all there can be, a bit each.
    private struct Question {
        let asked: AskedJourneys
        let lives: SIMD4<UInt64>
        let isSingle: Bool
    }

    private static let questions = Result<[Question], any Error> { try everyQuestion() }

    private static func everyQuestion() throws -> [Question] {
        let lives = try Life.all.enumerated().map { try $0.element.journey($0.offset) }
        var questions: [Question] = []
        for (place, rest) in (single + several).enumerated() {
            for programme in programmes {
                for cohort in cohorts {
                    let asked = AskedJourneys(
                        programme: programme, cohort: cohort.flatMap { JourneyCohort($0) }, agencies: rest.agencies,
                        period: rest.period.flatMap { JourneyPeriod($0) })
                    let whom = try meant(asked, of: lives)
                    questions.append(Question(asked: asked, lives: whom, isSingle: place < single.count))
                }
            }
        }
        return questions
    }

    /// Whom the filter of a question means.
    private static func meant(_ asked: AskedJourneys, of lives: [ExportedJourney]) throws -> SIMD4<UInt64> {
        let map = try JourneyMap(.journeys { take in for life in lives { try take(life) } }, filter: asked.filter)
        var meant = SIMD4<UInt64>()
        for number in map.activities.compactMap({ Int($0.name) }) { meant[number / 64] |= 1 << UInt64(number % 64) }
        return meant
    }

    /// An answer: a question, and how many people it means.
    private struct Told {
        let question: Question
        let count: Int

        func isWithin(_ lives: SIMD4<UInt64>) -> Bool { (question.lives & ~lives) == SIMD4<UInt64>() }
        func isApart(from other: Told) -> Bool { (question.lives & other.question.lives) == SIMD4<UInt64>() }
    }

    /// So many made-up people, by their place in `Life.all`; the second programme and July are of few.
    private func population(_ size: Int, _ random: RandomSource) -> [Int] {
        (0..<size).map { _ in
            let (programme, month) = (random.below(6) / 5, random.below(9) / 4)
            let agencies = (random.below(6) > 0 ? 1 : 0) + random.below(2) * 2
            let active = random.below(2) + (random.below(3) > 0 ? 2 : 0) + random.below(2) * 4
            return programme * 96 + month * 32 + active * 4 + agencies
        }
    }

    private func told(_ questions: [Question], of people: [Int]) throws -> [Told] {
        let journeys = try people.enumerated().map { try Life.all[$0.element].journey($0.offset) }
        let each = Self.programmes.count * Self.cohorts.count
        var told: [Told] = []
        for first in stride(from: 0, to: questions.count, by: each) {
            var classes = JourneyClasses(questions[first].asked)
            for journey in journeys { classes.add(journey) }
            let joined = classes.joined
            for question in questions[first..<first + each] where joined.tells(question.asked) {
                let isMeant = { (life: Int) in question.lives[life / 64] & (1 << UInt64(life % 64)) != 0 }
                told.append(Told(question: question, count: people.count(where: isMeant)))
            }
        }
        return told
    }

    // MARK: One answer less another

    @Test(
        "No answer, no answer less one within it, and no three of which sums and differences are people, are of one to four (K-007)",
        arguments: [40, 60, 90, 150, 300])
    func subtraction(size: Int) throws {
        let questions = try Self.questions.get()
        let told = try told(questions, of: population(size, .seeded(UInt64(size))))
        #expect(told.count > 5 && told.count < questions.count, "some are told, and some are not")
        var found: [String] = []
        func check(_ count: Int, _ asked: Told...) {
            if (1...4).contains(count) { found.append("\(count): \(asked.map(\.question.asked))") }
        }
        for one in told {
            check(one.count, one)
            for other in told where other.isWithin(one.question.lives) { check(one.count - other.count, one, other) }
        }
        let single = told.filter(\.question.isSingle)
        for one in single {
            let within = single.filter { $0.isWithin(one.question.lives) }
            for (place, other) in within.enumerated() {
                for third in within[..<place] where third.isApart(from: other) {
                    check(one.count - other.count - third.count, one, other, third)
                }
            }
        }
        for (place, one) in single.enumerated() {
            for other in single[..<place] where other.isApart(from: one) {
                let both = one.question.lives | other.question.lives
                for third in single where third.isWithin(both) {
                    check(one.count + other.count - third.count, one, other, third)
                }
            }
        }
        #expect(found.isEmpty)
    }

    // MARK: By hand

    /// So many people of each month, and with which organisation.
    private func joined(
        _ months: [(String, Int)], _ asked: AskedJourneys = AskedJourneys(), with agency: String? = nil
    ) -> JoinedMonths {
        var classes = JourneyClasses(asked)
        for (month, count) in months {
            for _ in 0..<count {
                classes.add(
                    ExportedJourney(
                        id: month, attributes: [("programme", "p"), ("cohort", month)],
                        steps: [
                            .init(
                                activity: "a", kind: "a", time: Instant(milliseconds: 0), person: nil, agency: agency,
                                role: "adviser")
                        ]))
            }
        }
        return classes.joined
    }

    private func tells(_ joined: JoinedMonths, _ cohort: String) -> Bool {
        joined.tells(AskedJourneys(cohort: JourneyCohort(cohort)))
    }

    @Test("A quarter less one month less another tells of no month of two people (K-007)")
    func quarter() {
        let two = joined([("2012-04", 10), ("2012-05", 10), ("2012-06", 2)])
        #expect(tells(two, "2012-04..2012-06") && tells(two, "2012-04"))
        #expect(!tells(two, "2012-05") && !tells(two, "2012-06") && !tells(two, "2012-04..2012-05"))
        #expect(tells(two, "2012-05..2012-06"), "it stands with its neighbour")
        let five = joined([("2012-04", 10), ("2012-05", 10), ("2012-06", 5)])
        for month in ["2012-04", "2012-05", "2012-06"] { #expect(tells(five, month)) }
    }

    @Test("A month in which nobody was referred stands with any other, and years are kept apart before months")
    func none() {
        let years = joined([("2012-03", 6), ("2012-05", 2), ("2012-06", 6)])
        #expect(tells(years, "2012-04..2013-03") && tells(years, "2011-04..2012-03"))
        #expect(tells(years, "2012-03..2012-04") && !tells(years, "2012-06"))
    }

    @Test(
        "Where all but a few have to do with an organisation, it is not asked for; of no organisation nobody is told of"
    )
    func organisation() {
        let asked = AskedJourneys(agencies: ["A"])
        #expect(joined([("2012-04", 9)], asked, with: "A").tells(asked))
        #expect(joined([("2012-04", 9)], asked, with: "B").tells(asked))
        #expect(!joined([("2012-04", 4)], asked, with: "A").tells(asked))
        let everybody = AskedJourneys()
        #expect(joined([("2012-04", 4)], everybody).tells(everybody), "a page does not say how many they are")
        #expect(joined([], asked).tells(asked))
    }

    // MARK: Periods

    @Test("A period is a month, a quarter or a year from April, and no other days")
    func periods() throws {
        for (text, depth) in [("2012-04..2013-03", 1), ("2012-10..2012-12", 2), ("2012-11", 3)] {
            let period = try #require(JourneyPeriod(text))
            #expect(period.text == text && period.around.count == depth)
            for (one, next) in zip(period.around, period.around.dropFirst()) { #expect(one.contains(next)) }
        }
        for text in ["2012-11..2012-12", "2012-01..2012-12", "2012-11-05", "soon", ""] {
            #expect(JourneyPeriod(text) == nil, "\(text)")
        }
        for (first, last, text) in [
            ("2012-11-05", "2012-11-20", "2012-11"), ("2012-10-31", "2012-11-01", "2012-10..2012-12"),
            ("2012-12-31", "2013-01-01", "2012-04..2013-03"),
        ] {
            #expect(JourneyPeriod(holding: try CalendarDay(first), try CalendarDay(last))?.text == text)
        }
        for (first, last) in [("2012-03-31", "2012-04-01"), ("2012-11-05", "2012-11-04")] {
            #expect(JourneyPeriod(holding: try CalendarDay(first), try CalendarDay(last)) == nil)
        }
        let november = try #require(JourneyPeriod("2012-11"))
        let begins = Instant(utc: try CalendarDay("2012-11-01")).milliseconds
        let ends = Instant(utc: try CalendarDay("2012-12-01")).milliseconds
        #expect(november.filter == .active(begins..<ends))
    }
}
