import Casework
import Kernel
import Records

extension Demonstration {
    /// Gives one customer agreement to e-mail, a plan and people who have looked, each by whoever would do it: the twentieth,
    /// who is seen every fortnight, or the first where there are fewer.
    static func furnishGuest(of customers: [MadeUpCustomer], in office: Office) async throws {
        let guest = customers.count > 19 ? customers[19] : customers[0]
        let subject = guest.subject
        let dana = guest.worker.author
        func perform(_ command: some CaseCommand, as actor: Author) async throws {
            try await office.perform(command, on: subject, as: actor, id: office.newCommand())
        }
        let opened = try await office.open(subject, as: dana)
        if opened.seen.identity?.email != nil { try await perform(ChooseEmail(agreed: true), as: dana) }
        if let assigned = opened.seen.referral?.assignment {
            let adviser = Author(person: assigned.adviser, organisation: assigned.provider, role: .providerAdviser)
            _ = try await office.open(subject, as: adviser)
            let today = office.clock.today
            let customer = PlanOwner.customer
            try await perform(SetGoal(words: Words("I want a job where I am on my feet and meet people.")), as: adviser)
            for (text, owner, due) in [
                ("Ring Ashcombe College about the Tuesday catering taster", customer, 4),
                ("Bring two payslips from the last job, if they turn up", customer, 12),
                ("Ask the college to keep a place", PlanOwner.adviser(adviser.person, at: adviser.organisation), 4),
            ] {
                try await perform(
                    ProposeAction(
                        text: Words(text), terms: PlanActionTerms(owner: owner, due: today.adding(days: due))),
                    as: adviser)
            }
            let me = Author(person: Identifier(subject), organisation: dana.organisation, role: .customer)
            let plan = try await office.open(subject, as: me).seen.plan
            for action in plan?.openActions.prefix(1) ?? [] {
                try await perform(AgreeAction(action: action.id, forCustomer: true, route: .online), as: me)
            }
        }
        try await office.database.write { connection in
            try Settings.set(guestSetting, to: "\(subject) \(dana.person) \(dana.organisation)", in: connection)
        }
    }

    private static let guestSetting = "demonstration.guest"

    /// Makes the guest a code of their own, for this run: each works once.
    /// - Returns: nil for a demonstration that has no guest.
    public static func guestSignIn(_ office: Office) async throws -> DemonstrationSignIn? {
        guard let setting = try await office.database.read({ try Settings.value(guestSetting, in: $0) }) else {
            return nil
        }
        let parts = setting.split(separator: " ").map(String.init)
        guard parts.count == 3 else { return nil }
        let subject = try Identifier<CaseFile>(parts[0])
        let host = Author(
            person: try Identifier(parts[1]), organisation: try Identifier(parts[2]), role: .adviser)
        let performed = try await office.perform(
            InviteCustomer(route: .paper), on: subject, as: host, id: office.newCommand())
        guard let invitation = performed.file.access.invitations.last,
            let name = performed.file.customer?.identity.value?.name
        else { return nil }
        let code = try await office.code(of: invitation.id, on: subject, as: host)
        let organisation = try await office.database.read {
            try OrganisationRegister.find(host.organisation, in: $0)?.name ?? ""
        }
        return DemonstrationSignIn(
            user: "customer", password: code.code, who: name, role: .customer, organisation: organisation)
    }
}
