import Hummingbird
import Kernel
import Office

extension Site {
    /// Where somebody turns the codes of their own account on and off.
    func addSignInCodes(to router: Router<SiteContext>) {
        router.page(.signInCodes, self) { visit in try await visit.codesPage() }
        router.form(.newSignInKey, self) { visit, _ in
            guard !visit.site.isDemonstration else {
                throw Refusal("sign-in.demonstration", Visit.noCodesHere)
            }
            return try await visit.retrying {
                try await visit.office.beginCodes(
                    of: visit.actor.person, session: visit.session, settings: visit.site.signIn)
                return .done(.signInCodes, .codesBegun)
            }
        }
        router.form(.signInCodes, self) { visit, fields in
            try visit.countTry()
            return try await visit.retrying {
                let (password, code) = try FormReader.read(fields) { form in
                    (form.text("password", label: "Password", max: 200), form.firstCode)
                }
                let recovery = try await visit.office.turnCodesOn(
                    of: visit.actor.person, password: password, by: code, session: visit.session,
                    settings: visit.site.signIn)
                return .again(.recovery(recovery, next: SiteURL.signInCodes.address))
            }
        }
        router.form(.endSignInCodes, self) { visit, fields in
            try visit.countTry()
            return try await visit.retrying {
                let (password, code) = try FormReader.read(fields) { form in
                    (form.text("password", label: "Password", max: 200), form.givenCode)
                }
                try await visit.office.turnCodesOff(
                    of: visit.actor.person, password: password, by: code, settings: visit.site.signIn)
                return .done(.signIn(next: nil), .codesOff)
            }
        }
    }
}

extension Visit {
    fileprivate static let noCodesHere =
        "Everybody knows the passwords of a demonstration, so its accounts have no sign-in codes."

    /// Counts a try of whoever is signed in, wherever from: colleagues at one address do not shut each other out.
    /// - Throws: `RateLimited` when there are too many.
    fileprivate func countTry() throws { try site.countSignIn(actor.person.description) }

    /// Does what a form asks, or shows the page again with what is wrong. What was typed is a secret, and not shown again.
    fileprivate func retrying(_ take: () async throws -> FormOutcome) async throws -> FormOutcome {
        do {
            return try await take()
        } catch let errors as FormErrors {
            return .again(try await codesPage(FormState(errors: errors)))
        } catch let refusal as Refusal where refusal.code.hasPrefix("sign-in") {
            return .again(try await codesPage(FormState().refused(refusal)))
        }
    }

    fileprivate func codesPage(_ state: FormState = FormState()) async throws -> Page {
        let codes = try await office.signInCodes(of: actor.person, session: session)
        let today = today
        return Page("Sign-in codes", failed: !state.errors.isEmpty) {
            p {
                "With codes on, signing in asks for your password and for six digits that your authenticator shows, new ones every 30 seconds. Whoever learns your password cannot come in with that alone."
            }
            switch codes {
            case .off:
                if site.isDemonstration {
                    p { Self.noCodesHere }
                } else {
                    PostForm(to: SiteURL.newSignInKey.address, seal: seal(), state: state) {
                        Buttons { SubmitButton("Set up sign-in codes") }
                    }
                }
            case .begun(let key):
                PostForm(to: SiteURL.signInCodes.address, seal: seal(), state: state) {
                    NewKey(key: key, asksPassword: true, state: state)
                }
            case .on(let since, let left):
                SummaryList {
                    SummaryRow("Codes are on since") { WrittenDay(since.day, today: today) }
                    SummaryRow("Recovery codes left") { "\(left) of \(SignInCodes.recoveryCount)" }
                }
                p {
                    "Tokens for programs ask for no code, and those made before go on. "
                    Link("Look through yours", to: SiteURL.tokens.address)
                    "."
                }
                Section("Turn them off", id: "off") {
                    p {
                        "For a new phone or new recovery codes, turn the codes off and set them up again. You are signed out everywhere."
                    }
                    PostForm(to: SiteURL.endSignInCodes.address, seal: seal(), state: state) {
                        OwnPasswordField(state: state)
                        AnyCodeField(state: state)
                        Buttons { SubmitButton("Turn the codes off", .grave) }
                    }
                }
            }
        }
    }
}
