import Kernel
import Testing

@testable import Casework

@Suite("What is told once and released to several services (G-035)")
struct ReleasePacketTests {
    private static let today = day("2012-06-20")
    private static let services: [Identifier<Organisation>] = (1...3).map { .init(high: 9, low: $0) }

    private func context(areThere: Bool = true, sharing: SharingMatrix = .test) -> Context {
        var surroundings = Surroundings()
        surroundings.recipientIsThere = areThere
        return Context(
            now: Instant(london: Self.today, hour: 10, minute: 0), random: .seeded(3),
            actor: Author(person: .init(high: 1, low: 2), organisation: Story.jobcentre, role: .adviser),
            command: .init(high: 7, low: 7), programmes: [:], tools: .madeUp, sharing: sharing,
            surroundings: surroundings)
    }

    private func packet(
        to services: [Identifier<Organisation>] = services, _ categories: [Casework.Category] = [.identity, .contact],
        until: CalendarDay = day("2013-06-20")
    ) -> ReleasePacket {
        ReleasePacket(to: services, categories, purpose: "support", until: until, how: .inPerson)
    }

    private func file(after facts: [Fact] = []) throws -> CaseFile {
        var file = try Story.attached().0.file
        for fact in facts {
            file.apply(
                Event(
                    id: .init(high: 5, low: UInt64(file.sequence)), subject: file.id, sequence: file.sequence + 1,
                    occurred: .instant(context().now), recorded: context().now, by: context().actor, fact: fact))
        }
        return file
    }

    private func refusal(_ packet: ReleasePacket, in context: Context) throws -> String? {
        let file = try file()
        do {
            _ = try packet.decide(on: file, in: context)
            return nil
        } catch { return error.code }
    }

    @Test("One packet is a consent for each service, which opens to it what was chosen and no more")
    func consents() throws {
        let released = try file(after: packet().decide(on: file(), in: context())).consents.released
        #expect(released.map(\.terms.recipient) == Self.services)
        #expect(released.allSatisfy { $0.terms.categories == [.identity, .contact] && $0.holds(on: Self.today) })
        #expect(Set(released.map(\.id)).count == 3)
        #expect(Set(released.map(\.packet)) == [Identifier(context().command)])
    }

    @Test("Withdrawing one leaves the others")
    func withdrawn() throws {
        let given = try file(after: packet().decide(on: file(), in: context()))
        let first = try #require(given.consents.released.first)
        let fact = try WithdrawConsent(consent: first.id, how: .byPhone).decide(on: given, in: context())
        let consents = try file(after: packet().decide(on: file(), in: context()) + fact).consents
        #expect(consents.released.count == 3)
        #expect(consents.holding(on: Self.today).map(\.terms.recipient) == Array(Self.services.dropFirst()))
    }

    @Test("A service hears only of its own application, and the person of all")
    func readers() throws {
        let given = try file(after: packet().decide(on: file(), in: context()))
        let reader = Author(person: .init(high: 1, low: 9), organisation: Self.services[1], role: .adviser)
        let relation = given.relation(of: reader, on: Self.today)
        let seen = given.sight(of: reader, as: relation, matrix: .test, on: Self.today).see(given)
        #expect(seen.applications.map(\.terms.recipient) == [Self.services[1]])
        let own = Sight(role: .customer, relation: .oneself, matrix: .test, on: Self.today).see(given)
        #expect(own.applications.count == 3)
    }

    @Test("Nothing is released where anything of it cannot be: it is whole or it is not")
    func refused() throws {
        #expect(try refusal(packet(to: []), in: context()) == "packet.nobody")
        #expect(try refusal(packet([]), in: context()) == "consent.nothing")
        #expect(try refusal(packet([.identity, .convictions]), in: context()) == "packet.kind")
        #expect(try refusal(packet(until: day("2012-06-19")), in: context()) == "consent.until")
        #expect(try refusal(packet(), in: context(areThere: false)) == "consent.recipient")
        var narrow = SharingMatrix.test
        narrow.packetServices = 2
        #expect(try refusal(packet(), in: context(sharing: narrow)) == "packet.many")
        #expect(packet(to: Self.services + Self.services).recipients == Self.services)
    }

    @Test("A consent is read back with its packet, and one from before there were any without")
    func stored() throws {
        let facts = try packet().decide(on: file(), in: context())
        guard case .sharing(let released) = try #require(facts.first) else {
            Issue.record("not about sharing")
            return
        }
        let read = try SharingFact(kind: released.kind, version: released.version, clear: released.clear, sealed: nil)
        #expect(read == released)
        let alone = SharingFact.consented(
            .init(high: 7, low: 8), packet().terms[0], until: Self.today, .signed, request: nil)
        #expect(alone.clear["packet"] == nil)
        #expect(try SharingFact(kind: alone.kind, version: 1, clear: alone.clear, sealed: nil) == alone)
    }
}
