import Casework
import Kernel
import Office
import Records

extension Shape where Value == TodayPage {
    /// An adviser's day.
    static var today: Shape {
        Shape(
            "Today",
            [
                Member("day", .day) { .text($0.today) },
                Member("diary", .list(Shape<DiaryRead>.entry.type), "Who is booked with you today.") { page in
                    Shape<DiaryRead>.entry.list(
                        page.diary.map { DiaryRead(row: $0, listed: page.standings[$0.subject]) })
                },
                Member("mine", .list(Shape<WaitingItem>.waiting.type), "What needs you, late ones first.") {
                    Shape<WaitingItem>.waiting.list($0.work.mine)
                },
                Member("others", .list(Shape<WaitingItem>.waiting.type), "What waits for others.") {
                    Shape<WaitingItem>.waiting.list($0.work.others)
                },
                Member("paper-files", .whole, "How many open paper files you are the named officer of.") {
                    .int($0.paper)
                },
                Member(
                    "shared", .whole,
                    "How many let your organisation see something by their own choice: read `/shared`. One above \(CaseloadCounts.most) means more than that. 0 where your role reads no record that is shared so."
                ) { .int($0.shared) },
                Member(
                    "next", .text, optional: true,
                    "What needs whom is said of \(TodayPage.reach) customers at once; send it as `at` for the next."
                ) { .text(of: $0.next) },
                Member("previous", .text, optional: true) { .text(of: $0.previous) },
            ])
    }
}

/// One appointment of the day, with where its customer stands.
private struct DiaryRead: Sendable {
    let row: DiaryRow
    let listed: ListedStanding?
}

extension Shape where Value == DiaryRead {
    fileprivate static var entry: Shape {
        Shape(
            "DiaryEntry",
            [
                Member("appointment", .reference) { .text($0.row.appointment) },
                Member("case", .reference) { .text($0.row.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") {
                    .text(of: $0.row.name)
                },
                Member("starts", .moment) { .text($0.row.starts) },
                Member("ends", .moment) { .text($0.row.ends) },
                Member("purpose", .coded(AppointmentPurpose.self)) { .string($0.row.purpose.rawValue) },
                Member("mode", .coded(ContactMode.self)) { .string($0.row.mode.rawValue) },
                Member("state", .coded(AppointmentState.self)) { .string($0.row.state.rawValue) },
                Member("stands", .text, optional: true) { .text(of: $0.listed?.standing.whereTheyAre) },
                Member("safety", .flag, "Whether to read `safety` of theirs before you meet them.") {
                    .bool($0.listed?.hasSafety == true)
                },
            ])
    }
}

extension Shape where Value == WaitingItem {
    fileprivate static var waiting: Shape {
        Shape(
            "Waiting",
            [
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text) { .string($0.name) },
                Member("due", Shape<Due>.due.type) { Shape<Due>.due.json($0.due) },
            ])
    }
}
