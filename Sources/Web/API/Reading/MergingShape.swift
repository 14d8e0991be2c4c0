import Casework
import Kernel
import Office

extension Shape where Value == MergeProspect {
    /// Two records side by side, with what follows if they are made one.
    static var compared: Shape {
        Shape(
            "MergeCompared",
            [
                Member("other", .reference) { .text($0.other) },
                Member("other-sequence", .whole, "Send it with the form `merge` as text, as `other-seen`.") {
                    .int($0.otherSequence)
                },
                Member("registered", .day) { .text($0.registered.own) },
                Member("other-registered", .day) { .text($0.registered.their) },
                Member("details", .list(Shape<DetailCompared>.detail.type), "Who the person is, by each record.") {
                    prospect in
                    Shape<DetailCompared>.detail.list(
                        IdentityDetail.allCases.map { DetailCompared(detail: $0, prospect: prospect) })
                },
                Member("follows", .list(Shape<MergeConsequences.Part>.part.type), "What follows, in words.") {
                    Shape<MergeConsequences.Part>.part.list($0.consequences.parts)
                },
            ])
    }
}

/// One detail of who somebody is, by two records.
private struct DetailCompared: Sendable {
    let detail: IdentityDetail
    let prospect: MergeProspect

    func text(of identity: Identity) -> String? {
        detail == .born ? identity.born.description : detail.text(of: identity)
    }
}

extension Shape where Value == DetailCompared {
    fileprivate static var detail: Shape {
        Shape(
            "DetailCompared",
            [
                Member("detail", .coded(IdentityDetail.self)) { .string($0.detail.rawValue) },
                Member("own", .text, optional: true) { .text(of: $0.text(of: $0.prospect.own)) },
                Member("other", .text, optional: true) { .text(of: $0.text(of: $0.prospect.their)) },
                Member("differs", .flag, "Whether the form `merge` asks which is right.") {
                    .bool($0.prospect.differing.contains($0.detail))
                },
            ])
    }
}

extension Shape where Value == MergeConsequences.Part {
    fileprivate static var part: Shape {
        Shape(
            "MergeFollows",
            [
                Member("about", .text) { .string($0.heading) },
                Member("says", .list(.text)) { .array($0.sentences.map { .string($0) }) },
            ])
    }
}

/// What follows if two records are taken apart, with some of the later entries given to the other.
struct SeparationRead: Sendable {
    let later: LaterEntries
    let consequences: SeparationConsequences
}

extension Shape where Value == SeparationRead {
    static var separation: Shape {
        Shape(
            "SeparationFollows",
            [
                Member("asked", .list(.reference), "Entries that may be either's: `given` names those of the other.") {
                    .array($0.later.asked.map { .text($0.id) })
                },
                Member("goes-back", .list(.reference), "Entries that go with the other whatever is said.") {
                    .array($0.later.goingBack.map { .text($0) })
                },
                Member("stays", .list(.reference), "Entries that stay whatever is said.") {
                    .array($0.later.staying.map { .text($0) })
                },
                Member("identity", .text) { _ in .string(SeparateForm.identityFollows) },
                Member("payments", .list(.text), "What is due for each, worked out again.") {
                    .array($0.consequences.payments.map { .string($0) })
                },
                Member("referrals", .list(.text), "Which referral and draw stand on which record.") {
                    .array($0.consequences.referrals.map { .string($0) })
                },
                Member("appointments", .list(.text), "What is booked on each.") {
                    .array($0.consequences.appointments.map { .string($0) })
                },
                Member("viewers", .list(.text), "Who sees which of the two.") {
                    .array($0.consequences.viewers.map { .string($0) })
                },
                Member("keys", .list(.text)) { _ in .array(SeparateForm.keysFollow.map { .string($0) }) },
            ])
    }
}
