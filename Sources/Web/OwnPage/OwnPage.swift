import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

/// A visit of a customer, or of somebody acting for them, to their own page.
struct OwnVisit: Sendable {
    let visit: Visit
    let opened: OpenedCase
    let visitor: OwnPageVisitor
    /// The files that came with a form.
    var files: [FormFile] = []

    var seen: SeenCase { opened.seen }
    var names: Names { opened.names }
    var today: CalendarDay { opened.today }
    var now: Instant { opened.now }
    var isSupporter: Bool { visitor.until != nil }
    /// The customer's first name where it is seen.
    var given: String { seen.identity?.given ?? visitor.customer }

    func may(_ act: Act) -> Bool {
        guard Powers.grant(act, to: visit.actor.role, as: opened.relation) != nil else { return false }
        return act.category.map(seen.sight.sees) ?? true
    }

}

/// What every page of the customer's own says.
enum OwnPage {
    /// Where somebody can go from every page: a supporter only to what they were let see.
    static func navigation(_ visitor: OwnPageVisitor) -> [Link] {
        func may(_ right: SupporterRight) -> Bool { visitor.rights?.contains(right) ?? true }
        return [
            Link(OwnPageWords.home(), to: SiteURL.me.address),
            may(.plan) ? Link(OwnPageWords.plan(), to: SiteURL.mePlan.address) : nil,
            may(.voice) ? Link(OwnPageWords.questions(), to: SiteURL.meQuestions.address) : nil,
        ].compactMap { $0 }
    }
}

extension Visit {
    /// Whose own page it is to the visitor.
    /// - Throws: `Refusal` for anybody who is neither a customer nor acts for one.
    fileprivate var ownVisitor: OwnPageVisitor {
        get throws(Refusal) {
            guard let visitor = who.ownPage else { throw Refusal("own-page.not-found", RefusalWords.yourOwn()) }
            return visitor
        }
    }

    /// - Parameter files: those that came with a form.
    /// - Throws: `Refusal` for anybody who is neither a customer nor acts for one.
    func own(files: [FormFile] = []) async throws -> OwnVisit {
        let visitor = try ownVisitor
        return OwnVisit(
            visit: self, opened: try await office.open(visitor.subject, as: actor), visitor: visitor, files: files)
    }

    /// A page as the customer gets it: with what was done last, and to a supporter with whom they help.
    fileprivate func ownPage(_ made: Page, for visitor: OwnPageVisitor) -> Page {
        var page = made
        page.audience = .customer
        if page.flash == nil { page.flash = flash }
        if let until = visitor.until {
            page.main = Fragment {
                NoticeBox(.plain, OwnPageWords.helping(visitor.customer, until))
                made.main
            }
        }
        return page
    }
}

extension Router<SiteContext> {
    /// A page of the customer's own.
    func ownPage(
        _ route: SiteURL.Route, _ site: Site, _ make: @escaping @Sendable (OwnVisit) async throws -> Page
    ) {
        get(RouterPath(route.rawValue)) { request, context -> Response in
            guard let visit = site.visit(request, context) else { return .afterForm(to: SiteURL.welcome.address) }
            let own = try await visit.own()
            return site.response(visit.ownPage(try await make(own), for: own.visitor), context)
        }
    }

    /// The page of whom to ring. It opens no case: so nothing of it is recorded, and the numbers are there when a case
    /// or the log of looks is not.
    fileprivate func urgentPage(_ site: Site) {
        get(RouterPath(SiteURL.Route.meHelpNow.rawValue)) { request, context -> Response in
            guard let visit = site.visit(request, context) else { return .afterForm(to: SiteURL.welcome.address) }
            let page = OwnUrgentPage(contacts: site.office.tools.rules.urgent).page
            return site.response(visit.ownPage(page, for: try visit.ownVisitor), context)
        }
    }
}

extension Site {
    /// The customer's own pages.
    func addOwnPage(to router: Router<SiteContext>) {
        router.ownPage(.me, self) { try await OwnHomePage.load($0).page }
        router.ownPage(.meChanged, self) { OwnChangedPage($0).page }
        router.ownPage(.mePlan, self) { try OwnPlanPage.load($0).page }
        router.ownPage(.mePlanSheet, self) { own in
            let plan = try OwnPlanPage.load(own).plan
            guard let page = PlanPage(visit: own.visit, opened: own.opened, plan: plan).asAsked else {
                throw Refusal("own-plan.not-found", OwnPlanWords.noVersion())
            }
            let sheet = PlanSheet(spoken: page)
            return Page(OwnPlanWords.title(), trail: [Link(OwnPlanWords.title(), to: SiteURL.mePlan.address)]) {
                sheet.page
            }
        }
        router.ownPage(.meJourney, self) { OwnJourneyPage($0).page }
        router.ownPage(.mePeople, self) { try await OwnPeoplePage.load($0).page }
        router.ownPage(.meSharing, self) { try await OwnSharingPage.load($0).page }
        router.ownPage(.meApplications, self) { try OwnApplicationsPage.load($0).page }
        router.ownPage(.meLooks, self) { try await $0.looksPage() }
        router.ownPage(.meQuestions, self) { try OwnQuestionsPage.load($0).page }
        router.ownPage(.meTell, self) { try OwnTellPage.load($0).page }
        router.ownPage(.meStanding, self) { try OwnStandingPage.load($0).page }
        router.urgentPage(self)
        router.ownPage(.meLetters, self) { OwnLettersPage(own: $0).page }
        router.ownPage(.meDuties, self) { try await OwnDutiesPage.load($0).page }
        router.addOwnForms(self, OwnForms.all)
    }
}
