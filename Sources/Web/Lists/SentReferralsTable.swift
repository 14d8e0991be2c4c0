import Casework
import Kernel
import Records

/// How complete referrals were, by who sent them: for whoever leads those who send (G-097).
struct SentReferralsTable: Component {
    /// For how many days back referrals are counted. Ours.
    static let days = 182

    let sent: [SentReferrals]
    let names: [Identifier<Person>: String]

    /// Empty for whoever leads nobody who sends.
    init(_ reader: Author, on today: CalendarDay, in connection: any Connection) throws {
        sent =
            reader.role == .teamManager
            ? try ReferralScoreQuery.sent(
                by: reader.organisation, from: today.adding(days: -Self.days), in: connection) : []
        var names: [Identifier<Person>: String] = [:]
        for one in sent { names[one.person] = try AccountRegister.name(of: one.person, in: connection) }
        self.names = names
    }

    var body: some HTML {
        if !sent.isEmpty {
            Disclosure("How complete referrals were, by who sent them") {
                p {
                    "Of the last half year: how much of what a provider needs to begin was on record. Nothing is said "
                    "of somebody who sent fewer than \(SmallCells.least)."
                }
                DataTable(
                    "How complete referrals were, by who sent them", rows: sent, captionIsUnseen: true,
                    columns: [
                        Column("Sent by", .heading) { [names] row in names[row.person] ?? "Somebody who left" },
                        Column("Referrals", .number) { row in
                            row.count < SmallCells.least ? "Fewer than \(SmallCells.least)" : "\(row.count)"
                        },
                        Column("Complete", .number) { row in Self.complete(row) },
                    ])
            }
        }
    }

    private static func complete(_ row: SentReferrals) -> String {
        guard row.count >= SmallCells.least, row.score.of > 0 else { return "Not said" }
        return "\(row.score.held * 100 / row.score.of)%"
    }
}
