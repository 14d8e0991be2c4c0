import HTTPTypes
import Hummingbird
import Kernel
import Office

extension Site {
    /// What is asked after a right password: a code, or to set codes up. Until then nobody is signed in, and all that the
    /// cookie opens is these pages.
    func addSignInCode(to router: Router<SiteContext>) {
        let site = self
        for route in [SiteURL.Route.signInCode, .signInSetUp] {
            router.get(RouterPath(route.rawValue)) { request, context in
                let next = request.uri.queryParameters.get("next").map { String($0) }
                return try await site.unfinished(request, context, FormState(), next: next)
            }
        }
        router.post(RouterPath(SiteURL.Route.signInCode.rawValue)) { request, context in
            let fields = try await request.form(limit: 4096)
            let token = try site.unfinishedToken(of: fields, request)
            return try await site.retrying(fields, request, context) {
                let code = try FormReader.read(fields) { $0.givenCode }
                let session = try await site.office.finishSignIn(token: token, by: code, settings: site.signIn)
                return site.finished(session, .afterForm(to: SiteURL.ours(fields["next"])))
            }
        }
        router.post(RouterPath(SiteURL.Route.signInSetUp.rawValue)) { request, context in
            let fields = try await request.form(limit: 4096)
            let sent = ["csrf", "command", "code"].map { fields[$0] ?? "" }.joined(separator: " ")
            let (now, next) = (site.office.clock.now, SiteURL.ours(fields["next"]))
            if let session = context.session, await site.setUps.opened(session, by: sent, at: now) {
                return site.response(.setUpAlready(next: next), context)
            }
            let token = try site.unfinishedToken(of: fields, request)
            return try await site.retrying(fields, request, context) {
                let code = try FormReader.read(fields) { $0.firstCode }
                let (session, recovery) = try await site.setUps.finish(sent, at: now) {
                    try await site.office.finishSignIn(token: token, settingUpBy: code, settings: site.signIn)
                }
                let page = recovery.map { Page.recovery($0, next: next) } ?? .setUpAlready(next: next)
                return site.finished(session, site.response(page, context))
            }
        }
    }

    /// The token of the sign-in that a form is sealed to and goes on with. Each counts as a try at its codes.
    private func unfinishedToken(of fields: FormFields, _ request: Request) throws -> String {
        let token = cookie.unfinished.value(in: request) ?? ""
        try seal.check(fields, session: token)
        try countSignIn(token)
        return token
    }

    /// Lets somebody in, or shows what was asked again with what is wrong.
    private func retrying(
        _ fields: FormFields, _ request: Request, _ context: SiteContext, _ finish: () async throws -> Response
    ) async throws -> Response {
        // A code is not shown again: it is no use any more.
        do {
            return try await finish()
        } catch let errors as FormErrors {
            return try await unfinished(request, context, FormState(errors: errors), next: fields["next"])
        } catch let refusal as Refusal where refusal.code.hasPrefix("sign-in") {
            return try await unfinished(request, context, FormState().refused(refusal), next: fields["next"])
        }
    }

    private func finished(_ session: String, _ response: Response) -> Response {
        var response = response
        cookie.set(session, on: &response)
        cookie.unfinished.clear(on: &response)
        return response
    }

    /// The page of what a sign-in still waits for; whoever has none is asked to sign in.
    private func unfinished(
        _ request: Request, _ context: SiteContext, _ state: FormState, next: String?
    ) async throws -> Response {
        guard let token = cookie.unfinished.value(in: request), token.utf8.count <= 200,
            let asked = try await office.unfinishedSignIn(token: token)
        else { return .afterForm(to: SiteURL.signIn(next: next).saying(.signInAgain)) }
        let seal = FormSeal(csrf: seal.token(session: token), command: Identifier(office.newCommand()))
        let page =
            switch asked {
            case .code: codePage(seal, state, next: next)
            case .setUp(let key): setUpPage(key, seal, state, next: next)
            }
        return response(page, context, status: page.failed ? .unprocessableContent : .ok)
    }

    private func codePage(_ seal: FormSeal, _ state: FormState, next: String?) -> Page {
        Page("Enter your code", failed: !state.errors.isEmpty) {
            PostForm(to: SiteURL.signInCode(next: nil).address, seal: seal, state: state) {
                if let next { hidden("next", next) }
                AnyCodeField(state: state)
                Buttons { SubmitButton("Sign in") }
            }
            p { "If you have no recovery code either, ask an administrator to turn your codes off." }
            p { Link("Sign in as somebody else", to: SiteURL.signIn(next: next).address) }
        }
    }

    private func setUpPage(_ key: AuthenticatorKey, _ seal: FormSeal, _ state: FormState, next: String?) -> Page {
        Page("Set up sign-in codes", failed: !state.errors.isEmpty) {
            p {
                "Your role needs a code beside the password each time you sign in. You are signed in once this is done; it takes a few minutes."
            }
            PostForm(to: SiteURL.signInSetUp(next: nil).address, seal: seal, state: state) {
                if let next { hidden("next", next) }
                NewKey(key: key, state: state)
            }
        }
    }
}
