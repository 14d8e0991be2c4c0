import Casework
import Kernel
import Records

/// What a made-up adviser tells somebody that joining changes for them, with the sheet they take home.
struct MadeUpSheet {
    let command: TellOfJoining
    let document: AttachedDocument

    init(
        to file: CaseFile, claim: ClaimAnswers, duties: Duties?, from worker: MadeUpWorker, programme: Programme,
        on today: CalendarDay
    ) throws {
        let head = LetterHead(
            customer: try file.registered().identity.value?.name ?? "Customer",
            organisation: worker.organisation.name, adviser: worker.name,
            place: worker.organisation.address.addressLines, phone: worker.organisation.phone,
            programme: programme.titleInSentence, sent: today)
        let content = Array(JoiningText(head, programme: programme, duties: duties).text.utf8)
        document = AttachedDocument(content, .identity)
        command = TellOfJoining(programme: programme.id, claim: claim, sheet: Documents.digest(of: content))
    }
}
