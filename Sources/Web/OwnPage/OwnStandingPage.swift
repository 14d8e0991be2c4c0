import Casework
import Kernel
import Office

/// What stands in the customer's way, as they and their adviser see it, how near work they are, and what was written when
/// things were talked through, with what they can say of it (G-019, G-053).
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
            if let now = assessments.point {
                Section(OwnTalkWords.near(), id: "near") {
                    p { OwnTalkWords.nearLead() }
                    point(now)
                    let earlier = Array(assessments.standingPoints.dropLast().reversed())
                    if !earlier.isEmpty {
                        Disclosure(OwnTalkWords.earlier()) { ForEach(earlier, content: point) }
                    }
                }
            }
            OwnSpecialists(own: own, results: assessments.standingSpecialists)
            if !assessments.finished.isEmpty {
                Section(OwnStandingWords.written(), id: "written") {
                    ForEach(Array(assessments.finished.reversed())) { one in
                        OwnTalk(own: own, assessments: assessments, shown: one)
                    }
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

    /// A point they were seen at, in plain words, with what showed it (E-026 to E-029).
    private func point(_ one: PointSeen) -> Fragment {
        Fragment {
            p { strong { OwnTalkWords.point(one.point) } }
            if let evidence = one.evidence.value {
                p { OwnTalkWords.seenBy(own.names.person(one.event.by.person), one.event.day) }
                blockquote { evidence.text }
            }
        }
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
            p { OwnStandingWords.talked(assessment.begun.day) }
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
