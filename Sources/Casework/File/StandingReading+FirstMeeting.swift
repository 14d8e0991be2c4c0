import Kernel

extension StandingReading {
    /// That it is on record what the last first meeting told (C05). No limit is set for it, so it is asked for while the
    /// meeting is recent, of whoever held it and has the person still.
    var firstMeetingDues: [Due] {
        guard !rules.firstMeeting.isEmpty,
            let held = appointments.filter(\.isHeldFirst).max(by: { $0.slot.starts < $1.slot.starts }),
            held.firstTold == nil, held.slot.day <= day, day <= held.slot.day.adding(days: Due.daysSaid),
            (referral?.providers ?? []).union(keepers?.organisations ?? []).contains(held.office)
        else { return [] }
        return [
            Due(
                .firstMeetingTold, held.slot.day, act: .recordFirstMeeting, appointment: held.id,
                "The first appointment was held on \(held.slot.day.written), and nothing says what they were told. Record it."
            )
        ]
    }
}
