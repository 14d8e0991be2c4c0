import Casework
import HTTPTypes
import Kernel
import Office

extension Operation {
    /// What follows before two records are made one, or taken apart. Doing it is the forms `merge` and `separate`.
    static var merging: [Operation] { [compareRecords, foreseeSeparation] }

    private static let section = "One customer"
    private static let other = Parameter.path("item", "The other record.")

    private static var compareRecords: Operation {
        Operation(
            method: .get, path: "/customers/{case}/duplicates/{item}", id: "compareRecords",
            summary: "Two records side by side, and what follows if they are made one",
            about: "For draws, payments, appointments, the plan, who sees it and the keys. Both looks are recorded.",
            section: section, parameters: [.customer, other], answers: Shape<MergeProspect>.compared.type,
            problems: [.notFound]
        ) { call in
            try call.bearer.require(.readCase)
            let (_, form) = try await loaded(MergeForm.self, call.visit)
            return APIAnswer(Shape<MergeProspect>.compared.json(form.prospect))
        }
    }

    private static var foreseeSeparation: Operation {
        let described = FormDescription { form in _ = Self.given(form, of: []) }
        return Operation(
            method: .post, path: "/customers/{case}/parts/{item}/consequences", id: "foreseeSeparation",
            summary: "What follows if two records are taken apart", about: "Nothing is done, whatever is sent.",
            section: section, parameters: [.customer, other], takes: SchemaType(json: described.schema),
            answers: Shape<SeparationRead>.separation.type, problems: [.notFound]
        ) { call in
            try call.bearer.require(.readCase)
            let (_, form) = try await loaded(SeparateForm.self, call.visit)
            let given = try await call.read { Self.given($0, of: form.later.asked.map(\.id.description)) }
            let threads = Set(try given.map { try Identifier<Event<CaseFile>>($0) })
            return APIAnswer(
                Shape<SeparationRead>.separation.json(
                    SeparationRead(later: form.later, consequences: form.consequences(giving: threads))))
        }
    }

    private static func given(_ form: FormReader, of asked: [String]) -> [String] {
        form.choices("given", label: "Which of these are about the other person?", of: asked)
    }
}
