public import Kernel

/// What can happen as somebody is assessed. Answers stand in one fact for each category they are information about, so
/// that health and convictions are read under their own rules.
public enum AssessmentFact: Sendable, Equatable {
    case begun(Identifier<Assessment>, AssessmentStart)
    case answered(Identifier<Assessment>, AnsweredPart, Sealed<GivenAnswers>)
    case finished(Identifier<Assessment>, AssessmentOutcome)
    /// The adviser took up the rating and stream, or overruled them (C06).
    case streamed(Identifier<Assessment>, Streaming, Sealed<Words>)
    case customerSaid(Identifier<Assessment>, agrees: Bool, Sealed<Words>)
    /// The assessment was made in error; names the event that began it.
    case withdrawn(Identifier<Assessment>, Identifier<Event<CaseFile>>, Sealed<Words>)
    /// - Parameters:
    ///   - revisit: the day on which the two come back to what they see differently.
    ///   - on: the day it was talked of, where that was before it was recorded.
    case barriersRated(Category, revisit: CalendarDay?, Sealed<BarrierSaid>, on: CalendarDay? = nil)
    case pointSeen(ProgressPoint, from: ProgressPoint?, Sealed<Words>, PointNote = PointNote())
    /// The point was recorded in error; names the event that recorded it.
    case pointWithdrawn(Identifier<Event<CaseFile>>, Sealed<Words>)
    /// A specialist or a trainer found something out (C06).
    /// - Parameter on: the day it was found out, where that was before it was recorded.
    case specialistAssessed(Category, Sealed<SpecialistFinding>, on: CalendarDay? = nil)
    /// The result was recorded in error; names the event that recorded it.
    case specialistWithdrawn(Identifier<Event<CaseFile>>, Category, Sealed<Words>)

    /// The category that reading it falls under.
    var category: Category {
        switch self {
        case .answered(_, let part, _): part.category
        case .barriersRated(let category, _, _, _), .specialistAssessed(let category, _, _),
            .specialistWithdrawn(_, let category, _):
            category
        default: .assessment
        }
    }
}

/// With what an assessment began.
public struct AssessmentStart: Sendable, Equatable {
    public let instrument: String
    public let version: Int
    public let mode: AssessmentMode
    /// The day the questions were gone through, where that was before it was recorded: on paper, keyed in later (E-008).
    public let on: CalendarDay?

    public init(instrument: String, version: Int, mode: AssessmentMode, on: CalendarDay? = nil) {
        self.instrument = instrument
        self.version = version
        self.mode = mode
        self.on = on
    }
}

/// Which questions a saved part answers. About health, convictions or household the list is left out: that a question
/// was reached can say what was answered before it.
public struct AnsweredPart: Sendable, Equatable {
    public let category: Category
    public let mode: AssessmentMode
    public let questions: [String]

    public init(category: Category, mode: AssessmentMode, questions: [String]) {
        self.category = category
        self.mode = mode
        self.questions = category == .assessment ? questions : []
    }
}

/// What the instrument made of the answers on the day: codes and points, no words.
public struct AssessmentOutcome: Sendable, Equatable {
    public let sections: [SectionPoints]
    /// nil when the instrument does not rate.
    public let rating: String?
    public let stream: String?
    /// The rating that questions not asked could still make of it.
    public let couldBe: String?

    public init(sections: [SectionPoints], rating: String?, stream: String?, couldBe: String? = nil) {
        self.sections = sections
        self.rating = rating
        self.stream = stream
        self.couldBe = couldBe
    }
}

/// The rating and stream an adviser settled on.
public struct Streaming: Sendable, Equatable {
    public let rating: String
    public let stream: String
    /// Whether it differs from what the instrument made of the answers.
    public let overrules: Bool

    public init(rating: String, stream: String, overrules: Bool) {
        self.rating = rating
        self.stream = stream
        self.overrules = overrules
    }
}
