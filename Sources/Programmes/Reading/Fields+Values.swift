import Casework
import Kernel

/// Reading one value: words, a number, money, a day, a choice, or a figure with its trust.
extension Fields {
    func words(_ name: String) -> String { required(name).map { words(of: $0, name) } ?? "" }
    func optionalWords(_ name: String) -> String? { optional(name).map { words(of: $0, name) } }

    func words(of text: YAMLText, _ name: String) -> String {
        guard case .words(let words) = text.content else {
            reading.problem(text.line, "“\(name)” should be one value, not a list or names. Write it after the colon.")
            return ""
        }
        let trimmed = words.trimmed
        if trimmed.isEmpty {
            reading.problem(text.line, "“\(name)” has nothing after it. Write a value, or delete the line.")
        }
        return trimmed
    }

    /// A list of words, or one alone.
    func wordList(_ name: String) -> [String] {
        guard let text = optional(name) else { return [] }
        switch text.content {
        case .words: return [words(of: text, name)]
        case .list(let items): return items.map { words(of: $0, name) }
        case .fields:
            reading.problem(text.line, "“\(name)” should be a list. Write it as [one, two].")
            return []
        }
    }

    func whole(_ name: String, _ range: ClosedRange<Int>) -> Int {
        required(name).map { whole(of: $0, name, range) } ?? range.lowerBound
    }

    func whole(of text: YAMLText, _ name: String, _ range: ClosedRange<Int>) -> Int {
        let words = words(of: text, name)
        guard !words.isEmpty else { return range.lowerBound }
        guard words.utf8.allSatisfy({ (0x30...0x39).contains($0) }), words.count <= 9, let number = Int(words) else {
            reading.problem(
                text.line, "“\(words.prefix(40))” is not a whole number for “\(name)”. Write digits alone, as 26.")
            return range.lowerBound
        }
        guard range.contains(number) else {
            reading.problem(
                text.line,
                "\(number) is out of range for “\(name)”. Write a number from \(range.lowerBound) to \(range.upperBound)."
            )
            return range.lowerBound
        }
        return number
    }

    func flag(_ name: String, or standIn: Bool) -> Bool {
        guard let text = optional(name) else { return standIn }
        switch words(of: text, name) {
        case "yes", "true": return true
        case "no", "false": return false
        case let other:
            reading.problem(
                text.line, "“\(other.prefix(40))” is neither yes nor no. Write “\(name): yes” or “\(name): no”.")
            return standIn
        }
    }

    func money(of text: YAMLText, _ name: String) -> Money {
        let words = words(of: text, name)
        guard !words.isEmpty else { return .zero }
        let money = reading.attempt(text.line, or: Money.zero) { () throws(Refusal) in try Money(words) }
        if money < .zero { reading.problem(text.line, "“\(name)” is below nothing. Write an amount of £0.00 or more.") }
        return money
    }

    func money(_ name: String) -> Money { required(name).map { money(of: $0, name) } ?? .zero }

    func optionalDay(_ name: String) -> CalendarDay? {
        guard let text = optional(name) else { return nil }
        let words = words(of: text, name)
        guard !words.isEmpty else { return nil }
        return reading.attempt(text.line, or: nil) { () throws(Refusal) in try CalendarDay(words) }
    }

    /// The fields `from` and `until`, both included.
    func range() -> DayRange { soundRange() ?? .always }

    /// The same, but nil when a day could not be read, so that nothing more is said of it.
    func soundRange() -> DayRange? {
        let before = reading.problems.count
        let range = DayRange(from: optionalDay("from"), until: optionalDay("until"))
        guard reading.problems.count == before else { return nil }
        if let from = range.from, let until = range.until, until < from {
            reading.problem(
                line(of: "until"), "“until” (\(until)) is before “from” (\(from)). Write the later day after “until”.")
        }
        return range
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type, or standIn: Choice
    ) -> Choice where Choice.RawValue == String {
        required(name).map { choice(of: $0, name, type, or: standIn) } ?? standIn
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        of text: YAMLText, _ name: String, _ type: Choice.Type, or standIn: Choice
    ) -> Choice where Choice.RawValue == String {
        let words = words(of: text, name)
        guard !words.isEmpty else { return standIn }
        guard let choice = Choice(rawValue: words) else {
            reading.problem(text.line, "“\(words.prefix(40))” is not a \(name). Use one of: \(Fields.list(type)).")
            return standIn
        }
        return choice
    }

    func choices<Choice: RawRepresentable & CaseIterable>(_ name: String, _ type: Choice.Type) -> [Choice]
    where Choice.RawValue == String {
        let at = line(of: name)
        return wordList(name).compactMap { words in
            guard !words.isEmpty else { return nil }
            if let choice = Choice(rawValue: words) { return choice }
            reading.problem(at, "“\(words.prefix(40))” is not one of \(name). Use: \(Fields.list(type)).")
            return nil
        }
    }

    private static func list<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String
    where Choice.RawValue == String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

/// Reading figures: `weeks: 26`, or `weeks: { is: 26, status: unconfirmed, source: … }` where its trust differs.
extension Fields {
    func figure<Value>(
        _ name: String, _ read: (Fields, YAMLText) -> Value, or standIn: Value
    ) -> Figure<Value> {
        guard let text = required(name) else { return Figure(standIn, .ours, source: "") }
        return figure(of: text, name, read, or: standIn)
    }

    func figure<Value>(
        of text: YAMLText, _ name: String, _ read: (Fields, YAMLText) -> Value, or standIn: Value
    ) -> Figure<Value> {
        guard case .fields = text.content else { return trusted(read(self, text), at: text.line, name) }
        let own = Fields(text, "“\(name)” of \(owner)", reading, trust: trust)
        defer { own.finish() }
        guard let value = own.required("is") else { return Figure(standIn, .ours, source: "") }
        return own.trusted(read(own, value), at: text.line, name)
    }

    /// A value with the status and source in force here.
    func trusted<Value>(_ value: Value, at line: Int, _ name: String) -> Figure<Value> {
        if trust.status == nil {
            reading.problem(
                line,
                "“\(name)” of \(owner) has no status. Add “status:” with one of published, derived, unconfirmed, ours.")
        }
        if trust.source == nil {
            reading.problem(
                line, "“\(name)” of \(owner) has no source. Add “source:” and say where the figure comes from.")
        }
        return Figure(value, trust.status ?? .ours, source: trust.source ?? "")
    }

    func wholeFigure(_ name: String, _ range: ClosedRange<Int>) -> Figure<Int> {
        figure(name, { $0.whole(of: $1, name, range) }, or: range.lowerBound)
    }

    func optionalWholeFigure(_ name: String, _ range: ClosedRange<Int>) -> Figure<Int>? {
        optional(name) == nil ? nil : wholeFigure(name, range)
    }

    func moneyFigure(_ name: String) -> Figure<Money> {
        figure(name, { $0.money(of: $1, name) }, or: .zero)
    }

    func optionalMoneyFigure(_ name: String) -> Figure<Money>? {
        optional(name) == nil ? nil : moneyFigure(name)
    }

    /// `18..24`, `9..`, `..6` or `6`.
    func span(of text: YAMLText, _ name: String) -> WholeRange {
        let words = words(of: text, name)
        guard !words.isEmpty else { return WholeRange() }
        let parts = words.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        func wrong() -> WholeRange {
            reading.problem(
                text.line, "“\(words.prefix(40))” is not a range for “\(name)”. Write it as 18..24, 9.. or ..6.")
            return WholeRange()
        }
        var ends: [Int?] = []
        for part in parts {
            if part.isEmpty { ends.append(nil); continue }
            guard part.count <= 4, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else {
                return wrong()
            }
            ends.append(number)
        }
        let range =
            ends.count == 2 ? WholeRange(from: ends[0], until: ends[1]) : WholeRange(from: ends[0], until: ends[0])
        guard range.from != nil || range.until != nil else { return wrong() }
        guard (range.from ?? 0) <= (range.until ?? .max), (range.from ?? 0) <= 1200, (range.until ?? 0) <= 1200 else {
            return wrong()
        }
        return range
    }

    /// One of `days`, `working_days`, `weeks`, `months` among these fields.
    func timeLimit() -> TimeLimit {
        let given = TimeLimit.Unit.allCases.filter { optional($0.rawValue) != nil }
        guard given.count == 1, let unit = given.first else {
            reading.problem(
                line,
                "\(owner.capitalisedFirst) needs one length of time. Write one of days, working_days, weeks or months.")
            return TimeLimit(1, .days)
        }
        return TimeLimit(whole(unit.rawValue, 1...3660), unit)
    }
}
