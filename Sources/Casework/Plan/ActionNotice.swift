public import Kernel

/// The dated written notice of a required action as it was served: the text is kept as a document and named here by its
/// digest (C07, D-062).
public struct ActionNotice: Sendable, Equatable {
    /// SHA-256 of the exact text, in hexadecimal.
    public let digest: String
    public let route: NoticeRoute
    /// The day it reached the person, or should have: as for the notice of an appointment.
    public let served: CalendarDay
    /// The day by which it says the action is to be done, so that another day makes it out of date.
    public let due: CalendarDay

    public init(digest: String, route: NoticeRoute, served: CalendarDay, due: CalendarDay) {
        self.digest = digest
        self.route = route
        self.served = served
        self.due = due
    }
}

extension PlanAction {
    public struct Notice: Sendable, Equatable {
        public let event: EventStamp
        public let notice: ActionNotice
    }

    /// The notice of the action as it stands now, by the day it has now; nil while there is none.
    public var standingNotice: Notice? {
        notices.last { $0.event.sequence > stands.sequence && $0.notice.due == terms.due }
    }

    /// Whether the person must do it: it was set as required, and the notice of it was served by a day (C07, D-062).
    public func isRequired(on day: CalendarDay) -> Bool {
        terms.mandatory && (standingNotice.map { $0.notice.served <= day } ?? false)
    }

    /// Whether it is set as required and no notice of it as it stands was given yet.
    public var lacksNotice: Bool { isOpen && terms.mandatory && standingNotice == nil }
}

/// Serves the dated written notice of an action that is set as required; only then is it required (C07, D-062). Its exact
/// text is kept as a document.
///
/// It goes by post or by hand: an action can be about what is private, and a link in an e-mail shows nothing of what was
/// read (ours).
/// - Refuses: an action that has ended or is a choice, a second notice of the same, a notice by e-mail, one that would be
///   served with less notice than the programme's limit, and what `RequiredActions` refuses.
public struct GiveActionNotice: CaseCommand {
    public let action: Identifier<PlanAction>
    public let route: NoticeRoute
    /// SHA-256 of the exact text, in hexadecimal.
    public let digest: String

    public init(action: Identifier<PlanAction>, route: NoticeRoute, digest: String) {
        self.action = action
        self.route = route
        self.digest = digest
    }

    public static let act = Act.mandateAction
    public static let routes: [NoticeRoute] = [.post, .byHand]
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        guard found.terms.mandatory, let due = found.terms.due else {
            throw Refusal(
                "plan.notice-choice",
                "This action is a choice, so it has no notice. Change it first, if it is one that must be done.",
                rule: "C07")
        }
        guard found.lacksNotice else {
            throw Refusal("plan.notice-given", "A notice of this action, as it stands, is on record already.")
        }
        guard GiveActionNotice.routes.contains(route) else {
            throw Refusal(
                "plan.notice-email",
                "Give this notice by post or by hand: an action can be about what is private.", rule: "D-062",
                field: "route")
        }
        _ = try RequiredActions.duties(of: file, on: context.today, programmes: context.programmes)
        let referral = try file.currentReferral()
        let served = GiveNotice.served(route, sent: context.today, nation: referral.nation)
        let earliest = RequiredActions.earliest(for: referral, told: served, programmes: context.programmes)
        guard earliest <= due else {
            throw Refusal(
                "plan.notice-short",
                "Served on \(served.written), this notice comes too late for \(due.written). Give it another way, or change the day to \(earliest.written) or later.",
                rule: "D-062", field: "route")
        }
        let notice = ActionNotice(digest: digest, route: route, served: served, due: due)
        return [.plan(.actionNoticed(action, notice))]
    }
}
