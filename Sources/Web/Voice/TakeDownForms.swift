import Casework
import Kernel
import Office
import Records

/// Takes down a question that somebody asked by phone, by letter or in person.
struct AskForForm: CaseForm {
    static let name = CaseFormName.askFor
    static let title = "Take down a question"
    static let button = "Send this question"
    static let said = Said.voiceTaken

    let down: TakenDown

    static func load(_ form: CaseFormVisit) async throws -> Self {
        AskForForm(down: TakenDown(form, form.opened.seen.answerers))
    }
    var initial: FormFields { down.initial }
    func fields(in state: FormState) -> Fragment { down.fields("Who is it for?", in: state) }
    func read(_ form: FormReader) throws -> AskQuestion {
        AskQuestion(
            to: down.organisation(form, "Who is it for?"), words: try form.neededWords(label: TakenDown.words),
            taken: down.taken(form))
    }
}

/// Takes down a complaint that somebody made by phone, by letter or in person.
struct ComplainForForm: CaseForm {
    static let name = CaseFormName.complainFor
    static let title = "Take down a complaint"
    static let button = "Send this complaint"
    static let said = Said.voiceTaken

    let down: TakenDown

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let all = form.opened.seen.answerers
        let settling = try await form.visit.office.database.read { connection in
            try all.filter { try AccountRegister.settlesComplaints($0.organisation, as: $0.relation, in: connection) }
        }
        return ComplainForForm(down: TakenDown(form, settling))
    }
    var initial: FormFields { down.initial }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Their managers read it, and answer. Whoever it is about does not." }
            down.fields("Who is it about?", in: state)
        }
    }
    func read(_ form: FormReader) throws -> Complain {
        Complain(
            to: down.organisation(form, "Who is it about?"), words: try form.neededWords(label: TakenDown.words),
            taken: down.taken(form))
    }
}

/// What is asked of either: to whom it goes, their words, and how and when it came.
struct TakenDown: Sendable {
    static let words = "In their own words"

    let choices: [Choice]
    let today: CalendarDay

    init(_ form: CaseFormVisit, _ answerers: [Viewer]) {
        choices = answerers.map {
            Choice($0.organisation.description, form.opened.names.organisation($0.organisation))
        }
        today = form.visit.today
    }

    var initial: FormFields {
        FormFields(
            [("on-day", String(today.day)), ("on-month", String(today.month)), ("on-year", String(today.year))]
                + (choices.count == 1 ? [("to", choices[0].value)] : []))
    }

    func fields(_ whose: String, in state: FormState) -> Fragment {
        Fragment {
            Radios("to", label: whose, choices, in: state)
            TextArea("words", label: Self.words, rows: 6, in: state)
            Radios(
                "how", label: "How did they tell you?",
                VoiceTaken.Route.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("on", label: "When did they ask?", hint: "The answer is due from this day.", in: state)
        }
    }

    func organisation(_ form: FormReader, _ label: String) -> Identifier<Organisation> {
        (try? Identifier(form.choice("to", label: label, of: choices.map(\.value)))) ?? Identifier(high: 0, low: 0)
    }

    func taken(_ form: FormReader) -> VoiceTaken {
        VoiceTaken(
            how: form.choice("how", label: "How did they tell you?"),
            on: form.day("on", label: "When did they ask?", in: today.adding(days: -366)...today))
    }
}
