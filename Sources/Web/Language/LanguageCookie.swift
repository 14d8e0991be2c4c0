import Casework
import Hummingbird

/// The language that a browser's reader chose: what the sign-in page goes by, and somebody who acts for a customer.
enum LanguageCookie {
    private static let name = "language"

    static func language(in request: Request) -> Language? {
        request.cookies[name].flatMap { Language(rawValue: $0.value) }
    }

    /// Kept for a year.
    static func set(_ language: Language, on response: inout Response) {
        response.headers[values: .setCookie].append(
            "\(name)=\(language.rawValue); Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000")
    }
}
