import Kernel
import Testing

@testable import Casework

@Suite("Assessing a customer")
struct AssessmentTests {
    @Test("An assessment is saved in parts and gone on with; what is as it was is not recorded again (C06)")
    func parts() throws {
        var room = try AssessmentRoom()
        let id = try room.begin(.open)
        let first = SaveAnswers(
            assessment: id, mode: .open, answers: ["cv": .chosen(["no"]), "cv-help": .words("Spelling")])
        #expect(try room.perform(first).count == 1)
        #expect(try room.perform(first).isEmpty)
        #expect(room.refused(FinishAssessment(assessment: id, mode: .open)) == nil)
        #expect(
            room.refused(BeginAssessment(instrument: "made-up", version: 1, mode: .open)) == "assessment.unfinished")
        #expect(
            room.refused(BeginAssessment(instrument: "made-up", version: 2, mode: .open)) == "assessment.instrument")
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["cv-help": nil, "travel": .number(30)]))
        let held = room.file.assessments.all[0]
        #expect(held.answers == ["cv": .chosen(["no"]), "travel": .number(30)])
        try room.perform(FinishAssessment(assessment: id, mode: .open))
        let outcome = try #require(room.file.assessments.all[0].finished?.outcome)
        #expect(
            outcome
                == AssessmentOutcome(
                    sections: [
                        .init(section: "first", points: 2, most: 2), .init(section: "second", points: 0, most: 8),
                    ],
                    rating: "green", stream: "search", couldBe: "red"))
        #expect(room.refused(first) == "assessment.finished")
        #expect(room.refused(FinishAssessment(assessment: id, mode: .open)) == "assessment.finished")
    }

    @Test("It is not finished while a question on the way has no answer; “not today” is one (G-018)")
    func open() throws {
        var room = try AssessmentRoom()
        room.agree()
        let id = try room.begin()
        #expect(room.refused(FinishAssessment(assessment: id, mode: .inPrivate)) == "assessment.open")
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["cv": .chosen(["yes"])]))
        let found = refusal {
            _ = try FinishAssessment(assessment: id, mode: .inPrivate).decide(
                on: room.file, in: room.context(AssessmentRoom.adviser))
        }
        #expect(
            found?.sentence == "“Does health limit work?” (Second) has no answer yet. Answer it, or choose “Not today”."
        )
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["health": .putOff]))
        try room.perform(FinishAssessment(assessment: id, mode: .inPrivate))
        #expect(room.file.assessments.all[0].finished?.outcome.couldBe == "red")
    }

    @Test(
        "A private question is refused in a group, in the open and by phone (G-018)", arguments: AssessmentMode.allCases
    )
    func privacy(_ mode: AssessmentMode) throws {
        var room = try AssessmentRoom()
        room.agree()
        let id = try room.begin(mode)
        let save = SaveAnswers(assessment: id, mode: mode, answers: ["health": .chosen(["yes"])])
        #expect(room.refused(save) == (mode == .inPrivate ? nil : "assessment.private"))
    }

    @Test("Health is asked, kept and shown under the person's own consent (K-007)")
    func consent() throws {
        var room = try AssessmentRoom()
        let id = try room.begin()
        let save = SaveAnswers(
            assessment: id, mode: .inPrivate, answers: ["cv": .chosen(["yes"]), "health": .chosen(["yes"])])
        #expect(room.refused(save) == "assessment.consent")
        room.agree()
        let facts = try room.perform(save)
        #expect(facts.map(\.category) == [.assessment, .health])
        #expect(room.seen.assessments?.all[0].answers.keys.sorted() == ["cv", "health"])
        // That a question was reached can say what was answered before it, so the list is not in clear.
        #expect(facts[1].clear["questions"] == .array([]))
        room.withdrawConsent()
        #expect(room.seen.assessments?.all[0].answers.keys.sorted() == ["cv"])
        try room.perform(FinishAssessment(assessment: id, mode: .inPrivate))
        #expect(room.file.assessments.all[0].finished?.outcome.rating == "green")
    }

    @Test(
        "Points, stream and reasons that rest on answers a reader does not see are not theirs either (K-006, K-009)",
        arguments: [Casework.Category.health, .convictions, .household])
    func unseen(_ category: Casework.Category) throws {
        var room = try AssessmentRoom()
        room.agree(to: [category])
        let id = try room.begin()
        let part = AnsweredPart(category: category, mode: .inPrivate, questions: [])
        room.fold(.assessment(.answered(id, part, .open(GivenAnswers(["health": .chosen(["yes"])])))))
        room.fold(
            .assessment(
                .finished(
                    id,
                    AssessmentOutcome(
                        sections: [.init(section: "second", points: 77, most: 99)], rating: "red", stream: "health",
                        couldBe: "amber"))))
        let why = Words("It is her heron")
        room.fold(
            .assessment(.streamed(id, Streaming(rating: "amber", stream: "health", overrules: true), .open(why))))
        func texts() throws -> String {
            let names = Names(organisation: { _ in "The council" }, person: { _ in "Dana" })
            let sight = room.file.sight(in: room.context(AssessmentRoom.adviser))
            let told = Timeline.entries(
                room.events, through: sight, names: names, programmes: [:], tools: AssessmentRoom.tools)
            let seen = try #require(room.seen.assessments)
            return "\(seen)" + told.map { $0.headline + ($0.detail ?? "") }.joined()
        }
        let open = try texts()
        for word in ["points: 77", "her heron", "Health first", "Could be"] { #expect(open.contains(word), "\(word)") }
        room.withdrawConsent()
        let shut = try texts()
        for word in ["points: 77", "her heron", "Health first", "Could be", "stream: \"health\""] {
            #expect(!shut.contains(word), "\(word)")
        }
        #expect(shut.contains("Part of this rests on answers you do not see"))
        let seen = try #require(room.seen.assessments?.finished.last)
        #expect(seen.restsOnUnseen && seen.rating == "amber" && seen.stream == nil)
        #expect(
            room.refused(StreamCustomer(assessment: id, rating: "red", stream: "health", why: why))
                == "assessment.unseen")
    }

    @Test("An answer the question does not take is refused")
    func answers() throws {
        var room = try AssessmentRoom()
        let id = try room.begin()
        for (question, answer) in [
            ("cv", Answer.chosen(["maybe"])), ("cv", .chosen(["yes", "no"])), ("cv", .words("yes")),
            ("travel", .number(91)), ("travel", .chosen(["yes"])), ("skills", .chosen(["read", "read"])),
            ("cv-help", .words(String(repeating: "a", count: 4001))),
        ] {
            let save = SaveAnswers(assessment: id, mode: .inPrivate, answers: [question: answer])
            #expect(room.refused(save) == "assessment.answer", "\(question) \(answer)")
        }
        #expect(
            room.refused(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["no": .putOff]))
                == "assessment.question")
    }

    @Test("An adviser takes up the rating, or overrules it with a reason (C06, M-030)")
    func overrule() throws {
        var room = try AssessmentRoom()
        let begun = try room.begin()
        func stream(_ rating: String, _ stream: String, _ why: String? = nil, of id: Identifier<Assessment>)
            -> StreamCustomer
        {
            StreamCustomer(assessment: id, rating: rating, stream: stream, why: why.map { Words($0) })
        }
        #expect(room.refused(stream("green", "search", of: begun)) == "assessment.not-finished")
        try room.perform(WithdrawAssessment(assessment: begun, why: Words("Wrong person")))
        let id = try room.assess(["cv": .chosen(["yes"])])
        #expect(room.refused(stream("blue", "search", of: id)) == "assessment.rating")
        #expect(room.refused(stream("green", "sea", of: id)) == "assessment.stream")
        #expect(room.refused(stream("amber", "help", of: id)) == "assessment.why")
        try room.perform(stream("green", "search", "Says that nothing else is in the way", of: id))
        #expect(room.file.assessments.finished.last?.streamings.last?.streaming.overrules == false)
        #expect(room.refused(stream("green", "search", of: id)) == "assessment.streamed")
        try room.perform(stream("amber", "help", "Sleeps badly", of: id))
        let last = try #require(room.file.assessments.finished.last)
        #expect(last.rating == "amber" && last.stream == "help")
        #expect(last.finished?.outcome.rating == "green")
        #expect(last.streamings.map(\.streaming.overrules) == [false, true])
        // Going back to what the answers came to is a change as well, and says why.
        #expect(room.refused(stream("green", "search", of: id)) == "assessment.why")
    }

    @Test("The customer agrees, or says in their words what is not right; no rating changes (G-053)")
    func customerSays() throws {
        var room = try AssessmentRoom()
        let id = try room.assess(["cv": .chosen(["yes"])])
        #expect(
            room.refused(SayOfAssessment(assessment: id, agrees: false, words: nil), by: room.customer)
                == "assessment.say")
        try room.perform(
            SayOfAssessment(assessment: id, agrees: false, words: Words("I want to work now")), by: room.customer)
        let last = try #require(room.file.assessments.finished.last)
        #expect(last.customerView?.agrees == false)
        #expect(last.customerView?.words == .open(Words("I want to work now")))
        #expect(last.rating == "green")
    }

    @Test("A re-assessment shows each answer, section and rating that moved since the last (C06)")
    func changes() throws {
        var room = try AssessmentRoom()
        room.agree()
        try room.assess(["cv": .chosen(["no"]), "cv-help": .words("Spelling"), "health": .chosen(["yes"])])
        try room.assess(["cv": .chosen(["yes"]), "travel": .number(40), "health": .chosen(["yes"])])
        let (first, second) = (room.file.assessments.all[0], room.file.assessments.all[1])
        #expect(room.file.assessments.previous(to: second)?.id == first.id)
        #expect(room.file.assessments.previous(to: first) == nil)
        let changes = AssessmentChanges(
            from: (first, AssessmentRoom.instrument), to: (second, AssessmentRoom.instrument))
        #expect(changes.answers.map(\.question) == ["cv", "cv-help", "travel"])
        #expect(changes.answers.map(\.was) == ["No", "Spelling", nil])
        #expect(changes.answers.map(\.isNow) == ["Yes", nil, "40"])
        #expect(changes.answers.map(\.points) == [-2, 0, 0])
        #expect(changes.sections.map(\.section) == ["first"])
        #expect(changes.wasRating == "red" && changes.isRating == "red")
    }

    @Test("Gone through again, what was said the last time is asked about, and is no answer until it is saved (C06)")
    func earlier() throws {
        var room = try AssessmentRoom()
        room.agree()
        let first: [String: Answer?] = [
            "cv": .chosen(["no"]), "cv-help": .putOff, "travel": .number(40), "health": .chosen(["yes"]),
        ]
        try room.assess(first)
        #expect(room.file.assessments.earlier(than: room.file.assessments.all[0], AssessmentRoom.instrument).isEmpty)
        let id = try room.begin()
        func earlier(_ assessments: Assessments?, _ instrument: Instrument) throws -> [String: Answer] {
            let held = try #require(assessments?.all.last)
            #expect(held.id == id)
            return assessments?.earlier(than: held, instrument).mapValues(\.answer) ?? [:]
        }
        let said: [String: Answer] = ["cv": .chosen(["no"]), "travel": .number(40), "health": .chosen(["yes"])]
        #expect(try earlier(room.file.assessments, AssessmentRoom.instrument) == said)
        #expect(room.file.assessments.all[1].answers.isEmpty)
        #expect(room.refused(FinishAssessment(assessment: id, mode: .inPrivate)) == "assessment.open")
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["cv": .chosen(["yes"])]))
        #expect(try earlier(room.file.assessments, AssessmentRoom.instrument).keys.sorted() == ["health", "travel"])
        // A question that is gone, or takes other answers now, is asked as new.
        let narrower = Instrument(
            id: "made-up", version: 2, title: "", status: .ours, source: "", stage: .full,
            sections: [
                .init(
                    id: "s", title: "", says: "", source: "",
                    questions: [Question(id: "travel", asks: "", kind: .number(0...30))])
            ])
        #expect(try earlier(room.file.assessments, narrower).isEmpty)
        // Private answers are for whoever may see them.
        room.withdrawConsent()
        #expect(try earlier(room.seen.assessments, AssessmentRoom.instrument).keys.sorted() == ["travel"])
    }

    @Test("What was said the last time and is taken out now is not filled in again, and is recorded once (C06)")
    func leftOut() throws {
        var room = try AssessmentRoom()
        try room.assess(["cv": .chosen(["yes"]), "travel": .number(40)])
        let id = try room.begin()
        let out = SaveAnswers(assessment: id, mode: .inPrivate, answers: ["cv-help": nil, "travel": nil])
        #expect(try room.perform(out).count == 1)
        #expect(try room.perform(out).isEmpty)
        func earlier() throws -> [String] {
            let held = try #require(room.file.assessments.all.last)
            return room.file.assessments.earlier(than: held, AssessmentRoom.instrument).keys.sorted()
        }
        #expect(try earlier() == ["cv"])
        #expect(room.file.assessments.all[1].answers.isEmpty)
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["travel": .number(30)]))
        #expect(room.file.assessments.all[1].answers == ["travel": .number(30)])
    }

    @Test("The latest answer to a question is found whichever assessment has it; put off, there is none (G-037)")
    func latest() throws {
        var room = try AssessmentRoom()
        #expect(room.file.assessments.latest("travel") == nil)
        try room.assess(["cv": .chosen(["yes"]), "travel": .number(40)])
        let id = try room.begin()
        #expect(room.file.assessments.latest("travel")?.held.answer == .number(40))
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["travel": .number(20)]))
        #expect(room.file.assessments.latest("travel")?.held.answer == .number(20))
        #expect(room.file.assessments.latest("travel")?.assessment.id == id)
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["travel": .putOff]))
        #expect(room.file.assessments.latest("travel") == nil)
        try room.perform(WithdrawAssessment(assessment: id, why: Words("Wrong person")))
        #expect(room.file.assessments.latest("travel")?.held.answer == .number(40))
    }

    @Test("Whoever does not see an answer for equality monitoring loses nothing of the rating, which never rests on it")
    func monitoring() throws {
        var room = try AssessmentRoom()
        let id = try room.begin()
        let part = AnsweredPart(category: .equality, mode: .inPrivate, questions: ["ethnic-group"])
        #expect(part.questions.isEmpty, "which questions were reached is not told in clear (K-038)")
        let given = GivenAnswers(["ethnic-group": .chosen(["not-said"])])
        room.fold(.assessment(.answered(id, part, .open(given))))
        try room.perform(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["cv": .chosen(["no"])]))
        try room.perform(FinishAssessment(assessment: id, mode: .inPrivate))
        let seen = try #require(room.seen.assessments?.finished.last)
        #expect(seen.answers == ["cv": .chosen(["no"])])
        #expect(!seen.restsOnUnseen && seen.finished?.outcome.rating == "green" && seen.stream == "search")
        room.agree(to: [.equality])
        #expect(
            room.seen.assessments?.finished.last?.answers["ethnic-group"] == nil,
            "an earlier yes for another purpose opens it no longer (K-038)")
        room.agree(to: [.equality], for: "equality")
        #expect(room.seen.assessments?.finished.last?.answers["ethnic-group"] == .chosen(["not-said"]))
    }

    @Test("An assessment withdrawn as a mistake stays in the record and counts for nothing")
    func withdrawn() throws {
        var room = try AssessmentRoom()
        let id = try room.assess(["cv": .chosen(["yes"])])
        try room.perform(WithdrawAssessment(assessment: id, why: Words("Another person's answers")))
        #expect(room.file.assessments.finished.isEmpty)
        #expect(room.file.assessments.all.count == 1)
        #expect(room.refused(WithdrawAssessment(assessment: id, why: Words("again"))) == "assessment.withdrawn")
        #expect(
            room.refused(StreamCustomer(assessment: id, rating: "green", stream: "search")) == "assessment.withdrawn")
        try room.assess(["cv": .chosen(["yes"])])
        #expect(room.file.assessments.finished.count == 1)
    }

    @Test("The journey tells it in words, and keeps an answer about health from whoever may not see it")
    func journey() throws {
        var room = try AssessmentRoom()
        room.agree()
        let id = try room.assess(["cv": .chosen(["yes"]), "health": .chosen(["yes"])])
        try room.perform(StreamCustomer(assessment: id, rating: "amber", stream: "help", why: Words("Mends well")))
        try room.perform(SeeProgressPoint(.b, evidence: Words("Came by himself")))
        try room.perform(SeeProgressPoint(.a, evidence: Words("Bad week")))
        let names = Names(organisation: { _ in "The council" }, person: { _ in "Dana" })
        func told() -> [String] {
            Timeline.entries(
                room.events, through: room.file.sight(in: room.context(AssessmentRoom.adviser)), names: names,
                programmes: [:], tools: AssessmentRoom.tools
            ).sorted { $0.sequence < $1.sequence }.map(\.headline)
        }
        #expect(
            told().suffix(7) == [
                "Assessment begun: Made up", "Answers saved: Made up", "Answers saved, about health: Made up",
                "Assessed: Made up", "Stream: Help", "Point B", "Back from B to point A",
            ])
        room.withdrawConsent()
        #expect(!told().contains { $0.contains("health") })
    }
}
