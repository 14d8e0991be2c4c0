import Casework
import Kernel
import Office

/// What the reader sees on the record that answers a claim's questions, to begin from: each with the day it was told and
/// whose word it is, to be asked whether it is still so (C14).
struct HeldForClaim: Sendable {
    /// What stands in the fields at first.
    private(set) var typed: [(String, String)] = [("benefit", ""), ("since", "")]
    /// What is said of the benefit and its first day; nil where nothing is held.
    private(set) var benefitHint: String?
    private var hints: [String: String] = [:]

    init() {}

    init(_ form: CaseFormVisit, for programme: Programme) {
        guard let held = form.opened.seen.circumstances else { return }
        let (today, names) = (form.visit.today, form.opened.names)
        let known = programme.benefits.map(\.code).first { held.status(benefit: $0, on: today).on == true }
        if let known, let spell = held.spells(of: known).last(where: { $0.covers(today) }) {
            typed = [("benefit", known), ("since", spell.from.written)]
            benefitHint = Self.asked(spell.event, by: spell.source.title.inSentence)
        }
        let answers = held.answers(to: programme, on: today)
        typed += programme.typed(answers)
        for one in answers {
            let whose = one.held.source?.title.inSentence ?? names.organisation(one.held.event.by.organisation)
            let what = one.held.detail.open.heading(one.held.kind)
            hints[one.circumstance] = "\(what.map { "\($0). " } ?? "")\(Self.asked(one.held.event, by: whose))"
        }
    }

    /// What is said beside a circumstance, by its code.
    func hint(_ code: String) -> String? { hints[code] }

    private static func asked(_ event: EventStamp, by whose: String) -> String {
        "Told on \(event.recorded.day.written) by \(whose); still so?"
    }
}

extension ChangeDetail {
    /// The answer without the words it was given in: `An adult, 40 hours a week`.
    fileprivate func heading(_ kind: ChangeKind) -> String? {
        let said = ChangeDetail(code: code, hours: hours).written(kind)
        return said.isEmpty ? nil : said
    }
}
