import Casework
public import Kernel

/// A day as people type it: `30 6 2012`, `30/06/2012`, `30.6.2012`, `30 June 2012`, `30 jun 2012`, `2012-06-30`, `30062012`.
public enum TypedDay {
    /// - Throws: `day.unreadable` or `day.none`, with what to type instead.
    public static func read(_ text: String) throws(Refusal) -> CalendarDay {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
            .filter { CalendarDay.weekday(named: $0) == nil && $0 != "of" }
        if words.count == 1, words[0].count == 8 {
            let digits = words[0]
            return try read(
                day: digits.prefix(2), month: digits.dropFirst(2).prefix(2), year: digits.dropFirst(4), as: text)
        }
        guard words.count == 3 else { throw unreadable(text) }
        return words[0].count == 4 && number(words[0]) != nil
            ? try read(day: words[2], month: words[1], year: words[0], as: text)
            : try read(day: words[0], month: words[1], year: words[2], as: text)
    }

    /// Reads three boxes.
    public static func read(
        day: some StringProtocol, month: some StringProtocol, year: some StringProtocol, as text: String? = nil
    ) throws(Refusal) -> CalendarDay {
        let text = text ?? "\(day) \(month) \(year)"
        guard let dayNumber = number(ordinal(day)), let monthNumber = number(month) ?? named(month),
            let yearNumber = number(year), year.count == 4 || year.count == 2
        else { throw unreadable(text) }
        guard year.count == 4 else {
            throw Refusal("day.short-year", FormWords.shortYear(String(text.prefix(40))))
        }
        guard let found = CalendarDay(year: yearNumber, month: monthNumber, day: dayNumber) else {
            throw Refusal("day.none", FormWords.noSuchDay(String(text.prefix(40))))
        }
        return found
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
    }

    /// `3rd` without its ending.
    private static func ordinal(_ text: some StringProtocol) -> String {
        let ending = text.suffix(2).lowercased()
        return ["st", "nd", "rd", "th"].contains(ending) ? String(text.dropLast(2)) : String(text)
    }

    private static func named(_ month: some StringProtocol) -> Int? {
        let name = month.lowercased()
        guard name.count >= 3 else { return nil }
        return CalendarDay.monthNames.firstIndex { $0.lowercased().hasPrefix(name == "sept" ? "sep" : name) }
            .map { $0 + 1 }
    }

    private static func unreadable(_ text: String) -> Refusal {
        Refusal("day.unreadable", FormWords.notADate(String(text.prefix(40))))
    }
}

extension FormWords {
    /// That parts of a day were left empty; never all three.
    fileprivate static func incomplete(_ parts: [String]) -> FormWords {
        switch parts {
        case ["day"]: .noDay
        case ["month"]: .noMonth
        case ["year"]: .noYear
        case ["day", "month"]: .noDayMonth
        case ["day", "year"]: .noDayYear
        default: .noMonthYear
        }
    }
}

extension CalendarDay {
    fileprivate static func weekday(named name: some StringProtocol) -> Weekday? {
        name.count < 3 ? nil : Weekday.allCases.first { $0.name.lowercased().hasPrefix(name) }
    }
}

extension FormReader {
    /// A day, from three boxes (`born-day`, `born-month`, `born-year`) or from one field that a person typed into.
    /// - Parameter range: the days that make sense; outside it the answer is refused.
    public func day(_ name: String, label: String, in range: ClosedRange<CalendarDay>? = nil) -> CalendarDay {
        optionalDay(name, label, range, true) ?? CalendarDay(number: 0)
    }

    public func optionalDay(_ name: String, label: String, in range: ClosedRange<CalendarDay>? = nil) -> CalendarDay? {
        optionalDay(name, label, range, false)
    }

    private func optionalDay(_ name: String, _ label: String, _ range: ClosedRange<CalendarDay>?, _ required: Bool)
        -> CalendarDay?
    {
        notes?.ask(name, label, .day(range), required: required)
        do throws(Refusal) {
            guard let found = try typedDay(name, label) else {
                if required { missing(name, label) }
                return nil
            }
            if let range, !range.contains(found) {
                throw Refusal(
                    "form.out-of-range", FormWords.daysBetween(label, range.lowerBound, range.upperBound))
            }
            return found
        } catch {
            note(error.about(name))
            return nil
        }
    }

    private func typedDay(_ name: String, _ label: String) throws(Refusal) -> CalendarDay? {
        if let text = typed(name) { return try TypedDay.read(text) }
        let boxes = ["day", "month", "year"].map { ($0, typed("\(name)-\($0)")) }
        if boxes.allSatisfy({ $0.1 == nil }) { return nil }
        let empty = boxes.filter { $0.1 == nil }.map(\.0)
        guard empty.isEmpty else {
            throw Refusal("form.missing", FormWords.incomplete(empty)(label))
        }
        return try TypedDay.read(day: boxes[0].1!, month: boxes[1].1!, year: boxes[2].1!)
    }
}
