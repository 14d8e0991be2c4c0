import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

extension Operation {
    /// Taking a person off the computer. The record stands in what is sent and not in the address, which
    /// logs on the way may keep.
    static var moveToPaper: Operation {
        let described = FormDescription { form in _ = try SentMove(form) }
        return Operation(
            method: .post, path: "/paper-files", id: "moveToPaper",
            summary: "Erase a record for good and keep a paper reference in its place",
            about:
                "Every class of the record goes at once, and nothing brings it back. No row ties the reference to the record that was, but logs and backups may: give the officer what the paper file needs first. With `seen`, the sequence of the record that was read, nothing is erased where something has come to it since (`erase.stale`). Why is asked nowhere. Sent again it erases nothing more and is refused, as there is no such record (`case.none`): `/paper-files` shows it to its officer.",
            section: "Desks", takes: SchemaType(json: described.schema), answers: Shape<NewPaperFile>.moved.type,
            status: .created, problems: [.notFound, .conflict]
        ) { call in
            try call.bearer.require(.eraseRecord)
            let sent = try await call.read { try SentMove($0) }
            guard sent.isSure else {
                throw Refusal(
                    "erase.sure",
                    "Nothing brings back what is erased. Look at the record, then say so: `sure` is true.",
                    field: "sure")
            }
            try await call.office.moveToPaper(sent.subject, sent.paper, seen: sent.seen, as: call.actor)
            return APIAnswer(Shape<NewPaperFile>.moved.json(sent.paper), status: .created)
        }
    }
}

/// A person to be taken off the computer, as it was sent.
private struct SentMove: Sendable {
    let subject: Identifier<CaseFile>
    let paper: NewPaperFile
    /// The sequence of the record that was read; nil where nobody read it.
    let seen: Int?
    let isSure: Bool

    init(_ form: FormReader) throws {
        subject = form.identifier("case", label: "The record")
        seen = form.optionalWholeNumber(
            "seen", label: "The sequence of the record that was read", in: 0...1_000_000_000)
        isSure = form.ticked("sure")
        paper = try NewPaperFile(form)
    }
}

extension Shape where Value == NewPaperFile {
    fileprivate static var moved: Shape {
        Shape(
            "PaperReference",
            [
                Member("reference", .text) { .text($0.reference) },
                Member("officer", .reference) { .text($0.officer) },
                Member("area", .reference) { .text($0.area) },
            ])
    }
}
