import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@Suite("A published register made again (design §4.8)")
struct DrawCheckTests {
    /// The register of a room after eight referrals, and the key of its period.
    private func published() async throws -> (lines: [String], key: DrawKey) {
        let room = try await ReferralRoom(.sqlite)
        let rows = (1...8).map { "R\($0),Ann,Lee\($0),1985-06-30,JSA,2011-01-10,yes\n" }.joined()
        let report = try await room.take("reference,given,family,born,benefit,claim_start,explained\n" + rows)
        #expect(report.added == 8)
        let lines = Locked<[String]>([])
        let draws = try await DrawExport.each(in: room.store) { line in lines.with { $0.append(line.text) } }
        #expect(draws == 8)
        let area = try await room.store.read { try AreaQuery.all(in: $0) }
        let key = DrawKey(room.office.keyring.drawKey(area: try #require(area.first).id, period: "2012"))
        try await room.close()
        return (lines.with { $0 }, key)
    }

    private func check(_ lines: [String], _ keys: [DrawKey]) throws -> DrawCheck {
        try DrawCheck(lines: lines.map { $0[...] }, keys: keys)
    }

    @Test("A true register agrees with its key, and nobody's name is in it")
    func sound() async throws {
        let (lines, key) = try await published()
        let result = try check(lines, [key])
        #expect(result.isSound && result.checked == 8 && result.unchecked == 0)
        #expect(!lines.joined().contains("Lee"))
        let without = try check(lines, [])
        #expect(without.isSound && without.checked == 0 && without.unchecked == 8)
    }

    @Test("Another provider, another value, a draw taken out and a key put in are each found")
    func altered() async throws {
        let (lines, key) = try await published()
        let first = try #require(lines.firstIndex { $0.contains("draw.made") })
        let one = "00000000-0000-0004-0000-000000000001"
        let two = "00000000-0000-0004-0000-000000000002"
        var other = lines
        other[first] =
            other[first].contains(one) ? other[first].replacing(one, with: two) : other[first].replacing(two, with: one)
        #expect(try check(other, [key]).findings.contains { $0.contains("another provider") })

        var value = lines
        let digits = try #require(value[first].firstRange(of: "\"value\":\"")).upperBound
        value[first].replaceSubrange(digits...digits, with: value[first][digits] == "0" ? "1" : "0")
        #expect(try check(value, [key]).findings.contains { $0.contains("its key does not give") })

        var missing = lines
        missing.remove(at: first)
        #expect(try !check(missing, [key]).isSound)

        let wrong = DrawKey([1, 2, 3])
        #expect(try check(lines, [wrong]).unchecked == 8)
        #expect(throws: Refusal.self) { try check(["{}"], []) }
        #expect(throws: Refusal.self) { try check([], []) }
    }
}
