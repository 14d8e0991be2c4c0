public import Kernel

/// Days running on each of which at least one job was held: jobs that touch or overlap are one spell (M-002).
public struct WorkSpell: Sendable, Equatable {
    public let from: CalendarDay
    /// The last day; nil while it goes on.
    public let last: CalendarDay?
    /// In order of the day they started.
    public let jobs: [Identifier<Job>]
}

extension Employment {
    /// The spells of work begun by a day, in order, as they stood that day: one that ends later is still going on.
    public func spells(until day: CalendarDay) -> [WorkSpell] {
        var begun = jobs.compactMap { $0.spell(until: day) }
        begun.sort { ($0.from, $0.jobs[0]) < ($1.from, $1.jobs[0]) }
        return begun.reduce(into: []) { spells, next in
            if let last = spells.last, last.reaches(next.from) {
                spells[spells.count - 1] = last.joined(with: next)
            } else {
                spells.append(next)
            }
        }
    }
}

extension Job {
    /// The job by itself, as it stood on a day; nil when it had not begun or was recorded in error.
    fileprivate func spell(until day: CalendarDay) -> WorkSpell? {
        guard withdrawn == nil, started <= day else { return nil }
        guard let last, last <= day else { return WorkSpell(from: started, last: nil, jobs: [id]) }
        return WorkSpell(from: started, last: last, jobs: [id])
    }
}

extension WorkSpell {
    /// Whether work that starts on a day, no earlier than this spell, touches or overlaps it.
    func reaches(_ day: CalendarDay) -> Bool {
        guard let last else { return true }
        return day <= last.adding(days: 1)
    }

    fileprivate func joined(with other: WorkSpell) -> WorkSpell {
        var last: CalendarDay?
        if let mine = self.last, let theirs = other.last { last = max(mine, theirs) }
        return WorkSpell(from: from, last: last, jobs: jobs + other.jobs)
    }
}
