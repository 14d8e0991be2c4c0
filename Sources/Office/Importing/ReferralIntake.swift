import Casework
import Kernel
import Programmes
import Records

/// Takes one row after another of a file of referrals into the record.
struct ReferralIntake {
    enum Outcome {
        case added, matched, repeated
    }

    private let office: Office
    private let actor: Author
    private let programme: Programme
    private let area: AreaQuery.Entry
    private let source: String

    /// - Throws: `Refusal` when there is no such programme or area.
    init(_ request: ReferralImport, _ office: Office) async throws {
        programme = try ProgrammeCatalogue(office.programmes).programme(request.programme)
        let areas = try await office.database.read { try AreaQuery.all(in: $0) }
        guard let area = areas.first(where: { $0.name.lowercased() == request.area.trimmed.lowercased() }) else {
            let names = areas.map(\.name).joined(separator: ", ")
            throw Refusal(
                "import.area",
                "There is no area “\(request.area.prefix(60))”. "
                    + (areas.isEmpty ? "None has been opened yet." : "Use one of: \(names)."))
        }
        self.area = area
        self.office = office
        actor = request.actor
        source = request.source
    }

    func take(_ row: ReferralRow) async throws(Refusal) -> Outcome {
        do {
            let now = office.clock.now
            let (outcome, events) = try await office.telling {
                try await office.database.write { connection in try take(row, at: now, in: connection) }
            }
            if events > 0 { try await office.checkpointer.recorded(events, at: now) }
            return outcome
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal("import.failed", "The store could not take this row in: \(error)")
        }
    }

    private func take(
        _ row: ReferralRow, at now: Instant, in connection: any Connection
    ) throws -> (Outcome, events: Int) {
        guard row.explained else {
            throw Refusal(
                "referral.no-interview",
                "Nothing was explained to this person. Hold the referral interview first, then write yes.", rule: "C01",
                field: ReferralColumn.explained.rawValue)
        }
        let own = Identifier<CaseFile>(id(of: row, "customer"))
        let subject = try person(of: row, in: connection) ?? own
        var events = 0
        var isRepeat = true
        func perform(_ command: some CaseCommand, _ step: String) throws {
            let performed = try office.perform(
                command, on: subject, as: actor, id: id(of: row, step), seen: nil, documents: [],
                asked: Array("\(step)\n\(row.content)".utf8), now: now, in: connection)
            events += performed.events.count
            if !performed.isRepeat { isRepeat = false }
        }
        if subject == own { try perform(RegisterCustomer(identity: row.identity), "register") }
        do {
            try perform(
                StateBenefit(
                    statement: BenefitStatement(
                        benefit: row.benefit, on: true, from: row.claimStart, until: nil, certainty: .known,
                        source: .jobcentre)), "benefit")
        } catch let refusal as Refusal where refusal.code == "power.none" {
            throw try isToBeTakenUp(subject, in: connection) ? Self.keptElsewhere : refusal
        }
        try perform(
            RecordReferralInterview(
                programme: programme.id, explained: programme.referralInterview.map(\.id), inWriting: row.inWriting,
                agreed: row.agreed, words: row.interviewOn.map { Words("Held on \($0.written).") }), "interview")
        let claim = ClaimAnswers(benefit: row.benefit, since: row.claimStart, circumstances: row.circumstances)
        do {
            try perform(ReferCustomer(programme: programme.id, area: area.id, claim: claim), "refer")
        } catch let refusal as Refusal where ReferralColumn.inNoGroup.contains(refusal.code) {
            let column = ReferralColumn.atFault(in: row, programme, nation: area.nation, on: now.day)
            throw column.map { refusal.about($0.rawValue) } ?? refusal
        }
        return (isRepeat ? .repeated : subject == own ? .added : .matched, events)
    }

    /// Whether others keep somebody's record, and a jobcentre's adviser sends the row, who can take it up.
    private func isToBeTakenUp(_ subject: Identifier<CaseFile>, in connection: any Connection) throws -> Bool {
        guard Powers.grant(.takeUpRecord, to: actor.role, as: .none) != nil,
            try OrganisationRegister.find(actor.organisation, in: connection)?.kind != .council
        else { return false }
        let customer = try office.survivingFile(of: subject, in: connection).customer
        return customer?.keepers.contains(actor.organisation) == false
    }

    private static let keptElsewhere = Refusal(
        "import.kept-elsewhere",
        "Others keep this person's record. If they claim with you now, take the record up first: find them by a search, and say so. Then send this row again.",
        rule: "G-004", field: ReferralColumn.number.rawValue)

    /// The case of somebody who is registered already: the holder of the number.
    /// - Throws: `Refusal` when the number is somebody else's by the birth date, or when without a number it cannot be
    ///   told whether they are the same.
    private func person(of row: ReferralRow, in connection: any Connection) throws -> Identifier<CaseFile>? {
        if let number = row.identity.nationalInsurance {
            guard
                let held = try IdentityRegister.find(.number(number), keyring: office.keyring, in: connection).first
            else { return nil }
            guard held.born == row.identity.born else {
                throw Refusal(
                    "import.other-person",
                    "The person registered with this national insurance number was born on another day. Check both.",
                    field: "number")
            }
            return held.subject
        }
        let own = Identifier<CaseFile>(id(of: row, "customer"))
        let alike = try IdentityRegister.possibleDuplicates(of: row.identity, keyring: office.keyring, in: connection)
            .filter { FoldedName.fold($0.name) == FoldedName.fold(row.identity.name) && $0.subject != own }
        guard alike.isEmpty else {
            throw Refusal(
                "import.maybe-registered",
                "Somebody of this name and birth date is registered already. Give the national insurance number, so that it "
                    + "is known whether they are the same.", field: "number")
        }
        return nil
    }

    /// Made of the source, the row's reference and the step.
    private func id(of row: ReferralRow, _ step: String) -> Identifier<Command> {
        Identifier(derivedFrom: ["throughline import 1", source, row.reference, step])
    }
}
