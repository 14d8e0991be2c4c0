public import Kernel

/// When the person can be made to do something in the plan, and what that means (A-133, M-010, M-081, D-062). Nobody is
/// mandated by default, and without a programme nobody ever is.
public enum RequiredActions {
    /// The duties under which an action may be required on a day.
    ///
    /// Somebody who joined by choice has the duties of their row of the table by status, once they signed that they
    /// understand them (D2, M-010).
    /// - Refuses: somebody on no programme, not attached, outside their allotted time, or who takes part by choice and
    ///   signed to nothing; duties that require nothing, or that bind only after a signed understanding there is none of;
    ///   and before what can follow was explained (G-041).
    ///
    /// What the jobcentre said since of taking part holds over the basis at referral and over what was signed (G-128).
    public static func duties(
        of referral: Referral?, explained interview: ReferralInterview?, joining: Joining?,
        knownOff: KnownOffDays?, on day: CalendarDay, programmes: [String: Programme]
    ) throws(Refusal) -> Duties {
        func no(_ code: String, _ why: String) -> Refusal {
            Refusal(
                "plan.\(code)", "\(why) Nothing in the plan can be required of them: offer it as a choice.",
                rule: "M-010, M-081", field: "mandatory")
        }
        guard let referral, let programme = programmes[referral.programme] else {
            throw no("no-programme", "This customer is on no programme.")
        }
        guard let attachment = referral.attachment, attachment.on <= day, day <= attachment.until else {
            throw no("not-attached", "This customer is not attached to a provider today.")
        }
        let basis = referral.basis(on: day)
        let signed = referral.signedDuties(joining, on: day, in: programme)
        guard basis == .mandatory || signed?.canBeMandated == true else {
            throw no("voluntary", "This customer takes part by choice.")
        }
        guard !referral.isKnownOffItsBenefits(on: day, by: knownOff, in: programme) else {
            throw no("voluntary", "Taking part is a choice for this customer now.")
        }
        guard let interview, interview.programme == referral.programme else {
            throw no("not-explained", "There is no record that what can follow was explained to this customer.")
        }
        if basis == .voluntary, let signed { return signed }
        let rows = programme.group(referral.group)?.basis.filter { $0.basis == .mandatory } ?? []
        let duties = rows.map { ($0.duties ?? programme.dutiesOtherwise).flatMap(programme.duties) }
        // The row that decided rests on sealed answers; so every row that could have must allow it.
        guard let first = duties.first ?? nil,
            duties.allSatisfy({ $0?.canBeMandated == true && $0?.needs.contains(.signedUnderstanding) == false })
        else { throw no("no-duty", "The programme does not say that this customer must take part.") }
        return first
    }

    static func duties(
        of file: CaseFile, on day: CalendarDay, programmes: [String: Programme]
    ) throws(Refusal) -> Duties {
        try duties(
            of: file.referral, explained: file.referralInterview, joining: file.joining,
            knownOff: file.circumstances.knownOff, on: day, programmes: programmes)
    }

    /// The first day by which an action may be required, when it is told of today (D-062).
    public static func earliest(
        for referral: Referral?, told day: CalendarDay, programmes: [String: Programme]
    ) -> CalendarDay {
        guard let referral, let limit = programmes[referral.programme]?.limit(.notice, on: day)?.value
        else { return day.adding(days: 1) }
        let days = WorkingDays(referral.nation)
        return limit.lastDay(after: day) { days.adding($1, to: $0) }
    }

    /// The last day on which the notice of an action may be served that is to be done by a day (D-062).
    static func lastServiceDay(
        for referral: Referral, before due: CalendarDay, programmes: [String: Programme]
    ) -> CalendarDay {
        var found = due.adding(days: -1)
        while earliest(for: referral, told: found, programmes: programmes) > due { found = found.adding(days: -1) }
        return found
    }

    /// An action that is required is changed, dropped or joined only by whoever may require one. One that was set as
    /// required is a choice on a day on which nothing can be required.
    /// - Refuses: everybody else, while the action can be required.
    static func requireMayUnset(_ action: PlanAction, on file: CaseFile, in context: Context) throws(Refusal) {
        let relation = file.relation(of: context.actor, on: context.today, by: context.sharing)
        guard action.terms.mandatory, Powers.grant(.mandateAction, to: context.actor.role, as: relation) == nil
        else { return }
        do throws(Refusal) {
            _ = try duties(of: file, on: context.today, programmes: context.programmes)
        } catch { return }
        guard context.actor.planParty != .customer else {
            throw Refusal(
                "plan.drop-mandatory",
                "This action is marked as one you must do, so you cannot change or drop it yourself. Object to it and say why; your adviser answers.",
                rule: "A-133")
        }
        throw Refusal(
            "plan.mandatory-theirs",
            "This action is required of the customer, and only the provider that required it may change, drop or join it. Ask them to, or record what the customer says against it.",
            rule: "A-133")
    }

    /// Asks of an action that is set as required what the law and good practice ask of it.
    /// - Returns: why it is not left a choice; nothing for a choice.
    /// - Refuses: where nothing may be required of the person, one that somebody else does, one with no day or too soon,
    ///   before its meaning was said, and with no reason why it is not left a choice (G-120).
    static func require(
        _ terms: PlanActionTerms, explained: Bool, why: Words?, on file: CaseFile, in context: Context
    ) throws(Refusal) -> Sealed<Words> {
        guard terms.mandatory else { return .shut }
        try Powers.require(
            .mandateAction, of: context.actor.role,
            as: file.relation(of: context.actor, on: context.today, by: context.sharing))
        _ = try duties(of: file, on: context.today, programmes: context.programmes)
        guard terms.owner == .customer else {
            throw Refusal(
                "plan.mandatory-owner", "Only something the customer does can be required of them.", rule: "A-133",
                field: "mandatory")
        }
        guard let due = terms.due else {
            throw Refusal(
                "plan.mandatory-due", "Give the day by which it must be done: what is required is dated.",
                rule: "C07", field: "due")
        }
        let earliest = earliest(for: file.referral, told: context.today, programmes: context.programmes)
        guard due >= earliest else {
            throw Refusal(
                "plan.mandatory-soon",
                "That is too soon to require it. Give \(earliest.written) or a later day, or offer it as a choice.",
                rule: "D-062", field: "due")
        }
        guard explained else {
            throw Refusal(
                "plan.mandatory-unexplained",
                "Tell the customer what it means first, in the words shown, and say that you did.", rule: "G-041",
                field: "explained")
        }
        guard let why else {
            throw Refusal(
                "plan.mandatory-why",
                "Say why this must be done and is not left a choice. The customer reads it. Or offer it as a choice.",
                rule: "G-120", field: "required-why")
        }
        return .open(why)
    }
}

extension SeenCase {
    /// The duties under which something in the plan may be required today; nil when nothing may be.
    public func duties(on day: CalendarDay, programmes: [String: Programme]) -> Duties? {
        do throws(Refusal) {
            return try RequiredActions.duties(
                of: referral, explained: interview, joining: joining, knownOff: knownOff, on: day,
                programmes: programmes)
        } catch { return nil }
    }
}
