public import Casework
import Foundation
public import Kernel

/// The programmes an office works with, by id.
public struct ProgrammeCatalogue: Sendable, Equatable {
    public let programmes: [String: Programme]

    public init(_ programmes: [String: Programme]) { self.programmes = programmes }

    /// Ids in alphabetical order.
    public var ids: [String] { programmes.keys.sorted() }

    /// - Throws: `Refusal` naming those there are when there is none of this id.
    public func programme(_ id: String) throws(Refusal) -> Programme {
        guard let programme = programmes[id] else {
            throw Refusal(
                "programme.unknown",
                "There is no programme “\(id.prefix(60))”. Use one of: \(ids.joined(separator: ", ")).",
                field: "programme")
        }
        return programme
    }

    /// This catalogue with another laid over it: a programme of the same id is replaced.
    public func adding(_ other: ProgrammeCatalogue) -> ProgrammeCatalogue {
        ProgrammeCatalogue(programmes.merging(other.programmes) { _, new in new })
    }
}

/// Where programmes come from: those shipped, and a folder of an operator's own.
public enum Programmes {
    /// The programmes that come with Throughline.
    /// - Throws: `ProgrammeFault` when they are missing or damaged.
    public static func shipped() throws(ProgrammeFault) -> ProgrammeCatalogue {
        try read(folder: definitions())
    }

    /// The folder of everything that ships.
    /// - Throws: `ProgrammeFault` when it is missing.
    static func definitions() throws(ProgrammeFault) -> String {
        let folders = definitionFolders
        guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw ProgrammeFault(
                file: "Definitions",
                problems: [
                    .init(
                        line: nil,
                        sentence: "The programmes that ship with Throughline are not there. Put them in "
                            + folders.joined(separator: " or ") + ", or install Throughline again.")
                ])
        }
        return folder
    }

    /// Beside the program, where the build puts them, or under `share` where an installation may.
    ///
    /// `Bundle.module` is not used because it ends the process when the folder is missing.
    private static var definitionFolders: [String] {
        let program = Bundle.main.executableURL ?? Bundle.main.bundleURL.appending(path: "throughline")
        let folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
        return [
            folder.appending(path: "throughline_Programmes.resources/Definitions").path,
            folder.appending(path: "../share/throughline/programmes").standardizedFileURL.path,
        ]
    }

    /// Every `.yaml` file of a folder, in the order of their names.
    /// - Parameter orRulesAlone: whether a folder with no programme will do, where it has rules for those that ship:
    ///   the sharing matrix, the rules of the service, or instruments.
    /// - Throws: `ProgrammeFault` of the first file that has problems; also when the folder cannot be read, holds no
    ///   programme, or holds two of one id.
    public static func read(
        folder: String, orRulesAlone: Bool = false
    ) throws(ProgrammeFault) -> ProgrammeCatalogue {
        func fault(_ file: String, _ sentence: String) -> ProgrammeFault {
            ProgrammeFault(file: file, problems: [.init(line: nil, sentence: sentence)])
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw fault(folder, "The folder cannot be read. Check the path, and that you may read it.")
        }
        var found: [String: Programme] = [:]
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let programme = try ProgrammeReader.read(path: folder + "/" + name)
            guard found.updateValue(programme, forKey: programme.id) == nil else {
                throw fault(
                    name, "Another file in the folder is also “\(programme.id)”. Give each programme its own name.")
            }
        }
        let rules = ["sharing/sharing.yaml", "service/service.yaml", "instruments"]
        let holdsRules = rules.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
        guard !found.isEmpty || (orRulesAlone && holdsRules) else {
            throw fault(folder, "There is no programme in the folder. Put a file in it whose name ends in .yaml.")
        }
        return ProgrammeCatalogue(found)
    }
}
