import Casework
import Kernel

/// What somebody said would help them to be spoken with and written to, when they were asked at a first meeting (E-014,
/// K-039). It counts while nobody has recorded what they need, and is offered to be taken over; whoever does not see what
/// was said there does not learn of it here.
struct SaidToHelp: Sendable {
    let day: CalendarDay
    let wantsLargePrint: Bool
    let needsInterpreter: Bool

    /// - Returns: nil where nothing of the two was said, or was taken back since.
    init?(_ seen: SeenCase, tools: ServiceTools) {
        // Other instruments may ask another question by the same id.
        let asked = (seen.assessments?.all ?? []).filter { one in
            let instrument = tools.instrument(one.start.instrument, version: one.start.version)
            let choices = instrument?.question(Question.help)?.choices ?? []
            return one.withdrawn == nil && choices.contains { $0.code == Question.largePrint }
        }
        let last = asked.compactMap { $0.held[Question.help] }.max { $0.event.sequence < $1.event.sequence }
        guard let last, case .chosen(let codes) = last.answer else { return nil }
        wantsLargePrint = codes.contains(Question.largePrint)
        needsInterpreter = codes.contains(Question.interpreter)
        day = last.event.recorded.day
        guard wantsLargePrint || needsInterpreter else { return nil }
    }

    /// `At a first meeting on 3 May 2012 they said that an interpreter would help.`
    var sentence: String {
        let said = [
            needsInterpreter ? "an interpreter" : nil, wantsLargePrint ? "letters in large print" : nil,
        ].compactMap { $0 }.joined(separator: " and ")
        return "At a first meeting on \(day.written) they said that \(said) would help."
    }

    /// What stands in the form at first, to be taken over.
    var fields: [(String, String)] {
        var fields: [(String, String)] = []
        if needsInterpreter { fields.append(("interpreter", InterpreterNeed.spoken.rawValue)) }
        if wantsLargePrint { fields.append(("formats", LetterFormat.largePrint.rawValue)) }
        return fields
    }
}
