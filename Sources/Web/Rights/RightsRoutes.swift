import Casework
import Hummingbird
import Kernel
import Office

extension CaseForms {
    /// What is done about what a person asked of their record.
    static let rights: [any CaseForm.Type] = [
        RefuseRequestForm.self, ConfirmCorrectionForm.self, StatementForm.self,
    ]
}

extension Site {
    /// What people ask about their own records: the list that waits, a person's own requests, and each of them.
    func addRights(to router: Router<SiteContext>) {
        router.page(.requests, self) { visit in
            try await RequestsPage.load(visit).page.listing(.requests, for: visit.who)
        }
        router.page(.rights, self) { visit in try await RightsPage.load(visit).page }
        router.page(.ask, self) { visit in try await visit.askPage() }
        router.form(.ask, self) { visit, fields in try await visit.ask(fields) }
        router.page(.request, self) { visit in try await RequestPage.load(visit).page() }
        router.form(.request, self) { visit, fields in try await visit.answer(fields) }
        for route in [SiteURL.Route.copyPage, .copyData] {
            router.get(RouterPath(route.rawValue)) { [self] request, context in
                guard let visit = visit(request, context) else { return askToSignIn(request) }
                return try await visit.copyResponse(asPage: route == .copyPage)
            }
        }
    }
}

extension Visit {
    fileprivate func copyResponse(asPage: Bool) async throws -> Response {
        let copy = try await office.copy(of: subject, answering: identifier("item"), as: actor)
        return CopyFile(copy, asPage: asPage).response
    }
}
