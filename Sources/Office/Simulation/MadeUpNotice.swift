import Casework
import Kernel
import Records

/// The dated notice of an appointment as a made-up adviser sends it: an obligation where the programme's notice is kept
/// and the person must take part, else an invitation.
struct MadeUpNotice {
    let command: GiveNotice
    let document: AttachedDocument

    init(
        of appointment: Appointment, to file: CaseFile, from worker: MadeUpWorker, route: NoticeRoute,
        programme: Programme, on today: CalendarDay
    ) throws {
        let referral = try file.currentReferral()
        let served = GiveNotice.served(route, sent: today, nation: referral.nation)
        let days = WorkingDays(referral.nation)
        let earliest = programme.limit(.notice, on: today)?.value.lastDay(after: served) { days.adding($1, to: $0) }
        let mandatory =
            referral.isRequired(on: today, by: file.circumstances.knownOff, in: programme)
            && earliest.map { $0 <= appointment.slot.day } ?? true
        let identity = try file.registered().identity.value
        let place = worker.organisation.address.components(of: ", ")
        let text = NoticeText(
            customer: identity?.name ?? "Customer", customerAddress: identity?.address?.components(of: ", ") ?? [],
            sender: worker.organisation.name, senderAddress: place, adviser: worker.name,
            programme: programme.titleInSentence, purpose: appointment.purpose, slot: appointment.slot, place: place,
            customerPhone: identity?.phone, phone: worker.organisation.phone, mandatory: mandatory, sent: today
        ).text
        let content = Array(text.utf8)
        document = AttachedDocument(content, .identity)
        command = GiveNotice(
            appointment: appointment.id, route: route, mandatory: mandatory, digest: Documents.digest(of: content))
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] { split(separator: separator).map(String.init) }
}
