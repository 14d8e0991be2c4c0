import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

/// `EndToEnd/pages.txt`, which the browser tests go by: the picture that holds each page to what every page is held to,
/// and the pages that a customer’s walk in Welsh goes through.
@Suite("The list of every page")
struct PagesListedTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "EndToEnd")
    /// What is opened where somebody is offered it, and has no picture of its own.
    private static let walked = "walked"

    /// What is no page of this site: a way on to one, a file to keep, or an answer to a program.
    private static let others: Set<SiteURL.Route> = [
        .home, .health, .apiDescription, .copyPage, .copyData, .planText, .firstMeetingText, .blankQuestions,
        .sessionLetter, .answerLetter, .application,
        .document,
    ]

    private static func rows() throws -> [(page: String, picture: String)] {
        try String(contentsOf: folder.appending(path: "pages.txt"), encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let words = line.split(separator: " ").map { String($0) }
                try #require(words.count == 2, "\(line)")
                return (words[0], words[1])
            }
    }

    /// The pages of one route: itself, or one for each form that it serves.
    private func pages(of route: SiteURL.Route) -> [String] {
        let hasItem = route == .itemForm || route == .meItemForm
        var forms: [String] = []
        switch route {
        case .form, .itemForm:
            for form in CaseForms.all where form.hasItem == hasItem { forms.append(form.name.rawValue) }
        case .meForm, .meItemForm:
            for form in OwnForms.all where form.hasItem == hasItem { forms.append(form.name.rawValue) }
        default: return [route.rawValue]
        }
        return forms.map { route.rawValue.replacing(":form", with: $0) }
    }

    @Test("Every page and every form of the site is on the list once, and nothing else is")
    func listed() async throws {
        let room = try await Partnership(demonstration: true)
        let shown = room.site.router(logger: LogLines().logger).routes.filter { $0.method == .get }
        let patterns = Set(shown.map(\.path.description))
        let pages = SiteURL.Route.allCases.filter { route in
            patterns.contains(RouterPath(route.rawValue).description) && !Self.others.contains(route)
        }.flatMap(pages(of:))
        try await room.close()
        #expect(pages.count > 150)
        let listed = try Self.rows().map(\.page)
        #expect(Set(listed).count == listed.count)
        #expect(Set(pages).subtracting(listed) == [], "These have no row: name a picture that a browser test takes")
        #expect(Set(listed).subtracting(pages) == [], "These are no pages of the site")
    }

    @Test("Each page has a picture that a browser test takes as it holds it to WCAG 2.2 AA, or is walked")
    func taken() throws {
        let tests = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
            .filter { $0.hasPrefix("test_") && $0.hasSuffix(".py") }
            .map { try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8) }.joined()
        let rows = try Self.rows()
        for row in rows where row.picture != Self.walked {
            #expect(tests.contains("\"\(row.picture)\""), "Nothing takes \(row.picture) of \(row.page)")
        }
        let pictured = rows.map(\.picture).filter { $0 != Self.walked }
        #expect(Set(pictured).count == pictured.count, "A picture is of one page")
        // Only forms are walked, and what a customer opens by an address that is everybody’s.
        let unseen = rows.filter { row in
            row.picture == Self.walked && !row.page.contains("/do/")
                && (!row.page.hasPrefix("/me/") || row.page.contains(":"))
        }
        #expect(unseen.map(\.page) == [])
    }
}
