import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

/// What a program of the customer's own is answered, looked for on the page that `APICoverageTests` sets beside it.
@Suite("A customer's own pages say what the API says, of one record")
struct OwnPagesAgreeTests {
    /// The text of a page, and what a program reads of the same record.
    private struct Both {
        let page: String
        let json: JSON

        /// Fails where the page leaves something out.
        func says(_ words: String?..., at place: SourceLocation = #_sourceLocation) {
            for one in words {
                guard let one else {
                    Issue.record("The API leaves it out", sourceLocation: place)
                    continue
                }
                #expect(page.contains(one.replacing("'", with: "’")) || page.contains(one), sourceLocation: place)
            }
        }

        func list(_ name: String) -> [JSON] { json[name]?.array ?? [] }
    }

    private func both(
        _ room: Partnership, _ subject: Identifier<CaseFile>, _ page: SiteURL, _ part: String
    ) async throws -> Both {
        let phone = try await room.phone(of: subject)
        let program = try await room.ownProgram(of: subject, by: room.adviser)
        let answer = try await program.get("/customers/\(subject)\(part)")
        #expect(answer.status == 200, "\(answer.json)")
        return Both(page: try await phone.get(page.address).page().root.text, json: answer.json)
    }

    @Test("How things are: points, what stands in the way, what counted, what was answered and what is different")
    func standing() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let both = try await both(room, rosa, .meStanding, "")
        #expect(both.list("points").count == 2 && both.list("barriers").count == 1)
        for point in both.list("points") {
            let code = try #require(point["point"]?.string.flatMap(ProgressPoint.init(rawValue:)))
            #expect(point["means"] == .string(code.means))
            both.says(OwnTalkWords.point(code), point["evidence"]?.string)
        }
        for barrier in both.list("barriers") {
            let code = barrier["barrier"]?.string ?? ""
            both.says(room.office.tools.barriers.barrier(code)?.title)
            for view in ["customer", "adviser"] {
                let weight = try #require(barrier[view]?.string.flatMap(BarrierWeight.init(rawValue:)))
                both.says(OwnStandingWords.weight(weight))
            }
        }
        let program = try await room.ownProgram(of: rosa, by: room.adviser)
        let instrument = try #require(room.office.tools.instrument("five-section", version: 1))
        for talk in both.list("assessments") {
            let id = try #require(talk["id"]?.string)
            let result = try await program.get("/customers/\(rosa)/assessments/\(id)").json
            let rating = result["assessment"]?["rating"]?.string.flatMap(instrument.rating)
            both.says(rating?.means)
            if let couldBe = result["could-be"]?.string { both.says(instrument.rating(couldBe)?.means) }
            for factor in result["factors"]?.array ?? [] where (factor["points"]?.int ?? 0) > 0 {
                both.says(factor["title"]?.string, factor["answer"]?.string, factor["explains"]?.string)
            }
            #expect(result["answers"]?.array?.isEmpty == false)
            for answer in result["answers"]?.array ?? [] { both.says(answer["asks"]?.string, answer["says"]?.string) }
            for changed in result["changes"]?["answers"]?.array ?? [] {
                both.says(changed["asks"]?.string, changed["was"]?.string, changed["is"]?.string)
            }
        }
        try await room.close()
    }

    @Test("The plan: what they want, what is in the way in their order, and when it is next gone through")
    func plan() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let both = try await both(room, rosa, .mePlan, "/plan")
        for goal in both.list("goals") { both.says(goal["words"]?.string) }
        let titles = both.list("barriers").compactMap { $0["code"]?.string }
            .compactMap { room.office.tools.barriers.barrier($0)?.title }
        #expect(titles.count == 2)
        let places = titles.compactMap { both.page.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 2 && places == places.sorted())
        let next = try CalendarDay(#require(both.json["next-review"]?.string))
        both.says(PlanSheetWords.nextReview(next))
        try await room.close()
    }

    @Test("Sharing: who sees the record, why, and for what, with and without a yes of theirs (K-007)")
    func sharing() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let calder = room.otherAdviser.author.organisation
        try await room.perform(
            GiveConsent(
                terms: ConsentTerms(recipient: calder, categories: [.identity, .plan], purpose: "training"),
                until: room.now.day.adding(days: 90), how: .signed), on: rosa, as: room.adviser)
        let both = try await both(room, rosa, .meSharing, "/sharing")
        #expect(both.list("viewers").count == 4, "the jobcentre, the provider, whoever they let in, and who pays")
        for viewer in both.list("viewers") {
            both.says(viewer["organisation"]?["name"]?.string, viewer["why"]?.string)
            for purpose in viewer["purposes"]?.array ?? [] {
                both.says(purpose.string.map { OwnSharingFormWords.purpose($0) })
            }
            let reasons = viewer["reasons"]?.array ?? []
            let sees = (viewer["sees"]?.array ?? []).compactMap(\.string)
            #expect(!sees.isEmpty && reasons.compactMap { $0["category"]?.string } == sees)
            #expect(reasons.allSatisfy { $0["basis"]?.string != nil && $0["says"]?.string != nil })
        }
        let purposes = Dictionary(
            both.list("purposes").map { ($0["code"]?.string ?? "", $0["says"]?.string ?? "") }
        ) { first, _ in first }
        for consent in both.list("consents") {
            let until = try CalendarDay(#require(consent["until"]?.string))
            let kinds = (consent["categories"]?.array ?? []).compactMap { $0.string }
                .compactMap(Casework.Category.init(rawValue:))
            both.says(OwnSharingWords.youAgreed(kinds.said, until))
            both.says(consent["purpose"]?.string.flatMap { purposes[$0] })
        }
        try await room.close()
    }

    @Test("Who is helping: each by name, with where it is, its phone, and who the adviser is (G-001)")
    func people() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let both = try await both(room, rosa, .mePeople, "/people")
        let helpers = both.json.array ?? []
        #expect(helpers.compactMap { $0["part"]?.string } == ["adviser", "programme", "jobcentre"])
        for helper in helpers {
            both.says(helper["organisation"]?["name"]?.string, helper["address"]?.string)
            both.says(helper["phone"]?.string.map { OwnPeopleWords.reach($0) })
        }
        both.says(helpers.first?["adviser"]?["name"]?.string)
        let until = try CalendarDay(#require(helpers[1]["until"]?.string))
        both.says(OwnPeopleWords.until(until))
        try await room.close()
    }

    @Test("What is new since they were last here is counted and told alike, and nothing is on the first time")
    func changed() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let first = try await room.ownProgram(of: rosa, by: room.adviser)
        #expect(try await first.get("/me").json["last-here"] == nil)
        let before = try await first.get("/customers/\(rosa)/journey").json["rows"]?.array ?? []
        #expect(!before.isEmpty && before.allSatisfy { $0["new"] == false })
        let seen = room.now
        room.move(to: room.now.day.adding(days: 1))
        try await room.perform(SetGoal(words: Words("To work in a bakery.")), on: rosa, as: room.adviser)

        let phone = try await room.phone(of: rosa)
        let again = try await room.ownProgram(of: rosa, by: room.adviser)
        #expect(try await again.get("/me").json["last-here"] == .text(seen))
        let rows = try await again.get("/customers/\(rosa)/journey").json["rows"]?.array ?? []
        let new = rows.filter { $0["new"] == true }
        #expect(new.count > 1 && new.count < rows.count)
        let home = try await phone.get(SiteURL.me.address).page().root.text
        #expect(home.contains(OwnChangedWords.many(new.count)))
        let page = try await phone.get(SiteURL.meChanged.address).page().root.text
        for row in new {
            let headline = try #require(row["headline"]?.string)
            #expect(page.contains(headline))
        }
        let ben = try await room.program(room.adviser)
        let staff = try await ben.get("/customers/\(rosa)/journey").json["rows"]?.array ?? []
        #expect(staff.allSatisfy { $0["new"] == nil }, "it is of the person's own visits")
        try await room.close()
    }
}
