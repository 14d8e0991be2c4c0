import Kernel

extension StandingReading {
    /// That help was begun for somebody in danger and nobody named has taken over: the same day, until somebody has (K-019,
    /// G-079). Nothing else ends it, and what was said stands on their page alone.
    var urgentDues: [Due] {
        urgent.map { path in
            let opened = path.opened.recorded.day
            return Due(
                .handOverUrgent, opened, overdue: opened < day, act: .openUrgent,
                "They may be in danger, as recorded on \(opened.written). Go on until somebody named takes over, and record who."
            )
        }
    }
}
