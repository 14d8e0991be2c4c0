public import Casework
import Foundation
import Kernel

/// Reads the sharing matrix from its YAML text, with errors that name the line.
public enum SharingReader {
    /// The matrix that comes with Throughline, or that of an operator's own folder where it has one.
    /// - Throws: `ProgrammeFault` when it is missing or damaged.
    public static func shipped(adding folder: String? = nil) throws(ProgrammeFault) -> SharingMatrix {
        if let own = folder.map({ $0 + "/sharing/sharing.yaml" }), FileManager.default.fileExists(atPath: own) {
            return try read(path: own)
        }
        return try read(path: Programmes.definitions() + "/sharing/sharing.yaml")
    }

    /// - Throws: `ProgrammeFault` with every problem found.
    public static func read(path: String) throws(ProgrammeFault) -> SharingMatrix {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file)
    }

    public static func read(text: String, file: String) throws(ProgrammeFault) -> SharingMatrix {
        try Reading.whole(text, file: file, "the sharing matrix") { $0.sharingMatrix() }
    }
}

extension Fields {
    fileprivate func sharingMatrix() -> SharingMatrix {
        var matrix = SharingMatrix()
        matrix.purposes = unique("purposes", "a purpose", \.code) {
            SharingPurpose(
                code: $0.words("code"), words: $0.words("says"), isAsked: $0.flag("asked", or: true),
                categories: $0.choices("categories", Casework.Category.self))
        }
        let consent = part("consent") { (months: $0.whole("months", 1...120), atMost: $0.whole("at_most", 1...120)) }
        if let consent {
            (matrix.consentMonths, matrix.consentMonthsAtMost) = consent
            if consent.months > consent.atMost {
                reading.problem(line(of: "consent"), "A consent lasts longer than it may. Make months at most at_most.")
            }
        }
        if let months = part("former", { $0.whole("months", 1...120) }) { matrix.formerMonths = months }
        if let services = part("packet", { $0.whole("services", 1...20) }) { matrix.packetServices = services }
        let purposes = matrix.purposes
        let rows = items("rows", "a row") { (line: $0.line, row: $0.sharingRow(purposes)) }
        matrix.rows = rows.map(\.row)
        if matrix.rows.isEmpty {
            reading.problem(
                line(of: "rows"), "No organisation could open a record. Say under “rows” who sees what, and why.")
        }
        checkOnce(rows)
        return matrix
    }

    private func sharingRow(_ purposes: [SharingPurpose]) -> SharingMatrix.Row {
        let purpose = words("purpose")
        known(purpose, in: Set(purposes.map(\.code)), "purpose", "purposes")
        let relation = choice("relation", Relation.self, or: .none)
        let categories = choices("categories", Casework.Category.self)
        if [.none, .oneself, .partner, .supporter].contains(relation) {
            reading.problem(
                line(of: "relation"),
                "No row can open a record to “\(relation.rawValue)”: that follows from the person alone. Take it out.")
        }
        let consented: [Casework.Category] = [.safety, .health, .convictions, .household, .equality]
        for shut in consented where categories.contains(shut) {
            reading.problem(
                line(of: "categories"),
                "No row can open \(shut.title): only the person's consent does (design §5). Take it out.")
        }
        if let meant = purposes.first(where: { $0.code == purpose }),
            let other = categories.first(where: { !meant.takes($0) && !consented.contains($0) })
        {
            reading.problem(
                line(of: "categories"),
                "The purpose “\(purpose)” is not for \(other.title). Take it out, or give it a row of its own.")
        }
        return SharingMatrix.Row(
            relation: relation, categories: categories, purpose: purpose,
            basis: choice("basis", SharingBasis.self, or: .consent), runs: range(), source: words("source"))
    }

    /// A category is opened to a relation by one row at a time, so that its ground is never in doubt.
    private func checkOnce(_ rows: [(line: Int, row: SharingMatrix.Row)]) {
        for (index, (line, row)) in rows.enumerated() {
            for (_, other) in rows[..<index] where other.relation == row.relation && other.runs.overlaps(row.runs) {
                guard let twice = row.categories.first(where: other.categories.contains) else { continue }
                reading.problem(
                    line,
                    "Two rows open \(twice.rawValue) to “\(row.relation.rawValue)” at one time. Keep one, or end one with “until:”."
                )
            }
        }
    }
}
