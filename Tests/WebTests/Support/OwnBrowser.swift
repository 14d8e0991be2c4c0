import Casework
import Kernel
import Office
import Testing

@testable import Web

extension Partnership {
    /// A browser in which a customer has gone in to their own page, with a code that the jobcentre made them.
    func phone(of subject: Identifier<CaseFile>) async throws -> WebClient<SiteContext> {
        let made = try await perform(InviteCustomer(route: .paper), on: subject, as: jobcentreAdviser)
        let invitation = try #require(made.file.access.invitations.last?.id)
        return try await entered(
            try await office.code(of: invitation, on: subject, as: jobcentreAdviser.author).code)
    }

    /// A browser that somebody went in with by a code, and stays signed in.
    func entered(_ code: String) async throws -> WebClient<SiteContext> {
        let phone = try await browser()
        try await phone.get(SiteURL.welcome.address)
        try await phone.submit(WelcomeWords.enter.english, ["code": code, "stay": "yes"], following: true)
        return phone
    }
}
