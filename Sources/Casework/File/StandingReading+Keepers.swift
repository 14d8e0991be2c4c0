import Kernel

extension StandingReading {
    /// What follows where a record has another keeper: that the person hears of it, and that nobody waits for what the
    /// earlier one was to do, which can open the record no longer (docs/decisions/0006-two-keepers.md).
    var keeperDues: [Due] { untold.map(telling) + leftSteps + [namingLead].compactMap(\.self) }

    /// Somebody on no programme has one person who leads (G-005). It is asked of the keeper that speaks for all, from the
    /// registration, the taking up or the end of a programme on, and late after four weeks (ours); and at once
    /// where the account of whoever was named is shut.
    private var namingLead: Due? {
        guard isUnled, let keepers, let registered, referral?.isOver(on: day) ?? true else { return nil }
        guard !leadLeft else {
            return Due(
                .nameLead, day, act: .nameLead, organisation: keepers.leading,
                "Whoever led the help they get has left. Say who leads.")
        }
        let taken = keepers.keeper(keepers.leading)?.taken?.recorded.day
        let since = [registered.recorded.day, taken, referral?.supportedUntil].compactMap(\.self).filter { $0 <= day }
        let last = (since.max() ?? day).adding(days: Due.daysSaid)
        return Due(
            .nameLead, last, overdue: last < day, act: .nameLead, organisation: keepers.leading,
            last < day
                ? "Nobody leads the help they get; somebody was to be named by \(last.written). Say who leads."
                : "Nobody leads the help they get. Say who does by \(last.written).")
    }

    private func telling(_ keeper: Keepers.Keeper) -> Due {
        Due(
            .tellOfKeeper, keeper.taken?.recorded.day ?? keeper.since, act: .takeUpRecord,
            organisation: keeper.organisation,
            "Tell them who keeps their record now: they have no page of their own, and no letter reached them by e-mail."
        )
    }

    /// What an organisation that keeps the record no longer left to others; nil of one that has the person still, as
    /// their provider.
    func left(by organisation: Identifier<Organisation>) -> Keepers.Left? {
        guard referral?.providers.contains(organisation) != true else { return nil }
        return keepers?.left(by: organisation)
    }

    /// A meeting booked with an earlier keeper, who can neither hold it nor say what came of it here.
    func leftBehind(_ open: Appointment, _ left: Keepers.Left) -> Due {
        let when = "\(open.purpose.title) on \(open.slot.day.written) at \(open.slot.starts.clock)"
        guard open.slot.starts > now else {
            return Due(
                .leftBehind, open.slot.day, overdue: open.slot.day < day, act: .recordAttendance, appointment: open.id,
                organisation: left.successor,
                "\(when) was with \(left.home.before), and nothing is recorded. Ask the customer whether they met, and record it."
            )
        }
        return Due(
            .leftBehind, open.slot.day, act: .cancelAppointment, appointment: open.id, organisation: left.successor,
            "\(when) is still booked with \(left.home.before). Cancel it, book another here, and tell the customer.")
    }

    /// Steps of the plan that an earlier keeper was to take, a line for each such keeper: the plan itself shows which. They
    /// fall to whoever edits the plan, which the successor may not see.
    private var leftSteps: [Due] {
        var steps: [Identifier<Organisation>: Int] = [:]
        for action in plan?.openActions ?? [] {
            if let doer = action.terms.owner.organisation { steps[doer, default: 0] += 1 }
        }
        return steps.sorted { $0.key < $1.key }.compactMap { doer, count -> Due? in
            guard let left = left(by: doer) else { return nil }
            return Due(
                .leftBehind, left.on, act: .editPlan,
                count == 1
                    ? "An action of the plan is for \(left.home.before) to do. Agree with the customer who does it now, and change or drop it."
                    : "\(count) actions of the plan are for \(left.home.before) to do. Agree with the customer who does them now, and change or drop each."
            )
        }
    }
}

extension CustomerHome {
    /// Whoever kept a record before, inside a sentence.
    fileprivate var before: String {
        switch self {
        case .jobcentre: "the jobcentre that kept this record before"
        case .council: "the council service that kept this record before"
        }
    }
}
