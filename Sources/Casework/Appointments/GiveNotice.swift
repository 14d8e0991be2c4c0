public import Kernel

/// Serves the dated written notice of an appointment (C05, D-062, K-027). Its exact text is kept as a document; the record
/// holds the digest, how it went and the day it is served.
///
/// Notice by post is served two working days after it is sent, by hand or e-mail the same day (ours).
/// - Refuses: an appointment that is over, a notice served after it, a mandatory notice to somebody who takes part by choice, or one that would be
///   served with less notice than the programme's limit and says that attending is required.
public struct GiveNotice: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let route: NoticeRoute
    public let mandatory: Bool
    /// SHA-256 of the exact text, in hexadecimal.
    public let digest: String

    public init(appointment: Identifier<Appointment>, route: NoticeRoute, mandatory: Bool, digest: String) {
        self.appointment = appointment
        self.route = route
        self.mandatory = mandatory
        self.digest = digest
    }

    public static let act = Act.giveNotice
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    /// The day a notice sent on a day is served.
    public static func served(_ route: NoticeRoute, sent day: CalendarDay, nation: Nation) -> CalendarDay {
        route == .post ? WorkingDays(nation).adding(2, to: day) : day
    }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        let open = try file.openAppointment(appointment)
        let served = GiveNotice.served(route, sent: context.today, nation: referral.nation)
        guard open.slot.starts > context.now else {
            throw Refusal(
                "notice.late", "The appointment has already started, so a notice of it can no longer be served.")
        }
        guard served <= open.slot.day else {
            throw Refusal(
                "notice.after",
                "\(route.title), this notice would be served on \(served.written), after the appointment on \(open.slot.day.written). Give it another way, or move the appointment.",
                rule: "F-070", field: "route")
        }
        if route == .email, try file.registered().identity.value?.email == nil {
            throw Refusal(
                "notice.no-email",
                "There is no e-mail address for this customer. Send the notice by post, or add an address first.",
                field: "route")
        }
        if route == .email, try file.registered().emailAgreed == nil {
            throw Refusal(
                "notice.email-not-agreed",
                "This customer has not agreed to be written to by e-mail. Ask them and record it, or send the notice by post.",
                rule: "E-017", field: "route")
        }
        if mandatory {
            let programme = try context.programme(referral.programme)
            guard referral.isRequired(on: context.today, by: file.circumstances.knownOff, in: programme) else {
                throw Refusal(
                    "notice.voluntary",
                    "Taking part is a choice for this customer now, so a notice may not say that they must come. Send it as an invitation.",
                    rule: "K-026, M-010", field: "mandatory")
            }
            if let limit = programme.limit(.notice, on: context.today)?.value {
                let days = WorkingDays(referral.nation)
                let earliest = limit.lastDay(after: served) { days.adding($1, to: $0) }
                guard open.slot.day >= earliest else {
                    throw Refusal(
                        "notice.short",
                        "Served on \(served.written), this notice gives less than \(limit.written). Move the appointment to \(earliest.written) or later, or send it as an invitation.",
                        rule: "D-062, F-070", field: "route")
                }
            }
        }
        let notice = NoticeGiven(
            digest: digest, route: route, served: served, mandatory: mandatory, names: open.slot.starts)
        return [.appointment(.noticeGiven(appointment, notice))]
    }
}
