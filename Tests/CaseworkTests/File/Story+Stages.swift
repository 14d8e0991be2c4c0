import Kernel

@testable import Casework

/// Taking a case to where a test begins.
extension Story {
    static func identity(
        given: String = "Rosa", family: String = "Parr", phone: String? = "01924 555555", email: String? = nil
    ) throws -> Identity {
        try Identity(
            given: given, family: family, born: day("1980-02-03"),
            nationalInsurance: NationalInsuranceNumber("QQ123456C"), address: "1 High Street, Wakefield", phone: phone,
            email: email, on: day("2012-05-28"))
    }

    /// Registered on Monday 28 May 2012.
    static func registered(number: UInt64 = 1, nation: Nation = .england) throws -> Story {
        var story = try Story(number: number, nation: nation)
        try story.perform(RegisterCustomer(identity: identity()), by: jane)
        return story
    }

    static func interviewed(number: UInt64 = 1, nation: Nation = .england, agreed: [String] = ["health"]) throws
        -> Story
    {
        var story = try registered(number: number, nation: nation)
        story.at("2012-05-29")
        try story.perform(
            RecordReferralInterview(
                programme: "made-up", explained: ["what", "pay"], inWriting: true, agreed: agreed,
                words: Words("Wants to cook.")),
            by: jane)
        return story
    }

    static func claim(byChoice: Bool = false) -> ClaimAnswers {
        ClaimAnswers(
            benefit: "JSA", since: day("2011-06-01"), circumstances: byChoice ? ["by-choice"] : [])
    }

    static func refer(byChoice: Bool = false) -> ReferCustomer {
        ReferCustomer(programme: "made-up", area: areaID, claim: claim(byChoice: byChoice))
    }

    /// Referred on Wednesday 30 May 2012.
    static func referred(
        number: UInt64 = 1, nation: Nation = .england, byChoice: Bool = false, agreed: [String] = ["health"]
    ) throws -> Story {
        var story = try interviewed(number: number, nation: nation, agreed: agreed)
        story.at("2012-05-30")
        try story.perform(refer(byChoice: byChoice), by: jane)
        return story
    }

    /// Acknowledged on Thursday 31 May 2012.
    static func acknowledged(byChoice: Bool = false, nation: Nation = .england) throws -> Story {
        var story = try referred(nation: nation, byChoice: byChoice)
        story.at("2012-05-31")
        try story.perform(AcknowledgeReferral(), by: manager)
        return story
    }

    /// With Dana since 31 May 2012.
    static func assigned(byChoice: Bool = false, nation: Nation = .england) throws -> Story {
        var story = try acknowledged(byChoice: byChoice, nation: nation)
        try story.perform(AssignReferral(provider: local, adviser: dana.person), by: manager)
        return story
    }

    static func slot(
        _ text: String, _ hour: Int = 9, _ minute: Int = 30, minutes: Int = 60, mode: ContactMode = .faceToFace
    ) throws -> Slot {
        try Slot(
            starts: Instant(london: day(text), hour: hour, minute: minute), minutes: minutes, mode: mode)
    }

    @discardableResult
    mutating func book(
        _ slot: Slot, _ purpose: AppointmentPurpose = .first, by actor: Author = Story.dana
    ) throws -> Identifier<Appointment> {
        let facts = try perform(
            BookAppointment(purpose: purpose, adviser: actor.person, office: actor.organisation, slot: slot), by: actor)
        guard case .appointment(.booked(let id, _))? = facts.first else { throw JSONFault("nothing was booked") }
        return id
    }

    /// A first appointment booked on 1 June 2012 for Thursday 14 June at half past nine.
    static func booked(byChoice: Bool = false, nation: Nation = .england) throws -> (Story, Identifier<Appointment>) {
        var story = try assigned(byChoice: byChoice, nation: nation)
        story.at("2012-06-01")
        let id = try story.book(slot("2012-06-14"))
        return (story, id)
    }

    static let came = Attendance(mode: .faceToFace, minutes: 50, late: 0)

    /// Attached on Thursday 14 June 2012, the last day being 11 June 2014.
    static func attached(byChoice: Bool = false) throws -> (Story, Identifier<Appointment>) {
        var (story, id) = try booked(byChoice: byChoice)
        story.at("2012-06-14", 10, 30)
        try story.perform(RecordAttendance(appointment: id, attendance: came), by: dana)
        return (story, id)
    }

    /// Attached on 14 June 2012, until 11 June 2014; on a later day.
    static func attached(at day: String) throws -> Story {
        var (story, _) = try attached()
        story.at(day)
        return story
    }

    /// What the jobcentre knows of their benefit.
    static func benefit(_ on: Bool, from first: String, until last: String? = nil) -> StateBenefit {
        StateBenefit(
            statement: BenefitStatement(
                benefit: "JSA", on: on, from: day(first), until: last.map { day($0) }, certainty: .known,
                source: .jobcentre))
    }
}
