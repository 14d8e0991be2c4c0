import Kernel

/// What a standing is worked out from: as much of one record as its reader sees.
struct StandingReading {
    let day: CalendarDay
    let now: Instant
    let programmes: [String: Programme]
    let rules: ServiceRules
    let registered: EventStamp?
    let interview: ReferralInterview?
    let referrals: [Referral]
    let appointments: [Appointment]
    /// nil when the reader does not see work, so that nothing is said of it.
    let employment: Employment?
    /// The file the ledger reads; nil when the reader does not see everything the ledger rests on.
    let payable: CaseFile?
    /// nil when the reader does not see it.
    var plan: Plan?
    var planStream: PlanStream?
    /// nil when the reader does not see them.
    var assessments: Assessments?
    /// What assessments were made with.
    var instruments: [Instrument] = []
    /// What the reader does not see, and so does not ask about.
    var shut: Set<Category> = []
    /// What stands in the way as the person and the adviser see it, as far as the reader does.
    var rated: [RatedBarrier] = []
    /// nil when the reader sees none of it.
    var circumstances: Circumstances?
    /// What decides whether taking part is required.
    var knownOff: KnownOffDays?
    /// The reader's; nil for the person themselves, whom nothing of this waits for.
    var organisation: Identifier<Organisation>?
    /// Whether the reader's organisation keeps the record, and so decides between versions.
    var decides = false
    /// The questions and complaints that wait, as far as the reader sees them.
    var voices: [Voice] = []
    /// Whether the reader sees referrals; where not, nothing is said of there being none.
    var seesReferrals = true
    /// Whether the reader sees all of the referrals, and all of the work; where not, nothing is said of there being none.
    var seesEveryReferral = true
    var seesAllWork = true
    /// nil when the reader does not see it.
    var joining: Joining?
    /// How to meet them safely; nil for the person themselves, and when the reader does not see it.
    var safety: Safety?
    /// The urgent paths that are open, for whoever is told of them.
    var urgent: [UrgentPath] = []
    /// Who was given to them, or is to meet them, and does not suit them any longer.
    var unsuited = Unsuited()
    /// nil for nobody in particular.
    var reader: Identifier<Person>?
    /// Who keeps the record; nil when the reader does not see it.
    var keepers: Keepers?
    /// Whether the reader manages those who keep the record, and nobody leads the person.
    var isUnled = false
    /// Whether somebody was named, and has left.
    var leadLeft = false
    /// Those who took the record up and of whom the person has not heard.
    var untold: [Keepers.Keeper] = []
    /// The questions about sharing that somebody has still to put to the person, as far as the reader sees what is shared.
    var unput: [UnputQuestion] = []
    /// Those who can read the plan; nil where nobody in particular reads the record.
    var planReaders: [Identifier<Organisation>]?
    /// Who is to do something of the plan and cannot see it, where the reader sees what is shared.
    var unseenDoers: [Identifier<Organisation>] = []
    /// What the reader's organisation asked about sharing.
    var ownQuestions: [ConsentRequest] = []
    /// What the person asked about their record and has no answer to, as far as the reader sees it.
    var requests: [RightsRequest] = []
    /// When two records that were one were taken apart; nil where they were not, or the reader sees no referrals.
    var parted: EventStamp?
    /// How complete the referral is; nil for whoever neither sends nor receives it.
    var completeness: ReferralCompleteness?

    var standing: Standing {
        var dues = appointmentDues + planDues + revisitDues + changeDues + voiceDues + joiningDues + keeperDues
        dues += urgentDues + safetyDues + assessmentDues
        dues += sharingDues + requestDues
        dues += madeOneDues + partedDues
        dues += firstMeetingDues
        if let referral { dues += self.dues(of: referral) + statusDues(of: referral) }
        if let referral, referral.state != .queried { dues += chainDues(of: referral) }
        let order = Dictionary(uniqueKeysWithValues: DueCode.allCases.enumerated().map { ($1, $0) })
        dues.sort {
            ($0.rank, order[$0.code] ?? 0, $0.day) < ($1.rank, order[$1.code] ?? 0, $1.day)
        }
        return Standing(whereTheyAre: whereTheyAre, dues: dues)
    }

    var referral: Referral? { referrals.last { $0.withdrawn == nil } }

    /// The last day inside a limit of the referral's programme; nil where it sets none.
    func last(_ kind: LimitKind, of referral: Referral, after start: CalendarDay) -> CalendarDay? {
        guard let limit = programmes[referral.programme]?.limit(kind, on: start)?.value else { return nil }
        let days = WorkingDays(referral.nation)
        return limit.lastDay(after: start) { days.adding($1, to: $0) }
    }

    // MARK: Referral and attachment

    private func dues(of referral: Referral) -> [Due] {
        if let attachment = referral.attachment { return self.dues(after: attachment, referral) }
        guard let acknowledged = referral.acknowledged else { return [acknowledge(referral)] }
        if let query = referral.query, query.answered == nil {
            let reason = programmes[referral.programme]?.reason(query.reason, in: .queryUnsuitable)?.text
            return [
                Due(
                    .answerQuery, query.event.recorded.day, act: .answerQuery,
                    "The provider queried this referral on \(query.event.recorded.day.written)"
                        + (reason.map { " (\($0))" } ?? "") + ". Answer the query.")
            ]
        }
        var dues: [Due] = []
        if referral.assignment == nil, referral.chain.waiting == nil {
            dues.append(
                Due(
                    .assign, acknowledged.recorded.day, act: .assign,
                    "Acknowledged on \(acknowledged.recorded.day.written) and not with an adviser yet. Assign one."))
        }
        return dues + firstAppointment(referral, acknowledged.recorded.day) + detailsDues(of: referral)
    }

    private func acknowledge(_ referral: Referral) -> Due {
        let sent = (referral.transmitted?.event ?? referral.made).recorded.day
        guard let last = last(.acknowledge, of: referral, after: sent) else {
            return Due(
                .acknowledge, sent, act: .acknowledgeReferral,
                "Sent to the provider on \(sent.written) and not acknowledged yet.")
        }
        let late = last < day
        return Due(
            .acknowledge, last, overdue: late, act: .acknowledgeReferral,
            late
                ? "The referral was to be acknowledged by \(last.written). Acknowledge it now."
                : "Acknowledge the referral by \(last.written).")
    }

    private func firstAppointment(_ referral: Referral, _ acknowledged: CalendarDay) -> [Due] {
        let last = last(.firstAppointment, of: referral, after: acknowledged)
        let late = last.map { $0 < day } ?? false
        guard let booked = supporting(referral).first(where: { $0.outcome == nil }) else {
            if missedWithNothingSince(referral) != nil { return [] }
            return [
                Due(
                    .bookFirst, last ?? acknowledged, overdue: late, act: .bookAppointment,
                    last.map {
                        late
                            ? "The first appointment was to be held by \($0.written) and none is booked. Book it now."
                            : "Book the first appointment: it is to be held by \($0.written)."
                    } ?? "No first appointment is booked. Book it.")
            ]
        }
        guard let last, booked.slot.starts > now, booked.slot.day > day else { return [] }
        let tooLate = booked.slot.day > last
        return [
            Due(
                .holdFirst, last, overdue: late, act: tooLate ? .moveAppointment : nil, appointment: booked.id,
                tooLate
                    ? "The first appointment is on \(booked.slot.day.written), after \(last.written), the last day for it."
                    : "The first appointment is on \(booked.slot.day.written); it is to be held by \(last.written).")
        ]
    }

    private func dues(after attachment: Referral.Attachment, _ referral: Referral) -> [Due] {
        var dues: [Due] = []
        if referral.exit == nil, day <= attachment.until {
            if let silence = silence(since: attachment.on, referral) { dues.append(silence) }
            dues.append(
                Due(.allottedTimeEnds, attachment.until, "The allotted time ends on \(attachment.until.written)."))
        }
        if let proof = missingProof(referral) { dues.append(proof) }
        return dues + endDues(of: referral)
    }

    /// Said of what was recorded, never of the person (M-069): silence is counted from the last two-way contact, the
    /// attachment, a return to the benefit or the last day of work, whichever is latest; with what was tried since (G-119).
    private func silence(since attached: CalendarDay, _ referral: Referral) -> Due? {
        guard let employment, !employment.heldJobs.contains(where: { $0.isOpen(on: day) }) else { return nil }
        var last = max(attached, referral.lastTwoWayContact(appointments, until: day) ?? attached)
        for spell in employment.spells(until: day) { last = max(last, spell.last ?? last) }
        for back in referral.returns where back.on <= day { last = max(last, back.on) }
        let days = last.days(until: day)
        guard let due = self.last(.contactEvery, of: referral, after: last), due <= day else { return nil }
        let booked = supporting(referral).contains { $0.outcome == nil && $0.slot.starts > now }
        return Due(
            .silence, due, overdue: due < day, act: booked ? nil : .bookAppointment,
            "No two-way contact for \(days) days while attached and not working."
                + tried(referral.unanswered(after: last)))
    }

    private func missingProof(_ referral: Referral) -> Due? {
        guard let payable, let programme = programmes[referral.programme], !payable.employment.heldJobs.isEmpty else {
            return nil
        }
        let account = PaymentLedger(programme).account(for: payable, until: day)
        let open = account.lines.contains { if case .notYet = $0.state { true } else { false } }
        guard open, account.terms.map({ !$0.proof.isEmpty }) ?? false else { return nil }
        let missing = account.weeks.filter { $0.counted && !$0.isProven }
        guard let first = missing.first else { return nil }
        let weeks = missing.count == 1 ? "a counted week" : "\(missing.count) counted weeks"
        return Due(
            .proof, first.to, act: .recordProof,
            "Proof of work is missing for \(weeks), the first from \(first.from.written) to \(first.to.written).")
    }
}
