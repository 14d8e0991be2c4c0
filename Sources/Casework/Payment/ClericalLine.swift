public import Kernel

/// The reference of a paper file: capital letters, digits, `-` and `/`, with at least one digit and four letters at most,
/// so that no name fits in it (K-001, J-063).
public struct PaperReference: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// - Refuses: anything else.
    public init(_ text: String) throws(Refusal) {
        let trimmed = text.trimmed
        let allowed = trimmed.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "/"
        }
        let letters = trimmed.unicodeScalars.filter { ("A"..."Z").contains($0) }.count
        let digits = trimmed.unicodeScalars.filter { ("0"..."9").contains($0) }.count
        guard allowed, (2...20).contains(trimmed.count), letters <= 4, digits >= 1 else {
            throw Refusal(
                "paper.reference",
                "A paper reference has capital letters, digits, - and /, such as P-2012/14. A name does not belong in it.",
                rule: "K-001", field: "reference")
        }
        description = trimmed
    }
}

/// A payment line for somebody who is on paper alone, as the named officer entered it from the paper file.
public struct ClericalLine: Sendable, Equatable {
    public let reference: PaperReference
    public let programme: String
    public let kind: LineKind
    /// 1 for the first of its kind.
    public let ordinal: Int
    public let group: String
    public let provider: Identifier<Organisation>
    public let area: Identifier<Area>
    public let dueOn: CalendarDay
    public let amount: Money
    public let officer: Identifier<Person>
    public let entered: CalendarDay

    public init(
        reference: PaperReference, programme: String, kind: LineKind, ordinal: Int, group: String,
        provider: Identifier<Organisation>, area: Identifier<Area>, dueOn: CalendarDay, amount: Money,
        officer: Identifier<Person>, entered: CalendarDay
    ) {
        self.reference = reference
        self.programme = programme
        self.kind = kind
        self.ordinal = ordinal
        self.group = group
        self.provider = provider
        self.area = area
        self.dueOn = dueOn
        self.amount = amount
        self.officer = officer
        self.entered = entered
    }

    /// Billable once, like any other: `work-programme-2011/paper P-2012-14/job-outcome/01`. After every case's in order.
    public var key: String {
        "\(programme)/paper \(reference.description.replacing("/", with: "-"))/\(kind.rawValue)/"
            + "\(ordinal < 10 ? "0" : "")\(ordinal)"
    }

    /// `Job outcome`, `Sustainment 3`
    public var title: String { kind == .sustainment ? "\(kind.title) \(ordinal)" : kind.title }
}
