import Casework
import Hummingbird
import Kernel
import Office

/// One section of an assessment's questions, saved before going on. It needs no script: what an answer leads to is asked
/// after it is saved.
struct AssessmentPart {
    let visit: Visit
    let opened: OpenedCase
    let held: Assessment
    let instrument: Instrument
    let section: Instrument.Section
    let mode: AssessmentMode
    /// What was said the last time to what has no answer yet: each is asked again, and counts once it is saved here.
    let earlier: [String: Assessment.HeldAnswer]

    static func load(_ visit: Visit) async throws -> AssessmentPart {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        try Powers.require(.assess, of: visit.actor.role, as: opened.relation)
        let held = try opened.assessment(try visit.identifier("item"))
        let instrument = try visit.office.instrument(of: held)
        guard let section = instrument.section(visit.context.parameters.get("section") ?? "") else {
            throw Refusal("assessment.section", "There is no such part of this assessment. Go back and choose one.")
        }
        let mode = visit.query("mode").flatMap(AssessmentMode.init(rawValue:)) ?? held.mode
        return AssessmentPart(
            visit: visit, opened: opened, held: held, instrument: instrument, section: section, mode: mode,
            earlier: opened.seen.assessments?.earlier(than: held, instrument) ?? [:])
    }

    private var subject: Identifier<CaseFile> { opened.seen.id }
    private var address: SiteURL { .assessmentPart(subject, held.id, section.id, mode) }

    private func path(of held: Assessment) -> InstrumentPath {
        held.reading(instrument, mode: mode, through: opened.seen.sight).path
    }

    /// The questions of this part that are on the way, for this reader here and now.
    var reached: [Question] { path(of: held).reached(in: section) }

    // MARK: Showing

    /// As it stands, before anything is typed.
    var first: Page {
        get throws {
            try held.requireOpen()
            return page(FormState(held.held.merging(earlier) { now, _ in now }.typed(section.questions)))
        }
    }

    private func page(_ state: FormState) -> Page {
        let path = path(of: held)
        let asked = path.reached(in: section)
        let number = (instrument.sections.firstIndex { $0.id == section.id } ?? 0) + 1
        return Page(
            section.title,
            lead: Fragment {
                p { "\(instrument.title), part \(number) of \(instrument.sections.count). \(mode.title)." }
            },
            trail: [
                Link(opened.seen.title, to: SiteURL.customer(subject).address),
                Link("Assessment", to: SiteURL.assessment(subject).address),
            ], failed: !state.errors.isEmpty
        ) {
            p { section.says }
            WithheldNotice(path: path, section: section, sight: opened.seen.sight)
            if asked.contains(where: { earlier[$0.id] != nil }) {
                NoticeBox(
                    .plain,
                    "Last time’s answers are filled in, with their dates. Ask whether each is still so. They count once this page is saved."
                )
            }
            PostForm(
                to: address.address, seal: visit.seal(seen: opened.seen.sequence, keeping: state.fields), state: state
            ) {
                input(.type(.hidden), .name("asked"), .value(asked.map(\.id).joined(separator: ",")))
                if asked.isEmpty {
                    EmptyState("Nothing is asked here.", comes: "Go on to the next part.")
                } else {
                    ForEach(asked) { question in
                        QuestionField(
                            question: question, state: state, said: earlier[question.id]?.event.recorded.day)
                    }
                }
                if path.waitsFor.map({ one in asked.contains { $0.id == one.id } }) == true {
                    p(.class("hint")) { "What comes next follows from the answers: it is asked when they are saved." }
                }
                Buttons {
                    SubmitButton("Save and go on")
                    SubmitButton("Save and stop here", .secondary, choice: ("then", "stop"))
                    a(.href(SiteURL.assessmentOf(subject, held.id).address)) { "Cancel" }
                }
            }
        }.about(opened.seen)
    }

    // MARK: Saving

    /// Takes what was sent. What is shared can stop while the page is open: what was typed is then shown back.
    static func send(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        do {
            return try await load(visit).send(fields)
        } catch let refusal as Refusal where visit.who.ownPage == nil {
            guard let closed = NotOpen(refusal, typed: Question.typed(in: fields), files: []) else { throw refusal }
            return .refused(closed.page, closed.status)
        }
    }

    private func send(_ fields: FormFields) async throws -> FormOutcome {
        let asked = Set((fields["asked"] ?? "").split(separator: ",").map(String.init))
        do {
            let (answers, id, seen) = try FormReader.read(fields) { form in
                (try read(form, asked), form.command, form.seen)
            }
            let performed = try await visit.office.perform(
                SaveAnswers(assessment: held.id, mode: mode, answers: answers), on: subject, as: visit.actor,
                id: Identifier(id), seen: seen)
            return next(after: performed, asked, stopping: fields["then"] == "stop")
        } catch let errors as FormErrors {
            return .again(page(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where !refusal.isOfTheStore && !NotOpen.codes.contains(refusal.code) {
            let about = refusal.field.map { refusal.about(Question.field($0)) } ?? refusal
            return .again(page(FormState(fields).refused(about)))
        }
    }

    private func read(_ form: FormReader, _ asked: Set<String>) throws -> [String: Answer?] {
        var answers: [String: Answer?] = [:]
        for question in section.questions where asked.contains(question.id) {
            answers.updateValue(try form.answer(to: question), forKey: question.id)
        }
        return answers
    }

    /// The same part while answers led to more in it; else the next that asks anything; else what there is to finish.
    private func next(after performed: Performed, _ asked: Set<String>, stopping: Bool) -> FormOutcome {
        let end = FormOutcome.done(.assessmentOf(subject, held.id), .answersSaved)
        guard !stopping, let after = performed.file.assessments.all.last(where: { $0.id == held.id }) else {
            return end
        }
        let path = path(of: after)
        if path.reached(in: section).contains(where: { !asked.contains($0.id) }) {
            return .done(address, .answersLead)
        }
        let place = instrument.sections.firstIndex { $0.id == section.id } ?? 0
        let later = instrument.sections.dropFirst(place + 1).first { !path.reached(in: $0).isEmpty }
        guard let later else { return end }
        return .done(.assessmentPart(subject, held.id, later.id, mode), .answersSaved)
    }
}

/// Says what of a section is not asked here, and why.
private struct WithheldNotice: Component {
    let path: InstrumentPath
    let section: Instrument.Section
    let sight: Sight

    var body: some HTML {
        if !unseen.isEmpty {
            NoticeBox(
                .plain,
                "Questions about \(unseen.map(\.title).joined(separator: ", ")) are not asked here: the customer has not agreed that you see this. Nothing follows from that."
            )
        }
        if inPrivate > 0 {
            NoticeBox(
                .plain,
                "\(inPrivate == 1 ? "1 question here is" : "\(inPrivate) questions here are") asked only one to one, in private. They wait for such a meeting."
            )
        }
    }

    private var withheld: [Question] {
        path.withheld.filter { one in section.questions.contains { $0.id == one.id } }
    }
    private var unseen: [Casework.Category] {
        let found = Set(withheld.map(\.category).filter { !sight.sees($0) })
        return Casework.Category.allCases.filter(found.contains)
    }
    private var inPrivate: Int { withheld.count { sight.sees($0.category) } }
}

extension Office {
    /// - Refuses: when the file an assessment was made with is not installed.
    func instrument(of assessment: Assessment) throws(Refusal) -> Instrument {
        guard let found = tools.instrument(assessment.start.instrument, version: assessment.start.version) else {
            throw Refusal(
                "assessment.instrument",
                "Version \(assessment.start.version) of the questions “\(assessment.start.instrument)” is not here. Ask for the file to be put back."
            )
        }
        return found
    }
}

extension OpenedCase {
    /// - Refuses: an assessment that is not there or not for this reader.
    func assessment(_ id: Identifier<Assessment>) throws(Refusal) -> Assessment {
        guard let assessments = seen.assessments else {
            throw Refusal("case.none", "There is no assessment here that you can open.")
        }
        return try assessments.assessment(id)
    }
}
