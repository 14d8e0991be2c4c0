public import Kernel

/// The jobcentre says whether taking part is required of somebody or their choice, after their life changed (C14, G-128).
/// The status is that on the day of an act (M-010): what was required until then is a choice from its first day on.
/// - Refuses: once the programme is over, a day before the referral or still to come, and no reason; and to require what
///   the programme requires of nobody in their group, or for days that have passed (M-081, ours).
public struct StateStatus: CaseCommand {
    public let basis: Basis
    public let from: CalendarDay
    public let words: Words?

    public init(basis: Basis, from: CalendarDay, words: Words?) {
        self.basis = basis
        self.from = from
        self.words = words
    }

    public static let act = Act.stateStatus
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard !referral.isOver(on: context.today) else {
            throw Refusal(
                "status.over", "Their time on the programme is over, so nothing is required of them any longer.")
        }
        guard referral.on <= from, from <= context.today else {
            throw Refusal(
                "status.day",
                "Give a day from \(referral.on.written), the day of the referral, up to today.", rule: "G-128, ours",
                field: "from")
        }
        if basis == .mandatory {
            let rows = try context.programme(referral.programme).group(referral.group)?.basis ?? []
            guard rows.contains(where: { $0.basis == .mandatory }) else {
                throw Refusal(
                    "status.no-duty",
                    "The programme requires nobody in group \(referral.group) to take part, so it stays their choice.",
                    rule: "M-081", field: "basis")
            }
            guard from == context.today else {
                throw Refusal(
                    "status.past",
                    "Nobody can be required to take part on days that have passed. Give today as the first day.",
                    rule: "M-010, ours", field: "from")
            }
        }
        guard let words else {
            throw Refusal(
                "status.words", "Say why in a sentence. The customer and the provider read it.", rule: "G-128",
                field: "words")
        }
        return [.referral(.statusStated(referral.id, basis, from: from, .open(words)))]
    }
}
