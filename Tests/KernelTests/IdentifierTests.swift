import Kernel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    /// Gives each of some numbers in turn.
    private func source(_ numbers: UInt64...) -> RandomSource {
        let left = Locked(numbers)
        return RandomSource { left.with { $0.removeFirst() } }
    }

    @Test("An identifier made from the moment and randomness of RFC 9562's example is its example (A.6)")
    func layoutIsVersionSeven() throws {
        let moment = try Instant("2022-02-22T19:22:22.000Z")
        let made = Identifier<Person>(at: moment, random: source(0xFFFF_FFFF_FFFF_FCC3, 0x18C4_DC0C_0C07_398F << 2))
        #expect(made.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test("Whatever the randomness, the version is 7 and the variant is 10")
    func versionAndVariant() {
        let random = RandomSource.seeded(4)
        for _ in 0..<1_000 {
            let made = Identifier<Person>(at: Instant(milliseconds: Int64(random.below(1 << 47))), random: random)
            #expect(made.high >> 12 & 0xF == 7)
            #expect(made.low >> 62 == 0b10)
        }
    }

    @Test("Identifiers sort by the millisecond they were made in, as values and as text")
    func sortByTime() {
        let random = RandomSource.seeded(5)
        let made = (0..<2_000).map {
            Identifier<Person>(at: Instant(milliseconds: 1_339_000_000_000 + Int64($0)), random: random)
        }
        #expect(made == made.sorted())
        #expect(made.map(\.description) == made.map(\.description).sorted())
    }

    @Test("Every identifier is read back from its text, in either case")
    func textRoundTrip() throws {
        let random = RandomSource.seeded(6)
        for _ in 0..<1_000 {
            let made = Identifier<Person>(high: random.next(), low: random.next())
            #expect(try Identifier<Person>(made.description) == made)
            #expect(try Identifier<Person>(made.description.uppercased()) == made)
        }
    }

    @Test(
        "Text that is not a UUID is refused",
        arguments: [
            "", "017f22e2", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
            "017f22e2-79b0-7cc3-98c4_dc0c0c07398f",
            "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "017f22e27-9b0-7cc3-98c4-dc0c0c07398f",
            "017f22e2-79b0-7cc3-98c4-dc0c0c0739é",
            "' OR 1=1 --",
        ])
    func refusesOtherText(text: String) {
        #expect(refusal { () throws(Refusal) in try Identifier<Person>(text) } == "identifier.unreadable")
    }

    @Test("The same UUID can name something else")
    func namesSomethingElse() throws {
        let person = try Identifier<Person>("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        #expect(Identifier<Organisation>(person).description == person.description)
    }
}
