public import Casework

/// What an instrument asks and how it counts, in plain words: for whoever writes one, uses one, or is assessed with one.
public struct InstrumentExplanation: Sendable, Equatable {
    public struct Section: Sendable, Equatable {
        public let title: String
        public let lines: [String]
    }

    public let title: String
    public let summary: String
    public let sections: [Section]

    public init(_ instrument: Instrument) {
        title = "\(instrument.title), version \(instrument.version)"
        summary = instrument.summary
        let isCounted = instrument.ratedBy == .points
        var standing = [
            "Its \(isCounted ? "scoring is" : "levels are") \(instrument.status.title): \(instrument.source)",
            "Used at: \(instrument.stage.title)",
        ]
        if !instrument.isOffered { standing.append("Not offered: it waits for a partnership that takes it up") }
        var sections = [Section(title: "Standing", lines: standing)]
        for section in instrument.sections {
            let most = section.questions.reduce(0) { $0 + $1.mostPoints }
            sections.append(
                Section(
                    title: most > 0 ? "\(section.title) (up to \(most) points)" : section.title,
                    lines: [section.says] + section.questions.flatMap(InstrumentExplanation.lines)))
        }
        if !instrument.ratings.isEmpty, !isCounted {
            sections.append(
                Section(
                    title: "Levels, set by an adviser with a reason",
                    lines: instrument.ratings.map { "\($0.title): \($0.means)" }))
        } else if !instrument.ratings.isEmpty {
            var from = 0
            sections.append(
                Section(
                    title: "What the points come to",
                    lines: instrument.ratings.map { rating in
                        defer { from = (rating.upTo ?? 0) + 1 }
                        let range = rating.upTo.map { from == $0 ? "\(from)" : "\(from) to \($0)" } ?? "\(from) or more"
                        return "\(rating.title): \(range) points. \(rating.means)"
                    }))
        }
        if !instrument.streams.isEmpty {
            sections.append(
                Section(
                    title: "Streams, the first that fits",
                    lines: instrument.streams.map { stream in
                        let ratings = stream.ratings.compactMap { instrument.rating($0)?.title.lowercased() }
                        let section = stream.section.flatMap { instrument.section($0) }.map {
                            ", with \(stream.atLeast) points or more in \($0.title)"
                        }
                        return
                            "\(stream.title): for \(ratings.joined(separator: " or "))\(section ?? ""). \(stream.says)"
                    }))
        }
        self.sections = sections
    }

    private static func lines(_ question: Question) -> [String] {
        var about: [String] = []
        if question.isPrivate { about.append("asked only in private") }
        if question.category != .assessment { about.append("kept as \(question.category.title)") }
        var lines = [question.asks + (about.isEmpty ? "" : " (\(about.joined(separator: "; ")))")]
        for choice in question.choices {
            let points = choice.points == 0 ? "" : choice.points == 1 ? ": 1 point" : ": \(choice.points) points"
            let next = choice.next.map { "; then \($0.written)" } ?? ""
            lines.append("  - \(choice.text)\(points)\(next)")
        }
        if let factor = question.factor, let explains = question.explains {
            lines.append("  Counts as “\(factor)”: \(explains)")
        }
        if let next = question.next { lines.append("  Then \(next.written)") }
        return lines
    }

    public var text: String {
        var text = "\(title)\n\n\(summary)\n"
        for section in sections {
            text += "\n\(section.title)\n" + section.lines.map { "  \($0)\n" }.joined()
        }
        return text
    }
}

extension Question.Target {
    fileprivate var written: String {
        switch self {
        case .question(let id): "“\(id)”"
        case .end: "the end"
        }
    }
}

/// What whoever writes or adopts an instrument should know about a file that can be read.
public struct InstrumentCheck: Sendable, Equatable {
    public let findings: [String]

    public init(_ instrument: Instrument) {
        var findings: [String] = []
        let questions = instrument.questions
        let hidden = questions.filter(\.isPrivate)
        findings.append(
            "\(questions.count) questions in \(instrument.sections.count) sections; \(hidden.count) asked only in private."
        )
        let most = questions.reduce(0) { $0 + $1.mostPoints }
        if most > 0 {
            findings.append("The scoring, up to \(most) points, is marked “\(instrument.status.title)”.")
            let unseen = hidden.reduce(0) { $0 + $1.mostPoints }
            if unseen > 0 {
                findings.append(
                    "Up to \(unseen) points come from private questions: by phone or in a group the rating is provisional where they could change it."
                )
            }
        } else if instrument.ratedBy == .adviser {
            findings.append(
                "An adviser sets one of \(instrument.ratings.count) levels and says why. No level changes how often anybody is seen."
            )
        } else {
            findings.append("It gathers and does not rate.")
        }
        if !instrument.isOffered {
            findings.append("It is not offered for a new assessment. Write “offered: yes” to take it up.")
        }
        self.findings = findings
    }

    public var text: String { findings.map { $0 + "\n" }.joined() }
}
