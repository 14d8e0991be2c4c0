import Casework
import Kernel
import Records

extension MadeUpPartnership {
    /// The partnership of the demonstration. Its names are made up and its ids are the same every time.
    static let demonstration: MadeUpPartnership = {
        let random = RandomSource.seeded(20_110_601)
        let opened = Instant(london: CalendarDay(ymd: (2011, 5, 16)), hour: 9, minute: 0)
        func organisation(
            _ name: String, _ kind: OrganisationRegister.Kind, _ address: String, _ phone: String
        ) -> MadeUpOrganisation {
            MadeUpOrganisation(
                id: Identifier(at: opened, random: random), name: name, kind: kind, address: address, phone: phone)
        }
        func worker(
            _ user: String, _ name: String, _ organisation: MadeUpOrganisation, _ roles: Role...
        ) -> MadeUpWorker {
            MadeUpWorker(
                user: user, name: name, roles: roles, person: Identifier(at: opened, random: random),
                organisation: organisation)
        }
        let department = organisation(
            "Department for Work and Skills", .department, "1 Admiral Row, Ashcombe AB1 1AA", "01632 960100")
        let union = organisation(
            "Union Street Jobcentre", .jobcentre, "40 Union Street, Ashcombe AB1 2CD", "01632 960120")
        let harbour = organisation(
            "Harbour Road Jobcentre", .jobcentre, "7 Harbour Road, Ashcombe AB2 4EF", "01632 960140")
        let council = organisation("Ashcombe Council", .council, "Town Hall, Ashcombe AB1 1BB", "01632 960160")
        let northway = organisation("Northway Futures", .provider, "Mill House, Ashcombe AB1 3GH", "01632 960200")
        let calder = organisation(
            "Calder Bridge Works", .provider, "22 Bridge Street, Ashcombe AB2 5JK", "01632 960300")
        let stepping = organisation("Stepping Stone Trust", .provider, "Chapel Yard, Ashcombe AB3 6LM", "01632 960220")
        let millgate = organisation("Millgate Training", .provider, "3 Millgate, Lower Vale AB4 7NP", "01632 960240")
        let college = organisation(
            "Ashcombe College", .provider, "College Road, Ashcombe AB1 5NQ", "01632 960260")
        var partnership = MadeUpPartnership(
            area: Identifier(at: opened, random: random), areaName: "Ashcombe and the Vale",
            organisations: [department, union, harbour, council, northway, calder, stepping, millgate, college],
            commissioner: worker("grace", "Grace Adeyemi", department, .commissioner),
            administrator: worker("admin", "Lena Fisk", department, .administrator),
            jobcentre: [
                worker("dana", "Dana Whitlock", union, .adviser), worker("tom", "Tom Bassett", union, .adviser),
                worker("harriet", "Harriet Cole", harbour, .adviser),
            ],
            primes: [
                MadeUpPrime(
                    manager: worker("priya", "Priya Raman", northway, .providerManager),
                    advisers: [
                        worker("ben", "Ben Okoro", northway, .providerAdviser),
                        worker("carys", "Carys Morgan", northway, .providerAdviser),
                        worker("sunil", "Sunil Mistry", stepping, .providerAdviser, .providerManager),
                        worker("joan", "Joan Tranter", millgate, .providerAdviser, .providerManager),
                    ]),
                MadeUpPrime(
                    manager: worker("marcus", "Marcus Hale", calder, .providerManager),
                    advisers: [
                        worker("ruth", "Ruth Garside", calder, .providerAdviser),
                        worker("ivan", "Ivan Petrov", calder, .providerAdviser),
                    ]),
            ],
            others: [
                worker("omar", "Omar Haddad", union, .teamManager),
                worker("alan", "Alan Birch", department, .auditor),
                worker("nell", "Nell Farrow", council, .adviser),
                worker("imran", "Imran Shah", college, .providerAdviser),
                worker("farah", "Farah Aziz", union, .informationGovernanceLead),
                worker("idris", "Idris Vaughan", council, .informationGovernanceLead),
            ], caseload: 1)
        // Made last, so that the ids of all others stay what they were.
        let lights = organisation(
            "Harbour Lights", .provider, "9 Quay Street, Ashcombe AB1 6RS", "01632 960280")
        partnership.organisations.append(lights)
        partnership.others += [
            worker("stella", "Stella Marsh", lights, .providerManager),
            worker("kit", "Kit Bell", lights, .providerAdviser),
            worker("wren", "Wren Ashby", union, .safeguardingLead),
        ]
        partnership.primes[0].specialists = [
            ChainPartner(
                organisation: lights.id, part: .specialist, serves: "People whose health stands in the way of work",
                standards: ["first-contact", "first-appointment", "fortnightly-contact"])
        ]
        // Its two advisers share whom they have, each person with one of them as their lead.
        partnership.primes[1].isSharedTeam = true
        return partnership
    }()
}
