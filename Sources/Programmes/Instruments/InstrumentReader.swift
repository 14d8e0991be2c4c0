public import Casework
import Foundation
import Kernel

/// Reads instruments and the list of barriers from their YAML text, with errors that name the line.
public enum InstrumentReader {
    /// What comes with Throughline.
    /// - Throws: `ProgrammeFault` when it is missing or damaged.
    public static func shipped() throws(ProgrammeFault) -> ServiceTools { try shipped(adding: nil) }

    /// What ships, with the folders `instruments` and `service` of an operator's own definitions laid over it, where
    /// there are any.
    /// - Throws: `ProgrammeFault` of the first file that has problems, of reviews by a stream no instrument has, and of
    ///   a level that an adviser sets by which somebody would be seen less often.
    public static func shipped(adding folder: String?) throws(ProgrammeFault) -> ServiceTools {
        let (instruments, barriers) = try read(folder: Programmes.definitions() + "/instruments")
        var tools = ServiceTools(instruments, barriers: barriers, rules: try ServiceReader.shipped(adding: folder))
        if let own = folder.map({ $0 + "/instruments" }), FileManager.default.fileExists(atPath: own) {
            let (instruments, barriers) = try read(folder: own)
            tools = tools.adding(instruments, barriers: barriers)
        }
        try check(reviewsOf: tools)
        return tools
    }

    private static func check(reviewsOf tools: ServiceTools) throws(ProgrammeFault) {
        func fault(_ sentence: String) -> ProgrammeFault {
            ProgrammeFault(file: "service.yaml", problems: [.init(line: nil, sentence: sentence)])
        }
        let reviews = tools.rules.planReviews
        let streams = Set(tools.instruments.flatMap(\.streams).map(\.code))
        if let unknown = reviews.byStream.keys.sorted().first(where: { !streams.contains($0) }) {
            throw fault(
                "Plans are reviewed by the stream “\(unknown.prefix(40))”, which no instrument has. Use one of: \(streams.sorted().joined(separator: ", "))."
            )
        }
        // The furthest from work were left alone where levels were used (E-023 to E-025); here a level cannot do that.
        let day = CalendarDay(number: 0)
        let levels = tools.offered.filter { $0.ratedBy == .adviser }.flatMap(\.streams).map(\.code)
        if let rarer = levels.sorted().first(where: { stream in
            reviews.due(after: day, stream: PlanStream(stream)) > reviews.due(after: day, stream: nil)
        }) {
            throw fault(
                "Plans of the stream “\(rarer.prefix(40))” would be gone through less often than others. A level that an adviser sets may bring more contact and never less: make it shorter."
            )
        }
    }

    /// Every `.yaml` file of a folder: `barriers.yaml` is the list of barriers, any other an instrument.
    /// - Throws: `ProgrammeFault` of the first file that has problems; also when the folder cannot be read, or holds one
    ///   version of an instrument twice.
    public static func read(
        folder: String
    ) throws(ProgrammeFault) -> (instruments: [Instrument], barriers: BarrierList) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ProgrammeFault(
                file: folder,
                problems: [
                    .init(line: nil, sentence: "The folder cannot be read. Check the path, and that you may read it.")
                ])
        }
        var instruments: [Instrument] = []
        var barriers = BarrierList()
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let path = folder + "/" + name
            if name == "barriers.yaml" {
                barriers = try readBarriers(path: path)
                continue
            }
            let instrument = try read(path: path)
            guard !instruments.contains(where: { $0.id == instrument.id && $0.version == instrument.version }) else {
                throw ProgrammeFault(
                    file: name,
                    problems: [
                        .init(
                            line: nil,
                            sentence:
                                "Another file in the folder is also version \(instrument.version) of “\(instrument.id)”. Raise the version of the newer one."
                        )
                    ])
            }
            instruments.append(instrument)
        }
        return (instruments, barriers)
    }

    /// - Throws: `ProgrammeFault` with every problem found.
    public static func read(path: String) throws(ProgrammeFault) -> Instrument {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file)
    }

    public static func read(text: String, file: String) throws(ProgrammeFault) -> Instrument {
        try Reading.whole(text, file: file, "the instrument") { $0.instrument() }
    }

    /// - Throws: `ProgrammeFault` with every problem found.
    public static func readBarriers(path: String) throws(ProgrammeFault) -> BarrierList {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try readBarriers(text: try YAMLText.load(path, file: file), file: file)
    }

    public static func readBarriers(text: String, file: String) throws(ProgrammeFault) -> BarrierList {
        try Reading.whole(text, file: file, "the list of barriers") { $0.barrierList() }
    }
}
