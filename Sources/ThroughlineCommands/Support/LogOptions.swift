import ArgumentParser
import Foundation
import Insight
import Kernel

/// How a log is read.
struct LogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("xes, csv or ocel; told from how the log begins, when not given.", valueName: "form"))
    var format: LogFile.Form?

    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "CSV: the column that says whose event it is, whom or what the journey is of.", valueName: "column"))
    var caseColumn = "case"

    @Option(help: ArgumentHelp("CSV: the column that says what happened.", valueName: "column"))
    var activity = "activity"

    @Option(help: ArgumentHelp("CSV: the column that says when.", valueName: "column"))
    var time = "time"

    @Option(
        help: ArgumentHelp(
            "CSV: the column that says who, else “person” where there is one; OCEL: the type of object.",
            valueName: "column"))
    var person: String?

    @Option(
        help: ArgumentHelp(
            "CSV: the column that says for which agency, else “agency” where there is one; OCEL: the type of object.",
            valueName: "column"))
    var agency: String?

    @Option(
        name: .customLong("says"), parsing: .singleValue,
        help: ArgumentHelp(
            "CSV: a column that says something of the case, as its cohort; may be given again.", valueName: "column"))
    var attributes: [String] = []

    @Option(
        help: ArgumentHelp(
            "CSV: where the clocks hung that times with no zone were read from, as Europe/London; UTC, when not given.",
            valueName: "zone"),
        transform: {
            guard let zone = TimeZone(identifier: $0) else {
                throw ValidationError("There is no time zone “\($0.prefix(40))”. Name it as Europe/London.")
            }
            return zone
        })
    var zone: TimeZone?

    @Option(
        help: ArgumentHelp(
            "CSV: how times are written, as dd/MM/yyyy HH:mm; else as 2012-08-09T08:30:00Z.", valueName: "form"),
        transform: { try TimeFormat($0) })
    var timeFormat: TimeFormat?

    @Option(help: ArgumentHelp("OCEL: the type of object whose journey it is.", valueName: "type"))
    var object: String?

    /// Whether something was said of the times of a table.
    var saysHowTimesAre: Bool { zone != nil || timeFormat != nil }

    /// Does something with a log; what is wrong with it is told with the name of the file.
    func read<Answer>(_ path: String, _ body: (EventLog) throws -> Answer) throws -> Answer {
        let file = try LogFile(path)
        let form = format ?? file.likelyForm
        guard form == .csv || !saysHowTimesAre else {
            throw Refusal(
                "map.times",
                "--zone and --time-format are of the times of a table, and this log is none. Leave them out.")
        }
        return try file.reading { bytes in
            switch form {
            case .xes: try body(.xes(bytes))
            case .csv:
                try body(
                    .csv(
                        bytes,
                        CSVMapping(
                            caseColumn: caseColumn, activity: activity, time: time, person: person, agency: agency,
                            attributes: attributes, zone: zone, timeFormat: timeFormat)))
            case .ocel:
                try body(
                    .ocel(
                        bytes,
                        OCELMapping(
                            caseType: object, personType: person ?? "person", agencyType: agency ?? "organisation")))
            }
        }
    }
}

extension LogFile.Form: ExpressibleByArgument {}
