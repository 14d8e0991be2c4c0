public import Casework

/// A sharing matrix told in plain words: who sees what, for what, on what ground and on which days.
public struct SharingExplanation: Sendable, Equatable {
    public struct Section: Sendable, Equatable {
        public let title: String
        public let lines: [String]
    }

    public let title: String
    public let sections: [Section]

    public init(_ matrix: SharingMatrix) {
        title = "Who sees what, and why"
        var sections = Relation.allCases.map { relation in
            Section(
                title: relation.words.capitalisedFirst,
                lines: matrix.rows.filter { $0.relation == relation }.map { $0.explained(in: matrix) })
        }
        let shut = Casework.Category.allCases.filter { category in
            category != .safety && !matrix.rows.contains { $0.categories.contains(category) }
        }
        let asked = matrix.asked.map { purpose in
            let alone = purpose.categories.map(\.title).joined(separator: "; ")
            return "“\(purpose.words)”" + (alone.isEmpty ? "" : ": \(alone), and nothing else")
        }
        sections += [
            Section(title: "What only the person's consent opens", lines: shut.map(\.title)),
            Section(
                title: "What people may be asked to share for",
                lines: asked.isEmpty ? ["Nothing: nobody can be asked."] : asked),
            Section(
                title: "For how long",
                lines: [
                    "A consent lasts \(months(matrix.consentMonths)) unless the person says otherwise, and "
                        + "\(months(matrix.consentMonthsAtMost)) at most.",
                    "Whoever had the person before reads its own part for \(months(matrix.formerMonths)) after its "
                        + "last day with them.",
                ]),
            Section(
                title: "What is told once",
                lines: [
                    "A person can send the same to \(matrix.packetServices) services at one time, under a consent for each."
                ]),
        ]
        self.sections = sections.filter { !$0.lines.isEmpty }
    }

    public var text: String {
        var text = title + "\n"
        for section in sections { text += "\n\(section.title)\n" + section.lines.map { "  \($0)\n" }.joined() }
        return text
    }
}

extension SharingMatrix.Row {
    fileprivate func explained(in matrix: SharingMatrix) -> String {
        let why = matrix.purpose(purpose).map { ", to “\($0.words)”" } ?? ""
        return "Sees \(written), under \(basis.words)\(why). Source: \(source)"
    }

    /// What it opens and when: `jobs and hours, from 1 January 2013`.
    fileprivate var written: String {
        categories.map(\.title).joined(separator: "; ") + (runs == .always ? "" : ", \(runs.written)")
    }
}

private func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }

/// What whoever writes or adopts a matrix should know about a file that can be read.
public struct SharingCheck: Sendable, Equatable {
    public let findings: [String]

    /// - Parameter earlier: the matrix it takes the place of, where that is to be compared.
    public init(_ matrix: SharingMatrix, inPlaceOf earlier: SharingMatrix? = nil) {
        findings =
            SharingCheck.unopened(matrix) + SharingCheck.purposes(matrix)
            + (earlier.map { SharingCheck.lost(of: $0, in: matrix) } ?? [])
    }

    public var text: String { findings.isEmpty ? "Nothing to report.\n" : findings.map { $0 + "\n" }.joined() }

    /// Ties to which the record is shut whatever the day.
    private static func unopened(_ matrix: SharingMatrix) -> [String] {
        let ties = Relation.allCases.filter { ![.none, .partner, .oneself, .supporter].contains($0) }
        return ties.filter { tie in !matrix.rows.contains { $0.relation == tie } }.map {
            "No row opens anything to “\($0.rawValue)”: \($0.words)."
        }
    }

    private static func purposes(_ matrix: SharingMatrix) -> [String] {
        let used = Set(matrix.rows.map(\.purpose))
        var found: [String] = []
        if !matrix.asked.contains(where: { $0.takes(.equality) }) {
            found.append(
                "Nobody can be asked to share \(Casework.Category.equality.title): no purpose that is asked names it under “categories”."
            )
        }
        for purpose in matrix.purposes {
            if GivenWords(rawValue: purpose.words) == nil {
                found.append(
                    "The purpose “\(purpose.code)” has no Welsh here: whoever reads Welsh is told it in English.")
            }
            if !used.contains(purpose.code), !purpose.isAsked {
                found.append("The purpose “\(purpose.code)” is for no row, and nobody is asked to share for it.")
            }
        }
        return found
    }

    /// Rows and purposes of the earlier one that are not there any longer: what was seen by them has lost its ground.
    private static func lost(of earlier: SharingMatrix, in matrix: SharingMatrix) -> [String] {
        let rows = earlier.rows.filter { row in !matrix.rows.contains { $0.carries(on: row) } }.map {
            "This row is not there any longer, or says something else: “\($0.relation.rawValue)”: \($0.written). "
                + "Put it back as it stood, and end it with “until:”."
        }
        let codes = Set(matrix.purposes.map(\.code))
        let purposes = earlier.purposes.filter { !codes.contains($0.code) }.map {
            "The purpose “\($0.code)” is not there any longer. Put it back: what was agreed for it is told by it."
        }
        return rows + purposes
    }
}

extension SharingMatrix.Row {
    /// Whether it is an earlier row as it stood, or that row with a last day.
    fileprivate func carries(on earlier: Self) -> Bool {
        relation == earlier.relation && Set(categories) == Set(earlier.categories) && purpose == earlier.purpose
            && basis == earlier.basis && runs.from == earlier.runs.from
            && (runs.until == earlier.runs.until || earlier.runs.until == nil)
    }
}
