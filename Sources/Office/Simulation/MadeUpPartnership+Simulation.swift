import Casework
import Kernel
import Records

extension MadeUpPartnership {
    /// A partnership with as many advisers as its customers need, each with eighty at most.
    static func simulated(_ plan: SimulationPlan) -> MadeUpPartnership {
        let random = RandomSource.seeded(plan.seed ^ 0x5EED)
        let opened = Instant(london: plan.from.adding(days: -16), hour: 9, minute: 0)
        func organisation(_ name: String, _ kind: OrganisationRegister.Kind) -> MadeUpOrganisation {
            MadeUpOrganisation(
                id: Identifier(at: opened, random: random), name: name, kind: kind,
                address: "1 Example Street, Ashcombe AB1 1AA", phone: "01632 960100")
        }
        func worker(_ user: String, _ organisation: MadeUpOrganisation, _ role: Role) -> MadeUpWorker {
            MadeUpWorker(
                user: user, name: "\(role.title) \(user)", roles: [role],
                person: Identifier(at: opened, random: random),
                organisation: organisation)
        }
        let department = organisation("Simulated Department", .department)
        let jobcentres = (1...4).map { organisation("Simulated Jobcentre \($0)", .jobcentre) }
        let advisers = (plan.customers + SimulationDiary.caseload - 1) / SimulationDiary.caseload
        var organisations = [department] + jobcentres
        let primes = (1...2).map { prime in
            let offices = (0...2).map { office in
                organisation(
                    office == 0 ? "Simulated Prime \(prime)" : "Simulated Subcontractor \(prime).\(office)", .provider)
            }
            organisations += offices
            return MadeUpPrime(
                manager: worker("prime\(prime)", offices[0], .providerManager),
                advisers: (0..<advisers).map { worker("p\(prime)a\($0)", offices[$0 % 3], .providerAdviser) })
        }
        return MadeUpPartnership(
            area: Identifier(at: opened, random: random), areaName: "Simulated area", organisations: organisations,
            commissioner: worker("commissioner", department, .commissioner),
            administrator: worker("administrator", department, .administrator),
            jobcentre: (0..<max(4, (advisers + 3) / 4 * 4)).map {
                worker("jobcentre\($0 + 1)", jobcentres[$0 % 4], .adviser)
            },
            primes: primes, others: [worker("auditor", department, .auditor)], caseload: SimulationDiary.caseload)
    }

    /// Puts everybody in the registers with no password: nobody signs in to a simulation until one is set.
    func openAccounts(at now: Instant, in connection: any Connection) throws {
        for worker in workers {
            try AccountRegister.open(
                .init(person: worker.person, name: worker.name, username: worker.user, password: "none"),
                by: administrator.person, at: now, in: connection)
            for role in worker.roles {
                try AccountRegister.appoint(
                    .init(person: worker.person, organisation: worker.organisation.id, role: role), in: connection)
            }
        }
    }
}
