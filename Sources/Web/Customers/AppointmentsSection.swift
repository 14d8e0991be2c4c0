import Casework
import Kernel

/// The meetings of one customer: those to come with what can be done about each, then those that are over.
struct AppointmentsSection: Component {
    let page: CustomerPage

    var body: some HTML {
        Section("Appointments", id: "appointments") {
            if open.isEmpty {
                EmptyState(
                    page.sight.isForItsOwn(.appointments) ? "Nothing is booked with you." : "Nothing is booked.",
                    comes: "The next appointment stands here.")
            } else {
                ForEach(open) { OpenAppointment(page: page, appointment: $0) }
            }
            // A provider books once it has acknowledged (C05); the jobcentre books its own.
            if page.relation == .jobcentre || page.seen.referral?.acknowledged != nil {
                OfferedButtons { page.offers.link(.book, "Book an appointment") }
            }
            firstMeeting
            if !over.isEmpty {
                Disclosure("\(over.count) over, last \(WrittenDay.short(over[0].slot.day)): \(over[0].state.word)") {
                    DataTable("Appointments that are over", rows: over, captionIsUnseen: true, columns: columns)
                }
            }
        }
    }

    /// What the last first meeting told, and the list to print (C05).
    @HTMLBuilder private var firstMeeting: some HTML {
        let topics = page.tools.rules.firstMeeting
        if !topics.isEmpty, let held = over.first(where: \.isHeldFirst) {
            if let list = held.firstTold?.list {
                p {
                    "At the first appointment they were told \(list.told.count) of \(list.told.count + list.left.count) things on the list. "
                    list.signed ? "They signed it." : "They have not signed it."
                }
            } else {
                p { "Nothing says yet what they were told at the first appointment." }
            }
            OfferedButtons {
                page.offers.link(
                    .firstMeeting, "Record what they were told", about: held.title, item: held.id.description)
                LinkButton("List to tick and sign", to: SiteURL.firstMeetingText(page.seen.id).address)
            }
        }
    }

    private var open: [Appointment] {
        page.seen.appointments.filter { $0.outcome == nil }.sorted { $0.slot.starts < $1.slot.starts }
    }
    private var over: [Appointment] {
        page.seen.appointments.filter { $0.outcome != nil }.sorted { $0.slot.starts > $1.slot.starts }
    }

    private var columns: [Column<Appointment>] {
        [
            Column("When", .heading) { WrittenMoment($0.slot.starts) },
            Column("What") { appointment in
                [appointment.purpose.title, appointment.attendance?.company.value?.written]
                    .compactMap { $0 }.joined(separator: ". ")
            },
            Column("Outcome") { $0.state.tag },
            Column("", .action) { [page] appointment in
                page.offers.plain(
                    .withdrawOutcome, "Withdraw", about: "the outcome of \(appointment.title)",
                    item: appointment.id.description)
            },
        ]
    }
}

/// One meeting to come, or whose outcome nobody has recorded.
private struct OpenAppointment: Component {
    let page: CustomerPage
    let appointment: Appointment

    var body: some HTML {
        p {
            strong { appointment.purpose.title }
            ", "
            WrittenMoment(appointment.slot.starts)
            " "
            span(.class("distance")) { "(\(WrittenDay.distance(from: page.day, to: appointment.slot.day)))" }
            br()
            "\(appointment.slot.minutes) minutes, \(appointment.slot.mode.title.lowercased()), with "
            "\(page.names.person(appointment.adviser)) at \(page.names.organisation(appointment.office)). "
            notices
        }
        if let reason = appointment.despite.value { p { "It is in a time that is taken, because: “\(reason.text)”" } }
        if let reason = appointment.againstWish.value {
            p { "They would rather be seen one to one. It is in a group, because: “\(reason.text)”" }
        }
        if let interpreter = appointment.interpreter.value { p { "\(interpreter.written)." } }
        if let last = appointment.notices.last, page.sight.opensSealed {
            PlainTextToMake(
                wish: PrintWish(page.seen, tools: page.tools),
                plain: .document(page.seen.id, digest: last.notice.digest))
        }
        astray
        said
        OfferedButtons {
            if appointment.slot.starts <= page.now {
                link(.attend, "Record attendance", primary: true)
                link(.miss, "Record as missed")
            } else {
                link(.notice, "Send a notice")
                link(.remind, "Record a reminder")
                link(.move, "Move", primary: appointment.waitingMove != nil)
                if appointment.waitingMove != nil { link(.keepTime, "Keep the time") }
            }
            if appointment.waitingMove == nil { link(.saidAhead, "They rang") }
            link(.cancel, "Cancel it")
        }
    }

    /// What the customer said of it, on their own page or to somebody.
    @HTMLBuilder private var said: some HTML {
        if let asked = appointment.waitingMove {
            NoticeBox(.attention, title: "They asked to move it") {
                asked.words.value.map { "“\($0.text)” " } ?? ""
                asked.taken == nil
                    ? "Asked on \(asked.event.recorded.day.written) by \(page.names.person(asked.event.by.person)). "
                    : "\(asked.written). Written down by \(page.names.person(asked.event.by.person)). "
                "Until somebody answers, not coming is not a miss."
            }
        } else if let confirmed = appointment.confirmed {
            p { StatusTag("Confirmed by \(page.names.person(confirmed.by.person))", .done) }
        }
    }

    @HTMLBuilder private var notices: some HTML {
        if appointment.notices.isEmpty {
            "No notice has been sent."
        } else {
            for given in appointment.notices {
                let letter = LetterState(given, of: appointment, among: page.letters)
                "\(given.notice.mandatory ? "Notice" : "Invitation") \(letter.words(given))"
                if given.notice.names != appointment.slot.starts { ", of an earlier time" }
                if page.sight.opensSealed {
                    " ("
                    Link("read it", to: SiteURL.document(page.seen.id, digest: given.notice.digest).address)
                    ", or "
                    Link(
                        "in large print",
                        to: SiteURL.document(page.seen.id, digest: given.notice.digest, large: true).address)
                    ")"
                }
                ". "
            }
        }
    }

    /// The last letter about the appointment, when it went astray and nothing has been sent since.
    @HTMLBuilder private var astray: some HTML {
        if let last = appointment.lastTold, let reason = appointment.undelivered[last.event.id] {
            NoticeBox(
                .attention,
                title:
                    "The \(last.isNotice ? "e-mail" : "reminder")\(address(since: last.event)) could not be delivered"
            ) {
                reason.words.capitalisedFirst + ". "
                last.isNotice
                    ? (appointment.slot.starts > page.now
                        ? "It does not count as a notice. Post it instead, or hand it over."
                        : "It does not count as a notice.")
                    : "Ring the customer instead."
            }
        }
    }

    /// ` to rosa@example.org`, when that is the address it went to.
    private func address(since event: EventStamp) -> String {
        guard let agreed = page.seen.emailAgreed, agreed.sequence < event.sequence,
            let email = page.seen.identity?.email
        else { return "" }
        return " to \(email)"
    }

    private func link(_ form: CaseFormName, _ text: String, primary: Bool = false) -> LinkButton? {
        page.offers.link(
            form, text, about: appointment.title, item: appointment.id.description, primary: primary)
    }
}

extension Appointment {
    /// `the first appointment on 14 August 2012`, for a sentence.
    fileprivate var title: String { "the \(purpose.title.lowercased()) on \(slot.day.written)" }
}

extension AppointmentState {
    fileprivate var word: String {
        switch self {
        case .booked: "booked"
        case .attended: "held"
        case .missed: "missed"
        case .cancelled: "cancelled"
        }
    }

    fileprivate var tag: StatusTag {
        switch self {
        case .booked: StatusTag("Booked", .waiting)
        case .attended: StatusTag("Held", .done)
        case .missed: StatusTag("Missed", .attention)
        case .cancelled: StatusTag("Cancelled", .closed)
        }
    }
}
