import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

extension Site {
    /// What is due, opened down to the events that prove it.
    func addPayments(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.payments.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            if visit.query("as") == "csv" { return try await PaymentsFile.response(visit) }
            var page = try await PaymentsPage.load(visit).page.listing(.payments, for: visit.who)
            page.flash = visit.flash
            return site.response(page, context)
        }
        router.page(.line, self) { visit in try await LinePage.load(visit).page }
        router.page(.why, self) { visit in try await CasePaymentsPage.load(visit).page }
    }
}
