public import Casework
public import Kernel
import Records

/// One safety notice that nobody has ended, as the safeguarding lead's list has it.
public struct ListedNotice: Sendable {
    public let notice: Identifier<SafetyNotice>
    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let name: String?
    /// What it asks of whoever meets them.
    public let asks: [SafetyAsk]
    /// The last day it holds.
    public let review: CalendarDay
    /// Whether that day is past, so that it says nothing any longer.
    public let isLapsed: Bool
    /// Whether it is kept from the person's own page.
    public let isHidden: Bool
}

/// One urgent path that nobody named has taken over, as the safeguarding lead's list has it (K-019).
public struct ListedUrgentPath: Sendable {
    public let path: Identifier<SafetyNotice>
    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let name: String?
    /// The day on which it was opened.
    public let opened: CalendarDay
}

extension Office {
    /// The safety notices of everybody whom the actor's organisation keeps or has, the first to be looked at again first:
    /// those in force, and those that lapsed and that nobody ended (K-003); and the urgent paths that are open, the oldest
    /// first (G-079).
    /// - Returns: the notices, the urgent paths, and whether there may be more people than were looked at.
    /// - Refuses: when the role may not.
    public func safetyNotices(
        as actor: Author
    ) async throws -> (notices: [ListedNotice], urgent: [ListedUrgentPath], isCut: Bool) {
        let today = clock.today
        return try await list(.readSafety, as: actor) { [self] connection in
            let subjects = try NoticedQuery.subjects(of: actor.organisation, in: connection)
            var found: [ListedNotice] = []
            var urgent: [ListedUrgentPath] = []
            for subject in subjects {
                let file = try file(subject, in: connection)
                let relation = try relation(of: actor, to: file, on: today, in: connection)
                // Whoever lists a notice could look at it again.
                guard Powers.grant(.raiseSafety, to: actor.role, as: relation) != nil else { continue }
                let seen = file.sight(of: actor, as: relation, matrix: sharing, on: today).see(file)
                urgent += seen.urgent.map { path in
                    ListedUrgentPath(
                        path: path.id, subject: subject, name: seen.identity?.name, opened: path.opened.recorded.day)
                }
                for notice in seen.safety?.notices ?? [] where notice.ended == nil {
                    found.append(
                        ListedNotice(
                            notice: notice.id, subject: subject, name: seen.identity?.name,
                            asks: notice.terms.value?.asks ?? [], review: notice.review,
                            isLapsed: notice.review < today, isHidden: notice.hidden))
                }
            }
            found.sort { ($0.review, $0.notice) < ($1.review, $1.notice) }
            urgent.sort { ($0.opened, $0.path) < ($1.opened, $1.path) }
            return (found, urgent, subjects.count >= NoticedQuery.atMost)
        }
    }
}
