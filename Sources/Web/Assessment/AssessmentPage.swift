import Casework
import Kernel
import Office

/// What was found out about a customer: the latest result with why, what stands in the way as each sees it, and what
/// changed. The customer's own reading of it is the same view.
struct AssessmentPage {
    let visit: Visit
    let opened: OpenedCase
    let assessments: Assessments
    /// The one the page tells of; nil before there is any.
    let shown: Assessment?
    let isChosen: Bool

    /// - Parameter item: the assessment to tell of; nil for the latest that is finished.
    static func load(_ visit: Visit, item: Identifier<Assessment>?) async throws -> AssessmentPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        guard let assessments = opened.seen.assessments else {
            throw Refusal(
                "case.none",
                "You do not see assessments of this customer. The page of the customer says what you see, and why.")
        }
        return AssessmentPage(
            visit: visit, opened: opened, assessments: assessments,
            shown: try item.map { try opened.assessment($0) } ?? assessments.finished.last, isChosen: item != nil)
    }

    var tools: ServiceTools { visit.office.tools }
    var subject: Identifier<CaseFile> { opened.seen.id }
    var offers: OfferedForms {
        OfferedForms(actor: visit.actor, relation: opened.relation, subject: subject, isPast: false)
    }

    var page: Page {
        var trail = [Link(opened.seen.title, to: SiteURL.customer(subject).address)]
        if isChosen { trail.append(Link("Assessment", to: SiteURL.assessment(subject).address)) }
        return Page(title, trail: trail, width: .wide) {
            if let shown {
                AssessmentResult(page: self, shown: shown)
            } else {
                EmptyState(
                    "Nobody has been through the questions with them yet.",
                    comes: "What they come to is told here, and why.")
            }
            if !isChosen {
                if !tools.toBegin(assessments).isEmpty {
                    OfferedButtons { offers.link(.assess, "Begin an assessment", primary: shown == nil) }
                }
                if offers.may(.assess) { BlankQuestionsList(offered: tools.offered) }
                BarriersSection(page: self)
                PointsSection(page: self)
                SpecialistsSection(page: self)
                AssessmentsList(page: self)
            }
            if let shown { AnswersDisclosure(page: self, shown: shown) }
        }.about(opened.seen)
    }

    private var title: String {
        guard isChosen, let shown else { return "Assessment" }
        return "\(instrument(shown)?.title ?? "Assessment"), \(shown.begun.day.written)"
    }

    func instrument(_ assessment: Assessment) -> Instrument? {
        tools.instrument(assessment.start.instrument, version: assessment.start.version)
    }

    func item(_ assessment: Assessment) -> String { assessment.id.description }
}

/// The assessments there are, and those to go on with.
private struct AssessmentsList: Component {
    let page: AssessmentPage

    var body: some HTML {
        if !page.assessments.all.isEmpty {
            Section("All assessments", id: "all") {
                TaskList {
                    ForEach(page.assessments.all.reversed()) { one in
                        TaskRow(
                            "\(page.instrument(one)?.title ?? one.start.instrument), \(one.begun.day.written)",
                            to: one.withdrawn == nil
                                ? SiteURL.assessmentOf(page.subject, one.id).address : nil,
                            hint: "Begun by \(page.opened.names.person(one.begun.by.person))", tag(one))
                    }
                }
            }
        }
    }

    private func tag(_ one: Assessment) -> StatusTag {
        if one.withdrawn != nil { return StatusTag("Withdrawn", .closed) }
        return one.finished == nil ? StatusTag("Not finished", .waiting) : StatusTag("Finished", .done)
    }
}

/// The questions on paper, for a meeting without a screen.
private struct BlankQuestionsList: Component {
    let offered: [Instrument]

    var body: some HTML {
        if !offered.isEmpty {
            Disclosure("Questions to print") {
                p {
                    "Filled in by hand, they are keyed in afterwards with the day of the meeting. For a group, and where others may hear, private questions are left out."
                }
                ul {
                    ForEach(offered) { one in
                        li {
                            "\(one.title): "
                            link(one, .inPrivate, "in private")
                            ", "
                            link(one, .group, "for a group")
                        }
                    }
                }
            }
        }
    }

    private func link(_ one: Instrument, _ mode: AssessmentMode, _ words: String) -> some HTML {
        a(.href(SiteURL.blankQuestions(one.id, one.version, mode).address)) {
            words
            span(.class("unseen")) { ": \(one.title)" }
        }
    }
}

/// The two views side by side.
private struct BarriersSection: Component {
    let page: AssessmentPage

    var body: some HTML {
        Section("What stands in the way", id: "barriers") {
            if page.assessments.barriers.isEmpty {
                EmptyState("Nothing is recorded yet.", comes: "The customer's own view stands beside the adviser's.")
            } else {
                DataTable(
                    "The customer's view and the adviser's", rows: rows, captionIsUnseen: true,
                    columns: BarrierRow.columns)
                ForEach(words) { text in p { "“\(text)”" } }
            }
            OfferedButtons { page.offers.link(.barriers, "Talk it through") }
        }
    }

    private var rows: [BarrierRow] {
        page.assessments.barriers.map { one in
            BarrierRow(
                barrier: page.tools.barriers.barrier(one.barrier)?.title ?? one.barrier, rated: one,
                today: page.opened.today)
        }.sorted { $0.weight > $1.weight }
    }

    private var words: [String] {
        page.assessments.barriers.compactMap(\.words).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

private struct BarrierRow: Sendable {
    let barrier: String
    let rated: RatedBarrier
    let today: CalendarDay

    var weight: BarrierWeight { max(rated.customer?.weight ?? .nothing, rated.adviser?.weight ?? .nothing) }

    var difference: String {
        guard rated.differ else { return "" }
        return "Seen differently" + (rated.revisit.map { "; to be looked at again \($0.written)" } ?? "")
    }

    static let columns: [Column<BarrierRow>] = [
        Column("What", .heading) { $0.barrier },
        Column("Customer's view") { $0.rated.customer?.weight.title ?? "Not said" },
        Column("Adviser's view") { $0.rated.adviser?.weight.title ?? "Not said" },
        Column("Difference") { $0.difference },
    ]
}

/// Where they are between A and D, and every move, back as well as on.
private struct PointsSection: Component {
    let page: AssessmentPage

    var body: some HTML {
        Section("Points A to D", id: "points") {
            if page.assessments.standingPoints.isEmpty {
                EmptyState(
                    "No point is recorded yet.", comes: "Each move is kept with what showed it, back as well as on.")
            } else {
                ul {
                    ForEach(page.assessments.standingPoints.reversed()) { seen in
                        li {
                            strong { "Point \(seen.point.rawValue)" }
                            ", \(seen.event.day.written): \(seen.point.means)."
                            if let words = seen.evidence.value { " “\(words.text)”" }
                            if let code = seen.setback.value?.text {
                                " Why back: \(page.tools.rules.text(ofSetback: code).inSentence)."
                            }
                            " "
                            page.offers.plain(
                                .withdrawPoint, "Withdraw", about: "point \(seen.point.rawValue)",
                                item: seen.event.id.description)
                        }
                    }
                }
            }
            OfferedButtons { page.offers.link(.point, "Record the point they are at") }
        }
    }
}
