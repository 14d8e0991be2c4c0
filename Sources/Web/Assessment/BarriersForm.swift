import Casework
import Kernel
import Office

/// What stands in the way, as the customer sees it and as the adviser does.
struct BarriersForm: CaseForm {
    static let name = CaseFormName.barriers
    static let title = "What stands in the way"
    static let button = "Record these views"
    static let said = Said.barriers

    let barriers: [Barrier]
    let held: [RatedBarrier]
    /// A customer gives their own view alone.
    let isOwn: Bool
    let unseen: [String]
    /// The day to come back to what is seen differently: the one that was set, or once it has passed the day by which the
    /// plan would be gone through next.
    let revisit: CalendarDay?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let sight = form.opened.seen.sight
        let list = form.visit.office.tools.barriers.barriers
        let hidden = Set(list.map(\.category).filter { !sight.sees($0) })
        let held = form.opened.seen.assessments?.barriers ?? []
        let (today, reviews) = (form.opened.today, form.opened.rules.planReviews)
        return BarriersForm(
            barriers: list.filter { sight.sees($0.category) }, held: held,
            isOwn: form.visit.actor.role == .customer,
            unseen: Casework.Category.allCases.filter(hidden.contains).map(\.title),
            revisit: held.compactMap(\.revisit).max().map { set in
                set >= today ? set : reviews.due(after: today, stream: form.opened.seen.planStream)
            })
    }

    var initial: FormFields {
        var pairs: [(String, String)] = []
        for one in held {
            if let weight = one.customer?.weight { pairs.append(("c-\(one.barrier)", weight.rawValue)) }
            if let weight = one.adviser?.weight { pairs.append(("a-\(one.barrier)", weight.rawValue)) }
        }
        if let revisit { pairs.append(("revisit", revisit.written)) }
        return FormFields(pairs)
    }

    /// What a customer says themselves, they say where they like.
    private var asksPrivacy: Bool { !isOwn && barriers.contains(where: \.needsPrivacy) }

    private static let weights = BarrierWeight.allCases.map { Choice($0.rawValue, $0.title) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Leave out what was not spoken of. Where the two of you differ, both views stay." }
            if !unseen.isEmpty {
                NoticeBox(
                    .plain,
                    "Not shown: \(unseen.joined(separator: ", ")). The customer has not agreed that you see this.")
            }
            ForEach(barriers) { barrier in
                FieldGroup(barrier.title) {
                    Columns {
                        Select(
                            "c-\(barrier.code)", label: isOwn ? "Your view" : "Customer's view", optional: true,
                            Self.weights, in: state)
                        if !isOwn {
                            Select(
                                "a-\(barrier.code)", label: "Adviser's view", optional: true, Self.weights, in: state)
                        }
                    }
                }
            }
            TextArea("words", label: "In the customer's words", rows: 4, optional: true, in: state)
            if asksPrivacy {
                Checkbox(
                    "private", label: "It was talked of one to one, where nobody else could hear",
                    hint: "Health and convictions: only in private, and their own view first. If not, leave them out.",
                    in: state)
            }
            if !isOwn {
                DayField(
                    "day", label: "On which day was it talked of, if not today?", .typed, optional: true, in: state)
                DayField(
                    "revisit", label: "When will you come back to what you see differently?", .typed, optional: true,
                    in: state)
            }
        }
    }

    func read(_ form: FormReader) throws -> RateBarriers {
        var views: [BarrierViews] = []
        for barrier in barriers {
            let one = BarrierViews(
                barrier.code,
                customer: form.optionalChoice("c-\(barrier.code)", label: barrier.title),
                adviser: isOwn ? nil : form.optionalChoice("a-\(barrier.code)", label: barrier.title))
            if one.customer != nil || one.adviser != nil { views.append(one) }
        }
        return RateBarriers(
            views, words: try form.words(label: "Words"),
            revisit: form.parsed("revisit", label: "When will you come back to it?", required: false) {
                text throws(Refusal) in try TypedDay.read(text)
            }, heardInPrivate: asksPrivacy && form.ticked("private"),
            on: isOwn ? nil : form.optionalDay("day", label: "On which day was it talked of, if not today?"))
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}

/// The point the customer was seen at.
struct PointForm: CaseForm {
    static let name = CaseFormName.point
    static let title = "Record the point they are at"
    static let button = "Record this point"
    static let said = Said.point

    let now: ProgressPoint?
    /// Why people move back.
    let setbacks: [ChangeReason]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        PointForm(
            now: form.opened.seen.assessments?.point?.point, setbacks: form.visit.office.tools.rules.setbacks)
    }

    /// From A nobody moves back.
    private var canGoBack: Bool { (now.map { $0 > .a } ?? false) && !setbacks.isEmpty }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            if let now {
                p { "Now at point \(now.rawValue): \(now.means.lowercased()). People move back as well as on." }
            }
            Radios(
                "point", label: "Where are they now?",
                ProgressPoint.allCases.map { Choice($0.rawValue, "Point \($0.rawValue)", hint: $0.means) }, in: state)
            TextArea("words", label: "What showed it?", hint: "What the customer did or said.", rows: 4, in: state)
            if canGoBack {
                Select(
                    "setback", label: "If they moved back, why?", optional: true,
                    setbacks.map { Choice($0.code, $0.text) }, in: state)
            }
            DayField("day", label: "On which day was it seen, if not today?", .typed, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> SeeProgressPoint {
        SeeProgressPoint(
            form.choice("point", label: "Where are they now?"),
            evidence: try form.neededWords(label: "What showed it?"),
            on: form.optionalDay("day", label: "On which day was it seen, if not today?"),
            setback: canGoBack
                ? form.optionalChoice("setback", label: "If they moved back, why?", of: setbacks.map(\.code)) : nil)
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}

/// Takes back a point recorded in error.
struct WithdrawPointForm: CaseForm {
    static let name = CaseFormName.withdrawPoint
    static let title = "Withdraw a point recorded in error"
    static let button = "Withdraw this point"
    static let said = Said.withdrawn
    static let hasItem = true

    let seen: PointSeen

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Event<CaseFile>> = try form.item()
        guard let found = form.opened.seen.assessments?.points.last(where: { $0.event.id == id }),
            found.withdrawn == nil || form.isSent
        else { throw Refusal("point.none", "There is no such point to withdraw. Choose one from the assessment page.") }
        return WithdrawPointForm(seen: found)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Point \(seen.point.rawValue), recorded on \(seen.event.recorded.day.written)." }
            TextArea("words", label: "What was wrong?", in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawPoint {
        WithdrawPoint(event: seen.event.id, why: try form.neededWords(label: "What was wrong?"))
    }

    func then(_ performed: Performed) -> SiteURL { .assessment(performed.file.id) }
}
