import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// Takes the language a customer chose on any of their pages, and goes back to that page.
    ///
    /// It is kept in the browser, and on the record of a customer who is signed in, so that letters follow. Whoever acts
    /// for them chooses for their own browser alone.
    func addLanguage(to router: Router<SiteContext>) {
        let site = self
        router.post(RouterPath(SiteURL.Route.language.rawValue)) { request, context -> Response in
            let fields = try await request.form(limit: 4096)
            let chosen = fields["language"].flatMap(Language.init(rawValue:)) ?? .english
            if let visit = site.visit(request, context), let own = visit.who.ownPage, own.until == nil {
                try site.seal.check(fields, session: visit.sealed)
                if own.language != chosen {
                    try await site.office.perform(
                        ChooseLanguage(chosen), on: own.subject, as: visit.actor, id: site.office.newCommand())
                }
            }
            var response = Response.afterForm(to: back(fields["back"]))
            LanguageCookie.set(chosen, with: cookie, on: &response)
            return response
        }
    }

    /// A page of this site that a customer can be on, and no other address.
    private func back(_ address: String?) -> String {
        guard let address, address.utf8.count <= 300,
            [SiteURL.me.address, SiteURL.welcome.address, "/customers/"].contains(where: { address.hasPrefix($0) }),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }), !address.contains("//")
        else { return SiteURL.welcome.address }
        return address
    }
}
