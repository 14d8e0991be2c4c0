import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("The page of journeys while its map is read")
struct JourneysWaitTests {
    /// Five people referred, and a reading of everybody's journeys that has come to the first entry and stands there.
    private func held(_ hold: Hold) async throws -> Partnership {
        let room = try await Partnership()
        for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] { _ = try await room.referred(given, "Parr") }
        room.office.journeySettings.with { $0.patience = .zero }
        let office = room.office
        let (asking, entries) = try await office.asking(
            JourneyQuestion(AskedJourneys()), as: room.commissioner.author)
        _ = try await office.journeyReadings.answer(
            asking, with: entries, at: room.now, to: Identifier(high: 50, low: 1)
        ) { tell in
            try tell(1)
            await hold.stand()
            return try await office.readJourneys(asking, telling: tell)
        }
        await hold.reached()
        return room
    }

    /// Lets it go on, and has requests wait for it.
    private func release(_ hold: Hold, _ room: Partnership) {
        room.office.journeySettings.with { $0.patience = .seconds(3600) }
        hold.release()
    }

    @Test("It says how far it is, looks again by itself, and can be told not to; then it is the map (WCAG 2.2.1)")
    func page() async throws {
        let hold = Hold()
        let room = try await held(hold)
        let browser = try await room.browser(room.commissioner)
        let looks = try await room.looks()
        let answer = try await browser.get(SiteURL.journeys([("show", "everybody")]).address)
        #expect(answer.status == .accepted)
        let page = try answer.page().root
        #expect(page.text.contains("Reading the record: 1 of "))
        #expect(page.text.contains("This page looks again by itself"))
        #expect(page.all("svg").isEmpty && !page.text.contains("Parr"))
        let refresh = try #require(answer.header("Refresh"))
        #expect(refresh.hasSuffix("; url=/journeys?show=everybody"), "\(refresh)")
        try await browser.click("let it stay until you look")
        #expect(await browser.page?.root.text.contains("Where nobody looks for 5 minutes the reading stops.") == true)
        let stayed = try await browser.click("Look again")
        #expect(stayed.status == .accepted && stayed.header("Refresh") == nil)
        #expect(try await room.looks() == looks, "Nothing of anybody has been looked at")
        release(hold, room)
        let map = try await browser.click("Look again")
        #expect(map.status == .ok && map.text.contains("5 people went"))
        #expect(try await room.looks() == looks + 1)
        #expect(room.office.journeyReadings.begun == 1)
        try await room.close()
    }

    @Test("A file waits for the same reading: on a page for people, and for programs in JSON with when to ask again")
    func files() async throws {
        let hold = Hold()
        let room = try await held(hold)
        let browser = try await room.browser(room.commissioner)
        for form in ["json", "csv"] {
            let address = SiteURL.journeys([("as", form)]).address
            let program = try await browser.get(address)
            #expect(program.status == .accepted && Int(program.header("Retry-After") ?? "") != nil)
            let told = try JSON(parsing: program.body)
            #expect(told["state"]?.string == "reading" && told["read"]?.int == 1)
            let person = try await browser.ask(.get, address, headers: [.accept: "text/html,*/*;q=0.8"])
            #expect(person.text.contains("Once it is read you come to the page of these journeys"))
            #expect(person.header("Refresh")?.hasSuffix("; url=/journeys") == true)
        }
        release(hold, room)
        let file = try await browser.get(SiteURL.journeys([("as", "json")]).address)
        #expect(try JSON(parsing: file.body)["cases"]?.int == 5)
        #expect(room.office.journeyReadings.begun == 1)
        try await room.close()
    }

    @Test("As many as may be are read at once, and whoever asks for another map is told to wait")
    func queue() async throws {
        let hold = Hold()
        let room = try await held(hold)
        room.office.journeySettings.with { $0.atOnce = 1 }
        let browser = try await room.browser(room.commissioner)
        let other = [("programme", "work-programme-2011")]
        let answer = try await browser.get(SiteURL.journeys(other).address)
        #expect(answer.status == .accepted)
        #expect(answer.text.contains("Yours begins when one of them is done"))
        let program = try await browser.get(SiteURL.journeys(other + [("as", "json")]).address)
        let told = try JSON(parsing: program.body)
        #expect(told["state"]?.string == "waiting" && told["read"] == nil)
        release(hold, room)
        #expect(try await browser.get(SiteURL.journeys([]).address).text.contains("5 people went"))
        #expect(try await browser.get(SiteURL.journeys(other).address).text.contains("5 people went"))
        try await room.close()
    }

    @Test("Whoever may not see journeys is not told how far they are read either")
    func access() async throws {
        let hold = Hold()
        let room = try await held(hold)
        let browser = try await room.browser(room.adviser)
        let answer = try await browser.get(SiteURL.journeys([]).address)
        #expect([.forbidden, .notFound].contains(answer.status) && !answer.text.contains("Reading the record"))
        release(hold, room)
        _ = try await room.browser(room.commissioner).get(SiteURL.journeys([]).address)
        try await room.close()
    }

    @Test("A reading that fails is said to whoever waits for it")
    func failure() async throws {
        let room = try await Partnership()
        for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] { _ = try await room.referred(given, "Parr") }
        let (hold, actor) = (Hold(), room.commissioner.author)
        let (asking, entries) = try await room.office.asking(JourneyQuestion(AskedJourneys()), as: actor)
        room.office.journeySettings.with { $0.patience = .zero }
        _ = try await room.office.journeyReadings.answer(asking, with: entries, at: room.now, to: actor.person) { _ in
            await hold.stand()
            throw Refusal("temporary.file", "The log is too large. Set TMPDIR to a folder with room.")
        }
        await hold.reached()
        release(hold, room)
        let browser = try await room.browser(room.commissioner)
        let answer = try await browser.get(SiteURL.journeys([]).address)
        #expect(answer.status == .unprocessableContent && answer.text.contains("Set TMPDIR to a folder with room."))
        #expect(try await browser.get(SiteURL.journeys([]).address).text.contains("5 people went"))
        try await room.close()
    }

    @Test("A map that took longer than a request waits is shown again with its time, though more has been recorded")
    func old() async throws {
        let hold = Hold()
        let room = try await held(hold)
        hold.release()
        let browser = try await room.browser(room.commissioner)
        var answer = try await browser.get(SiteURL.journeys([]).address)
        while answer.status == .accepted { answer = try await browser.get(SiteURL.journeys([]).address) }
        #expect(answer.text.contains("5 people went") && !answer.text.contains("This is the record as it stood"))
        _ = try await room.referred("Nora", "Webb")
        let old = try await browser.get(SiteURL.journeys([]).address)
        #expect(old.text.contains("5 people went") && old.text.contains("This is the record as it stood at 9"))
        // What is taken away says it too, in the file where it can and else in its name.
        let html = try await browser.get(SiteURL.journeys([("as", "html")]).address)
        #expect(html.text.contains("This is the record as it stood at 9"))
        let told = try JSON(parsing: try await browser.get(SiteURL.journeys([("as", "json")]).address).body)
        #expect(told["as_of"]?.string?.hasSuffix("Z") == true && told["cases"]?.int == 5)
        let table = try await browser.get(SiteURL.journeys([("as", "csv")]).address)
        #expect(table.header("Content-Disposition")?.contains("journeys-as-of-20") == true)
        try await room.close()
    }

    @Test(
        "How far a reading is, and how long it may take, is said in round numbers",
        arguments: [
            (3_100_000, 10_200_000, 30, "3.1 of 10.2 million", "about 70 seconds left"),
            (8_000, 250_000, 1, "8,000 of 250,000", "about 40 seconds left"),
            (999_000, 1_000_000, 60, "0.9 of 1.0 million", "a few seconds left"),
            (1_000_000, 300_000_000, 12, "1.0 of 300.0 million", "about 60 minutes left"),
        ])
    func words(_ read: Int, _ entries: Int, _ seconds: Int, _ written: String, _ left: String) {
        let progress = JourneyProgress(read: read, of: entries, in: .seconds(seconds), JourneySettings())
        #expect(progress.written == written)
        #expect(progress.left == left)
        #expect(JourneySettings().looksAgain.contains(progress.looksAgain))
    }
}
