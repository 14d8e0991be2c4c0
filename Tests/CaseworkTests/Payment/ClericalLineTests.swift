import Kernel
import Testing

@testable import Casework

@Suite("Clerical lines")
struct ClericalLineTests {
    @Test("A paper reference has room for no name (K-001)", arguments: ["P-2012/14", "12", "AB/7", "LAPT-0042"])
    func references(_ text: String) throws {
        #expect(try PaperReference(" \(text) ").description == text)
    }

    @Test(
        "Anything a name could stand in is refused",
        arguments: ["Smith", "SMITH-1", "p-1", "John 3", "", "7", "P 12", "É-12", "P-2012/14/2012/14/201"])
    func names(_ text: String) {
        #expect(throws: Refusal.self) { try PaperReference(text) }
    }

    @Test("Its key is billable once and comes after every case's")
    func key() throws {
        let line = ClericalLine(
            reference: try PaperReference("P-2012/14"), programme: "work-programme-2011", kind: .sustainment,
            ordinal: 3,
            group: "2", provider: Story.prime, area: Story.areaID, dueOn: day("2013-02-01"),
            amount: Money(pence: 21_500), officer: Story.omar, entered: day("2013-02-04"))
        #expect(line.key == "work-programme-2011/paper P-2012-14/sustainment/03")
        #expect(line.title == "Sustainment 3")
        let cases = LineKey(
            programme: "work-programme-2011", subject: Identifier(high: .max, low: .max), kind: .sustainment,
            ordinal: 99)
        #expect(cases.description < line.key)
    }
}
