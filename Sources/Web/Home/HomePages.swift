import Hummingbird
import Kernel
import Office

extension Site {
    /// Everybody's first page is the one their work starts from.
    func addHome(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.home.rawValue)) { request, context in
            guard let who = context.signedIn else { return site.askToSignIn(request) }
            let page = Navigation.links(for: who.author.role).first?.address ?? SiteURL.areas.address
            let said = request.uri.queryParameters.get("said").flatMap { Said(rawValue: String($0)) }
            return .afterForm(to: said.map { "\(page)?said=\($0.rawValue)" } ?? page)
        }
    }
}
