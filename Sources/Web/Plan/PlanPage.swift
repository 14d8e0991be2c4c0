import Casework
import Kernel
import Office
import Records

/// The one plan of a customer: the same page for everybody who helps, and for the customer.
struct PlanPage {
    let visit: Visit
    let opened: OpenedCase
    let plan: Plan
    /// The version that is shown as it stood when it was agreed; nil for the plan as it is.
    var version: PlanVersion?

    static func load(_ visit: Visit) async throws -> PlanPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        guard let plan = opened.seen.plan else { throw unseen }
        return PlanPage(visit: visit, opened: opened, plan: plan)
    }

    /// The page for its sheet, by the version that the address asks for; nil where there is none such.
    var asAsked: PlanPage? {
        guard let asked = visit.query(AgreedVersion.asked) else { return self }
        return opened.agreed(asked).map { version, plan in
            PlanPage(visit: visit, opened: opened, plan: plan, version: version)
        }
    }

    static let unseen = Refusal(
        "case.none",
        "You do not see this customer’s plan. The page of the customer says what you see, and why; they can agree to show you more.",
        rule: "A-144")

    var subject: Identifier<CaseFile> { opened.seen.id }
    /// The day it is shown for.
    var today: CalendarDay { version?.event.recorded.day ?? opened.today }
    var isCustomer: Bool { visit.actor.planParty == .customer }
    var list: BarrierList { visit.office.tools.barriers }
    var offers: OfferedForms {
        OfferedForms(actor: visit.actor, relation: opened.relation, subject: subject, isPast: false)
    }
    /// The duties under which the law still lets an action be required; nil when it does not.
    var duties: Duties? { opened.seen.duties(on: today, programmes: visit.office.programmes) }
    var mayRequire: Bool { duties != nil }
    /// Whether the reader may change, drop or join an action: what is required is changed by whoever may require it. To
    /// whoever does not see the referral, what was set as required counts as required.
    func mayChange(_ action: PlanAction) -> Bool {
        let mayRequireIt = Powers.grant(.mandateAction, to: visit.actor.role, as: opened.relation) != nil
        let isChoice = duties == nil && opened.seen.sight.sees(.referral)
        return !action.terms.mandatory || mayRequireIt || isChoice
    }

    func name(of owner: PlanOwner) -> String {
        switch owner {
        case .customer: isCustomer ? "You" : "The customer"
        case .adviser(let person, let place): "\(opened.names.person(person)), \(opened.names.organisation(place))"
        case .organisation(let organisation): opened.names.organisation(organisation)
        }
    }

    func name(of party: PlanParty) -> String {
        switch party {
        case .customer: isCustomer ? "you" : "the customer"
        case .organisation(let organisation): opened.names.organisation(organisation)
        }
    }

    /// The courses that begin before their trainer could know what somebody reads, writes and counts (G-103): for staff
    /// who see what was found out.
    private var coursesWithoutResults: [PlanConflict] {
        guard !isCustomer, let known = opened.seen.assessments else { return [] }
        return plan.coursesWithoutResults(
            known.standingSpecialists, visit.office.tools.rules.assessing.specialists, from: today)
    }

    /// Courses with who put them on the plan and when.
    func inSentences(_ courses: [PlanAction]) -> [String] {
        courses.map { one in one.courseInSentence { opened.names.organisation($0) } }
    }

    var page: Page {
        Page(
            isCustomer ? "Your plan" : "Action plan",
            trail: [Link(opened.seen.title, to: SiteURL.customer(subject).address)], width: .wide
        ) {
            ConflictNotice(
                conflicts: plan.conflicts(with: opened.seen.appointments, from: today) + coursesWithoutResults)
            if !isCustomer, let referral = opened.seen.referral, !referral.isOver(on: today) {
                let isRequired = opened.seen.isRequiredNow(
                    on: today, in: visit.office.programmes[referral.programme])
                p { "\((isRequired ? Basis.mandatory : .voluntary).plain.capitalisedFirst)." }
            }
            WaitingNotice(page: self)
            PlanGoals(page: self)
            PlanBarriers(page: self)
            PlanActions(page: self)
            PlanLikenesses(page: self)
            PlanSuggestionList(page: self)
            PlanVolunteering(page: self)
            PlanTimes(page: self)
            PlanReviews(page: self)
            PlanVersions(page: self)
            PlanPast(page: self)
        }.about(opened.seen)
    }
}

private struct ConflictNotice: Component {
    let conflicts: [PlanConflict]

    var body: some HTML {
        if !conflicts.isEmpty {
            NoticeBox(.attention, title: "Look at this first") {
                ul { ForEach(conflicts) { one in li { one.sentence } } }
            }
        }
    }
}

/// Whose answer is waited for.
private struct WaitingNotice: Component {
    let page: PlanPage

    var body: some HTML {
        let waiting = page.plan.openActions.filter { $0.state == .proposed }
        if !waiting.isEmpty {
            NoticeBox(
                .plain,
                title: waiting.count == 1
                    ? "1 action waits for an answer" : "\(waiting.count) actions wait for an answer"
            ) {
                ul {
                    ForEach(waiting) { one in
                        li {
                            "\(one.text.value?.text ?? "An action"): waiting for "
                            one.waitingFor.map(page.name(of:)).joined(separator: " and ")
                        }
                    }
                }
            }
        }
    }
}

private struct PlanGoals: Component {
    let page: PlanPage

    var body: some HTML {
        Section(page.isCustomer ? "What you want" : "What the customer wants", id: "goals") {
            if page.plan.openGoals.isEmpty {
                EmptyState("No goal is set yet.", comes: "Goals stand here in the customer’s own words.")
            }
            ForEach(page.plan.openGoals) { goal in
                blockquote { goal.words.value?.text ?? "Erased" }
                if let source = goal.source {
                    p(.class("hint")) { "From the plan of \(page.opened.names.organisation(source))" }
                }
                OfferedButtons {
                    page.offers.link(.planChangeGoal, "Change", about: "this goal", item: goal.id.description)
                    page.offers.link(.planCloseGoal, "Close", about: "this goal", item: goal.id.description)
                }
            }
            OfferedButtons { page.offers.link(.planGoal, "Add a goal", primary: page.plan.isEmpty) }
        }
    }
}

private struct PlanBarriers: Component {
    let page: PlanPage

    var body: some HTML {
        Section("What is in the way", id: "barriers") {
            if page.plan.openBarriers.isEmpty {
                EmptyState(
                    "Nothing is put down as in the way.", comes: "What matters most to the customer stands first.")
            } else {
                ol {
                    ForEach(page.plan.openBarriers) { one in
                        li {
                            one.title(in: page.list)
                            if one.named.first { " (other things wait for this)" }
                            if let words = one.words.value { ": “\(words.text)”" }
                            ForEach(said(of: one)) { line in span(.class("hint")) { " \(line)" } }
                            " "
                            page.offers.plain(
                                .planCloseBarrier, "No longer in the way", about: one.title(in: page.list),
                                item: one.id.description)
                        }
                    }
                }
            }
            OfferedButtons {
                page.offers.link(.planBarrier, "Add something in the way")
                if page.plan.openBarriers.count > 1 { page.offers.link(.planOrder, "Change the order") }
            }
        }
    }

    /// Whose own plans name it, and in what words.
    private func said(of one: PlanBarrier) -> [String] {
        guard !one.isPrivate else { return [] }
        let first = one.named.source.map { ["From the plan of \(page.opened.names.organisation($0))."] } ?? []
        return first
            + one.shared.map { also -> String in
                let words = also.words.value.map { ": “\($0.text)”" } ?? "."
                return "Also in the plan of \(page.opened.names.organisation(also.source))\(words)"
            }
    }
}

/// Two lines that may say the same, side by side; a person decides.
private struct PlanLikenesses: Component {
    let page: PlanPage

    var body: some HTML {
        let pairs = page.plan.likenesses
        if !pairs.isEmpty {
            Section("These may say the same", id: "alike") {
                ForEach(pairs) { pair in
                    Columns {
                        p { "“\(pair.kept.text.value?.text ?? "")”" }
                        p { "“\(pair.other.text.value?.text ?? "")”" }
                    }
                    OfferedButtons {
                        if page.mayChange(pair.other) {
                            page.offers.link(
                                .planJoin, "Join these two", about: pair.other.text.value?.text,
                                item: pair.other.id.description)
                        }
                    }
                }
            }
        }
    }
}

private struct PlanSuggestionList: Component {
    let page: PlanPage

    var body: some HTML {
        let offered = suggestions
        if !offered.isEmpty, page.offers.may(.planSuggested) {
            Section("What has helped others", id: "suggestions") {
                p { "Make one your own words and plans, or say why not. None is taken as it stands." }
                ul {
                    ForEach(offered) { one in
                        li {
                            "\(one.text). "
                            ForEach(page.inSentences(page.plan.courses(like: Words(one.text)))) { course in
                                span(.class("hint")) { "The plan has had a course like this: \(course). " }
                            }
                            page.offers.plain(.planSuggested, "Make it their own", about: one.text, item: one.code)
                            " "
                            page.offers.plain(.planRefuse, "Refuse", about: one.text, item: one.code)
                        }
                    }
                }
            }
        }
    }

    private var suggestions: [PlanSuggestion] {
        let gone = Set(page.plan.refusedSuggestions.map(\.code) + page.plan.actions.compactMap(\.suggestion))
        return page.plan.openBarriers.flatMap { page.list.suggestions(for: $0.named.code) }
            .filter { !gone.contains($0.code) }
    }
}

private struct PlanTimes: Component {
    let page: PlanPage

    var body: some HTML {
        Section("Times that are taken", id: "times") {
            let held = page.plan.commitments(from: page.today)
            if held.isEmpty {
                EmptyState(
                    "No weekly time is kept free.",
                    comes: "Caring, courses and signing days, so that nothing is booked in them.")
            } else {
                ul {
                    ForEach(held) { one in
                        li {
                            "\(one.times.kind.title): \(one.times.written). "
                            page.offers.plain(
                                .planEndTime, "Free again", about: one.times.written, item: one.id.description)
                        }
                    }
                }
            }
            OfferedButtons { page.offers.link(.planTime, "Keep a weekly time free") }
        }
    }
}

private struct PlanReviews: Component {
    let page: PlanPage

    var body: some HTML {
        Section("Going through it together", id: "reviews") {
            if let next = page.plan.nextReview(stream: page.opened.seen.planStream, page.opened.rules.planReviews) {
                p {
                    "Next by \(WrittenDay.full(next)). "
                    if let last = page.plan.reviews.last {
                        "Last on \(last.terms.on.written)."
                    } else {
                        "Not gone through yet."
                    }
                }
            }
            p {
                if let copy = page.plan.copies.last {
                    "The customer was given a copy on \(copy.event.recorded.day.written): \(copy.route.title.lowercased())."
                    if let touched = page.plan.touched, touched.sequence > copy.event.sequence {
                        " It has changed since."
                    }
                    became(of: copy)
                } else {
                    "The customer has not been given a copy yet."
                }
            }
            OfferedButtons {
                page.offers.link(.planReview, "Record a review")
                page.offers.link(.planBringIn, "Bring another agency’s plan in")
                page.offers.link(.planCopy, "Give a copy")
                LinkButton("Print or read in large print", to: SiteURL.planSheet(page.subject).address)
                LinkButton("Plain text", to: SiteURL.planText(page.subject).address)
            }
        }
    }

    /// What has become of one that goes by e-mail; nothing of any other.
    private func became(of copy: PlanCopy) -> String {
        guard let letter = page.opened.letters[copy.event.id] else { return "" }
        return switch letter.stage {
        case .sent: ""
        case .waiting: " It is on its way."
        case .failed, .withheld: " It did not arrive. \(letter.reason ?? "") Give them a copy another way."
        }
    }
}
