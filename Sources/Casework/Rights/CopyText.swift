public import Kernel

/// One sealed text of a record, with what has to be known of it before a copy of the record is given out.
public struct CopyText: Sendable, Equatable {
    public let place: CopyPlace
    public let event: EventStamp
    /// What the text is, in words: `Words`; `Details, employer`.
    public let label: String
    public let text: String
    /// Whether somebody has to read it first, because it may speak of somebody else.
    public let mayConcernOthers: Bool
}

extension Event<CaseFile> {
    /// Every value that is sealed with this event and can still be opened, in order.
    public var copyTexts: [CopyText] {
        guard let sealed = fact.sealed?.json else { return [] }
        let stamp = EventStamp(self)
        return sealed.leaves().map { leaf in
            CopyText(
                place: CopyPlace(event: id, path: leaf.path.joined(separator: ".")), event: stamp,
                label: Self.label(leaf.path), text: leaf.text,
                mayConcernOthers: mayConcernOthers(leaf.path, leaf.text))
        }
    }

    /// Codes, days and numbers name nobody, and what a person wrote or who they are is theirs to have. Anything else that
    /// somebody typed may speak of somebody else, whatever it was asked for.
    private func mayConcernOthers(_ path: [String], _ text: String) -> Bool {
        if by.role == .customer { return false }
        if case .customer = fact { return false }
        let name = path.last { Int($0) == nil } ?? ""
        if Self.codes.contains(name) { return false }
        return !text.allSatisfy { $0.isNumber || "-:.,+ ".contains($0) }
    }

    /// Members of sealed parts that hold codes chosen from a list. Who was with somebody at a meeting is a code too, and
    /// says something of whoever was: it is not among them, so that somebody reads it first.
    private static var codes: Set<String> {
        [
            "asks", "benefit", "circumstances", "chosen", "code", "day", "duties", "interpreter", "level",
            "route", "row", "since", "wish",
        ]
    }

    /// The names of fields that are not what a person would call them.
    private static var names: [String: String] {
        [
            "given": "first name", "family": "family name", "born": "birth date",
            "nationalInsurance": "national insurance number",
        ]
    }

    private static func label(_ path: [String]) -> String {
        let parts = path.filter { Int($0) == nil && $0 != "answers" }
        let words = parts.map { part in
            if let known = names[part] { return known }
            return part.reduce(into: "") { out, character in
                if character == "-" {
                    out.append(" ")
                } else if character.isUppercase {
                    out += " " + character.lowercased()
                } else {
                    out.append(character)
                }
            }
        }
        return words.joined(separator: ", ").capitalisedFirst
    }
}

extension JSON {
    /// The values at the ends of its branches, each with the names and numbers on the way to it. What is null or empty is
    /// left out.
    public func leaves(_ path: [String] = []) -> [(path: [String], text: String)] {
        switch self {
        case .null: []
        case .bool(let value): [(path, value ? "yes" : "no")]
        case .int(let value): [(path, String(value))]
        case .real(let value): [(path, String(value))]
        case .string(let value): value.isEmpty ? [] : [(path, value)]
        case .array(let values): values.enumerated().flatMap { $1.leaves(path + [String($0)]) }
        case .object(let members): members.flatMap { $0.value.leaves(path + [$0.name]) }
        }
    }
}
