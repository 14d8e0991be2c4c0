import Casework
import Kernel
import Records

extension Office {
    /// Puts a call in the outbox for every receiver whose organisation sees what was recorded. This is done for what
    /// people and programs do now; what is imported or simulated is told to nobody.
    func announce(_ performed: Performed, at now: Instant, in connection: any Connection) throws {
        guard !performed.events.isEmpty else { return }
        for receiver in try ReceiverRegister.open(in: connection) {
            let sight = sight(of: receiver, on: performed.file, at: now)
            for event in performed.events where receiver.isTold(of: event, on: performed.file, through: sight) {
                try Outbox.add(receiver.kind, because: event, payload: "", due: event.recorded, in: connection)
            }
        }
    }

    /// The receivers that hear of an erasure of the whole record: those whose organisation sees who the person is.
    func erasureReceivers(
        of file: CaseFile, at now: Instant, in connection: any Connection
    ) throws -> [Receiver] {
        try ReceiverRegister.open(in: connection).filter {
            $0.categories.contains(.identity) && sight(of: $0, on: file, at: now).sees(.identity)
        }
    }

    /// What a receiver's organisation sees of a case.
    fileprivate func sight(of receiver: Receiver, on file: CaseFile, at now: Instant) -> Sight {
        let anybody = Author(
            person: Identifier(high: 0, low: 0), organisation: receiver.organisation, role: .adviser)
        return file.sight(
            of: anybody, as: file.relation(of: anybody, on: now.day, by: sharing), matrix: sharing, on: now.day)
    }

    /// Looks at the state again and writes the call (design §4.5).
    func call(_ item: OutboxItem, isMadeUp: Bool, at now: Instant, in connection: any Connection) throws -> PreparedCall
    {
        guard item.kind.hasPrefix(Outbox.callPrefix),
            let id = try? Identifier<Receiver>(item.kind.dropFirst(Outbox.callPrefix.count)),
            let receiver = try ReceiverRegister.find(id, in: connection), receiver.ended == nil
        else { return .withheld("The receiver was ended before it went.") }
        let subject = try Identifier<CaseFile>(item.subject)
        let file = try survivingFile(of: subject, in: connection)
        // Since two records were taken apart, an entry may stand on the other's stream.
        guard
            let event = try sealedStreams.record(file.id, in: connection).first(where: {
                $0.id.description == item.event
            })
        else { return .withheld("What it was about is no longer on record.") }
        // Of a record whose proof has gone too nobody sees anything; whoever did is told that it has.
        let isLast = file.customer == nil && Self.toldClasses(of: event) != nil
        guard isLast || receiver.isTold(of: event, on: file, through: sight(of: receiver, on: file, at: now)) else {
            return .withheld("Its organisation does not see this any longer.")
        }
        guard let address = try? ReceiverAddress(receiver.address, isMadeUp: isMadeUp) else {
            return .withheld("Its address may not be called from here.")
        }
        return .ready(
            OutgoingCall(
                address: address, id: "\(item.event).\(receiver.id)",
                body: Self.body(event, of: subject, to: receiver).text,
                secret: keyring.callSecret(of: receiver.id), at: now))
    }

    private static func body(
        _ event: Event<CaseFile>, of subject: Identifier<CaseFile>, to receiver: Receiver
    ) -> JSON {
        .fields([
            "id": .string("\(event.id).\(receiver.id)"), "event": .text(event.id), "kind": .string(event.fact.kind),
            "case": .text(subject), "sequence": .int(event.sequence),
            "category": .string(event.fact.category.rawValue), "day": .text(event.occurred.day),
            "recorded": .text(event.recorded), "by": .text(event.by.organisation),
            "classes": toldClasses(of: event).map { classes in JSON.array(classes.map { .string($0.rawValue) }) },
        ])
    }

    /// What an erasure is told to have erased: safety notices are left out, since that would tell that there was one. Nil of
    /// anything else.
    fileprivate static func toldClasses(of event: Event<CaseFile>) -> [RetentionClass]? {
        guard case .customer(.erased(let erasure)) = event.fact else { return nil }
        return erasure.classes.filter { $0 != .safety }
    }
}

/// What a call comes to now that it is about to go.
enum PreparedCall {
    case ready(OutgoingCall)
    case withheld(String)
}

extension Receiver {
    /// Whether it asked for what happened, and its organisation reads that on the case's own page.
    ///
    /// Complaints are told to nobody: what was complained of may be the organisation that a call would reach. Nor is the
    /// erasure of a safety notice alone, which would tell that there was one (ours).
    fileprivate func isTold(of event: Event<CaseFile>, on file: CaseFile, through sight: Sight) -> Bool {
        guard categories.contains(event.fact.category) else { return false }
        if let classes = Office.toldClasses(of: event) {
            // Whoever had the person before hears that they were erased too: what its own programs hold goes with it (UK
            // GDPR article 19).
            if classes.contains(.identity) { return sight.sees(.identity) }
            guard !classes.isEmpty else { return false }
        }
        guard sight.reads(event) else { return false }
        if case .circumstance(let fact) = event.fact { return !file.circumstances.hides(fact, from: sight) }
        guard case .voice(let fact) = event.fact else { return true }
        return file.voices.all.first { $0.id == fact.voice }?.kind == .question
    }
}
