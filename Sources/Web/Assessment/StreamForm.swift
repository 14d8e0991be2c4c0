import Casework
import Kernel
import Office

/// Takes up what the answers came to, or overrules it; sets the level where an adviser rates.
struct StreamForm: CaseForm {
    static let name = CaseFormName.stream
    static let title = "Settle what it comes to"
    static let button = "Record this"
    static let said = Said.streamed
    static let hasItem = true

    let held: Assessment
    let instrument: Instrument

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let held = try form.opened.assessment(try form.item())
        guard !held.restsOnUnseen else { throw Assessment.unseen }
        let instrument = try form.visit.office.instrument(of: held)
        guard held.finished != nil, held.finished?.outcome.rating != nil || instrument.ratedBy == .adviser else {
            throw Refusal("assessment.not-finished", "There is no rating to settle here. Finish the assessment first.")
        }
        return StreamForm(held: held, instrument: instrument)
    }

    var initial: FormFields {
        instrument.ratedBy == .adviser
            ? FormFields(["rating": held.rating ?? ""])
            : FormFields(["rating": held.rating ?? "", "stream": held.stream ?? ""])
    }

    func fields(in state: FormState) -> Fragment {
        instrument.ratedBy == .adviser ? level(in: state) : rating(in: state)
    }

    private func level(in state: FormState) -> Fragment {
        Fragment {
            p { "It says which help fits. Whatever the level, they are seen as often." }
            Radios(
                "rating", label: "Level",
                instrument.ratings.map { one in
                    let told = [one.means, instrument.streamOfLevel(one.code)?.says].compactMap { $0 }
                    return Choice(one.code, one.title, hint: told.joined(separator: " "))
                }, in: state)
            TextArea(
                "words", label: "What showed it?",
                hint: "What the customer did or said. The customer can read this.", rows: 4, in: state)
        }
    }

    private func rating(in state: FormState) -> Fragment {
        Fragment {
            p {
                "The answers came to \(came). You know the customer; the questions do not. Change it where it is wrong."
            }
            if let couldBe {
                NoticeBox(.attention, title: "Provisional") {
                    "Some questions were put off or are private. Their answers could make it \(couldBe.title.lowercased()). Ask them first where nobody else hears, or say below why this stands until then."
                }
            }
            Radios(
                "rating", label: "Rating", instrument.ratings.map { Choice($0.code, $0.title, hint: $0.means) },
                in: state)
            Radios(
                "stream", label: "Stream", instrument.streams.map { Choice($0.code, $0.title, hint: $0.says) },
                in: state)
            TextArea(
                "words", label: whyLabel, hint: "The customer can read this.", rows: 4, optional: true,
                in: state)
        }
    }

    /// What the questions not asked could still make of what the answers came to (G-102).
    private var couldBe: Instrument.Rating? { held.finished?.outcome.couldBe.flatMap(instrument.rating) }

    private var whyLabel: String {
        couldBe == nil ? "Why, if it differs" : "Why, if it differs, or stands while questions are open"
    }

    private var came: String {
        let outcome = held.finished?.outcome
        let rating = outcome?.rating.flatMap(instrument.rating)?.title.lowercased() ?? ""
        return [rating, outcome?.stream.flatMap(instrument.stream)?.title.lowercased()].compactMap { $0 }
            .joined(separator: ", ")
    }

    func read(_ form: FormReader) throws -> StreamCustomer {
        if instrument.ratedBy == .adviser {
            let level = form.choice("rating", label: "Level", of: instrument.ratings.map(\.code))
            let why = try form.neededWords(label: "What showed it?")
            let help = try form.need(instrument.streamOfLevel(level))
            return StreamCustomer(assessment: held.id, rating: level, stream: help.code, why: why)
        }
        return StreamCustomer(
            assessment: held.id,
            rating: form.choice("rating", label: "Rating", of: instrument.ratings.map(\.code)),
            stream: form.choice("stream", label: "Stream", of: instrument.streams.map(\.code)),
            why: try form.words(label: whyLabel))
    }

    func then(_ performed: Performed) -> SiteURL { .assessmentOf(performed.file.id, held.id) }
}
