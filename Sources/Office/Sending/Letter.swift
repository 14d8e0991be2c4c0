import Casework
import Kernel
import Records

/// The kinds of letter the outbox holds, as they are stored.
enum LetterKind: String {
    case notice, reminder, invitation
    /// Who has the customer now, and why.
    case holder
    /// Who keeps their record now.
    case keeper
    /// When their time on a programme ends.
    case ending
    /// Where they read that a programme ended, or that what was recorded of its end was a mistake.
    case ended
    /// Where they read their plan.
    case plan
    /// Where they read an answer to what they asked.
    case answer
    /// A place at an information session, or that it is taken back.
    case session
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
        case .invitation, .holder, .keeper, .ending, .ended, .plan, .answer, .session: return nil
        }
    }

    /// - Throws: `Withheld` when the letter is not to go as things stand.
    func requireStanding(at now: Instant) throws(Withheld) {
        if let outcome = appointment.outcome {
            if case .cancelled = outcome { throw Withheld("The appointment was cancelled before it went.") }
            throw Withheld("The appointment was over before it went.", .late)
        }
        guard names == appointment.slot.starts else { throw Withheld("The appointment was moved before it went.") }
        guard appointment.slot.starts > now else {
            throw Withheld("The appointment had started before it went.", .late)
        }
    }
}

extension Office {
    /// Looks at the state again and writes the letter (design §4.5).
    /// - Throws: `Withheld` when it is not to be sent after all.
    func letter(
        _ item: OutboxItem, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> MailMessage {
        let kind = LetterKind(rawValue: item.kind)
        if kind == .invitation { return try invitationLetter(item, from: sender, at: now, in: connection) }
        let file = try survivingFile(of: Identifier(item.subject), in: connection)
        if kind == .holder { return try holderLetter(item, file, from: sender, in: connection) }
        if kind == .keeper { return try keeperLetter(item, file, from: sender, in: connection) }
        if kind == .session { return try sessionLetter(item, file, from: sender, at: now, in: connection) }
        if kind == .plan { return try planLetter(item, file, from: sender, in: connection) }
        if kind == .answer { return try answerLetter(item, file, from: sender, in: connection) }
        if kind == .ended { return try endedLetter(item, file, from: sender, in: connection) }
        if kind == .ending { return try endingLetter(item, file, from: sender, at: now, in: connection) }
        guard let told = ToldAppointment(item, on: file) else { throw Withheld.offRecord }
        try told.requireStanding(at: now)
        let to = try file.mailAddress()
        let draft = try draft(told, in: connection)
        let language: Language
        let text: String
        if let digest = told.digest {
            guard let kept = try document(digest, of: file, in: connection) else {
                throw Withheld("The text is no longer on record.")
            }
            text = String(decoding: kept.content, as: UTF8.self)
            // A notice is in the language it was given in, whatever they have chosen since.
            language = NoticeText.language(of: text)
        } else {
            language = file.customer?.language ?? .english
            text = language.write { draft.reminder }
        }
        return MailMessage(
            item, from: sender.named(draft.sender), to: to, in: language,
            subject: { draft.subject(isReminder: told.digest == nil) }, text: { text }, written: told.event.recorded)
    }

    /// What a letter about an appointment is written from, as the registers stand.
    private func draft(_ told: ToldAppointment, in connection: any Connection) throws -> NoticeText {
        let sender = try OrganisationRegister.find(told.event.by.organisation, in: connection)
        let office = try OrganisationRegister.find(told.appointment.office, in: connection)
        let identity = told.file.customer?.identity.value
        return NoticeText(
            customer: identity?.name ?? "", sender: sender?.name ?? "", senderAddress: [],
            adviser: try AccountRegister.name(of: told.appointment.adviser, in: connection) ?? "Your adviser",
            programme: "", purpose: told.appointment.purpose, slot: told.appointment.slot,
            place: [office?.name].compactMap(\.self) + (office?.address.addressLines ?? []),
            customerPhone: identity?.phone, phone: sender?.phone ?? "", mandatory: false, sent: told.event.recorded.day)
    }
}
