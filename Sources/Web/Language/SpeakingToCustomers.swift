import Casework
import Hummingbird
import Office

extension Site {
    /// The language of whoever reads a customer's page: the one on their record, or else what this browser chose. nil for
    /// staff, whose pages are in English.
    private func languageRead(_ request: Request, _ context: SiteContext) -> Language? {
        if let signedIn = context.signedIn {
            guard let own = signedIn.ownPage else { return nil }
            return own.language ?? LanguageCookie.language(in: request) ?? .english
        }
        return SiteURL.isWelcome(request.uri.path) ? LanguageCookie.language(in: request) ?? .english : nil
    }

    /// Answers a customer in the language they read; in English, with a sentence in theirs that says so, where anything on
    /// the page has no words in it. A page is never in two languages.
    func inTheirLanguage(
        _ request: Request, _ context: SiteContext, _ answer: (Request) async throws -> Response
    ) async throws -> Response {
        guard let language = languageRead(request, context) else { return try await answer(request) }
        var request = request
        // Kept, so that what was sent can be read a second time.
        if language != .english, request.method == .post { _ = try await request.collectBody(upTo: 64 * 1024) }
        let speech = Speech(language)
        let first = try await Speech.$current.withValue(speech) { [request] in try await answer(request) }
        guard !speech.gaps.isEmpty else { return first }
        return try await Speech.$current.withValue(Speech(.english, standsFor: language)) { [request] in
            try await answer(request)
        }
    }
}

/// Lets every page of a customer's be written in the language they read.
struct LanguageMiddleware: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        try await site.inTheirLanguage(request, context) { try await next($0, context) }
    }
}
