import Hummingbird
import Kernel
import Office

extension Site {
    /// Everybody's first page is the one their work starts from.
    func addHome(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.home.rawValue)) { request, context in
            guard let who = context.signedIn else { return site.askToSignIn(request) }
            return .afterForm(to: Navigation.links(for: who.author.role).first?.address ?? SiteURL.areas.address)
        }
    }
}
