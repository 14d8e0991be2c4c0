public import Casework
import Kernel

/// A programme told in plain words for somebody who will never read its file.
public struct ProgrammeExplanation: Sendable, Equatable {
    public struct Section: Sendable, Equatable {
        public let title: String
        /// A paragraph or an item each.
        public let lines: [String]
    }

    public let title: String
    public let summary: String
    /// Only the sections the programme has something to say in.
    public let sections: [Section]

    public init(_ programme: Programme) {
        title = programme.title
        summary = programme.summary
        sections = [
            Section(title: "When and where", lines: ProgrammeExplanation.reach(programme)),
            Section(
                title: "Who it is for",
                lines: programme.groupsTried.compactMap(programme.group).map { $0.explained(programme) }),
            Section(title: "What joining means", lines: programme.joining),
            Section(title: "What must be done, and what may follow", lines: programme.duties.map(\.explained)),
            Section(
                title: "What volunteering leads to", lines: programme.participation.map { $0.explained(programme) }),
            Section(title: "What is paid", lines: ProgrammeExplanation.payment(programme)),
            Section(title: "Sanctions", lines: programme.conditionality.flatMap(\.explained)),
            Section(title: "Time limits", lines: ProgrammeExplanation.limits(programme)),
            Section(title: "What customers are promised", lines: programme.standards.map(\.explained)),
            Section(title: "Interviews", lines: programme.interviews?.explained ?? []),
            Section(title: "The journey", lines: programme.stages.map { "\($0.title): \($0.says)" }),
            Section(title: "What an adviser can offer", lines: programme.menu.map { "\($0.title): \($0.says)" }),
            Section(title: "Money for customers", lines: programme.funds.map(\.explained)),
            Section(
                title: "What is explained before a referral",
                lines: programme.referralInterview.map { "\($0.title): \($0.says)" }),
            Section(title: "What is passed on", lines: programme.sharing.map(\.explained)),
            Section(title: "What counts as proof", lines: programme.proofs.map(\.explained)),
            Section(title: "Reasons that can be given", lines: ProgrammeExplanation.reasons(programme)),
        ].filter { !$0.lines.isEmpty }
    }

    /// The whole as text, sections underlined.
    public var text: String {
        var parts = [title + "\n" + String(repeating: "=", count: title.count)]
        if !summary.isEmpty { parts.append(summary) }
        for section in sections {
            parts.append(
                section.title + "\n" + String(repeating: "-", count: section.title.count) + "\n"
                    + section.lines.map { "* \($0)" }.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func reach(_ programme: Programme) -> [String] {
        let nations = programme.nations.map(\.title).joined(separator: ", ")
        let length = programme.allottedTime.map {
            "Support lasts \($0.value.written) from the day somebody is attached\($0.told)."
        }
        let last = programme.finalPaymentEnds.map { ends in
            "Support \(ends.value ? "ends" : "does not end") when the last payment falls due\(ends.told)."
        }
        return ["Runs in \(nations), taking people \(programme.runs.written)."] + [length, last].compactMap(\.self)
    }

    /// Each group's first terms in full; later attachments only by what differs.
    private static func payment(_ programme: Programme) -> [String] {
        guard !programme.tariff.rows.isEmpty else { return [] }
        return programme.groups.flatMap { group -> [String] in
            let rows = programme.tariff.rows.filter { $0.group == group.id }
            guard let first = rows.first else {
                return ["Group \(group.id): unpriced. No fee is known, and none is assumed."]
            }
            return rows.enumerated().map { position, row in
                "Group \(group.id), "
                    + (position > 0 && row.samePay(as: first) ? row.explainedBeside(first) : row.explained)
            }
        }
    }

    private static func limits(_ programme: Programme) -> [String] {
        LimitKind.allCases.flatMap { kind in
            (programme.limits[kind]?.entries ?? []).map { entry in
                let when = entry.range == .always ? "" : " \(entry.range.written)"
                return "\(kind.title) \(entry.value.value.written)\(when)\(entry.value.told)."
            }
        }
    }

    private static func reasons(_ programme: Programme) -> [String] {
        ReasonList.allCases.compactMap { list in
            guard let reasons = programme.reasons[list] else { return nil }
            let words = reasons.map {
                $0.attitude ? "\($0.text) (an attitude some staff reported, not a rule)" : $0.text
            }
            return "\(list.title): \(words.joined(separator: "; "))."
        }
    }
}

extension Figure where Value: CustomStringConvertible {
    /// `£400.00`, or `£300.00 (unconfirmed sample)`: a published figure goes unmarked.
    var marked: String { status == .published ? value.description : "\(value) (\(status.title))" }
}

extension Figure {
    /// ` (published: D-030)`, to follow the figure in a sentence.
    var told: String { " (\(status.title): \(source))" }
}
