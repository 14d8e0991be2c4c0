import Insight
import Office

/// What can be taken away; of two cohorts both together, and each by itself.
struct JourneysDownloads: Component {
    let page: JourneysPage

    private static let ofBoth: [JourneysFile] = [.html, .json]
    private static let ofOne: [JourneysFile] = [.svg, .dot, .csv]

    private var query: [(String, String)] { page.filter.query() }

    var body: some HTML {
        if let comparison = page.seen.comparison {
            FileLinks(lead: "Download both: ", forms: Self.ofBoth, query: query, name: nil)
            one(comparison.first, query)
            one(comparison.second, query + [("of", JourneysFile.second)])
        } else {
            FileLinks(lead: "Download: ", forms: JourneysFile.allCases, query: query, name: nil)
        }
    }

    /// Nothing of fewer than five people.
    private func one(_ cohort: Cohort, _ query: [(String, String)]) -> FileLinks? {
        cohort.map.cases < JourneysPage.least
            ? nil : FileLinks(lead: "\(cohort.name) alone: ", forms: Self.ofOne, query: query, name: cohort.name)
    }
}

/// One line of links to files.
private struct FileLinks: Component {
    let lead: String
    let forms: [JourneysFile]
    let query: [(String, String)]
    /// Whose they are, for those who hear a link by itself.
    let name: String?

    var body: some HTML {
        p(.class("screen")) {
            lead
            for (place, form) in forms.enumerated() {
                if place > 0 { ", " }
                // The answer names the file itself, and is a page where the map has to be read first.
                a(.href(SiteURL.journeys(query + [("as", form.rawValue)]).address)) {
                    form.title
                    if let name { span(.class("unseen")) { " of \(name)" } }
                }
            }
        }
    }
}
