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
                    "A complaint shows to those who settle it at the organisation that is to answer, and to no others."
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
                Member("to", .named, "Who is to answer.") { $0.organisation($0.part.to) },
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
