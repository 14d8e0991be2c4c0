import Casework
import Kernel

/// Which group a claim is in, what that means, and why: every group that was tried, with each of its conditions.
struct EligibilityExplanation: Component {
    let finding: EligibilityFinding
    /// Whether the answers given about the claim are shown with the groups they decided.
    var showsGroups = true

    var body: some HTML {
        switch finding.outcome {
        case .eligible(let match): MatchExplanation(match: match)
        case .notYet, .none, .refused:
            NoticeBox(.attention, title: "They cannot be referred on this claim today") { finding.sentence }
        }
        if showsGroups {
            if let deciding {
                p { strong { "Why group \(deciding.group)" } }
                GroupConditions(result: deciding)
            }
            Disclosure(othersTitle, open: finding.match == nil) {
                ForEach(others) { GroupConditions(result: $0) }
            }
        }
    }

    private var deciding: GroupResult? {
        finding.match.flatMap { match in finding.groups.first { $0.group == match.group } }
    }
    private var others: [GroupResult] { finding.groups.filter { $0.group != deciding?.group } }
    private var othersTitle: String {
        deciding == nil ? "Every group that was tried" : "The other groups, in the order they were tried"
    }
}

/// The group that decides, in plain words.
private struct MatchExplanation: Component {
    let match: EligibilityFinding.Match

    var body: some HTML {
        p {
            strong { "Group \(match.group), \(match.title): \(match.basis.plain)." }
            if match.status != .published { " (\(match.status.title))" }
        }
        if let duties = match.duties { p { "\(duties.title). \(duties.says)" } }
        p { "What joining means:" }
        ul { ForEach(match.joining) { line in li { line } } }
    }
}

private struct GroupConditions: Component {
    let result: GroupResult

    var body: some HTML {
        p {
            "Group \(result.group), \(result.title) "
            StatusTag(result.met ? "Met" : "Not met", result.met ? .done : .closed)
            if let day = result.reachedOn { " would be met on \(day.written)" }
        }
        ul {
            ForEach(result.conditions) { condition in
                li {
                    span(.class("unseen")) { condition.met ? "Met: " : "Not met: " }
                    span(.ariaHidden()) { condition.met ? "✓ " : "✗ " }
                    condition.sentence
                }
            }
        }
    }
}

extension Basis {
    /// Whether somebody must take part, in the words a page uses.
    var plain: String {
        switch self {
        case .mandatory: "taking part is required"
        case .voluntary: "taking part is by choice"
        }
    }
}
