import Casework
import Kernel
import Office

/// How the customer would rather be seen, one to one or in a group, for a form that books a meeting
/// (G-037).
struct MeetingWish: Component {
    private let sentence: String?

    init(_ form: CaseFormVisit) {
        sentence = form.opened.seen.assessments?.latest(Question.oneOrGroup).flatMap { found in
            let start = found.assessment.start
            let instrument = form.visit.office.tools.instrument(start.instrument, version: start.version)
            let said = instrument?.question(Question.oneOrGroup)?.written(found.held.answer)
            return said.map {
                "One to one or in a group? They said “\($0)” on \(found.held.event.recorded.day.written)."
            }
        }
    }

    var body: some HTML {
        if let sentence { p(.class("hint")) { sentence } }
    }
}
