/// How far a figure can be trusted. It is shown wherever the figure is.
public enum FigureStatus: String, Sendable, Hashable, CaseIterable {
    /// Printed in a public document, which `source` names.
    case published
    /// Arithmetic from something published; `source` says from what.
    case derived
    /// Recalled, with no document found. A sample until somebody confirms it.
    case unconfirmed
    /// Chosen by this project, because no source gives one.
    case ours

    /// The status as a page prints it beside the figure.
    public var title: String {
        switch self {
        case .published: "published"
        case .derived: "derived from published figures"
        case .unconfirmed: "unconfirmed sample"
        case .ours: "our own setting"
        }
    }
}

/// One number, amount or limit of a programme, with how far it can be trusted and where it comes from.
public struct Figure<Value: Sendable & Equatable>: Sendable, Equatable {
    public let value: Value
    public let status: FigureStatus
    /// Where it was printed, or why it was chosen, in a few words.
    public let source: String

    public init(_ value: Value, _ status: FigureStatus, source: String) {
        self.value = value
        self.status = status
        self.source = source
    }

    /// The same standing and source with another value, for a figure computed from this one.
    public func map<Other>(_ change: (Value) -> Other) -> Figure<Other> {
        Figure<Other>(change(value), status, source: source)
    }
}
