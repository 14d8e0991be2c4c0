import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Office

extension Site {
    /// Where a customer signs in, with a code or a link. Whoever is behind an address is not said.
    func addWelcome(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.welcome.rawValue)) { request, context in
            let said = request.uri.queryParameters.get("said").flatMap { Said(rawValue: String($0)) }
            return site.response(welcomePage(FormState(), said: said), context)
        }
        router.get(RouterPath(SiteURL.Route.welcomeLink.rawValue)) { _, context in
            // Mail programs follow links to look at them, so opening one lets nobody in.
            site.response(linkPage(context.parameters.get("link") ?? ""), context)
        }
        let attempts = RateLimit<SiteContext>(
            sharing: site.entries, now: { site.office.clock.now }, key: { _, context in context.entryKey })
        let limited = router.group("").add(middleware: attempts)
        limited.post(RouterPath(SiteURL.Route.welcome.rawValue)) { request, context in
            let fields = try await request.form(limit: 4096)
            return try await site.answer(fields, context) { stays in
                let code = try FormReader.read(fields) { $0.text("code", label: WelcomeWords.code(), max: 60) }
                return try await site.office.enter(code: code, stays: stays)
            }
        }
        limited.post(RouterPath(SiteURL.Route.welcomeAsk.rawValue)) { request, context -> Response in
            let fields = try await request.form(limit: 4096)
            do {
                let email = try FormReader.read(fields) { $0.text("email", label: WelcomeWords.email(), max: 200) }
                // Answered before it is looked up, so that the time it takes says nothing either.
                Task { [logger = context.logger] in
                    do {
                        try await site.office.askForLink(to: email)
                    } catch {
                        logger.error("A link was asked for and could not be made: \(error)")
                    }
                }
                return .afterForm(to: SiteURL.welcome.saying(.linkOnItsWay))
            } catch let errors as FormErrors {
                return site.response(
                    welcomePage(FormState(fields, errors: errors)), context, status: .unprocessableContent)
            }
        }
        limited.post(RouterPath(SiteURL.Route.welcomeLink.rawValue)) { request, context in
            let link = context.parameters.get("link") ?? ""
            let fields = try await request.form(limit: 4096)
            return try await site.answer(fields, context) { try await site.office.enter(link: link, stays: $0) }
        }
    }

    /// Lets them in, or shows the page again with what is wrong.
    private func answer(
        _ fields: FormFields, _ context: SiteContext, _ enter: (_ stays: Bool) async throws -> String
    ) async throws -> Response {
        do {
            let stays = fields["stay"] == "yes"
            let token = try await enter(stays)
            var response = Response.afterForm(to: SiteURL.me.address)
            if stays {
                cookie.set(token, days: SignInSettings.ownPageDays, on: &response)
            } else {
                cookie.set(token, on: &response)
            }
            return response
        } catch let errors as FormErrors {
            return response(welcomePage(FormState(fields, errors: errors)), context, status: .unprocessableContent)
        } catch let refusal as Refusal where refusal.code.hasPrefix("sign-in") {
            return response(
                welcomePage(FormState(fields).refused(refusal)), context, status: .unprocessableContent)
        }
    }
}

extension SiteContext {
    /// By what tries at codes and links are counted.
    var entryKey: String { remote ?? "welcome" }
}

private func welcomePage(_ state: FormState, said: Said? = nil) -> Page {
    var page = Page(
        WelcomeWords.title(), lead: Fragment { p { WelcomeWords.lead() } },
        flash: said.map { NoticeBox(.done, $0.sentence) }, failed: !state.errors.isEmpty
    ) {
        if !state.errors.isEmpty { ErrorSummary(state) }
        Section(WelcomeWords.codeHeading(), id: "with-code") {
            form(.method(.post), .action(SiteURL.welcome.address), .novalidate()) {
                TextField(
                    "code", label: WelcomeWords.code(), hint: WelcomeWords.codeHint(), characters: 16,
                    autocomplete: .oneTimeCode, in: state)
                Checkbox("stay", label: WelcomeWords.stay(), hint: WelcomeWords.stayHint(), in: state)
                Buttons { SubmitButton(WelcomeWords.enter()) }
            }
        }
        Section(WelcomeWords.linkHeading(), id: "with-link") {
            form(.method(.post), .action(SiteURL.welcomeAsk.address), .novalidate()) {
                TextField(
                    "email", label: WelcomeWords.email(), hint: WelcomeWords.emailHint(), kind: .email,
                    autocomplete: .email, in: state)
                Buttons { SubmitButton(WelcomeWords.linkHeading(), .secondary) }
            }
        }
        p { WelcomeWords.help() }
    }
    page.audience = .customer
    return page
}

private func linkPage(_ link: String) -> Page {
    var page = Page(WelcomeWords.linkTitle()) {
        p { WelcomeWords.linkText() }
        form(.method(.post), .action(SiteURL.welcomeLink(link).address)) {
            Checkbox("stay", label: WelcomeWords.stay(), hint: WelcomeWords.stayHint(), in: FormState())
            Buttons { SubmitButton(WelcomeWords.enter()) }
        }
    }
    page.audience = .customer
    return page
}
