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
    let papers: CopyPapers
    let isMadeUp: Bool
    let connection: any Connection

    private typealias Row = AccessCopy.Section.Row

    func copy() throws -> AccessCopy {
        let entries = entries()
        let review = review(among: entries)
        let kept = try documents()
        return AccessCopy(
            subject: file.id, request: request, name: file.customer?.identity.value?.name ?? CopyWords.thePerson(),
            made: made, sequence: file.sequence,
            sections: [about, identity(), try sharing(), try looks(), kept.section, try letters(), money()]
                .filter { !$0.rows.isEmpty }, entries: entries, papers: kept.enclosed, reviewed: review.reviewed,
            waiting: review.waiting, covered: review.covered,
            erasures: file.customer?.erasures ?? [], language: Speech.language, names: names,
            appointments: file.appointments, isMadeUp: isMadeUp)
    }

    /// What of it somebody reads through first.
    /// - Parameter entries: everything that happened.
    func review(among entries: [AccessCopy.Entry]) -> CopyReview {
        let decisions = request?.decisions ?? [:]
        let reviewed = events.forThePerson.flatMap(papers.toReview)
        let places = Set(reviewed.map(\.place.event))
        return CopyReview(
            reviewed: reviewed, waiting: reviewed.filter { decisions[$0.place] == nil },
            covered: reviewed.count { decisions[$0.place]?.isCovered == true },
            entries: entries.filter { places.contains($0.event.id) })
    }

    private var about: AccessCopy.Section {
        let keepers = file.customer?.keepers
        let keeper = keepers.map { names.organisation($0.leading) } ?? CopyWords.keeper()
        let all = keepers.map { $0.organisations.map(names.organisation).joined(separator: ", ") } ?? keeper
        var rows = [
            Row(name: CopyWords.made(), value: CopyWords.madeOn(made.day)),
            Row(name: CopyWords.whoKeeps(), value: CopyWords.keeps(all)),
            Row(name: CopyWords.covered(), value: CopyWords.coveredWhy()),
            Row(name: CopyWords.wrong(), value: CopyWords.wrongDo()),
            Row(name: CopyWords.gone(), value: CopyWords.goneDo()),
            Row(name: CopyWords.unhappy(), value: CopyWords.unhappyDo(keeper)),
        ]
        rows += (file.customer?.erasures ?? []).map { erased in
            Row(
                name: CopyWords.erasedOn(erased.event.day),
                value: erased.erasure.classes.map { GivenWords.of($0.title) }.joined(separator: "; "))
        }
        return .init(title: CopyWords.about(), note: CopyWords.aboutNote(), rows: rows)
    }

    private func identity() -> AccessCopy.Section {
        let identity = file.customer?.identity.value
        let agreed = file.customer?.emailAgreed == nil ? CopyWords.notAgreed() : CopyWords.agreed()
        let rows = [
            (CopyWords.name(), identity?.name), (CopyWords.born(), identity?.born.said),
            (CopyWords.number(), identity?.nationalInsurance?.spaced), (CopyWords.address(), identity?.address),
            (CopyWords.phone(), identity?.phone), (CopyWords.email(), identity?.email),
            (CopyWords.byEmail(), identity.map { _ in agreed }), (CopyWords.language(), file.customer?.language?.name),
            (NeedsWords.title(), file.needs?.needs.value.map { NeedsWords.said($0) }),
        ]
        return .init(
            title: CopyWords.whoYouAre(), note: CopyWords.whoYouAreNote(),
            rows: rows.compactMap { name, value in value.map { Row(name: name, value: $0) } })
    }

    private func sharing() throws -> AccessCopy.Section {
        let seen = Sight(role: .customer, relation: .oneself, matrix: office.sharing, on: made.day).see(file)
        let commissioning = try CommissioningBodies(of: file.referrals.map(\.area), in: connection)
        let who = seen.allViewers(commissioners: commissioning.organisations).map { viewer in
            Row(
                name: commissioning.name(of: viewer.organisation, names),
                value: grounds(of: viewer).joined(separator: " "))
        }
        let sent = file.referrals.compactMap { referral -> Row? in
            guard let transmitted = referral.transmitted else { return nil }
            let titles = office.programmes[referral.programme]?.sharing ?? []
            let items = transmitted.items.map { code in
                titles.first { $0.code == code }.map { RecordWords.of($0.title) } ?? code
            }
            return Row(
                name: CopyWords.sent(referral.on),
                value: CopyWords.sentTo(
                    referral.prime.map(names.organisation) ?? CopyWords.provider(), items.joined(separator: ", ")))
        }
        let ended = file.consents.given.filter { !$0.holds(on: made.day) }.map { consent in
            Row(
                name: names.organisation(consent.terms.recipient),
                value: CopyWords.sawAgreed(
                    consent.terms.categories.said, consent.given.recorded.day,
                    consent.withdrawn?.recorded.day ?? consent.until))
        }
        return .init(title: CopyWords.shared(), note: CopyWords.sharedNote(), rows: who + ended + sent)
    }

    /// What an organisation sees, ground by ground.
    private func grounds(of viewer: Viewer) -> [String] {
        let consents = file.consents.holding(for: viewer.organisation, on: made.day).filter {
            !office.sharing.meant(by: $0.terms).isEmpty
        }
        return SharingBasis.allCases.compactMap { basis in
            let seen = viewer.categories.filter { viewer.sight.reason(for: $0)?.basis == basis }
            guard !seen.isEmpty else { return nil }
            let ground = RecordWords.of(basis.words)
            switch basis {
            case .consent:
                return consents.map {
                    CopyWords.seesAgreed(
                        office.sharing.meant(by: $0.terms).said, $0.given.recorded.day, $0.until)
                }.joined(separator: " ")
            case .vitalInterests: return CopyWords.seesSafe(seen.said, ground)
            case .publicTask, .legalObligation, .ownRecord:
                return CopyWords.sees(seen.said, viewer.relation.saidWhy ?? "", ground)
            }
        }
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
                ? CopyWords.you()
                : try AccountRegister.name(of: look.by.person, in: connection) ?? CopyWords.somebody()
            let organisation = try OrganisationRegister.find(look.by.organisation, in: connection)?.name
            let why = look.saidWhy
            return Row(
                name: CopyWords.looked(look.at.day, look.at.saidClock),
                value: CopyWords.look(
                    person, ([look.by.role.said] + [organisation].compactMap(\.self)).joined(separator: ", "),
                    recorded(Act(rawValue: look.act)?.words ?? look.act),
                    why.isEmpty ? CopyWords.byRole() : why.joined(separator: " ")))
        }
        return .init(title: CopyWords.looks(), note: CopyWords.looksNote(), rows: rows)
    }

    /// What is kept of pictures, files and letters, and those of the pictures and files that come with the copy.
    private func documents() throws -> (section: AccessCopy.Section, enclosed: [AccessCopy.Paper]) {
        var rows: [Row] = []
        var enclosed: [AccessCopy.Paper] = []
        let covered = coveredPapers()
        // One that an entry of somebody else's names came while two records were one, and is theirs.
        let named = Set(events.compactMap(\.fact.document))
        for part in parts {
            for (document, added) in try Documents.all(of: part, in: connection)
            where added <= made && named.contains(document.digest) {
                let name = document.type.said(added.day)
                if let why = covered[document.digest] {
                    rows.append(Row(name: name, value: CopyWords.coveredPaper(why)))
                    continue
                }
                // One whose key was erased is not held any longer.
                guard let content = try office.documents.read(document.digest, of: part, in: connection)?.content
                else { continue }
                guard document.type != .text else {
                    rows.append(Row(name: name, value: String(decoding: content, as: UTF8.self)))
                    continue
                }
                let size = (document.length + 1023) / 1024
                rows.append(
                    Row(name: name, value: CopyWords.kilobytes(size, String(document.digest.prefix(12)))))
                enclosed.append(AccessCopy.Paper(name: name, document: document, content: content))
            }
        }
        let section = AccessCopy.Section(
            title: CopyWords.documents(), note: CopyWords.documentsNote(), rows: rows)
        return (section, enclosed)
    }

    /// Why papers are covered, by their digests; one that two entries name is covered where either says so.
    private func coveredPapers() -> [String: String] {
        var covered: [String: String] = [:]
        for paper in events.forThePerson.compactMap(papers.paperToReview) {
            guard let decision = request?.decisions[paper.place] else {
                covered[paper.text] = CopyWords.unread()
                continue
            }
            if decision.isCovered { covered[paper.text] = RecordWords.of(decision.reason.title) }
        }
        return covered
    }

    private func letters() throws -> AccessCopy.Section {
        let days = Dictionary(events.map { ($0.id, $0.recorded.day) }) { first, _ in first }
        var rows: [(CalendarDay, Row)] = []
        for part in parts {
            for (event, state) in try Outbox.states(of: part, in: connection) {
                guard let day = days[event], state.ended.map({ $0 <= made }) ?? true else { continue }
                let became =
                    switch state.stage {
                    case .waiting: CopyWords.waits()
                    case .sent: CopyWords.wasSent()
                    case .failed: CopyWords.couldNot()
                    case .withheld: CopyWords.notSent()
                    }
                rows.append((day, Row(name: CopyWords.letterOf(day), value: became)))
            }
        }
        return .init(
            title: CopyWords.byEmail(), note: CopyWords.lettersNote(),
            rows: rows.sorted { ($0.0, $0.1.value) < ($1.0, $1.1.value) }.map(\.1))
    }

    private func money() -> AccessCopy.Section {
        var ids: [String] = []
        for referral in file.referrals where !ids.contains(referral.programme) { ids.append(referral.programme) }
        let rows = ids.flatMap { id -> [Row] in
            guard let programme = office.programmes[id] else { return [] }
            return PaymentLedger(programme).account(for: file, until: made.day).due.compactMap { line in
                line.dueOn.map { Row(name: GivenWords.of(programme.title), value: line.said(due: $0)) }
            }
        }
        return .init(
            title: CopyWords.paid(), note: CopyWords.paidNote(), rows: rows)
    }

    // MARK: What happened

    func entries() -> [AccessCopy.Entry] {
        let sight = Sight(role: .customer, relation: .oneself, matrix: office.sharing, on: made.day)
        let told = Timeline.entries(
            events, through: sight, names: names, programmes: office.programmes, tools: office.tools, withWords: false)
        let byEvent = Dictionary(told.map { ($0.event, $0) }) { first, _ in first }
        return events.compactMap { event in
            guard let told = byEvent[event.id] else { return nil }
            let who = event.by.role == .customer ? CopyWords.you() : names.person(event.by.person)
            return AccessCopy.Entry(
                event: event, told: told,
                by: CopyWords.recordedBy(who, event.by.role.said, names.organisation(event.by.organisation)),
                texts: event.copyTexts.map(shown) + beside(event.id))
        }
    }

    /// What stands beside an entry that was not put right: why, and the person's own statement, each as it is given where
    /// it was recorded.
    private func beside(_ entry: Identifier<Event<CaseFile>>) -> [AccessCopy.Entry.Text] {
        file.rights.contests(of: entry).flatMap { contest -> [AccessCopy.Entry.Text] in
            let why = CopyWords.notChanged(contest.refused.day, RecordWords.of(contest.reason.title))
            return texts(of: contest.refused.id, under: why)
                + (contest.statement.map { texts(of: $0.event.id, under: CopyWords.statement($0.event.day)) } ?? [])
        }
    }

    /// The texts of an entry under another name.
    private func texts(of entry: Identifier<Event<CaseFile>>, under label: String) -> [AccessCopy.Entry.Text] {
        events.filter { $0.id == entry }.flatMap(\.copyTexts).map(shown).map {
            AccessCopy.Entry.Text(label: label, text: $0.text, covered: $0.covered)
        }
    }

    private func shown(_ text: CopyText) -> AccessCopy.Entry.Text {
        guard text.mayConcernOthers else {
            let day = try? CalendarDay(text.text)
            return .init(label: recorded(text.label), text: day?.said ?? text.text, covered: nil)
        }
        guard let decision = request?.decisions[text.place] else {
            return .init(label: recorded(text.label), text: nil, covered: CopyWords.unread())
        }
        return decision.isCovered
            ? .init(label: recorded(text.label), text: nil, covered: RecordWords.of(decision.reason.title))
            : .init(label: recorded(text.label), text: text.text, covered: nil)
    }
}

/// What the record calls something, in the reader’s language where that is known: what it is called there says less than
/// the words beside it, so it stands as it is where it is not.
private func recorded(_ english: String) -> String {
    RecordWords(rawValue: english.replacing("'", with: "’"))?() ?? english
}

extension Role {
    fileprivate var said: String { RecordWords.of(title.lowercased()) }
}

extension DueLine {
    /// `Job outcome, £1,200.00: due since 4 May 2012.`
    fileprivate func said(due day: CalendarDay) -> String {
        let kind = RecordWords.of(key.kind.title)
        let title = key.kind == .sustainment ? "\(kind) \(key.ordinal)" : kind
        let worth = amount.map { amount in
            amount.status == .published ? "\(amount.value)" : "\(amount.value) (\(RecordWords.of(amount.status.title)))"
        }
        return CopyWords.due(title, worth ?? CopyWords.unpriced(), day)
    }
}

extension DocumentType {
    fileprivate func said(_ added: CalendarDay) -> String {
        switch self {
        case .pdf: CopyWords.pdf(added)
        case .png, .jpeg: CopyWords.picture(added)
        case .text: CopyWords.letter(added)
        }
    }
}
