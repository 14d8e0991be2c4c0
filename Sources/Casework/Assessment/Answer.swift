public import Kernel

/// What somebody answered to one question.
public enum Answer: Sendable, Equatable {
    /// The codes chosen, in the order in which they are offered.
    case chosen([String])
    case number(Int)
    case day(CalendarDay)
    case words(String)
    /// Not today: the person may leave any question for another time (G-018).
    case putOff

    var json: JSON {
        switch self {
        case .chosen(let codes): ["chosen": .strings(codes)]
        case .number(let number): ["number": .int(number)]
        case .day(let day): ["day": .text(day)]
        case .words(let text): ["words": .string(text)]
        case .putOff: ["putOff": true]
        }
    }

    init(_ json: JSON) throws {
        if json["chosen"] != nil {
            self = .chosen(try json.strings("chosen"))
        } else if json["number"] != nil {
            self = .number(try json.int("number"))
        } else if json["day"] != nil {
            self = .day(try json.day("day"))
        } else if json["words"] != nil {
            self = .words(try json.string("words"))
        } else {
            guard try json.bool("putOff") else { throw JSONFault("“putOff” is not of its form") }
            self = .putOff
        }
    }
}

/// Answers by the question's id; nil where an answer given before was taken away.
public struct GivenAnswers: Sendable, Equatable {
    public let byQuestion: [String: Answer?]

    public init(_ byQuestion: [String: Answer?]) { self.byQuestion = byQuestion }

    public var questions: [String] { byQuestion.keys.sorted() }

    var json: JSON {
        ["answers": .object(questions.map { JSON.Member($0, byQuestion[$0].flatMap { $0 }?.json ?? .null) })]
    }

    init(_ json: JSON) throws {
        var found: [String: Answer?] = [:]
        for member in try json.required("answers", \.members) {
            found.updateValue(member.value == .null ? nil : try Answer(member.value), forKey: member.name)
        }
        byQuestion = found
    }
}

extension Question {
    /// Whether an answer is one of those the question takes.
    func takes(_ answer: Answer) -> Bool { (try? require(answer)) != nil }

    /// - Refuses: an answer that is not one of those the question takes.
    func require(_ answer: Answer) throws(Refusal) {
        func not(_ sentence: String) -> Refusal { Refusal("assessment.answer", sentence, field: id) }
        switch (kind, answer) {
        case (_, .putOff): return
        case (.one(let choices), .chosen(let codes)):
            guard codes.count == 1, choices.contains(where: { $0.code == codes[0] }) else {
                throw not("Choose one of the answers to “\(asks)”.")
            }
        case (.many(let choices), .chosen(let codes)):
            guard Set(codes).count == codes.count, codes.allSatisfy({ code in choices.contains { $0.code == code } })
            else { throw not("Choose from the answers to “\(asks)”.") }
        case (.number(let range), .number(let number)):
            guard range.contains(number) else {
                throw not("“\(asks)” takes a number from \(range.lowerBound) to \(range.upperBound).")
            }
        case (.day, .day): return
        case (.words, .words(let text)):
            guard !text.isEmpty, text.count <= 4000 else {
                throw not("“\(asks)” takes up to 4,000 characters. Shorten it.")
            }
        default: throw not("“\(asks)” takes another kind of answer. Open the form again.")
        }
    }
}
