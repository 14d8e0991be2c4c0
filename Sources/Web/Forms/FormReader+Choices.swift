import Casework
import Kernel

extension FormReader {
    /// One of the answers the page offered.
    public func choice(_ name: String, label: String, of answers: [String]) -> String {
        optionalChoice(name, label, answers, true, closed: false) ?? ""
    }

    public func optionalChoice(_ name: String, label: String, of answers: [String]) -> String? {
        optionalChoice(name, label, answers, false, closed: false)
    }

    private func optionalChoice(
        _ name: String, _ label: String, _ answers: [String], _ required: Bool, closed: Bool
    ) -> String? {
        notes?.ask(name, label, .choice(answers, closed: closed), required: required)
        guard let answer = typed(name) else {
            if required { note(Self.choose(label).about(name)) }
            return nil
        }
        guard answers.contains(answer) else {
            note(Self.choose(label).about(name))
            return nil
        }
        return answer
    }

    private static func choose(_ label: String) -> Refusal {
        Refusal("form.not-chosen", FormWords.chooseOne(label))
    }

    /// One case of an enumeration, sent by its raw value.
    public func choice<Answer: RawRepresentable<String> & CaseIterable>(
        _ name: String, label: String, of _: Answer.Type = Answer.self
    ) -> Answer {
        let answer = optionalChoice(name, label, Answer.allCases.map(\.rawValue), true, closed: true) ?? ""
        return Answer(rawValue: answer) ?? Answer.allCases.first!
    }

    public func optionalChoice<Answer: RawRepresentable<String> & CaseIterable>(
        _ name: String, label: String, of _: Answer.Type = Answer.self
    ) -> Answer? {
        optionalChoice(name, label, Answer.allCases.map(\.rawValue), false, closed: true).flatMap(
            Answer.init(rawValue:))
    }

    /// The boxes that were ticked, in the order they were offered.
    /// - Parameter atLeast: how many must be.
    public func choices(_ name: String, label: String, of answers: [String], atLeast least: Int = 0) -> [String] {
        notes?.ask(name, label, .choices(answers, atLeast: least), required: least > 0)
        let given = Set(values(name))
        let chosen = answers.filter(given.contains)
        if chosen.count < least || !given.isSubset(of: answers) {
            let sentence = least > 1 ? FormWords.chooseAtLeast(label, least) : FormWords.chooseSome(label)
            note(Refusal("form.not-chosen", sentence, field: name))
        }
        return chosen
    }

    /// Whether one box was ticked.
    public func ticked(_ name: String) -> Bool {
        notes?.ask(name, name, .tick, required: false)
        return values(name).contains { $0 != "no" }
    }
}
