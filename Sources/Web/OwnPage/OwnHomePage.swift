import Casework
import Kernel
import Office
import Records

extension OwnHomeWords {
    static func thisWeek(_ count: Int) -> String {
        switch count {
        case 0: nothingToDo()
        case 1: oneToDo()
        default: manyToDo(count)
        }
    }

    static func due(_ day: CalendarDay, today: CalendarDay) -> String { day < today ? wasFor(day) : by(day.saidInFull) }
}

/// The customer's first page: what is next, what to do this week, and where the rest is.
struct OwnHomePage {
    /// Days ahead that are this week.
    private static let week = 7

    let own: OwnVisit
    /// The office of the next appointment.
    let office: OrganisationRegister.Entry?
    /// Where the talks are that they are invited to.
    let talks: [Identifier<InformationSession>: String]

    static func load(_ own: OwnVisit) async throws -> OwnHomePage {
        let next = own.comingAppointments.first
        let invited = own.seen.joining?.invitations.filter(\.isOpen).map(\.terms.session) ?? []
        let (office, talks) = try await own.visit.office.database.read { connection in
            (
                try next.flatMap { try OrganisationRegister.find($0.office, in: connection) },
                try invited.reduce(into: [:]) { $0[$1] = try InformationSessions.find($1, in: connection)?.place }
            )
        }
        return OwnHomePage(own: own, office: office, talks: talks)
    }

    var page: Page {
        let coming = own.comingAppointments
        let changed = own.changed.count
        var page = Page(OwnHomeWords.hello(own.called)) {
            p { Link(OwnUrgentWords.title(), to: SiteURL.meHelpNow.address) }
            OwnWhere(own: own)
            if let apart = own.takenApart { NoticeBox(.plain, OwnHomeWords.takenApart(apart)) }
            if let consents = own.seen.consents, !consents.waiting.isEmpty, own.may(.recordConsent) {
                NoticeBox(.plain) {
                    p { OwnHomeWords.questionWaits() }
                    p { Link(OwnHomeWords.answerIt(), to: SiteURL.meSharing.address) }
                }
            }
            if changed > 0 {
                NoticeBox(.plain) {
                    p { changed == 1 ? OwnChangedWords.one() : OwnChangedWords.many(changed) }
                    p { Link(OwnChangedWords.see(), to: SiteURL.meChanged.address) }
                }
            }
            if own.seen.sight.sees(.appointments) {
                Section(OwnHomeWords.next(), id: "next") {
                    if let first = coming.first {
                        OwnAppointment(own: own, appointment: first, office: office, isNext: true)
                    } else {
                        EmptyState(OwnHomeWords.nothingBooked(), comes: OwnHomeWords.nothingBookedComes())
                    }
                    if coming.count > 1 {
                        h3 { OwnHomeWords.later() }
                        ForEach(coming.dropFirst()) {
                            OwnAppointment(own: own, appointment: $0, office: nil, isNext: false)
                        }
                    }
                }
            }
            OwnJoiningSection(own: own, talks: talks)
            if let plan = own.seen.plan { OwnWeek(own: own, plan: plan, week: Self.week) }
            Section(OwnHomeWords.more(), id: "more") {
                ul(.class("plain-list")) { ForEach(links) { link in li { link } } }
            }
        }
        page.section = SiteURL.me.address
        return page
    }

    private var links: [Link] {
        var links: [Link] = []
        if own.seen.sight.sees(.referral) { links.append(Link(OwnHomeWords.people(), to: SiteURL.mePeople.address)) }
        if own.seen.sight.sees(.referral) { links.append(Link(OwnDutiesWords.title(), to: SiteURL.meDuties.address)) }
        if own.hasLetters { links.append(Link(OwnLettersWords.title(), to: SiteURL.meLetters.address)) }
        if own.seen.sight.sees(.sharing) { links.append(Link(OwnHomeWords.sharing(), to: SiteURL.meSharing.address)) }
        links.append(Link(OwnHomeWords.journey(), to: SiteURL.meJourney().address))
        if own.seen.assessments != nil {
            links.append(Link(OwnHomeWords.standing(), to: SiteURL.meStanding.address))
        }
        if own.seen.sight.sees(.contact) { links.append(Link(OwnHomeWords.tell(), to: SiteURL.meTell.address)) }
        if own.may(.stateNeeds) { links.append(Link(NeedsWords.title(), to: SiteURL.meForm(.needs).address)) }
        if own.seen.sight.sees(.voice) { links.append(Link(OwnHomeWords.ask(), to: SiteURL.meQuestions.address)) }
        if own.may(.askRight) {
            links.append(Link(OwnHomeWords.rights(), to: SiteURL.rights(own.seen.id).address))
        }
        return links
    }
}

extension OwnVisit {
    /// What they like to be called, where that is said and seen, or else their first name.
    fileprivate var called: String { seen.needs?.needs.value?.called ?? given }

    /// The day on which their record was taken apart from another, for as long as that is said.
    var takenApart: CalendarDay? {
        guard let on = seen.merges?.parted?.recorded.day, on <= today, today <= on.adding(days: Due.daysSaid) else {
            return nil
        }
        return on
    }

    /// What is booked and has not begun, the soonest first.
    var comingAppointments: [Appointment] { seen.comingAppointments(after: now) }
}

/// One appointment to come, with what the customer can say of it.
private struct OwnAppointment: Component {
    let own: OwnVisit
    let appointment: Appointment
    let office: OrganisationRegister.Entry?
    let isNext: Bool

    private var item: String { appointment.id.description }

    var body: some HTML {
        p {
            strong { OwnAppointmentWords.said(appointment, names: own.names) }
            " "
            span(.class("distance")) { "(\(own.today.saidDistance(to: appointment.slot.day)))" }
        }
        if isNext {
            p {
                OwnAppointmentWords.what(appointment)
                if let office, appointment.slot.mode != .phone, appointment.slot.mode != .video {
                    " \(OwnHomeWords.address(office.address))"
                }
            }
        }
        OwnAppointmentLetter(own: own, appointment: appointment)
        if let reason = appointment.despite.value { p { OwnAppointmentWords.despite(reason.text) } }
        if let reason = appointment.againstWish.value { p { OwnAppointmentWords.againstWish(reason.text) } }
        if let interpreter = appointment.interpreter.value { p { NeedsWords.said(interpreter) } }
        if let asked = appointment.waitingMove {
            NoticeBox(.plain) {
                if let taken = asked.taken {
                    "\(OwnAppointmentWords.said(taken)) \(OwnHomeWords.toldAhead())"
                } else {
                    OwnHomeWords.askedToMove(asked.event.recorded.day)
                }
            }
        } else {
            if let last = appointment.moveRequests.last, last.answered != nil, last.starts == appointment.slot.starts {
                NoticeBox(.plain, title: OwnHomeWords.kept()) { "“\(last.answer.value?.text ?? "")”" }
            }
            p {
                OwnAppointmentWords.noMoneyLost()
                if isNext, let office { " \(OwnHomeWords.ring(office.phone))" }
            }
            if own.may(.confirmAppointment) { buttons }
        }
    }

    @HTMLBuilder private var buttons: some HTML {
        if appointment.confirmed != nil {
            p { StatusTag(OwnHomeWords.confirmed(), .done) }
            Buttons { move }
        } else {
            PostForm(
                to: SiteURL.meItemForm(.confirm, item: item).address,
                seal: own.visit.seal(seen: own.seen.sequence)
            ) {
                Buttons {
                    SubmitButton(OwnHomeWords.confirm(), isNext ? .primary : .secondary)
                    move
                }
            }
        }
    }

    private var move: LinkButton {
        LinkButton(
            OwnHomeWords.move(), to: SiteURL.meItemForm(.move, item: item).address,
            about: "(\(appointment.slot.day.said))")
    }
}

/// What the plan asks of the customer this week.
private struct OwnWeek: Component {
    let own: OwnVisit
    let plan: Plan
    let week: Int

    var body: some HTML {
        let due = plan.openActions.filter {
            $0.terms.owner == .customer && $0.state == .agreed
                && ($0.terms.due.map { $0 <= own.today.adding(days: week) } ?? false)
        }.sorted { ($0.terms.due ?? own.today, $0.id) < ($1.terms.due ?? own.today, $1.id) }
        let waiting = plan.openActions.count { $0.waitingFor.contains(.customer) }
        let late = plan.openActions.filter { $0.latePromise(on: own.today) != nil }
        Section(OwnHomeWords.plan(), id: "week") {
            p { OwnHomeWords.thisWeek(due.count) }
            if !due.isEmpty {
                ul {
                    ForEach(due) { action in
                        li {
                            action.text.value?.text ?? ""
                            if let day = action.terms.due { ", \(OwnHomeWords.due(day, today: own.today))" }
                        }
                    }
                }
            }
            if !late.isEmpty {
                p { OwnHomeWords.othersLate() }
                ul {
                    ForEach(late) { action in
                        li {
                            action.text.value?.text ?? OwnPlanWords.erased()
                            OwnLatePromise(own: own, action: action)
                        }
                    }
                }
            }
            if waiting > 0 { p { waiting == 1 ? OwnHomeWords.oneWaits() : OwnHomeWords.manyWait(waiting) } }
            Buttons { LinkButton(OwnHomeWords.seePlan(), to: SiteURL.mePlan.address) }
        }
    }
}
