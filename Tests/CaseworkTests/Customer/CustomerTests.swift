import Kernel
import Testing

@testable import Casework

@Suite("Registering and putting right")
struct CustomerTests {
    @Test("Registering opens one record, held by the jobcentre of whoever registers (C01, G-004)")
    func registers() throws {
        let story = try Story.registered()
        let customer = try #require(story.file.customer)
        #expect(customer.keepers.organisation(.jobcentre) == Story.jobcentre && customer.keepers.second == nil)
        #expect(customer.identity.value?.name == "Rosa Parr")
        #expect(customer.jointClaim == nil)
        #expect(
            story.refused(RegisterCustomer(identity: try Story.identity()), by: Story.jane) == "customer.registered")
    }

    @Test("A national insurance number that another case holds is refused, at registration and in a correction (G-004)")
    func numberHeld() throws {
        var story = try Story()
        story.surroundings.numberHeldBy = Identifier(high: 1, low: 1 << 63 | 99)
        #expect(
            story.refused(RegisterCustomer(identity: try Story.identity()), by: Story.jane) == "customer.number-held")
        var other = try Story.registered()
        let correction = CorrectCustomer(identity: try Story.identity(given: "Rose"))
        other.surroundings.numberHeldBy = Identifier(high: 1, low: 1 << 63 | 99)
        #expect(other.refused(correction, by: Story.jane) == "customer.number-held")
        other.surroundings.numberHeldBy = other.file.id
        #expect(other.refused(correction, by: Story.jane) == nil)
    }

    @Test("A joint claim takes the partner's draw token, and is refused when the partner is not there (D-037)")
    func jointClaim() throws {
        let partner = try Story.registered(number: 2)
        var story = try Story()
        let register = RegisterCustomer(identity: try Story.identity(), partner: partner.file.id)
        #expect(story.refused(register, by: Story.jane) == "customer.partner-none")
        story.surroundings.partnerToken = partner.file.customer?.drawToken
        try story.perform(register, by: Story.jane)
        #expect(story.file.customer?.drawToken == partner.file.customer?.drawToken)
        #expect(story.file.customer?.jointClaim == partner.file.id)
    }

    @Test("Two people registered apart have different tokens of 128 bits")
    func tokens() {
        let random = RandomSource.seeded(3)
        let tokens = (0..<200).map { _ in DrawToken(random: random).description }
        #expect(Set(tokens).count == 200)
        #expect(tokens.allSatisfy { $0.utf8.count == 32 })
    }

    @Test("A correction that changes nothing is refused")
    func unchanged() throws {
        let story = try Story.registered()
        #expect(story.refused(CorrectCustomer(identity: try Story.identity()), by: Story.jane) == "customer.unchanged")
        #expect(try Story().refused(CorrectCustomer(identity: try Story.identity()), by: Story.jane) == "case.none")
    }

    @Test("A correction names what it corrects and the fields, and the earlier words stay in the record (C14)")
    func corrects() throws {
        var story = try Story.registered()
        story.at("2012-06-06")
        try story.perform(CorrectCustomer(identity: try Story.identity(phone: "01924 111111")), by: Story.jane)
        try story.perform(
            CorrectCustomer(identity: try Story.identity(given: "Rose", phone: nil, email: "rosa@example.org")),
            by: Story.dana)
        #expect(story.file.customer?.identity.value?.given == "Rose")
        #expect(story.file.customer?.identity.value?.phone == nil)
        #expect(story.file.customer?.corrections.map(\.by) == [Story.jane, Story.dana])
        #expect(story.events.map(\.fact.kind) == ["customer.registered", "customer.corrected", "customer.corrected"])
        guard case .customer(.corrected(let first, let phone, _)) = story.events[1].fact,
            case .customer(.corrected(let second, let fields, _)) = story.events[2].fact,
            case .customer(.registered(_, let identity)) = story.events[0].fact
        else {
            Issue.record("the events are not those expected")
            return
        }
        #expect(first == story.events[0].id && second == story.events[1].id)
        #expect(phone == ["phone"])
        #expect(fields == ["given", "phone", "email"])
        #expect(identity.value?.phone == "01924 555555")
    }

    @Test("What was known on a day is what folding the events recorded by that day gives")
    func knownOn() throws {
        var story = try Story.registered()
        story.at("2012-06-06")
        try story.perform(CorrectCustomer(identity: try Story.identity(given: "Rose")), by: Story.jane)
        func known(_ text: String) -> CaseFile {
            let last = day(text)
            return CaseFile(id: story.file.id, folding: story.events.filter { $0.recorded.day <= last })
        }
        #expect(known("2012-05-27").customer == nil)
        #expect(known("2012-06-05").customer?.identity.value?.given == "Rosa")
        #expect(known("2012-06-06").customer?.identity.value?.given == "Rose")
        #expect(known("2012-06-06") == story.file)
    }

    @Test("An erased person's details cannot be changed")
    func erased() throws {
        var file = CaseFile(id: Identifier(high: 1, low: 1 << 63 | 1))
        let story = try Story.registered()
        let event = story.events[0]
        let shut = try Fact(kind: event.fact.kind, version: 1, clear: event.fact.clear, sealed: nil)
        file.apply(
            Event(
                id: event.id, subject: file.id, sequence: 1, occurred: event.occurred, recorded: event.recorded,
                by: event.by, fact: shut))
        let found = refusal {
            _ = try CorrectCustomer(identity: try Story.identity(given: "Rose"))
                .decide(on: file, in: story.context(Story.jane))
        }
        #expect(found?.code == "customer.erased")
    }

    @Test(
        "An identity that cannot be right is refused by its field",
        arguments: [
            ("", "Parr", "1980-02-03", nil, nil, "given"), ("Rosa", " ", "1980-02-03", nil, nil, "family"),
            ("Rosa", "Parr", "2012-05-28", nil, nil, "born"), ("Rosa", "Parr", "1891-05-28", nil, nil, "born"),
            ("Rosa", "Parr", "1980-02-03", "12345", nil, "phone"),
            ("Rosa", "Parr", "1980-02-03", nil, "rosa@example", "email"),
            ("Rosa", "Parr", "1980-02-03", nil, "rosa at example.org", "email"),
            (String(repeating: "a", count: 101), "Parr", "1980-02-03", nil, nil, "given"),
        ] as [(String, String, String, String?, String?, String)])
    func identity(
        _ given: String, _ family: String, _ born: String, _ phone: String?, _ email: String?, _ field: String
    ) {
        let found = refusal {
            _ = try Identity(
                given: given, family: family, born: day(born), phone: phone, email: email, on: day("2012-05-28"))
        }
        #expect(found?.field == field)
    }

    @Test("A national insurance number is read with or without spaces, and refused when it was never issued")
    func numbers() throws {
        #expect(try NationalInsuranceNumber("qq 12 34 56 c").spaced == "QQ 12 34 56 C")
        #expect(try NationalInsuranceNumber("AB-123456-D").description == "AB123456D")
        for text in [
            "", "AB123456E", "DA123456A", "AO123456A", "BG123456A", "A1123456A", "AB12345A", "ABCDEFGHI", "ÄB123456A",
            "AB１２３４５６A",
        ] {
            #expect(refusal { _ = try NationalInsuranceNumber(text) }?.code == "identity.number", "\(text)")
        }
    }
}
