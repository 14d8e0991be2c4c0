public import Casework
public import Kernel
import Records

/// What came of a command.
public struct Performed: Sendable {
    /// The file after it.
    public let file: CaseFile
    /// The events it recorded; none when it had been answered before.
    public let events: [Event<CaseFile>]
    /// Whether the same command had been sent before, and this is the answer it got then.
    public let isRepeat: Bool
}

/// A document that a command's facts name by its digest.
public struct AttachedDocument: Sendable {
    public let content: [UInt8]
    public let retention: RetentionClass

    public init(_ content: [UInt8], _ retention: RetentionClass) {
        self.content = content
        self.retention = retention
    }
}

extension Office {
    /// Authorises a command, decides it on the newest file and records what follows, in one transaction.
    /// - Parameters:
    ///   - id: the command's own id; the same id again returns the first answer.
    ///   - seen: the sequence of the file the person had before them; nil for a program.
    ///   - content: what identifies the command's content, when it is not the form it arrived in.
    /// - Throws: `Refusal`: no power to do it, a rule says no, or the file has moved on since it was seen.
    @discardableResult
    public func perform<C: CaseCommand>(
        _ command: C, on subject: Identifier<CaseFile>, as actor: Author, id: Identifier<Command>, seen: Int? = nil,
        documents: [AttachedDocument] = [], content: String? = nil
    ) async throws -> Performed {
        let asked = asked(command, content)
        let now = clock.now
        let performed = try await telling { [self] in
            try await database.write { [self] connection in
                let performed = try perform(
                    command, on: subject, as: actor, id: id, seen: seen, documents: documents, asked: asked, now: now,
                    in: connection)
                try announce(performed, at: now, in: connection)
                return performed
            }
        }
        cases.keep(performed.file)
        if !performed.events.isEmpty { try await checkpointer.recorded(performed.events.count, at: now) }
        return performed
    }

    /// The same inside a transaction that the caller holds.
    func perform<C: CaseCommand>(
        _ command: C, on subject: Identifier<CaseFile>, as actor: Author, id: Identifier<Command>, seen: Int?,
        documents attached: [AttachedDocument], asked: [UInt8], now: Instant, in connection: any Connection
    ) throws -> Performed {
        let before = try survivingFile(of: subject, in: connection)
        // What was seen of a record that has become part of another since says nothing of that one.
        let performed = try perform(
            command, on: before, as: actor, id: id, seen: before.id == subject ? seen : seen.map { _ in 0 },
            documents: attached, asked: asked, now: now, in: connection)
        guard !performed.isRepeat, !(command is any PairedCommand) else { return performed }
        try Projections.updateLists(
            performed.file, before: before.sequence == 0 ? nil : before, programmes: programmes, in: connection)
        return performed
    }

    /// The same but for the lists, which the caller brings up to date once it has no more commands for the case.
    /// - Parameter before: the newest file of the case.
    func perform<C: CaseCommand>(
        _ command: C, on before: CaseFile, as actor: Author, id: Identifier<Command>, seen: Int?,
        documents attached: [AttachedDocument], asked: [UInt8], now: Instant, in connection: any Connection
    ) throws -> Performed {
        let subject = before.id
        if try answered(id, asking: asked, on: before, in: connection) != nil {
            return Performed(file: before, events: [], isRepeat: true)
        }
        let relation = try authorise(C.act, of: actor, on: before, at: now, in: connection)
        try requireFresh(command.staleness, seen: seen, on: before, in: connection)
        let context = Context(
            now: now, random: random, actor: actor, command: id, programmes: programmes, tools: tools,
            sharing: sharing,
            surroundings: try surroundings(of: command, on: before, actor: actor, now: now, in: connection))
        let facts = try command.decide(on: before, in: context)
        try requireReach(C.act, facts, of: actor, as: relation, on: before, at: now)
        if let paired = command as? any PairedCommand {
            let performed = try record(
                paired, deciding: facts, on: before, as: actor, context: context, in: connection)
            try answers.record(
                CommandAnswer(subject, recording: performed.events, after: before.sequence), to: id.description,
                asking: asked, in: connection)
            return performed
        }
        for document in attached {
            try documents.add(document.content, to: subject, document.retention, at: now, in: connection)
        }
        let events = try streams.append(
            facts, to: subject, expecting: before.sequence, by: actor, at: now, random: random, in: connection)
        var after = before
        for event in events { after.apply(event) }
        try follow(events, before: before, after: after, context: context, in: connection)
        try Projections.updateDiary(after, before: before.sequence == 0 ? nil : before, in: connection)
        try answers.record(
            CommandAnswer(subject, recording: events, after: before.sequence), to: id.description, asking: asked,
            in: connection)
        return Performed(file: after, events: events, isRepeat: false)
    }

    /// The newest file of a case, from the cache as far as it goes. After an erasure, or once records were made one or
    /// taken apart, what is in memory is not gone on with.
    func file(_ subject: Identifier<CaseFile>, in connection: any Connection) throws -> CaseFile {
        var file = cases.file(subject) ?? CaseFile(id: subject)
        guard try streams.head(of: subject, in: connection) != file.sequence else { return file }
        let events = try streams.read(subject, after: file.sequence, in: connection)
        guard !events.contains(where: \.foldsAnew) else { return try streams.file(subject, in: connection) }
        for event in events { file.apply(event) }
        return file
    }

    /// - Returns: what the actor is to the case.
    /// - Refuses: when the actor's role has no power for the act as what their organisation is to this case.
    @discardableResult
    func authorise(
        _ act: Act, of actor: Author, on file: CaseFile, at now: Instant, in connection: any Connection
    ) throws -> Relation {
        let relation = try relation(of: actor, to: file, on: now.day, in: connection)
        try Powers.require(act, of: actor.role, as: relation)
        // The table knows what an organisation is to a case; what the person chose to show one, only the case knows.
        guard [.partner, .supporter].contains(relation), let category = act.category else { return relation }
        guard file.sight(of: actor, as: relation, matrix: sharing, on: now.day).sees(category) else {
            guard relation == .partner else {
                throw Refusal(
                    "power.not-chosen",
                    "They have not asked you to help with \(category.title), so you cannot \(act.words). They can change that on their own page.",
                    rule: "A-027")
            }
            throw Refusal(
                "power.not-shared",
                "This person has not agreed that you see \(category.title), so you cannot \(act.words). Ask them to share it.",
                rule: "K-007")
        }
        return relation
    }

    /// What a command is known again by when it is sent twice: what the form or call held, or else the command described.
    func asked<C: CaseCommand>(_ command: C, _ content: String?) -> [UInt8] {
        Array((content ?? "\(C.act.rawValue) \(command)").utf8)
    }

    /// Whatever a command decides, nothing is recorded outside what its act is about, nor of what its actor may not see.
    func requireReach(
        _ act: Act, _ facts: [Fact], of actor: Author, as relation: Relation, on file: CaseFile, at now: Instant
    ) throws {
        let categories = Set(facts.map(\.category))
        guard categories.isSubset(of: act.records) else {
            throw RecordsFault.fault("“\(act.words)” would record \(categories.subtracting(act.records).map(\.title)).")
        }
        guard actor.role != .system, relation != .none, !act.isToldUnread else { return }
        let sight = file.sight(of: actor, as: relation, matrix: sharing, on: now.day)
        if let shut = Category.allCases.first(where: { categories.contains($0) && !sight.sees($0) }) {
            throw Refusal(
                "power.unseen",
                "You do not see \(shut.title) here, so you cannot \(act.words). Ask the person whether they want to share it.",
                rule: "K-007")
        }
    }

    /// What somebody is to a case.
    /// - Throws: `Refusal` for a supporter whose time has ended, which they are told wherever they meet it.
    func relation(
        of actor: Author, to file: CaseFile, on day: CalendarDay, in connection: any Connection
    ) throws -> Relation {
        if actor.role == .supporter, let ended = file.supporter(as: actor.person)?.refusal(on: day) { throw ended }
        let commissioned =
            [.commissioner, .auditor].contains(actor.role)
            ? Set(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id)) : []
        return file.relation(of: actor, on: day, commissioned: commissioned, by: sharing)
    }

    /// - Refuses: a command whose reader had not seen what has since been recorded of a category it rests on.
    private func requireFresh(
        _ staleness: Staleness, seen: Int?, on file: CaseFile, in connection: any Connection
    ) throws {
        guard let seen, case .mustHaveSeen(let categories) = staleness else { return }
        let touched = categories.compactMap { category in file.touched[category].map { (category, $0) } }
        guard
            let (category, stamp) = touched.filter({ $0.1.sequence > seen }).max(by: { $0.1.sequence < $1.1.sequence })
        else { return }
        let name = try AccountRegister.name(of: stamp.by.person, in: connection) ?? "Somebody"
        throw Refusal(
            "form.stale",
            "\(name) changed this record (\(category.rawValue)) after you opened the form. Nothing you typed is lost: look at what changed, then send it again if it still holds.",
            rule: "design §4.2")
    }

    /// Runs something, and makes a refusal of what the store says no to.
    func telling<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let held as GuardHeld {
            throw Refusal(
                "guard.\(held.kind.name)",
                "Somebody else has just taken this (\(held.kind.name.replacing("-", with: " "))). Look again and choose another.",
                rule: "design §4.1")
        } catch RecordsFault.storage(let sentence) {
            throw Refusal(
                "store.unavailable", "The store cannot be written just now, so nothing was saved. \(sentence)")
        } catch RecordsFault.crossed {
            throw Refusal("store.busy", "Too many people were writing at once, so nothing was saved. Send it again.")
        }
    }
}
