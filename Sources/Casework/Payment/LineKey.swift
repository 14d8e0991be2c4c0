public import Kernel

/// The natural key of a payment line: billable once and refundable once (design §4.7).
///
/// The attachment is no part of it, so that ordinals run on across returns.
public struct LineKey: Sendable, Hashable {
    public let programme: String
    public let subject: Identifier<CaseFile>
    public let kind: LineKind
    /// 1 for the first of its kind.
    public let ordinal: Int

    public init(programme: String, subject: Identifier<CaseFile>, kind: LineKind, ordinal: Int) {
        self.programme = programme
        self.subject = subject
        self.kind = kind
        self.ordinal = ordinal
    }
}

/// What a payment is for.
public enum LineKind: String, Sendable, Hashable, CaseIterable {
    case attachment
    case jobOutcome = "job-outcome"
    case sustainment

    public var title: String {
        switch self {
        case .attachment: "Attachment"
        case .jobOutcome: "Job outcome"
        case .sustainment: "Sustainment"
        }
    }
}

extension LineKey: CustomStringConvertible {
    /// `work-programme-2011/0197…/sustainment/03`: for good, since statements are keyed by it. Text order is the order of
    /// the lines of a case.
    public var description: String {
        "\(programme)/\(subject)/\(kind.rawValue)/\(ordinal < 10 ? "0" : "")\(ordinal)"
    }

    /// - Throws: `Refusal` when the text is not a key in the printed form.
    public init(_ text: some StringProtocol) throws(Refusal) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, let kind = LineKind(rawValue: String(parts[2])),
            let ordinal = Int(parts[3]), ordinal > 0
        else { throw LineKey.unreadable(text) }
        self.init(programme: String(parts[0]), subject: try Identifier(parts[1]), kind: kind, ordinal: ordinal)
        guard description == String(text) else { throw LineKey.unreadable(text) }
    }

    private static func unreadable(_ text: some StringProtocol) -> Refusal {
        Refusal(
            "line.unreadable",
            "“\(text.prefix(80))” is not the reference of a payment line. Choose the line from the list.")
    }
}

extension LineKey: Comparable {
    public static func < (left: LineKey, right: LineKey) -> Bool { left.description < right.description }
}
