import Casework
import Hummingbird
import Kernel
import Office
import Records

/// The published register of one area, and how anybody can check it.
struct DrawsPage {
    static let size = 50

    let area: Area
    let draws: [DrawRegisterQuery.Entry]
    let names: [Identifier<Organisation>: String]
    let after: Int
    let today: CalendarDay
    let setsShares: Bool

    static func load(_ visit: Visit) async throws -> DrawsPage {
        let after = visit.query("after").flatMap { Int($0) }.map { max(0, $0) } ?? 0
        let (area, names) = try await visit.area()
        let draws = try await visit.office.database.read { connection in
            try DrawRegisterQuery.page(of: area.id, after: after, limit: size, in: connection)
        }
        return DrawsPage(
            area: area, draws: draws, names: names, after: after, today: visit.today,
            setsShares: area.isCommissioned(by: visit.actor))
    }

    var page: Page {
        Page(
            "Draws in \(area.name)", trail: [Link("Areas", to: SiteURL.areas.address)], section: SiteURL.areas.address,
            width: .wide
        ) {
            if setsShares {
                p { a(.href(SiteURL.shares(area.id).address)) { "Set the shares of this area" } }
            }
            Disclosure("How anybody can check a draw, with one worked through") {
                DrawCheckHelp()
                if let example = WorkedDraw(draws: draws, area: area, names: names) { example }
            }
            register
            h2 { "Keys" }
            PeriodTable(area: area, today: today)
        }
    }

    @HTMLBuilder private var register: some HTML {
        if draws.isEmpty {
            EmptyState(
                "No draw has been made.",
                comes: "Each is entered here with the next number when a customer is referred.")
        } else {
            DataTable(
                "Draws \(grouped(draws[0].draw.number)) to \(grouped(draws[draws.count - 1].draw.number)) of \(grouped(area.draws))",
                rows: draws,
                columns: [
                    Column("Number", .heading) { entry in grouped(entry.draw.number) },
                    Column("Day") { entry in WrittenDay(entry.day) },
                    Column("Programme") { entry in entry.draw.programme },
                    Column("Group") { entry in entry.draw.group },
                    Column("Token") { entry in span(.class("digits")) { entry.draw.token.description } },
                    Column("Value") { entry in
                        span(.class("digits")) { entry.draw.value.description }
                        " = \(entry.draw.value.fraction)"
                    },
                    Column("Provider") { [names] entry in names[entry.draw.provider] ?? "A provider" },
                ])
            if after > 0 || (draws.last?.draw.number ?? 0) < area.draws {
                Pager(
                    shown: "\(draws.count) of \(grouped(area.draws)) draws",
                    previous: after > 0
                        ? SiteURL.draws(area.id, after: after > Self.size ? after - Self.size : nil).address : nil,
                    next: draws.last.flatMap {
                        $0.draw.number < area.draws ? SiteURL.draws(area.id, after: $0.draw.number).address : nil
                    })
            }
        }
    }
}

extension DrawValue {
    /// The value as a fraction of 1, rounded down to four places: `0.4312`.
    var fraction: String { "0.\(String(10_000 + tenThousandths).dropFirst())" }
}

/// How anybody can make a draw again, in plain words.
private struct DrawCheckHelp: Component {
    var body: some HTML {
        ol {
            li {
                "Before a period begins, a commitment to its secret key is published: the key’s SHA-256 digest. The key cannot be changed after that."
            }
            li {
                "A customer’s token is put through HMAC-SHA-256 with that key. The first 64 bits, as a fraction of 1, are the value of the draw. Nobody can choose it, and drawing again gives the same value."
            }
            li {
                "The providers’ shares are laid end to end from 0 to 1. The provider whose stretch the value falls in is drawn."
            }
            li { "When the period is over the key is published, and anybody can make every draw again." }
        }
        p { "The program does all of it for you, with no access to any record of a person:" }
        pre { "throughline export draws > draws.jsonl\nthroughline allocate --check draws.jsonl" }
    }
}

/// One draw of the page, laid against the shares it was made by.
private struct WorkedDraw: Component {
    private struct Stretch: Sendable {
        let provider: String
        let share: Int
        let from: Int
        let drawn: Bool
    }

    private let draw: Draw
    private let day: CalendarDay
    private let stretches: [Stretch]

    /// - Returns: nil when no draw on the page agrees with the shares now on record for its day.
    init?(draws: [DrawRegisterQuery.Entry], area: Area, names: [Identifier<Organisation>: String]) {
        func shares(_ entry: DrawRegisterQuery.Entry) -> [Share] {
            area.shares(programme: entry.draw.programme, group: entry.draw.group, on: entry.day)
        }
        guard let entry = draws.first(where: { $0.draw.value.choose(from: shares($0)) == $0.draw.provider }) else {
            return nil
        }
        draw = entry.draw
        day = entry.day
        var from = 0
        stretches = shares(entry).map { share in
            defer { from += share.tenThousandths }
            return Stretch(
                provider: names[share.provider] ?? "A provider", share: share.tenThousandths, from: from,
                drawn: share.provider == entry.draw.provider)
        }
    }

    var body: some HTML {
        h3 { "Draw \(grouped(draw.number)), worked through" }
        p {
            "On \(day.written) the value was \(draw.value.fraction) (\(draw.value.description) in hexadecimal, divided by 2 to the power of 64)."
        }
        DataTable(
            "The shares laid end to end, and where the value falls", rows: stretches,
            columns: [
                Column("Provider", .heading) { stretch in stretch.provider },
                Column("Share", .number) { stretch in stretch.share.percent },
                Column("From", .number) { stretch in stretch.from.fractionOfOne },
                Column("Up to", .number) { stretch in (stretch.from + stretch.share).fractionOfOne },
                Column("The value \(draw.value.fraction)") { [draw] stretch in
                    if stretch.drawn {
                        StatusTag("falls here: drawn", .done)
                    } else if stretch.from + stretch.share <= draw.value.tenThousandths {
                        "is past it"
                    } else {
                        "is before it"
                    }
                },
            ])
    }
}

extension Int {
    /// Ten-thousandths as a percentage: `33.33%`, `50%`.
    var percent: String {
        let rest = self % 100
        guard rest != 0 else { return "\(self / 100)%" }
        return "\(self / 100).\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)%"
    }

    /// Ten-thousandths as a fraction of 1: `0.4312`, `1.0000`.
    fileprivate var fractionOfOne: String { "\(self / 10_000).\(String(10_000 + self % 10_000).dropFirst())" }
}
