import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erase a person from their record, for good.",
        discussion: """
            Names, contacts, words, health and safety go. What was earned keeps its proof, apart from the person's details, \
            until its time is over, six years after the last entry unless service.yaml says otherwise; papers and words \
            kept with it, such as a photographed payslip, stay sealed as long and may show a name. The chain of events \
            still verifies. The register of erasures, FILE.erasures beside the key file, keeps an older backup from bringing anything back: keep it apart from the backups. \
            --class erases one class only: identity, support, safety or evidence.

            What it prints is the proof, and what to tell the person; --proof prints the proof again later. The reference is the last part of the address of the customer's page.

            Example: throughline erase 01390a9c-a2bc-72b0-8a24-ab95f3383180 --yes --database sqlite:data/throughline.sqlite
            """)

    @Argument(help: ArgumentHelp("The reference of the case.", valueName: "case"))
    var subject: String

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("Erase this class only; may be given more than once.", valueName: "class"))
    var classes: [String] = []

    @Flag(help: "Erase the proof of what was earned as well, once its time is over.")
    var evidence = false

    @Flag(help: "Erase nothing: print the proof of what has been erased.")
    var proof = false

    @Flag(help: "Say that it is meant: nothing brings back what is erased.")
    var yes = false

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let subject = try identifier()
        if proof { return try await printProofs(of: subject) }
        let classes = try asked()
        guard yes else {
            throw Refusal(
                "erase.sure",
                "Nothing brings back what is erased. Add --yes when you are sure it is this case: \(subject).")
        }
        let erased = try await store.with { store in
            let keeper = try await store.keeper(of: subject)
            return try await store.office.erase(
                subject, classes, by: Author(person: Operator.person, organisation: keeper, role: .system))
        }
        let report: JSON = [
            "case": .text(subject), "classes": .array(erased.classes.map { .string($0.rawValue) }),
            "erased": .text(erased.at), "events": .int(erased.events),
            "evidenceUntil": erased.evidenceUntil.map { .text($0) } ?? .null,
            "tell": .array(erased.toldToThePerson.map { .string($0) }),
            "proof": erased.proof.json, "digest": .string(erased.proof.digest),
        ]
        try Output.standard.lines(
            json
                ? [report.pretty]
                : [
                    "Erased \(erased.classes.map(\.rawValue).joined(separator: ", ")) of \(subject).",
                    "\(erased.events) events stay in their chain, as codes and days.",
                ] + (erased.evidenceUntil.map { ["The proof of what was earned stays until \($0.written)."] } ?? [])
                    + ["", "Tell the person:"] + erased.toldToThePerson + [""] + erased.proof.sentences)
        try Output.standard.flush()
    }

    private func asked() throws -> Set<RetentionClass>? {
        let named = try classes.map { name in
            guard let found = RetentionClass(rawValue: name) else {
                throw Refusal(
                    "erase.class",
                    "“\(name.prefix(40))” is not a class. Use one of: \(RetentionClass.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            return found
        }
        guard !named.isEmpty else { return evidence ? Set(RetentionClass.allCases) : nil }
        return Set(named + (evidence ? [.evidence] : []))
    }

    private func printProofs(of subject: Identifier<CaseFile>) async throws {
        let proofs = try await store.with { try await $0.office.erasureProofs(of: subject) }
        guard !proofs.isEmpty else {
            throw Refusal("erase.unproven", "Nothing of \(subject) has been erased in this store.")
        }
        if json {
            try Output.standard.line(JSON.array(proofs.map(\.json)).pretty)
        } else {
            for proof in proofs { try Output.standard.lines(proof.sentences) }
        }
        try Output.standard.flush()
    }

    private func identifier() throws -> Identifier<CaseFile> {
        guard let found = try? Identifier<CaseFile>(subject) else {
            throw Refusal(
                "erase.reference",
                "“\(subject.prefix(60))” is not the reference of a case. It is the last part of the address of the customer's page."
            )
        }
        return found
    }
}
