public import Casework
public import Kernel

extension DueLine {
    /// A line as `pay --json` writes it; the amount is in pence, null when no tariff prices it.
    public var written: JSON {
        [
            "key": .text(key), "group": .string(group), "kind": .string(key.kind.rawValue),
            "ordinal": .int(key.ordinal), "amount": amount.map { .int($0.value.pence) } ?? .null,
            "status": amount.map { .string($0.status.rawValue) } ?? .null,
            "due_on": dueOn.map { .text($0) } ?? .null, "provider": provider.map { .text($0) } ?? .null,
            "proof": .array(proof.map { .text($0) }),
        ]
    }

    /// The names of the columns of `row`.
    public static let columns = "key,group,kind,ordinal,amount_pence,status,due_on,provider,proof"

    /// A line as `pay --csv` writes it; the proving events are parted by spaces.
    public var row: String {
        [
            key.description, group, key.kind.rawValue, String(key.ordinal), amount.map { String($0.value.pence) } ?? "",
            amount?.status.rawValue ?? "", dueOn?.description ?? "", provider?.description ?? "",
            proof.map(\.description).joined(separator: " "),
        ].map(CSVText.quoted).joined(separator: ",")
    }
}
