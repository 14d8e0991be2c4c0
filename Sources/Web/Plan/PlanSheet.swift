import Casework
import Kernel
import Office

/// The plan as the customer reads it, in plain words: printed large, or as plain text for whoever is read to.
struct PlanSheet: Sendable {
    struct Part: Sendable {
        let title: String
        let lines: [String]
        var isNumbered = false
    }

    let name: String
    let day: CalendarDay
    let parts: [Part]

    init(_ page: PlanPage) {
        let plan = page.plan
        name = page.opened.seen.title
        day = page.today
        var parts: [Part] = []
        func add(_ title: String, _ lines: [String], numbered: Bool = false) {
            if !lines.isEmpty { parts.append(Part(title: title, lines: lines, isNumbered: numbered)) }
        }
        add("What you want", plan.openGoals.map { $0.words.value?.text ?? "" })
        add("What is in the way, in your order", plan.openBarriers.map { $0.title(in: page.list) }, numbered: true)
        func line(_ action: PlanAction) -> String { PlanSheet.line(action, page) }
        let open = plan.openActions
        add("What you do", open.filter { $0.terms.owner == .customer }.map(line))
        add("What others do for you", open.filter { $0.terms.owner != .customer }.map(line))
        add(
            "Times we keep free", plan.commitments(on: page.today).map { "\($0.times.kind.title): \($0.times.written)" }
        )
        add(
            "What you have done",
            plan.actions.compactMap { action in
                guard case .done(_, let day, _, _) = action.end else { return nil }
                return "\(action.text.value?.text ?? ""), \(day.written)"
            })
        if let next = plan.nextReview(stream: page.opened.seen.planStream) {
            add("Next", ["We go through this together by \(next.written)."])
        }
        parts.append(
            Part(
                title: "If something is not right",
                lines: ["Tell us. You can say no to anything here, and we write down why in your own words."]))
        self.parts = parts
    }

    private static func line(_ action: PlanAction, _ page: PlanPage) -> String {
        var sentence = action.text.value?.text ?? ""
        if action.terms.owner != .customer { sentence = "\(page.name(of: action.terms.owner)): \(sentence)" }
        if let due = action.terms.due { sentence += ", by \(due.written)" }
        if sentence.last.map({ !".!?".contains($0) }) ?? true { sentence += "." }
        if action.terms.mandatory, page.mayRequire {
            sentence += " You must do this. Your benefit can stop for a time if you do not, and have no good reason."
        }
        switch action.state {
        case .proposed:
            sentence +=
                action.waitingFor.contains(.customer)
                ? " You have not answered this yet." : " Not agreed by everybody yet."
        case .objected:
            for one in action.objections where one.party == .customer {
                sentence += " You said no: “\(one.words.value?.text ?? "")”"
            }
        default: break
        }
        return sentence
    }

    var page: some HTML {
        div(.class("large-print")) {
            p { day.written }
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
        var lines = ["Your plan", "\(name), \(day.written)", ""]
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
