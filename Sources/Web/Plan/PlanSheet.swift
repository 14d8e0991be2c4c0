import Casework
import Kernel
import Office

/// The plan as the customer reads it, in their language, in plain words: printed large, or as plain text for whoever is read to.
struct PlanSheet: Sendable {
    struct Part: Sendable {
        let title: String
        let lines: [String]
        var isNumbered = false
    }

    let name: String
    let day: CalendarDay
    let language: Language
    private let heading: String
    private let written: String
    /// Which version it is, where it is not the plan as it stands.
    private let edition: String?
    let parts: [Part]

    init(_ page: PlanPage) {
        self = (page.opened.seen.language ?? .english).write { PlanSheet(spoken: page) }
    }

    /// In the language of the page that it is part of.
    init(spoken page: PlanPage) {
        let plan = page.plan
        language = Speech.language
        heading = PlanSheetWords.yourPlan()
        written = page.today.said
        edition = page.version.map { PlanSheetWords.version(String($0.number), $0.event.recorded.day) }
        name = page.opened.seen.title
        day = page.today
        var parts: [Part] = []
        func add(_ title: String, _ lines: [String], numbered: Bool = false) {
            if !lines.isEmpty { parts.append(Part(title: title, lines: lines, isNumbered: numbered)) }
        }
        add(PlanSheetWords.want(), plan.openGoals.map { $0.words.value?.text ?? "" })
        add(PlanSheetWords.inTheWay(), plan.openBarriers.map { told($0.title(in: page.list)) }, numbered: true)
        func line(_ action: PlanAction) -> String { PlanSheet.line(action, page) }
        let open = plan.openActions
        add(PlanSheetWords.youDo(), open.filter { $0.terms.owner == .customer }.map(line))
        add(PlanSheetWords.othersDo(), open.filter { $0.terms.owner != .customer }.map(line))
        add(PlanSheetWords.volunteering(), page.volunteering.map { [PlanSheetWords.said($0)] } ?? [])
        add(PlanSheetWords.freeTimes(), plan.commitments(on: page.today).map { PlanSheetWords.said($0.times) })
        add(
            PlanSheetWords.done(),
            plan.actions.compactMap { action in
                guard case .done(_, let day, _, _) = action.end else { return nil }
                return ([PlanSheetWords.onDay(action.text.value?.text ?? "", day)] + PlanSheet.origin(action, page))
                    .joined(separator: ". ")
            })
        if let next = plan.nextReview(stream: page.opened.seen.planStream, page.opened.rules.planReviews) {
            add(PlanSheetWords.next(), [PlanSheetWords.nextReview(next)])
        }
        parts.append(
            Part(
                title: PlanSheetWords.notRight(), lines: [PlanSheetWords.notRightText()]))
        self.parts = parts
    }

    private static func line(_ action: PlanAction, _ page: PlanPage) -> String {
        var sentence = action.text.value?.text ?? ""
        if action.terms.owner != .customer {
            sentence = PlanSheetWords.byOwner(page.name(of: action.terms.owner), sentence)
        }
        if let due = action.terms.due { sentence = PlanSheetWords.byDay(sentence, due) }
        if sentence.last.map({ !".!?".contains($0) }) ?? true { sentence += "." }
        if action.isRequired(on: page.today), let duties = page.duties {
            sentence += " \(PlanSheetWords.mustDo()) \(told(duties.says))"
            if let why = action.whyRequired.value { sentence += " \(PlanSheetWords.notChoice(why.text))" }
        }
        switch action.state {
        case .proposed:
            let waits: PlanSheetWords = action.waitingFor.contains(.customer) ? .notAnswered : .notAgreed
            sentence += " \(waits())"
        case .objected:
            for one in action.objections where one.party == .customer {
                sentence += " \(PlanSheetWords.saidNo(one.words.value?.text ?? ""))"
            }
            for one in action.standsBecause {
                sentence += " \(PlanSheetWords.answered(one.words.value?.text ?? ""))"
            }
        default: break
        }
        return ([sentence] + origin(action, page)).joined(separator: " ")
    }

    /// Which agencies put a line forward, those whose own line was joined with it included, and what those said in other
    /// words; nothing of a line that is the customer’s alone.
    private static func origin(_ action: PlanAction, _ page: PlanPage) -> [String] {
        let joined = page.plan.joined(into: action.id)
        var proposers: [PlanParty] = []
        for one in [action] + joined where !proposers.contains(one.proposer) { proposers.append(one.proposer) }
        guard proposers.contains(where: { $0 != .customer }) else { return [] }
        let names = proposers.map { party in
            party.organisation.map { page.opened.names.organisation($0) } ?? PlanSheetWords.you()
        }
        let words = joined.compactMap(\.text.value?.text).filter { $0 != action.text.value?.text }
        return [PlanSheetWords.proposed(names.joined(separator: ", "))] + words.map { PlanSheetWords.alike($0) }
    }

    var page: some HTML {
        div(.class("large-print"), .lang(language.rawValue)) {
            p { written }
            if let edition { p { edition } }
            ForEach(parts) { part in
                h2 { part.title }
                if part.isNumbered {
                    ol { ForEach(part.lines) { line in li { line } } }
                } else {
                    ul { ForEach(part.lines) { line in li { line } } }
                }
            }
        }
    }

    /// Lines end with line feeds; titles stand alone.
    var text: String {
        var lines = [heading, "\(name), \(written)"] + [edition].compactMap(\.self) + [""]
        for part in parts {
            lines.append(part.title.uppercased())
            for (place, line) in part.lines.enumerated() {
                let mark = part.isNumbered ? "\(place + 1). " : "- "
                lines.append(mark + line.replacing("\n", with: " "))
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

extension PlanSheetWords {
    /// `A course: Mondays, 9:00 to 11:30`; `Signing on at the jobcentre: Mondays, every second week, 9:00 to 9:30`
    static func said(_ times: CommitmentTimes) -> String {
        let day: PlanSheetWords =
            switch times.weekday {
            case .monday: .mondays
            case .tuesday: .tuesdays
            case .wednesday: .wednesdays
            case .thursday: .thursdays
            case .friday: .fridays
            case .saturday: .saturdays
            case .sunday: .sundays
            }
        let often: PlanSheetWords = times.every > 1 ? .everySecondWeek : .everyWeek
        return often(
            told(times.kind.title), day(), CommitmentTimes.clock(times.from), CommitmentTimes.clock(times.until))
    }
}
