public import Casework
public import Kernel

extension ClericalLine {
    /// A line as `pay --json` writes it: like any other, and besides who entered it from which paper file. No event proves
    /// it.
    public var written: JSON {
        [
            "key": .string(key), "group": .string(group), "kind": .string(kind.rawValue), "ordinal": .int(ordinal),
            "amount": .int(amount.pence), "status": "clerical", "due_on": .text(dueOn), "provider": .text(provider),
            "proof": [], "paper": .text(reference), "officer": .text(officer), "entered_on": .text(entered),
        ]
    }

    /// A line as `pay --csv` writes it; where others have their proof it names the paper file and the officer.
    public var row: String {
        [
            key, group, kind.rawValue, String(ordinal), String(amount.pence), "clerical", dueOn.description,
            provider.description, "paper \(reference) entered by \(officer)",
        ].map(CSVText.quoted).joined(separator: ",")
    }

    /// `Job outcome, £1,200.00 (clerical, paper P-2012/14): due since 4 May 2012.`
    public var sentence: String { "\(title), \(amount) (clerical, paper \(reference)): due since \(dueOn.written)." }
}
