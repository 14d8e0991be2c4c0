import Kernel

extension StandingReading {
    /// The meetings of one referral: those booked since it was made, the jobcentre's own interviews apart.
    func supporting(_ referral: Referral) -> [Appointment] {
        appointments.filter { $0.purpose != .interview && $0.booked.sequence > referral.made.sequence }
            .sorted { ($0.slot.starts, $0.id) < ($1.slot.starts, $1.id) }
    }

    /// The last meeting of a referral, when it was missed and none is booked after it.
    func missedWithNothingSince(_ referral: Referral) -> Appointment? {
        let held = supporting(referral).filter { $0.state != .cancelled }
        guard let last = held.last, last.state == .missed, !held.contains(where: { $0.outcome == nil }) else {
            return nil
        }
        return last
    }

    /// What booked and missed appointments ask for.
    var appointmentDues: [Due] {
        var dues: [Due] = []
        for open in appointments where open.outcome == nil {
            if let left = left(by: open.office) {
                dues.append(leftBehind(open, left))
                continue
            }
            let (title, start) = (open.purpose.title, open.slot.starts)
            if start <= now {
                dues.append(
                    Due(
                        .recordOutcome, open.slot.day, overdue: open.slot.day < day, act: .recordAttendance,
                        appointment: open.id,
                        "\(title) on \(open.slot.day.written) at \(start.clock) has started and nothing is recorded. "
                            + "Record whether the person came."))
            } else if open.slot.day == day {
                dues.append(
                    Due(
                        .appointmentToday, day, appointment: open.id,
                        "\(title) today at \(start.clock), \(open.slot.mode.title.lowercased())."))
            }
            if let notice = noticeDue(open) { dues.append(notice) }
        }
        if let referral, !referral.isOver(on: day),
            let missed = missedWithNothingSince(referral)
        {
            dues.append(
                Due(
                    .rebook, missed.slot.day, act: .bookAppointment, appointment: missed.id,
                    "\(missed.purpose.title) on \(missed.slot.day.written) was missed and nothing is booked since. "
                        + "Book another."))
        }
        return dues
    }

    /// A first appointment wants a dated notice that names the time it has now (C05).
    private func noticeDue(_ open: Appointment) -> Due? {
        guard open.purpose == .first, open.slot.starts > now, let referral,
            open.booked.sequence > referral.made.sequence,
            !open.servedNotices.contains(where: { $0.notice.names == open.slot.starts })
        else { return nil }
        let last = lastServiceDay(for: open, referral)
        let late = last < day
        let sent =
            if open.notices.last.map({ $0.notice.names == open.slot.starts }) == true {
                " The one sent did not reach them."
            } else {
                open.notices.isEmpty ? "" : " The one sent names an earlier time."
            }
        return Due(
            .serveNotice, last, overdue: late, act: .giveNotice, appointment: open.id,
            (late
                ? "No notice of the first appointment was served by \(last.written). Send it as an invitation, or move the appointment."
                : "A notice of the first appointment is to be served by \(last.written).") + sent)
    }

    /// The last working day of service that still gives the notice the programme sets; the day before, where it sets none or the
    /// person takes part by choice.
    private func lastServiceDay(for open: Appointment, _ referral: Referral) -> CalendarDay {
        let days = WorkingDays(referral.nation)
        func inTime(_ served: CalendarDay) -> Bool {
            guard referral.isRequired(on: day, by: knownOff, in: programmes[referral.programme]),
                let earliest = last(.notice, of: referral, after: served)
            else { return true }
            return earliest <= open.slot.day
        }
        var found = open.slot.day.adding(days: -1)
        while !days.isWorkingDay(found) || !inTime(found) { found = found.adding(days: -1) }
        return found
    }
}

extension Instant {
    /// The time on the clock in London: `9:30`.
    var clock: String {
        let time = london
        return "\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
    }
}
