public import Kernel

extension AssessmentFact: FactCoding {
    public var kind: String {
        switch self {
        case .begun: "assessment.begun"
        case .answered: "assessment.answered"
        case .finished: "assessment.finished"
        case .streamed: "assessment.streamed"
        case .customerSaid: "assessment.customerSaid"
        case .withdrawn: "assessment.withdrawn"
        case .barriersRated: "assessment.barriersRated"
        case .pointSeen: "assessment.pointSeen"
        case .pointWithdrawn: "assessment.pointWithdrawn"
        case .specialistAssessed: "assessment.specialistAssessed"
        case .specialistWithdrawn: "assessment.specialistWithdrawn"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? {
        let day: CalendarDay? =
            switch self {
            case .begun(_, let start): start.on
            case .barriersRated(_, _, _, let on), .specialistAssessed(_, _, let on): on
            case .pointSeen(_, _, _, let note): note.on
            default: nil
            }
        return day.map { .day($0) }
    }

    public var clear: JSON {
        switch self {
        case .begun(let id, let start):
            .fields([
                "assessment": .text(id), "instrument": .string(start.instrument), "version": .int(start.version),
                "mode": .string(start.mode.rawValue), "on": start.on.map { .text($0) },
            ])
        case .answered(let id, let part, _):
            [
                "assessment": .text(id), "category": .string(part.category.rawValue),
                "mode": .string(part.mode.rawValue), "questions": .strings(part.questions),
            ]
        case .finished(let id, let outcome):
            .fields([
                "assessment": .text(id), "sections": .array(outcome.sections.map(\.json)),
                "rating": outcome.rating.map { .string($0) }, "stream": outcome.stream.map { .string($0) },
                "couldBe": outcome.couldBe.map { .string($0) },
            ])
        case .streamed(let id, let streaming, _):
            [
                "assessment": .text(id), "rating": .string(streaming.rating), "stream": .string(streaming.stream),
                "overrules": .bool(streaming.overrules),
            ]
        case .customerSaid(let id, let agrees, _): ["assessment": .text(id), "agrees": .bool(agrees)]
        case .withdrawn(let id, let event, _): ["assessment": .text(id), "corrects": .text(event)]
        case .barriersRated(let category, let revisit, _, let on):
            .fields([
                "category": .string(category.rawValue), "revisit": revisit.map { .text($0) },
                "on": on.map { .text($0) },
            ])
        case .pointSeen(let point, let from, _, let note):
            .fields([
                "point": .string(point.rawValue), "from": from.map { .string($0.rawValue) },
                "on": note.on.map { .text($0) },
            ])
        case .pointWithdrawn(let event, _): ["corrects": .text(event)]
        case .specialistAssessed(let category, _, let on):
            .fields(["category": .string(category.rawValue), "on": on.map { .text($0) }])
        case .specialistWithdrawn(let event, let category, _):
            ["corrects": .text(event), "category": .string(category.rawValue)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .begun, .finished: nil
        case .answered(_, _, let answers): answers.value.map { SealedPart(.support, $0.json) }
        case .barriersRated(_, _, let said, _): said.value.map { SealedPart(.support, $0.json) }
        case .pointSeen(_, _, let words, let note): words.part(beside: ["code": note.setback])
        case .specialistAssessed(_, let finding, _): finding.value.map { SealedPart(.support, $0.json) }
        case .streamed(_, _, let words), .customerSaid(_, _, let words), .withdrawn(_, _, let words),
            .pointWithdrawn(_, let words), .specialistWithdrawn(_, _, let words):
            words.part(.support)
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func id() throws -> Identifier<Assessment> { try clear.identifier("assessment") }
        switch (kind, version) {
        case ("assessment.begun", 1):
            self = .begun(
                try id(),
                AssessmentStart(
                    instrument: try clear.string("instrument"), version: try clear.int("version"),
                    mode: try clear.coded("mode"), on: try clear.optional("on", JSON.day)))
        case ("assessment.answered", 1):
            self = .answered(
                try id(),
                AnsweredPart(
                    category: try clear.coded("category"), mode: try clear.coded("mode"),
                    questions: try clear.strings("questions")),
                try sealed.opened(GivenAnswers.init))
        case ("assessment.finished", 1):
            self = .finished(
                try id(),
                AssessmentOutcome(
                    sections: try clear.array("sections").map { try SectionPoints($0) },
                    rating: try clear.optional("rating", JSON.string),
                    stream: try clear.optional("stream", JSON.string),
                    couldBe: try clear.optional("couldBe", JSON.string)))
        case ("assessment.streamed", 1):
            self = .streamed(
                try id(),
                Streaming(
                    rating: try clear.string("rating"), stream: try clear.string("stream"),
                    overrules: try clear.bool("overrules")),
                try Sealed(sealed))
        case ("assessment.customerSaid", 1):
            self = .customerSaid(try id(), agrees: try clear.bool("agrees"), try Sealed(sealed))
        case ("assessment.withdrawn", 1):
            self = .withdrawn(try id(), try clear.identifier("corrects"), try Sealed(sealed))
        case ("assessment.barriersRated", 1):
            self = .barriersRated(
                try clear.coded("category"), revisit: try clear.optional("revisit", JSON.day),
                try sealed.opened(BarrierSaid.init), on: try clear.optional("on", JSON.day))
        case ("assessment.pointSeen", 1):
            self = .pointSeen(
                try clear.coded("point"), from: clear["from"] == nil ? nil : try clear.coded("from"),
                try Sealed(sealed),
                PointNote(on: try clear.optional("on", JSON.day), setback: try Sealed(sealed, beside: "code")))
        case ("assessment.pointWithdrawn", 1):
            self = .pointWithdrawn(try clear.identifier("corrects"), try Sealed(sealed))
        case ("assessment.specialistAssessed", 1):
            self = .specialistAssessed(
                try clear.coded("category"), try sealed.opened(SpecialistFinding.init),
                on: try clear.optional("on", JSON.day))
        case ("assessment.specialistWithdrawn", 1):
            self = .specialistWithdrawn(
                try clear.identifier("corrects"), try clear.coded("category"), try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension SectionPoints {
    fileprivate var json: JSON { ["section": .string(section), "points": .int(points), "most": .int(most)] }

    fileprivate init(_ json: JSON) throws {
        self.init(section: try json.string("section"), points: try json.int("points"), most: try json.int("most"))
    }
}
