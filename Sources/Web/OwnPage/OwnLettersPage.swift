import Casework
import Kernel
import Office

/// The letters that the customer was given, to be read again (G-002, G-007).
struct OwnLettersPage {
    let own: OwnVisit

    var page: Page {
        let letters = own.opened.keptLetters
        return Page(
            OwnLettersWords.title(), lead: Fragment { p { OwnLettersWords.lead() } },
            trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]
        ) {
            if letters.isEmpty {
                EmptyState(OwnLettersWords.nothing(), comes: OwnLettersWords.nothingComes())
            } else {
                ul(.class("looks")) { ForEach(letters) { letter in li { line(letter) } } }
            }
        }
    }

    private func line(_ letter: KeptLetter) -> Fragment {
        let about = OwnLettersWords.about(letter)
        // Two letters can be of one kind from one day on, so what is heard of a link tells them apart by both.
        let heard = ": \(about), \(letter.day.said)"
        return Fragment {
            strong { about }
            br()
            OwnLettersWords.from(own.names.organisation(letter.from), letter.day)
            if letter.hasChanged { " \(OwnLettersWords.changed())" }
            if letter.failed != nil { " \(OwnLettersWords.notReached())" }
            Buttons {
                LinkButton(
                    OwnLettersWords.open(), to: SiteURL.document(own.seen.id, digest: letter.digest).address,
                    about: heard)
                LinkButton(
                    OwnLettersWords.large(),
                    to: SiteURL.document(own.seen.id, digest: letter.digest, large: true).address, about: heard)
            }
        }
    }
}

/// The letter about an appointment as it stands, as it was given.
struct OwnAppointmentLetter: Component {
    let own: OwnVisit
    let appointment: Appointment

    var body: some HTML {
        if let given = appointment.notices.last?.notice, given.names == appointment.slot.starts {
            p {
                a(.href(SiteURL.document(own.seen.id, digest: given.digest).address)) {
                    OwnLettersWords.read()
                    span(.class("unseen")) { ": \(OwnAppointmentWords.said(appointment, names: own.names))" }
                }
            }
        }
    }
}

extension OwnVisit {
    /// Whether there is a list of letters to go to: always for the person themselves.
    var hasLetters: Bool { !isSupporter || !opened.keptLetters.isEmpty }
}
