import Casework
import Kernel
import Office

/// What specialists and trainers found out, the latest first, each with who found it, how old it is and who recorded it.
struct SpecialistsSection: Component {
    let page: AssessmentPage

    var body: some HTML {
        Section("What specialists found out", id: "specialists") {
            if page.assessments.standingSpecialists.isEmpty {
                EmptyState(
                    "No result is recorded yet.",
                    comes: "Reading, writing and numbers before a course, health and work, self-employment.")
            } else {
                ul {
                    ForEach(page.assessments.standingSpecialists.reversed()) { one in
                        li {
                            strong { rules.title(of: one) }
                            ", \(one.event.day.written) (\(age(one))): "
                            if let found = one.finding.value {
                                if let level = found.level { "\(level). " }
                                "“\(found.result.text)” Found out by \(found.by). "
                            }
                            span(.class("hint")) { "Recorded by \(recorder(one)). " }
                            page.offers.plain(
                                .withdrawSpecialist, "Withdraw", about: rules.title(of: one).inSentence,
                                item: one.event.id.description)
                        }
                    }
                }
            }
            if !rules.kinds.isEmpty {
                OfferedButtons { page.offers.link(.specialist, "Record what a specialist found out") }
            }
        }
    }

    private var rules: SpecialistRules { page.tools.rules.assessing.specialists }

    /// `today`, `1 day ago`, `40 days ago`
    private func age(_ one: SpecialistResult) -> String {
        switch one.event.day.days(until: page.opened.today) {
        case ...0: "today"
        case 1: "1 day ago"
        case let days: "\(days) days ago"
        }
    }

    private func recorder(_ one: SpecialistResult) -> String {
        let by = one.event.by
        return "\(page.opened.names.person(by.person)), \(page.opened.names.organisation(by.organisation))"
    }
}
