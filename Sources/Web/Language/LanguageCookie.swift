import Casework
import Hummingbird

/// The language that a browser's reader chose: what the sign-in page goes by, and somebody who acts for a customer.
enum LanguageCookie {
    private static let name = "language"

    static func language(in request: Request) -> Language? {
        request.cookies[name].flatMap { Language(rawValue: $0.value) }
    }

    static func set(_ language: Language, with cookie: SessionCookie, on response: inout Response) {
        cookie.remember(name, language.rawValue, on: &response)
    }
}
