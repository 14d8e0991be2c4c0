import Casework
import Kernel
import Office
import Records

/// Taking a person off the computer: what goes and what the register keeps, before it is done, and the proof after
/// (K-001, J-063).
///
/// It is sent and never asked for by an address. Reading it is a look like any other at the record, and why somebody is on
/// paper alone is asked nowhere.
struct MoveToPaperPage {
    /// What is written to say that it is meant.
    static let confirmation = "erase for good"

    let visit: Visit
    let opened: OpenedCase
    let officers: [Choice]
    let areas: [Choice]

    static func load(_ visit: Visit, _ subject: Identifier<CaseFile>) async throws -> MoveToPaperPage {
        let opened = try await visit.office.open(subject, as: visit.actor)
        try Powers.require(.eraseRecord, of: visit.actor.role, as: opened.relation)
        let officers = try await visit.office.paperOfficers(for: opened.seen, as: visit.actor)
        let areas = try await visit.office.database.read { try AreaQuery.all(in: $0) }
        return MoveToPaperPage(
            visit: visit, opened: opened, officers: officers.map { Choice($0.person.description, $0.name) },
            areas: areas.map { Choice($0.id.description, $0.name) })
    }

    private var seen: SeenCase { opened.seen }

    func page(_ state: FormState) -> Page {
        Page(
            "Keep this person on paper alone",
            trail: [opened.wayBack, Link("Requests", to: SiteURL.rights(seen.id).address)],
            section: SiteURL.requests.address, failed: !state.errors.isEmpty
        ) {
            NoticeBox(.attention, title: "Nothing brings back what is erased") {
                ul {
                    li {
                        "Gone at once, whatever its age: \(going). That is the whole record, \(opened.events.count) \(opened.events.count == 1 ? "entry" : "entries")."
                    }
                    li { "Nobody finds the person here afterwards, and they have no page of their own: \(losing)." }
                    li {
                        "The proof of what was earned goes before its time. What is still to be paid, the officer enters as lines from the paper file."
                    }
                    li {
                        "Kept in the register of paper files: the reference, its officer, the area and the month. No name, no day and no reason."
                    }
                    li { "Kept for good: that something was erased, and counts of each month that name nobody." }
                }
                p {
                    "First give the officer, on paper, what the paper file needs. Older backups and logs of the machine may still lead to the person: tell whoever runs this site that a record was erased, and not why."
                }
            }
            if let name = seen.identity?.name { p { "The record is that of \(name)." } }
            entry(state)
        }.about(seen)
    }

    /// The classes that have not gone before.
    private var going: String {
        let gone = Set(seen.erasures.flatMap(\.erasure.classes))
        return RetentionClass.allCases.filter { !gone.contains($0) }.map(\.title).joined(separator: "; ")
    }

    /// Who has the record now.
    private var losing: String {
        let now = Set(seen.keepers?.organisations ?? []).union(seen.referral?.providers ?? [])
        let names = now.map(opened.names.organisation).sorted().joined(separator: ", ")
        return names.isEmpty ? "tell whoever works with them" : "tell whoever works with them at \(names)"
    }

    private func entry(_ state: FormState) -> some HTML {
        PostForm(
            to: SiteURL.moveToPaper.address, seal: visit.seal(seen: seen.sequence, keeping: state.fields), state: state
        ) {
            hidden("case", seen.id.description)
            TextField(
                "reference", label: NewPaperFile.referenceLabel,
                hint: "Such as P-2012/14. A name or a reason does not belong in it.", characters: 20, in: state)
            Select("officer", label: NewPaperFile.officerLabel, hint: "Who keeps the paper file", officers, in: state)
            Select("area", label: NewPaperFile.areaLabel, areas, in: state)
            TextField(
                "sure", label: "To say that you mean it, write: \(Self.confirmation)", characters: 20, in: state)
            Buttons {
                SubmitButton("Erase the record and enter the reference", .grave, choice: ("do", "move"))
                a(.href(SiteURL.rights(seen.id).address)) { "Cancel" }
            }
        }
    }

    /// Shows what would go, or does it.
    static func answer(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        let subject = try Identifier<CaseFile>(fields["case"] ?? "")
        guard fields["do"] == "move" else { return .again(try await load(visit, subject).page(FormState())) }
        do {
            let (paper, seen) = try FormReader.read(fields) { form in
                if form.optionalText("sure", label: "To say that you mean it", max: 100)?.lowercased() != confirmation {
                    form.note(
                        Refusal(
                            "erase.sure", "Nothing brings back what is erased. If you mean it, write: \(confirmation)",
                            field: "sure"))
                }
                return (try NewPaperFile(form), form.seen)
            }
            let erased = try await visit.office.moveToPaper(subject, paper, seen: seen, as: visit.actor)
            return .again(
                done(erased.proof, ToldOfErasure(sentences: erased.toldToThePerson, language: erased.language)))
        } catch let errors as FormErrors {
            return .again(try await load(visit, subject).page(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where refusal.code == "case.none" {
            // Sent twice: whoever did it is shown again that it is done.
            guard let proof = try await visit.office.proofOfAll(of: subject, erasedBy: visit.actor) else {
                throw refusal
            }
            return .again(done(proof, nil))
        } catch let refusal as Refusal where !refusal.isOfTheStore && refusal.code != "power.none" {
            return .again(try await load(visit, subject).page(FormState(fields).refused(refusal)))
        }
    }

    private static func done(_ proof: ErasureProof, _ told: ToldOfErasure?) -> Page {
        Page(
            "The record is erased", section: SiteURL.requests.address,
            flash: NoticeBox(.done, "The record is erased. The officer finds the reference among their paper files.")
        ) {
            p {
                "Print or copy what you need now: this page is not shown again. Keep the proof apart from the paper file. Together they say who it was."
            }
            if let told { Section("Tell the person", id: "told") { told } }
            Section("The proof", id: "proof") { ErasureProofLines(proof: proof) }
        }
    }
}

/// Where whoever may erase a record finds the way to paper.
struct ToPaperSection: Component {
    let subject: Identifier<CaseFile>
    let seal: FormSeal

    var body: some HTML {
        Section("On paper alone", id: "paper") {
            p { "For somebody who may not be on a computer at all. You see what is erased before anything is." }
            PostForm(to: SiteURL.moveToPaper.address, seal: seal) {
                hidden("case", subject.description)
                Buttons { SubmitButton("Keep this person on paper alone", .secondary) }
            }
        }
    }
}

extension NewPaperFile {
    static let referenceLabel = "Paper reference"
    static let officerLabel = "The named officer"
    static let areaLabel = "The area"

    /// A paper file as the page and the API take it.
    init(_ form: FormReader) throws {
        let reference = form.parsed("reference", label: Self.referenceLabel) { text throws(Refusal) in
            try PaperReference(text)
        }
        let officer: Identifier<Person> = form.identifier("officer", label: Self.officerLabel)
        let area: Identifier<Area> = form.identifier("area", label: Self.areaLabel)
        self.init(reference: try form.need(reference), officer: officer, area: area)
    }
}
