import Casework
import Kernel
import Office

/// What one service gets of what somebody told once: made as it is read, from the record and by the consent, so that a
/// consent that ended leaves nothing of it (G-035).
struct ServiceApplication: Sendable {
    let consent: Consent
    let holds: Bool
    /// What the consent opens, and what is held of it; empty where it does not hold.
    let kinds: [Casework.Category]
    let facts: [ReleasedFact]

    init(_ consent: Consent, of opened: OpenedCase, in office: Office) {
        self.consent = consent
        holds = consent.holds(on: opened.today)
        kinds = holds ? office.sharing.meant(by: consent.terms) : []
        facts = opened.released(kinds, benefits: office.programmes.knownBenefits)
    }

    /// Those that a reader may read: the person all of them, and a service its own; the latest first.
    static func all(_ opened: OpenedCase, in office: Office) -> [ServiceApplication] {
        opened.seen.applications.reversed().map { ServiceApplication($0, of: opened, in: office) }
    }
}

/// An application as it is read and printed, in the language of its reader.
struct ApplicationSheet: Sendable {
    struct Part: Sendable {
        let title: String
        let lines: [String]
    }

    let title: String
    /// On which day it is as it says, or why nothing of it is shown.
    let lead: String
    let parts: [Part]

    init(_ application: ServiceApplication, of opened: OpenedCase, by matrix: SharingMatrix) {
        let consent = application.consent
        let service = opened.names.organisation(consent.terms.recipient)
        title = ApplicationWords.title(service)
        guard application.holds else {
            lead =
                consent.withdrawn.map { ApplicationWords.stopped($0.recorded.day) }
                ?? ApplicationWords.ended(consent.until)
            parts = []
            return
        }
        lead = ApplicationWords.made(opened.today)
        let held = application.kinds.compactMap { kind -> Part? in
            let lines = application.facts.filter { $0.kind == kind }.map(\.line)
            return lines.isEmpty ? nil : Part(title: ApplicationWords.part(kind), lines: lines)
        }
        parts =
            held + [
                Part(title: ApplicationWords.still(service), lines: Self.asked(application, by: service)),
                Part(title: ApplicationWords.why(), lines: Self.why(consent, by: matrix)),
            ]
    }

    /// What the service has to ask for itself: what was sent and nobody has told yet, what was not sent, and what its own
    /// form asks besides.
    private static func asked(_ application: ServiceApplication, by service: String) -> [String] {
        let empty = application.kinds.filter { kind in !application.facts.contains { $0.kind == kind } }
        let left = Packet.kinds.filter { !application.kinds.contains($0) }
        func list(_ kinds: [Casework.Category]) -> String {
            kinds.map { ApplicationWords.part($0) }.joined(separator: "; ")
        }
        return (empty.isEmpty ? [] : [ApplicationWords.notHeld(list(empty))])
            + (left.isEmpty ? [] : [ApplicationWords.notSent(list(left))])
            + [ApplicationWords.ownForm(service)]
    }

    private static func why(_ consent: Consent, by matrix: SharingMatrix) -> [String] {
        let purpose = matrix.purpose(consent.terms.purpose).map { told($0.words) } ?? consent.terms.purpose
        return [
            ApplicationWords.agreed(consent.given.recorded.day, purpose), ApplicationWords.until(consent.until),
        ]
    }

    /// - Parameter isAlone: whether the page is of nothing else; otherwise it stands under a heading of its own.
    @HTMLBuilder func parted(isAlone: Bool) -> some HTML {
        p { lead }
        ForEach(parts) { part in
            if isAlone { h2 { part.title } } else { h3 { part.title } }
            ul { ForEach(part.lines) { line in li { line } } }
        }
    }

    /// Lines end with line feeds; titles stand alone.
    var text: String {
        let told = parts.flatMap { part in
            ["", part.title.uppercased()] + part.lines.map { "- " + $0.replacing("\n", with: " ") }
        }
        return ([title, lead] + told).joined(separator: "\n") + "\n"
    }
}
