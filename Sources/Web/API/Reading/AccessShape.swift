import Casework
import Kernel
import Office

extension Shape where Value == Told<Access> {
    static var access: Shape {
        Shape(
            "Access",
            [
                Member("open", .flag, "Whether the person can come to their own page.") { .bool($0.isOpen) },
                .event("closed", optional: true) { $0.closed },
                Member("invitations", .list(Shape<Told<Invitation>>.invitation.type), "Ways in, never their codes.") {
                    $0.json($0.invitations, .invitation)
                },
                Member("supporters", .list(Shape<Told<Supporter>>.supporter.type)) {
                    $0.json($0.supporters, .supporter)
                },
            ])
    }
}

extension Shape where Value == Told<Invitation> {
    fileprivate static var invitation: Shape {
        Shape(
            "Invitation",
            [
                Member("id", .reference) { .text($0.id) },
                .event("event") { $0.event },
                Member("supporter", .reference, optional: true, "Whose it is; left out of the person's own.") {
                    .text(of: $0.supporter)
                },
                Member("route", .coded(InvitationRoute.self)) { .string($0.route.rawValue) },
                Member("asked", .flag, "Whether it was asked for at the sign-in page.") { .bool($0.isAsked) },
            ])
    }
}

extension Shape where Value == Told<Supporter> {
    fileprivate static var supporter: Shape {
        Shape(
            "Supporter",
            [
                Member("id", .reference) { .text($0.id) },
                .event("named") { $0.named },
                Member("name", .text, optional: true) { .text(of: $0.details.value?.name) },
                Member("relationship", .text, optional: true) { .text(of: $0.details.value?.relationship) },
                Member("rights", .list(.coded(SupporterRight.self)), "What they may see and do.") {
                    .array($0.terms.rights.map { .string($0.rawValue) })
                },
                Member("until", .day, "The last day.") { .text($0.terms.until) },
                Member("how", .coded(ConsentRoute.self)) { .string($0.how.rawValue) },
                .event("ended", optional: true) { $0.ended },
                Member("holds", .flag, "Whether they may act today.") { .bool($0.part.holds(on: $0.opened.today)) },
            ])
    }
}
