public import Casework
import Kernel

/// What somebody who writes or adopts a programme should know about a file that can be read.
public struct ProgrammeCheck: Sendable, Equatable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// Something that will stop or mislead an officer.
        case warning
        /// Something to know.
        case note
    }

    public struct Finding: Sendable, Equatable {
        public let level: Level
        public let sentence: String
    }

    public let findings: [Finding]

    public var warnings: [Finding] { findings.filter { $0.level == .warning } }

    public init(_ programme: Programme) {
        findings =
            ProgrammeCheck.figures(programme) + ProgrammeCheck.bases(programme) + ProgrammeCheck.prices(programme)
            + ProgrammeCheck.unused(programme) + ProgrammeCheck.sanctions(programme)
    }

    /// One finding a line, warnings first.
    public var text: String {
        if findings.isEmpty { return "Nothing to report.\n" }
        return Level.allCases.flatMap { level in
            findings.filter { $0.level == level }.map { "\(level.rawValue): \($0.sentence)\n" }
        }.joined()
    }

    private static func figures(_ programme: Programme) -> [Finding] {
        let figures = ProgrammeFigures(programme)
        func finding(_ status: FigureStatus, _ level: Level, _ advice: String) -> Finding? {
            let found = figures.entries.filter { $0.status == status }
            guard !found.isEmpty else { return nil }
            var counts: [(part: String, count: Int)] = []
            for entry in found {
                if counts.last?.part == entry.part {
                    counts[counts.count - 1].count += 1
                } else {
                    counts.append((entry.part, 1))
                }
            }
            let list = counts.map { $0.count == 1 ? $0.part : "\($0.part) (\($0.count))" }.joined(separator: ", ")
            return Finding(
                level: level,
                sentence: "\(found.count) \(found.count == 1 ? "figure is" : "figures are") marked “\(status.title)”: "
                    + "\(list).\(advice)")
        }
        return [
            finding(.unconfirmed, .warning, " Find a source before money depends on it."),
            finding(.ours, .note, ""),
        ].compactMap(\.self)
    }

    private static func bases(_ programme: Programme) -> [Finding] {
        programme.groups.compactMap { group in
            let guesses = group.basis.filter { $0.status == .unconfirmed && $0.basis == .mandatory }
            guard !guesses.isEmpty else { return nil }
            return Finding(
                level: .warning,
                sentence:
                    "Group \(group.id) makes people take part in \(guesses.count) circumstances that no source confirms. "
                    + "Confirm them, or take them out so that they are refused.")
        }
    }

    private static func prices(_ programme: Programme) -> [Finding] {
        programme.groups.compactMap { group in
            let rows = programme.tariff.rows.filter { $0.group == group.id }
            if rows.isEmpty {
                return Finding(
                    level: .warning, sentence: "Group \(group.id) has no price: everybody in it is listed as unpriced.")
            }
            guard let first = programme.runs.from, !rows.contains(where: { $0.attached.contains(first) }) else {
                return nil
            }
            return Finding(
                level: .warning,
                sentence:
                    "Group \(group.id) has no price on the programme's first day, \(first.written): attachments then "
                    + "are listed as unpriced.")
        }
    }

    private static func unused(_ programme: Programme) -> [Finding] {
        let used = Set(
            programme.groups.flatMap { $0.entry + $0.basis.flatMap(\.when) }.flatMap(circumstances)
                + programme.participation.flatMap(\.when).flatMap(circumstances))
        return programme.circumstances.filter { !used.contains($0.code) }.map {
            Finding(level: .note, sentence: "The circumstance “\($0.code)” is asked and decides nothing.")
        }
    }

    private static func circumstances(_ condition: EntryCondition) -> [String] {
        switch condition {
        case .all(let conditions), .any(let conditions): conditions.flatMap(circumstances)
        case .has(let code), .lacks(let code), .since(let code), .months(let code, _): [code]
        case .benefit, .age, .monthsOnBenefit, .nation: []
        }
    }

    private static func sanctions(_ programme: Programme) -> [Finding] {
        guard programme.duties.contains(where: \.canBeMandated) else { return [] }
        let known = Set(programme.conditionality.map(\.benefit))
        return programme.benefits.filter { !known.contains($0.code) }.map {
            Finding(
                level: .note, sentence: "No sanction amounts are known for \($0.code), so a decision on it is refused.")
        }
    }
}
