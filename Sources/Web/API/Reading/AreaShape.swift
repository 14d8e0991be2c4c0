import Casework
import Kernel
import Records

/// An area beside the names of the organisations it speaks of.
struct AreaRead: Sendable {
    let area: Area
    let names: [Identifier<Organisation>: String]

    fileprivate func organisation(_ id: Identifier<Organisation>) -> JSON {
        ["id": .text(id), "name": .string(names[id] ?? "An organisation")]
    }
}

extension Shape where Value == AreaRead {
    /// One area: who commissions it, its periods with what is published of each key, and its shares.
    static var area: Shape {
        Shape(
            "Area",
            [
                Member("id", .reference) { .text($0.area.id) },
                Member("name", .text) { .string($0.area.name) },
                Member("nation", .coded(Nation.self), optional: true) { read in
                    read.area.opening.map { .string($0.nation.rawValue) }
                },
                Member("commissioner", .named, optional: true) { read in
                    read.area.opening.map { read.organisation($0.commissioner) }
                },
                Member("draws", .whole, "How many draws its register holds.") { .int($0.area.draws) },
                Member("periods", .list(Shape<DrawPeriod>.period.type)) {
                    Shape<DrawPeriod>.period.list($0.area.periods)
                },
                Member("shares", .list(Shape<SharesRead>.shares.type), "As they were set, the latest last.") { read in
                    Shape<SharesRead>.shares.list(
                        read.area.settings.map { SharesRead(setting: $0, area: read) })
                },
            ])
    }
}

extension Shape where Value == DrawPeriod {
    fileprivate static var period: Shape {
        Shape(
            "DrawPeriod",
            [
                Member("id", .text) { .string($0.id) },
                Member("from", .day) { .text($0.from) },
                Member("until", .day, "The last day.") { .text($0.until) },
                Member("commitment", .text, "SHA-256 of the key, in hexadecimal.") { .string($0.commitment) },
                Member("key", .text, optional: true, "In hexadecimal, once the period is over.") {
                    .text(of: $0.published)
                },
            ])
    }
}

/// The shares of one setting.
private struct SharesRead: Sendable {
    let setting: ShareSetting
    let area: AreaRead
}

extension Shape where Value == SharesRead {
    fileprivate static var shares: Shape {
        Shape(
            "Shares",
            [
                Member("programme", .text) { .string($0.setting.programme) },
                Member("group", .text, optional: true, "Left out for every group that has no setting of its own.") {
                    .text(of: $0.setting.group)
                },
                Member("from", .day) { .text($0.setting.from) },
                Member("shares", .list(Shape<ShareRead>.share.type)) { read in
                    Shape<ShareRead>.share.list(
                        read.setting.shares.map { ShareRead(share: $0, area: read.area) })
                },
            ])
    }
}

/// The share of one provider.
private struct ShareRead: Sendable {
    let share: Share
    let area: AreaRead
}

extension Shape where Value == ShareRead {
    fileprivate static var share: Shape {
        Shape(
            "Share",
            [
                Member("provider", .named) { $0.area.organisation($0.share.provider) },
                Member("ten-thousandths", .whole, "A chance in each draw, never a quota.") {
                    .int($0.share.tenThousandths)
                },
            ])
    }
}

/// One draw of an area's register.
struct DrawRead: Sendable {
    let entry: DrawRegisterQuery.Entry
    let area: AreaRead
}

extension Shape where Value == DrawRead {
    /// One draw, by its token and never by a name, as anybody can make it again.
    static var draw: Shape {
        Shape(
            "Draw",
            [
                Member("number", .whole, "1 for the area's first, with no gaps.") { .int($0.entry.draw.number) },
                Member("day", .day) { .text($0.entry.day) },
                Member("programme", .text) { .string($0.entry.draw.programme) },
                Member("group", .text) { .string($0.entry.draw.group) },
                Member("token", .text) { .text($0.entry.draw.token) },
                Member("period", .text, "Whose key it was drawn with.") { .string($0.entry.draw.period) },
                Member("value", .text, "16 hexadecimal digits: divided by 2 to the power of 64, a fraction of 1.") {
                    .text($0.entry.draw.value)
                },
                Member("provider", .named) { $0.area.organisation($0.entry.draw.provider) },
            ])
    }
}
