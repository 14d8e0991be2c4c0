import Kernel
import Testing

@testable import Casework

@Suite("The report on assessments")
struct AssessmentReportTests {
    /// A count that is shown can never be turned into one that is not: no line of the table has a single gap.
    @Test("A small count is withheld, and so is enough that it cannot be worked out")
    func smallCells() {
        let random = RandomSource.seeded(5)
        for _ in 0..<2000 {
            let (rows, columns) = (1 + random.below(5), 1 + random.below(4))
            let counts = (0..<rows).map { _ in (0..<columns).map { _ in random.below(random.below(3) == 0 ? 8 : 40) } }
            let safe = SmallCells(counts)
            let table = zip(safe.cells, safe.rowTotals).map { $0 + [$1] } + [safe.columnTotals + [safe.total]]
            for (row, line) in table.enumerated() {
                #expect(line.count { $0 == nil } != 1, "row \(row) of \(counts)")
                for cell in line { #expect(cell.map { $0 >= 5 } ?? true) }
            }
            for column in 0...columns {
                #expect(table.count { $0[column] == nil } != 1, "column \(column) of \(counts)")
            }
            for row in 0..<rows {
                for column in 0..<columns {
                    if let shown = safe.cells[row][column] { #expect(shown == counts[row][column]) }
                }
            }
        }
    }

    @Test("A table with no small count is shown whole, with its totals")
    func whole() {
        let safe = SmallCells([[10, 20], [30, 40]])
        #expect(safe.cells == [[10, 20], [30, 40]])
        #expect(safe.rowTotals == [30, 70] && safe.columnTotals == [40, 60] && safe.total == 100)
    }

    /// Assessed on a day with a rating, settled or not, and perhaps in work some days later.
    private func person(
        _ number: UInt64, need: Bool, overruled: Bool?, works after: Int?, from: String = "2012-05-28"
    ) throws -> CaseFile {
        var room = try AssessmentRoom(number: number)
        room.now = Instant(london: day(from), hour: 10, minute: 0)
        let id = try room.assess(["cv": .chosen(["yes"]), "skills": .chosen(need ? ["read", "count"] : [])])
        if let overruled {
            try room.perform(
                StreamCustomer(
                    assessment: id, rating: overruled ? "amber" : "green", stream: overruled ? "help" : "search",
                    why: Words("x")))
        }
        if let after {
            room.fold(
                .employment(
                    .jobStarted(
                        .init(
                            job: Identifier(high: 9, low: number), started: day(from).adding(days: after),
                            kind: .employed, hours: try WeeklyHours(quarters: 80)), .shut)))
        }
        return room.file
    }

    @Test("Agreement and work afterwards are counted with their denominators, and small ones withheld (M-030)")
    func counts() throws {
        var files: [CaseFile] = []
        for number in 0..<40 as Range<UInt64> {
            let overruled = number < 20
            files.append(
                try person(
                    number, need: false, overruled: overruled, works: number % 2 == 0 ? 30 : number % 4 == 1 ? 400 : nil
                ))
        }
        for number in 40..<46 as Range<UInt64> {
            files.append(try person(number, need: true, overruled: nil, works: nil, from: "2013-05-01"))
        }
        let report = AssessmentReport(files, on: day("2013-06-01"))
        let part = try #require(report.parts.first)
        #expect(part.instrument == "made-up" && part.version == 1 && report.parts.count == 1)
        #expect(part.ratings == ["green"])
        #expect(part.agreement.cells == [[20, 20, 6]] && part.agreement.total == 46)
        // Work that came later than the weeks followed is not counted as an outcome.
        #expect(part.streams == ["help", "search"])
        #expect(part.outcomes.cells == [[10, 10], [10, 10]])
        #expect(part.tooSoon == 6)
        let few = AssessmentReport(files.prefix(3), on: day("2013-06-01"))
        #expect(few.parts.first?.agreement.total == nil)
        #expect(few.parts.first?.outcomes.cells == [[nil, nil]])
    }

    @Test("How many customers agreed is told of those who said anything, and withheld where few did (M-030, G-053)")
    func customers() throws {
        let files = try (0..<15).map { number in
            var room = try AssessmentRoom(number: UInt64(number))
            let id = try room.assess(["cv": .chosen(["yes"]), "skills": .chosen([])])
            let agrees = number < 9
            try room.perform(
                SayOfAssessment(assessment: id, agrees: agrees, words: agrees ? nil : Words("It is not so.")))
            return room.file
        }
        let report = AssessmentReport(files, on: day("2013-06-01"))
        let part = try #require(report.parts.first)
        #expect(part.customers.cells == [[9, 6]] && part.customers.total == 15)
        #expect(
            report.customers(part) == "Of 15 that customers said something of, they agreed with 9 (60%).")
        let few = AssessmentReport(files.dropLast(3), on: day("2013-06-01"))
        #expect(few.parts.first?.customers.cells == [[nil, nil]] || few.parts.first?.customers.total == nil)
        #expect(few.parts.first.map(few.customers)?.contains("is not told") == true)
    }
}
