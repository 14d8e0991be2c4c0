import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Jobs and what proves them")
struct WorkTests {
    @Test(
        "A job, its proof and its end are recorded from the customer's page, and the weeks say what counts (C10, C12)")
    func recorded() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        let atFirst = try await partnership.browser(partnership.adviser)
        try await atFirst.get(SiteURL.customer(rosa).address)
        try await atFirst.click("Record a job")
        try await atFirst.submit(
            "Record this job",
            ["employer": "Corner Bakery", "started": "11/9/2012", "hours": "37.5"], following: true)
        partnership.move(to: day("2012-10-15"))
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.benefit, rosa).address)
        try await dana.submit("Record this benefit", ["benefit": "JSA", "on": "off", "from": "11/9/2012"])

        let ben = try await partnership.browser(partnership.adviser)
        try await ben.get(SiteURL.customer(rosa).address)
        let form = try #require(await ben.page?.root.first("a") { $0.text.hasPrefix("Record proof") }?["href"])
        try await ben.get(form)
        #expect(await ben.page?.root.element(id: "from")?["value"] == "11 September 2012")
        let proven = try await ben.submit(
            "Record this proof", ["kind": "payslip", "until": "8/10/2012"], following: true)
        #expect(proven.text.contains("The proof is recorded."))
        #expect(proven.text.contains("Corner Bakery"))
        let words = try proven.page().root.text
        #expect(words.contains("5 of 5 weeks of work counted; 4 of 5 of those proven."))
        // Whose word each is, and how old (G-246).
        #expect(words.contains("Recorded by Ben Okoro, "))
        #expect(words.contains("recorded on 15 October 2012 ("))

        let end = try #require(await ben.page?.root.first("a") { $0.text.hasPrefix("Record its end") }?["href"])
        try await ben.get(end)
        let early = try await ben.submit("Record the end of this job", ["last": "1/9/2012", "reason": "F-248"])
        #expect(
            try early.page().root.element(id: "last-error")?.text.contains("cannot have ended on 1 September 2012")
                == true)
        #expect(try await ben.submit("Record the end of this job", ["last": "12/10/2012"]).status == .seeOther)
        try await partnership.close()
    }

    @Test("Withdrawing a job keeps it on the journey, and sending that twice does it once")
    func withdrawn() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        let started = try await partnership.perform(
            RecordJobStart(
                started: partnership.now.day, kind: .employed, hours: WeeklyHours(37),
                details: JobDetails(employer: "Corner Bakery")), on: rosa, as: partnership.adviser)
        let job = try #require(started.file.employment.jobs.first).id
        let ben = try await partnership.browser(partnership.adviser)
        try await ben.get(SiteURL.itemForm(.withdrawJob, rosa, item: job.description).address)
        let why = ["words": "It was another customer's job."]
        #expect(try await ben.submit("Withdraw this job", why).status == .seeOther)
        #expect(try await ben.submit("Withdraw this job", why).status == .seeOther)
        let page = try await ben.get(SiteURL.customer(rosa).address)
        #expect(page.text.contains("Job withdrawn as a mistake at Corner Bakery"))
        #expect(page.text.contains("No job is on record."))
        #expect(try await ben.get(SiteURL.itemForm(.withdrawJob, rosa, item: job.description).address).status != .ok)
        try await partnership.close()
    }

    @Test(
        "A 9 MB photograph of a letter is kept with the proof and opened again; what is too large or no picture is told"
    )
    func photograph() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        let started = try await partnership.perform(
            RecordJobStart(
                started: partnership.now.day, kind: .employed, hours: WeeklyHours(37),
                details: JobDetails(employer: "Corner Bakery")), on: rosa, as: partnership.adviser)
        let job = try #require(started.file.employment.jobs.first).id
        partnership.move(to: partnership.now.day.adding(days: 14))
        let ben = try await partnership.browser(partnership.adviser)
        let address = SiteURL.itemForm(.proof, rosa, item: job.description).address
        try await ben.get(address)
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
        let letter = head + (0..<9 * 1024 * 1024).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let fields = ["kind": "payslip"]

        let noise = try await ben.submit("Record this proof", fields, file: ("photograph", Array("GIF89a\u{1}".utf8)))
        #expect(noise.status == .unprocessableContent)
        #expect(
            noise.text.contains("This is not a PDF, a PNG or JPEG picture") && noise.text.contains("choose it again"))
        try await ben.get(address)
        let large = try await ben.submit(
            "Record this proof", fields, file: ("photograph", head + [UInt8](repeating: 7, count: 11 * 1024 * 1024)))
        #expect(large.status == .contentTooLarge && large.text.contains("larger than 10 MB"))
        try await ben.get(address)
        let kept = try await ben.submit("Record this proof", fields, file: ("photograph", letter), following: true)
        #expect(kept.text.contains("The proof is recorded."))
        let link = try #require(await ben.page?.root.first("a") { $0.text.hasPrefix("Open it") }?["href"])
        let opened = try await ben.get(link)
        #expect(opened.status == .ok && opened.body == letter)
        #expect(opened.headers[.contentType] == "image/jpeg")
        #expect(opened.headers[.contentDisposition]?.hasSuffix(".jpg\"") == true)
        try await partnership.close()
    }
}
