import Casework
import Kernel
import Office

/// One assessment: what it came to and why, factor by factor; or, before it is finished, what there is to go on with.
struct AssessmentResult: Component {
    let page: AssessmentPage
    let shown: Assessment

    var body: some HTML {
        if shown.withdrawn == nil {
            if let instrument = page.instrument(shown) {
                if shown.finished == nil {
                    PartsToDo(page: page, shown: shown, instrument: instrument)
                } else {
                    Outcome(page: page, shown: shown, instrument: instrument)
                    Factors(page: page, shown: shown, instrument: instrument)
                    Changes(page: page, shown: shown, instrument: instrument)
                    CustomerSays(page: page, shown: shown)
                }
            } else {
                NoticeBox(.attention, title: "The questions are not here") {
                    "It was made with version \(shown.start.version) of “\(shown.start.instrument)”, whose file is not installed. "
                    "It came to: \(shown.rating ?? "no rating")"
                    shown.restsOnUnseen ? ". \(Assessment.unseenPart)" : ", \(shown.stream ?? "no stream")."
                }
            }
            OfferedButtons {
                page.offers.plain(
                    .withdrawAssessment, "Withdraw this assessment",
                    about: "of \(shown.begun.day.written)", item: page.item(shown))
            }
        }
    }
}

/// The parts of an assessment that is not finished.
private struct PartsToDo: Component {
    let page: AssessmentPage
    let shown: Assessment
    let instrument: Instrument

    var body: some HTML {
        Section("Not finished", id: "parts") {
            p { "Begun \(shown.begun.day.written). What was answered is saved; go on where you like." }
            TaskList {
                ForEach(instrument.sections) { section in
                    TaskRow(section.title, to: address(section, shown.mode), hint: section.says, tag(section))
                }
            }
            OfferedButtons {
                page.offers.link(.finishAssessment, "Finish", item: page.item(shown), primary: open.isEmpty)
            }
            if page.offers.may(.assess), let first = instrument.sections.first {
                p { "Last gone through \(words(shown.mode)). Where you are now decides what is asked:" }
                ul {
                    ForEach(AssessmentMode.allCases) { mode in
                        li { a(.href(address(first, mode) ?? "")) { "Go on \(words(mode))" } }
                    }
                }
            }
        }
    }

    private func words(_ mode: AssessmentMode) -> String { mode.title.inSentence }

    private var reading: AssessmentReading { shown.reading(instrument, through: page.opened.seen.sight) }
    private var open: [Question] { reading.path.open(shown.answers) }

    private func address(_ section: Instrument.Section, _ mode: AssessmentMode) -> String? {
        page.offers.may(.assess)
            ? SiteURL.assessmentPart(page.subject, shown.id, section.id, mode).address : nil
    }

    private func tag(_ section: Instrument.Section) -> StatusTag {
        let asked = reading.path.reached(in: section)
        let answered = asked.count { shown.answers[$0.id] != nil }
        if asked.isEmpty { return StatusTag("Not asked here", .closed) }
        let left = asked.contains { one in open.contains { $0.id == one.id } }
        if left { return StatusTag("\(answered) of \(asked.count) answered", .waiting) }
        return StatusTag("\(answered) of \(asked.count) answered", .done)
    }
}

/// The rating and stream in force, whose they are, and what could still change them; before an adviser who rates has,
/// the way to do it.
private struct Outcome: Component {
    let page: AssessmentPage
    let shown: Assessment
    let instrument: Instrument

    var body: some HTML {
        if let rating = shown.rating.flatMap(instrument.rating) {
            Section(title(rating), id: "result") {
                p { rating.means }
                if let stream { p { stream.says } }
                if shown.restsOnUnseen {
                    p { Assessment.unseenPart }
                } else if let decided = shown.streamings.last {
                    p { who(decided) }
                    if let why = decided.why.value { p { "“\(why.text)”" } }
                } else {
                    p { "What the answers came to. No adviser has settled it yet." }
                }
                if let couldBe = shown.couldBe.flatMap(instrument.rating) {
                    NoticeBox(.attention, title: "Provisional") {
                        "Some questions were not asked or were left for another day. Their answers could make it \(couldBe.title.lowercased())."
                    }
                }
                if !shown.restsOnUnseen { settling }
            }
        } else if instrument.ratedBy == .adviser {
            Section("No level yet", id: "result") {
                p {
                    shown.restsOnUnseen
                        ? Assessment.unseenPart : "An adviser says which level fits, and what showed it."
                }
                if !shown.restsOnUnseen { settling }
            }
        }
    }

    private func who(_ decided: Assessment.Decided) -> String {
        let name = page.opened.names.person(decided.event.by.person)
        if instrument.ratedBy == .adviser { return "Set by \(name) on \(decided.event.recorded.day.written)." }
        return decided.streaming.overrules
            ? "Set by \(name), overruling what the answers came to (\(derived))."
            : "\(name) agrees with what the answers came to."
    }

    private func title(_ rating: Instrument.Rating) -> String {
        shown.restsOnUnseen ? rating.title : "\(rating.title): \(stream?.title ?? "no stream")"
    }

    private var settling: some HTML {
        OfferedButtons {
            page.offers.link(
                .stream, shown.streamings.isEmpty ? "Settle it" : "Change it", item: page.item(shown),
                primary: shown.streamings.isEmpty)
        }
    }

    private var stream: Instrument.Stream? { shown.stream.flatMap(instrument.stream) }
    private var derived: String {
        let outcome = shown.finished?.outcome
        return [outcome?.rating.flatMap(instrument.rating)?.title, outcome?.stream.flatMap(instrument.stream)?.title]
            .compactMap { $0?.lowercased() }.joined(separator: ", ")
    }
}

/// Why: each answer that counts, with what it counts for and the reason.
private struct Factors: Component {
    let page: AssessmentPage
    let shown: Assessment
    let instrument: Instrument

    var body: some HTML {
        if !parts.isEmpty {
            Section("Why", id: "why") {
                p {
                    "Points count towards needing help. "
                    if !shown.restsOnUnseen {
                        "\(parts.reduce(0) { $0 + $1.points }) of \(parts.reduce(0) { $0 + $1.most }) in all. "
                    }
                    "The scoring is \(instrument.status.title): \(instrument.source)."
                }
                ForEach(parts) { part in
                    let title = instrument.section(part.section)?.title ?? part.section
                    h3 { isWhole(part) ? "\(title): \(part.points) of \(part.most)" : title }
                    let found = factors.filter { $0.section == part.section }
                    if found.isEmpty {
                        p(.class("hint")) { "Nothing that you see was answered here." }
                    } else {
                        DataTable("Factors", rows: found, captionIsUnseen: true, columns: Self.columns)
                    }
                    if !isWhole(part) { p(.class("hint")) { Assessment.unseenPart } }
                }
            }
        }
    }

    /// What each part came to; worked out again from the answers they see for whoever does not see them all.
    private var parts: [SectionPoints] {
        guard shown.restsOnUnseen else { return shown.finished?.outcome.sections ?? [] }
        return shown.finished == nil ? [] : reading.sections
    }

    /// Whether the reader sees every question of a part, and so what it came to.
    private func isWhole(_ part: SectionPoints) -> Bool {
        guard shown.restsOnUnseen else { return true }
        let sight = page.opened.seen.sight
        return instrument.section(part.section)?.questions.allSatisfy { sight.sees($0.category) } ?? false
    }

    private var reading: AssessmentReading { shown.given(instrument, through: page.opened.seen.sight) }
    private var factors: [AssessmentReading.Factor] { reading.factors }

    private static let columns: [Column<AssessmentReading.Factor>] = [
        Column("Factor", .heading) { $0.title },
        Column("Answer") { $0.answer },
        Column("Points", .number) { "\($0.points) of \($0.most)" },
        Column("Why it counts") { $0.explains },
    ]
}

extension Assessment {
    /// What is said in the place of what would tell an answer that is not for the reader.
    static let unseenPart = "Part of this rests on answers you do not see."
}

/// What moved since the last time.
private struct Changes: Component {
    let page: AssessmentPage
    let shown: Assessment
    let instrument: Instrument

    var body: some HTML {
        if let before = page.assessments.previous(to: shown) {
            let changes = AssessmentChanges(from: (before, page.instrument(before)), to: (shown, instrument))
            let volunteering = newVolunteering(since: before)
            Section("What changed since \(before.begun.day.written)", id: "changes") {
                if changes.isEmpty, volunteering == nil {
                    EmptyState("Nothing changed.", comes: "Every answer is as it was.")
                } else {
                    ul {
                        if changes.wasRating != changes.isRating {
                            li { "Rating: \(rating(changes.wasRating)), now \(rating(changes.isRating))" }
                        }
                        if changes.wasStream != changes.isStream {
                            li { "Stream: \(stream(changes.wasStream)), now \(stream(changes.isStream))" }
                        }
                        if let volunteering { li { volunteering } }
                        ForEach(changes.sections) { section in
                            li {
                                "\(instrument.section(section.section)?.title ?? section.section): \(section.was) points, now \(section.isNow)"
                            }
                        }
                    }
                    if !changes.answers.isEmpty {
                        DataTable(
                            "Answers that changed", rows: changes.answers, captionIsUnseen: true, columns: Self.columns)
                    }
                }
            }
        }
    }

    /// What they volunteer by the later assessment and not, or for other hours, by the earlier: it is progress (G-030).
    private func newVolunteering(since before: Assessment) -> String? {
        let was = page.opened.seen.volunteering(on: before.begun.day)
        guard let held = page.opened.seen.volunteering(on: shown.begun.day),
            was.map({ $0.detail.open.hours != held.detail.open.hours }) ?? true
        else { return nil }
        return held.volunteering
    }

    private func rating(_ code: String?) -> String { code.flatMap(instrument.rating)?.title.lowercased() ?? "none" }
    private func stream(_ code: String?) -> String { code.flatMap(instrument.stream)?.title.lowercased() ?? "none" }

    private static let columns: [Column<AssessmentChanges.Changed>] = [
        Column("Question", .heading) { $0.asks },
        Column("Was") { $0.was ?? "Not answered" },
        Column("Is now") { $0.isNow ?? "Not answered" },
        Column("Points", .number) { $0.points == 0 ? "" : $0.points > 0 ? "+\($0.points)" : "−\(-$0.points)" },
    ]
}

/// Whether the customer agrees.
private struct CustomerSays: Component {
    let page: AssessmentPage
    let shown: Assessment

    var body: some HTML {
        Section("What the customer says of it", id: "says") {
            if let view = shown.customerView {
                p {
                    strong { view.agrees ? "Agrees." : "Does not agree." }
                    if let words = view.words.value { " “\(words.text)”" }
                }
            } else {
                EmptyState("Not asked yet.", comes: "Their agreement, or what is not right, stands beside the result.")
            }
            OfferedButtons {
                page.offers.link(
                    .sayOfAssessment, shown.customerView == nil ? "Record what they say" : "Record it again",
                    item: page.item(shown))
            }
        }
    }
}

/// Every answer, word for word.
struct AnswersDisclosure: Component {
    let page: AssessmentPage
    let shown: Assessment

    var body: some HTML {
        if let instrument = page.instrument(shown), shown.withdrawn == nil, !shown.held.isEmpty {
            Disclosure("The answers, word for word", open: page.isChosen && shown.finished != nil) {
                ForEach(instrument.sections) { section in
                    let answered = answers(to: section)
                    if !answered.isEmpty {
                        h3 { section.title }
                        SummaryList { ForEach(answered) { answer in SummaryRow(answer.0) { answer.1 } } }
                    }
                }
            }
        }
    }

    private func answers(to section: Instrument.Section) -> [(String, String)] {
        section.questions.compactMap { question in
            shown.held[question.id].flatMap { question.written($0.answer) }.map { (question.asks, $0) }
        }
    }
}
