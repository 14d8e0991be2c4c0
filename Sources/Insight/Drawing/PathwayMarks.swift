/// What a pathway laid over a map says in the boxes of a drawing, and beneath it.
struct PathwayMarks {
    /// By the place of an activity, what stands beneath its name; nothing in what is no step of the pathway.
    let lines: [[String]]
    /// By the place of an activity, the same in whole sentences, for those who hear the drawing.
    let heard: [String]
    /// What the marks mean, for the legend; nil where no pathway is laid over the map.
    let legend: String?

    private static let (widest, mostLines) = (27, 14)

    init(_ lived: LivedPathway?, on activities: [ToldMap.Activity]) {
        let places = Dictionary(uniqueKeysWithValues: activities.enumerated().map { (ExactName($1.name), $0) })
        var steps = [[LivedPathway.Step]](repeating: [], count: activities.count)
        var away = lived?.untold.count ?? 0
        for step in lived?.steps ?? [] {
            // Of a log that never tells of the step itself it stands at the first of those that are as good.
            let place = ([step.activity] + step.others).lazy.compactMap { places[ExactName($0)] }.first
            if let place { steps[place].append(step) } else { away += 1 }
        }
        lines = steps.map(Self.written)
        heard = steps.map { $0.map { ". \($0.title) \($0.outcome)" }.joined() }
        legend = lived.map { lived in
            let rest = away == 0 ? "" : " \(away) of its steps \(away == 1 ? "is" : "are") not drawn."
            return "A double border is a step of “\(lived.title)”, with how many left it.\(rest)"
        }
    }

    /// As many of the steps at one box as there is room for; of those due for nobody nothing, unless all of them are.
    private static func written(_ steps: [LivedPathway.Step]) -> [String] {
        let due = steps.filter { $0.due != 0 }
        guard !due.isEmpty else { return steps.first.map { [$0.outcome] } ?? [] }
        var lines: [String] = []
        for (number, step) in due.enumerated() {
            let more = "\(step.brief): \(step.outcome)".lines(atMost: widest)
            guard lines.count + more.count <= mostLines else { return lines + ["and \(due.count - number) more"] }
            lines += more
        }
        return lines
    }
}

extension String {
    /// Broken between words into lines of at most so many characters; a longer word has a line of its own.
    func lines(atMost most: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + word.count < most {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
