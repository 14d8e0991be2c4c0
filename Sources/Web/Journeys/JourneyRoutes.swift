import Hummingbird

extension Site {
    /// The journeys people went, as a map.
    func addJourneys(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.journeys.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            if let address = JourneysFilter.address(holdingDaysOf: try request.asked()) {
                return Response.afterForm(to: address)
            }
            let page = try await JourneysPage.load(visit)
            // Where everybody is made up and nothing is asked, the example comes first.
            if site.isDemonstration, (request.uri.query ?? "").isEmpty, let example = page.example {
                return Response.afterForm(to: example)
            }
            if let form = visit.query("as").flatMap(JourneysFile.init(rawValue:)),
                let file = form.response(page, ofSecond: visit.query("of") == JourneysFile.second)
            {
                return file
            }
            return site.response(page.page, context)
        }
    }
}
