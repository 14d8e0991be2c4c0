import Casework
import Kernel
import Programmes
import Testing

@Suite("The programmes that ship")
struct ShippedTests {
    @Test("Each reads with no problem, and the catalogue finds it by its id")
    func read() throws {
        let catalogue = try Programmes.shipped()
        #expect(catalogue.ids == ["pathways-to-work-2003", "wakefield-2011", "work-programme-2011"])
        #expect(try catalogue.programme("work-programme-2011").title == "Work Programme")
        let refusal = #expect(throws: Refusal.self) { try catalogue.programme("work-programme-2012") }
        #expect(refusal?.sentence.contains("work-programme-2011") == true)
    }

    /// data/work-programme-fees.csv, typed again here: a slip in the file or in this table is seen.
    static let golden = """
        1 400 1200 26 170 13 3810 published derived derived published
        2 400 1200 26 215 13 4395 published derived derived published
        3 400 1200 13? 250 20 6600 published unconfirmed unconfirmed published
        4 400 1200 13? 250 20 6600 published unconfirmed unconfirmed published
        5 400 1000 13 115 20 3700 published unconfirmed unconfirmed published
        6 600 1200 13? 235 20 6500 unconfirmed unconfirmed unconfirmed unconfirmed
        7 600 3500 13? 370 26 13720 unconfirmed unconfirmed unconfirmed published
        8 400 1000 13? 145 13 3285 unconfirmed unconfirmed unconfirmed unconfirmed
        9 300 1200 26? 200 20 5500 unconfirmed unconfirmed unconfirmed unconfirmed
        """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

    @Test(
        "Contract year 1 is priced as the committee's table has it, group by group (D-033 to D-036, M-001)",
        arguments: golden)
    func firstYear(_ row: [String]) throws {
        let tariff = try workProgramme().tariff
        for attached in [day("2011-06-01"), day("2012-03-31")] {
            let terms = try #require(tariff.row(group: row[0], attached: attached))
            let attachment = try #require(terms.attachment)
            let sustainment = try #require(terms.sustainment)
            guard case .weeks(let outcome)? = terms.outcome else { Issue.record("no weeks"); return }
            #expect(attachment.value == (try Money(row[1])))
            #expect(outcome.fee.value == (try Money(row[2])))
            #expect(outcome.counted == .cumulative)
            #expect("\(outcome.weeks.value)\(outcome.weeks.status == .unconfirmed ? "?" : "")" == row[3])
            #expect(sustainment.fee.value == (try Money(row[4])))
            #expect(String(sustainment.atMost.value) == row[5])
            #expect(terms.maximum.value == (try Money(row[6])))
            #expect(terms.sum.value == terms.maximum.value)
            #expect(attachment.status.rawValue == row[7])
            #expect(outcome.fee.status.rawValue == row[7])
            #expect(sustainment.fee.status.rawValue == row[8])
            #expect(sustainment.atMost.status.rawValue == row[9])
            #expect(terms.maximum.status.rawValue == row[10])
            #expect(sustainment.everyWeeks == 4)
            #expect(sustainment.workingDaysAfter.value == 15)
            #expect(sustainment.afterAllottedTime == .untilFirstBreak)
            #expect(!terms.offBenefit.isEmpty)
        }
    }

    @Test("The attachment fee falls to a published nothing from 1 April 2014, and later terms are unconfirmed (D-033)")
    func taper() throws {
        let tariff = try workProgramme().tariff
        for (group, first) in [
            ("1", 400), ("2", 400), ("3", 400), ("4", 400), ("5", 400), ("6", 600), ("7", 600), ("8", 400), ("9", 300),
        ] {
            for (attached, pounds, status) in [
                ("2012-04-01", first * 3 / 4, FigureStatus.unconfirmed), ("2013-03-31", first * 3 / 4, .unconfirmed),
                ("2013-04-01", first / 2, .unconfirmed), ("2014-03-31", first / 2, .unconfirmed),
                ("2014-04-01", 0, .published), ("2016-12-01", 0, .published),
            ] {
                let terms = try #require(tariff.row(group: group, attached: day(attached)))
                #expect(terms.attachment?.value == Money(pence: pounds * 100))
                #expect(terms.attachment?.status == status)
                #expect(terms.outcome?.fee.status == .unconfirmed)
                #expect(terms.sustainment?.fee.status == .unconfirmed)
                #expect(terms.sustainment?.workingDaysAfter.status == .published)
                let year1 = tariff.row(group: group, attached: day("2011-06-01"))
                #expect(terms.outcome?.fee.value == year1?.outcome?.fee.value)
                #expect(terms.sustainment?.fee.value == year1?.sustainment?.fee.value)
            }
        }
    }

    @Test("An attachment before the first day, or of an unknown group, is unpriced and not free")
    func unpriced() throws {
        let tariff = try workProgramme().tariff
        #expect(tariff.row(group: "1", attached: day("2011-05-31")) == nil)
        #expect(tariff.row(group: "10", attached: day("2011-06-01")) == nil)
    }

    @Test("Support is 104 weeks from attachment, the first day counted (D-030)")
    func allotted() throws {
        let allotted = try #require(try workProgramme().allottedTime)
        #expect(allotted.value == .weeks(104))
        #expect(allotted.value.lastDay(attached: day("2011-06-01")) == day("2013-05-28"))
    }

    @Test("The failure's day picks the ladder; the last step repeats; no amounts means no row (D-060, M-012, M-054)")
    func ladders() throws {
        let programme = try workProgramme()
        let before = try #require(programme.ladder(benefit: "JSA", failure: day("2012-10-21")))
        let after = try #require(programme.ladder(benefit: "JSA", failure: day("2012-10-22")))
        #expect((0...4).map(before.weeks(afterEarlier:)) == [2, 4, 26, 26, 26])
        #expect((0...2).map(after.weeks(afterEarlier:)) == [4, 13, 13])
        #expect(before.earlyEnd == .init(sanctionWeeks: 26, afterWeeks: 4))
        #expect(after.earlyEnd == nil)
        #expect(before.countsBack.value == 52)
        #expect(programme.ladder(benefit: "ESA", failure: day("2012-01-01")) == nil)
    }

    @Test("Limits no source gives are marked ours, and the one a source gives is not (M-006, M-008, M-036, D-085)")
    func limits() throws {
        let programme = try workProgramme()
        let expected: [LimitKind: TimeLimit] = [
            .acknowledge: TimeLimit(2, .workingDays), .answerTransfer: TimeLimit(2, .workingDays),
            .queryUnsuitable: TimeLimit(14, .days), .thinkBeforeJoining: TimeLimit(2, .workingDays),
            .contactAfterReturn: TimeLimit(2, .workingDays), .queryExtension: TimeLimit(14, .days),
            .firstAppointment: TimeLimit(10, .workingDays), .notice: TimeLimit(5, .workingDays),
            .submissionPack: TimeLimit(2, .workingDays), .decision: TimeLimit(10, .workingDays),
            .reconsideration: TimeLimit(1, .months), .failureToAttendReply: TimeLimit(5, .days),
            .contactEvery: TimeLimit(2, .weeks),
        ]
        for kind in LimitKind.allCases {
            let figure = try #require(programme.limit(kind, on: day("2012-01-01")))
            #expect(figure.value == expected[kind])
            #expect(figure.status == (kind == .contactEvery ? .published : .ours))
        }
        #expect(programme.missedAppointments == .automatic)
        #expect(!programme.undecidedDoubtLapses)
    }

    @Test("Sensitive parts of a referral need agreement, and the rest goes (B-001, D-044)")
    func sharing() throws {
        let items = try workProgramme().sharing
        #expect(items.filter(\.needsConsent).map(\.code) == ["ethnic-group", "health", "convictions"])
        #expect(Set(items.map(\.code)).isSuperset(of: ["name", "birth-date", "address", "group", "basis"]))
    }

    @Test("Pathways: six, three or no interviews, the first in week 8; lists F1 and F2 whole (D-105 to D-107)")
    func pathways() throws {
        let programme = try Programmes.shipped().programme("pathways-to-work-2003")
        let interviews = try #require(programme.interviews)
        #expect(interviews.customers.map(\.interviews.value) == [6, 3, 0])
        #expect(interviews.customers.map(\.screened) == [true, false, false])
        #expect(interviews.customers[0].firstInDays?.value == WholeRange(from: 50, until: 56))
        #expect(interviews.intervalMonths.value == 1)
        #expect(interviews.windowWeeks.value == WholeRange(from: 4, until: 6))
        #expect(programme.reasons[.waiver]?.map(\.code) == (1...12).map { "F-0\($0 < 10 ? "0" : "")\($0)" } + ["other"])
        #expect(programme.reasons[.deferral]?.map(\.code) == (15...23).map { "F-0\($0)" } + ["other"])
        #expect(programme.reason("F-009", in: .waiver)?.attitude == true)
        #expect(programme.reason("other", in: .waiver)?.needsNote == true)
        #expect(programme.fund("adviser-discretion-fund")?.cap?.value == Money(pence: 30_000))
        #expect(programme.fund("return-to-work-credit")?.weekly?.value == Money(pence: 4_000))
    }

    @Test("Wakefield: no clock drives the journey, and the fund is refused once attached (C34, A-143)")
    func wakefield() throws {
        let programme = try Programmes.shipped().programme("wakefield-2011")
        #expect(programme.stages.first { $0.id == "flexible-support" }?.next.contains("flexible-support") == true)
        #expect(programme.fund("flexible-support-fund")?.refusedWhen == ["attached-to-provider"])
        #expect(programme.groups.isEmpty)
    }

    @Test("Every figure has a source, in every file")
    func sources() throws {
        let catalogue = try Programmes.shipped()
        for id in catalogue.ids {
            let figures = ProgrammeFigures(try catalogue.programme(id)).entries
            #expect(!figures.isEmpty)
            #expect(figures.filter(\.source.isEmpty).isEmpty)
        }
    }
}

/// Read once for all the tests.
private let shipped = Result { try Programmes.shipped() }

func workProgramme() throws -> Programme { try shipped.get().programme("work-programme-2011") }

func day(_ text: String) -> CalendarDay {
    do { return try CalendarDay(text) } catch { preconditionFailure(error.sentence) }
}
