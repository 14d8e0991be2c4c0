import Casework
import Kernel
import Office
import Records

/// Books a meeting: when, how long, how, and with whom.
struct BookAppointmentForm: CaseForm {
    static let name = CaseFormName.book
    static let title = "Book an appointment"
    static let button = "Book this appointment"
    static let said = Said.booked

    let advisers: [Choice]
    let offices: [Choice]
    let initial: FormFields
    let taken: TakenTimes
    let company: CompanyNote
    let wish: MeetingWish
    let interpreter: InterpreterField

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let actor = form.visit.actor
        let referral = form.opened.seen.referral
        let (office, subject) = (form.visit.office, form.opened.seen.id)
        let role: Role = actor.role == .adviser || actor.role == .teamManager ? .adviser : .providerAdviser
        let place = role == .adviser ? actor.organisation : referral?.assignment?.provider ?? actor.organisation
        let (staff, suitable, venue) = try await office.database.read { connection in
            let staff = try AccountRegister.staff(of: place, role: role, in: connection)
            let suitable = try office.suitable(staff.map { ($0.person, place) }, for: subject, in: connection)
            return (staff, suitable, try OrganisationRegister.find(place, in: connection))
        }
        let adviser = referral?.assignment?.adviser ?? actor.person
        return BookAppointmentForm(
            advisers: staff.map {
                Choice($0.person.description, $0.name + ChainAdvisers.mark(suitable?.contains($0.person)))
            },
            offices: venue.map { [Choice($0.id.description, $0.name, hint: $0.address)] } ?? [],
            initial: FormFields([
                "purpose": referral?.attachment == nil ? "first" : "review", "adviser": adviser.description,
                "office": venue?.id.description ?? "", "minutes": "60", "mode": "face-to-face",
            ]),
            taken: TakenTimes(form.opened), company: CompanyNote(form), wish: MeetingWish(form),
            interpreter: InterpreterField(form))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            company
            Radios(
                "purpose", label: "What is it for?", inLine: true,
                [AppointmentPurpose.first, .review].map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("day", label: "Day", in: state)
            TakenNote(taken: taken)
            wish
            TextField("time", label: "Time", hint: "For example, 9:30 or 14:00", characters: 5, in: state)
            TextField("minutes", label: "Minutes", kind: .wholeNumber, characters: 3, in: state)
            Radios(
                "mode", label: "How will you meet?", inLine: true,
                ContactMode.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            AskedReason.againstWish.field(in: state)
            AskedReason.despite.field(in: state)
            interpreter.field(in: state)
            Select("adviser", label: "Adviser", advisers, in: state)
            Select("office", label: "Office", offices, in: state)
        }
    }

    func read(_ form: FormReader) throws -> BookAppointment {
        let slot = form.slot()
        return BookAppointment(
            purpose: form.choice("purpose", label: "What is it for?", of: AppointmentPurpose.self),
            adviser: form.identifier("adviser", label: "Adviser"),
            office: form.identifier("office", label: "Office"), slot: try form.need(slot),
            despite: AskedReason.despite.read(form), interpreter: interpreter.read(form),
            againstWish: AskedReason.againstWish.read(form))
    }
}

extension FormReader {
    /// The slot that a day, a time, a length and a way of meeting make; nil when one of them was refused.
    func slot() -> Slot? {
        let day = day("day", label: "Day")
        let time = parsed("time", label: "Time") { text throws(Refusal) in try ClockTime(text) }
        let minutes = wholeNumber("minutes", label: "Minutes", in: 5...480)
        let mode = choice("mode", label: "How will you meet?", of: ContactMode.self)
        guard let time else { return nil }
        return try? Slot(
            starts: Instant(london: day, hour: time.hour, minute: time.minute), minutes: minutes, mode: mode)
    }
}

/// A time as people type it: `9:30`, `14.00`, `9:30am`.
struct ClockTime {
    let hour: Int
    let minute: Int

    /// - Refuses: text that is not a time of day.
    init(_ text: String) throws(Refusal) {
        let lowered = text.lowercased().filter { !$0.isWhitespace }
        let half = lowered.hasSuffix("pm") ? 12 : lowered.hasSuffix("am") ? 0 : nil
        let digits = half == nil ? lowered[...] : lowered.dropLast(2)
        let parts = digits.split(separator: digits.contains(":") ? ":" : ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0,
            (0..<24).contains(hour), (0..<60).contains(minute), half == nil || (1...12).contains(hour),
            parts.count == 2 || half != nil
        else {
            throw Refusal("time.unreadable", "“\(text.prefix(20))” is not a time. Write it as 9:30 or 14:00.")
        }
        self.hour = half.map { hour % 12 + $0 } ?? hour
        self.minute = minute
    }
}
