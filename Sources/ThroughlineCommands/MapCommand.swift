import ArgumentParser
import Insight
import Kernel
import Office

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract:
            "Draw the journey that an event log, or the store, shows: what follows what, how often, after how long.",
        discussion: """
            throughline map LOG.xes.gz --as json writes the map for programs, and --as html a page to explore that needs \
            nothing else. Neither needs a further option.

            The log is XES (IEEE 1849-2016), comma-separated values or OCEL 2.0 in JSON, plain or packed with gzip; which, it \
            is told from how the log begins. With no log named it is the store itself, as a commissioner may see it. Within \
            a case events are in the order of their times, and those of one time in the order of the file. Of a table the \
            columns case, activity and time are read, or those named by --case, --activity and --time. A time with no zone is \
            read as UTC; of a table --zone says where its clocks hung, and --time-format how its times are written.

            One date that is wrong makes every case look long followed: --until leaves out what a log tells of later days.

            --where leaves the cases that are meant, and all that are given must hold: activity=A, begins=A, ends=A, \
            path=A -> B, agency=A, person=P, begun=2011-06-01..2011-09-30 (or a month), active=2011-06, or anything the case \
            says of itself, as cohort=2011-06, programme=… and outcome=work do in the store; “not ” before it turns it round, \
            and a bar between values means any of them. Of a table, what a case says of itself is the column of that name.

            --compare, --with and --reaching lay two cohorts one above the other: how many reached an activity, how soon, \
            where each waited and who handed them on, and how sure it is that they differ. As json or html.

            --design lays a programme's pathway over the map: in svg and html its steps have a double border and say how \
            many left them; json has it as the member “pathway”. Of the store only those on that programme are meant, and \
            of the pathway no count of fewer than five people is told.

            Example: throughline map journeys.xes.gz --as json
            Example: throughline map journeys.xes.gz --as html --output map.html
            Example: throughline map visits.csv --case client --activity step --time when --agency team
            Example: throughline map visits.csv --zone Europe/London --time-format "dd/MM/yyyy HH:mm" --until 2012-12-31
            Example: throughline map --database sqlite:data/throughline.sqlite --where cohort=2011-06 --as svg
            Example: throughline map --compare cohort=2011-06 --with cohort=2012-06 --reaching "Job started" --as html
            Example: throughline map --design work-programme-2011 --as html --output kept.html
            """)

    /// How the map is written.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case json, dot, svg, html
    }

    @Argument(
        help: ArgumentHelp("The event log, or - for standard input; the store when there is none.", valueName: "log"))
    var log: String?

    @Option(
        name: .customLong("as"),
        help: "json for programs, html for a page to explore, svg for a drawing, or dot for Graphviz.")
    var form: Form = .json

    @Option(
        name: .customLong("where"), parsing: .singleValue,
        help: ArgumentHelp("Which cases are meant, as cohort=2011-06; may be given again.", valueName: "filter"))
    var filters: [String] = []

    @Option(
        help: ArgumentHelp(
            "The last day of the log, in UTC: what it tells of later days is left out.", valueName: "date"),
        transform: { try CalendarDay($0) })
    var until: CalendarDay?

    @Option(
        help: ArgumentHelp(
            "In svg: draw the commonest steps until they are this share of all that were taken.", valueName: "percent"))
    var detail: Int?

    @OptionGroup(title: "Logs") var reading: LogOptions
    @OptionGroup(title: "Beside the map") var beside: BesideOptions

    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup(title: "The store") var store: StoreOptions

    func validate() throws {
        if let detail, !(1...100).contains(detail) { throw ValidationError("--detail is a share from 1 to 100.") }
        guard detail == nil || form == .svg else {
            throw ValidationError(
                "--detail says how much is drawn with --as svg: html has every level of detail, json and dot have all.")
        }
        guard log != nil || (until == nil && !reading.saysHowTimesAre) else {
            throw ValidationError(
                "--until, --zone and --time-format are of a log that is named: the store's ends today, and its times have their zone."
            )
        }
        guard try beside.isAsked else { return }
        if log == nil, let within = beside.within, !CohortQuestion.askable.contains(within) {
            let days = CohortQuestion.askable.map(String.init).joined(separator: ", ")
            throw ValidationError(
                "Of the store --within is one of \(days): of two answers some days apart one less the other would tell when somebody got there."
            )
        }
        if beside.design == nil, ![.json, .html].contains(form) {
            throw ValidationError("A comparison of two cohorts is written with --as json or --as html.")
        }
        if form == .dot {
            throw ValidationError("A pathway laid over the journey is written with --as json, svg or html.")
        }
    }

    func run() async throws {
        let filter = try filters.isEmpty ? nil : TraceFilter.all(filters.map { try TraceFilter($0) })
        let spill = try TemporaryFile()
        let told =
            if let cohorts = try beside.cohorts(filter) {
                try await answer(of: cohorts, spill)
            } else if let design = try beside.designed() {
                try await answer(of: design, filter, spill)
            } else {
                try await answer(of: filter, spill)
            }
        try await Output.writing(to: output) { try $0.line(told.text) }
        for note in told.notes { Terminal.say(note) }
    }

    /// What is written, and what is said beside it.
    private struct Told {
        let text: String
        var notes: [String] = []
    }

    /// Does something with the log that is named, or with the store.
    private func on<Answer: Sendable>(_ body: @escaping @Sendable (EventLog) throws -> Answer) async throws -> Answer {
        if let log { return try reading.read(log, body) }
        return try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            return try await store.office.readingLog(progress: { bar.show($0) }, body)
        }
    }

    /// The moment at which the log ends, where it was told.
    private var end: Instant? { until.map { Instant(utc: $0.adding(days: 1)) } }

    /// The page says how many people are still waiting; what else is written does not ask for it.
    private var waitingDays: Int? { form == .html ? ActivityWait.standard : nil }

    private func answer(of filter: TraceFilter?, _ spill: TemporaryFile) async throws -> Told {
        let (end, waitingDays) = (end, waitingDays)
        guard let filter else {
            let map = try await on {
                try JourneyMap($0, until: end?.milliseconds, spillingTo: spill, waitingOver: waitingDays)
            }
            return Told(text: try text(of: map))
        }
        let (map, sought) = try await on { log in
            let read = try SoughtLog(log, for: [filter], until: end, spillingTo: spill) {
                FilteredLog(MapDiscovery(spillingTo: spill, waitingOver: waitingDays), filter, naming: &$0)
            }
            return (try JourneyMap(read.sink.next, naming: read.tables, until: read.sink.until), read.sought)
        }
        let notes = try sought.notes(map.cases == 0)
        return Told(text: try text(of: map), notes: notes)
    }

    private func text(of map: JourneyMap) throws -> String {
        switch form {
        case .json: map.json.text
        case .dot: map.dot()
        case .svg: try drawing(of: map, nil)
        case .html: MapPage(map, title: title).html
        }
    }

    private func answer(of cohorts: BesideOptions.Cohorts, _ spill: TemporaryFile) async throws -> Told {
        let (first, second, question) = (cohorts.first, cohorts.second, cohorts.question)
        let activities = [question.reaching, question.since].compactMap(\.self)
        let asked = [first.filter, second.filter] + activities.map { TraceFilter.activity($0) }
        let end = end
        let (comparison, sought) = try await on { log in
            let read = try SoughtLog(log, for: asked, until: end, spillingTo: spill) {
                CohortSink(first.filter, second.filter, question, naming: &$0, spillingTo: spill)
            }
            let names = (first.name, second.name)
            return (try CohortComparison(read.sink, names, question, naming: read.tables), read.sought)
        }
        let empty = [comparison.first, comparison.second].filter { $0.map.cases == 0 && !$0.leavesOutFew }
        let names = empty.map { "“\($0.name)”" }.joined(separator: " and in ")
        let notes = try sought.notes(!empty.isEmpty, nobody: "Nobody is in \(names), so nothing can be compared.")
        return Told(text: form == .json ? comparison.json.text : ComparisonPage(comparison).html, notes: notes)
    }

    /// Of a log every case is listed, in json; of the store no count is told that would tell of fewer than five people,
    /// and nobody who is not on the programme is meant.
    private func answer(
        of design: BesideOptions.Design, _ filter: TraceFilter?, _ spill: TemporaryFile
    ) async throws -> Told {
        let isStore = log == nil
        let programme = TraceFilter.says("programme", design.programme)
        let meant = TraceFilter.all([filter, isStore ? programme : nil].compactMap(\.self))
        let (listing, end, waitingDays) = (!isStore && form == .json, end, waitingDays)
        let (all, map, sought) = try await on { log in
            let read = try SoughtLog(log, for: filter.map { [$0] } ?? [], until: end, spillingTo: spill) {
                LaidOver(
                    design.pathway, meant, naming: &$0, spillingTo: spill, listingCases: listing,
                    waitingOver: waitingDays)
            }
            return (read.sink.lived, try read.sink.map(naming: read.tables), read.sought)
        }
        let lived = isStore ? all.withheld(under: Proportion.least) : all
        let notes = try sought.notes(map.cases == 0)
        let text =
            switch form {
            case .svg: try drawing(of: map, lived)
            case .html: MapPage(map, title: title, lived: lived).html
            case .json, .dot: map.json(with: lived).text
            }
        return Told(text: text, notes: notes)
    }

    private var title: String {
        guard let log, log != "-" else { return "The journey" }
        return "The journey in \(log.split(separator: "/").last.map(String.init) ?? log)"
    }

    /// As much as is asked for; else the most that can be read.
    private func drawing(of map: JourneyMap, _ lived: LivedPathway?) throws -> String {
        let shown = detail.map { ShownMap(map, share: Double($0) / 100) } ?? .readable(map)
        if let drawing = MapDrawing(shown, title: title, lived: lived) { return drawing.svg }
        throw Refusal(
            "map.drawing",
            map.activities.isEmpty
                ? "There is nothing to draw: no event is in the cases that are meant."
                : "There are more than \(MapDrawing.mostSteps) different steps, too many to draw. Ask for less with --detail, or for fewer cases with --where."
        )
    }
}
