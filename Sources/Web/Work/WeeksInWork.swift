import Casework
import Kernel

/// Every week of work: counted or saying why not, with its proof and whose word that is.
struct WeeksInWork: Component {
    let account: PaymentAccount
    let programme: Programme?

    var body: some HTML {
        Disclosure("Every week of work, and why it counts or not") {
            DataTable(
                "\(account.weeks.count(where: \.counted)) of \(account.weeks.count) counted", rows: account.weeks,
                columns: WeekInWork.columns(programme))
        }
    }
}

extension WeekInWork {
    fileprivate static func columns(_ programme: Programme?) -> [Column<WeekInWork>] {
        [
            Column("Week", .number) { $0.number },
            Column("Days", .heading) { "\($0.from.written) to \($0.to.written)" },
            Column("Counted") { week in
                week.counted ? StatusTag("Counted", .done) : StatusTag("Not counted", .closed)
                if !week.counted { " \(week.why.map(\.sentence).joined(separator: " "))" }
            },
            Column("Proof, and whose word") { week in
                if week.proofs.isEmpty {
                    "None"
                } else {
                    week.proofs.map { "\(programme?.proof($0.kind)?.title ?? $0.kind) (\($0.word))" }
                        .joined(separator: "; ")
                    if !week.isProven { ", not for every day" }
                }
            },
        ]
    }
}
