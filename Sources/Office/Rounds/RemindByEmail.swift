import Casework
import Kernel
import Records

extension Office {
    /// Reminds those who agreed to e-mail of their appointments, the working day before (B-014). A person who was
    /// reminded is not reminded again, and an appointment that was moved is reminded of anew.
    /// - Returns: how many reminders were put in the outbox.
    func remindByEmail() async throws -> Int {
        let now = clock.now
        // No nation has so many days in a row on which offices are shut.
        let horizon = Instant(london: now.day.adding(days: 8), hour: 0, minute: 0)
        return try await goThrough { (last: ReminderQuery.Entry?, connection: any Connection) in
            let after = last.map { (starts: $0.starts, appointment: $0.appointment) }
            return try ReminderQuery.booked(from: now, to: horizon, after: after, in: connection)
        } doing: { booked in
            try await remind(of: booked.appointment, of: booked.subject, at: now)
        }
    }

    private func remind(
        of appointment: Identifier<Appointment>, of subject: Identifier<CaseFile>, at now: Instant
    ) async throws -> Bool {
        let open = try await database.read { [self] connection in
            try file(subject, in: connection).emailReminders(at: now).first { $0.id == appointment }
        }
        guard let open else { return false }
        do {
            let performed = try await perform(
                RemindOfAppointment(appointment: appointment), on: subject, as: .system(at: open.office),
                id: Identifier(
                    derivedFrom: ["throughline reminder 1", appointment.description, open.slot.starts.description]))
            return !performed.events.isEmpty
        } catch let refusal as Refusal where !refusal.code.hasPrefix("store.") {
            // Somebody cancelled or reminded meanwhile, or the office has no tie to the case any longer.
            return false
        }
    }
}
