import Casework
import Kernel
import Office

/// One request about a record, as its reader sees it.
struct RequestRead: Sendable {
    let request: Told<RightsRequest>
    /// What is read through before the copy is given out, for whoever does that.
    let review: CopyReview?
    /// Whether the copy stands as it was given out; nil where there is none that the reader may have.
    let standsAsGiven: Bool?

    init(_ page: RequestPage) {
        request = Told(page.request, page.opened)
        review = page.review
        standsAsGiven = page.isToHave ? page.standsAsGiven : nil
    }

    /// The texts and papers that somebody decides on, each with what was decided; none for the person themselves.
    fileprivate var texts: [TextToDecide] {
        guard let review else { return [] }
        return review.reviewed.map { TextToDecide(text: $0, decided: request.decisions[$0.place]?.reason) }
    }
}

/// One text or paper that may speak of somebody else.
private struct TextToDecide: Sendable {
    let text: CopyText
    let decided: CopyReason?
}

extension Shape where Value == RequestRead {
    static var request: Shape {
        Shape(
            "Request",
            [
                Member("sequence", .whole, "Send it back as `seen`.") { .int($0.request.opened.seen.sequence) },
                Member("request", Shape<Told<RightsRequest>>.request.type) {
                    Shape<Told<RightsRequest>>.request.json($0.request)
                },
                Member("texts", .list(Shape<TextToDecide>.text.type), "What may speak of somebody else.") {
                    Shape<TextToDecide>.text.list($0.texts)
                },
                Member("waiting", .whole, "How many of them nobody has decided on.") {
                    .int($0.texts.count { $0.decided == nil })
                },
                Member("given-out", Shape<CopyRelease>.release.type, optional: true, "The copy as it was given out.") {
                    $0.request.release.map { Shape<CopyRelease>.release.json($0.copy) }
                },
                Member(
                    "unchanged", .flag, optional: true,
                    "Whether the record of the copy stands as it was: nothing of it was erased since, or put with it."
                ) { $0.standsAsGiven.map { .bool($0) } },
            ])
    }
}

extension Shape where Value == TextToDecide {
    fileprivate static var text: Shape {
        Shape(
            "TextToDecide",
            [
                Member("event", .reference) { .text($0.text.place.event) },
                Member("text", .text, "Which text of the event's.") { .string($0.text.place.path) },
                Member("day", .day) { .text($0.text.event.day) },
                Member("label", .text) { .string($0.text.label) },
                Member("words", .text, optional: true, "Left out of a paper.") {
                    $0.text.place.isPaper ? nil : .string($0.text.text)
                },
                Member("document", .text, optional: true, "The digest of a paper, to read it by.") {
                    $0.text.place.isPaper ? .string($0.text.text) : nil
                },
                Member("decided", .coded(CopyReason.self), optional: true, "Left out while it waits.") {
                    $0.decided.map { .string($0.rawValue) }
                },
            ])
    }
}

extension Shape where Value == CopyRelease {
    /// A copy as it was given out: how to know it again.
    static var release: Shape {
        Shape(
            "GivenOut",
            [
                Member("html", .text, "SHA-256 of the page, in hexadecimal.") { .string($0.html) },
                Member("json", .text, "SHA-256 of the data, in hexadecimal.") { .string($0.json) },
                Member("covered", .whole, "How many texts are covered.") { .int($0.covered) },
                Member("made", .moment) { .text($0.made) },
            ])
    }
}

extension Shape where Value == Erased {
    /// What an erasure left behind.
    static var erased: Shape {
        Shape(
            "ErasureMade",
            [
                Member("classes", .list(.coded(RetentionClass.self))) {
                    .array($0.classes.map { .string($0.rawValue) })
                },
                Member("at", .moment) { .text($0.at) },
                Member("events", .whole, "Events that stay in their chain, as codes and days.") { .int($0.events) },
                Member("evidence-until", .day, optional: true, "When the proof of what was earned may go too.") {
                    .text(of: $0.evidenceUntil)
                },
                Member("tell", .list(.text), "What to tell the person.") {
                    .array($0.toldToThePerson.map { .string($0) })
                },
                Member("proof", Shape<ErasureProof>.proof.type) { Shape<ErasureProof>.proof.json($0.proof) },
            ])
    }
}

extension Shape where Value == ErasureProof {
    /// The proof of one erasure.
    static var proof: Shape {
        Shape(
            "ErasureProof",
            [
                Member("digest", .text, "SHA-256 of `proof` as the command line prints it; the record remembers it.") {
                    .string($0.digest)
                },
                Member("proof", SchemaType(json: ["type": "object"]), "Which keys were destroyed, by whom and why.") {
                    $0.json
                },
                Member("says", .list(.text), "The same in words.") { .array($0.sentences.map { .string($0) }) },
            ])
    }
}
