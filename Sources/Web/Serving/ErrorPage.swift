import Casework
import Kernel
public import HTTPTypes

/// What is said when a request cannot be answered as it was meant.
public struct ErrorPage: Sendable {
    public let status: HTTPResponse.Status
    public let title: String
    /// What is wrong and what to do next, a paragraph each.
    public let sentences: [String]
    /// The code of the refusal, for programs.
    public let code: String
    /// What to quote when asking for help; also in the log and in the `X-Request-Id` header.
    public let request: String

    /// The page, for a layout to put its frame around.
    public var page: Page {
        Page(told(title)) {
            for sentence in sentences { p { Refusal(code, sentence).told.sentence } }
            p { a(.href(SiteURL.home.address)) { RefusalWords.firstPage() } }
            if status.code >= 500 {
                p(.class("hint")) {
                    RefusalWords.quote()
                    " "
                    requestReference
                }
            }
        }
    }

    private var requestReference: some HTML { Web.code { request } }

    static let titles: [Int: String] = [
        400: "This could not be read", 403: "You cannot do this from here", 404: "There is no such page",
        405: "This cannot be done here", 409: "Something changed while you were here", 413: "That is too long",
        415: "This could not be read", 422: "This cannot be done yet", 429: "Too many requests",
        503: "Not available just now",
    ]
}
