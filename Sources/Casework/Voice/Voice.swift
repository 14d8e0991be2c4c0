public import Kernel

/// One question or complaint, from the day it came to its answer (C43).
public struct Voice: Sendable, Equatable {
    public let id: Identifier<Voice>
    public let raised: EventStamp
    public let kind: VoiceKind
    /// How it came; nil where they sent it themselves.
    public let taken: VoiceTaken?
    /// The organisation it was put to.
    public let putTo: Identifier<Organisation>
    /// The organisation that is to answer.
    public internal(set) var to: Identifier<Organisation>
    /// Who keeps the record, and reads a complaint too once the organisation it is about no longer helps the person.
    public internal(set) var keeper: Identifier<Organisation>?
    public let words: Sealed<Words>
    public internal(set) var acknowledged: EventStamp?
    public internal(set) var answer: Answer?

    public struct Answer: Sendable, Equatable {
        public let event: EventStamp
        public let words: Sealed<Words>
    }

    /// The last day for an answer.
    public func answerBy(_ limits: VoiceLimits, in nation: Nation) -> CalendarDay {
        last(kind == .question ? limits.question : limits.complaint, in: nation)
    }

    /// The last day for a complaint to be acknowledged.
    func acknowledgeBy(_ limits: VoiceLimits, in nation: Nation) -> CalendarDay {
        last(limits.complaintAcknowledged, in: nation)
    }

    private func last(_ limit: Figure<TimeLimit>, in nation: Nation) -> CalendarDay {
        limit.value.lastDay(after: raised.day) { WorkingDays(nation).adding($1, to: $0) }
    }
}

/// How long a person who asks or complains may be kept waiting (C43).
public struct VoiceLimits: Sendable, Equatable {
    public let question: Figure<TimeLimit>
    public let complaint: Figure<TimeLimit>
    public let complaintAcknowledged: Figure<TimeLimit>

    public init(question: Figure<TimeLimit>, complaint: Figure<TimeLimit>, complaintAcknowledged: Figure<TimeLimit>) {
        self.question = question
        self.complaint = complaint
        self.complaintAcknowledged = complaintAcknowledged
    }
}

/// Everything the person asked or complained of.
public struct Voices: Sendable, Equatable {
    public private(set) var all: [Voice] = []

    public init() {}

    public var waiting: [Voice] { all.filter { $0.answer == nil } }

    public mutating func apply(_ fact: VoiceFact, _ stamp: EventStamp) {
        if case .raised(let id, let kind, let organisation, let taken, let words) = fact {
            all.append(
                Voice(
                    id: id, raised: stamp, kind: kind, taken: taken, putTo: organisation, to: organisation,
                    words: words))
            return
        }
        guard let found = all.firstIndex(where: { $0.id == fact.voice }) else { return }
        switch fact {
        case .raised: break
        case .acknowledged: all[found].acknowledged = stamp
        case .answered(_, let words): all[found].answer = Voice.Answer(event: stamp, words: words)
        }
    }

    /// What waits for an organisation's answer waits for another's from now on, which has its place.
    mutating func hand(from: Identifier<Organisation>, to: Identifier<Organisation>) {
        for index in all.indices where all[index].answer == nil && all[index].to == from { all[index].to = to }
    }

    /// The same, each with what is said of it.
    func each(_ change: (inout Voice) -> Void) -> Voices {
        var copy = self
        for index in copy.all.indices { change(&copy.all[index]) }
        return copy
    }

    /// The same without complaints that are not for a reader: those who settle complaints at the organisation that is to
    /// answer read them, and nobody the complaint may be about; once that organisation no longer helps the person, those
    /// who settle them where the record is kept do too.
    func seen(through sight: Sight) -> Voices {
        var copy = self
        copy.all = all.filter { sight.sees($0) }
        return copy
    }

    /// - Refuses: one that is not there or has its answer.
    func open(_ id: Identifier<Voice>) throws(Refusal) -> Voice {
        guard let found = all.first(where: { $0.id == id }) else {
            throw Refusal("voice.none", "There is no such question here. Choose one from the list.")
        }
        guard found.answer == nil else {
            throw Refusal("voice.answered", "This has had its answer. Read it on the customer's page.")
        }
        return found
    }
}

extension Sight {
    /// Whether a question or complaint is for this reader.
    public func sees(_ voice: Voice) -> Bool {
        guard shows(voice.id, in: .voice) else { return false }
        if voice.kind == .question || relation == .oneself || relation == .supporter { return true }
        return organisation != nil && [voice.to, voice.keeper].contains(organisation)
            && Powers.grant(.answerComplaint, to: role, as: relation) != nil
    }
}
