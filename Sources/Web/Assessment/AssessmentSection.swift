import Casework
import Kernel

/// Where the assessment stands, on the customer's page.
struct AssessmentSection: Component {
    let page: CustomerPage

    var body: some HTML {
        if let assessments = page.seen.assessments {
            Section("Assessment", id: "assessment") {
                if let latest = assessments.finished.last {
                    p {
                        strong { result(latest) }
                        ", \(latest.begun.day.written)."
                    }
                    if let means = means(latest) { p { means } }
                    if latest.restsOnUnseen { p(.class("hint")) { Assessment.unseenPart } }
                } else if assessments.unfinished.isEmpty {
                    EmptyState("Not assessed yet.", comes: "What stands in the way, and how near work they are.")
                }
                if !assessments.unfinished.isEmpty { p { "Begun and not finished: what was answered is saved." } }
                if let point = assessments.point { p { "Point \(point.point.rawValue): \(point.point.means)." } }
                if !assessments.differences.isEmpty {
                    p {
                        "\(assessments.differences.count) \(assessments.differences.count == 1 ? "thing is" : "things are") seen differently by the customer and the adviser."
                    }
                }
                if !page.isPast { p { Link("Open the assessment", to: SiteURL.assessment(page.seen.id).address) } }
            }
        }
    }

    private func instrument(_ latest: Assessment) -> Instrument? {
        page.tools.instrument(latest.start.instrument, version: latest.start.version)
    }

    /// What the level means that an adviser set; that there is none yet, where one is to be set.
    private func means(_ latest: Assessment) -> String? {
        guard let instrument = instrument(latest), instrument.ratedBy == .adviser else { return nil }
        return latest.rating.map { instrument.rating($0)?.means ?? $0 } ?? "No level is set yet."
    }

    private func result(_ latest: Assessment) -> String {
        let instrument = instrument(latest)
        let rating = latest.rating.map { instrument?.rating($0)?.title ?? $0 }
        let stream = latest.stream.map { instrument?.stream($0)?.title.lowercased() ?? $0 }
        let found = [rating, stream].compactMap { $0 }.joined(separator: ", ")
        return found.isEmpty ? instrument?.title ?? "Assessed" : found
    }
}
