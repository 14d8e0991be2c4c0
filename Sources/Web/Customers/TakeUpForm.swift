import Casework
import Kernel
import Office
import Records

/// Says that somebody who is on record elsewhere claims here, or is helped here, now.
struct TakeUpForm: CaseForm {
    static let name = CaseFormName.takeUp
    static let title = "Take up this record"
    static let button = "Take up this record"
    static let said = Said.takenUp
    static let opens = Act.takeUpRecord
    static let showsAsSearched = true

    /// As what the reader's organisation would keep the record.
    let home: CustomerHome
    /// Who it is of, as a search shows them.
    let person: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (id, office, actor) = (form.opened.seen.id, form.visit.office, form.visit.actor)
        // Described for anybody, it is about nobody's record.
        if id == SpecimenCase.id { return TakeUpForm(home: .jobcentre, person: form.name) }
        let entry = try await office.entry(of: id, as: actor)
        let home = try await office.takingUp([id], as: actor)?.home
        return TakeUpForm(
            home: home ?? .jobcentre, person: entry.map { "\($0.name), born \($0.born.written)" } ?? form.name)
    }

    private var sinceLabel: String {
        home == .jobcentre ? "Since when do they claim here?" : "Since when do you help them?"
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { strong { person } }
            p {
                home == .jobcentre
                    ? "Their one record is kept here from then on, and you see what a jobcentre sees. Another jobcentre that keeps it keeps it no longer. A council service that does goes on."
                    : "Their one record is kept here from then on, and you see what a council service sees. Another council service that keeps it keeps it no longer. A jobcentre that does goes on."
            }
            p {
                "It stands in what has happened so far, which they read, and so does that you opened this. They are told: at once by e-mail where they agreed to that, or else by you. A meeting that an earlier keeper booked, and a step of the plan that it was to take, are then yours to settle."
            }
            Checkbox("here", label: home.saysHere, hint: "Ask them, whoever told you so.", in: state)
            Radios(
                "proof", label: "How do you know that it is them?",
                hint: "Do not write down what they showed or answered.",
                ProofOfPerson.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("since", label: sinceLabel, .typed, in: state)
        }
    }

    func read(_ form: FormReader) throws -> TakeUpRecord {
        TakeUpRecord(
            isHere: form.ticked("here"), proof: form.choice("proof", label: "How do you know that it is them?"),
            since: form.day("since", label: sinceLabel))
    }

    /// Whoever fills it in cannot open the record yet.
    func leaves(_ visit: CaseFormVisit) -> Link { Link("Find a customer", to: SiteURL.search(nil).address) }
}

extension CustomerHome {
    /// What somebody of an organisation of the kind says of a person who is on record elsewhere.
    var saysHere: String {
        switch self {
        case .jobcentre: "They claim here now"
        case .council: "We help them now"
        }
    }
}

extension TakingUp {
    /// The way to take up somebody's record; nil for somebody whose record the reader's organisation keeps.
    func link(_ entry: IdentityRegister.Entry) -> LinkButton? {
        subjects.contains(entry.subject)
            ? LinkButton(home.saysHere, to: SiteURL.form(.takeUp, entry.subject).address, about: entry.name) : nil
    }

    /// Who keeps somebody's record, for whoever reads a list of people found.
    func keeps(_ entry: IdentityRegister.Entry) -> String {
        subjects.contains(entry.subject) ? "Kept by others" : "Kept here"
    }
}
