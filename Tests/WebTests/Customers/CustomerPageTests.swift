import Casework
import HTTPTypes
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("The customer's page")
struct CustomerPageTests {
    @Test("It says who, where they are, what is next, and who may see what and why")
    func whole() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let ben = try await partnership.browser(partnership.adviser)
        let page = try await ben.get(SiteURL.customer(rosa).address).page()
        #expect(page.root.first("h1")?.text == "Rosa Parr")
        let words = page.root.text
        #expect(words.contains("32, born 14 February 1980"))
        #expect(words.contains("Adviser Ben Okoro, Northway Futures"))
        #expect(words.contains("Book the first appointment"))
        #expect(
            words.contains(
                "Seen by the provider this person was referred to, under a public task: to help you find and keep work."
            ))
        #expect(words.contains("You do not see: jobs and hours"))
        #expect(page.root.first("a") { $0.text == "Book" }?["href"] == SiteURL.form(.book, rosa).address)
        try await partnership.close()
    }

    @Test("What the provider is to do next is no step of the jobcentre's")
    func whoseStep() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        let now = try #require(try await dana.get(SiteURL.customer(rosa).address).page().root.first("section"))
        #expect(now.text.contains("Nothing waits for you."))
        let waiting = try #require(now.text.firstRange(of: "Waiting for others"))
        #expect(now.text[waiting.upperBound...].contains("Book the first appointment"))
        #expect(now.first("a") == nil, "a button that settles what others do")
        try await partnership.close()
    }

    @Test("Ten entries of a journey stand on the page, and all of them on its own pages, fifty at a time")
    func journey() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        for number in 1...50 {
            let identity = try Identity(
                given: "Rosa", family: "Parr", born: day("1980-02-14"), address: "\(number) Canal Walk",
                on: partnership.now.day)
            try await partnership.perform(CorrectCustomer(identity: identity), on: rosa, as: partnership.adviser)
        }
        let all = try await partnership.file(rosa).sequence
        let ben = try await partnership.browser(partnership.adviser)
        func entries() async -> Int {
            await ben.page?.root.first("ol") { $0.has(class: "timeline") }?.all("li").count ?? 0
        }
        try await ben.get(SiteURL.customer(rosa).address)
        #expect(await entries() == 10)
        try await ben.click("Show the whole journey (\(all) entries)")
        #expect(await entries() == 50)
        try await ben.click("Next →")
        #expect(await entries() == min(all - 50, 50))
        try await ben.click("← Previous")
        #expect(await entries() == 50)
        try await partnership.close()
    }

    @Test("Only what a reader may send is offered")
    func offered() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached()
        func links(_ worker: Partnership.Worker) async throws -> Set<String> {
            let browser = try await partnership.browser(worker)
            let page = try await browser.get(SiteURL.customer(rosa).address).page()
            return Set(page.root.all("a").compactMap { $0["href"] }.filter { $0.contains("/do/") })
        }
        let job = SiteURL.form(.job, rosa).address
        let change = SiteURL.form(.changeAdviser, rosa).address
        let ben = try await links(partnership.adviser)
        #expect(ben.contains(job) && !ben.contains(change))
        let priya = try await links(partnership.manager)
        #expect(priya.contains(change))
        let dana = try await links(partnership.jobcentreAdviser)
        #expect(!dana.contains(job) && dana.contains(SiteURL.form(.benefit, rosa).address))
        #expect(try await links(partnership.commissioner).isEmpty)
        try await partnership.close()
    }

    @Test("A provider with no tie to somebody is told that there is nobody here")
    func noTie() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let ruth = try await partnership.browser(partnership.otherAdviser)
        let answer = try await ruth.get(SiteURL.customer(rosa).address)
        #expect(answer.status == .notFound)
        #expect(!answer.text.contains("Rosa"))
        try await partnership.close()
    }

    @Test("A commissioner reads codes and dates, and never a name or a word that was said (A-101)")
    func commissioner() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.attached("Rosamund", "Quillfeather")
        try await partnership.perform(
            RecordJobStart(
                started: partnership.now.day, kind: .employed, hours: WeeklyHours(37),
                details: JobDetails(employer: "Corner Bakery", title: "Baker")), on: rosa, as: partnership.adviser)
        let grace = try await partnership.browser(partnership.commissioner)
        for address in [SiteURL.customer(rosa).address, SiteURL.why(rosa).address] {
            let answer = try await grace.get(address)
            #expect(answer.status == .ok)
            for word in ["Rosamund", "Quillfeather", "Bakery", "Baker", "Canal Walk", "07700", "1980"] {
                #expect(!answer.text.contains(word), "\(word) on \(address)")
            }
        }
        let page = try await grace.get(SiteURL.customer(rosa).address).page()
        #expect(page.root.first("h1")?.text == "Customer \(rosa.description.suffix(6))")
        #expect(page.root.text.contains("Attached"))
        for address in [
            SiteURL.search("Quill").address, SiteURL.looks(rosa).address, SiteURL.form(.correct, rosa).address,
        ] {
            #expect(try await grace.get(address).status == .forbidden)
        }
        try await partnership.close()
    }

    @Test("A page as known on an earlier day leaves out what was recorded later, and offers nothing")
    func asKnownOn() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        partnership.move(to: Partnership.monday.adding(days: 7))
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.correct, rosa).address)
        try await dana.submit("Save the corrected details", ["given": "Rosalind"])
        #expect(try await dana.get(SiteURL.customer(rosa).address).text.contains("Details put right"))
        let past = try await dana.get(SiteURL.customer(rosa).address + "?as-known-on=10/9/2012").page()
        #expect(past.root.first("h1")?.text == "Rosa Parr")
        #expect(past.root.text.contains("As known on Monday 10 September 2012"))
        #expect(!past.root.text.contains("Details put right"))
        #expect(past.root.all("a").allSatisfy { $0["href"]?.contains("/do/") != true })
        let unread = try await dana.get(SiteURL.customer(rosa).address + "?as-known-on=someday").page()
        #expect(unread.root.element(id: "as-known-on-error")?.text.contains("“someday” is not a date") == true)
        try await partnership.close()
    }

    @Test("Every opening of a record is in the log that a team manager reads (design §5)")
    func looks() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let ben = try await partnership.browser(partnership.adviser)
        try await ben.get(SiteURL.customer(rosa).address)
        let omar = try await partnership.browser(partnership.teamManager)
        let page = try await omar.get(SiteURL.looks(rosa).address)
        #expect(page.text.contains("Ben Okoro, provider adviser, Northway Futures"))
        #expect(try await ben.get(SiteURL.looks(rosa).address).status == .forbidden)
        try await partnership.close()
    }

    @Test("A notice is handed out word for word, as a file, to those who see it (K-027)")
    func notice() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let appointment = try await partnership.book(rosa, on: Partnership.monday.adding(days: 14))
        let text = Array("Dear Rosa Parr\nPlease come on 24 September 2012.\n".utf8)
        let digest = Documents.digest(of: text)
        let file = try await partnership.file(rosa)
        try await partnership.perform(
            GiveNotice(
                appointment: appointment, route: .byHand, mandatory: file.referral?.basis == .mandatory,
                digest: digest),
            on: rosa, as: partnership.adviser, documents: [AttachedDocument(text, .support)])
        let address = SiteURL.document(rosa, digest: digest).address
        let answer = try await partnership.browser(partnership.adviser).get(address)
        #expect(answer.body == text)
        #expect(answer.header("Content-Disposition")?.hasPrefix("attachment") == true)
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        let grace = try await partnership.browser(partnership.commissioner).get(address)
        #expect(grace.status == .notFound || grace.status == .unprocessableContent)
        #expect(!grace.text.contains("Rosa"))
        try await partnership.close()
    }

    @Test("A form that somebody else overtook is shown again with everything typed, and says who changed what")
    func stale() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        let omar = try await partnership.browser(partnership.teamManager)
        try await dana.get(SiteURL.form(.correct, rosa).address)
        try await omar.get(SiteURL.form(.correct, rosa).address)
        try await omar.submit("Save the corrected details", ["phone": "01632 960111"])
        let answer = try await dana.submit("Save the corrected details", ["given": "Rosie"])
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page()
        #expect(page.root.text.contains("Omar Haddad changed this record"))
        #expect(page.root.element(id: "given")?["value"] == "Rosie")
        #expect(try await dana.submit("Save the corrected details").status == .seeOther)
        try await partnership.close()
    }
}
