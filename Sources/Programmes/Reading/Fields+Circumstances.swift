import Casework

/// Reading what a programme asks about a claim, and what of the record answers it.
extension Fields {
    func circumstance() -> CircumstanceKind {
        let code = words("code")
        let answer = choice("answer", CircumstanceKind.Answer.self, or: .yes)
        return CircumstanceKind(
            code: code, title: words("title"), asks: words("asks"), answer: answer,
            held: part("held") { $0.heldAnswer(answer) })
    }

    /// `{ kind: household, answered_by: [no-settled-home] }`, or for a number of months
    /// `{ kind: health, answered_by: { 3-months: 3 }, left_to_ask: [longer] }`.
    private func heldAnswer(_ answer: CircumstanceKind.Answer) -> HeldAnswer {
        let kind = choice("kind", ChangeKind.self, or: .household)
        let isAnswering = HeldAnswer.kinds.contains(kind)
        if !isAnswering {
            reading.problem(
                line(of: "kind"),
                "“\(kind.rawValue)” answers no question of a programme. Use one of: "
                    + HeldAnswer.kinds.map(\.rawValue).joined(separator: ", ") + ".")
        }
        let answers = answeredBy(answer)
        let leftToAsk = wordList("left_to_ask")
        if isAnswering {
            let codes = Set(kind.codes.map(\.code))
            for code in answers.keys.sorted() { known(code, of: kind, in: codes, "answered_by") }
            for code in leftToAsk { known(code, of: kind, in: codes, "left_to_ask") }
        }
        for code in leftToAsk where answers[code] != nil {
            reading.problem(
                line(of: "left_to_ask"), "“\(code.prefix(40))” both answers the question and leaves it. Keep one.")
        }
        if !has("answered_by"), !has("left_to_ask") {
            reading.problem(
                line, "Nothing held answers the question yet. Add a line “answered_by: …” or “left_to_ask: …”.")
        }
        let hours = optionalWholeFigure("hours", 1...168)
        if hours != nil, kind != .caring {
            reading.problem(line(of: "hours"), "Hours a week answer a question of caring alone. Delete this line.")
        }
        return HeldAnswer(kind: kind, answers: answers, leftToAsk: Set(leftToAsk), hours: hours)
    }

    private func answeredBy(_ answer: CircumstanceKind.Answer) -> [String: CircumstanceAnswer] {
        switch answer {
        case .yes:
            return Dictionary(wordList("answered_by").map { ($0, CircumstanceAnswer.yes) }) { first, _ in first }
        case .months:
            return part("answered_by") { fields in
                Dictionary(fields.names.map { ($0, CircumstanceAnswer.months(fields.whole($0, 0...600))) }) {
                    first, _ in first
                }
            } ?? [:]
        case .day:
            _ = optional("answered_by")
            reading.problem(line, "No day on the record answers a question. Delete “held”, or ask for another answer.")
            return [:]
        }
    }

    private func known(_ code: String, of kind: ChangeKind, in codes: Set<String>, _ name: String) {
        guard !code.isEmpty, !codes.contains(code) else { return }
        reading.problem(
            line(of: name),
            "“\(code.prefix(40))” is not told of \(kind.rawValue). Use one of: \(codes.sorted().joined(separator: ", "))."
        )
    }
}
