import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    func addSignIn(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.signIn.rawValue)) { request, context in
            let said = request.uri.queryParameters.get("said").flatMap { Said(rawValue: String($0)) }
            let next = request.uri.queryParameters.get("next").map { String($0) }
            return site.response(site.signInPage(FormState(), next: next, said: said), context)
        }
        let attempts = RateLimit<SiteContext>(
            sharing: signIns, now: { site.office.clock.now }, key: { _, context in context.signInKey })
        let limited = router.group("").add(middleware: attempts)
        limited.post(RouterPath(SiteURL.Route.signIn.rawValue)) { request, context in
            let fields = try await request.form(limit: 4096)
            do {
                let (name, password) = try FormReader.read(fields) { form in
                    (
                        form.text("name", label: "User name", max: 100),
                        form.text("password", label: "Password", max: 200)
                    )
                }
                let answer = try await site.office.signIn(username: name, password: password, settings: site.signIn)
                return site.goOn(answer, next: fields["next"])
            } catch let errors as FormErrors {
                return site.refused(FormState(fields, errors: errors), fields["next"], context)
            } catch let refusal as Refusal where refusal.code.hasPrefix("sign-in") {
                return site.refused(FormState(fields).refused(refusal), fields["next"], context)
            }
        }
        addSignInCode(to: router)
        router.form(.signOut, self) { visit, _ in
            try await visit.office.signOut(token: visit.session)
            return .done(visit.who.ownPage == nil ? .signIn(next: nil) : .welcome, .signedOut)
        }
    }

    /// Lets somebody in whose password was right, or leads them to what is still asked.
    private func goOn(_ answer: SignInAnswer, next: String?) -> Response {
        let next = next.map { SiteURL.ours($0) }
        switch answer {
        case .signedIn(let token):
            var response = Response.afterForm(to: next ?? SiteURL.home.address)
            cookie.set(token, on: &response)
            return response
        case .codeAsked(let token): return asked(SiteURL.signInCode(next: next), token)
        case .setUpAsked(let token): return asked(SiteURL.signInSetUp(next: next), token)
        }
    }

    private func asked(_ page: SiteURL, _ token: String) -> Response {
        var response = Response.afterForm(to: page.address)
        cookie.unfinished.set(token, on: &response)
        return response
    }

    private func refused(_ state: FormState, _ next: String?, _ context: SiteContext) -> Response {
        // The password is not shown again.
        let kept = FormFields(["name": state.fields["name"] ?? ""])
        return response(
            signInPage(FormState(kept, errors: state.errors), next: next), context, status: .unprocessableContent)
    }

    private func signInPage(_ state: FormState, next: String?, said: Said? = nil) -> Page {
        Page("Sign in", flash: said.map { NoticeBox(.done, $0.sentence) }, failed: !state.errors.isEmpty) {
            form(.method(.post), .action(SiteURL.Route.signIn.rawValue), .novalidate()) {
                if !state.errors.isEmpty { ErrorSummary(state) }
                if let next { input(.type(.hidden), .name("next"), .value(next)) }
                TextField("name", label: "User name", autocomplete: .username, in: state)
                TextField("password", label: "Password", kind: .password, autocomplete: .currentPassword, in: state)
                Buttons { SubmitButton("Sign in") }
            }
            p { Link(WelcomeWords.here(), to: SiteURL.welcome.address) }
        }
    }
}

extension SiteContext {
    /// By what tries at passwords are counted.
    var signInKey: String { remote ?? "sign-in" }
}
