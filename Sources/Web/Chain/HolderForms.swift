import Casework
import Kernel
import Office
import Records

/// Records an attempt to reach somebody, or that they were reached.
struct ContactForm: CaseForm {
    static let name = CaseFormName.contact
    static let title = "Record a contact"
    static let button = "Record the contact"
    static let said = Said.contact

    let first: CalendarDay
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let acknowledged = try form.referral().acknowledged else {
            throw Refusal("contact.before-acknowledgement", "Acknowledge the referral first; then make contact.")
        }
        return ContactForm(first: acknowledged.recorded.day, today: form.visit.today)
    }

    var initial: FormFields {
        FormFields([("on-day", String(today.day)), ("on-month", String(today.month)), ("on-year", String(today.year))])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "route", label: "How?", ContactTry.Route.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            Radios(
                "reached", label: "Were they reached?",
                [
                    Choice("yes", "Yes", hint: "They answered, replied or were there"),
                    Choice(
                        "no", "No, or not known yet",
                        hint: "A letter counts as first contact, and not as talking with them"),
                ], in: state)
            DayField("on", label: "On what day?", in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordContact {
        RecordContact(
            ContactTry(
                route: form.choice("route", label: "How?"),
                reached: form.choice("reached", label: "Were they reached?", of: ["yes", "no"]) == "yes",
                on: form.day("on", label: "On what day?", in: min(first, today)...today)))
    }
}

/// Records a meeting of three in which somebody was handed over.
struct HandoverForm: CaseForm {
    static let name = CaseFormName.handover
    static let title = "A warm handover"
    static let button = "Record the handover"
    static let said = Said.handedOver

    let givers: [Choice]
    let takers: [Choice]
    let referred: CalendarDay
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let referral = try form.referral()
        let giving = Set(
            referral.holdings.map(\.organisation) + (form.opened.seen.keepers?.organisations ?? [])
                + [referral.prime].compactMap(\.self))
        let taking = referral.providers.union([referral.chain.waiting?.to].compactMap(\.self))
        let (givers, takers) = try await form.visit.office.database.read { connection in
            (try staff(of: giving, in: connection), try staff(of: taking, in: connection))
        }
        return HandoverForm(givers: givers, takers: takers, referred: referral.on, today: form.visit.today)
    }

    private static func staff(
        of organisations: Set<Identifier<Organisation>>, in connection: any Connection
    ) throws -> [Choice] {
        var found: [Choice] = []
        for id in organisations {
            guard let organisation = try OrganisationRegister.find(id, in: connection) else { continue }
            for role in [Role.adviser, .teamManager, .providerAdviser, .providerManager] {
                for person in try AccountRegister.staff(of: id, role: role, in: connection) {
                    let choice = Choice("\(person.person)/\(id)", "\(person.name), \(organisation.name)")
                    if !found.contains(where: { $0.value == choice.value }) { found.append(choice) }
                }
            }
        }
        return found.sorted { $0.text < $1.text }
    }

    var initial: FormFields {
        FormFields([("on-day", String(today.day)), ("on-month", String(today.month)), ("on-year", String(today.year))])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Three people, together or by phone or video: whoever hands over, whoever receives, and the customer." }
            Select("from", label: "Who handed over?", givers, in: state)
            Select("to", label: "Who received?", takers, in: state)
            Checkbox("present", label: "The customer was there and took part", in: state)
            Radios("mode", label: "How?", ContactMode.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("on", label: "On what day?", in: state)
            TextArea(
                "words", label: "What was promised, and what matters to them", hint: "The customer can read this",
                optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordHandover {
        let (from, to) = (
            try party(form, "from", "Who handed over?", givers), try party(form, "to", "Who received?", takers)
        )
        let mode: ContactMode = form.choice("mode", label: "How?")
        let day = form.day("on", label: "On what day?", in: min(referred, today)...today)
        return RecordHandover(
            meeting: WarmHandover(from: from, to: to, mode: mode, on: day), customerWasThere: form.ticked("present"),
            words: try form.words(label: "What was promised, and what matters to them"))
    }

    private func party(
        _ form: FormReader, _ name: String, _ label: String, _ choices: [Choice]
    ) throws -> WarmHandover.Party {
        let parts = form.choice(name, label: label, of: choices.map(\.value)).split(separator: "/").map(String.init)
        guard parts.count == 2 else {
            return WarmHandover.Party(Identifier(high: 0, low: 0), at: Identifier(high: 0, low: 0))
        }
        return WarmHandover.Party(try Identifier(parts[0]), at: try Identifier(parts[1]))
    }
}

/// Tells somebody who has them now: the letter, word for word, or that it was said.
struct TellHolderForm: CaseForm {
    static let name = CaseFormName.tellHolder
    static let title = "Tell them who has them now"
    static let button = "Record that they are told"
    static let said = Said.toldOfHolder
    static let checks = true

    let letter: String
    let language: Language
    let wish: PrintWish
    let line: String
    let routes: ToldRoutes

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (seen, today, writer) = (form.opened.seen, form.visit.today, form.visit.actor.organisation)
        let text = try await form.visit.office.database.read { [office = form.visit.office] connection in
            try office.holderText(of: seen, by: writer, on: today, in: connection)
        }
        guard let text else {
            throw Refusal("told.nobody", "No provider is drawn for this person yet. Refer them first.")
        }
        let language = seen.language ?? .english
        return TellHolderForm(
            letter: language.write { text.text }, language: language,
            wish: PrintWish(seen, tools: form.visit.office.tools), line: text.line,
            routes: ToldRoutes(email: EmailOffer(form)))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "What they are told: “\(line)”" }
            routes.fields(in: state)
        }
    }

    func read(_ form: FormReader) throws -> TellOfHolder {
        let route = routes.read(form)
        // What goes by e-mail is written when it goes.
        let how = route == .email ? ToldOfHolder(route: route, digest: nil) : ToldOfHolder(route, text: letter)
        form.requireSame(letter: how.digest)
        return TellOfHolder(how)
    }

    func answers(_ command: TellOfHolder) -> [(String, String)] { [("How they are told", command.how.route.title)] }

    func preview(_ command: TellOfHolder) -> Fragment? {
        Fragment { LetterPreview(told: command.how, text: letter, language: language, wish: wish) }
    }

    func documents(_ command: TellOfHolder) -> [AttachedDocument] { command.how.document(letter) }
}
