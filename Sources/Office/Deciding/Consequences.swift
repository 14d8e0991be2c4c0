import Casework
import Kernel
import Records

extension GuardKind {
    /// One draw for one token in one programme.
    static let draw = GuardKind("draw")
    /// One customer at a time for one adviser.
    static let slot = GuardKind("adviser-time")
}

extension Office {
    /// What commits with the facts: the register of identity, guards, the area's register, and what is to be sent.
    func follow(
        _ events: [Event<CaseFile>], before: CaseFile, after: CaseFile, context: Context,
        in connection: any Connection
    ) throws {
        for event in events {
            switch event.fact {
            case .customer(.registered(_, .open(let identity))), .customer(.corrected(_, _, .open(let identity))):
                try register(identity, before: before, event, in: connection)
            case .circumstance(let fact) where fact.changeKind?.isContact ?? false:
                guard let identity = after.customer?.identity.value, identity != before.customer?.identity.value else {
                    break
                }
                try register(identity, before: before, event, in: connection)
            case .referral(.allocated(_, let allocated)) where !allocated.followed:
                try enter(allocated, after: after, event, context: context, in: connection)
            case .appointment(let fact):
                try hold(fact, before: before, after: after, in: connection)
                try send(fact, because: event, after: after, in: connection)
            case .access(let fact): try follow(fact, because: event, after: after, in: connection)
            case .chain(.told(_, let how)) where how.route == .email:
                try Outbox.add(
                    LetterKind.holder.rawValue, because: event, payload: "", due: event.recorded, in: connection)
            case .referral(.toldOfEnd(_, let how)) where how.route == .email:
                try Outbox.add(
                    LetterKind.ended.rawValue, because: event, payload: "", due: event.recorded, in: connection)
            case .customer(.toldOfKeeper(let how)) where how.route == .email:
                try Outbox.add(
                    LetterKind.keeper.rawValue, because: event, payload: "", due: event.recorded, in: connection)
            case .joining(.invited(_, let terms, _)): try send(terms.told, because: event, in: connection)
            case .joining(.uninvited(_, let told)): try send(told, because: event, in: connection)
            case .voice(.answered), .rights(.corrected), .rights(.refused), .rights(.released):
                try tellOfAnswer(event, after: after, in: connection)
            case .plan(.copyGiven(.email)):
                try Outbox.add(
                    LetterKind.plan.rawValue, because: event, payload: "", due: event.recorded, in: connection)
            default: break
            }
        }
    }

    func register(
        _ identity: Identity, before: CaseFile, _ event: Event<CaseFile>, in connection: any Connection
    ) throws {
        let held = before.customer?.identity.value?.nationalInsurance
        if held != identity.nationalInsurance {
            if let held {
                try Guards.release(.nationalInsuranceNumber, hash(held), by: event.subject, in: connection)
            }
            if let number = identity.nationalInsurance {
                try giveUp(number, to: event, in: connection)
                try Guards.claim(.nationalInsuranceNumber, hash(number), for: event.subject, in: connection)
            }
        }
        try IdentityRegister.put(
            identity, for: event.subject, by: event.by.person, at: event.recorded, keyring: keyring, in: connection)
    }

    /// Lets a record have the number that one which is part of it has.
    private func giveUp(
        _ number: NationalInsuranceNumber, to event: Event<CaseFile>, in connection: any Connection
    ) throws {
        guard
            let holder = try Guards.holder(
                .nationalInsuranceNumber, hash(number), as: CaseFile.self, in: connection),
            holder != event.subject, try survivor(of: holder, in: connection) == event.subject
        else { return }
        try Guards.release(.nationalInsuranceNumber, hash(number), by: holder, in: connection)
        guard var theirs = try file(holder, in: connection).customer?.identity.value else { return }
        theirs.nationalInsurance = nil
        try IdentityRegister.put(
            theirs, for: holder, by: event.by.person, at: event.recorded, keyring: keyring, in: connection)
    }

    func hash(_ number: NationalInsuranceNumber) -> String {
        keyring.lookupHash(.nationalInsuranceNumber, number.description)
    }

    /// Enters a draw in its area's numbered register.
    private func enter(
        _ allocated: ReferralFact.Allocated, after: CaseFile, _ event: Event<CaseFile>, context: Context,
        in connection: any Connection
    ) throws {
        guard let setting = context.surroundings.draw, let referral = after.referral, let customer = after.customer,
            let period = setting.area.period(on: context.today)
        else { return }
        try Guards.claim(.draw, "\(referral.programme)/\(customer.drawToken)", for: event.subject, in: connection)
        let draw = Draw(
            number: allocated.draw, programme: referral.programme, group: referral.group, token: customer.drawToken,
            period: period.id, value: allocated.value, provider: allocated.provider)
        try append([.drawn(draw)], to: setting.area, by: event.by, at: event.recorded, in: connection)
    }

    /// Holds the adviser's time for an appointment, and lets it go when it is moved or will not be.
    private func hold(
        _ fact: AppointmentFact, before: CaseFile, after: CaseFile, in connection: any Connection
    ) throws {
        let was = before.appointments.last { $0.id == fact.appointment }?.slotKey
        let now = after.appointments.last { $0.id == fact.appointment }?.slotKey
        guard was != now else { return }
        if let was { try Guards.release(.slot, was, by: before.id, in: connection) }
        if let now { try Guards.claim(.slot, now, for: after.id, in: connection) }
    }

    /// Puts the letter about a place at a session, as it is kept, where e-mail goes from.
    private func send(
        _ told: ToldOfHolder?, because event: Event<CaseFile>, in connection: any Connection
    ) throws {
        guard let told, told.route == .email, let digest = told.digest else { return }
        try Outbox.add(
            LetterKind.session.rawValue, because: event, payload: digest, due: event.recorded, in: connection)
    }

    private func send(
        _ fact: AppointmentFact, because event: Event<CaseFile>, after: CaseFile, in connection: any Connection
    ) throws {
        switch fact {
        case .noticeGiven(let appointment, let notice) where notice.route == .email:
            try Outbox.add(
                LetterKind.notice.rawValue, because: event, payload: "\(appointment)/\(notice.digest)",
                due: event.recorded, in: connection)
        // One that a person records has been given already.
        case .reminded(let appointment) where event.by.role == .system:
            guard let starts = after.appointments.first(where: { $0.id == appointment })?.slot.starts else { break }
            try Outbox.add(
                LetterKind.reminder.rawValue, because: event, payload: "\(appointment)/\(starts)",
                due: event.recorded, in: connection)
        default: break
        }
    }
}

extension Appointment {
    /// What holds its adviser's time; nil when nothing does any longer.
    var slotKey: String? { outcome == nil && slot.mode != .group ? "\(adviser)/\(slot.starts)" : nil }
}
