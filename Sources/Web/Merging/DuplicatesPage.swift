import Casework
import Kernel
import Office
import Records

/// Other records that may be of the same person, and the records that are part of this one.
struct DuplicatesPage {
    let opened: OpenedCase
    let alike: [IdentityRegister.Entry]
    /// Who of them is on record elsewhere.
    let taking: TakingUp?
    let parts: [(absorption: Merges.Absorption, name: String?)]
    /// What was typed to name another record, and what is wrong with it.
    let asked: FormState

    static func load(_ visit: Visit) async throws -> DuplicatesPage {
        try await load(visit, opened: try await visit.office.open(visit.subject, as: visit.actor))
    }

    static func load(_ visit: Visit, opened: OpenedCase) async throws -> DuplicatesPage {
        try Powers.require(.mergeRecords, of: visit.actor.role, as: opened.relation)
        guard let identity = opened.seen.identity else {
            throw Refusal(
                "merge.erased", "This person's details have been erased, so nobody can tell who else they may be.")
        }
        var alike = try await visit.office.alike(identity, but: opened.seen.id, as: visit.actor)
        let typed = visit.query("other") ?? ""
        var asked = FormState(FormFields(["other": typed]))
        do {
            if !typed.isEmpty, let named = try await visit.named(typed),
                !alike.contains(where: { $0.subject == named.subject })
            {
                guard named.subject != opened.seen.id else {
                    throw Refusal("merge.same", "That is this record. Name the other one.")
                }
                alike.insert(named, at: 0)
            }
        } catch let refusal as Refusal {
            asked = asked.refused(refusal.about("other"))
        }
        return DuplicatesPage(
            opened: opened, alike: alike,
            taking: try await visit.office.takingUp(alike.map(\.subject), as: visit.actor),
            parts: try await visit.office.parts(of: opened.seen.id, in: opened.seen.merges ?? Merges()), asked: asked)
    }

    private var subject: Identifier<CaseFile> { opened.seen.id }

    var page: Page {
        Page(
            "Is this person here twice?", trail: [Link(opened.seen.title, to: SiteURL.customer(subject).address)],
            failed: !asked.errors.isEmpty, width: .wide
        ) {
            p {
                "One person has one record. Compare before you make two of them one: it can be undone, but somebody then has to say whose each later entry is."
            }
            Section("May be the same person", id: "alike") {
                if alike.isEmpty {
                    EmptyState(
                        "Nobody else has this number, or this birth date with one of these names.",
                        comes: "You can name another record below.")
                } else {
                    DataTable("May be the same person", rows: alike, captionIsUnseen: true, columns: columns)
                }
                form(.method(.get), .action(SiteURL.duplicates(subject).address)) {
                    TextField(
                        "other", label: "Another record",
                        hint: "Its national insurance number, or its reference from the address of its page.",
                        characters: 40, in: asked)
                    Buttons { SubmitButton("Find this record", .secondary) }
                }
            }
            if !parts.isEmpty {
                Section("Part of this record", id: "parts") {
                    ul {
                        ForEach(parts) { part in
                            li {
                                "\(part.name ?? "A record"), since \(part.absorption.event.day.written). "
                                a(
                                    .href(
                                        SiteURL.itemForm(
                                            .separate, subject, item: part.absorption.other.description
                                        ).address)
                                ) {
                                    "Take them apart"
                                    span(.class("unseen")) { " \(part.name ?? "")" }
                                }
                            }
                        }
                    }
                }
            }
        }.about(opened.seen)
    }

    private var columns: [Column<IdentityRegister.Entry>] {
        let (subject, taking) = (subject, taking)
        return [
            Column("Name", .heading) { $0.name },
            Column("Born") { $0.born.written },
            Column("Number") { $0.number ?? "None" },
            Column("", .action) { entry in
                taking?.link(entry)
                    ?? LinkButton(
                        "Compare with this record",
                        to: SiteURL.itemForm(.merge, subject, item: entry.subject.description).address,
                        about: entry.name)
            },
        ]
    }
}

extension Visit {
    /// Somebody by their national insurance number, or by the reference of their record.
    fileprivate func named(_ typed: String) async throws -> IdentityRegister.Entry? {
        let number = try? NationalInsuranceNumber(typed)
        let reference = try? Identifier<CaseFile>(typed.trimmed.lowercased())
        guard number != nil || reference != nil else {
            throw Refusal(
                "merge.unreadable",
                "“\(typed)” is neither a national insurance number nor a reference. Write the number as QQ 12 34 56 C.")
        }
        if let number, let found = try await office.find(.number(number), as: actor).first { return found }
        if let reference, let found = try await office.entry(of: reference, as: actor) { return found }
        throw Refusal("merge.nobody", "Nobody is registered with that. Check it, or search by name.")
    }
}
