import Kernel

extension Telling {
    func told(_ fact: AssessmentFact) -> Told {
        switch fact {
        case .begun(_, let start): return Told(.sent, "Assessment begun: \(title(start))", start.mode.title)
        case .answered(let id, let part, _):
            let about = part.category == .assessment ? "" : ", about \(part.category.title)"
            return Told(.done, "Answers saved\(about): \(title(id))", part.mode.title)
        case .finished(let id, let outcome):
            let instrument = instrument(id)
            if restsOnUnseen(id) {
                return Told(.done, "Assessed: \(title(id))", rating(outcome.rating, instrument), Self.unseen)
            }
            return Told(
                .done, "Assessed: \(title(id))", rating(outcome.rating, instrument),
                outcome.couldBe.map { "Could be \(name($0, instrument).lowercased()): not everything was asked" })
        case .streamed(let id, let streaming, let why):
            let instrument = instrument(id)
            if restsOnUnseen(id) {
                return Told(.done, "Stream settled", name(streaming.rating, instrument), Self.unseen)
            }
            let stream = instrument?.stream(streaming.stream)?.title ?? streaming.stream
            let how =
                instrument?.ratedBy == .adviser
                ? "set by the adviser"
                : streaming.overrules ? "set by the adviser, overruling the answers" : "as the answers came to"
            return Told(.done, "Stream: \(stream)", "\(name(streaming.rating, instrument)), \(how)", said(why))
        case .customerSaid(_, let agrees, let words):
            return Told(
                .done,
                agrees ? "The customer agrees with the assessment" : "The customer disagrees with the assessment",
                said(words))
        case .withdrawn(let id, _, let words):
            return Told(.done, "Assessment withdrawn as a mistake: \(title(id))", said(words))
        case .barriersRated(_, let revisit, _, _):
            return Told(
                .done, "What stands in the way was talked through",
                revisit.map { "To be looked at again \($0.written)" })
        case .pointSeen(let point, let from, let words, let note):
            let moved = from.map { point < $0 ? "Back from \($0.rawValue) to " : "From \($0.rawValue) to " } ?? ""
            return Told(
                .done, "\(moved)point \(point.rawValue)".capitalisedFirst, point.means, setback(note), said(words))
        case .pointWithdrawn(_, let words): return Told(.done, "A point withdrawn as a mistake", said(words))
        case .specialistAssessed(_, let finding, _):
            guard opens, let found = finding.value else { return Told(.done, "What a specialist found out") }
            return Told(
                .done, "What a specialist found out: \(tools.rules.assessing.specialists.title(of: found).inSentence)",
                found.by, found.level, said(.open(found.result)))
        case .specialistWithdrawn(_, _, let words):
            return Told(.done, "What a specialist found out withdrawn as a mistake", said(words))
        }
    }

    /// Why they moved back, for whoever may read what was said.
    private func setback(_ note: PointNote) -> String? {
        said(note.setback) == nil ? nil : note.setback.value.map { tools.rules.text(ofSetback: $0.text) }
    }

    private static let unseen = "Part of this rests on answers you do not see"

    private func restsOnUnseen(_ id: Identifier<Assessment>) -> Bool {
        file.assessments.all.last { $0.id == id }?.rests(on: shut.subtracting([.equality])) ?? false
    }

    private func instrument(_ id: Identifier<Assessment>) -> Instrument? {
        file.assessments.all.last { $0.id == id }.flatMap {
            tools.instrument($0.start.instrument, version: $0.start.version)
        }
    }

    private func title(_ start: AssessmentStart) -> String {
        tools.instrument(start.instrument, version: start.version)?.title ?? start.instrument
    }

    private func title(_ id: Identifier<Assessment>) -> String {
        file.assessments.all.last { $0.id == id }.map { title($0.start) } ?? "an assessment"
    }

    private func name(_ rating: String, _ instrument: Instrument?) -> String {
        instrument?.rating(rating)?.title ?? rating
    }

    private func rating(_ code: String?, _ instrument: Instrument?) -> String? { code.map { name($0, instrument) } }
}
