import Casework
import Kernel
import Office

/// Records what a specialist or a trainer found out.
struct SpecialistForm: CaseForm {
    static let name = CaseFormName.specialist
    static let title = "What a specialist found out"
    static let button = "Record this result"
    static let said = Said.specialist

    /// Those about what the reader sees.
    let kinds: [SpecialistKind]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let sight = form.opened.seen.sight
        let kinds = form.visit.office.tools.rules.assessing.specialists.kinds.filter { sight.sees($0.category) }
        guard !kinds.isEmpty else {
            throw Refusal(
                "specialist.kind",
                "No kind of result is recorded here that you see. Whoever runs the service can add one to its rules.")
        }
        return SpecialistForm(kinds: kinds)
    }

    /// Every level of every kind, each once.
    private var levels: [String] {
        kinds.flatMap(\.levels).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var levelsHint: String {
        let titles = kinds.filter { !$0.levels.isEmpty }.map(\.title.inSentence)
        return "Of \(titles.joined(separator: " and of "))."
    }

    private static let kindLabel = "What was it about?"
    private static let aboutLabel = "What exactly, if the list does not say?"
    private static let byLabel = "Who found it out?"
    private static let levelLabel = "At which level?"
    private static let resultLabel = "What was found out?"
    private static let dayLabel = "On which day, if not today?"

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "For what a specialist or a trainer looked into, such as reading before a course." }
            Radios("kind", label: Self.kindLabel, kinds.map { Choice($0.code, $0.title) }, in: state)
            TextField("about", label: Self.aboutLabel, optional: true, in: state)
            TextField(
                "by", label: Self.byLabel,
                hint: "A name or a role, and their organisation. The customer can read this.", in: state)
            if !levels.isEmpty {
                Select(
                    "level", label: Self.levelLabel, hint: levelsHint, optional: true, levels.map { Choice($0, $0) },
                    in: state)
            }
            TextArea(
                "words", label: Self.resultLabel,
                hint: "What it means for help and courses. The customer can read this.", rows: 4, in: state)
            DayField("day", label: Self.dayLabel, .typed, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordSpecialistResult {
        let kind = form.choice("kind", label: Self.kindLabel, of: kinds.map(\.code))
        let about = form.optionalText("about", label: Self.aboutLabel, max: RecordSpecialistResult.aboutMost)
        let by = form.text("by", label: Self.byLabel, max: RecordSpecialistResult.byMost)
        let level =
            levels.isEmpty ? nil : form.optionalChoice("level", label: Self.levelLabel, of: levels)
        let result = try form.neededWords(label: Self.resultLabel)
        return RecordSpecialistResult(
            SpecialistFinding(kind: kind, by: by, result: result, level: level, about: about.map { Words($0) }),
            on: form.optionalDay("day", label: Self.dayLabel))
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}

/// Takes back a result recorded in error.
struct WithdrawSpecialistForm: CaseForm {
    static let name = CaseFormName.withdrawSpecialist
    static let title = "Withdraw a result recorded in error"
    static let button = "Withdraw this result"
    static let said = Said.withdrawn
    static let hasItem = true

    let held: SpecialistResult
    /// What it is about.
    let about: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Event<CaseFile>> = try form.item()
        guard let found = form.opened.seen.assessments?.specialists.last(where: { $0.event.id == id }),
            found.withdrawn == nil || form.isSent
        else {
            throw Refusal(
                "specialist.none", "There is no such result to withdraw. Choose one from the assessment page.")
        }
        return WithdrawSpecialistForm(
            held: found, about: form.visit.office.tools.rules.assessing.specialists.title(of: found))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "\(about), recorded on \(held.event.recorded.day.written). It stays in the record, and counts for nothing."
            }
            TextArea("words", label: "What was wrong?", in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawSpecialistResult {
        WithdrawSpecialistResult(event: held.event.id, why: try form.neededWords(label: "What was wrong?"))
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}
