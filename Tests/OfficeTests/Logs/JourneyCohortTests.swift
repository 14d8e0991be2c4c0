import Insight
import Testing

@testable import Office

@Suite("A cohort of months")
struct JourneyCohortTests {
    @Test(
        "It is read as an address writes it, and named as people say it",
        arguments: [
            ("2011-06", "June 2011"), ("2011-07..2011-09", "July to September 2011"),
            ("2011-04..2012-03", "April 2011 to March 2012"),
        ])
    func names(text: String, name: String) throws {
        let cohort = try #require(JourneyCohort(text))
        #expect(cohort.text == text && cohort.name == name)
    }

    @Test("A month that runs to itself is a month")
    func single() { #expect(JourneyCohort("2011-06..2011-06") == JourneyCohort("2011-06")) }

    @Test(
        "What is no run of months is not read",
        arguments: [
            "", "2011", "2011-13", "2011-6", "2011-06-01", "2011-06..", "..2011-06", "2011-06..2011-05", "soon",
            "2011-01..2011-02..2011-03", "2001-01..2011-01",
        ])
    func unreadable(text: String) { #expect(JourneyCohort(text) == nil) }

    @Test("It means those who say any of its months of themselves")
    func filter() throws {
        #expect(try #require(JourneyCohort("2011-06")).filter == .says("cohort", "2011-06"))
        #expect(
            try #require(JourneyCohort("2011-12..2012-01")).filter
                == .any([.says("cohort", "2011-12"), .says("cohort", "2012-01")]))
    }

    @Test("Every year from April, quarter and month that has anybody can be chosen, in that order")
    func choices() {
        let names = JourneyCohort.choices(in: ["2012-04", "2012-01", "2012-03"]).map(\.text)
        #expect(
            names == [
                "2011-04..2012-03", "2012-04..2013-03", "2012-01..2012-03", "2012-04..2012-06", "2012-01", "2012-03",
                "2012-04",
            ])
    }

    @Test("Two overlap when they have a month in common")
    func overlap() throws {
        let quarter = try #require(JourneyCohort("2011-04..2011-06"))
        #expect(quarter.overlaps(try #require(JourneyCohort("2011-06"))))
        #expect(!quarter.overlaps(try #require(JourneyCohort("2011-07"))))
    }
}
