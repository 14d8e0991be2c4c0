import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erase a person from their record, for good.",
        discussion: """
            Names, contacts, words, health and safety go. What was earned keeps its proof, with nobody's name on it, until \
            six years after the last entry; the chain of events still verifies. The register of erasures, FILE.erasures \
            beside the key file, keeps an older backup from bringing anything back: keep it apart from the backups. Start \
            `serve` again afterwards: a process that had the case open remembers it.

            The reference is the last part of the address of the customer's page.

            Example: throughline erase 01390a9c-a2bc-72b0-8a24-ab95f3383180 --yes --database sqlite:data/throughline.sqlite
            """)

    @Argument(help: ArgumentHelp("The reference of the case.", valueName: "case"))
    var subject: String

    @Flag(help: "Erase the proof of what was earned as well, once its time is over.")
    var evidence = false

    @Flag(help: "Say that it is meant: nothing brings back what is erased.")
    var yes = false

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let subject = try identifier()
        guard yes else {
            throw Refusal(
                "erase.sure",
                "Nothing brings back what is erased. Add --yes when you are sure it is this case: \(subject).")
        }
        let erased = try await store.with { [evidence] in try await $0.erase(subject, evidence: evidence) }
        let report: JSON = [
            "case": .text(subject), "classes": .array(erased.classes.map { .string($0.rawValue) }),
            "erased": .text(erased.at), "events": .int(erased.events),
            "evidenceUntil": erased.evidenceUntil.map { .text($0) } ?? .null,
        ]
        try Output.standard.lines(
            json
                ? [report.pretty]
                : [
                    "Erased \(erased.classes.map(\.rawValue).joined(separator: ", ")) of \(subject).",
                    "\(erased.events) events stay in their chain, as codes and days.",
                ] + (erased.evidenceUntil.map { ["The proof of what was earned stays until \($0.written)."] } ?? []))
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
