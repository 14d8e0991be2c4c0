import Casework
import Kernel

extension Fields {
    func instrument() -> Instrument {
        let id = words("instrument")
        let version = whole("version", 1...999)
        let routes = Routes()
        let sections = unique("sections", "a section", \.id) { $0.instrumentSection(routes) }
        let status = trusted(0, at: line, "scoring")
        let instrument = Instrument(
            id: id, version: version, title: words("title"), summary: words("summary"), status: status.status,
            source: status.source, stage: choice("stage", AssessmentStage.self, or: .full), sections: sections,
            ratings: unique("ratings", "a rating", \.code) { $0.rating() },
            streams: unique("streams", "a stream", \.code) { $0.stream() },
            ratedBy: optional("rated_by").map { choice(of: $0, "rated_by", RatedBy.self, or: .points) } ?? .points,
            isOffered: flag("offered", or: true))
        if instrument.questions.isEmpty {
            reading.problem(line, "The instrument asks nothing. Add a section with a question.")
        }
        routes.check(instrument, reading)
        check(ratingsOf: instrument)
        check(streamsOf: instrument)
        return instrument
    }

    func barrierList() -> BarrierList {
        let version = whole("version", 1...999)
        let barriers = unique("barriers", "a barrier", \.code) {
            Barrier(
                code: $0.words("code"), title: $0.words("title"), category: $0.askedCategory(of: Self.ofBarriers),
                source: $0.words("source"))
        }
        let codes = Set(barriers.map(\.code))
        return BarrierList(
            version: version, barriers,
            suggestions: unique("suggestions", "a suggestion", \.code) { fields in
                let barrier = fields.words("barrier")
                fields.known(barrier, in: codes, "barrier", "barriers")
                return PlanSuggestion(
                    code: fields.words("code"), barrier: barrier, text: fields.words("text"),
                    source: fields.words("source"))
            })
    }

    private func instrumentSection(_ routes: Routes) -> Instrument.Section {
        Instrument.Section(
            id: words("id"), title: words("title"), says: words("says"), source: words("row"),
            questions: items("questions", "a question") { $0.question(routes) })
    }

    private enum AnswerKind: String, CaseIterable { case one, many, number, day, words }

    private func question(_ routes: Routes) -> Question {
        let id = words("id")
        routes.declare(id, at: line, reading)
        let kind: Question.Kind =
            switch choice("answer", AnswerKind.self, or: .words) {
            case .one: .one(choices(of: id, branching: true, routes))
            case .many: .many(choices(of: id, branching: false, routes))
            case .number: .number(numberRange())
            case .day: .day
            case .words: .words
            }
        let next = target("next", from: id, routes)
        let category = askedCategory(of: Self.ofQuestions)
        let question = Question(
            id: id, asks: words("asks"), hint: optionalWords("hint"), kind: kind, next: next,
            isPrivate: flag("private", or: false), category: category, factor: optionalWords("factor"),
            explains: optionalWords("explains"))
        if question.mostPoints > 0, question.factor == nil || question.explains == nil {
            reading.problem(
                line,
                "The answers to “\(id)” have points, and nobody is told why. Add “factor:” and “explains:” in plain words."
            )
        }
        if question.category != .assessment, !question.isPrivate {
            reading.problem(
                line, "“\(id)” is about \(question.category.title), so it is asked in private. Add “private: yes”.")
        }
        if category == .equality { check(monitoring: question) }
        return question
    }

    /// What is asked for equality monitoring decides nothing about the person, and may be left unsaid (K-038).
    private func check(monitoring question: Question) {
        if question.mostPoints > 0 || question.next != nil || question.branches {
            reading.problem(
                line,
                "“\(question.id)” is for equality monitoring, so its answer counts for nothing and leads nowhere. Take its points and “next” out."
            )
        }
        if !question.choices.contains(where: { $0.code == Question.notSaid }) {
            reading.problem(
                line,
                "“\(question.id)” is for equality monitoring, which nobody need answer. Add the choice “{ code: \(Question.notSaid), text: Prefer not to say }”."
            )
        }
    }

    private static let ofBarriers: [Casework.Category] = [.assessment, .health, .convictions, .household]
    private static let ofQuestions: [Casework.Category] = ofBarriers + [.equality]

    /// What an answer, a barrier or a result is information about.
    /// - Parameter known: what it may be.
    func askedCategory(of known: [Casework.Category]) -> Casework.Category {
        guard has("about") else { return .assessment }
        let category = choice("about", Casework.Category.self, or: .assessment)
        if !known.contains(category) {
            let names = known.map(\.rawValue).joined(separator: ", ")
            reading.problem(
                line(of: "about"), "“about: \(category.rawValue)” is recorded elsewhere. Use one of: \(names).")
        }
        return category
    }

    private func choices(of question: String, branching: Bool, _ routes: Routes) -> [Question.Choice] {
        let found = unique("choices", "a choice", \.code) { fields in
            let next = fields.target("next", from: question, routes)
            if next != nil, !branching {
                fields.reading.problem(
                    fields.line(of: "next"),
                    "Several answers may be ticked, so one cannot lead elsewhere. Move “next” to the question.")
            }
            return Question.Choice(
                code: fields.words("code"), text: fields.words("text"),
                points: fields.has("points") ? fields.whole("points", 0...10) : 0, next: next)
        }
        if found.count < (branching ? 2 : 1) {
            reading.problem(line, "“\(question)” offers too few answers. Add to its “choices”.")
        }
        return found
    }

    private func numberRange() -> ClosedRange<Int> {
        guard let text = required("range") else { return 0...0 }
        let range = span(of: text, "range")
        guard let from = range.from, let until = range.until, from <= until else {
            reading.problem(text.line, "A number needs both ends. Write “range: 0..60”.")
            return 0...0
        }
        return from...until
    }

    private func target(_ name: String, from question: String, _ routes: Routes) -> Question.Target? {
        guard has(name) else { return nil }
        let words = words(name)
        let target: Question.Target = words == "end" ? .end : .question(words)
        routes.lead(from: question, to: target, at: line(of: name))
        return target
    }

    private func rating() -> Instrument.Rating {
        Instrument.Rating(
            code: words("code"), title: words("title"), means: words("means"),
            upTo: has("up_to") ? whole("up_to", 0...1000) : nil)
    }

    private func stream() -> Instrument.Stream {
        Instrument.Stream(
            code: words("code"), title: words("title"), says: words("says"), ratings: wordList("ratings"),
            section: optionalWords("section"), atLeast: has("at_least") ? whole("at_least", 1...1000) : 0)
    }
}
