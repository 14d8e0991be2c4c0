import Casework
import Kernel
import Office
import Records

/// What the customer asked and complained of, with the answers, the newest first.
struct OwnQuestionsPage {
    let own: OwnVisit
    let voices: Voices

    static func load(_ own: OwnVisit) throws -> OwnQuestionsPage {
        guard let voices = own.seen.voices else { throw Refusal("own-questions.not-found", OwnPageWords.notShown()) }
        return OwnQuestionsPage(own: own, voices: voices)
    }

    var page: Page {
        var page = Page(OwnQuestionsWords.title(), lead: Fragment { p { OwnQuestionsWords.lead() } }) {
            Buttons {
                LinkButton(OwnQuestionsWords.ask(), to: SiteURL.meForm(.ask).address, primary: true)
                LinkButton(OwnQuestionsWords.complain(), to: SiteURL.meForm(.complain).address)
            }
            if voices.all.isEmpty { EmptyState(OwnQuestionsWords.none(), comes: OwnQuestionsWords.noneComes()) }
            ForEach(voices.all.reversed()) { OwnVoice(own: own, voice: $0) }
            OwnFirstMeeting(own: own)
        }
        page.section = SiteURL.meQuestions.address
        return page
    }
}

private struct OwnVoice: Component {
    let own: OwnVisit
    let voice: Voice

    var body: some HTML {
        article {
            h2 {
                (voice.kind == .question ? OwnQuestionsWords.yourQuestion : .yourComplaint)(
                    own.names.organisation(voice.putTo), voice.raised.day)
            }
            blockquote { voice.words.value?.text ?? "" }
            if let answer = voice.answer {
                p {
                    strong {
                        OwnQuestionsWords.answered(
                            own.names.person(answer.event.by.person), answer.event.recorded.day)
                    }
                }
                blockquote { answer.words.value?.text ?? "" }
            } else {
                if let whose { p { whose } }
                if voice.acknowledged != nil { p { OwnQuestionsWords.hasIt() } }
                let by = voice.answerBy(own.opened.rules.answers, in: own.seen.referral?.nation ?? .england)
                p {
                    by < own.today
                        ? OwnQuestionsWords.late(by, own.names.organisation(voice.to))
                        : OwnQuestionsWords.waiting(by.saidInFull)
                }
            }
        }
    }

    /// Who is to answer, where whoever was asked no longer helps them; nil while they do.
    private var whose: String? {
        let asked = own.names.organisation(voice.putTo)
        if voice.to != voice.putTo { return OwnQuestionsWords.handedOn(asked, own.names.organisation(voice.to)) }
        return voice.keeper.map { OwnQuestionsWords.staysWith(asked, own.names.organisation($0)) }
    }
}

/// Whom a question or complaint can go to.
private struct Answerers: Sendable {
    let choices: [(Identifier<Organisation>, String)]

    init(_ own: OwnVisit, _ answerers: [Viewer]) {
        choices = answerers.map { ($0.organisation, own.names.organisation($0.organisation)) }
    }

    /// The only one, or the one that a page which led here asks of.
    func initial(asked: String? = nil) -> FormFields {
        let chosen = choices.count == 1 ? choices[0] : choices.first { $0.0.description == asked }
        return chosen.map { FormFields(["to": $0.0.description]) } ?? FormFields()
    }

    func field(_ label: String, in state: FormState) -> some HTML {
        Radios("to", label: label, choices.map { Choice($0.0.description, $0.1) }, in: state)
    }

    func read(_ form: FormReader, _ label: String) -> Identifier<Organisation> {
        let chosen = form.choice("to", label: label, of: choices.map(\.0.description))
        return choices.first { $0.0.description == chosen }?.0 ?? Identifier(high: 0, low: 0)
    }
}

/// Asks a question.
struct OwnAskForm: OwnForm {
    static let name = OwnFormName.ask
    /// What says in the address whom the question is to go to.
    static let asked = "to"
    static var title: String { OwnQuestionsWords.ask() }
    static var button: String { OwnQuestionsWords.askButton() }
    static let said = Said.meAsked
    static let back = SiteURL.meQuestions

    private let answerers: Answerers
    private let to: String?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnAskForm(answerers: Answerers(own, own.seen.answerers), to: own.visit.query(asked))
    }
    var initial: FormFields { answerers.initial(asked: to) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            answerers.field(OwnQuestionsWords.askTo(), in: state)
            TextArea("words", label: OwnQuestionsWords.askLabel(), rows: 5, in: state)
        }
    }
    func read(_ form: FormReader) throws -> AskQuestion {
        AskQuestion(
            to: answerers.read(form, OwnQuestionsWords.askTo()),
            words: try form.neededWords(label: OwnQuestionsWords.askLabel()))
    }
}

/// Complains.
struct OwnComplainForm: OwnForm {
    static let name = OwnFormName.complain
    static var title: String { OwnQuestionsWords.complain() }
    static var button: String { OwnQuestionsWords.complainButton() }
    static let said = Said.meComplained
    static let back = SiteURL.meQuestions

    private let answerers: Answerers

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let all = own.seen.answerers
        let settling = try await own.visit.office.database.read { connection in
            try all.filter { try AccountRegister.settlesComplaints($0.organisation, as: $0.relation, in: connection) }
        }
        return OwnComplainForm(answerers: Answerers(own, settling))
    }
    var initial: FormFields { answerers.initial() }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            answerers.field(OwnQuestionsWords.complainTo(), in: state)
            TextArea(
                "words", label: OwnQuestionsWords.complainLabel(), hint: OwnQuestionsWords.complainHint(), rows: 6,
                in: state)
        }
    }
    func read(_ form: FormReader) throws -> Complain {
        Complain(
            to: answerers.read(form, OwnQuestionsWords.complainTo()),
            words: try form.neededWords(label: OwnQuestionsWords.complainLabel()))
    }
}
