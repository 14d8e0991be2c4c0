import Kernel

/// Whether somebody would rather be seen one to one or in a group, as they answered it last (G-037).
public struct GroupWish: Sendable, Equatable {
    /// The codes that an instrument gives the answers of `Question.oneOrGroup`.
    public enum Answer: String, Sendable, CaseIterable {
        case one, group, either
    }

    public let answer: Answer
    public let event: EventStamp

    /// How they would rather hear of a programme by it; nil where either will do.
    public var format: SessionFormat? {
        switch answer {
        case .one: .oneToOne
        case .group: .group
        case .either: nil
        }
    }

    /// For a refusal: `They said on 10 September 2012 that they would rather be seen one to one.`
    var saidOneToOne: String {
        "They said on \(event.recorded.day.written) that they would rather be seen one to one."
    }
}

extension Assessments {
    /// What they said of it last; nil where they were not asked or put it off, and where an instrument of somebody’s own
    /// has other answers.
    public var groupWish: GroupWish? {
        guard let held = latest(Question.oneOrGroup)?.held, case .chosen(let codes) = held.answer,
            let answer = codes.first.flatMap(GroupWish.Answer.init(rawValue:))
        else { return nil }
        return GroupWish(answer: answer, event: held.event)
    }
}

extension CaseFile {
    /// The wish to be seen one to one, as far as the actor reads it; nil for any other.
    func wishForOneToOne(in context: Context) -> GroupWish? {
        let sight = sight(in: context)
        guard sight.sees(.assessment), let wish = assessments.seen(through: sight).groupWish, wish.answer == .one else {
            return nil
        }
        return wish
    }

    /// Why a meeting is in a group against their wish; none where it is in no group, or they do not mind one.
    /// - Refuses: a group for somebody who said that they would rather be seen one to one, while no reason is given.
    func reason(_ words: Words?, toMeet mode: ContactMode, in context: Context) throws(Refusal) -> Sealed<Words> {
        guard mode == .group, let wish = wishForOneToOne(in: context) else { return .shut }
        guard let words else {
            throw Refusal(
                "slot.wish",
                "\(wish.saidOneToOne) Meet another way, or say why it has to be in a group. The customer reads what you say.",
                rule: "G-037, G-124", field: "against-wish")
        }
        return .open(words)
    }

    /// The same of a meeting that is moved: whoever does not read the wish leaves the reason that a group had.
    func reason(
        _ words: Words?, toMove open: Appointment, to mode: ContactMode, in context: Context
    ) throws(Refusal) -> Sealed<Words> {
        if mode == .group, open.slot.mode == .group, !sight(in: context).sees(.assessment) { return open.againstWish }
        return try reason(words, toMeet: mode, in: context)
    }
}
