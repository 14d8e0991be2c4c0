import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Where somebody makes tokens for programs that act as them, and ends them.
    func addTokens(to router: Router<SiteContext>) {
        router.page(.tokens, self) { visit in try await visit.tokensPage() }
        router.form(.tokens, self) { visit, fields in try await visit.makeToken(fields) }
        router.form(.endToken, self) { visit, _ in
            try await visit.office.revokeToken(try visit.identifier("token"), of: visit.actor.person)
            return .done(.tokens, .tokenEnded)
        }
    }
}

extension Visit {
    private static let scopes = [
        Choice("read", "Read what I can read"), Choice("write", "Write what I can write"),
    ]

    fileprivate func tokensPage(
        _ state: FormState = FormState(FormFields(["days": "90", "scopes": "read"])), made: String? = nil
    ) async throws -> Page {
        let held = try await office.tokens(of: actor.person)
        let (now, today) = (now, today)
        return Page(
            "Tokens for programs", trail: [Link("The API", to: SiteURL.api.address)], failed: !state.errors.isEmpty,
            width: .wide
        ) {
            if let made {
                NoticeBox(.attention, title: "Copy this token now: it is not shown again") { pre { made } }
            }
            p {
                "A program with a token acts as you, \(who.author.role.title.lowercased()) at \(who.organisation), and what it does is recorded as done by you."
            }
            if held.isEmpty {
                EmptyState("You have no tokens.", comes: "Those you make stand here until you end them.")
            } else {
                DataTable(
                    "Your tokens, the latest first", rows: held,
                    columns: [
                        Column("Name", .heading) { $0.name },
                        Column("As") { $0.position.role.title },
                        Column("For") { $0.scopes.joined(separator: ", ") },
                        Column("Last used") { token in
                            if let used = token.used { WrittenDay(used, today: today) } else { "Never" }
                        },
                        Column("Good until") { token in
                            if token.revoked != nil {
                                StatusTag("Ended", .waiting)
                            } else if token.expires <= now {
                                StatusTag("Run out", .waiting)
                            } else {
                                WrittenDay(token.expires.day, today: today)
                            }
                        },
                        Column("", .action) { token in
                            if token.isGood(at: now) {
                                PostForm(to: SiteURL.endToken(token.id).address, seal: seal()) {
                                    button(.submits()) {
                                        "End it"
                                        span(.class("unseen")) { " \(token.name)" }
                                    }
                                }
                            }
                        },
                    ])
            }
            Section("Make a token", id: "make") {
                PostForm(to: SiteURL.tokens.address, seal: seal(), state: state) {
                    TextField("name", label: "What will use it?", hint: "So that you know it again", in: state)
                    Checkboxes("scopes", label: "What may it do?", Self.scopes, in: state)
                    TextField(
                        "days", label: "For how many days?", hint: "At most \(Office.tokenDays)", kind: .wholeNumber,
                        characters: 4, in: state)
                    Buttons { SubmitButton("Make this token") }
                }
            }
        }
    }

    fileprivate func makeToken(_ fields: FormFields) async throws -> FormOutcome {
        do {
            let (name, scopes, days, command) = try FormReader.read(fields) { form in
                (
                    form.text("name", label: "What will use it?", max: 100),
                    form.choices("scopes", label: "What may it do?", of: Self.scopes.map(\.value), atLeast: 1),
                    form.wholeNumber("days", label: "For how many days?", in: 1...Office.tokenDays),
                    form.command
                )
            }
            let position = AccountRegister.Position(
                person: actor.person, organisation: actor.organisation, role: actor.role)
            let made = try await office.issueToken(
                named: name, for: position, scopes: Set(scopes.compactMap { try? TokenScope($0) }), days: days,
                id: Identifier(command))
            return .again(try await tokensPage(made: made.secret))
        } catch let errors as FormErrors {
            return .again(try await tokensPage(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where refusal.field != nil {
            return .again(try await tokensPage(FormState(fields).refused(refusal)))
        }
    }
}
