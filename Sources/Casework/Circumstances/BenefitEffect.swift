public import Kernel

/// What a change of benefit does to weeks of work that were counted, and to what was due for them (M-002).
public struct BenefitEffect: Sendable, Equatable {
    /// Weeks that were counted and no longer are, and the other way about.
    public let weeksLost: Int
    public let weeksGained: Int
    /// Lines that were due and no longer are.
    public let lost: [DueLine]
    /// Lines that are due on another day, as they stand now.
    public let moved: [DueLine]
    public let gained: [DueLine]

    init(before: PaymentAccount, after: PaymentAccount) {
        let counted = { (account: PaymentAccount) in Set(account.weeks.filter(\.counted).map(\.from)) }
        weeksLost = counted(before).subtracting(counted(after)).count
        weeksGained = counted(after).subtracting(counted(before)).count
        let was = Dictionary(before.due.map { ($0.key, $0) }) { first, _ in first }
        let now = Dictionary(after.due.map { ($0.key, $0) }) { first, _ in first }
        lost = before.due.filter { now[$0.key] == nil }
        gained = after.due.filter { was[$0.key] == nil }
        moved = after.due.filter { line in was[line.key].map { $0.dueOn != line.dueOn } ?? false }
    }

    public var isNothing: Bool { weeksLost == 0 && weeksGained == 0 && lost.isEmpty && moved.isEmpty && gained.isEmpty }

    /// Whether weeks that were counted, or lines that were due, are taken away.
    public var takes: Bool { weeksLost > 0 || !lost.isEmpty }

    /// `2 weeks of work that were counted no longer count. Job outcome is no longer due.`
    public var sentence: String {
        var parts: [String] = []
        func weeks(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append(count == 1 ? "1 week of work \(one)." : "\(count) weeks of work \(many).") }
        }
        weeks(weeksLost, "that was counted no longer counts", "that were counted no longer count")
        weeks(weeksGained, "counts that did not", "count that did not")
        parts += lost.map { "\($0.named) is no longer due." }
        parts += moved.compactMap { line in line.dueOn.map { "\(line.named) is due on \($0.written) instead." } }
        parts += gained.map { "\($0.named) is due." }
        return parts.joined(separator: " ")
    }
}

extension DueLine {
    /// `Job outcome, £1,200.00,`: the line inside a sentence.
    var named: String {
        let title = key.kind == .sustainment ? "\(key.kind.title) \(key.ordinal)" : key.kind.title
        return amount.map { "\(title), \($0.value)," } ?? title
    }
}

extension CaseFile {
    /// What a change of benefit did to the lines, as they are worked out on a day; nil with no programme, or nothing.
    func effect(
        of change: Identifier<ReportedChange>, on day: CalendarDay, programmes: [String: Programme]
    ) -> BenefitEffect? {
        guard circumstances.change(change)?.kind == .benefit else { return nil }
        return effect(from: without(change), on: day, programmes: programmes)
    }

    /// What a statement would do to them.
    func effect(
        of statement: BenefitStatement, on day: CalendarDay, programmes: [String: Programme]
    ) -> BenefitEffect? {
        supposing(statement).effect(from: self, on: day, programmes: programmes)
    }

    private func effect(
        from before: CaseFile, on day: CalendarDay, programmes: [String: Programme]
    ) -> BenefitEffect? {
        guard let programme = referral.flatMap({ programmes[$0.programme] }), !employment.heldJobs.isEmpty else {
            return nil
        }
        let ledger = PaymentLedger(programme)
        let effect = BenefitEffect(
            before: ledger.account(for: before, until: day), after: ledger.account(for: self, until: day))
        return effect.isNothing ? nil : effect
    }
}

extension SeenCase {
    /// What a change of benefit did to what is due, where the reader sees everything that rests on; nil for nothing.
    public func effect(
        of change: Identifier<ReportedChange>, on day: CalendarDay, programmes: [String: Programme]
    ) -> BenefitEffect? {
        payable?.effect(of: change, on: day, programmes: programmes)
    }
}
