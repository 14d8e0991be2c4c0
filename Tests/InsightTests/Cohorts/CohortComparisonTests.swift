import Kernel
import Testing

@testable import Insight

@Suite("Two cohorts, one above the other")
struct CohortComparisonTests {
    private static let question = CohortQuestion(reaching: "work", within: 30)

    /// A case that begins on a day of 2012 and reaches work so many days later, when it does.
    private func journey(_ number: Int, cohort: String, begun: Int, worksAfter days: Int?) -> ExportedJourney {
        let work: [(String, Int)] = days.map { [("work", begun + $0)] } ?? []
        return MadeUpCohort.journey(number, cohort: cohort, [("begin", begun)] + work)
    }

    private func compare(_ journeys: [ExportedJourney]) throws -> CohortComparison {
        try CohortComparison(
            .journeys { take in for journey in journeys { try take(journey) } }, ("One", .says("cohort", "one")),
            ("Two", .says("cohort", "two")), Self.question)
    }

    /// 40 of cohort one, of whom 10 work in time; 40 of cohort two, of whom 30 do, and 10 more too new to say.
    private func made() throws -> CohortComparison {
        let one = (0..<40).map { journey($0, cohort: "one", begun: 0, worksAfter: $0 < 10 ? 20 : nil) }
        let two = (0..<40).map { journey(100 + $0, cohort: "two", begun: 20, worksAfter: $0 < 30 ? 10 : nil) }
        let new = (0..<10).map { journey(200 + $0, cohort: "two", begun: 95, worksAfter: nil) }
        let last = journey(300, cohort: "none", begun: 100, worksAfter: nil)
        return try compare(one + two + new + [last])
    }

    @Test("A rate counts those who were followed for long enough, and only they make a cohort mature")
    func mature() throws {
        let comparison = try made()
        #expect(comparison.first.rate == Proportion(10, of: 40) && comparison.first.isMature)
        #expect(comparison.second.rate == Proportion(30, of: 40) && !comparison.second.isMature)
        #expect(comparison.second.mature == 40 && comparison.second.map.cases == 50)
        // Those too new are followed for five days each, and then are gone.
        #expect(comparison.second.times.followed(to: 6 * 86_400_000) == 40)
        #expect(comparison.second.median?.days == 10 && comparison.first.median == nil)
    }

    @Test("What differs is told with how sure that is, and small cells not at all")
    func differences() throws {
        let comparison = try made()
        let work = try #require(comparison.differences.first { $0.from == "work" && $0.to == nil })
        #expect(work.isClear && work.more.difference > 0.3)
        let begun = try #require(comparison.differences.first { $0.from == "begin" && $0.to == nil })
        #expect(!begun.isClear && begun.more.difference == 0)
        let last = journey(300, cohort: "none", begun: 100, worksAfter: nil)
        let few = try compare(
            (0..<40).map { journey($0, cohort: $0 < 20 ? "one" : "two", begun: 0, worksAfter: $0 % 20 < 3 ? 1 : nil) }
                + [last])
        #expect(few.withheld == 2 && few.first.rate.isWithheld)
        #expect(few.json["cohorts"]?.array?.first?["rate"] == .null)
        #expect(few.sentence.contains("too few"))
    }

    @Test("Of two cohorts that are alike, the one that began later has not done less for that")
    func later() throws {
        // Everybody is seen again after fifty days, which the log tells of the first cohort alone.
        func cohort(_ name: String, from number: Int, begun: Int) -> [ExportedJourney] {
            (0..<40).map { place in
                let work: [(String, Int)] = place < 20 ? [("work", 20)] : []
                let steps: [(String, Int)] = [("begin", 0), ("met", 5)] + work + [("seen again", 50)]
                return MadeUpCohort.journey(
                    number + place, cohort: name, steps.map { ($0.0, begun + $0.1) }.filter { $0.1 <= 100 })
            }
        }
        let (one, two) = (cohort("one", from: 0, begun: 0), cohort("two", from: 100, begun: 60))
        let new = cohort("two", from: 200, begun: 90)
        let comparison = try compare(one + two + new + [journey(300, cohort: "none", begun: 100, worksAfter: nil)])
        #expect(comparison.second.counted == 80 && comparison.second.mature == 40)
        #expect(comparison.differences.allSatisfy { !$0.isClear && $0.first == $0.second })
        let work = try #require(comparison.differences.first { $0.from == "work" })
        #expect(work.first == Proportion(20, of: 40))
        #expect(!comparison.differences.contains { $0.from == "seen again" || $0.to == "seen again" })
    }

    @Test(
        "Where one to four are too new the five that began last are left out, so that no number less another tells of fewer"
    )
    func fewTooNew() throws {
        func compared(new: Int) throws -> CohortComparison {
            let two = (0..<40).map { journey(100 + $0, cohort: "two", begun: 20, worksAfter: $0 < 30 ? 10 : nil) }
            let late = (0..<new).map { journey(200 + $0, cohort: "two", begun: 95, worksAfter: nil) }
            // The latest come first in the log.
            return try compare(late + two + [journey(300, cohort: "none", begun: 100, worksAfter: nil)])
        }
        for new in 1...4 {
            let comparison = try compared(new: new)
            #expect(comparison.second.leavesOutFew && !comparison.second.isMature)
            let all = 40 + new
            let left = all - 5
            #expect(comparison.second.mature == left && comparison.second.counted == left)
            #expect(comparison.second.map.cases == left)
            #expect(comparison.second.times.followed(to: 0) == left)
            let page = ComparisonPage(comparison).html
            let why = "Fewer than five are too new to be counted; the five who began last are left out"
            #expect(page.contains("<td>\(left). \(why)</td>"))
            #expect(!comparison.json.wholeNumbers.contains(all))
            for told in ["of \(all)", ">\(all)<", "\(all) people"] { #expect(!page.contains(told), "\(told)") }
        }
        for (new, counted) in [(0, 40), (5, 45)] {
            let comparison = try compared(new: new)
            #expect(!comparison.second.leavesOutFew && comparison.second.isMature == (new == 0))
            #expect(comparison.second.mature == 40 && comparison.second.counted == counted)
            #expect(ComparisonPage(comparison).html.contains("<td>40 of \(counted)</td>"))
        }
    }

    @Test("Days may be counted from an activity, and who never came to it does not count")
    func since() throws {
        let comparison = try CohortComparison(
            .journeys { take in
                for number in 0..<12 {
                    try take(journey(number, cohort: "one", begun: 0, worksAfter: number < 8 ? 20 : nil))
                }
            }, ("One", .all([])), ("None", .any([])), CohortQuestion(reaching: "work", within: 1, since: "work"))
        // Twelve less eight would tell of four, so those are left out of the map too.
        #expect(comparison.first.counted == 8 && comparison.first.map.cases == 8)
        #expect(comparison.json["cohorts"]?.array?.first?["cases"]?.int == 8)
        let html = ComparisonPage(comparison).html
        #expect(html.contains("Fewer than five of One never came to “work”; they are left out."))
        #expect(html.contains("0 of 8") && !html.contains("12 people"))
        // Nobody worked a day before the log ends.
        let why = "cannot be said yet, as nobody in it has been followed for 1 day."
        for what in ["How many of One reached “work”", "Where people of One waited longest"] {
            #expect(html.contains("\(what) \(why)"), "\(what)")
        }
        #expect(!html.contains("is withheld, as no five"))
        #expect(comparison.second.counted == 0 && !comparison.second.isMature)
    }

    @Test("Who handed people on is told with how many that is of how many, and how sure the difference is")
    func handedOn() throws {
        func handed(_ number: Int, _ cohort: String, _ agencies: [String]) -> ExportedJourney {
            ExportedJourney(
                id: "\(number)", attributes: [("cohort", cohort)],
                steps: agencies.enumerated().map { day, agency in
                    ExportedJourney.Step(
                        activity: "seen", kind: "seen",
                        time: Instant(milliseconds: 1_325_376_000_000).adding(minutes: day * 1440), person: nil,
                        agency: agency, role: "adviser")
                })
        }
        let one = (0..<40).map { handed($0, "one", $0 < 17 ? ["North", "South"] : ["North"]) }
        let two = (0..<40).map { handed(100 + $0, "two", $0 < 20 ? ["North", "South"] : ["North"]) }
        let last = journey(300, cohort: "none", begun: 100, worksAfter: nil)
        let answer = try compare(one + two + [last]).answers[2]
        #expect(
            answer.contains(
                "From North to South it was 42.5% (17 of 40; 95% interval: 28.5% to 57.8%) of One and 50% (20 of 40; 95% interval: 35.2% to 64.8%) of Two. The difference may be chance: it is 7.5% (95% interval: "
            ))
        // All but two were handed on, which with the forty is as good as told.
        let most = (0..<40).map { handed(200 + $0, "two", $0 < 38 ? ["North", "South"] : ["North"]) }
        let withheld = try compare(one + most + [last])
        #expect(withheld.answers[2].contains("the same way: all but fewer than five of 40 people."))
        #expect(withheld.handOffs.first?.second.people == "all but fewer than 5")
        let html = ComparisonPage(withheld).html
        for told in ["38 people", ">38<", "38 of"] { #expect(!html.contains(told), "\(told)") }
        #expect(!withheld.json.wholeNumbers.contains(38))
    }

    @Test("The page says which is more, how sure that is, and which cohort is not mature")
    func page() throws {
        let html = ComparisonPage(try made()).html
        #expect(
            html.contains(
                "25% (10 of 40; 95% interval: 14.2% to 40.2%) of One and 75% (30 of 40; 95% interval: 59.8% to 85.8%) of Two reached “work”. That is clearly more in Two: the difference is 50% (95% interval: 28.5% to 65.3%)."
            ))
        #expect(
            html.contains("People of Two waited longest there too: 30 of 40 people, half of them 10 days or longer."))
        #expect(html.contains("the time of half was 10 days shorter in Two, and clearly so."))
        #expect(html.contains("Who handed people of One to whom is withheld"))
        #expect(html.contains("Two is not mature") && !html.contains("One is not mature"))
        #expect(html.contains("<h2>The journey of Two (not mature)</h2>\n<p>Two is not mature"))
        #expect(html.contains("<title>The journey of Two (not mature)</title>"))
        #expect(html.contains("<h2>The journey of One</h2>"))
    }

    @Test("Where not everybody was followed so long the line is another, which black and white tells too")
    func immature() throws {
        let comparison = try made()
        #expect(comparison.first.curve(Self.question).allSatisfy { $0.isOfAll })
        // Ten of the second were followed for five days.
        #expect(comparison.second.curve(Self.question).map(\.isOfAll) == [true, false, false, false, false, false])
        let cohorts = [comparison.first, comparison.second]
        let svg = try #require(CohortCurves(cohorts, Self.question).svg)
        #expect(svg.contains(">Two (not mature)</text>") && svg.contains(">One</text>"))
        #expect(svg.contains("stroke-dasharray=\"10 4 2 4\"") && !svg.contains("stroke-dasharray=\"2 4\""))
        let other = try #require(CohortCurves(cohorts.reversed(), Self.question).svg)
        #expect(other.contains("stroke-dasharray=\"2 4\"") && !other.contains("stroke-dasharray=\"10 4 2 4\""))
    }

    @Test("After how long half had got there is told with its interval, or that half never did")
    func median() throws {
        let comparison = try made()
        #expect(comparison.second.median == Cohort.Median(days: 10, low: 10, high: 10))
        let told = comparison.json["cohorts"]?.array?.last
        #expect(told?["median_days"]?.int == 10 && told?["median_low_days"]?.int == 10)
        #expect(told?["median_high_days"]?.int == 10)
        let html = ComparisonPage(comparison).html
        #expect(html.contains("<td>10 days (10 to 10)</td>") && html.contains("<td>not reached</td>"))
    }
}
