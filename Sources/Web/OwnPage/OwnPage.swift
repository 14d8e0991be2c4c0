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
    /// - Parameter files: those that came with a form.
    /// - Throws: `Refusal` for anybody who is neither a customer nor acts for one.
    func own(files: [FormFile] = []) async throws -> OwnVisit {
        guard let visitor = who.ownPage else {
            throw Refusal("own-page.not-found", RefusalWords.yourOwn())
        }
        return OwnVisit(
            visit: self, opened: try await office.open(visitor.subject, as: actor), visitor: visitor, files: files)
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
            var page = try await make(own)
            page.audience = .customer
            if page.flash == nil { page.flash = visit.flash }
            if let until = own.visitor.until {
                let shown = page.main
                page.main = Fragment {
                    NoticeBox(.plain, OwnPageWords.helping(own.visitor.customer, until))
                    shown
                }
            }
            return site.response(page, context)
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
        router.ownPage(.meLooks, self) { try await $0.looksPage() }
        router.ownPage(.meQuestions, self) { try OwnQuestionsPage.load($0).page }
        router.ownPage(.meTell, self) { try OwnTellPage.load($0).page }
        router.ownPage(.meStanding, self) { try OwnStandingPage.load($0).page }
        router.addOwnForms(self, OwnForms.all)
    }
}
