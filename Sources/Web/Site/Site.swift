import Casework
import Crypto
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Office
import Records

/// What every page is made with: the office it asks, and the frame it stands in.
struct Site: Sendable {
    let office: Office
    let cookie: SessionCookie
    let seal: FormGuard
    let isDemonstration: Bool
    let signIn: SignInSettings
    /// What takes letters by e-mail; nil where none can be sent.
    let courier: (any Courier)?
    /// Tries at the codes and links of customers' own pages, counted together however they come: from one address, as many
    /// a minute as somebody could type.
    let entries = Locked(TokenBuckets(burst: 20, perMinute: 20))
    /// Tries at passwords of accounts, counted by where they come from, so that whoever guesses them shuts nobody else out;
    /// and at codes, counted by the sign-in or the person they are of, since a right password came before them. Ours.
    let signIns = Locked(TokenBuckets(burst: 20, perMinute: 20))
    let setUps = FinishedSetUps()
    /// The header in which a proxy in front says where a request came from; nil where there is none to believe.
    let proxyHeader: HTTPField.Name?

    init(_ office: Office, options: ServeOptions) {
        self.office = office
        cookie = options.https ? .secure : .loopback
        seal = FormGuard(key: office.keyring.formKey)
        isDemonstration = options.isDemonstration
        signIn = options.signIn
        courier = options.courier
        proxyHeader = options.proxyHeader.flatMap { HTTPField.Name($0) }
    }

    /// Counts a try at signing in.
    /// - Throws: `RateLimited` when there are too many.
    func countSignIn(_ key: String) throws {
        let now = office.clock.now
        if let seconds = signIns.with({ $0.take(key, at: now) }) { throw RateLimited(seconds: seconds) }
    }

    /// The frame for a reader.
    func layout(_ context: SiteContext) -> Layout {
        var layout = Layout()
        layout.shortcuts = context.shortcuts
        layout.shortcutSettings = SiteURL.keys.address
        layout.simulated = isDemonstration
        if isDemonstration, office.clock.isMoved {
            layout.clock = "\(office.clock.today.saidFirst), \(WrittenMoment.clock(office.clock.now))"
        }
        guard let signedIn = context.signedIn, let sealed = context.sealed else { return layout }
        if let own = signedIn.ownPage {
            layout.audience = .customer
            layout.shortcutSettings = nil
            layout.navigation = OwnPage.navigation(own)
            layout.account = .init(
                name: own.until == nil ? signedIn.name : OwnPageWords.acting(signedIn.name, own.customer),
                signOut: SiteURL.signOut.address, csrf: seal.token(session: sealed))
            return layout
        }
        layout.navigation = Navigation.links(for: signedIn.author.role)
        if Navigation.searches(signedIn.author.role) {
            layout.search = .init(action: SiteURL.Route.search.rawValue, label: "Find a customer")
        }
        var links: [Link] = []
        if signedIn.positions.count > 1 { links.append(Link("Act as…", to: SiteURL.actAs.address)) }
        if signedIn.author.role != .customer {
            links.append(Link("Tokens for programs", to: SiteURL.tokens.address))
            links.append(Link("Sign-in codes", to: SiteURL.signInCodes.address))
        }
        if isDemonstration { links.append(Link("Move the clock", to: SiteURL.clock.address)) }
        layout.account = .init(
            name: "\(signedIn.name), \(signedIn.author.role.title.lowercased()), \(signedIn.organisation)",
            links: links,
            signOut: SiteURL.signOut.address, csrf: seal.token(session: sealed))
        return layout
    }

    func response(_ page: Page, _ context: SiteContext, status: HTTPResponse.Status = .ok) -> Response {
        var layout = layout(context)
        if let audience = page.audience { layout.audience = audience }
        if let speech = Speech.current {
            // A page that is not the customer’s own has no words of theirs, so none in Welsh.
            if page.audience != .customer, speech.language != .english { speech.lacks(page.title) }
            layout.words = .current
            layout.languages = LanguageChoice(
                current: speech.language, isStandIn: speech.standsFor != nil, address: context.path,
                csrf: context.sealed.map { seal.token(session: $0) })
        }
        return .page(layout.render(page), status: status)
    }
}

/// Where each role can go from every page.
enum Navigation {
    static func links(for role: Role) -> [Link] {
        var links: [Link] = []
        switch role {
        case .customer, .supporter: return [Link("Home", to: SiteURL.me.address)]
        case .adviser, .teamManager, .providerAdviser, .inWorkOfficer:
            links = [
                Link("Today", to: SiteURL.today.address, keys: "g t"),
                Link("Caseload", to: SiteURL.caseload([]).address, keys: "g c"),
            ]
            if role != .inWorkOfficer { links.append(Link("Sessions", to: SiteURL.sessions.address)) }
            if role == .teamManager { links.append(Link("Advisers", to: SiteURL.advisers.address)) }
        case .safeguardingLead:
            links = [
                Link("Find a customer", to: SiteURL.search(nil).address),
                Link("Safety notices", to: SiteURL.safetyNotices.address),
                Link("Paper files", to: SiteURL.paper.address),
            ]
        case .providerManager:
            links = [
                Link("Referrals", to: SiteURL.inbox.address, keys: "g r"),
                Link("Today", to: SiteURL.today.address, keys: "g t"),
                Link("Caseload", to: SiteURL.caseload([]).address, keys: "g c"),
                Link("Payments", to: SiteURL.payments([]).address, keys: "g p"),
                Link("Chain", to: SiteURL.chain.address), Link("Advisers", to: SiteURL.advisers.address),
                Link("Sessions", to: SiteURL.sessions.address),
            ]
        case .informationGovernanceLead:
            links = [Link("Requests", to: SiteURL.requests.address, keys: "g r")]
        case .commissioner, .auditor:
            links = [
                Link("Payments", to: SiteURL.payments([]).address, keys: "g p"),
                Link("Journeys", to: SiteURL.journeys([]).address, keys: "g j"),
                Link("Assessments", to: SiteURL.instruments.address),
            ]
        case .analyst:
            links = [
                Link("Journeys", to: SiteURL.journeys([]).address, keys: "g j"),
                Link("Assessments", to: SiteURL.instruments.address),
            ]
        default: break
        }
        links.append(Link("Draws", to: SiteURL.areas.address, keys: "g d"))
        return links
    }

    static func searches(_ role: Role) -> Bool {
        [
            .adviser, .teamManager, .providerAdviser, .providerManager, .informationGovernanceLead, .safeguardingLead,
        ].contains(role)
    }
}
