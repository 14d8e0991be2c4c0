import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

/// What is mistyped or made up on a page: a status, a sentence beside the field, and everything typed kept.
@Suite("Bad input on a page")
struct BadInputTests {
    private struct Room {
        let partnership: Partnership
        let rosa: Identifier<CaseFile>
        let job: Identifier<Job>
    }

    /// Rosa has been in a job for five weeks.
    private func working() async throws -> Room {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        let started = try await partnership.perform(
            RecordJobStart(
                started: Partnership.monday, kind: .employed, hours: WeeklyHours(37),
                details: JobDetails(employer: "Corner Bakery")), on: rosa, as: partnership.adviser)
        partnership.move(to: day("2012-10-15"))
        return Room(partnership: partnership, rosa: rosa, job: try #require(started.file.employment.jobs.first).id)
    }

    private func error(_ field: String, in answer: WebAnswer) throws -> String {
        #expect(answer.status == .unprocessableContent)
        return try #require(try answer.page().root.element(id: "\(field)-error")?.text)
    }

    @Test("A benefit nobody knows is told with those there are, and the days typed are kept")
    func unknownBenefit() async throws {
        let room = try await working()
        let dana = try await room.partnership.browser(room.partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.benefit, room.rosa).address)
        let answer = try await dana.submit(
            "Record this benefit", ["benefit": "DOLE", "on": "on", "from": "1/10/2012", "until": "5/10/2012"])
        #expect(try error("benefit", in: answer).contains("“DOLE” is not a benefit here. Choose one of:"))
        let page = try answer.page().root
        #expect(page.element(id: "from")?["value"] == "1/10/2012" && page.element(id: "until")?["value"] == "5/10/2012")
        try await room.partnership.close()
    }

    @Test("A benefit known from a day to come is told of that day, not of the end")
    func benefitToCome() async throws {
        let room = try await working()
        let dana = try await room.partnership.browser(room.partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.benefit, room.rosa).address)
        let answer = try await dana.submit(
            "Record this benefit", ["benefit": "JSA", "on": "off", "from": "1/11/2012"])
        #expect(try error("from", in: answer).contains("1 November 2012 has not come yet"))
        try await room.partnership.close()
    }

    @Test("A day that is not in the calendar is told, in one box or in three")
    func noSuchDay() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        try await ben.get(SiteURL.itemForm(.endJob, room.rosa, item: room.job.description).address)
        let typed = try await ben.submit("Record the end of this job", ["last": "31 June 2012", "reason": "F-248"])
        #expect(try error("last", in: typed).contains("There is no such day as “31 June 2012”"))
        #expect(try typed.page().root.element(id: "last")?["value"] == "31 June 2012")
        try await ben.get(SiteURL.form(.book, room.rosa).address)
        let boxes = try await ben.submit(
            "Book this appointment", ["day-day": "31", "day-month": "6", "day-year": "2013", "time": "10:00"])
        #expect(try error("day", in: boxes).contains("There is no such day as “31 6 2013”"))
        #expect(try boxes.page().root.element(id: "time")?["value"] == "10:00")
        try await room.partnership.close()
    }

    @Test("An amount with three decimals is told, with what was typed kept")
    func threeDecimals() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        try await ben.get(SiteURL.itemForm(.proof, room.rosa, item: room.job.description).address)
        let answer = try await ben.submit(
            "Record this proof",
            ["kind": "payslip", "from": "10/9/2012", "until": "7/10/2012", "earnings": "812.505"])
        #expect(try error("earnings", in: answer).contains("812.505"))
        #expect(try answer.page().root.element(id: "earnings")?["value"] == "812.505")
        #expect(try await room.partnership.file(room.rosa).employment.proofs.isEmpty)
        try await room.partnership.close()
    }

    @Test("A job that ends before it starts is told beside the day, with the reason chosen kept")
    func endsFirst() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        try await ben.get(SiteURL.itemForm(.endJob, room.rosa, item: room.job.description).address)
        let answer = try await ben.submit("Record the end of this job", ["last": "9/9/2012", "reason": "F-248"])
        #expect(try error("last", in: answer).contains("cannot have ended on 9 September 2012"))
        #expect(try answer.page().root.first("input") { $0["checked"] != nil }?["value"] == "F-248")
        try await room.partnership.close()
    }

    @Test("Proof twice for one week is told with the earlier proof, and the first alone stands (C12)")
    func proofTwice() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        let proof = ["kind": "payslip", "from": "10/9/2012", "until": "16/9/2012"]
        try await ben.get(SiteURL.itemForm(.proof, room.rosa, item: room.job.description).address)
        #expect(try await ben.submit("Record this proof", proof).status == .seeOther)
        try await ben.get(SiteURL.itemForm(.proof, room.rosa, item: room.job.description).address)
        let answer = try await ben.submit("Record this proof", proof)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.page().root.first { $0["id"] == "problems" } != nil)
        #expect(answer.text.contains("10 September 2012"))
        #expect(try answer.page().root.element(id: "until")?["value"] == "16/9/2012")
        #expect(try await room.partnership.file(room.rosa).employment.proofs.count == 1)
        try await room.partnership.close()
    }

    @Test("A field of ten megabytes is told to be shortened, and nothing is recorded (413)")
    func tenMegabytes() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        try await ben.get(SiteURL.itemForm(.withdrawJob, room.rosa, item: room.job.description).address)
        let answer = try await ben.submit(
            "Withdraw this job", ["words": String(repeating: "x", count: 10_000_000)])
        #expect(answer.status == .contentTooLarge)
        #expect(answer.text.contains("shorten the longest answer, and send it again"))
        #expect(try await room.partnership.file(room.rosa).employment.heldJobs.count == 1)
        try await room.partnership.close()
    }

    @Test("Bytes that are not UTF-8 are told, and nothing is recorded (400)")
    func notUnicode() async throws {
        let room = try await working()
        let ben = try await room.partnership.browser(room.partnership.adviser)
        let address = SiteURL.itemForm(.withdrawJob, room.rosa, item: room.job.description).address
        try await ben.get(address)
        let answer = try await ben.ask(
            .post, address, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array("words=caf%E9".utf8))
        #expect(answer.status == .badRequest)
        #expect(try answer.page().root.first("h1")?.text == "This could not be read")
        #expect(try await room.partnership.file(room.rosa).employment.heldJobs.count == 1)
        try await room.partnership.close()
    }
}
