import Casework
import Kernel
import Office
import Records

/// What the form to register somebody holds.
struct Registering: Sendable {
    let identity: Identity
    /// The partner's reference or national insurance number, as it was typed.
    let partner: String?

    init(_ form: FormReader, on today: CalendarDay) throws {
        let partner = form.optionalText("partner", label: "Joint claim: the partner's number", max: 40)
        identity = try form.identity(on: today)
        self.partner = partner
    }
}

extension Visit {
    func registerPage() throws -> Page {
        try Powers.require(.registerCustomer, of: actor.role, as: .none)
        return registerPage(FormState())
    }

    private func registerPage(_ state: FormState) -> Page {
        Page(
            "Register a customer", trail: [Link("Find a customer", to: SiteURL.search(nil).address)],
            failed: !state.errors.isEmpty
        ) {
            PostForm(to: SiteURL.register.address, seal: seal(keeping: state.fields), state: state) {
                IdentityFields(state: state)
                TextField(
                    "partner", label: "Joint claim: the partner's number",
                    hint: "The partner's national insurance number or reference. Partners go to the same provider.",
                    optional: true, in: state)
                Buttons {
                    SubmitButton("Register this customer")
                    a(.href(SiteURL.search(nil).address)) { "Cancel" }
                }
            }
        }
    }

    /// Registers somebody, once it is sure that they are not on the register already.
    ///
    /// The case takes the id of the command, so that a form sent twice opens one record.
    func register(_ fields: FormFields) async throws -> FormOutcome {
        try Powers.require(.registerCustomer, of: actor.role, as: .none)
        guard fields["change"] == nil else { return .again(registerPage(FormState(fields))) }
        do {
            let (new, command) = try FormReader.read(fields) { form in
                (try Registering(form, on: today), form.command)
            }
            let subject = Identifier<CaseFile>(command)
            if fields["new"] != "yes" {
                let alike = try await alike(new.identity)
                // When the record is there already, this is the same form a second time.
                if !alike.isEmpty, !alike.contains(where: { $0.subject == subject }) {
                    let taking = try await office.takingUp(alike.map(\.subject), as: actor)
                    return .again(duplicatesPage(alike, taking, new.identity, fields))
                }
            }
            let partner = try await partner(new.partner)
            try await office.perform(
                RegisterCustomer(identity: new.identity, partner: partner), on: subject, as: actor,
                id: Identifier(command))
            return .done(.customer(subject), .registered)
        } catch let errors as FormErrors {
            return .again(registerPage(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where refusal.code != "power.none" && !refusal.isOfTheStore {
            return .again(registerPage(FormState(fields).refused(refusal)))
        }
    }

    func alike(_ identity: Identity) async throws -> [IdentityRegister.Entry] {
        try await office.alike(identity, as: actor, to: .registerCustomer)
    }

    func partner(_ typed: String?) async throws -> Identifier<CaseFile>? {
        guard let typed else { return nil }
        if let reference = try? Identifier<CaseFile>(typed) { return reference }
        guard let number = try? NationalInsuranceNumber(typed) else {
            throw Refusal(
                "customer.partner-unreadable",
                "“\(typed)” is neither a national insurance number nor a reference. Write the number as QQ 12 34 56 C.",
                field: "partner")
        }
        let holder = try await office.database.read { [keyring = office.keyring] connection in
            try IdentityRegister.holder(of: number, keyring: keyring, in: connection)
        }
        guard let holder else {
            throw Refusal(
                "customer.partner-none", "Nobody with this number is registered. Register the partner first.",
                field: "partner")
        }
        return holder
    }

    private func duplicatesPage(
        _ alike: [IdentityRegister.Entry], _ taking: TakingUp?, _ identity: Identity, _ fields: FormFields
    ) -> Page {
        let kept = fields.all.filter { !["csrf", "command", "seen", "new", "change"].contains($0.name) }
        let number = identity.nationalInsurance?.spaced
        let sameNumber = number != nil && alike.contains { $0.number == number }
        return Page(
            "Is this somebody already here?",
            trail: [
                Link("Find a customer", to: SiteURL.search(nil).address),
                Link("Register a customer", to: SiteURL.register.address),
            ], width: .wide
        ) {
            p {
                "You typed \(identity.name), born \(identity.born.written). "
                "One customer has one record, so look at \(alike.count == 1 ? "this one" : "these \(alike.count)") first."
            }
            DataTable("Already registered", rows: alike, columns: Self.duplicateColumns(taking))
            if let taking, !taking.subjects.isEmpty {
                p {
                    "Where others keep the record and it is the person with you, “\(taking.home.saysHere)” brings it here."
                }
            }
            if let first = alike.first(where: { taking?.subjects.contains($0.subject) != true }), alike.count > 1 {
                p {
                    "If two of these are the same person, "
                    Link("compare them and make them one record", to: SiteURL.duplicates(first.subject).address)
                    "."
                }
            }
            PostForm(to: SiteURL.register.address, seal: seal(keeping: fields)) {
                ForEach(kept) { field in hidden(field.name, field.value) }
                if sameNumber {
                    p { "They have the same national insurance number, so a second record cannot be made with it." }
                }
                Buttons {
                    if !sameNumber {
                        SubmitButton("None of these: register a new customer", .secondary, choice: ("new", "yes"))
                    }
                    SubmitButton("Change what I typed", .secondary, choice: ("change", "yes"))
                }
            }
        }.listing(.search, for: who)
    }

    private static func duplicateColumns(_ taking: TakingUp?) -> [Column<IdentityRegister.Entry>] {
        [
            Column("Name", .heading) { $0.name },
            Column("Born") { $0.born.written },
            Column("Number") { $0.number ?? "None" },
            Column("", .action) { entry in
                taking?.link(entry)
                    ?? LinkButton(
                        "This is the same person", to: SiteURL.customer(entry.subject).address, about: entry.name)
            },
        ]
    }
}
