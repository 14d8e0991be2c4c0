public import Kernel

/// A provider that has reached nobody by the last day for a query asks for longer, once (G-101).
/// - Refuses: before acknowledgement and that day, once somebody was reached, a second time, after the longest time, once
///   the referral was queried or the person has started, and with no reason.
public struct ExtendQuery: CaseCommand {
    public let words: Words?

    public init(words: Words?) { self.words = words }

    public static let act = Act.extendQuery
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.query == nil, referral.attachment == nil else {
            throw Refusal(
                "query.no-longer", "The referral was queried or this customer has started, so no more time is needed.")
        }
        guard referral.queryExtended == nil else {
            throw Refusal("query.extended", "Longer was asked for already. It can be asked for once.", rule: "G-101")
        }
        let programme = try context.programme(referral.programme)
        guard let window = QueryWindow(referral, file.appointments, in: programme), let from = window.extendsFrom else {
            throw Refusal(
                "query.not-extended",
                "Longer can be asked for only once a referral is acknowledged and while nobody has been reached.",
                rule: "G-101")
        }
        guard from <= context.today else {
            throw Refusal(
                "query.extend-early",
                "A referral can be queried until \(from.written). Ask for longer on that day, if nobody is reached.",
                rule: "G-101")
        }
        guard context.today <= window.end else {
            throw Refusal(
                "query.extend-late", "The longest time for a query ended on \(window.end.written).",
                rule: "G-101, ours")
        }
        guard let words else {
            throw Refusal(
                "query.extend-words", "Say what was tried and why longer is needed.", rule: "G-101", field: "words")
        }
        return [.referral(.queryExtended(referral.id, .open(words)))]
    }
}
