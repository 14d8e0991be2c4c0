import Casework
import Kernel
import Programmes
import Testing

@Suite("Telling a programme")
struct TellingTests {
    @Test("A tariff of another shape: an outcome of £2,995.20 earned in 456 and 182 days")
    func earningsOutcome() throws {
        let programme = try earningsProgramme()
        let row = try #require(programme.tariff.row(group: "all", attached: day("2018-01-15")))
        guard case .earnings(let terms)? = row.outcome else { Issue.record("not by earnings"); return }
        #expect(terms.threshold == Money(pence: 299_520))
        #expect(terms.lastDay(attached: day("2018-01-15")) == day("2018-01-15").adding(days: 637))
        #expect(row.attachment == nil)
        #expect(row.sustainment == nil)
        #expect(row.maximum.value == Money(pence: 250_000))
        #expect(programme.tariff.row(group: "all", attached: day("2018-01-14")) == nil)
        #expect(programme.allottedTime?.value == .days(456))
        #expect(
            ProgrammeExplanation(programme).text.contains(
                "once proven earnings reach £2,995.20 (16 hours for 26 weeks at £7.20)"))
        #expect(ProgrammePrice(programme).text.contains("£2,500.00+ at £2,995.20 earned in 638 days"))
    }

    @Test("The price table marks every figure that is not published")
    func price() throws {
        let lines = ProgrammePrice(try workProgramme()).text.split(separator: "\n").map(String.init)
        #expect(
            lines[0]
                == "Group  Attached                  Attachment  Job outcome              Sustainment                         Most in all"
        )
        #expect(
            lines[1]
                == "1      2011-06-01 to 2012-03-31  £400.00     £1,200.00 at 26 weeks    £170.00* each 4 weeks, at most 13*  £3,810.00"
        )
        #expect(
            lines.contains(
                "9      2014-04-01 on             £0.00       £1,200.00? at 26 weeks?  £200.00? each 4 weeks, at most 20?  £5,200.00?"
            ))
        #expect(lines.count == 1 + 36 + 1)
        #expect(lines.last?.hasPrefix("Unmarked figures are published; * derived") == true)
    }

    @Test("A group with no tariff is told as unpriced, and never as £0.00")
    func unpriced() throws {
        var programme = try workProgramme()
        programme.tariff = Tariff(programme.tariff.rows.filter { $0.group != "8" })
        let price = ProgrammePrice(programme)
        #expect(price.lines.first { $0.group == "8" }?.maximum == nil)
        #expect(price.text.contains("8      any day                   unpriced    unpriced"))
        #expect(
            ProgrammeExplanation(programme).text.contains("Group 8: unpriced. No fee is known, and none is assumed."))
        #expect(ProgrammeCheck(programme).warnings.contains { $0.sentence.hasPrefix("Group 8 has no price") })
    }

    @Test("The explanation has a section for everything the programme says, and none that is empty")
    func explanation() throws {
        let explanation = ProgrammeExplanation(try workProgramme())
        #expect(explanation.sections.allSatisfy { !$0.lines.isEmpty })
        let titles = explanation.sections.map(\.title)
        #expect(titles.starts(with: ["When and where", "Who it is for", "What joining means"]))
        #expect(!titles.contains("Interviews"))
        #expect(
            explanation.text.contains(
                "Group 2, JSA, aged 25 and over: on JSA, aged 25 or more, 12 or more calendar months on it at referral. "
                    + "Referral is mandatory (published: D-002)."))
        #expect(explanation.text.contains("JSA, for a failure from 22 October 2012: 4, then 13 weeks"))
        #expect(explanation.text.contains("Thought to be working (an attitude some staff reported, not a rule)"))
        let pathways = ProgrammeExplanation(try Programmes.shipped().programme("pathways-to-work-2003"))
        #expect(pathways.sections.map(\.title).contains("Interviews"))
        #expect(pathways.text.contains("New customers: 6 interviews, the first in days 50 to 56 of the claim"))
        let wakefield = ProgrammeExplanation(try Programmes.shipped().programme("wakefield-2011"))
        #expect(wakefield.sections.map(\.title).contains("The journey"))
    }

    @Test("A check says what is unconfirmed, what is ours, and who would be made to take part on no source")
    func check() throws {
        let check = ProgrammeCheck(try workProgramme())
        let warnings = check.warnings.map(\.sentence)
        #expect(warnings.contains { $0.contains("are marked “unconfirmed sample”") && $0.contains("group 9 (") })
        #expect(
            warnings.contains {
                $0.hasPrefix("Group 3 makes people take part in 2 circumstances that no source confirms")
            })
        #expect(check.findings.contains { $0.level == .note && $0.sentence.contains("our own setting") })
        #expect(
            check.findings.contains {
                $0.sentence == "No sanction amounts are known for ESA, so a decision on it is refused."
            })
        #expect(check.text.hasPrefix("warning: "))
    }
}
