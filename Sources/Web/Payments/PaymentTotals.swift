import Casework
import Kernel
import Records

/// What the lines of one kind and group come to, with those that cannot be trusted or priced counted apart.
struct PaymentTotal: Sendable, Equatable {
    let kind: LineKind
    let group: String
    var count = 0
    var amount = Money.zero
    /// Lines whose rate nobody has confirmed; they are in the count and in the amount.
    var unconfirmed = 0
    var unconfirmedAmount = Money.zero
    /// Lines no tariff prices; they are in the count and in no amount.
    var unpriced = 0
    /// Whether no line of it has a price; a price of nothing is one.
    var isUnpriced: Bool { unpriced == count }

    init(kind: LineKind, group: String) {
        self.kind = kind
        self.group = group
    }

    /// One for each kind and group, in the order of the parts.
    static func all(_ totals: DueLineTotals) -> [PaymentTotal] {
        var found: [PaymentTotal] = []
        for part in totals.parts {
            if found.last?.kind != part.kind || found.last?.group != part.group {
                found.append(PaymentTotal(kind: part.kind, group: part.group))
            }
            found[found.count - 1].add(part)
        }
        return found
    }

    private mutating func add(_ part: DueLineTotals.Part) {
        count += part.count
        amount += part.amount
        if part.status == nil { unpriced += part.count }
        if part.status == .unconfirmed {
            unconfirmed += part.count
            unconfirmedAmount += part.amount
        }
    }
}

/// The totals of a period, in figures and by kind and group.
struct PaymentTotals: Component {
    let totals: [PaymentTotal]
    let period: String

    var body: some HTML {
        StatStrip([
            .init(isUnpriced ? "Unpriced" : "\(sum(\.amount))", counts: "due, \(period)"),
            .init(grouped(sum(\.count)), counts: "lines"),
            .init(
                grouped(sum(\.unconfirmed)), of: grouped(sum(\.count)),
                counts: "at an unconfirmed rate: \(sum(\.unconfirmedAmount))"),
            .init(grouped(sum(\.unpriced)), of: grouped(sum(\.count)), counts: "unpriced, in no total"),
        ])
        DataTable(
            "By kind and payment group", rows: totals,
            columns: [
                Column("Kind", .heading) { total in "\(total.kind.title), group \(total.group)" },
                Column("Lines", .number) { total in grouped(total.count) },
                Column("Pounds", .number) { total in total.isUnpriced ? "Unpriced" : total.amount.description },
                Column("Of it at an unconfirmed rate", .number) { total in
                    if total.unconfirmed == 0 {
                        span(.class("hint")) { "none" }
                    } else {
                        "\(total.unconfirmedAmount) in \(grouped(total.unconfirmed))"
                    }
                },
                Column("Unpriced lines", .number) { total in
                    if total.unpriced == 0 { span(.class("hint")) { "none" } } else { grouped(total.unpriced) }
                },
            ])
    }

    private var isUnpriced: Bool { totals.allSatisfy(\.isUnpriced) }
    private func sum(_ value: (PaymentTotal) -> Int) -> Int { totals.map(value).reduce(0, +) }
    private func sum(_ value: (PaymentTotal) -> Money) -> Money { totals.map(value).reduce(.zero, +) }
}
