public import Casework
import Kernel

/// A prime's chain as a file writes it: organisations by their names, which whoever stores it looks up.
public struct WrittenChain: Sendable, Equatable {
    public struct Partner: Sendable, Equatable {
        public let organisation: String
        public let part: ChainPart
        public let serves: String
        public let groups: [String]
        public let standards: [String]
        public let runs: DayRange
        /// Whether it shares its people as one team.
        public let isSharedTeam: Bool
    }

    public let prime: String
    public let specialists: SpecialistRoute
    /// Whether the prime's own office shares its people as one team.
    public let isSharedTeam: Bool
    public let partners: [Partner]
}

/// Reads a prime's supply chain from its YAML text, with errors that name the line (C04).
public enum ChainReader {
    /// - Parameter programmes: those whose groups and standards a chain may name.
    /// - Throws: `ProgrammeFault` with every problem found.
    public static func read(
        path: String, programmes: [String: Programme]
    ) throws(ProgrammeFault) -> WrittenChain {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file, programmes: programmes)
    }

    public static func read(
        text: String, file: String, programmes: [String: Programme]
    ) throws(ProgrammeFault) -> WrittenChain {
        try Reading.whole(text, file: file, "the chain") { $0.writtenChain(programmes) }
    }
}

extension Fields {
    fileprivate func writtenChain(_ programmes: [String: Programme]) -> WrittenChain {
        let id = words("programme")
        known(id, in: Set(programmes.keys), "programme", "the programmes loaded")
        let programme = programmes[id]
        return WrittenChain(
            prime: words("prime"), specialists: choice("specialists", SpecialistRoute.self, or: .either),
            isSharedTeam: flag("shared_team", or: false),
            partners: unique("partners", "a partner", \.organisation) { $0.chainPartner(programme) })
    }

    private func chainPartner(_ programme: Programme?) -> WrittenChain.Partner {
        let groups = wordList("groups")
        let standards = wordList("standards")
        if let programme {
            for group in groups { known(group, in: Set(programme.groups.map(\.id)), "groups", "groups") }
            for standard in standards {
                known(standard, in: Set(programme.standards.map(\.id)), "standards", "standards")
            }
        }
        return WrittenChain.Partner(
            organisation: words("organisation"), part: choice("part", ChainPart.self, or: .endToEnd),
            serves: optionalWords("serves") ?? "", groups: groups, standards: standards, runs: range(),
            isSharedTeam: flag("shared_team", or: false))
    }
}
