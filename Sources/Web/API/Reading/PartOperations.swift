import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

extension Operation {
    /// The parts of a record that have a page or a section of their own, each for whoever sees it, and that may be
    /// the person themselves.
    static var partsOfOneCustomer: [Operation] {
        [
            part(
                "circumstances", "readCircumstances", "What is held of their circumstances, and changes told",
                about:
                    "Each a dated spell with its source, how sure it is, whose word it is and how old; every version of a change is kept. What you do not see is in `unseen`.",
                .household, .circumstances
            ) { opened, _ in opened.seen.circumstances },
            part(
                "safety", "readSafety", "How to meet them safely",
                about:
                    "For whoever meets them and the safeguarding lead: what to do, never why. Nobody else is told whether there is anything.",
                .safety, .safety
            ) { opened, _ in opened.seen.safety },
            part(
                "joining", "readJoining", "How they came to join by choice, or not to",
                about: "Sessions, what they were told of joining and when, the time to think, what they decided.",
                .referral, .joining
            ) { opened, office in
                opened.seen.joining.map { JoiningRead($0, programmes: office.programmes) }
            },
            part(
                "duties", "readDuties", "What is asked of them, and whether anything can follow",
                about: "As their own page says it today. For whoever sees how they came to join.", .referral, .duties
            ) { opened, office in DutiesRead(opened, in: office) },
            part(
                "chain", "readChain", "Who had them, who has them now, and how they were told",
                about: "Of the referral that stands: every hop with its answer, handovers, and tries to reach them.",
                .referral, .chain
            ) { opened, _ in opened.seen.sight.sees(.referral) ? ChainRead(opened.seen.referral) : nil },
            part(
                "voices", "readVoices", "What they asked or complained of", about: nil, .voice, .voices
            ) { opened, _ in opened.seen.voices },
            part(
                "access", "readAccess", "Who comes to their own page, and who acts for them", about: nil, .sharing,
                .access
            ) { opened, _ in opened.seen.access },
            part(
                "requests", "readRights", "What they asked about their own record", about: nil, .sharing, .requests
            ) { opened, _ in opened.seen.rights },
            part(
                "applications", "readApplications", "What they sent to several services at once",
                about:
                    "Each with the consent behind it and what is held today of what it opens: the person reads all of them, and a service those to it.",
                .sharing, .applications
            ) { opened, office in ApplicationsRead(all: ServiceApplication.all(opened, in: office)) },
            Operation(
                method: .get, path: "/customers/{case}/payments", id: "readCustomerPayments",
                summary: "What is due for them, what is not yet, and what never will be", section: "One customer",
                parameters: [.customer], answers: .list(Shape<DueLine>.line.type), problems: [.notFound]
            ) { call in
                let opened = try await call.open(to: .readProof)
                return APIAnswer(Shape<DueLine>.line.list(opened.accounts.flatMap(\.lines)))
            },
            Operation(
                method: .get, path: "/customers/{case}/duplicates", id: "readDuplicates",
                summary: "Other records that may be theirs, and those that were made part of this one",
                about: "The same number, or the same birth date with one of the names. The form `merge` makes two one.",
                section: "One customer", parameters: [.customer], answers: Shape<Duplicates>.duplicates.type,
                problems: [.notFound]
            ) { call in
                let found = try await DuplicatesPage.load(call.visit, opened: try await call.open())
                return APIAnswer(
                    Shape<Duplicates>.duplicates.json(
                        Duplicates(
                            alike: found.alike,
                            parts: found.parts.map {
                                .init(other: $0.absorption.other, name: $0.name, since: $0.absorption.event.day)
                            })))
            },
            Operation(
                method: .get, path: "/customers/{case}/letters", id: "readLetters",
                summary: "The letters they were given, the newest first",
                about: "Those of what you may see, but for what was erased.",
                section: "One customer", parameters: [.customer],
                answers: .list(Shape<Told<KeptLetter>>.letter.type), problems: [.notFound], tokens: .all
            ) { call in
                let opened = try await call.open()
                return APIAnswer(Told(opened.seen, opened).json(opened.keptLetters, .letter))
            },
            Operation(
                method: .get, path: "/customers/{case}/documents/{digest}", id: "readDocument",
                summary: "The text of a letter, or the paper kept with a proof or a step that is done",
                section: "One customer",
                parameters: [.customer, .path("digest", "As the letter, the proof or the step names it.", .text)],
                answers: Shape<KeptDocument>.document.type, problems: [.notFound], tokens: .all
            ) { call in
                try call.bearer.require(.readCase)
                let digest = call.context.parameters.get("digest") ?? ""
                let found = try await call.office.notice(digest, of: try call.subject, as: call.actor)
                return APIAnswer(
                    Shape<KeptDocument>.document.json(
                        KeptDocument(type: found.document.type, content: found.content)))
            },
        ]
    }

    /// One part of a record. It is nothing to whoever does not see it, and they are told so whether or not it holds
    /// anything.
    private static func part<Part: Sendable>(
        _ name: String, _ id: String, _ summary: String, about: String?, _ category: Casework.Category,
        _ shape: Shape<Told<Part>>, _ read: @escaping @Sendable (OpenedCase, Office) -> Part?
    ) -> Operation {
        Operation(
            method: .get, path: "/customers/{case}/\(name)", id: id, summary: summary, about: about,
            section: "One customer", parameters: [.customer], answers: shape.type, problems: [.notFound], tokens: .all
        ) { call in
            let opened = try await call.open()
            guard let found = read(opened, call.office) else { throw Problem(unseen: category) }
            return APIAnswer(shape.json(Told(found, opened)))
        }
    }
}

extension Problem {
    /// Says that a part of a record is not for this reader.
    init(unseen category: Casework.Category) {
        self.init(
            .forbidden, "sight.none",
            "You do not see \(category.title) of this person. Ask them, or the service that keeps their record.")
    }
}

extension Shape where Value == DueLine {
    /// One payment of one customer's.
    static var line: Shape {
        Shape(
            "CustomerLine",
            [
                Member("key", .text) { .text($0.key) },
                Member("kind", .coded(LineKind.self)) { .string($0.key.kind.rawValue) },
                Member("ordinal", .whole) { .int($0.key.ordinal) },
                Member("state", .coded(["due", "not-yet", "never"])) { line in
                    switch line.state {
                    case .due: "due"
                    case .notYet: "not-yet"
                    case .never: "never"
                    }
                },
                Member("due", .day, optional: true, "The day it fell due, or the earliest on which it can.") { line in
                    if case .notYet(_, let earliest) = line.state { .text(of: earliest) } else { .text(of: line.dueOn) }
                },
                Member("pence", .pence, optional: true, "Left out when no tariff prices it, which is not nothing.") {
                    $0.amount.map { .int($0.value.pence) }
                },
                Member("status", .coded(FigureStatus.self), optional: true) {
                    $0.amount.map { .string($0.status.rawValue) }
                },
                Member("says", .text, "Why, in a sentence.") { .string($0.sentence) },
                Member("proof", .list(.reference), "The events that prove it.") {
                    .array($0.proof.map { .text($0) })
                },
            ])
    }
}

/// A document as it is kept.
private struct KeptDocument: Sendable {
    let type: DocumentType
    let content: [UInt8]
}

extension Shape where Value == KeptDocument {
    fileprivate static var document: Shape {
        Shape(
            "Document",
            [
                Member("type", .text, "Its media type.") { .string($0.type.mediaType) },
                Member("content", SchemaType(json: ["type": "string", "contentEncoding": "base64"])) {
                    .string(Data($0.content).base64EncodedString())
                },
            ])
    }
}
