import ArgumentParser
import Casework
import Insight
import Kernel
import Office
import Programmes

/// What a map is laid beside: another cohort, or the pathway as it was designed.
struct BesideOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A cohort, as for --where, to lay another beside: cohort=2011-06.", valueName: "filter"))
    var compare: String?

    @Option(
        name: .customLong("with"), help: ArgumentHelp("The cohort beside it, in the same way.", valueName: "filter"))
    var other: String?

    @Option(
        help: ArgumentHelp(
            "The activity that the two cohorts are asked to have reached, as the log calls it.", valueName: "activity"))
    var reaching: String?

    @Option(
        help: ArgumentHelp(
            "Within so many days of the first event, or of --since; 365 when not given. Of the store one of 7, 14, 28, 91, 182, 365 and 730.",
            valueName: "days"))
    var within: Int?

    @Option(help: ArgumentHelp("The activity from which those days are counted.", valueName: "activity"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "A programme's file, or the id of one that ships: its pathway is laid over the journey; of the store, of those on it.",
            valueName: "programme"))
    var design: String?

    @Option(
        help: ArgumentHelp(
            "Whose bank holidays the pathway's working days know: england (when not given), wales, scotland or northern-ireland.",
            valueName: "nation"),
        transform: {
            guard let nation = Nation(rawValue: $0) else {
                throw ValidationError("--nation is one of: \(Nation.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return nation
        })
    var nation: Nation?

    /// - Throws: when what was given does not go together.
    var isAsked: Bool {
        get throws {
            let given = [compare, other, reaching].count(where: { $0 != nil })
            guard given == 0 || given == 3 else {
                throw ValidationError("A comparison needs all of --compare, --with and --reaching.")
            }
            guard given == 0 || design == nil else {
                throw ValidationError("Compare cohorts, or lay a pathway over the journey; not both at once.")
            }
            guard given == 3 || (since == nil && within == nil) else {
                throw ValidationError(
                    "--since and --within are asked of two cohorts: give --compare, --with and --reaching too.")
            }
            guard design != nil || nation == nil else {
                throw ValidationError("--nation is that of a pathway's working days: give --design too.")
            }
            guard within ?? 1 > 0 else { throw ValidationError("--within is a number of days from 1.") }
            return given == 3 || design != nil
        }
    }

    struct Cohorts: Sendable {
        let first: (name: String, filter: TraceFilter)
        let second: (name: String, filter: TraceFilter)
        let question: CohortQuestion
    }

    /// - Parameter filter: what must hold of both.
    func cohorts(_ filter: TraceFilter?) throws -> Cohorts? {
        guard let compare, let other, let reaching else { return nil }
        func cohort(_ text: String) throws -> (name: String, filter: TraceFilter) {
            let name = text.replacing("=", with: " ").replacing("|", with: " or ")
            return (name, .all([try TraceFilter(text)] + (filter.map { [$0] } ?? [])))
        }
        return Cohorts(
            first: try cohort(compare), second: try cohort(other),
            question: CohortQuestion(reaching: reaching, within: within ?? 365, since: since))
    }

    /// A programme's pathway, with the programme by the id under which the store knows those who are on it.
    struct Design: Sendable {
        let programme: String
        let pathway: DesignedPathway
    }

    func designed() throws -> Design? {
        guard let design else { return nil }
        let programme =
            design.contains("/") || design.hasSuffix(".yaml") || design.hasSuffix(".yml")
            ? try ProgrammeReader.read(path: design) : try Programmes.shipped().programme(design)
        return Design(programme: programme.id, pathway: try DesignedPathway(programme, in: nation ?? .england))
    }
}
