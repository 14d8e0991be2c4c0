import Casework
import HTTPTypes
import Kernel
import Office

extension Operation {
    /// What has been kept for as long as it may be, of the records that one organisation keeps.
    static var retention: [Operation] { [readRetention, runRetention] }

    private static let section = "A person’s rights"

    private static var readRetention: Operation {
        Operation(
            method: .get, path: "/retention", id: "readRetention",
            summary: "What may no longer be kept of the records you keep", about: "Nothing is erased by asking.",
            section: section, answers: Shape<RetentionRead>.retention.type
        ) { call in
            // One row in the log of looks, as for a list.
            _ = try await call.list(.readRequests) { _ in true }
            return try await run(call, isRehearsal: true)
        }
    }

    private static var runRetention: Operation {
        let described = FormDescription { form in _ = form.ticked("sure") }
        return Operation(
            method: .post, path: "/retention", id: "runRetention",
            summary: "Erase what may no longer be kept of the records you keep",
            about:
                "Nothing brings it back: ask what would go first. It may take minutes; one that was broken off is sent again and goes on. The daily round does the same where it is switched on.",
            section: section, takes: SchemaType(json: described.schema),
            answers: Shape<RetentionRead>.retention.type, problems: [.conflict]
        ) { call in
            try call.bearer.require(.eraseRecord)
            guard try await call.read({ $0.ticked("sure") }) else {
                throw Refusal(
                    "retention.sure",
                    "Nothing brings back what is erased. Ask what would go, then say so: `sure` is true.", field: "sure"
                )
            }
            return try await run(call, isRehearsal: false)
        }
    }

    private static func run(_ call: APICall, isRehearsal: Bool) async throws -> APIAnswer {
        // Whoever may erase a record that their organisation keeps.
        try Powers.require(.eraseRecord, of: call.actor.role, as: .jobcentre)
        let first = Locked<[RetentionDue]>([])
        let report = try await call.office.runRetention(
            isRehearsal: isRehearsal, keptBy: call.actor.organisation
        ) { due in
            first.with { found in
                guard found.count < Operation.mostRows else { return }
                found.append(due)
            }
        }
        return APIAnswer(
            Shape<RetentionRead>.retention.json(
                RetentionRead(isErased: !isRehearsal, report: report, first: first.with { $0 })))
    }
}

/// What a run of the retention came to, or would, with the first records it came to.
private struct RetentionRead: Sendable {
    let isErased: Bool
    let report: RetentionReport
    let first: [RetentionDue]
}

extension Shape where Value == RetentionRead {
    fileprivate static var retention: Shape {
        Shape(
            "Retention",
            [
                Member("erased", .flag, "Whether it was done; false where it was only asked.") { .bool($0.isErased) },
                Member("cases", .whole, "How many records.") { .int($0.report.cases) },
                Member("classes", .list(Shape<ClassDue>.due.type), "How many of them for each class.") { read in
                    Shape<ClassDue>.due.list(
                        RetentionClass.allCases.map {
                            ClassDue(retention: $0, cases: read.report.classes[$0] ?? 0)
                        })
                },
                Member("first", .list(Shape<RetentionDue>.due.type, atMost: Operation.mostRows), "The first of them.") {
                    Shape<RetentionDue>.due.list($0.first)
                },
            ])
    }
}

/// How many records a class is due to go from.
private struct ClassDue: Sendable {
    let retention: RetentionClass
    let cases: Int
}

extension Shape where Value == ClassDue {
    fileprivate static var due: Shape {
        Shape(
            "RetentionClass",
            [
                Member("class", .coded(RetentionClass.self)) { .string($0.retention.rawValue) },
                Member("cases", .whole) { .int($0.cases) },
            ])
    }
}

extension Shape where Value == RetentionDue {
    fileprivate static var due: Shape {
        Shape(
            "RetentionDue",
            [
                Member("case", .reference) { .text($0.subject) },
                Member("last", .day, "The day of its last entry.") { .text($0.last) },
                Member("classes", .list(.coded(RetentionClass.self))) {
                    .array($0.classes.map { .string($0.rawValue) })
                },
            ])
    }
}
