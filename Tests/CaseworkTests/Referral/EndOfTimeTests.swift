import Kernel
import Testing

@testable import Casework

@Suite("The allotted time ends by the calendar")
struct EndOfTimeTests {
    @Test("It is over the day after its last day, and no day before (C13, D-030)")
    func over() throws {
        let story = try Story.attached(at: "2014-06-12")
        #expect(story.file.endOfAllottedTime(on: day("2014-06-11")) == nil)
        let over = try #require(story.file.endOfAllottedTime(on: day("2014-06-12")))
        #expect(over.reason == .completedTime && over.on == day("2014-06-11"))
        #expect(try Story.assigned().file.endOfAllottedTime(on: day("2014-06-12")) == nil)
    }

    @Test("Off the benefit is the reason where that ran past the last day, and not where it stopped with it (C13)")
    func offBenefit() throws {
        let cases: [(String?, ExitReason)] = [(nil, .offBenefit), ("2014-06-11", .completedTime)]
        for (last, reason) in cases {
            var story = try Story.attached(at: "2014-06-12")
            try story.perform(Story.benefit(false, from: "2014-05-01", until: last), by: Story.jane)
            #expect(story.file.endOfAllottedTime(on: day("2014-06-12"))?.reason == reason)
        }
    }

    @Test("An end on record stands (D-031)")
    func recorded() throws {
        var story = try Story.attached(at: "2013-02-04")
        try story.perform(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane)
        #expect(story.file.endOfAllottedTime(on: day("2014-06-12")) == nil)
    }

    @Test("The summary is asked for from four weeks before the end until four weeks after, or until it is written")
    func summary() throws {
        func due(_ text: String) throws -> Due? {
            try Story.attached(at: text).standing().dues.first { $0.code == .handBack }
        }
        #expect(try due("2014-05-13") == nil)
        #expect(try due("2014-05-14")?.sentence.contains("11 June 2014") == true)
        #expect(try due("2014-06-12")?.act == .handBack)
        #expect(try due("2014-07-09") != nil)
        #expect(try due("2014-07-10") == nil)
        var written = try Story.attached(at: "2014-05-14")
        try written.perform(
            HandBack(summary: Words("You learned to cook for forty."), seenByPerson: true), by: Story.dana)
        #expect(!written.standing().dues.contains { $0.code == .handBack })
    }

    @Test("The letter says when, what stays the same and where to go next, in under 150 words (A-013)")
    func letter() {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Northway Futures", adviser: "Ben Okoro",
            place: ["1 High Street", "Ashcombe AB1 6RS"], phone: "01632 960280", programme: "the Work Programme",
            sent: day("2014-05-14"))
        let letter = EndingText(head, last: day("2014-06-11"))
        #expect(letter.subject == "Your time with us ends on 11 June 2014")
        #expect(letter.text.contains("the Work Programme is 11 June 2014") && letter.text.contains("01632 960280"))
        #expect(letter.text.contains("go to your jobcentre"))
        for text in Language.allCases.map({ language in language.write { letter.text } }) {
            #expect(text.split { $0 == " " || $0.isNewline }.count < 150)
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        }
        #expect(Language.welsh.write { letter.text }.contains("canolfan waith"))
    }
}
