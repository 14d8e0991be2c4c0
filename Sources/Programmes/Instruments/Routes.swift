import Casework

/// Where the questions of one file lead, with the lines that say so.
final class Routes {
    private var lines: [String: Int] = [:]
    private var leads: [(from: String, target: Question.Target, line: Int)] = []

    func declare(_ question: String, at line: Int, _ reading: Reading) {
        guard !question.isEmpty, lines.updateValue(line, forKey: question) != nil else { return }
        reading.problem(
            line, "There are two questions “\(question.prefix(40))”. Give each its own id, across all sections.")
    }

    func lead(from question: String, to target: Question.Target, at line: Int) {
        leads.append((question, target, line))
    }

    /// Reports targets that are not there, ways that come back on themselves, and questions nothing leads to.
    func check(_ instrument: Instrument, _ reading: Reading) {
        let before = reading.problems.count
        for lead in leads {
            if case .question(let id) = lead.target, lines[id] == nil, !id.isEmpty {
                reading.problem(
                    lead.line,
                    "“\(lead.from)” leads to “\(id.prefix(40))”, which is not a question of this file. Correct it, or write “next: end”."
                )
            }
        }
        guard reading.problems.count == before else { return }
        let questions = instrument.questions
        let ways = ways(questions, answered: false)
        if let loop = loop(questions, ways) {
            // Only a written “next” goes back, so one stands on every loop.
            let steps = zip(loop, loop.dropFirst()).reversed()
            let back = steps.lazy.compactMap { step in
                self.leads.first { $0.from == step.0 && $0.target == .question(step.1) }?.line
            }.first
            reading.problem(
                back ?? lines[loop[0]] ?? 1,
                "The questions go round for ever: \(loop.joined(separator: " → ")). Lead one of them on to a later question."
            )
            return
        }
        let answers = self.ways(questions, answered: true)
        var reached: Set<String> = []
        var waiting = questions.first.map { [$0.id] } ?? []
        while let id = waiting.popLast() {
            guard reached.insert(id).inserted else { continue }
            waiting += answers[id] ?? []
        }
        for question in questions where !reached.contains(question.id) {
            reading.problem(
                lines[question.id] ?? 1,
                "Nothing leads to “\(question.id)”, so it is never asked. Lead a question to it, or take it out.")
        }
    }

    /// Where each question can go on to. One that is left for another day, or not asked, goes where it itself leads.
    /// - Parameter answered: only where answers lead, when one is given.
    private func ways(_ questions: [Question], answered: Bool) -> [String: [String]] {
        var ways: [String: [String]] = [:]
        for (index, question) in questions.enumerated() {
            func follow(_ target: Question.Target?) -> String? {
                switch target {
                case .end: nil
                case .question(let id): id
                case nil: index + 1 < questions.count ? questions[index + 1].id : nil
                }
            }
            let byAnswer = question.choices.map { $0.next ?? question.next }
            let targets = answered && question.isNeeded ? byAnswer : byAnswer + [question.next]
            ways[question.id] = targets.compactMap(follow)
        }
        return ways
    }

    /// A way that comes back to where it began, its first question named again at the end; nil when there is none.
    private func loop(_ questions: [Question], _ ways: [String: [String]]) -> [String]? {
        var done: Set<String> = []
        for question in questions {
            var path: [(id: String, rest: ArraySlice<String>)] = [(question.id, (ways[question.id] ?? [])[...])]
            while let (id, ahead) = path.popLast() {
                var rest = ahead
                guard let next = rest.popFirst() else {
                    done.insert(id)
                    continue
                }
                path.append((id, rest))
                if let start = path.firstIndex(where: { $0.id == next }) {
                    return path[start...].map(\.id) + [next]
                }
                if !done.contains(next) { path.append((next, (ways[next] ?? [])[...])) }
            }
        }
        return nil
    }
}
