import Casework
import Kernel
import Office

/// The customer's plan, with what they can say and do about each step.
struct OwnPlanPage {
    let own: OwnVisit
    let plan: Plan

    static func load(_ own: OwnVisit) throws -> OwnPlanPage {
        guard let plan = own.seen.plan else { throw Refusal("own-plan.not-found", OwnPageWords.notShown()) }
        return OwnPlanPage(own: own, plan: plan)
    }

    var page: Page {
        let open = plan.openActions
        let waiting = open.filter { $0.waitingFor.contains(.customer) }
        let objected = open.filter { action in action.objections.contains { $0.party == .customer } }
        let settled = open.filter { action in
            !action.waitingFor.contains(.customer) && !action.objections.contains { $0.party == .customer }
        }
        let ended = plan.actions.filter { [.done, .missed, .dropped].contains($0.state) }.reversed()
        let clashes = plan.conflicts(with: own.seen.appointments, from: own.today).compactMap {
            OwnPlanWords.said($0, of: own.seen.appointments)
        }
        var page = Page(OwnPlanWords.title(), lead: Fragment { p { OwnPlanWords.lead() } }) {
            if !clashes.isEmpty {
                NoticeBox(.plain, title: OwnPlanWords.clash()) {
                    ul { ForEach(clashes) { one in li { one } } }
                    p { OwnPlanWords.clashTell() }
                }
            }
            Section(OwnPlanWords.want(), id: "want") {
                if plan.openGoals.isEmpty {
                    EmptyState(OwnPlanWords.noGoal(), comes: OwnPlanWords.noGoalComes())
                }
                ForEach(plan.openGoals) { goal in blockquote { goal.words.value?.text ?? OwnPlanWords.erased() } }
                if own.may(.editPlan) {
                    Buttons { LinkButton(OwnPlanWords.addGoal(), to: SiteURL.meForm(.goal).address) }
                }
            }
            OwnPlanBarriers(own: own, plan: plan)
            if !waiting.isEmpty {
                Section(OwnPlanWords.waiting(), id: "waiting") {
                    ForEach(waiting) { OwnStep(own: own, action: $0, offers: .answer) }
                }
            }
            Section(OwnPlanWords.todo(), id: "todo") {
                let mine = settled.filter { $0.terms.owner == .customer }
                if mine.isEmpty { EmptyState(OwnPlanWords.nothingToDo(), comes: OwnPlanWords.nothingToDoComes()) }
                ForEach(mine) { OwnStep(own: own, action: $0, offers: .doing) }
                if own.may(.editPlan) {
                    Buttons { LinkButton(OwnPlanWords.add(), to: SiteURL.meForm(.step).address) }
                }
            }
            let theirs = settled.filter { $0.terms.owner != .customer }
            if !theirs.isEmpty {
                Section(OwnPlanWords.others(), id: "others") {
                    ForEach(theirs) { OwnStep(own: own, action: $0, offers: .objecting) }
                }
            }
            if !objected.isEmpty {
                Section(OwnPlanWords.objected(), id: "objected") {
                    ForEach(objected) { OwnStep(own: own, action: $0, offers: .agreeing) }
                }
            }
            if !ended.isEmpty {
                Section(OwnPlanWords.done(), id: "done") {
                    ul {
                        ForEach(Array(ended)) { action in
                            li {
                                action.text.value?.text ?? OwnPlanWords.erased()
                                ", "
                                switch action.state {
                                case .done: OwnPlanWords.doneOn(action.end?.event.day ?? own.today)
                                case .missed: OwnPlanWords.notDone()
                                default: OwnPlanWords.dropped()
                                }
                                if let digest = action.document { paper(digest, of: action) }
                                ForEach(plan.joined(into: action.id)) { one in
                                    p(.class("hint")) { OwnPlanWords.putTogether(one) }
                                }
                            }
                        }
                    }
                }
            }
            OwnPlanReview(own: own, plan: plan)
            OwnPlanVersions(own: own)
            p { Link(OwnPlanWords.print(), to: SiteURL.mePlanSheet().address) }
        }
        page.section = SiteURL.mePlan.address
        return page
    }

    /// What was kept to show that a step is done.
    private func paper(_ digest: String, of action: PlanAction) -> some HTML {
        p {
            a(.href(SiteURL.document(own.seen.id, digest: digest).address)) {
                OwnPlanWords.openPaper()
                span(.class("unseen")) { ": \(action.text.value?.text ?? OwnPlanWords.erased())" }
            }
        }
    }
}

/// One step of the plan.
private struct OwnStep: Component {
    enum Offers { case answer, doing, objecting, agreeing }

    let own: OwnVisit
    let action: PlanAction
    let offers: Offers

    /// What was put together with it, which stays to be read.
    private var joined: [PlanAction] { own.seen.plan?.joined(into: action.id) ?? [] }

    private var text: String { action.text.value?.text ?? OwnPlanWords.erased() }

    var body: some HTML {
        article(.class("plan-action")) {
            p { strong { text } }
            ForEach(joined) { one in p(.class("hint")) { OwnPlanWords.putTogether(one) } }
            if offers == .answer || action.terms.owner != .customer {
                p { owner.map { OwnPlanWords.whoDoes($0) } ?? OwnPlanWords.youDo() }
            }
            if action.latePromise(on: own.today) != nil {
                OwnLatePromise(own: own, action: action)
            } else if let due = action.terms.due {
                p { OwnPlanWords.by(due.saidInFull, own.today.saidDistance(to: due)) }
            }
            if let proposer = action.proposer.organisation {
                p(.class("hint")) {
                    OwnPlanWords.proposedBy(own.names.organisation(proposer), action.proposed.recorded.day)
                }
            }
            if let reason = action.again.value { p { OwnPlanWords.again(reason.text) } }
            if action.terms.mandatory { required }
            ForEach(action.waitingFor.compactMap(\.organisation)) { one in
                if !own.seen.unseenDoers.contains(one) {
                    p(.class("hint")) { OwnPlanWords.waitingFor(own.names.organisation(one)) }
                }
            }
            if let doer = action.terms.owner.organisation, own.seen.unseenDoers.contains(doer) {
                p { OwnPlanWords.unseenDoer(own.names.organisation(doer)) }
            }
            ForEach(action.objections.filter { $0.party == .customer }) { one in
                p { OwnPlanWords.youSaid(one.words.value?.text ?? "") }
            }
            ForEach(action.standsBecause) { one in
                p {
                    OwnPlanWords.answered(
                        own.names.person(one.event.by.person), one.event.recorded.day, one.words.value?.text ?? "")
                }
            }
            if offers == .agreeing, !action.standsBecause.isEmpty {
                p {
                    OwnPlanWords.stillNot()
                    if own.seen.sight.sees(.voice), own.may(.complain) {
                        " "
                        Link(OwnQuestionsWords.complain(), to: SiteURL.meForm(.complain).address)
                    }
                }
            }
            buttons
        }
    }

    /// What it means that it must be done, once its notice was served and as long as the law still lets it be required.
    @HTMLBuilder private var required: some HTML {
        let duties = own.seen.duties(on: own.today, programmes: own.visit.office.programmes)
        if let duties {
            if action.isRequired(on: own.today) {
                NoticeBox(.plain, title: OwnPlanWords.mustDo()) {
                    p { RequiredWords.meaning(duties, due: action.terms.due) }
                }
            } else {
                p { OwnPlanWords.noLetter() }
            }
            if let why = action.whyRequired.value { p { OwnPlanWords.notChoice(why.text) } }
        }
        if let given = action.standingNotice?.notice {
            p {
                a(.href(SiteURL.document(own.seen.id, digest: given.digest).address)) {
                    OwnPlanWords.readLetter()
                    span(.class("unseen")) { ": \(text)" }
                }
            }
        }
    }

    /// nil for the customer.
    private var owner: String? {
        switch action.terms.owner {
        case .customer: nil
        case .adviser(let person, let place):
            OwnPlanWords.owner(own.names.person(person), own.names.organisation(place))
        case .organisation(let organisation): own.names.organisation(organisation)
        }
    }

    @HTMLBuilder private var buttons: some HTML {
        if own.may(.answerPlan) {
            Buttons {
                switch offers {
                case .answer:
                    button(.agree, OwnPlanWords.agree(), primary: true)
                    button(.object, OwnPlanWords.object())
                case .doing:
                    button(.done, OwnPlanWords.didIt())
                    missed
                    button(.object, OwnPlanWords.wrong())
                case .objecting:
                    missed
                    button(.object, OwnPlanWords.wrong())
                case .agreeing:
                    button(.agree, OwnPlanWords.agree())
                    if !action.standsBecause.isEmpty { button(.object, OwnPlanWords.sayAgain()) }
                }
            }
        }
    }

    @HTMLBuilder private var missed: some HTML {
        if action.canBeMissed(on: own.today, by: .customer) { button(.missed, OwnPlanWords.wasNotDone()) }
    }

    private func button(_ form: OwnFormName, _ words: String, primary: Bool = false) -> LinkButton {
        LinkButton(
            words, to: SiteURL.meItemForm(form, item: action.id.description).address, about: ": \(text)",
            primary: primary)
    }
}

extension OwnPlanWords {
    fileprivate static func putTogether(_ action: PlanAction) -> String {
        joined(action.text.value?.text ?? erased())
    }

    /// What gets in the way of what, in words to the customer; nil for what is for staff to put in order.
    static func said(_ conflict: PlanConflict, of appointments: [Appointment]) -> String? {
        guard let taken = conflict.taken else { return nil }
        let times = PlanSheetWords.said(taken)
        switch conflict.kind {
        case .appointment:
            return appointments.first { $0.id == conflict.appointment }.map { open in
                clashMeeting(open.slot.day.saidInFull, open.slot.starts.saidClock, times)
            }
        case .dueDay: return conflict.day.map { clashDay($0.saidInFull, times) }
        case .times: return conflict.other.map { clashTimes(times, PlanSheetWords.said($0)) }
        case .order, .results: return nil
        }
    }
}

extension OwnVisit {
    /// The times that are kept free for them, in one line; nil when there are none or the plan is not shown.
    var keptFree: String? {
        let held = (seen.plan?.commitments(from: today) ?? []).map { PlanSheetWords.said($0.times) }
        return held.isEmpty ? nil : held.joined(separator: "; ")
    }
}
