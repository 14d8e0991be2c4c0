import Casework
import Kernel
import Records

extension Office {
    /// Has them told by e-mail, where they agreed to that, that an answer waits on their own page. A copy that was given out
    /// as they asked for it is in their hands.
    func tellOfAnswer(_ event: Event<CaseFile>, after: CaseFile, in connection: any Connection) throws {
        guard event.by.role != .system, after.access.isOpen, after.customer?.agreedEmail != nil else { return }
        try Outbox.add(
            LetterKind.answer.rawValue, because: event, payload: "", due: event.recorded, in: connection)
    }

    /// What an item of the outbox about an answer comes to now: that there is one, and where.
    /// - Throws: `Withheld` when it is not to be sent after all.
    func answerLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        let voice = file.voices.all.compactMap(\.answer?.event).first { $0.id.description == item.event }
        let request = file.rights.all.compactMap(\.answered).first { $0.id.description == item.event }
        guard let event = voice ?? request else { throw Withheld.offRecord }
        return try ownPageLetter(
            item, file, because: event, from: sender, to: voice == nil ? "/me" : "/me/questions",
            subject: { AnswerWords.mailSubject() }, says: { AnswerWords.mail() }, in: connection)
    }
}
