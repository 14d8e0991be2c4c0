import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// An application as a file, for those at the service who read and print it.
    func addApplications(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.application.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            return try await visit.application().response
        }
    }
}

extension Visit {
    /// - Refuses: an application that is not there, or is another service's.
    fileprivate func application() async throws -> LetterFile {
        let opened = try await office.open(subject, as: actor)
        let item: Identifier<Consent> = try identifier("item")
        guard let consent = opened.seen.applications.first(where: { $0.id == item }) else {
            throw Refusal(
                "application.not-found",
                "There is no such application to your organisation here. Choose one from “Shared with you”.")
        }
        let sheet = ApplicationSheet(
            ServiceApplication(consent, of: opened, in: office), of: opened, by: office.sharing)
        return LetterFile(
            text: sheet.text, language: Speech.language, name: "application", isLarge: asksForLargePrint)
    }
}
