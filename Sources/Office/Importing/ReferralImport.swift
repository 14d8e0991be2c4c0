import Casework
public import Kernel
import Programmes

/// Takes in a file of referrals: each row registers or finds a customer, records the benefit and the referral interview,
/// and refers, all of it or nothing.
///
/// A row's commands have ids made of the source and the row's own reference, so that a file sent twice doubles nothing.
public struct ReferralImport: Sendable {
    let actor: Author
    let area: String
    let programme: String
    let source: String

    /// - Parameters:
    ///   - area: the name of the contract area.
    ///   - source: where the references come from; the same reference from another source is another row.
    public init(as actor: Author, area: String, programme: String, source: String = "referrals") {
        self.actor = actor
        self.area = area
        self.programme = programme
        self.source = source
    }

    /// Takes in every row that can be.
    /// - Parameters:
    ///   - more: the next bytes of the file; none at its end.
    ///   - progress: called now and then with the rows read.
    /// - Throws: `Refusal` when nothing of the file can be taken in: no header, an unknown column, no such area.
    public func run(
        in office: Office, reading more: @escaping @Sendable () throws -> [UInt8],
        progress: @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let intake = try await ReferralIntake(self, office)
        var reader = try CSVReader(more)
        guard let first = try reader.next() else {
            throw Refusal(
                "import.nothing", "There is nothing in the file. Give a file whose first line names its columns.")
        }
        let header = try ReferralHeader(first)
        var report = ImportReport()
        while let record = try reader.next() {
            do throws(Refusal) {
                let row = try ReferralRow(try header.values(of: record), on: office.clock.today)
                switch try await intake.take(row) {
                case .added: report.added += 1
                case .matched: report.matched += 1
                case .repeated: report.repeated += 1
                }
            } catch {
                report.rejected.append(
                    RejectedRow(
                        line: record.line, column: ReferralColumn(field: error.field)?.rawValue, reason: error.sentence)
                )
            }
            if report.rows.isMultiple(of: 20) { progress(report.rows) }
        }
        return report
    }
}

/// The columns of a file, in its order.
struct ReferralHeader {
    private let columns: [ReferralColumn]

    init(_ record: CSVReader.Record) throws(Refusal) {
        var columns: [ReferralColumn] = []
        for field in record.fields {
            guard case .text(let text) = field else {
                throw Refusal(
                    "import.header",
                    "The first line cannot be read. It must name the columns, parted by commas, in UTF-8.")
            }
            guard let column = ReferralColumn(rawValue: text.trimmed.lowercased()) else {
                throw Refusal(
                    "import.column",
                    "“\(text.prefix(40))” is not a column of a file of referrals. Use some of: "
                        + ReferralColumn.allCases.map(\.rawValue).joined(separator: ", ") + ".")
            }
            guard !columns.contains(column) else {
                throw Refusal("import.column-twice", "The column \(column.rawValue) is there twice. Keep one of them.")
            }
            columns.append(column)
        }
        let missing = ReferralColumn.needed.filter { !columns.contains($0) }.map(\.rawValue)
        guard missing.isEmpty else {
            throw Refusal(
                "import.missing", "The file has no column \(missing.joined(separator: ", ")). Add it to the first line."
            )
        }
        self.columns = columns
    }

    /// The values of a record by column.
    /// - Throws: `Refusal` about the first field that cannot be read, or when there are too few or too many.
    func values(of record: CSVReader.Record) throws(Refusal) -> [ReferralColumn: String] {
        var values: [ReferralColumn: String] = [:]
        for (column, field) in zip(columns, record.fields) {
            func refuse(_ sentence: String) -> Refusal {
                Refusal("import.field", sentence, field: column.rawValue)
            }
            switch field {
            case .text(let text): values[column] = text
            case .tooLong: throw refuse("This is longer than \(CSVReader.longest) bytes. Shorten it.")
            case .notText: throw refuse("This is not text in UTF-8. Save the file as UTF-8.")
            case .quotedBadly:
                throw refuse(
                    "A quotation mark stands where it may not. Put the value in marks, and double those inside.")
            case .unfinished:
                throw refuse(
                    "Its quotation mark is never closed, so the rest of the file could not be read. The file may be cut off."
                )
            }
        }
        guard record.fields.count == columns.count else {
            throw Refusal(
                "import.width",
                "There are \(record.fields.count) values on this row, and \(columns.count) columns. The file may be cut "
                    + "off, or a value with a comma may lack its quotation marks.")
        }
        return values
    }
}
