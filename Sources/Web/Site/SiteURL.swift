import Casework
import Kernel
import Records

/// Every address of the site: routes are declared from it and links are printed from it.
enum SiteURL: Sendable {
    case home, signIn(next: String?), signOut, actAs, keys, health, clock
    /// What is asked after a right password: a code, or to set codes up.
    case signInCode(next: String?), signInSetUp(next: String?)
    case signInCodes, newSignInKey, endSignInCodes
    case api, apiDescription, tokens, endToken(Identifier<AccessToken>)
    case receivers, endReceiver(Identifier<Receiver>)
    case today, shared, caseload([(String, String)]), inbox, search(String?), register
    case customer(Identifier<CaseFile>), looks(Identifier<CaseFile>, before: String? = nil)
    case journey(Identifier<CaseFile>, [(String, String)] = [])
    /// A form about a customer.
    case form(CaseFormName, Identifier<CaseFile>)
    case assessment(Identifier<CaseFile>), assessmentOf(Identifier<CaseFile>, Identifier<Assessment>)
    /// One section of an assessment's questions.
    case assessmentPart(Identifier<CaseFile>, Identifier<Assessment>, String, AssessmentMode)
    /// A form about one thing of a customer's: an appointment, a job, a proof.
    case itemForm(CaseFormName, Identifier<CaseFile>, item: String)
    case sharing(Identifier<CaseFile>)
    case circumstances(Identifier<CaseFile>)
    case chain, advisers, safetyNotices, paper, moveToPaper
    /// Records that may be of the same person, and those that are part of this one.
    case duplicates(Identifier<CaseFile>, typed: String? = nil)
    case sessions, session(Identifier<InformationSession>)
    /// What people asked about their own records.
    case requests, rights(Identifier<CaseFile>), ask(Identifier<CaseFile>)
    case request(Identifier<CaseFile>, Identifier<RightsRequest>)
    case copyPage(Identifier<CaseFile>, Identifier<RightsRequest>)
    case copyData(Identifier<CaseFile>, Identifier<RightsRequest>)
    case sessionLetter(Identifier<CaseFile>, Identifier<SessionInvitation>, large: Bool = false)
    /// The answer to something that was asked, as a letter.
    case answerLetter(Identifier<CaseFile>, item: String, large: Bool = false)
    /// What a service gets of what somebody told once, as a file.
    case application(Identifier<CaseFile>, Identifier<Consent>, large: Bool = false)
    /// The plan, and its sheet as it is or as a version of it was agreed.
    case plan(Identifier<CaseFile>), planSheet(Identifier<CaseFile>, version: Int? = nil)
    case planText(Identifier<CaseFile>)
    /// The list of what a first meeting has to tell, to be ticked and signed.
    case firstMeetingText(Identifier<CaseFile>)
    case document(Identifier<CaseFile>, digest: String, large: Bool = false)
    case journeys([(String, String)])
    /// How assessments serve.
    case instruments
    /// The questions of one version of an instrument, to be printed and filled in by hand.
    case blankQuestions(String, Int, AssessmentMode)
    case payments([(String, String)]), line(String), why(Identifier<CaseFile>)
    /// A code for a customer or their supporter, as it is printed.
    case code(Identifier<CaseFile>, Identifier<Invitation>)
    /// Where customers sign in, and what a link in a letter leads to.
    case welcome, welcomeLink(String), welcomeAsk
    /// The customer's own page, and the pages under it.
    case language
    case me, meChanged, mePlan, meJourney(from: Int? = nil), mePeople, meSharing, meLooks(before: String? = nil)
    case meApplications(of: Identifier<Consent>? = nil)
    case mePlanSheet(version: Int? = nil), meQuestions, meTell, meStanding, meHelpNow, meLetters, meDuties
    case meForm(OwnFormName), meItemForm(OwnFormName, item: String), meCode(Identifier<Invitation>)
    case areas, draws(Identifier<Area>, after: Int?), shares(Identifier<Area>)

    /// The pattern of each address, with its parameters named.
    enum Route: String, CaseIterable {
        case home = "/"
        case signIn = "/sign-in"
        case signInCode = "/sign-in/code"
        case signInSetUp = "/sign-in/set-up"
        case signInCodes = "/sign-in-codes"
        case newSignInKey = "/sign-in-codes/new"
        case endSignInCodes = "/sign-in-codes/off"
        case signOut = "/sign-out"
        case actAs = "/act-as"
        case keys = "/keys"
        case health = "/healthz"
        case clock = "/demonstration/clock"
        case api = "/api"
        case apiDescription = "/api/v1/openapi.json"
        case tokens = "/tokens"
        case endToken = "/tokens/:token/end"
        case receivers = "/receivers"
        case endReceiver = "/receivers/:receiver/end"
        case today = "/today"
        case shared = "/shared"
        case caseload = "/caseload"
        case inbox = "/referrals"
        case chain = "/chain"
        case advisers = "/advisers"
        case safetyNotices = "/safety-notices"
        case paper = "/paper"
        case moveToPaper = "/paper/move"
        case sessions = "/sessions"
        case session = "/sessions/:item"
        case search = "/search"
        case register = "/customers/new"
        case customer = "/customers/:case"
        case looks = "/customers/:case/looks"
        case journey = "/customers/:case/journey"
        case form = "/customers/:case/do/:form"
        case assessment = "/customers/:case/assessment"
        case assessmentOf = "/customers/:case/assessment/:item"
        case assessmentPart = "/customers/:case/assessment/:item/:section"
        case itemForm = "/customers/:case/do/:form/:item"
        case sharing = "/customers/:case/sharing"
        case circumstances = "/customers/:case/circumstances"
        case duplicates = "/customers/:case/duplicates"
        case requests = "/requests"
        case rights = "/customers/:case/requests"
        case ask = "/customers/:case/requests/new"
        case request = "/customers/:case/requests/:item"
        case copyPage = "/customers/:case/requests/:item/copy.html"
        case copyData = "/customers/:case/requests/:item/copy.json"
        case plan = "/customers/:case/plan"
        case planSheet = "/customers/:case/plan/print"
        case planText = "/customers/:case/plan.txt"
        case firstMeetingText = "/customers/:case/first-meeting.txt"
        case sessionLetter = "/customers/:case/sessions/:item/letter.txt"
        case answerLetter = "/customers/:case/answers/:item/letter.txt"
        case application = "/customers/:case/applications/:item/application.txt"
        case document = "/customers/:case/documents/:digest"
        case journeys = "/journeys"
        case instruments = "/assessments"
        case blankQuestions = "/assessments/:instrument/:version/questions.txt"
        case payments = "/payments"
        case line = "/payments/line"
        case why = "/customers/:case/payments"
        case code = "/customers/:case/code/:item"
        case welcome = "/welcome"
        case welcomeAsk = "/welcome/link"
        case welcomeLink = "/welcome/:link"
        case language = "/language"
        case me = "/me"
        case meChanged = "/me/changed"
        case mePlan = "/me/plan"
        case mePlanSheet = "/me/plan/print"
        case meJourney = "/me/journey"
        case mePeople = "/me/people"
        case meSharing = "/me/sharing"
        case meApplications = "/me/applications"
        case meLooks = "/me/looks"
        case meQuestions = "/me/questions"
        case meTell = "/me/tell"
        case meStanding = "/me/standing"
        case meHelpNow = "/me/help-now"
        case meLetters = "/me/letters"
        case meDuties = "/me/duties"
        case meForm = "/me/do/:form"
        case meItemForm = "/me/do/:form/:item"
        case meCode = "/me/code/:item"
        case areas = "/areas"
        case draws = "/areas/:area/draws"
        case shares = "/areas/:area/shares"

        func filled(_ values: [String] = [], query: [(String, String)] = []) -> String {
            var values = values[...]
            let path = rawValue.split(separator: "/", omittingEmptySubsequences: false).map { part in
                part.hasPrefix(":") ? SiteURL.escape(values.popFirst() ?? "") : String(part)
            }.joined(separator: "/")
            guard !query.isEmpty else { return path }
            return path + "?" + query.map { "\($0.0)=\(SiteURL.escape($0.1))" }.joined(separator: "&")
        }
    }

    /// What asks for a letter in large print.
    static let largePrint = ("as", "large")

    /// What names the entry that a correction is about.
    static let about = "about"

    /// Where a correction of one entry is asked for.
    static func correction(_ id: Identifier<CaseFile>, about entry: Identifier<Event<CaseFile>>) -> String {
        Route.ask.filled(
            [id.description], query: [("kind", RightsKind.correction.rawValue), (about, entry.description)])
    }

    /// The address as a link prints it.
    var address: String {
        switch self {
        case .home: Route.home.filled()
        case .signIn(let next): Route.signIn.filled(query: next.map { [("next", $0)] } ?? [])
        case .signInCode(let next): Route.signInCode.filled(query: next.map { [("next", $0)] } ?? [])
        case .signInSetUp(let next): Route.signInSetUp.filled(query: next.map { [("next", $0)] } ?? [])
        case .signInCodes: Route.signInCodes.filled()
        case .newSignInKey: Route.newSignInKey.filled()
        case .endSignInCodes: Route.endSignInCodes.filled()
        case .signOut: Route.signOut.filled()
        case .actAs: Route.actAs.filled()
        case .keys: Route.keys.filled()
        case .health: Route.health.filled()
        case .clock: Route.clock.filled()
        case .api: Route.api.filled()
        case .apiDescription: Route.apiDescription.filled()
        case .tokens: Route.tokens.filled()
        case .endToken(let id): Route.endToken.filled([id.description])
        case .receivers: Route.receivers.filled()
        case .endReceiver(let id): Route.endReceiver.filled([id.description])
        case .today: Route.today.filled()
        case .shared: Route.shared.filled()
        case .caseload(let query): Route.caseload.filled(query: query)
        case .inbox: Route.inbox.filled()
        case .chain: Route.chain.filled()
        case .advisers: Route.advisers.filled()
        case .safetyNotices: Route.safetyNotices.filled()
        case .paper: Route.paper.filled()
        case .moveToPaper: Route.moveToPaper.filled()
        case .sessions: Route.sessions.filled()
        case .session(let id): Route.session.filled([id.description])
        case .search(let text): Route.search.filled(query: text.map { [("q", $0)] } ?? [])
        case .register: Route.register.filled()
        case .customer(let id): Route.customer.filled([id.description])
        case .looks(let id, let before):
            Route.looks.filled([id.description], query: before.map { [("before", $0)] } ?? [])
        case .journey(let id, let query): Route.journey.filled([id.description], query: query)
        case .form(let form, let id): Route.form.filled([id.description, form.rawValue])
        case .assessment(let id): Route.assessment.filled([id.description])
        case .assessmentOf(let id, let one): Route.assessmentOf.filled([id.description, one.description])
        case .assessmentPart(let id, let one, let section, let mode):
            Route.assessmentPart.filled([id.description, one.description, section], query: [("mode", mode.rawValue)])
        case .itemForm(let form, let id, let item): Route.itemForm.filled([id.description, form.rawValue, item])
        case .circumstances(let id): Route.circumstances.filled([id.description])
        case .plan(let id): Route.plan.filled([id.description])
        case .sharing(let id): Route.sharing.filled([id.description])
        case .duplicates(let id, let typed):
            Route.duplicates.filled([id.description], query: typed.map { [("other", $0)] } ?? [])
        case .requests: Route.requests.filled()
        case .rights(let id): Route.rights.filled([id.description])
        case .ask(let id): Route.ask.filled([id.description])
        case .request(let id, let item): Route.request.filled([id.description, item.description])
        case .copyPage(let id, let item): Route.copyPage.filled([id.description, item.description])
        case .copyData(let id, let item): Route.copyData.filled([id.description, item.description])
        case .planSheet(let id, let version):
            Route.planSheet.filled([id.description], query: Self.asked(version))
        case .planText(let id): Route.planText.filled([id.description])
        case .firstMeetingText(let id): Route.firstMeetingText.filled([id.description])
        case .sessionLetter(let id, let item, let large):
            Route.sessionLetter.filled([id.description, item.description], query: large ? [Self.largePrint] : [])
        case .answerLetter(let id, let item, let large):
            Route.answerLetter.filled([id.description, item], query: large ? [Self.largePrint] : [])
        case .application(let id, let item, let large):
            Route.application.filled([id.description, item.description], query: large ? [Self.largePrint] : [])
        case .document(let id, let digest, let large):
            Route.document.filled([id.description, digest], query: large ? [Self.largePrint] : [])
        case .journeys(let query): Route.journeys.filled(query: query)
        case .instruments: Route.instruments.filled()
        case .blankQuestions(let instrument, let version, let mode):
            Route.blankQuestions.filled([instrument, String(version)], query: [("mode", mode.rawValue)])
        case .payments(let query): Route.payments.filled(query: query)
        case .line(let key): Route.line.filled(query: [("key", key)])
        case .why(let id): Route.why.filled([id.description])
        case .code(let id, let invitation): Route.code.filled([id.description, invitation.description])
        case .welcome: Route.welcome.filled()
        case .welcomeAsk: Route.welcomeAsk.filled()
        case .welcomeLink(let link): Route.welcomeLink.filled([link])
        case .language: Route.language.filled()
        case .me: Route.me.filled()
        case .meChanged: Route.meChanged.filled()
        case .mePlan: Route.mePlan.filled()
        case .mePlanSheet(let version): Route.mePlanSheet.filled(query: Self.asked(version))
        case .meJourney(let from): Route.meJourney.filled(query: from.map { [("from", String($0))] } ?? [])
        case .mePeople: Route.mePeople.filled()
        case .meSharing: Route.meSharing.filled()
        case .meApplications(let one):
            Route.meApplications.filled(query: one.map { [(OwnApplicationsPage.asked, $0.description)] } ?? [])
        case .meLooks(let before): Route.meLooks.filled(query: before.map { [("before", $0)] } ?? [])
        case .meQuestions: Route.meQuestions.filled()
        case .meTell: Route.meTell.filled()
        case .meStanding: Route.meStanding.filled()
        case .meHelpNow: Route.meHelpNow.filled()
        case .meLetters: Route.meLetters.filled()
        case .meDuties: Route.meDuties.filled()
        case .meForm(let form): Route.meForm.filled([form.rawValue])
        case .meItemForm(let form, let item): Route.meItemForm.filled([form.rawValue, item])
        case .meCode(let invitation): Route.meCode.filled([invitation.description])
        case .areas: Route.areas.filled()
        case .draws(let id, let after):
            Route.draws.filled([id.description], query: after.map { [("after", String($0))] } ?? [])
        case .shares(let id): Route.shares.filled([id.description])
        }
    }

    private static func asked(_ version: Int?) -> [(String, String)] {
        version.map { [(AgreedVersion.asked, String($0))] } ?? []
    }

    /// Whether an address is of the pages on which customers sign in.
    static func isWelcome(_ path: String) -> Bool {
        path == welcome.address || path.hasPrefix(welcome.address + "/")
    }

    /// The address with word of what was just done there.
    func saying(_ said: Said) -> String { address + (address.contains("?") ? "&" : "?") + "said=\(said.rawValue)" }

    /// A path of this site, or home: never another site's address.
    static func ours(_ next: String?) -> String {
        // By its bytes: what a browser leaves out of an address, a tab say, would let two slashes come together.
        guard let next, next.utf8.count < 500, next.utf8.first == 0x2F, next.utf8.dropFirst().first != 0x2F,
            next.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C })
        else { return home.address }
        return next
    }

    /// The page an address is of, with what is asked of it, without word of what was just done.
    static func returning(to path: String, asked query: String?) -> String {
        guard path != welcomeAsk.address else { return welcome.address }
        let asked = (query ?? "").split(separator: "&").filter { !$0.hasPrefix("said=") }.joined(separator: "&")
        return asked.isEmpty ? path : "\(path)?\(asked)"
    }

    static func escape(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.unicodeScalars.append(UnicodeScalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
