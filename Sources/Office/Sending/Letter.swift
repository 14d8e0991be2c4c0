import Casework
import Kernel
import Records

/// The kinds of letter the outbox holds, as they are stored.
enum LetterKind: String {
    case notice, reminder, invitation
    /// Who has the customer now, and why.
    case holder
    /// When their time on a programme ends.
    case ending
}

/// What an item of the outbox comes to now that it is about to go.
enum Letter {
    case ready(MailMessage)
    /// Not to be sent after all; with a reason, the customer ought to have been told and was not.
    case withheld(String, NotDelivered?)
}

/// The appointment that an item tells of, and the event that said so.
struct ToldAppointment {
    let file: CaseFile
    let appointment: Appointment
    /// The event that recorded the notice or the reminder.
    let event: EventStamp
    /// The start of the appointment as the letter gives it.
    let names: Instant
    /// The text as it is kept; nil where it is made when it goes.
    let digest: String?

    /// - Returns: nil for an item this program does not know, or whose case has been erased.
    init?(_ item: OutboxItem, on file: CaseFile) {
        let parts = item.payload.split(separator: "/").map(String.init)
        guard let kind = LetterKind(rawValue: item.kind), parts.count == 2,
            let id = try? Identifier<Appointment>(parts[0]),
            let appointment = file.appointments.first(where: { $0.id == id })
        else { return nil }
        self.file = file
        self.appointment = appointment
        switch kind {
        case .holder, .ending: return nil
        case .notice:
            guard let given = appointment.notices.first(where: { $0.event.id.description == item.event }) else {
                return nil
            }
            (event, names, digest) = (given.event, given.notice.names, given.notice.digest)
        case .reminder:
            guard let stamp = appointment.reminders.first(where: { $0.id.description == item.event }),
                let starts = try? Instant(parts[1])
            else { return nil }
            (event, names, digest) = (stamp, starts, nil)
        case .invitation: return nil
        }
    }

    /// Why the letter is not to go as things stand; nil when it is.
    func objection(at now: Instant) -> Letter? {
        if let outcome = appointment.outcome {
            if case .cancelled = outcome { return .withheld("The appointment was cancelled before it went.", nil) }
            return .withheld("The appointment was over before it went.", .late)
        }
        guard names == appointment.slot.starts else {
            return .withheld("The appointment was moved before it went.", nil)
        }
        guard appointment.slot.starts > now else {
            return .withheld("The appointment had started before it went.", .late)
        }
        return nil
    }
}

extension Office {
    /// Looks at the state again and writes the letter (design §4.5).
    func letter(
        _ item: OutboxItem, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> Letter {
        if item.kind == LetterKind.invitation.rawValue {
            return try invitationLetter(item, from: sender, at: now, in: connection)
        }
        let file = try survivingFile(of: Identifier(item.subject), in: connection)
        if item.kind == LetterKind.holder.rawValue {
            return try holderLetter(item, file, from: sender, in: connection)
        }
        if item.kind == LetterKind.ending.rawValue {
            return try endingLetter(item, file, from: sender, at: now, in: connection)
        }
        guard let told = ToldAppointment(item, on: file) else {
            return .withheld("What it was about is no longer on record.", nil)
        }
        if let objection = told.objection(at: now) { return objection }
        guard let email = file.customer?.agreedEmail else {
            return .withheld("There is no e-mail address that the customer agrees to.", .noAddress)
        }
        guard let to = try? MailAddress(email) else {
            return .withheld("The e-mail address cannot be written to.", .refused)
        }
        let draft = try draft(told, in: connection)
        let text: String
        if let digest = told.digest {
            guard let kept = try document(digest, of: file, in: connection) else {
                return .withheld("The text is no longer on record.", nil)
            }
            text = String(decoding: kept.content, as: UTF8.self)
        } else {
            text = (file.customer?.language ?? .english).write { draft.reminder }
        }
        // A notice is in the language it was given in, whatever they have chosen since.
        let subject = NoticeText.language(of: text).write { draft.subject(isReminder: told.digest == nil) }
        return .ready(
            MailMessage(
                id: "\(item.event).\(item.kind)", from: sender.named(draft.sender), to: to, subject: subject,
                text: text, written: told.event.recorded))
    }

    /// What a letter about an appointment is written from, as the registers stand.
    private func draft(_ told: ToldAppointment, in connection: any Connection) throws -> NoticeText {
        let sender = try OrganisationRegister.find(told.event.by.organisation, in: connection)
        let office = try OrganisationRegister.find(told.appointment.office, in: connection)
        let identity = told.file.customer?.identity.value
        let place = (office?.address ?? "").split { $0 == "," || $0.isNewline }.map { String($0).trimmed }
        return NoticeText(
            customer: identity?.name ?? "", sender: sender?.name ?? "", senderAddress: [],
            adviser: try AccountRegister.name(of: told.appointment.adviser, in: connection) ?? "Your adviser",
            programme: "", purpose: told.appointment.purpose, slot: told.appointment.slot,
            place: [office?.name].compactMap(\.self) + place, customerPhone: identity?.phone,
            phone: sender?.phone ?? "", mandatory: false, sent: told.event.recorded.day)
    }
}
