public import Casework
public import Kernel
import Records

/// What may no longer be kept of one case.
public struct RetentionDue: Sendable, Equatable {
    public let subject: Identifier<CaseFile>
    /// The day of its last entry.
    public let last: CalendarDay
    /// In the order in which classes are declared.
    public let classes: [RetentionClass]
}

/// What a run of the retention came to, or would.
public struct RetentionReport: Sendable, Equatable {
    public var cases = 0
    public var classes: [RetentionClass: Int] = [:]

    mutating func add(_ due: RetentionDue) {
        cases += 1
        for retention in due.classes { classes[retention, default: 0] += 1 }
    }

    /// A line for each class, and one for the cases.
    public var figures: [(name: String, words: String, number: Int)] {
        [("cases", "Cases", cases)]
            + RetentionClass.allCases.map { ($0.rawValue, "Of these, \($0.title)", classes[$0] ?? 0) }
    }
}

extension Office {
    /// Erases whatever has been kept for as long as it may be, class by class (M-060). Before the evidence of a case goes
    /// it is counted by month.
    ///
    /// It goes through the cases in order and erases a few at a time, so one that was stopped is taken up by the next, and
    /// one that is repeated finds nothing left to do.
    /// - Parameters:
    ///   - isRehearsal: whether to find out what would be erased, and erase nothing.
    ///   - keeper: whose records alone are gone through; nil for everybody's.
    ///   - each: told of each case before anything of it goes.
    @discardableResult
    public func runRetention(
        isRehearsal: Bool, keptBy keeper: Identifier<Organisation>? = nil, batch: Int = 50,
        each: @escaping @Sendable (RetentionDue) throws -> Void = { _ in }
    ) async throws -> RetentionReport {
        let now = clock.now
        var report = RetentionReport()
        var last: Identifier<CaseFile>?
        // Records of several streams are come to by each of them.
        var done: Set<Identifier<CaseFile>> = []
        while true {
            let (plans, next) = try await database.read { [self, last, done] in
                try overdue(after: last, keptBy: keeper, but: done, on: now.day, batch: batch, in: $0)
            }
            done.formUnion(plans.filter { $0.found.streams.count > 1 }.map(\.found.subject))
            for plan in plans {
                let due = RetentionDue(
                    subject: plan.found.subject, last: plan.found.last,
                    classes: RetentionClass.allCases.filter(plan.classes.contains))
                report.add(due)
                try each(due)
            }
            if !isRehearsal, !plans.isEmpty { _ = try await erase(plans, at: now) }
            guard let next else { return report }
            last = next
        }
    }

    /// The erasures that some cases after one are due for, but those that were come to before, and the last case that was looked at; nil at the end.
    private func overdue(
        after: Identifier<CaseFile>?, keptBy keeper: Identifier<Organisation>?, but done: Set<Identifier<CaseFile>>,
        on today: CalendarDay, batch: Int, in connection: any Connection
    ) throws -> (plans: [ErasurePlan], next: Identifier<CaseFile>?) {
        let retention = tools.rules.retention
        let page = try sealedStreams.activities(after: after, in: connection)
        var plans: [ErasurePlan] = []
        for (subject, last) in page {
            func due(_ last: CalendarDay, review: CalendarDay?) -> Set<RetentionClass> {
                Set(RetentionClass.allCases.filter { retention.ends($0, after: last, review: review) <= today })
            }
            // What was made one with it is kept and goes with it.
            let parts = try sealedStreams.parts(of: subject, in: connection)
            let erased = try parts.map { try keyring.erasedClasses(of: $0, in: connection) }
            let gone = erased.dropFirst().reduce(erased.first ?? []) { $0.intersection($1) }
            // Few people have a safety notice, and only they have its key: their record is read for its review day.
            let noticed = try parts.contains { try keyring.hasKey(.safety, of: $0, in: connection) }
            guard noticed || !due(last.day, review: nil).subtracting(gone).isEmpty,
                let found = try erasable(subject, in: connection), keeper.map({ $0 == found.keeper }) ?? true
            else { continue }
            // A record that is part of another falls due with that one; and its key may be the only sign of a notice there.
            guard found.subject == subject || noticed, !done.contains(found.subject),
                !plans.contains(where: { $0.found.subject == found.subject })
            else { continue }
            let classes = due(found.last, review: found.lastReview).subtracting(found.erased)
            guard !classes.isEmpty else { continue }
            let left = !classes.union(found.erased).contains(.evidence)
            plans.append(
                ErasurePlan(
                    found: found, classes: classes, why: .retention, by: .system(at: found.keeper),
                    evidenceUntil: left ? retention.ends(.evidence, after: found.last) : nil))
            if plans.count == batch { return (plans, subject) }
        }
        return (plans, page.last?.subject)
    }

    /// Whether the daily round erases what may no longer be kept.
    public func retentionIsDaily() async throws -> Bool {
        try await database.read { try Settings.value(Self.dailyRetention, in: $0) } == "on"
    }

    public func setRetentionDaily(_ on: Bool) async throws {
        try await database.write { try Settings.set(Self.dailyRetention, to: on ? "on" : "off", in: $0) }
    }

    private static let dailyRetention = "retention.daily"
}
