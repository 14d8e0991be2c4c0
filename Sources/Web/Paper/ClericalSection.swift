import Casework
import Kernel
import Records

/// Payment lines that named officers entered from paper, beneath those that the events make.
struct ClericalSection: Component {
    let lines: [ClericalLine]
    let providers: [Identifier<Organisation>: String]
    let officers: [Identifier<Person>: String]
    let period: String

    var body: some HTML {
        Section("Clerical lines (\(lines.count))", id: "clerical") {
            p {
                "For people who are on paper alone, entered by a named officer from the paper file. They come to "
                "\(lines.map(\.amount).reduce(.zero, +)) from \(period), and are in no total above."
            }
            DataTable(
                "Clerical lines, the oldest first", rows: lines, captionIsUnseen: true,
                columns: [
                    Column("Due on") { line in WrittenDay(line.dueOn) },
                    Column("Payment", .heading) { line in "\(line.title), paper \(line.reference)" },
                    Column("Amount", .number) { line in line.amount.description },
                    Column("Group") { line in line.group },
                    Column("Provider") { line in providers[line.provider] ?? "A provider" },
                    Column("Entered by") { line in
                        "\(officers[line.officer] ?? "A named officer"), "
                        WrittenDay(line.entered)
                    },
                ])
        }
    }
}
