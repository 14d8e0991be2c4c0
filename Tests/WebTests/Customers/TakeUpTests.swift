import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Taking up a record that others keep")
struct TakeUpTests {
    private let answers = ["here": "yes", "proof": "document", "since": "10 September 2012"]

    /// Somebody whose record the council keeps.
    private func known(_ town: Partnership, to nell: Partnership.Worker) async throws -> Identifier<CaseFile> {
        let subject = Identifier<CaseFile>(high: 0x0137_0000_0000_7000, low: 1 << 63 | 77)
        try await town.perform(
            RegisterCustomer(
                identity: Identity(given: "Rosa", family: "Parr", born: day("1980-02-14"), on: town.now.day)),
            on: subject, as: nell)
        return subject
    }

    @Test("Somebody whom others have on record is found, taken up by a short form, and can be referred (G-004, K-010)")
    func takesUp() async throws {
        let town = try await Partnership()
        let rosa = try await known(town, to: try await town.councilAdviser())
        let dana = try await town.browser(town.jobcentreAdviser)
        let form = SiteURL.form(.takeUp, rosa).address
        let found = try await dana.get(SiteURL.search("Parr").address)
        #expect(try found.page().root.first("a") { $0.text.hasPrefix("They claim here now") }?["href"] == form)
        #expect(found.text.contains("Kept by others"))

        try await dana.get(SiteURL.register.address)
        let asked = try await dana.submit(
            "Register this customer",
            [
                "given": "Rosalind", "family": "Parr", "born-day": "14", "born-month": "2", "born-year": "1980",
            ])
        let link = try asked.page().root.first("a") { $0.text.hasPrefix("They claim here now") }
        #expect(link?["href"] == form && !asked.text.contains("This is the same person"))

        let shown = try await dana.get(form)
        #expect(shown.text.contains("Rosa Parr, born 14 February 1980"))
        #expect(shown.text.contains("You see their name and birth date, which your search found, and nothing else"))
        #expect(!shown.text.contains("You see nothing of this record."))
        #expect(shown.text.contains("You do not see: address"))
        let refused = try await dana.submit("Take up this record", ["proof": "document", "since": "10 September 2012"])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("Take up the record of somebody who claims here now"))
        let done = try await dana.submit("Take up this record", answers, following: true)
        #expect(try done.page().root.first("h1")?.text == "Rosa Parr")
        #expect(done.text.contains("Their record is kept here now."))
        #expect(done.text.contains("Record kept at Ashcombe Council"))
        #expect(done.text.contains("Claim held at Union Street Jobcentre"))
        #expect(done.text.contains("Claims at Union Street Jobcentre now"))
        let again = try await dana.get(SiteURL.search("Parr").address)
        #expect(!again.text.contains("They claim here now"))
        try await town.close()
    }

    @Test("A double click takes it up once, and the second answer is the first")
    func doubleClick() async throws {
        let town = try await Partnership()
        let rosa = try await known(town, to: try await town.councilAdviser())
        let dana = try await town.browser(town.jobcentreAdviser)
        try await dana.get(SiteURL.form(.takeUp, rosa).address)
        let first = try await dana.submit("Take up this record", answers)
        let second = try await dana.submit("Take up this record", answers)
        #expect(first.status == .seeOther && second.headers[.location] == first.headers[.location])
        #expect(try await town.file(rosa).customer?.keepers.all.count == 2)
        try await town.close()
    }

    @Test("Taken up by mistake it is given back by a short form, once however often that is sent (G-004)")
    func givesBack() async throws {
        let town = try await Partnership()
        let rosa = try await known(town, to: try await town.councilAdviser())
        try await town.perform(
            TakeUpRecord(isHere: true, proof: .questions, since: town.now.day), on: rosa, as: town.jobcentreAdviser)
        let dana = try await town.browser(town.jobcentreAdviser)
        let page = try await dana.get(SiteURL.customer(rosa).address)
        let form = SiteURL.form(.giveBack, rosa).address
        #expect(try page.page().root.first("a") { $0.text.hasPrefix("Taken up by mistake?") }?["href"] == form)
        try await dana.get(form)
        let refused = try await dana.submit("Give this record back")
        #expect(refused.status == .unprocessableContent)
        let first = try await dana.submit("Give this record back", ["mistake": "yes"])
        let second = try await dana.submit("Give this record back", ["mistake": "yes"])
        #expect(first.status == .seeOther && second.headers[.location] == first.headers[.location])
        #expect(try await town.file(rosa).customer?.keepers.all.count == 1)
        #expect(try await dana.get(SiteURL.customer(rosa).address).status == .notFound)
        #expect(try await dana.get(SiteURL.search("Parr").address).text.contains("Kept by others"))
        try await town.close()
    }

    @Test("Somebody with no page of their own is told with a letter to print, which is kept word for word (G-004)")
    func tellsThem() async throws {
        let town = try await Partnership()
        let nell = try await town.councilAdviser()
        let rosa = try await town.register()
        try await town.perform(
            TakeUpRecord(isHere: true, proof: .questions, since: town.now.day), on: rosa, as: nell)
        let form = SiteURL.form(.tellKeeper, rosa).address
        let desk = try await town.browser(nell)
        #expect(try await desk.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } != nil)
        #expect(try await desk.get(SiteURL.customer(rosa).address).page().root.first("a") { $0["href"] == form } != nil)
        try await desk.get(form)
        let checked = try await desk.submit("Check the answers", ["route": "post"])
        #expect(checked.text.contains("Ashcombe Council keeps your record now."))
        let done = try await desk.submit("Record that they are told", following: true)
        #expect(done.text.contains(Said.toldOfKeeper.sentence) && done.text.contains("Told who keeps their record now"))
        let keeper = try await town.file(rosa).customer?.keepers.keeper(nell.author.organisation)
        #expect(keeper?.told != nil)
        #expect(try await desk.get(SiteURL.customer(rosa).address).page().root.first("a") { $0["href"] == form } == nil)
        let dana = try await town.browser(town.jobcentreAdviser)
        #expect(try await dana.get(form).text.contains("You did not take up this record"))
        try await town.close()
    }

    @Test("A meeting with the jobcentre that somebody left is the new one's to cancel, from its list (G-004)")
    func leftBehind() async throws {
        let town = try await Partnership()
        let rosa = try await town.register()
        let dana = town.jobcentreAdviser.author
        let booked = try await town.perform(
            BookAppointment(
                purpose: .interview, adviser: dana.person, office: dana.organisation,
                slot: Slot(
                    starts: Instant(london: Partnership.monday.adding(days: 3), hour: 10, minute: 0), minutes: 30,
                    mode: .faceToFace)), on: rosa, as: town.jobcentreAdviser)
        let meeting = try #require(booked.file.appointments.last?.id)
        let (mill, now) = (Identifier<Organisation>(high: 2, low: 10), town.now)
        try await town.store.write { connection in
            try OrganisationRegister.put(
                .init(
                    id: mill, name: "Mill Lane Jobcentre", kind: .jobcentre, address: "3 Mill Lane, Ashcombe AB1 4EF",
                    phone: "01632 960170"), by: dana.person, at: now, in: connection)
        }
        let noor = try await town.hire("Noor Aziz", 42, at: mill, as: .adviser)
        try await town.perform(TakeUpRecord(isHere: true, proof: .document, since: now.day), on: rosa, as: noor)
        let desk = try await town.browser(noor)
        let cancel = SiteURL.itemForm(.cancel, rosa, item: meeting.description).address
        let today = try await desk.get(SiteURL.today.address)
        #expect(today.text.contains("is still booked with the jobcentre that kept this record before."))
        #expect(try today.page().root.first("a") { $0["href"] == cancel } != nil)
        let page = try await desk.get(SiteURL.customer(rosa).address).page()
        #expect(page.root.first("a") { $0["href"] == cancel } != nil)
        try await town.perform(
            CancelAppointment(appointment: meeting, asked: .jobcentre, reason: "other"), on: rosa, as: noor)
        #expect(try await !desk.get(SiteURL.today.address).text.contains("is still booked with"))
        try await town.close()
    }

    @Test("A program takes it up by the same form, and reads who keeps the record", arguments: Engine.allCases)
    func program(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let rosa = try await known(town, to: try await town.councilAdviser())
        let dana = try await town.program(town.jobcentreAdviser)
        let path = "/customers/\(rosa)/forms/take-up"
        #expect(try await dana.get("/customers/\(rosa)").code == "case.none")
        let asked = try await dana.get(path)
        let fields = asked.json["schema"]?["properties"]?.members?.map(\.name) ?? []
        #expect(asked.status == 200 && Set(fields) == ["here", "proof", "since"])
        let key: HTTPFields = [
            .idempotencyKey: Identifier<Command>(high: 0x0137_0000_0000_7000, low: 1 << 63 | 5).description
        ]
        let told: JSON = ["here": true, "proof": "vouched", "since": "2012-09-10"]
        let first = try await dana.post(path, told, key)
        #expect(first.status == 200, "\(first.json)")
        let again = try await dana.post(path, told, key)
        #expect(again.json == first.json && again.web.header("Idempotency-Replayed") == "true")
        let twice = try await dana.post(path, told)
        #expect(twice.status == 422 && twice.code == "keeper.already")
        let record = try await dana.get("/customers/\(rosa)").json
        let keepers = record["keepers"]?.array?.compactMap { $0["organisation"]?["name"]?.string }
        #expect(keepers == ["Ashcombe Council", "Union Street Jobcentre"])
        #expect(record["home"]?["name"] == "Union Street Jobcentre" && record["relation"] == "jobcentre")
        let ben = try await town.program(town.adviser)
        #expect(try await ben.post(path, told).code == "case.none")
        try await town.close()
    }

    @Test("The person reads who keeps their record, and that it was taken up, in words to them")
    func told() async throws {
        let town = try await Partnership()
        let nell = try await town.councilAdviser()
        let rosa = try await town.register()
        try await town.perform(
            TakeUpRecord(isHere: true, proof: .questions, since: town.now.day), on: rosa, as: nell)
        try await town.perform(GiveBackRecord(isMistake: true), on: rosa, as: nell)
        let own = try await town.office.open(
            rosa, as: Author(person: Identifier(rosa), organisation: nell.author.organisation, role: .customer))
        let headlines = own.events.map { event in
            OwnJourneyWords.headline(event.fact, names: own.names, appointments: [])
        }
        #expect(
            headlines == [
                "You came to Union Street Jobcentre", "Ashcombe Council helps you now",
                "Ashcombe Council took up your record by mistake, and keeps it no longer",
            ])
        #expect(own.seen.keepers?.organisations.count == 1)
        try await town.close()
    }
}
