public import Foundation

/// Which column of a table says what of an event.
public struct CSVMapping: Sendable, Equatable {
    /// The column that says whose event a row is.
    public var caseColumn: String
    /// The column of what happened.
    public var activity: String
    /// The column of when it happened, as XML Schema and ISO 8601 write it unless `timeFormat` says otherwise.
    public var time: String
    /// The column of who did it; nil for that called `person`, where there is one.
    public var person: String?
    /// The column of the organisation they did it for; nil for that called `agency`, where there is one.
    public var agency: String?
    /// Columns that say something of the case itself: its cohort, its outcome. The first row with a value decides.
    public var attributes: [String]
    /// What stands between two fields; nil for the one of comma, semicolon and tab that the heading has most of.
    public var separator: UInt8?
    /// Where the clocks hung that a time with no zone was read from; nil for UTC.
    public var zone: TimeZone?
    /// How times are written; nil as XML Schema and ISO 8601 write them.
    public var timeFormat: TimeFormat?

    /// - Parameters:
    ///   - caseColumn: the column that says whose event a row is.
    ///   - activity: the column of what happened.
    ///   - time: the column of when.
    ///   - person: the column of who did it; that called `person`, when nil.
    ///   - agency: the column of the organisation; that called `agency`, when nil.
    ///   - attributes: columns that say something of the case.
    ///   - separator: what stands between two fields.
    ///   - zone: where a time with no zone was read from a clock; UTC, when nil.
    ///   - timeFormat: how times are written; as XML Schema and ISO 8601 write them, when nil.
    public init(
        caseColumn: String = "case", activity: String = "activity", time: String = "time", person: String? = nil,
        agency: String? = nil, attributes: [String] = [], separator: UInt8? = nil, zone: TimeZone? = nil,
        timeFormat: TimeFormat? = nil
    ) {
        self.caseColumn = caseColumn
        self.activity = activity
        self.time = time
        self.person = person
        self.agency = agency
        self.attributes = attributes
        self.separator = separator
        self.zone = zone
        self.timeFormat = timeFormat
    }
}

/// The columns of a mapping by their places in one file.
struct CSVColumns {
    let count: Int
    let caseColumn: Int
    let activity: Int
    let time: Int
    let person: Int?
    let agency: Int?
    let attributes: [Int]

    /// - Throws: `LogFault` naming the column that is not there, and those that are.
    init(_ heading: [String], _ mapping: CSVMapping) throws(LogFault) {
        func place(_ name: String) throws(LogFault) -> Int {
            let places = heading.indices.filter { ExactName(heading[$0]) == ExactName(name) }
            guard let place = places.first else {
                let names = heading.map { "“\($0.prefix(40))”" }.joined(separator: ", ")
                throw LogFault(
                    line: 1, "There is no column “\(name)”. Say which column is meant; the file has \(names).")
            }
            guard places.count == 1 else {
                throw LogFault(line: 1, "There are \(places.count) columns “\(name)”. Give each a name of its own.")
            }
            return place
        }
        let needed = [try place(mapping.caseColumn), try place(mapping.activity), try place(mapping.time)]
        /// The column of a usual name, unless it was said to be something else.
        func optional(_ name: String?, or usual: String) throws(LogFault) -> Int? {
            if let name { return try place(name) }
            let places = heading.indices.filter { heading[$0] == usual && !needed.contains($0) }
            return places.count == 1 ? places[0] : nil
        }
        count = heading.count
        (caseColumn, activity, time) = (needed[0], needed[1], needed[2])
        person = try optional(mapping.person, or: "person")
        agency = try optional(mapping.agency, or: "agency")
        var attributes: [Int] = []
        for name in mapping.attributes { attributes.append(try place(name)) }
        self.attributes = attributes
    }
}
