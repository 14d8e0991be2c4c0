import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

/// One request of somebody who is signed in.
struct Visit: Sendable {
    let site: Site
    let request: Request
    let context: SiteContext
    let who: SignedIn
    let session: String

    var office: Office { site.office }
    /// What its forms are sealed to.
    var sealed: String { context.sealed ?? session }
    var actor: Author { who.author }
    var now: Instant { office.clock.now }
    var today: CalendarDay { office.clock.today }

    /// What the address says under a name; nil when it says nothing, or cannot be read.
    func query(_ name: String) -> String? {
        (try? request.asked())?[name].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
    }

    /// - Throws: `Refusal`, told as not found, when the address holds something that is no reference.
    func identifier<Named>(_ name: String, of _: Named.Type = Named.self) throws -> Identifier<Named> {
        try Identifier(context.parameters.get(name) ?? "")
    }

    var subject: Identifier<CaseFile> { get throws { try identifier("case") } }

    /// What was just done, when the address says so.
    var flash: NoticeBox<String>? {
        query("said").flatMap(Said.init(rawValue:)).map { NoticeBox(.done, $0.sentence) }
    }

    /// The seal of a new form, or of the same form shown again.
    func seal(seen: Int? = nil, keeping fields: FormFields? = nil) -> FormSeal {
        let kept = fields?["command"].flatMap { try? Identifier<Submission>($0) }
        return FormSeal(
            csrf: site.seal.token(session: sealed), command: kept ?? Identifier(office.newCommand()), seen: seen)
    }
}

/// What comes of a form.
enum FormOutcome: Sendable {
    case done(SiteURL, Said)
    /// Not yet: the form again with what is wrong, or the answers to check.
    case again(Page)
    /// Not at all, with the page that says so and the status of that refusal.
    case refused(Page, HTTPResponse.Status)
}

extension Router<SiteContext> {
    /// A page for whoever is signed in; anybody else is asked to sign in and brought back.
    func page(_ route: SiteURL.Route, _ site: Site, _ make: @escaping @Sendable (Visit) async throws -> Page) {
        get(RouterPath(route.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            var page = try await make(visit)
            if page.flash == nil { page.flash = visit.flash }
            return site.response(page, context)
        }
    }

    /// A form sent by whoever is signed in.
    /// - Parameter files: the most bytes of files that may come with it; nil for none.
    func form(
        _ route: SiteURL.Route, _ site: Site, files: Int? = nil,
        _ take: @escaping @Sendable (Visit, FormFields) async throws -> FormOutcome
    ) {
        post(RouterPath(route.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            let fields = try await request.form(files: files)
            try site.seal.check(fields, session: visit.sealed)
            do {
                switch try await take(visit, fields) {
                case .done(let url, let said): return .afterForm(to: url.saying(said))
                case .again(let page):
                    return site.response(page, context, status: page.failed ? .unprocessableContent : .ok)
                case .refused(let page, let status): return site.response(page, context, status: status)
                }
            } catch let refusal as Refusal where refusal.isOfTheStore {
                return site.response(
                    NotSaved(
                        refusal: refusal, address: request.uri.path, typed: fields, isOwn: visit.who.ownPage != nil
                    ).page, context,
                    status: .serviceUnavailable)
            }
        }
    }
}

extension Site {
    func visit(_ request: Request, _ context: SiteContext) -> Visit? {
        guard let who = context.signedIn, let session = context.session else { return nil }
        return Visit(site: self, request: request, context: context, who: who, session: session)
    }

    func askToSignIn(_ request: Request) -> Response {
        // A customer goes back to where customers come in.
        if request.uri.path == SiteURL.me.address || request.uri.path.hasPrefix(SiteURL.me.address + "/") {
            return .afterForm(to: SiteURL.welcome.address)
        }
        let next = request.method == .get ? request.uri.string : nil
        return .afterForm(to: SiteURL.signIn(next: next == "/" ? nil : next).address)
    }
}

extension Request {
    /// The fields in the address, as a browser writes those of a form: with a plus for each space (WHATWG URL §5.1).
    /// - Throws: what is not readable text.
    func asked() throws(Refusal) -> FormFields { try FormFields(urlEncoded: Array((uri.query ?? "").utf8)) }
}
