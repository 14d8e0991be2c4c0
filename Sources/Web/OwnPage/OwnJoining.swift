import Casework
import Kernel
import Office
import Records

/// Talks they are invited to, and the choice that is theirs.
struct OwnJoiningSection: Component {
    let own: OwnVisit
    /// Where each is.
    let talks: [Identifier<InformationSession>: String]

    var body: some HTML {
        if let joining = own.seen.joining, isFree,
            !coming(joining).isEmpty || !takenBack(joining).isEmpty || !choices(joining).isEmpty
        {
            Section(OwnJoiningWords.title(), id: "joining") {
                ForEach(takenBack(joining)) { place in
                    p {
                        OwnJoiningWords.takenBack(
                            own.names.organisation(place.terms.host), place.day,
                            WrittenMoment.clock(place.terms.starts))
                    }
                }
                ForEach(coming(joining), content: talk)
                ForEach(choices(joining)) { choice($0, joining) }
            }
        }
    }

    private func talk(_ place: SessionInvitation) -> Fragment {
        let host = own.names.organisation(place.terms.host)
        let clock = WrittenMoment.clock(place.terms.starts)
        let format = OwnJoiningWords.format(place.terms.format)
        return Fragment {
            if place.terms.basis == .mandatory {
                p { OwnJoiningWords.required(host, place.day, clock, format) }
            } else {
                p { OwnJoiningWords.session(host, place.day, clock, format) }
                p { OwnJoiningWords.byChoice() }
            }
            if let place = talks[place.terms.session] { p { OwnHomeWords.address(place) } }
            if let said = place.cannotGo {
                p { OwnJoiningWords.saidCannotGo(said.event.recorded.day) }
            } else if own.may(.declineSession) {
                Buttons {
                    LinkButton(
                        OwnJoiningWords.cannotGo(),
                        to: SiteURL.meItemForm(.cannotGo, item: place.id.description).address,
                        about: "\(host), \(place.day.said)")
                }
            }
        }
    }

    private func choice(_ programme: Programme, _ joining: Joining) -> Fragment {
        Fragment {
            if let told = joining.told(of: programme.id) {
                p { OwnJoiningWords.told(told.event.recorded.day, Web.told(programme.title)) }
                if let decision = joining.decision(on: programme.id) {
                    p { said(decision) }
                }
                Buttons {
                    LinkButton(
                        OwnJoiningWords.decide(), to: SiteURL.meItemForm(.join, item: programme.id).address,
                        about: Web.told(programme.title))
                }
            }
        }
    }

    private func said(_ decision: Joining.Decision) -> String {
        let day = decision.event.recorded.day
        return switch decision.answer {
        case .joins: OwnJoiningWords.saidJoins(day)
        case .declines: OwnJoiningWords.saidDeclines(day)
        case .undecided: OwnJoiningWords.saidUndecided(day)
        }
    }

    private var isFree: Bool { own.seen.referral?.isOver(on: own.today) ?? true }

    private func coming(_ joining: Joining) -> [SessionInvitation] {
        joining.invitations.filter { $0.isOpen && $0.terms.starts > own.now }
    }

    /// Places that were taken back, until the day of the talk is past.
    private func takenBack(_ joining: Joining) -> [SessionInvitation] {
        joining.invitations.filter { $0.withdrawn != nil && $0.day >= own.today }
    }

    private func choices(_ joining: Joining) -> [Programme] {
        guard own.may(.decideToJoin) else { return [] }
        return own.visit.office.programmes.values.filter { joining.told(of: $0.id) != nil }.sorted {
            $0.title < $1.title
        }
    }
}

/// Says yes, no or not yet to joining.
struct OwnJoinForm: OwnForm {
    static let name = OwnFormName.join
    static var title: String { OwnJoiningWords.formTitle() }
    static var button: String { OwnJoiningWords.button() }
    static let said = Said.meDecided
    /// The programme's id.
    static let hasItem = true

    let programme: Programme
    let told: Joining.Told
    let sheet: String?
    let from: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        guard let programme = own.visit.office.programmes[item ?? ""], let joining = own.seen.joining,
            let told = joining.told(of: programme.id),
            let from = joining.joinsFrom(programme, nation: programme.nations.first ?? .england)
        else { throw Refusal("joining.untold", OwnJoiningWords.untold()) }
        let sheet = try await own.visit.office.database.read {
            [office = own.visit.office, seen = own.seen] connection in
            try office.joiningSheet(told, of: seen, in: connection)
        }
        return OwnJoinForm(programme: programme, told: told, sheet: sheet, from: from)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnJoiningWords.told(told.event.recorded.day, Web.told(programme.title)) }
            WhatJoiningChanges(programme: programme, told: told, sheet: sheet)
            p { OwnJoiningWords.think(from) }
            Radios(
                "answer", label: OwnJoiningWords.label(),
                [
                    Choice("joins", OwnJoiningWords.joins()),
                    Choice("declines", OwnJoiningWords.declines(), hint: OwnJoiningWords.declinesHint()),
                    Choice("undecided", OwnJoiningWords.undecided()),
                ], in: state)
            Checkbox("signed", label: OwnJoiningWords.signed(), hint: OwnJoiningWords.signedHint(), in: state)
            TextArea("words", label: OwnJoiningWords.words(), rows: 3, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> DecideToJoin {
        DecideToJoin(
            programme: programme.id, answer: form.choice("answer", label: OwnJoiningWords.label()),
            signed: form.ticked("signed"), words: try form.words(label: OwnJoiningWords.words()))
    }
}
