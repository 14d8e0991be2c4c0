public import Casework
import Foundation
import Kernel

/// Reads instruments and the list of barriers from their YAML text, with errors that name the line.
public enum InstrumentReader {
    /// What comes with Throughline.
    /// - Throws: `ProgrammeFault` when it is missing or damaged.
    public static func shipped() throws(ProgrammeFault) -> AssessmentTools {
        try read(folder: Programmes.definitions() + "/instruments")
    }

    /// What ships, with the folder `instruments` of an operator's own definitions laid over it, where there is one.
    /// - Throws: `ProgrammeFault` of the first file that has problems.
    public static func shipped(adding folder: String?) throws(ProgrammeFault) -> AssessmentTools {
        let tools = try shipped()
        guard let own = folder.map({ $0 + "/instruments" }), FileManager.default.fileExists(atPath: own) else {
            return tools
        }
        return tools.adding(try read(folder: own))
    }

    /// Every `.yaml` file of a folder: `barriers.yaml` is the list of barriers, any other an instrument.
    /// - Throws: `ProgrammeFault` of the first file that has problems; also when the folder cannot be read, or holds one
    ///   version of an instrument twice.
    public static func read(folder: String) throws(ProgrammeFault) -> AssessmentTools {
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
                barriers = try readBarriers(text: try YAMLText.load(path, file: name), file: name)
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
        return AssessmentTools(instruments, barriers: barriers)
    }

    /// - Throws: `ProgrammeFault` with every problem found.
    public static func read(path: String) throws(ProgrammeFault) -> Instrument {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file)
    }

    public static func read(text: String, file: String) throws(ProgrammeFault) -> Instrument {
        try Reading.whole(text, file: file, "the instrument") { $0.instrument() }
    }

    public static func readBarriers(text: String, file: String) throws(ProgrammeFault) -> BarrierList {
        try Reading.whole(text, file: file, "the list of barriers") { $0.barrierList() }
    }
}
