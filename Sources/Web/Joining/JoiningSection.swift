import Casework
import Kernel

/// How somebody on no programme comes to join one by choice: sessions, what they were told and what they decided.
struct JoiningSection: Component {
    let page: CustomerPage

    var body: some HTML {
        if let joining = page.seen.joining, isShown(joining) {
            Section("Joining by choice", id: "joining") {
                if !joining.invitations.isEmpty {
                    DataTable(
                        "Information sessions", rows: joining.invitations, captionIsUnseen: true,
                        columns: [
                            Column("Session", .heading) { place in place.line },
                            Column("With") { [names = page.names] place in names.organisation(place.terms.host) },
                            Column("Basis") { place in place.basis },
                            Column("Came") { place in place.became },
                            Column("How they are told") { place in place.terms.told?.route.title ?? "Not recorded" },
                            Column("Do it", .action) { place in buttons(place) },
                        ])
                }
                ForEach(programmes) { programme in
                    if let told = joining.told(of: programme.id) { stands(programme, told, joining) }
                }
                if isFree {
                    OfferedButtons {
                        ForEach(programmes) { programme in
                            page.offers.link(
                                .invite, "Invite to a session", about: "of \(programme.title)", item: programme.id)
                            page.offers.link(
                                .tellOfJoining, "Say what joining changes", about: "for \(programme.title)",
                                item: programme.id)
                            if joining.told(of: programme.id) != nil {
                                page.offers.link(
                                    .decideToJoin, "Record what they decide", about: "about \(programme.title)",
                                    item: programme.id)
                            }
                        }
                    }
                }
            }
        }
    }

    private func stands(_ programme: Programme, _ told: Joining.Told, _ joining: Joining) -> Fragment {
        let from = joining.joinsFrom(programme, nation: programme.nations.first ?? .england)
        return Fragment {
            p {
                "\(programme.title): told on \(told.event.recorded.day.written) what joining changes. "
                if let decision = joining.decision(on: programme.id) {
                    "\(decision.answer.title), said on \(decision.event.recorded.day.written)"
                    decision.signed ? ", and signed." : "."
                } else if let from {
                    "Time to think until \(from.written)."
                }
            }
            if let words = joining.decision(on: programme.id)?.words.value { blockquote { words.text } }
            if let sheet = told.sheet {
                p { kept(sheet, "The sheet they were given", about: programme.title) }
            } else {
                Disclosure("What they were told") { WhatJoiningChanges(programme: programme, told: told) }
            }
        }
    }

    /// A letter or a sheet as it was given, word for word.
    private func kept(_ digest: String, _ words: String, about object: String) -> some HTML {
        a(.href(SiteURL.document(page.offers.subject, digest: digest).address)) {
            words
            span(.class("unseen")) { " \(object)" }
        }
    }

    /// Whether the reader's organisation may say whether they came: it holds the session, or keeps the record.
    private func records(_ place: SessionInvitation) -> Bool {
        place.terms.host == page.actor.organisation || page.relation == .jobcentre || page.relation == .council
    }

    private func buttons(_ place: SessionInvitation) -> Fragment {
        Fragment {
            if let digest = place.terms.told?.digest {
                kept(digest, "Letter as it was given", about: "of \(place.day.written)")
                " "
            }
            if place.isOpen {
                let item = place.id.description
                if place.terms.starts <= page.now, records(place) {
                    page.offers.link(.sessionCame, "Came", about: "on \(place.day.written)", item: item)
                    page.offers.link(.sessionMissed, "Did not come", about: "on \(place.day.written)", item: item)
                }
                if place.terms.starts > page.now, page.offers.may(.invite) {
                    LetterLinks(
                        plain: .sessionLetter(page.offers.subject, place.id),
                        large: .sessionLetter(page.offers.subject, place.id, large: true),
                        about: "of \(place.day.written)",
                        wish: PrintWish(page.seen, tools: page.tools))
                }
                page.offers.link(.uninvite, "Take it back", about: "of \(place.day.written)", item: item)
            } else if place.attendance != nil, records(place) {
                page.offers.link(
                    .withdrawSession, "Withdraw this record", about: "of \(place.day.written)",
                    item: place.id.description)
            }
        }
    }

    /// Shown to whoever may ask, and wherever there is something to tell.
    private func isShown(_ joining: Joining) -> Bool {
        joining != Joining() || (isFree && page.offers.may(.invite) && !programmes.isEmpty)
    }

    private var isFree: Bool { page.seen.referral?.isOver(on: page.day) ?? true }

    /// Those that can be joined on the day, and any that they were asked about.
    private var programmes: [Programme] {
        page.programmes.values.filter {
            $0.isJoinedByChoice
                && ($0.runs.contains(page.day) || page.seen.joining?.hasBegun($0.id) == true)
        }.sorted { $0.title < $1.title }
    }
}

extension SessionInvitation {
    /// Whether they must go, and what was confirmed before they were told to.
    fileprivate var basis: String {
        guard terms.basis == .mandatory else { return "By choice" }
        let confirmed = [
            terms.considered == true ? "considered whether it is right for them" : nil,
            terms.inWriting == true ? "given in writing" : nil,
        ].compactMap(\.self)
        return (["Told to go"] + confirmed).joined(separator: ", ")
    }

    /// What came of the place.
    fileprivate var became: String {
        switch outcome {
        case nil: cannotGo.map(Self.declined) ?? "Not recorded"
        case .attended: "Came"
        case .missed: "Did not come"
        case .withdrawn: "Taken back"
        }
    }

    /// `Says they cannot go, 3 August 2012: “I work that day.”`
    private static func declined(_ said: CannotGo) -> String {
        let why = said.words.value.map { ": “\($0.text)”" } ?? ""
        return "Says they cannot go, \(said.event.recorded.day.written)\(why)"
    }
}
