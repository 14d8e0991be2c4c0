public import Kernel

/// Takes down what a person asks about their own record: a copy, a correction, or to be erased.
///
/// They ask by themselves or through whoever helps them, in whatever way they like; no reason is needed. The answer is due
/// one month later (UK GDPR articles 12, 15 to 17).
/// - Refuses: the same asked again before its answer, a day to come, a correction that does not say what is wrong, and one
///   about an entry that its asker does not read.
public struct AskRight: CaseCommand {
    public let asked: RightsAsked
    public let words: Words?

    public init(_ asked: RightsAsked, words: Words? = nil) {
        self.asked = asked
        self.words = words
    }

    public static let act = Act.askRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard customer.identity.value != nil else {
            throw Refusal("customer.erased", "This person's details have been erased, so there is nobody to answer.")
        }
        try asked.how.requireTold(to: context.actor)
        guard asked.on <= context.today else {
            throw Refusal("rights.later", "The day it was asked has not come yet. Check the date.", field: "on")
        }
        if asked.kind == .correction, words == nil {
            throw Refusal("rights.what", "Say what is wrong, and what is right.", field: "words")
        }
        guard context.surroundings.entryIsThere != false, asked.about == nil || asked.kind == .correction else {
            throw Refusal(
                "rights.no-entry", "There is no such entry in this record. Choose it again from the journey.",
                field: "about")
        }
        if asked.kind != .correction, let open = file.rights.open.first(where: { $0.asked.kind == asked.kind }) {
            throw Refusal(
                "rights.asked",
                "The same was asked on \(open.asked.on.written), and will be answered by \(open.due.written).")
        }
        return [.rights(.requested(Identifier(context.command), asked, words.map { .open($0) } ?? .shut))]
    }
}
