import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The registers of organisations, accounts and sessions")
struct StaffRegisterTests {
    @Test("A prime may give work to itself and to those in its chain (A-132)", arguments: Engine.allCases)
    func chain(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let chain = try await store.write { connection in
            for (number, name) in ["Prime", "Albion", "Other"].enumerated() {
                try OrganisationRegister.put(
                    .init(id: .number(number), name: name, kind: .provider, address: "1 High Street", phone: "0191"),
                    by: .number(9), at: .start, in: connection)
            }
            let chain = SupplyChain(
                prime: .number(0), specialists: .later,
                partners: [
                    ChainPartner(
                        organisation: .number(1), part: .specialist, serves: "Carers", groups: ["1", "9"],
                        standards: ["first-contact"], runs: DayRange(from: Instant.start.day, until: nil))
                ])
            for _ in 0..<2 { try SupplyChainRegister.put(chain, by: .number(9), at: .start, in: connection) }
            #expect(try SupplyChainRegister.find(.number(0), in: connection) == chain)
            #expect(
                try SupplyChainRegister.members(
                    of: .number(0), on: Instant.start.day.adding(days: -1), in: connection
                ).map(\.name) == ["Prime"])
            return try SupplyChainRegister.members(of: .number(0), on: Instant.start.day, in: connection)
        }
        #expect(chain.map(\.name) == ["Albion", "Prime"])
        try await store.close()
    }

    @Test("A shared team is one if any chain it works in says so, until none does (G-130)", arguments: Engine.allCases)
    func sharedTeams(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        func put(_ prime: Int, shared: Bool, partner: Bool) async throws {
            try await store.write { connection in
                let chain = SupplyChain(
                    prime: .number(prime), isSharedTeam: shared,
                    partners: [ChainPartner(organisation: .number(5), part: .endToEnd, isSharedTeam: partner)])
                try SupplyChainRegister.put(chain, by: .number(9), at: .start, in: connection)
                #expect(try SupplyChainRegister.find(.number(prime), in: connection) == chain)
            }
        }
        func teams() async throws -> [Int] {
            try await store.read { connection in
                try [1, 2, 5].filter { try SharedTeams.contains(.number($0), in: connection) }
            }
        }
        #expect(try await teams() == [])
        try await put(1, shared: true, partner: false)
        try await put(2, shared: false, partner: true)
        #expect(try await teams() == [1, 5])
        try await put(1, shared: false, partner: false)
        #expect(try await teams() == [5])
        try await put(2, shared: false, partner: false)
        #expect(try await teams() == [])
        #expect(try await store.count("chains_history") == 2, "what each was before is kept")
        try await store.close()
    }

    @Test("An organisation's earlier names are kept", arguments: Engine.allCases)
    func renamed(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let found = try await store.write { connection in
            for name in ["One", "Two", "Three"] {
                try OrganisationRegister.put(
                    .init(id: .number(1), name: name, kind: .council, address: "", phone: ""), by: .number(9),
                    at: .start, in: connection)
            }
            return try OrganisationRegister.find(.number(1), in: connection)
        }
        #expect(found?.name == "Three" && found?.kind == .council)
        #expect(try await store.count("organisations_history") == 2)
        try await store.close()
    }

    @Test("A user name is one person's, and a new password lets a locked account in", arguments: Engine.allCases)
    func accounts(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        @Sendable func account(_ number: Int, _ username: String) -> AccountRegister.Account {
            .init(person: .number(number), name: "Person \(number)", username: username, password: "hash")
        }
        try await store.write { connection in
            try AccountRegister.open(account(1, "ann"), by: .number(9), at: .start, in: connection)
            try AccountRegister.appoint(
                .init(person: .number(1), organisation: .number(5), role: .adviser), in: connection)
            try AccountRegister.failed(.number(1), failures: 5, lockedUntil: .start, in: connection)
        }
        await #expect(throws: RecordsFault.self) {
            try await store.write { try AccountRegister.open(account(2, "ann"), by: .number(9), at: .start, in: $0) }
        }
        let locked = try await store.read { try AccountRegister.account(named: "ann", in: $0) }
        #expect(locked?.failures == 5 && locked?.lockedUntil == .start)
        try await store.write {
            try AccountRegister.setPassword("new", of: .number(1), by: .number(9), at: .start, in: $0)
        }
        let open = try await store.read { try AccountRegister.account(of: .number(1), in: $0) }
        #expect(open?.failures == 0 && open?.lockedUntil == nil && open?.password == "new")
        let staff = try await store.read { try AccountRegister.staff(of: .number(5), role: .adviser, in: $0) }
        #expect(staff.map(\.name) == ["Person 1"])
        #expect(try await store.count("accounts_history") == 2)
        try await store.write {
            try AccountRegister.setActive(false, of: .number(1), by: .number(9), at: .start, in: $0)
        }
        let gone = try await store.read { try AccountRegister.staff(of: .number(5), role: .adviser, in: $0).count }
        #expect(gone == 0)
        try await store.close()
    }

    @Test("A session ends when it is closed, left idle, or its person's are all closed", arguments: Engine.allCases)
    func sessions(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let position = AccountRegister.Position(person: .number(1), organisation: .number(5), role: .adviser)
        func found(_ token: String) async throws -> Bool {
            try await store.read { try SessionRegister.find(tokenHash: token, in: $0) } != nil
        }
        try await store.write { connection in
            for token in ["a", "b", "c"] {
                try SessionRegister.open(
                    .init(position: position, made: .start, seen: .start), tokenHash: token, in: connection)
            }
            try SessionRegister.touch(tokenHash: "b", at: Instant.start.adding(minutes: 30), in: connection)
            try SessionRegister.touch(tokenHash: "c", at: Instant.start.adding(minutes: 30), in: connection)
            try SessionRegister.closeIdle(since: Instant.start.adding(minutes: 10), in: connection)
            try SessionRegister.close(tokenHash: "c", in: connection)
        }
        #expect(try await found("a") == false)
        #expect(try await found("b"))
        #expect(try await found("c") == false)
        try await store.write { try SessionRegister.closeAll(of: .number(1), in: $0) }
        #expect(try await found("b") == false)
        try await store.close()
    }
}
