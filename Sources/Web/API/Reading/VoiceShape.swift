import Casework
import Kernel
import Office

extension Shape where Value == Told<Voices> {
    static var voices: Shape {
        Shape(
            "Voices",
            [
                Member(
                    "voices", .list(Shape<Told<Voice>>.voice.type),
                    "A complaint shows to those who settle it at the organisation that is to answer, and at `keeper` where that is told; to no others."
                ) { $0.json($0.all, .voice) }
            ])
    }
}

extension Shape where Value == Told<Voice> {
    fileprivate static var voice: Shape {
        Shape(
            "Voice",
            [
                Member("id", .reference) { .text($0.id) },
                Member("kind", .coded(VoiceKind.self)) { .string($0.kind.rawValue) },
                .event("raised") { $0.raised },
                Member("put-to", .named, "Whom it was put to.") { $0.organisation($0.part.putTo) },
                Member("to", .named, "Who is to answer: another, where whoever was asked no longer helps them.") {
                    $0.organisation($0.part.to)
                },
                Member(
                    "keeper", .named, optional: true,
                    "Who keeps the record and reads a complaint too, since whom it is about no longer helps them."
                ) { told in told.part.keeper.map { told.organisation($0) } },
                Member(
                    "how", .coded(VoiceTaken.Route.self), optional: true, "How it came, where staff took it down."
                ) { $0.taken.map { .string($0.how.rawValue) } },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                Member("answer-by", .day) {
                    .text($0.part.answerBy($0.opened.rules.answers, in: $0.opened.seen.referral?.nation ?? .england))
                },
                .event("acknowledged", optional: true) { $0.acknowledged },
                .event("answered", optional: true) { $0.answer?.event },
                Member("answer", .text, optional: true) { told in told.answer.flatMap { told.words($0.words) } },
            ])
    }
}
