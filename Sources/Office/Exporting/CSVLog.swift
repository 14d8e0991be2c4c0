public import Insight
import Kernel

/// An event log as comma-separated values (RFC 4180): an event a row, the rows of a case together.
///
/// The first columns are those that `CSVMapping` reads when it is told of none, so that what is written can be read as it
/// stands. Every value of the store is guarded from being taken for a formula (`CSVText.inTable`).
public enum CSVLog {
    /// Whose event, what happened and when; who did it and for which organisation; what it is called in programme files,
    /// and what whoever did it is there.
    static let columns = ["case", "activity", "time", "person", "agency", "kind", "role"]

    /// The names of the columns, as the first row. After those of the event come those of what its case says of itself.
    public static var heading: String { CSVText.row(columns + JourneyTraits.names) }

    /// The rows of a journey, in the order of its steps.
    public static func rows(of journey: ExportedJourney) -> String {
        let said = JourneyTraits.names.map { name in journey.attributes.first { $0.name == name }?.value ?? "" }
        return journey.steps.map { step in
            let event = [
                journey.id, step.activity, step.time.description, step.person ?? "", step.agency ?? "", step.kind,
                step.role,
            ]
            return CSVText.row(event + said)
        }.joined()
    }

    /// Writes every row of a table again with its values as they stand, so that it has the same map; what this wrote itself
    /// comes out as the same bytes.
    /// - Parameters:
    ///   - source: a table whose values stand between commas, semicolons or tabs.
    ///   - put: takes each row as it is made.
    /// - Throws: `LogFault` with the line, for what is no table; and whatever the source or `put` throw.
    public static func copy(_ source: any ByteReader, to put: (String) throws -> Void) throws {
        var isHeading = true
        try CSVRows.read(source) { values in
            try put(isHeading ? CSVText.exactHeading(values) : CSVText.exactRow(values))
            isHeading = false
        }
    }
}
