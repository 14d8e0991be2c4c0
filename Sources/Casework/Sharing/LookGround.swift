public import Kernel

/// One ground by which somebody saw a record, as it is read from the reason that stands with a look: the sentences of
/// `Sight.grounds`.
public enum LookGround: Sendable, Hashable {
    /// What their organisation was to the person, by law or, for somebody who acts for them, by their choice.
    case tie(Relation)
    /// The person agreed.
    /// - Parameters:
    ///   - purpose: in words that follow “to”; nil where the look names none.
    ///   - until: the last day that it held.
    case agreed(on: CalendarDay, purpose: String?, until: CalendarDay)
    /// They meet the person.
    case meeting
    /// They are the safeguarding lead.
    case safeguarding

    /// The grounds that a reason names, in its order; empty for a reason that names none.
    public static func all(in reason: String) -> [LookGround] {
        ". \(reason)".split(separator: ". Seen ").compactMap { piece in
            read(piece.last == "." ? piece.dropLast() : piece)
        }
    }

    private static func read(_ piece: Substring) -> LookGround? {
        let agreed = "because the person agreed on "
        if piece.hasPrefix(agreed) { return consent(piece.dropFirst(agreed.count)) }
        if piece.hasPrefix("by whoever meets this person, under ") { return .meeting }
        if piece.hasPrefix("by the safeguarding lead, under ") { return .safeguarding }
        return Relation.allCases.first { piece.hasPrefix("by \($0.words), under ") }.map { .tie($0) }
    }

    /// `14 May 2012 to share it to help you find and keep work, until 14 May 2013`
    private static func consent(_ text: Substring) -> LookGround? {
        let parts = text.split(separator: " to share it", maxSplits: 1)
        guard parts.count == 2, let given = parts.first, let rest = parts.last,
            let end = rest.split(separator: ", until ").last, let on = day(given), let until = day(end)
        else { return nil }
        let why = rest.dropLast(", until \(end)".count)
        return .agreed(on: on, purpose: why.hasPrefix(" to ") ? String(why.dropFirst(4)) : nil, until: until)
    }

    /// A day as `CalendarDay.written` has it.
    private static func day(_ written: Substring) -> CalendarDay? {
        let parts = written.split(separator: " " as Character)
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
            let month = CalendarDay.monthNames.firstIndex(of: String(parts[1]))
        else { return nil }
        return CalendarDay(year: year, month: month + 1, day: day)
    }
}
