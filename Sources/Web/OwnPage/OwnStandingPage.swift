import Casework
import Kernel
import Office

/// What stands in the customer's way, as they and their adviser see it, and what was written when things were talked
/// through, with what they can say of both (G-019, G-053).
struct OwnStandingPage {
    let own: OwnVisit
    let assessments: Assessments

    static func load(_ own: OwnVisit) throws -> OwnStandingPage {
        guard let assessments = own.seen.assessments else {
            throw Refusal("own-standing.not-found", OwnPageWords.notShown())
        }
        return OwnStandingPage(own: own, assessments: assessments)
    }

    var page: Page {
        Page(
            OwnStandingWords.title(), lead: Fragment { p { OwnStandingWords.lead() } },
            trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]
        ) {
            Section(OwnStandingWords.inTheWay(), id: "in-the-way") {
                if assessments.barriers.isEmpty {
                    EmptyState(OwnStandingWords.nothing(), comes: OwnStandingWords.nothingComes())
                }
                ForEach(assessments.barriers, content: barrier)
                if own.may(.rateBarriers) {
                    Buttons { LinkButton(OwnStandingWords.rate(), to: SiteURL.meForm(.inTheWay).address) }
                }
            }
            if !assessments.finished.isEmpty {
                Section(OwnStandingWords.written(), id: "written") {
                    ForEach(Array(assessments.finished.reversed()), content: assessment)
                }
            }
        }
    }

    private func barrier(_ one: RatedBarrier) -> Fragment {
        let known = own.visit.office.tools.barriers.barrier(one.barrier)
        return Fragment {
            h3 { known.map { told($0.title) } ?? one.barrier }
            p {
                one.customer.map { OwnStandingWords.youSay(OwnStandingWords.weight($0.weight)) }
                    ?? OwnStandingWords.youHaveNot()
                " "
                one.adviser.map { OwnStandingWords.theySay(OwnStandingWords.weight($0.weight)) }
                    ?? OwnStandingWords.theyHaveNot()
            }
            if one.differ {
                p {
                    OwnStandingWords.differ()
                    if let day = one.revisit { " \(OwnStandingWords.revisit(day))" }
                }
            }
            if let words = one.words { blockquote { words } }
        }
    }

    private func assessment(_ one: Assessment) -> Fragment {
        let instrument = own.visit.office.tools.instrument(one.start.instrument, version: one.start.version)
        let rating = one.rating.flatMap { instrument?.rating($0) }
        let stream = one.stream.flatMap { instrument?.stream($0) }
        let counted = instrument.map { self.counted(one, $0) } ?? []
        return Fragment {
            h3 { OwnStandingWords.talked(one.begun.recorded.day) }
            if let rating { p { OwnStandingWords.cameTo(OwnStandingWords.of(rating.means)) } }
            if let stream { p { OwnStandingWords.help(OwnStandingWords.of(stream.title)) } }
            if let decided = one.streamings.last {
                if decided.streaming.overrules {
                    p { OwnStandingWords.chosen(own.names.person(decided.event.by.person)) }
                }
                if let why = decided.why.value { blockquote { why.text } }
            }
            if !counted.isEmpty {
                p { OwnStandingWords.counted() }
                ul { ForEach(counted) { title in li { OwnStandingWords.of(title) } } }
            }
            if let view = one.customerView {
                p { view.agrees ? OwnStandingWords.saidRight() : OwnStandingWords.saidNotRight() }
                if let words = view.words.value { blockquote { words.text } }
            }
            if own.may(.sayOfAssessment) {
                Buttons {
                    LinkButton(
                        OwnStandingWords.sayIfRight(),
                        to: SiteURL.meItemForm(.isItRight, item: one.id.description).address,
                        about: "(\(one.begun.recorded.day.said))")
                }
            }
        }
    }

    /// What the answers that count are about, the heaviest first. The answers stand as they were given, whatever mode a
    /// later part was in.
    private func counted(_ one: Assessment, _ instrument: Instrument) -> [String] {
        let reading = AssessmentReading(instrument, one.answers) { question in
            !question.isPrivate || one.held[question.id] != nil
        }
        return reading.factors.filter { $0.points > 0 }.sorted { $0.points > $1.points }.map(\.title)
    }
}

/// Says what stands in their way: their own view alone.
struct OwnInTheWayForm: OwnForm {
    static let name = OwnFormName.inTheWay
    static var title: String { OwnStandingWords.inTheWay() }
    static var button: String { OwnStandingWords.rateButton() }
    static let said = Said.meSaidSo
    static let back = SiteURL.meStanding

    let barriers: [Barrier]
    let held: [RatedBarrier]

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnInTheWayForm(
            barriers: own.visit.office.tools.barriers.barriers.filter { own.seen.sight.sees($0.category) },
            held: own.seen.assessments?.barriers ?? [])
    }

    var initial: FormFields {
        FormFields(
            held.compactMap { one in
                one.customer.map { ("c-\(one.barrier)", $0.weight.rawValue) }
            })
    }

    func fields(in state: FormState) -> Fragment {
        let weights = BarrierWeight.allCases.map {
            Choice($0.rawValue, OwnStandingWords.weight($0).capitalisedFirst)
        }
        return Fragment {
            p { OwnStandingWords.rateLead() }
            p { OwnStandingWords.rateReads() }
            ForEach(barriers) { barrier in
                Select("c-\(barrier.code)", label: told(barrier.title), optional: true, weights, in: state)
            }
            TextArea("words", label: OwnStandingWords.inWords(), rows: 4, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RateBarriers {
        var views: [BarrierViews] = []
        for barrier in barriers {
            let weight: BarrierWeight? = form.optionalChoice("c-\(barrier.code)", label: told(barrier.title))
            if let weight { views.append(BarrierViews(barrier.code, customer: weight)) }
        }
        return RateBarriers(views, words: try form.words(label: OwnStandingWords.inWords()))
    }
}

/// Says whether what was written of how things are is right.
struct OwnIsItRightForm: OwnForm {
    static let name = OwnFormName.isItRight
    static var title: String { OwnStandingWords.isItRight() }
    static var button: String { OwnStandingWords.sayButton() }
    static let said = Said.meSaidSo
    static let back = SiteURL.meStanding
    static let hasItem = true

    let assessment: Assessment

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<Assessment>(item ?? "")
        guard let found = own.seen.assessments?.finished.last(where: { $0.id == id }) else {
            throw Refusal("assessment.none", RuleWords.talkGone())
        }
        return OwnIsItRightForm(assessment: found)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnStandingWords.talked(assessment.begun.recorded.day) }
            Radios(
                "agrees", label: OwnStandingWords.isItRight(),
                [Choice("yes", OwnStandingWords.itIs()), Choice("no", OwnStandingWords.itIsNot())], in: state)
            TextArea(
                "words", label: OwnStandingWords.whatIsNot(), hint: OwnStandingWords.whatIsNotHint(), rows: 4,
                optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> SayOfAssessment {
        SayOfAssessment(
            assessment: assessment.id,
            agrees: form.choice("agrees", label: OwnStandingWords.isItRight(), of: ["yes", "no"]) == "yes",
            words: try form.words(label: OwnStandingWords.whatIsNot()))
    }
}
