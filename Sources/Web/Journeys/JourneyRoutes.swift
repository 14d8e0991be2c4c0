import Hummingbird
import Office

extension Site {
    /// The journeys people went, as a map.
    func addJourneys(to router: Router<SiteContext>) {
        let site = self
        router.get(RouterPath(SiteURL.Route.journeys.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            if let address = JourneysFilter.address(holdingDaysOf: try request.asked()) {
                return Response.afterForm(to: address)
            }
            let filter = try JourneysFilter(visit)
            switch try await site.office.journeys(filter.question, as: visit.actor) {
            case .reading(let progress):
                return JourneysWait(progress, isQueued: false, filter, of: visit).response(visit)
            case .waiting(let progress):
                return JourneysWait(progress, isQueued: true, filter, of: visit).response(visit)
            case .seen(let seen, let stoodAt):
                let isExample = visit.query("show") == "example"
                return site.response(
                    JourneysPage(filter: filter, seen: seen, stoodAt: stoodAt, isExample: isExample), visit)
            }
        }
    }

    private func response(_ page: JourneysPage, _ visit: Visit) -> Response {
        // Where everybody is made up and nothing is asked, the example comes first.
        if isDemonstration, (visit.request.uri.query ?? "").isEmpty, let example = page.example {
            return Response.afterForm(to: example)
        }
        if let form = visit.query("as").flatMap(JourneysFile.init(rawValue:)),
            let file = form.response(page, ofSecond: visit.query("of") == JourneysFile.second)
        {
            return file
        }
        return response(page.page, visit.context)
    }
}
