import Foundation
public import Kernel

extension TraceFilter {
    /// Reads a filter as people write it: `activity=Job started`, `begins=…`, `ends=…`, `path=Referred -> Attached`, `agency=…`,
    /// `person=…`, `begun=2011-06-01..2011-09-30`, `active=2011-06`, `not activity=…`; any other name is something the case
    /// says of itself, as `cohort=2011-06`. Several values between bars mean any of them.
    ///
    /// Periods are days, or months, in UTC, the last included.
    /// - Refuses: what has no name and value, and a period that is none.
    public init(_ text: String) throws(Refusal) {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("not ") {
            self = .not(try TraceFilter(String(text.dropFirst(4))))
            return
        }
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw Refusal(
                "filter.unreadable",
                "“\(text.prefix(60))” does not say which cases are meant. Write it as activity=Job started, agency=…, path=A -> B, begun=2011-06-01..2011-09-30, cohort=2011-06, or with “not ” before it."
            )
        }
        let name = text[..<equals].trimmingCharacters(in: .whitespaces)
        let values = text[text.index(after: equals)...].split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard !values.isEmpty, !values.contains("") else {
            throw Refusal("filter.value", "There is nothing after “\(name)=”. Say which cases are meant.")
        }
        var each: [TraceFilter] = []
        for value in values { each.append(try TraceFilter(name: name, value: value)) }
        self = each.count == 1 ? each[0] : .any(each)
    }

    private init(name: String, value: String) throws(Refusal) {
        switch name {
        case "activity": self = .activity(value)
        case "begins": self = .begins(value)
        case "ends": self = .ends(value)
        case "agency": self = .agency(value)
        case "person": self = .person(value)
        case "begun": self = .begun(try Self.period(value))
        case "active": self = .active(try Self.period(value))
        case "path":
            let ends = value.components(separatedBy: "->").map { $0.trimmingCharacters(in: .whitespaces) }
            guard ends.count == 2, !ends.contains("") else {
                throw Refusal(
                    "filter.path",
                    "“\(value.prefix(60))” is not one activity after another. Write it as path=Referred -> Attached.")
            }
            self = .path(ends[0], ends[1])
        default: self = .says(name, value)
        }
    }

    private static func period(_ text: String) throws(Refusal) -> Range<Int64> {
        let ends = text.components(separatedBy: "..")
        let (first, last) = (try days(ends[0]), try days(ends[ends.count - 1]))
        guard ends.count <= 2, first.lowerBound <= last.lowerBound else {
            throw Refusal(
                "filter.period", "“\(text.prefix(60))” is not a period. Write it as 2011-06-01..2011-09-30, or 2011-06."
            )
        }
        let dayLength: Int64 = 86_400_000
        return Int64(first.lowerBound.number) * dayLength..<Int64(last.upperBound.number) * dayLength
    }

    /// A day, or all those of a month.
    private static func days(_ text: String) throws(Refusal) -> Range<CalendarDay> {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.count == 7 {
            let first = try CalendarDay("\(text)-01")
            return first..<first.adding(months: 1)
        }
        let day = try CalendarDay(text)
        return day..<day.adding(days: 1)
    }
}
