import Kernel
import Testing

@testable import Casework

@Suite("Standing")
struct StandingTests {
    private func due(_ code: DueCode, in story: Story) -> Due? { story.standing().dues.first { $0.code == code } }
    private func codes(_ story: Story) -> [DueCode] { story.standing().dues.map(\.code) }

    @Test("A referral is acknowledged within two working days of its nation, and late from the day after (M-008)")
    func acknowledge() throws {
        var story = try Story.referred()
        let first = try #require(story.standing().nextStep)
        #expect(first.code == .acknowledge && first.act == .acknowledgeReferral && first.day == day("2012-06-01"))
        #expect(first.sentence == "Acknowledge the referral by 1 June 2012.")
        story.at("2012-06-01")
        #expect(due(.acknowledge, in: story)?.overdue == false)
        story.at("2012-06-02")
        #expect(due(.acknowledge, in: story)?.overdue == true)
        // The summer holiday of Scotland is on 6 August, and that of England on 27 August.
        for (nation, expected) in [(Nation.scotland, "2012-08-08"), (.england, "2012-08-07")] {
            var august = try Story.interviewed(nation: nation)
            august.at("2012-08-03")
            try august.perform(Story.refer(), by: Story.jane)
            #expect(due(.acknowledge, in: august)?.day == day(expected))
        }
    }

    @Test("A query waits for the jobcentre, and nothing is asked of the provider meanwhile")
    func query() throws {
        var story = try Story.acknowledged()
        try story.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        #expect(codes(story) == [.answerQuery])
        #expect(story.standing().nextStep?.act == .answerQuery)
        #expect(
            story.standing().nextStep?.sentence
                == "The provider queried this referral on 31 May 2012 (Not fit for it now). Answer the query.")
        try story.perform(AnswerQuery(upheld: false, words: Words("It stands.")), by: Story.jane)
        #expect(codes(story) == [.assign, .tellOfHolder, .bookFirst])
    }

    @Test(
        "An adviser is assigned, a first appointment booked, a notice served, and the appointment held, in that order")
    func order() throws {
        var story = try Story.acknowledged()
        #expect(codes(story) == [.assign, .tellOfHolder, .bookFirst])
        // Ten working days after 31 May, the Jubilee apart.
        #expect(due(.bookFirst, in: story)?.day == day("2012-06-18"))
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        #expect(codes(story) == [.tellOfHolder, .bookFirst])
        try story.perform(TellOfHolder(ToldOfHolder(route: .byHand)), by: Story.dana)
        #expect(codes(story) == [.bookFirst])
        story.at("2012-06-19")
        #expect(due(.bookFirst, in: story)?.overdue == true)
        story.at("2012-06-01")
        let id = try story.book(try Story.slot("2012-06-14"))
        #expect(codes(story) == [.serveNotice, .holdFirst])
        #expect(due(.serveNotice, in: story)?.day == day("2012-06-07"))
        #expect(due(.holdFirst, in: story)?.day == day("2012-06-18") && due(.holdFirst, in: story)?.act == nil)
        story.at("2012-06-08")
        #expect(due(.serveNotice, in: story)?.overdue == true)
        story.at("2012-06-14", 9, 29)
        #expect(due(.appointmentToday, in: story)?.appointment == id)
        #expect(due(.appointmentToday, in: story)?.sentence == "First appointment today at 9:30, face to face.")
        story.at("2012-06-14", 9, 30)
        #expect(codes(story) == [.recordOutcome])
        #expect(story.standing().nextStep?.overdue == false)
        story.at("2012-06-15")
        #expect(story.standing().nextStep?.overdue == true)
        story.at("2012-06-15")
        try story.perform(RecordAttendance(appointment: id, attendance: Story.came), by: Story.dana)
        #expect(codes(story) == [.allottedTimeEnds])
        #expect(story.standing().nextStep == nil)
    }

    @Test("A first appointment booked after the last day for it says so")
    func tooLate() throws {
        var story = try Story.assigned(byChoice: true)
        try story.book(try Story.slot("2012-06-19"))
        #expect(due(.holdFirst, in: story)?.act == .moveAppointment)
        // An invitation is sent by the working day before.
        #expect(due(.serveNotice, in: story)?.day == day("2012-06-18"))
    }

    @Test("A missed appointment with nothing booked since asks for another, until one is booked")
    func rebook() throws {
        var (story, id) = try Story.booked()
        try story.perform(TellOfHolder(ToldOfHolder(route: .byHand)), by: Story.dana)
        story.at("2012-06-14", 10)
        try story.perform(RecordMiss(appointment: id, reason: nil, words: nil), by: Story.dana)
        #expect(codes(story) == [.rebook])
        #expect(story.standing().nextStep?.appointment == id && story.standing().nextStep?.act == .bookAppointment)
        try story.book(try Story.slot("2012-06-18"))
        #expect(!codes(story).contains(.rebook) && codes(story).contains(.holdFirst))
    }

    @Test(
        "Silence is counted from the last two-way contact, and said only of those attached and not working (M-069, D-085)"
    )
    func silence() throws {
        var (story, _) = try Story.attached()
        story.at("2012-06-27")
        #expect(due(.silence, in: story) == nil)
        story.at("2012-06-28")
        let fortnight = try #require(due(.silence, in: story))
        #expect(fortnight.day == day("2012-06-28") && !fortnight.overdue && fortnight.act == .bookAppointment)
        story.at("2012-07-08")
        #expect(
            due(.silence, in: story)?.sentence == "No two-way contact for 24 days while attached and not working.")
        #expect(due(.silence, in: story)?.overdue == true)
        let review = try story.book(try Story.slot("2012-07-10"), .review)
        #expect(due(.silence, in: story)?.act == nil)
        story.at("2012-07-10", 10)
        // A miss is no contact.
        var missed = story
        try missed.perform(RecordMiss(appointment: review, reason: nil, words: nil), by: Story.dana)
        #expect(due(.silence, in: missed) != nil)
        try story.perform(RecordAttendance(appointment: review, attendance: Story.came), by: Story.dana)
        #expect(due(.silence, in: story) == nil)
        story.at("2014-06-12")
        #expect(due(.silence, in: story) == nil)
    }

    private func working(from first: String, until last: String? = nil) throws -> Story {
        var (story, _) = try Story.attached()
        story.at(first)
        try story.perform(
            RecordJobStart(
                started: day(first), kind: .employed, hours: try WeeklyHours(30),
                details: try JobDetails(employer: "Mill")),
            by: Story.dana)
        try story.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: day(first), until: nil, certainty: .known, source: .jobcentre)),
            by: Story.jane)
        guard let last, let job = story.file.employment.jobs.last?.id else { return story }
        story.at(last)
        try story.perform(RecordJobEnd(job: job, last: day(last), reason: "over", words: nil), by: Story.dana)
        return story
    }

    @Test("Work stops the count of silence, which starts again from the last day worked")
    func silenceAndWork() throws {
        var story = try working(from: "2012-06-20")
        story.at("2012-08-20")
        #expect(due(.silence, in: story) == nil)
        story = try working(from: "2012-06-20", until: "2012-08-20")
        story.at("2012-09-02")
        #expect(due(.silence, in: story) == nil)
        story.at("2012-09-03")
        #expect(due(.silence, in: story)?.sentence.contains("14 days") == true)
    }

    @Test("Counted weeks with no accepted proof are asked for, first week first, until proof covers them")
    func proof() throws {
        var story = try working(from: "2012-06-20")
        story.at("2012-06-25")
        #expect(due(.proof, in: story) == nil)
        story.at("2012-07-04")
        let missing = try #require(due(.proof, in: story))
        #expect(
            missing.sentence
                == "Proof of work is missing for 2 counted weeks, the first from 20 June 2012 to 26 June 2012.")
        #expect(missing.act == .recordProof && !missing.overdue)
        let job = try #require(story.file.employment.jobs.first?.id)
        try story.perform(
            RecordProof(job: job, kind: "letter", from: day("2012-06-20"), until: day("2012-07-03"), earnings: nil),
            by: Story.dana)
        #expect(due(.proof, in: story) == nil)
    }

    @Test("Where somebody is stands in one line, from registration to after the allotted time")
    func place() throws {
        var story = try Story()
        #expect(story.standing().whereTheyAre == "Not registered.")
        #expect(try Story.registered().standing().whereTheyAre == "Registered on 28 May 2012; on no programme.")
        #expect(
            try Story.interviewed().standing().whereTheyAre
                == "Referral interview held on 29 May 2012; not referred yet.")
        #expect(
            try Story.referred().standing().whereTheyAre
                == "Referred to Made Up Programme on 30 May 2012. Waiting for acknowledgement.")
        #expect(
            try Story.assigned().standing().whereTheyAre
                == "Referred to Made Up Programme on 30 May 2012. With an adviser, not yet attached.")
        story = try Story.attached().0
        story.at("2012-09-05")
        #expect(story.standing().whereTheyAre == "Attached since 14 June 2012; 11 of 104 weeks; not in work.")
        story.at("2012-09-06")
        #expect(story.standing().whereTheyAre == "Attached since 14 June 2012; 12 of 104 weeks; not in work.")
        story = try working(from: "2012-06-20")
        #expect(
            story.standing().whereTheyAre
                == "Attached since 14 June 2012; 0 of 104 weeks; in work since 20 June 2012; off benefit since 20 June 2012."
        )
        story.at("2014-06-12")
        #expect(
            story.standing().whereTheyAre
                == "Attached from 14 June 2012; the allotted time ended on 11 June 2014; in work since 20 June 2012.")
    }

    @Test("Nothing is said of what the reader does not see, and one who sees all reads what the record says")
    func throughSight() throws {
        var story = try working(from: "2012-06-20")
        story.at("2012-08-20")
        for relation in [Relation.attached, .jobcentre, .oneself] {
            #expect(story.standing(Sight(role: .adviser, relation: relation)) == story.standing(), "\(relation)")
        }
        let former = story.standing(Sight(role: .providerAdviser, relation: .former))
        #expect(!former.dues.contains { $0.code == .proof })
        let nobody = story.standing(Sight(role: .adviser, relation: .none))
        #expect(nobody.dues.isEmpty && nobody.whereTheyAre == "Not registered.")
        var silent = try Story.attached().0
        silent.at("2012-08-20")
        let referred = silent.standing(Sight(role: .providerAdviser, relation: .referred))
        #expect(!referred.dues.contains { $0.code == .silence } && !referred.whereTheyAre.contains("work"))
    }

    @Test("A case whose keys are gone stands where it stood")
    func withoutKeys() throws {
        var story = try working(from: "2012-06-20")
        story.at("2012-08-20")
        let shut = CaseFile(
            id: story.file.id,
            folding: try story.events.map { event in
                Event(
                    id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                    recorded: event.recorded, by: event.by,
                    fact: try Fact(
                        kind: event.fact.kind, version: event.fact.version, clear: event.fact.clear, sealed: nil))
            })
        #expect(shut.customer?.identity == .shut)
        #expect(
            shut.standing(on: story.now.day, now: story.now, programmes: ["made-up": .madeUp], rules: .madeUp)
                == story.standing())
    }

    @Test("On every day of a case what is overdue comes first, and codes are in their order")
    func sorted() throws {
        var story = try working(from: "2012-06-20", until: "2012-07-20")
        _ = try story.book(try Story.slot("2012-07-24"), .review)
        let order = DueCode.allCases
        for offset in 0..<800 {
            story.now = Instant(london: day("2012-05-28").adding(days: offset), hour: 12, minute: 0)
            let dues = story.standing().dues
            for (left, right) in zip(dues, dues.dropFirst()) {
                #expect(left.overdue || !right.overdue)
                if left.overdue == right.overdue {
                    #expect(order.firstIndex(of: left.code)! <= order.firstIndex(of: right.code)!)
                }
            }
            for due in dues { #expect(!due.overdue || due.day < story.now.day) }
        }
    }
}
