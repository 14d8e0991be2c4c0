import Casework
import Kernel
import Office

/// Above a booking: that somebody else was there the last time, and nobody offered the customer time alone (K-043, J-036).
struct CompanyNote: Component {
    private let last: Appointment?

    init(_ form: CaseFormVisit) {
        last = form.opened.seen.appointments.filter { $0.attendance != nil }.max { $0.slot.starts < $1.slot.starts }
    }

    var body: some HTML {
        if let last, last.attendance?.company.value?.leavesTimeAlone == true {
            NoticeBox(
                .attention,
                "Somebody else was there on \(last.slot.day.written), and they were not offered time alone. Offer it this time."
            )
        }
    }
}
