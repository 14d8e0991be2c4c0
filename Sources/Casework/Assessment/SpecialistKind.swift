public import Kernel

/// One kind of thing that a specialist or a trainer finds out about somebody (C06). The kinds are data: the partnership's
/// own file may have others.
public struct SpecialistKind: Sendable, Equatable {
    public let code: String
    public let title: String
    /// What a result is information about.
    public let category: Category
    /// The levels that a result may be put at, lowest first; empty where there are none.
    public let levels: [String]
    /// Whether the title does not say what it was about, so that words must.
    public let asksWhat: Bool
    /// Whether the trainer of a course teaches by it (G-103).
    public let isForCourses: Bool
    public let source: String

    public init(
        code: String, title: String, category: Category = .assessment, levels: [String] = [], asksWhat: Bool = false,
        isForCourses: Bool = false, source: String
    ) {
        self.code = code
        self.title = title
        self.category = category
        self.levels = levels
        self.asksWhat = asksWhat
        self.isForCourses = isForCourses
        self.source = source
    }
}

/// What specialists and trainers find out, and how early a course has it (C06, G-103).
public struct SpecialistRules: Sendable, Equatable {
    public let kinds: [SpecialistKind]
    /// How many days before a course begins its trainer has the results.
    public let daysBeforeCourse: Figure<Int>

    public init(kinds: [SpecialistKind], daysBeforeCourse: Figure<Int>) {
        self.kinds = kinds
        self.daysBeforeCourse = daysBeforeCourse
    }

    public func kind(_ code: String) -> SpecialistKind? { kinds.first { $0.code == code } }

    /// What a result is about; the code of its kind where no file has it any longer.
    public func title(of finding: SpecialistFinding) -> String {
        let title = kind(finding.kind)?.title ?? finding.kind
        return finding.about.map { "\(title): \($0.text)" } ?? title
    }

    /// What a result is about, for whoever has no key to it too.
    public func title(of result: SpecialistResult) -> String {
        result.finding.value.map { title(of: $0) } ?? "A result"
    }

    /// The results without which the trainer of a course could not plan it, in words inside a sentence, while none of
    /// them was found by a day; nil when one was, and when no kind is for courses.
    func missing(_ results: [SpecialistResult], by day: CalendarDay) -> String? {
        let needed = kinds.filter(\.isForCourses)
        let known = results.contains { one in
            one.withdrawn == nil && one.event.day <= day
                && needed.contains { $0.code == one.finding.value?.kind }
        }
        return known || needed.isEmpty ? nil : needed.map(\.title.inSentence).joined(separator: " or of ")
    }

    /// What is said where a course may be planned while nothing is known that its trainer plans it by; nil where
    /// something is.
    public func unknownToTrainers(_ results: [SpecialistResult], on day: CalendarDay) -> String? {
        missing(results, by: day).map { missing in
            "For a course: no result of \(missing) is recorded yet. The trainer sees results \(ahead)."
        }
    }

    /// `3 days ahead`
    var ahead: String { daysBeforeCourse.value == 1 ? "1 day ahead" : "\(daysBeforeCourse.value) days ahead" }
}
