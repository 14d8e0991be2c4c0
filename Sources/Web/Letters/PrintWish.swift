import Casework
import Kernel

/// Whether a customer said, when they were asked what would help, that they would have letters in large print (E-014,
/// K-039). It is asked at a first meeting, and whoever does not see what was said there does not learn of it here.
struct PrintWish: Sendable {
    /// The day on which they said so; nil where they did not.
    let said: CalendarDay?

    init(_ seen: SeenCase, tools: ServiceTools) {
        // Other instruments may ask another question by the same id.
        let asked = (seen.assessments?.all ?? []).filter { one in
            let instrument = tools.instrument(one.start.instrument, version: one.start.version)
            let choices = instrument?.question(Question.help)?.choices ?? []
            return one.withdrawn == nil && choices.contains { $0.code == Question.largePrint }
        }
        let last = asked.compactMap { $0.held[Question.help] }.max { $0.event.sequence < $1.event.sequence }
        guard let last, case .chosen(let codes) = last.answer, codes.contains(Question.largePrint) else {
            said = nil
            return
        }
        said = last.event.recorded.day
    }

    var isLarge: Bool { said != nil }
}
