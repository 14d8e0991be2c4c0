import Casework
import Kernel
import Records

/// Gathers what is held about one person, from every place where something is.
struct CopyMaker {
    let office: Office
    let file: CaseFile
    let events: [Event<CaseFile>]
    /// The streams that are part of the record.
    let parts: [Identifier<CaseFile>]
    let request: RightsRequest?
    let made: Instant
    let names: Names
    let connection: any Connection

    private typealias Row = AccessCopy.Section.Row

    func copy() throws -> AccessCopy {
        let entries = entries()
        let decisions = request?.decisions ?? [:]
        let reviewed = events.forThePerson.flatMap(\.copyTexts).filter(\.mayConcernOthers)
        return AccessCopy(
            subject: file.id, request: request, name: file.customer?.identity.value?.name ?? "the person",
            made: made, sequence: file.sequence,
            sections: [about, identity(), sharing(), try looks(), try documents(), try letters(), money()]
                .filter { !$0.rows.isEmpty }, entries: entries,
            waiting: reviewed.filter { decisions[$0.place] == nil },
            covered: reviewed.count { decisions[$0.place]?.isCovered == true },
            erasures: file.customer?.erasures ?? [])
    }

    private var about: AccessCopy.Section {
        let keeper = file.customer.map { names.organisation($0.jobcentre) } ?? "the service that keeps this record"
        return .init(
            title: "About this copy", note: "What this is, and what you can do about it.",
            rows: [
                Row(name: "Made", value: "On \(made.day.written), of everything recorded until then."),
                Row(
                    name: "Who keeps the record",
                    value: "\(keeper). Each organisation answers for what it recorded itself."),
                Row(
                    name: "What is covered",
                    value: "Words that are about somebody else may be covered. Where they are, it says why."),
                Row(
                    name: "If something is wrong",
                    value:
                        "Ask for it to be put right. What stood there before is kept beside it. If we say no, you can add a statement of your own."
                ),
                Row(
                    name: "If you want it gone",
                    value:
                        "Ask to be erased. The proof of what providers were paid for stays for a time, with nobody's name on it."
                ),
                Row(
                    name: "If you are not content",
                    value: "Complain to \(keeper), or to the Information Commissioner: ico.org.uk, 0303 123 1113."),
            ]
                + (file.customer?.erasures ?? []).map { erased in
                    Row(
                        name: "Erased on \(erased.event.day.written)",
                        value: erased.erasure.classes.map(\.title).joined(separator: "; "))
                })
    }

    private func identity() -> AccessCopy.Section {
        let identity = file.customer?.identity.value
        let rows = [
            ("Name", identity?.name), ("Birth date", identity?.born.written),
            ("National insurance number", identity?.nationalInsurance?.spaced), ("Address", identity?.address),
            ("Phone", identity?.phone), ("E-mail", identity?.email),
            ("Letters by e-mail", identity.map { _ in file.customer?.emailAgreed == nil ? "Not agreed" : "Agreed" }),
            ("Language", file.customer?.language?.title),
        ]
        return .init(
            title: "Who you are", note: "As it stands now. Earlier details are in the list of what happened.",
            rows: rows.compactMap { name, value in value.map { Row(name: name, value: $0) } })
    }

    private func sharing() -> AccessCopy.Section {
        let viewers = Sight(role: .customer, relation: .oneself, matrix: office.sharing, on: made.day).see(file).viewers
        let who = viewers.map { viewer in
            var grounds: [(sentence: String, titles: [String])] = []
            for category in viewer.categories {
                guard let sentence = viewer.sight.reason(for: category)?.sentence else { continue }
                if let found = grounds.firstIndex(where: { $0.sentence == sentence }) {
                    grounds[found].titles.append(category.title)
                } else {
                    grounds.append((sentence, [category.title]))
                }
            }
            return Row(
                name: names.organisation(viewer.organisation),
                value: grounds.map { "Sees \($0.titles.joined(separator: ", ")). \($0.sentence)" }
                    .joined(separator: " "))
        }
        let sent = file.referrals.compactMap { referral -> Row? in
            guard let transmitted = referral.transmitted else { return nil }
            let titles = office.programmes[referral.programme]?.sharing ?? []
            let items = transmitted.items.map { code in titles.first { $0.code == code }?.title.lowercased() ?? code }
            return Row(
                name: "Sent with a referral on \(referral.on.written)",
                value:
                    "To \(referral.prime.map(names.organisation) ?? "the provider"): \(items.joined(separator: ", ")).")
        }
        let ended = file.consents.given.filter { !$0.holds(on: made.day) }.map { consent in
            Row(
                name: names.organisation(consent.terms.recipient),
                value:
                    "Saw \(consent.terms.categories.map(\.title).joined(separator: ", ")) by your consent, from \(consent.given.recorded.day.written) until \((consent.withdrawn?.recorded.day ?? consent.until).written)."
            )
        }
        return .init(
            title: "Who your record is shared with", note: "Each organisation, what it sees, and on what ground.",
            rows: who + ended + sent)
    }

    private func looks() throws -> AccessCopy.Section {
        var found: [(id: Identifier<Look>, look: Look)] = []
        for part in parts {
            var before: Identifier<Look>?
            repeat {
                let page = try Looks.at(part, before: before, limit: 500, in: connection)
                found += page
                before = page.count == 500 ? page.last?.id : nil
            } while before != nil
        }
        // What was looked at to make the copy itself is in the next one.
        let rows = try found.filter { $0.look.at < made }.sorted { $0.id < $1.id }.map { _, look in
            let person =
                look.by.role == .customer
                ? "You"
                : try AccountRegister.name(of: look.by.person, in: connection) ?? "Somebody"
            let organisation = try OrganisationRegister.find(look.by.organisation, in: connection)?.name
            let place = organisation.map { ", \($0)" } ?? ""
            return Row(
                name: "\(look.at.day.written), \(look.at.clock)",
                value:
                    "\(person), \(look.by.role.title.lowercased())\(place), to \(Act(rawValue: look.act)?.words ?? look.act): \(look.reason)"
            )
        }
        return .init(title: "Who looked at your record", note: "Every look, the first one first.", rows: rows)
    }

    private func documents() throws -> AccessCopy.Section {
        var rows: [Row] = []
        for part in parts {
            for (document, added) in try Documents.all(of: part, in: connection) where added <= made {
                let name = "\(document.type.title), added on \(added.day.written)"
                let text =
                    document.type == .text ? try office.documents.read(document.digest, of: part, in: connection) : nil
                let content = text.map { String(decoding: $0.content, as: UTF8.self) }
                rows.append(
                    Row(
                        name: name,
                        value: content
                            ?? "\((document.length + 1023) / 1024) kilobytes. Ask for the document itself. Its mark is \(document.digest.prefix(12))."
                    ))
            }
        }
        return .init(
            title: "Documents", note: "Letters that were sent to you, word for word, and papers that are kept.",
            rows: rows)
    }

    private func letters() throws -> AccessCopy.Section {
        let days = Dictionary(events.map { ($0.id, $0.recorded.day) }) { first, _ in first }
        var rows: [(CalendarDay, Row)] = []
        for part in parts {
            for (event, state) in try Outbox.states(of: part, in: connection) {
                guard let day = days[event], state.ended.map({ $0 <= made }) ?? true else { continue }
                let became =
                    switch state.stage {
                    case .waiting: "Waits to be sent"
                    case .sent: "Sent"
                    case .failed: "Could not be sent"
                    case .withheld: "Not sent"
                    }
                rows.append((day, Row(name: "Letter of \(day.written)", value: became)))
            }
        }
        return .init(
            title: "Letters by e-mail", note: "What became of each.",
            rows: rows.sorted { ($0.0, $0.1.value) < ($1.0, $1.1.value) }.map(\.1))
    }

    private func money() -> AccessCopy.Section {
        var ids: [String] = []
        for referral in file.referrals where !ids.contains(referral.programme) { ids.append(referral.programme) }
        let rows = ids.flatMap { id -> [Row] in
            guard let programme = office.programmes[id] else { return [] }
            return PaymentLedger(programme).account(for: file, until: made.day).due.map {
                Row(name: programme.title, value: $0.sentence)
            }
        }
        return .init(
            title: "What providers were paid for",
            note: "What has fallen due to those who help you. None of it is your money.", rows: rows)
    }

    // MARK: What happened

    private func entries() -> [AccessCopy.Entry] {
        let sight = Sight(role: .customer, relation: .oneself, matrix: office.sharing, on: made.day)
        let told = Timeline.entries(
            events, through: sight, names: names, programmes: office.programmes, tools: office.tools, withWords: false)
        let byEvent = Dictionary(told.map { ($0.event, $0) }) { first, _ in first }
        return events.compactMap { event in
            guard let told = byEvent[event.id] else { return nil }
            let who = event.by.role == .customer ? "You" : names.person(event.by.person)
            return AccessCopy.Entry(
                event: event, told: told,
                by: "\(who), \(event.by.role.title.lowercased()), \(names.organisation(event.by.organisation))",
                texts: event.copyTexts.map(shown))
        }
    }

    private func shown(_ text: CopyText) -> AccessCopy.Entry.Text {
        guard text.mayConcernOthers else {
            let day = try? CalendarDay(text.text)
            return .init(label: text.label, text: day?.written ?? text.text, covered: nil)
        }
        guard let decision = request?.decisions[text.place] else {
            return .init(label: text.label, text: nil, covered: "Somebody has still to read it")
        }
        return decision.isCovered
            ? .init(label: text.label, text: nil, covered: decision.reason.title)
            : .init(label: text.label, text: text.text, covered: nil)
    }
}

extension Instant {
    /// `09:05`, in London.
    fileprivate var clock: String {
        let (hour, minute) = (london.hour, london.minute)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension DocumentType {
    fileprivate var title: String {
        switch self {
        case .pdf: "A PDF"
        case .png, .jpeg: "A picture"
        case .text: "A letter"
        }
    }
}
