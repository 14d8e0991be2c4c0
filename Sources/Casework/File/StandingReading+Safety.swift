import Kernel

extension StandingReading {
    /// A notice that is to be looked at again, for those who are shown it (K-003); and that whoever was given to the
    /// person, or is to meet them, does not suit them any longer (K-016 to K-018). That says neither the need nor its
    /// reason.
    var safetyDues: [Due] { reviews + unsuitedAdviser + unsuitedMeetings }

    private var reviews: [Due] {
        (safety?.holding(on: day) ?? []).compactMap { notice in
            guard notice.review <= lastSaid else { return nil }
            return Due(
                .safetyReview, notice.review, act: .raiseSafety,
                "The note on how to meet them safely ends on \(notice.review.written). Look at it again by then.")
        }
    }

    /// The last day of review that is said already.
    private var lastSaid: CalendarDay {
        let days = WorkingDays(referral?.nation ?? .england)
        return rules.safetyReviewSaidBefore.value.lastDay(after: day) { days.adding($1, to: $0) }
    }

    private var unsuitedAdviser: [Due] {
        guard unsuited.adviser, let referral, !referral.isOver(on: day) else { return [] }
        return [Due(.chooseAdviser, day, act: .changeAdviser, "Choose another adviser who is marked as suiting them.")]
    }

    private var unsuitedMeetings: [Due] {
        appointments.filter { unsuited.meetings.contains($0.id) }.map { meeting in
            Due(
                .chooseAdviser, meeting.slot.day, act: .cancelAppointment, appointment: meeting.id,
                "Choose another adviser for the \(meeting.purpose.title.inSentence) on \(meeting.slot.day.written): "
                    + "cancel it, and book one with somebody who is marked as suiting them, or by phone or video.")
        }
    }
}
