import Casework
import Kernel
import Records

/// A command that needs to know something from outside the case.
protocol SurroundedCommand: CaseCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings
}

/// What the office has at hand inside the deciding transaction.
struct Desk {
    let office: Office
    let actor: Author
    let now: Instant
    let connection: any Connection
}

extension Office {
    func surroundings(
        of command: some CaseCommand, on file: CaseFile, actor: Author, now: Instant, in connection: any Connection
    ) throws -> Surroundings {
        guard let command = command as? any SurroundedCommand else { return Surroundings() }
        return try command.look(
            around: Desk(office: self, actor: actor, now: now, connection: connection), on: file)
    }
}

extension Desk {
    func holder(of identity: Identity) throws -> Identifier<CaseFile>? {
        guard let number = identity.nationalInsurance else { return nil }
        return try IdentityRegister.holder(of: number, keyring: office.keyring, in: connection).map {
            try office.survivor(of: $0, in: connection)
        }
    }

    /// The supply chain the actor may give work to, and whether somebody is an adviser there.
    func chain(
        _ adviser: Identifier<Person>, at provider: Identifier<Organisation>, of file: CaseFile
    ) throws -> Surroundings {
        var surroundings = try chain(of: file)
        let own = try SupplyChainRegister.find(actor.organisation, in: connection)
        surroundings.chain = Set(own.open(on: now.day).map(\.organisation))
        surroundings.adviserWorksThere = try works(adviser, at: provider, as: [.providerAdviser])
        try add(adviser, givenTo: file, at: provider, to: &surroundings)
        return surroundings
    }

    /// The chain of the prime that was drawn.
    func chain(of file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.supplyChain = try file.referral?.prime.map { try SupplyChainRegister.find($0, in: connection) }
        return surroundings
    }

    func works(
        _ person: Identifier<Person>, at organisation: Identifier<Organisation>, as roles: Set<Role>
    ) throws -> Bool {
        try AccountRegister.positions(of: person, in: connection).contains {
            $0.organisation == organisation && roles.contains($0.role)
        }
    }

    func taken(
        _ slot: Slot, of adviser: Identifier<Person>, except: Identifier<Appointment>? = nil
    ) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.slotTaken = try DiaryQuery.overlaps(adviser, slot: slot, except: except, in: connection)
        return surroundings
    }
}

extension RegisterCustomer: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.numberHeldBy = try desk.holder(of: identity)
        let home = try OrganisationRegister.find(desk.actor.organisation, in: desk.connection)?.kind
        surroundings.actorHome = home == .council ? .council : .jobcentre
        if let partner {
            surroundings.partnerToken = try desk.office.file(partner, in: desk.connection).customer?.drawToken
        }
        return surroundings
    }
}

extension TakeUpRecord: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.actorHome = try OrganisationRegister.find(desk.actor.organisation, in: desk.connection)?.kind.home
        return surroundings
    }
}

extension NameLead: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        // Nobody whose account is shut can lead.
        surroundings.adviserWorksThere = try [Role.adviser, .teamManager].contains { role in
            try AccountRegister.staff(of: desk.actor.organisation, role: role, in: desk.connection)
                .contains { $0.person == person }
        }
        return surroundings
    }
}

extension CorrectCustomer: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.numberHeldBy = try desk.holder(of: identity)
        return surroundings
    }
}

extension ReferCustomer: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        guard let customer = file.customer else { return surroundings }
        let area = try Area.load(self.area, streams: desk.office.streams, in: desk.connection)
        let value = area.period(on: desk.now.day).map { period in
            DrawKey(desk.office.keyring.drawKey(area: area.id, period: period.id))
                .value(programme: programme, area: area.id, token: customer.drawToken)
        }
        let earlier = try DrawRegisterQuery.draw(token: customer.drawToken, programme: programme, in: desk.connection)
        surroundings.draw = DrawSetting(area: area, value: value, earlier: earlier)
        return surroundings
    }
}

extension AssignReferral: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        try desk.chain(adviser, at: provider, of: file)
    }
}

extension ChangeAdviser: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        try desk.chain(adviser, at: provider, of: file)
    }
}

extension PassOn: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.chain(of: file) }
}

extension TakeOn: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        guard let adviser else { return Surroundings() }
        var surroundings = Surroundings()
        surroundings.adviserWorksThere = try desk.works(
            adviser, at: desk.actor.organisation, as: [.providerAdviser])
        try desk.add(adviser, givenTo: file, at: desk.actor.organisation, to: &surroundings)
        return surroundings
    }
}

extension InviteToSession: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        guard let found = try InformationSessions.find(session, in: desk.connection) else { return surroundings }
        surroundings.session = (found, try InformationSessions.taken(session, in: desk.connection))
        if let runner = found.runner { try desk.add(runner, meeting: file, at: found.host, to: &surroundings) }
        return surroundings
    }
}

extension ResolveChange: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        let staff = try [Role.adviser, .teamManager].flatMap { role in
            try AccountRegister.staff(of: desk.actor.organisation, role: role, in: desk.connection).map(\.person)
        }
        surroundings.deciders = Set(staff)
        return surroundings
    }
}

extension RecordHandover: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        let staff: Set<Role> = [.adviser, .teamManager, .providerAdviser, .providerManager, .inWorkOfficer]
        surroundings.handoverPeopleWork = try [meeting.from, meeting.to].allSatisfy {
            try desk.works($0.person, at: $0.organisation, as: staff)
        }
        return surroundings
    }
}

extension BookAppointment: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = try desk.taken(slot, of: adviser)
        try desk.add(adviser, meeting: file, at: office, to: &surroundings)
        return surroundings
    }
}

extension MoveAppointment: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        guard let held = file.appointments.first(where: { $0.id == appointment }) else { return Surroundings() }
        var surroundings = try desk.taken(slot, of: held.adviser, except: appointment)
        try desk.add(held.adviser, meeting: file, at: held.office, to: &surroundings)
        return surroundings
    }
}

extension Desk {
    /// Whether every organisation that consents name is there.
    fileprivate func recipients(_ terms: [ConsentTerms]) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.recipientIsThere = try terms.allSatisfy {
            try OrganisationRegister.find($0.recipient, in: connection) != nil
        }
        return surroundings
    }
}

extension Complain: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        let relation = file.relation(ofAnybodyAt: to, on: desk.now.day, by: desk.office.sharing)
        surroundings.complaintIsRead = try AccountRegister.settlesComplaints(to, as: relation, in: desk.connection)
        return surroundings
    }
}

extension Desk {
    /// The names of those who put courses on the plan that others are like.
    fileprivate func sources(ofCoursesLike texts: [Words], on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        let courses = texts.flatMap { file.plan.courses(like: $0) }
        for place in Set(courses.compactMap(\.proposer.organisation)) {
            surroundings.organisations[place] = try OrganisationRegister.find(place, in: connection)?.name
        }
        return surroundings
    }
}

extension ProposeAction: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        try desk.sources(ofCoursesLike: [text], on: file)
    }
}

extension ChangeAction: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        try desk.sources(ofCoursesLike: [text], on: file)
    }
}

extension BringInPlan: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        try desk.sources(ofCoursesLike: lines.map(\.text), on: file)
    }
}

extension AskConsent: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.recipients([terms]) }
}

extension GiveConsent: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.recipients([terms]) }
}

extension ReleasePacket: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.recipients(terms) }
}
