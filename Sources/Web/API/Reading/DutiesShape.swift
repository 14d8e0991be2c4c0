import Casework
import Kernel
import Office

/// What is asked of somebody today: of who is on no programme, no more than to go to a talk.
struct DutiesRead: Sendable {
    let asked: AskedOfThem?
    let talks: [SessionInvitation]

    /// nil for a reader who does not see how they came to join, and so cannot know.
    init?(_ opened: OpenedCase, in office: Office) {
        guard opened.seen.joining != nil else { return nil }
        asked = opened.seen.asked(on: opened.today, programmes: office.programmes)
        talks = opened.seen.talksAskedOfThem(at: opened.now)
    }
}

extension Shape where Value == Told<DutiesRead> {
    /// What is asked of a person, in the words of their page.
    static var duties: Shape {
        Shape(
            "Asked",
            [
                Member("basis", .coded(Basis.self), optional: true, "Left out for somebody on no programme.") {
                    $0.asked.map { .string($0.basis.rawValue) }
                },
                Member("programme", .text, optional: true, "Its name.") { .text(of: $0.asked?.programme) },
                Member("duties", .text, optional: true, "The id of the duties in the programme's file.") {
                    .text(of: $0.asked?.duties?.id)
                },
                Member("says", .text, optional: true, "What is asked, as the person is told it.") {
                    .text(of: $0.asked?.says)
                },
                Member("can-follow", .flag, "Whether anything can follow if they do not do it.") {
                    .bool($0.asked?.canFollow ?? !$0.talks.isEmpty)
                },
                Member("talks", .list(.day), "Of talks that they must go to, before they are on a programme.") {
                    .array($0.talks.map { .text($0.day) })
                },
                Member("good-reasons", .list(.text), "Some that count as good where something can follow.") {
                    .array(($0.asked?.goodReasons ?? []).map { .string($0) })
                },
            ])
    }
}
