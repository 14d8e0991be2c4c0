import Casework
import Kernel
import Office

/// One talk about how things are: what it came to and whose choice that was, what they said of it, and, to whoever wants
/// more, what counted and why, what was answered, and what is different since the time before (G-053).
struct OwnTalk: Component {
    let own: OwnVisit
    let assessments: Assessments
    let shown: Assessment

    private var instrument: Instrument? { own.instrument(of: shown) }
    private var rating: Instrument.Rating? { shown.rating.flatMap { instrument?.rating($0) } }
    private var stream: Instrument.Stream? { shown.stream.flatMap { instrument?.stream($0) } }

    var body: some HTML {
        h3 { OwnStandingWords.talked(shown.begun.day) }
        if let rating { p { OwnStandingWords.cameTo(OwnStandingWords.of(rating.means)) } }
        if let couldBe {
            p {
                OwnTalkWords.notFinal()
                " "
                OwnTalkWords.couldBe(OwnStandingWords.of(couldBe.means))
            }
        }
        if let stream { p { OwnStandingWords.help(OwnStandingWords.of(stream.title)) } }
        if let decided = shown.streamings.last {
            if decided.streaming.overrules {
                p { OwnStandingWords.chosen(own.names.person(decided.event.by.person)) }
            }
            if let why = decided.why.value { blockquote { why.text } }
        }
        if let instrument {
            OwnCounted(factors: counted(by: instrument))
            OwnAnswers(answers: answers(to: instrument))
            if let before = assessments.previous(to: shown) {
                OwnDifferent(before: before, then: own.instrument(of: before) ?? instrument, now: shown, instrument)
            }
        }
        said
    }

    /// What the questions not asked could still make of it; nil where they could change nothing.
    private var couldBe: Instrument.Rating? { shown.couldBe.flatMap { instrument?.rating($0) } }

    /// The answers that count, the heaviest first.
    private func counted(by instrument: Instrument) -> [AssessmentReading.Factor] {
        shown.given(instrument, through: own.seen.sight).factors.filter { $0.points > 0 }
            .sorted { $0.points > $1.points }
    }

    private func answers(to instrument: Instrument) -> [(question: Question, answer: Answer)] {
        instrument.questions.compactMap { question in
            shown.held[question.id].map { (question: question, answer: $0.answer) }
        }
    }

    @HTMLBuilder private var said: some HTML {
        if let view = shown.customerView {
            p { view.agrees ? OwnStandingWords.saidRight() : OwnStandingWords.saidNotRight() }
            if let words = view.words.value { blockquote { words.text } }
        }
        if own.may(.sayOfAssessment) {
            Buttons {
                LinkButton(
                    OwnStandingWords.sayIfRight(),
                    to: SiteURL.meItemForm(.isItRight, item: shown.id.description).address,
                    about: "(\(shown.begun.day.said))")
            }
        }
    }
}

extension OwnVisit {
    /// The questions that an assessment was made with; nil where their file is not installed.
    func instrument(of assessment: Assessment) -> Instrument? {
        visit.office.tools.instrument(assessment.start.instrument, version: assessment.start.version)
    }
}

/// The answers that count, each with why.
private struct OwnCounted: Component {
    let factors: [AssessmentReading.Factor]

    var body: some HTML {
        if !factors.isEmpty {
            Disclosure(OwnTalkWords.counted()) {
                ul {
                    ForEach(factors) { factor in
                        li {
                            strong { OwnStandingWords.of(factor.title) }
                            p {
                                OwnTalkWords.youAnswered()
                                " "
                                span(.lang("en")) { factor.answer }
                            }
                            if !factor.explains.isEmpty { p { OwnTalkWords.of(factor.explains) } }
                        }
                    }
                }
            }
        }
    }
}

/// Every answer, word for word.
private struct OwnAnswers: Component {
    let answers: [(question: Question, answer: Answer)]

    var body: some HTML {
        if !answers.isEmpty {
            Disclosure(OwnTalkWords.answers()) {
                p { OwnTalkWords.asAsked() }
                ul {
                    ForEach(answers) { one in
                        li {
                            span(.lang("en")) { one.question.asks }
                            OwnAnswer(question: one.question, answer: one.answer)
                        }
                    }
                }
            }
        }
    }
}

/// What is different since the time before; nothing at all where all that may differ is shut to whoever reads it.
private struct OwnDifferent: Component {
    let before: Assessment
    let then: Instrument
    let now: Assessment
    let instrument: Instrument

    init(before: Assessment, then: Instrument, now: Assessment, _ instrument: Instrument) {
        self.before = before
        self.then = then
        self.now = now
        self.instrument = instrument
    }

    var body: some HTML {
        let changes = AssessmentChanges(from: (before, then), to: (now, instrument))
        let rating = changes.wasRating == changes.isRating ? nil : changes.wasRating.flatMap(then.rating)
        let stream = changes.wasStream == changes.isStream ? nil : changes.wasStream.flatMap(then.stream)
        let isSame =
            changes.answers.isEmpty && changes.wasRating == changes.isRating && changes.wasStream == changes.isStream
        let saysSo = isSame && !before.restsOnUnseen && !now.restsOnUnseen
        if saysSo || rating != nil || stream != nil || !changes.answers.isEmpty {
            Disclosure(OwnTalkWords.different(before.begun.day)) {
                if saysSo { p { OwnTalkWords.nothingDifferent() } }
                if let rating { p { OwnTalkWords.cameToThen(OwnStandingWords.of(rating.means)) } }
                if let stream { p { OwnTalkWords.helpThen(OwnStandingWords.of(stream.title)) } }
                if !changes.answers.isEmpty { list(changes.answers) }
            }
        }
    }

    private func list(_ answers: [AssessmentChanges.Changed]) -> some HTML {
        ul {
            ForEach(answers) { changed in
                li {
                    span(.lang("en")) { changed.asks }
                    p { OwnTalkWords.before() }
                    OwnAnswer(question: then.question(changed.question), answer: answer(before, changed))
                    p { OwnTalkWords.now() }
                    OwnAnswer(question: instrument.question(changed.question), answer: answer(now, changed))
                }
            }
        }
    }

    private func answer(_ assessment: Assessment, _ changed: AssessmentChanges.Changed) -> Answer? {
        assessment.held[changed.question]?.answer
    }
}

/// An answer as it was taken down: a choice in the words of the question, which are English, anything else in their own.
private struct OwnAnswer: Component {
    /// nil where the questions have it no longer.
    let question: Question?
    let answer: Answer?

    var body: some HTML {
        switch answer {
        case nil: p { OwnTalkWords.noAnswer() }
        case .putOff: p { OwnTalkWords.notToday() }
        case .day(let day): p { day.said }
        case .number(let number): p { String(number) }
        case .words(let text): blockquote { text }
        case .chosen(let codes):
            p(.lang("en")) { question?.written(.chosen(codes)) ?? codes.joined(separator: ", ") }
        }
    }
}
